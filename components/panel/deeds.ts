import type { DismissalReason } from '../../parser/findings/judgement.ts';
import type { ReportPlace } from '../actions.ts';
import type { Attachment, AttachmentOutcome, LinkedReport } from '../attachments.ts';
import { fileNameOf } from '../cells.ts';
import { isRead } from '../column-run.ts';
import type { PanelHome } from '../settings.ts';
import type { TableClip } from '../totals-view.tsx';
import { noteWordsIn } from '../words-in.ts';
import type { OpenReport, ReportsOnShow } from './reports.ts';
import type { PanelStanding } from './standing.ts';

/** What a person has done from the panel, and what is said of it then. */

type Say = (notice: string) => void;

const placeOf = ({ frame, attachment, report }: OpenReport): ReportPlace => ({ frame, attachment, report });

export type Exports = {
  save: (name: string, text: string) => void;
  copy: (text: string) => Promise<void>;
  copyTable: (clip: TableClip) => Promise<void>;
  saveTable: (table: number) => Promise<void>;
  saveFindings: () => Promise<void>;
};

export const exportsOf = (
  { words, language, actions }: PanelStanding,
  report: OpenReport,
  say: Say,
): Exports => {
  const sayCopied = (taken: boolean): void => say(taken ? words.copied : words.copyFailed);
  const save = (name: string, text: string): void => {
    actions.save(name, text);
    say(words.downloaded(name));
  };
  return {
    save,
    copy: async (text) => sayCopied(await actions.copy(text)),
    copyTable: async (clip) => sayCopied(await actions.copyTable(clip)),
    saveTable: async (table) => {
      const csvs = await actions.table(report.frame, report.attachment, table);
      if (!csvs) return say(words.notFound);
      save(`table-${table + 1}.csv`, csvs.figures);
      save(`table-${table + 1}.relations.csv`, csvs.relations);
    },
    saveFindings: async () => {
      const text = await actions.findings(placeOf(report), language);
      if (text !== null) save(fileNameOf(report.extraction, 'findings.csv'), text);
    },
  };
};

export type Others = {
  readAttachment: (file: Attachment) => Promise<AttachmentOutcome>;
  /** The link of the column that the report on show was read from. */
  link: LinkedReport | undefined;
  openLink: (link: LinkedReport) => Promise<void>;
  keepLinks: (urls: readonly string[]) => Promise<void>;
  listMore: () => Promise<void>;
};

/** @param shown what is done once another report is on show. */
export const othersOf = (
  { ofFiles, ofColumn, actions }: PanelStanding,
  { frame, attachment }: OpenReport,
  { column, run, goTo }: ReportsOnShow,
  shown: () => void,
  clear: () => void,
  say: Say,
): Others => ({
  link: column?.nearby.links.find(({ url }) => url === attachment),
  readAttachment: async ({ url }) => {
    say(ofFiles.reading);
    const outcome = await actions.readAttachment(frame, url);
    say(outcome.kind === 'read' ? ofFiles.done : ofFiles.none);
    if (outcome.kind !== 'read') return outcome;
    clear();
    goTo(url, frame);
    shown();
    return outcome;
  },
  openLink: async ({ url }) => {
    if (!(await actions.openLinked(frame, url))) return say(ofFiles.why.gone());
    goTo(url, frame);
    shown();
  },
  keepLinks: async (urls) => {
    const tally = { kept: 0, failed: 0 };
    for (const url of urls) {
      const outcome = run.outcomes[url];
      const count = isRead(outcome) ? outcome.reports.length : 0;
      for (let at = 0; at < count; at++) {
        const answer = await actions.keep({ frame, attachment: url, report: at });
        tally[answer === 'failed' ? 'failed' : 'kept'] += 1;
      }
    }
    say(ofColumn.kept(tally.kept, tally.failed));
  },
  listMore: async () => {
    const count = await actions.listMore(frame);
    say(count === 0 ? ofColumn.noMore : ofColumn.moreFound(count));
  },
});

export type Keeping = {
  /** Answers whether it is kept. */
  keep: () => Promise<boolean>;
  openNote: () => Promise<void>;
  /** Keeps the report and goes on: to the next link that was read, else to the next tab with a report that is not kept. */
  keepAndGoOn: () => Promise<void>;
  /** To the next tab with a report that is not kept. */
  goOn: () => Promise<void>;
};

/** @param speakUp opens the panel, where it is closed: the chip has no room for what is told. */
export const keepingOf = (
  { words, language, actions }: PanelStanding,
  report: OpenReport,
  { column, run }: ReportsOnShow,
  { link, openLink }: Others,
  speakUp: () => void,
  say: Say,
): Keeping => {
  const goOn = async (): Promise<void> => {
    if (await actions.nextTab()) return;
    say(words.noNext);
    speakUp();
  };
  const keep = async (): Promise<boolean> => {
    const answer = await actions.keep(placeOf(report));
    say(words.keepAnswer[answer]);
    return answer !== 'failed';
  };
  return {
    keep,
    goOn,
    openNote: async () => {
      if (!(await actions.note(placeOf(report)))) say(noteWordsIn(language).noWindow);
    },
    keepAndGoOn: async () => {
      if (!(await keep())) return speakUp();
      const links = link ? (column?.nearby.links ?? []) : [];
      const later = links.slice(links.findIndex(({ url }) => url === link?.url) + 1);
      const next = later.find(({ url }) => isRead(run.outcomes[url]));
      return next ? openLink(next) : goOn();
    },
  };
};

export type Moves = {
  /** Where the person wants it beside the page, or it stands there, there; else, or where the browser does not let it, here. */
  openFromChip: () => Promise<void>;
  moveTo: (home: PanelHome) => Promise<void>;
  readAgain: () => Promise<void>;
  dismiss: (key: string, reason: DismissalReason) => void;
};

export const movesOf = (
  { over, stands, settings, words, actions }: PanelStanding,
  { enter, close }: { enter: (fromPage: boolean) => void; close: () => void },
  clear: () => void,
  say: Say,
): Moves => ({
  openFromChip: async () => {
    if ((settings.home === 'side' || stands) && (await actions.move('side'))) return;
    enter(false);
  },
  moveTo: async (home) => {
    if (!(await actions.move(home))) return say(words.notMoved);
    if (!over) return;
    actions.set({ home });
    close();
  },
  readAgain: async () => {
    await actions.readAgain();
    say(words.readAgainDone);
  },
  dismiss: (key, reason) => {
    clear();
    actions.dismiss(key, reason);
    say(words.dismissed);
  },
});
