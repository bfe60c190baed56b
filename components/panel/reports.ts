import { useState } from 'preact/hooks';
import type { Extraction } from '../../parser/extraction.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import {
  gravest,
  type Outcome,
  type Reasons,
  reasonsOf,
  together,
  verdictOn,
} from '../../parser/findings/verdict.ts';
import { headline } from '../../parser/messages/headline.ts';
import { tallyOf } from '../../parser/messages/relations.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { ProseFinding } from '../../parser/prose/prose-findings.ts';
import type { TableReading } from '../../parser/tabulation.ts';
import type { PanelActions, ReportPlace } from '../actions.ts';
import { withReport } from '../attachments.ts';
import { type ColumnRun, useColumnRun } from '../column-run.ts';
import { notLooked, type ShelfContext } from '../shelf-context.ts';
import type { TableClip } from '../totals-view.tsx';
import type { Nearby } from '../why-none.tsx';
import { panelWordsIn } from '../words-in.ts';

/** The reports of a page, the one of them that is on show, and what is decided about all. */

/** All that was read in one frame of the page, or in an attachment of it, its tidy CSV, and what else is there. */
export type FrameReading = {
  frame: number;
  attachment: string | null;
  extractions: readonly Extraction[];
  /** For each extraction what its text says of itself, and what the shelf holds around it; neither where that is not known yet. */
  findings?: readonly (readonly ProseFinding[])[];
  around?: readonly ShelfContext[];
  /** Where no report was recognised: the tables with figures, if something adds up in one of them. */
  tables?: readonly TableReading[];
  /** The same tables for the clipboard. */
  clips?: readonly TableClip[];
  csv: string;
  nearby: Nearby;
};

/** One report with what is known of it. */
export type OpenReport = Omit<FrameReading, 'extractions' | 'findings' | 'around'> &
  ShelfContext & { report: number; extraction: Extraction; statements: readonly ProseFinding[] };

const reportsIn = (readings: readonly FrameReading[]): OpenReport[] =>
  readings.flatMap(({ extractions, findings, around, ...reading }) =>
    extractions.map((extraction, report) => ({
      ...reading,
      report,
      extraction,
      statements: findings?.[report] ?? [],
      ...(around?.[report] ?? notLooked),
    })),
  );

/** A page that holds no report, but links to many. */
const columnIn = (readings: readonly FrameReading[]): FrameReading | undefined =>
  readings.find(
    ({ attachment, nearby, extractions }) =>
      attachment === null && nearby.links.length > 1 && !extractions.some(({ form }) => form !== null),
  );

const isAt = (one: ReportPlace, other: ReportPlace): boolean =>
  one.frame === other.frame && one.attachment === other.attachment && one.report === other.report;

export type ReportsOnShow = {
  reports: readonly OpenReport[];
  /** The one on show; none where nothing was read. */
  report: OpenReport | undefined;
  column: FrameReading | undefined;
  run: ColumnRun;
  /** The links of the column are on show. */
  listing: boolean;
  toList: () => void;
  choose: (place: ReportPlace | null) => void;
  /** Shows what was read of a file or a link. */
  goTo: (attachment: string, frame: number) => void;
};

export const useReports = (readings: readonly FrameReading[], actions: PanelActions): ReportsOnShow => {
  const [chosen, choose] = useState<ReportPlace | null>(null);
  const [onList, setOnList] = useState(true);
  const all = reportsIn(readings);
  const reports = withReport(all);
  const column = columnIn(readings);
  const run = useColumnRun((url) => actions.readLinked(column?.frame ?? 0, url));
  const listing = column !== undefined && onList;
  const report =
    ((listing && all.find((one) => one.frame === column.frame && one.attachment === null)) ||
      reports.find((one) => chosen !== null && isAt(one, chosen))) ??
    reports[0];
  const goTo = (attachment: string, frame: number): void => {
    setOnList(false);
    choose({ frame, attachment, report: 0 });
  };
  return { reports, report, column, run, listing, toList: () => setOnList(true), choose, goTo };
};

/** What is decided about all reports of a page, and the sentence that says so. */
export type PageVerdict = { outcome: Outcome; reasons: Reasons; said: string };

export const verdictOnPage = (
  reports: readonly OpenReport[],
  judgement: Judgement,
  language: Language,
): PageVerdict => {
  const verdicts = reports.map((one) => verdictOn(one, judgement));
  const outcome = gravest(verdicts.map((one) => one.verdict));
  const reasons = together(verdicts.map(reasonsOf));
  const summed = reports.every(({ extraction }) => extraction.form === null)
    ? reports.flatMap(({ tables = [] }) => tables)
    : [];
  // Of a page without a report its totals are told, by their number.
  if (summed.length > 0) return { outcome, reasons, said: tallyOf(summed, language) };
  if (outcome !== 'unread') return { outcome, reasons, said: headline(reasons, language) };
  const words = panelWordsIn(language);
  const hasTables = reports.some(({ tables }) => tables !== undefined);
  return { outcome, reasons, said: hasTables ? words.noTotals : words.nothingRecognised };
};
