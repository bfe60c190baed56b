import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NoteAnswer } from '../../components/open-note.ts';
import { addressOf, type View } from '../../components/shelf/address.ts';
import { ComparePage } from '../../components/shelf/compare-page.tsx';
import { CompareTablesPage } from '../../components/shelf/compare-tables-page.tsx';
import { ReportPage } from '../../components/shelf/report-page.tsx';
import type { ShelfRow } from '../../components/shelf/row.ts';
import { TablesPage } from '../../components/shelf/tables-page.tsx';
import type { ExportFormat } from '../../components/shelf/words.ts';
import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import type { Language } from '../../parser/messages/words.ts';
import { around, type RecordContext } from './shelf-context.ts';
import { tell } from './tell.ts';

type OpenedProps = {
  view: Exclude<View, { view: 'list' | 'draft' | 'years' }>;
  rows: readonly ShelfRow[];
  judgement: Judgement;
  language: Language;
  onNote: (id: string, note: string, before: string) => Promise<NoteAnswer>;
  onExport: (ids: readonly string[], format: ExportFormat) => void;
  onRemove: (ids: readonly string[]) => void;
};

/** One report, or two beside each other, with what the shelf holds around them. */
export const Opened = ({ view, rows, judgement, language, onNote, onExport, onRemove }: OpenedProps) => {
  const [found, setFound] = useState<RecordContext[] | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const ids = view.view === 'report' ? [view.id] : view.ids;
  const key = ids.join('\n');
  useEffect(() => {
    let current = true;
    void around(ids, rows).then((all) => {
      if (current) setFound(all);
    });
    return () => {
      current = false;
    };
  }, [key, rows]);
  useLayoutEffect(() => page.current?.querySelector('h2')?.focus(), [found === null]);
  const [one, other] = found ?? [];
  return (
    <div ref={page} class="page opened">
      {found !== null && found.length < ids.length && (
        <p class="state">
          {shelfWordsIn(language).gone}{' '}
          <a href={addressOf({ view: 'list' })}>{shelfWordsIn(language).back}</a>
        </p>
      )}
      {view.view === 'report' && one?.record.kind === 'tables' && (
        <TablesPage
          record={one.record}
          versions={one.versions}
          namesakes={one.namesakes}
          judgement={judgement}
          language={language}
          onNote={(note, before) => onNote(one.record.id, note, before)}
          onExport={onExport}
          onRemove={onRemove}
        />
      )}
      {view.view === 'report' && one?.record.kind === 'report' && (
        <ReportPage
          record={one.record}
          versions={one.versions}
          years={one.years}
          history={one.history}
          judgement={judgement}
          onDismiss={(key, reason) => tell({ kind: 'dismiss', key, reason })}
          onRecall={(key) => tell({ kind: 'recall', key })}
          language={language}
          onNote={(note, before) => onNote(one.record.id, note, before)}
          onExport={onExport}
          onRemove={onRemove}
        />
      )}
      {view.view === 'compare' && one && other && <Compared one={one} other={other} language={language} />}
    </div>
  );
};

/** Two of one kind beside each other. */
const Compared = ({
  one,
  other,
  language,
}: {
  one: RecordContext;
  other: RecordContext;
  language: Language;
}) => {
  const words = shelfWordsIn(language);
  if (one.record.kind === 'report' && other.record.kind === 'report')
    return (
      <ComparePage
        one={one.record}
        other={other.record}
        years={[one.years, other.years]}
        language={language}
      />
    );
  if (one.record.kind === 'tables' && other.record.kind === 'tables')
    return <CompareTablesPage one={one.record} other={other.record} language={language} />;
  return (
    <p class="state">
      {words.notComparable} <a href={addressOf({ view: 'list' })}>{words.back}</a>
    </p>
  );
};
