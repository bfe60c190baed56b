import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PanelActions, ReportPlace } from '../../components/actions.ts';
import type { PanelProps } from '../../components/panel/standing.ts';
import { Panel } from '../../components/panel.tsx';
import type { PanelSettings } from '../../components/settings.ts';
import type { ShelfRow } from '../../components/shelf/row.ts';
import type { ShelfContext } from '../../components/shelf-context.ts';
import { toCsv } from '../../parser/export/csv.ts';
import { recordOf, toldOf } from '../../parser/export/kept.ts';
import { findingLines, findingsStart } from '../../parser/export/verdict.ts';
import type { DismissalReason, Judgement } from '../../parser/findings/judgement.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';
import { putOnShelf } from '../store/shelf.ts';
import { aroundOf, keptRow } from '../store/shelf-context.ts';
import { copyTable, copyText, saveText } from '../wire/hand-over.ts';
import { nothingNearby } from '../wire/nearby.ts';
import { openNote } from '../wire/note.ts';
import type { Draft } from './drafts.ts';
import { Shadow } from './shadow.tsx';

type Props = {
  /** At least one. */
  drafts: readonly Draft[];
  /** What is kept: the years beside the draft, and whether it is kept itself. */
  rows: readonly ShelfRow[];
  judgement: Judgement;
  language: Language;
  onDismiss: (key: string, reason: DismissalReason) => void;
  onRecall: (key: string) => void;
  onKept: () => Promise<void>;
};

/** All that the panel says of a page, said of files that are checked and not kept. */
export const DraftPanel = ({ drafts, rows, judgement, language, onDismiss, onRecall, onKept }: Props) => {
  const [around, setAround] = useState<readonly (readonly ShelfContext[])[] | null>(null);
  const [settings, setSettings] = useState<PanelSettings>({
    language,
    home: 'page',
    side: 'right',
    width: 400,
    height: 82,
    // Who has a draft is preparing one.
    reader: 'compiling',
    quiet: judgement.quiet,
  });
  useEffect(() => {
    let current = true;
    void aroundAll(drafts, rows).then((found) => current && setAround(found));
    return () => {
      current = false;
    };
  }, [drafts, rows]);
  const readings = drafts.map(({ name, read }, frame): PanelProps['readings'][number] => {
    const extractions = read.reports.map(({ extraction }) => extraction);
    const own = around?.[frame];
    return {
      frame,
      attachment: name,
      extractions,
      findings: read.reports.map(({ findings }) => findings),
      ...(own && { around: own }),
      ...(read.tables && { tables: read.tables }),
      csv: toCsv(extractions),
      nearby: nothingNearby,
    };
  });
  const recordAt = ({ frame, report }: ReportPlace) => {
    const draft = drafts[frame];
    const found = draft?.read.reports[report];
    if (!draft || !found) return null;
    const { extraction, findings: statements } = found;
    const { retrieved, read } = draft;
    const find = { extraction, statements, tables: read.tables, report, title: null, retrieved };
    return recordOf(find, browser.runtime.getManifest().version, new Date().toISOString());
  };
  const nowhere = async () => ({ found: 0, span: null });
  const actions: PanelActions = {
    show: nowhere,
    showQuote: nowhere,
    clear: () => {},
    move: async () => false,
    follow: () => {},
    save: saveText,
    copy: copyText,
    copyTable,
    table: async () => null,
    findings: async (place) => {
      const record = recordAt(place);
      if (!record) return null;
      const history = around?.[place.frame]?.[place.report]?.history ?? [];
      const verdict = verdictOn({ ...toldOf(record), history }, { ...judgement, quiet: [] });
      const note = around?.[place.frame]?.[place.report]?.note;
      return findingsStart() + findingLines(verdict, record.extraction, language, note);
    },
    keep: async (place) => {
      const record = recordAt(place);
      if (!record) return 'failed';
      const { already } = await putOnShelf([record]);
      await onKept();
      return already > 0 ? 'already' : 'kept';
    },
    note: async (place) => {
      const record = recordAt(place);
      const row = record && keptRow(record.extraction, record.report, rows);
      return row ? openNote(row.id) : false;
    },
    nextTab: async () => false,
    placed: () => {},
    readAttachment: async () => ({ kind: 'unfetched', why: 'gone' }),
    readLinked: async () => ({ kind: 'unfetched', why: 'gone' }),
    openLinked: async () => false,
    listMore: async () => 0,
    readAgain: async () => {},
    dismiss: onDismiss,
    recall: onRecall,
    // As the person looks at this draft, and not how pages are to be shown from now on.
    set: (some) => setSettings((before) => ({ ...before, ...some })),
    openPage: () => {},
  };
  return (
    <Shadow>
      <Panel
        readings={readings}
        settings={{ ...settings, language, quiet: judgement.quiet }}
        dismissals={judgement.dismissals}
        browserLanguage={navigator.language}
        stage="draft"
        actions={actions}
      />
    </Shadow>
  );
};

const aroundAll = (drafts: readonly Draft[], rows: readonly ShelfRow[]): Promise<ShelfContext[][]> =>
  Promise.all(
    drafts.map(({ read }) =>
      Promise.all(read.reports.map(({ extraction }, report) => aroundOf(extraction, report, rows))),
    ),
  );
