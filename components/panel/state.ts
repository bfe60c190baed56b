import { useEffect, useState } from 'preact/hooks';
import { isKeepable } from '../../parser/findings/totals.ts';
import { type Listed, listedIn } from '../conclusion.tsx';
import { useMedia } from '../media.ts';
import type { PanelView } from '../settings.ts';
import { stepped } from '../stepper.tsx';
import {
  type Exports,
  exportsOf,
  type Keeping,
  keepingOf,
  type Moves,
  movesOf,
  type Others,
  othersOf,
} from './deeds.ts';
import { type Marker, markerOf, type PanelMarks, useMarking } from './marking.ts';
import { type Opening, useOpening } from './opening.ts';
import {
  type OpenReport,
  type PageVerdict,
  type ReportsOnShow,
  useReports,
  verdictOnPage,
} from './reports.ts';
import { type PanelProps, type PanelStanding, standingOf } from './standing.ts';

/** All that the panel knows and can do while a report is on show. The layout is made of it, and of nothing else. */
export type OpenPanel = PanelStanding & {
  reports: ReportsOnShow;
  report: OpenReport;
  recognised: boolean;
  keepable: boolean;
  verdict: PageVerdict;
  opening: Opening;
  marking: PanelMarks;
  marker: Marker;
  exports: Exports;
  others: Others;
  keeping: Keeping;
  moves: Moves;
  view: PanelView;
  setView: (view: PanelView) => void;
  /** What findings are searched for, and what the tables beside them are. */
  query: string;
  setQuery: (query: string) => void;
  sought: string;
  setSought: (sought: string) => void;
  /** While the edge is dragged. */
  size: number | null;
  setSize: (size: number | null) => void;
  notice: string;
  say: (notice: string) => void;
  /** A window with room for findings and tables side by side. */
  beside: boolean;
  listed: readonly Listed[];
  /** Place of the finding that is marked, −1 where none is. */
  listedAt: number;
  step: (by: 1 | -1) => void;
};

const keyOfListed = (one: Listed): string => ('check' in one ? one.check.id : one.statement.shownAs);

/** @returns null where nothing was read. */
export const usePanel = (props: PanelProps): OpenPanel | null => {
  const standing = standingOf(props);
  const { language, judgement, alone, actions } = standing;
  const [view, setView] = useState<PanelView>(props.place?.view ?? 'conclusion');
  const [size, setSize] = useState<number | null>(null);
  const [sought, setSought] = useState('');
  const [query, setQuery] = useState('');
  const [notice, say] = useState('');
  const beside = useMedia('(min-width: 900px)') && alone;
  const reports = useReports(props.readings, actions);
  const { report } = reports;
  const verdict = verdictOnPage(reports.reports, judgement, language);
  const marking = useMarking(standing);
  // A live region speaks only of what changes in it: so the verdict comes after the region.
  useEffect(() => say(verdict.said), [verdict.said]);
  const opening = useOpening(props, standing, view, () => {
    marking.clear();
    say('');
  });
  const box = (): DOMRect | undefined => opening.panel.current?.getBoundingClientRect();
  const marker = report ? markerOf(standing, marking, report, box, beside, say) : null;
  useFollowing(props, report, opening.open && view === 'data', marker);
  const speakUp = (): void => {
    if (!opening.open) opening.enter(true);
  };
  const begin = (): void => {
    setView('conclusion');
    opening.focus();
  };
  const others = report && othersOf(standing, report, reports, begin, marking.clear, say);
  const keeping = report && others && keepingOf(standing, report, reports, others, speakUp, say);
  const keepable = report !== undefined && isKeepable(report.extraction, report.tables);
  const { goneOn = 0 } = props;
  useEffect(() => {
    if (goneOn > 0) void (keepable ? keeping?.keepAndGoOn() : keeping?.goOn());
  }, [goneOn]);
  if (!report || !marker || !others || !keeping) return null;
  const { clear, shown } = marking;
  const recognised = report.extraction.form !== null;
  const listed = recognised ? listedIn(report, language, judgement) : [];
  const listedAt = listed.findIndex((one) => keyOfListed(one) === shown);
  const step = (by: 1 | -1): void => {
    const next = listed[stepped(listedAt, by, listed.length)];
    if (!next || keyOfListed(next) === shown) return;
    setQuery('');
    setView('conclusion');
    if ('check' in next) void marker.toggleCheck(next.check);
    else void marker.toggleStatement(next.statement);
  };
  return {
    ...standing,
    reports,
    report,
    recognised,
    keepable,
    verdict,
    opening,
    marking,
    marker,
    exports: exportsOf(standing, report, say),
    others,
    keeping,
    moves: movesOf(standing, opening, clear, say),
    ...{ view, setView, query, setQuery, sought, setSought, size, setSize, notice, say, beside },
    listed,
    listedAt,
    step,
  };
};

/** Clicks in the page are followed only while the tables are on show. Of an attachment nothing stands on the page. */
const useFollowing = (
  { picked = null, actions }: PanelProps,
  report: OpenReport | undefined,
  onShow: boolean,
  marker: Marker | null,
): void => {
  const follows = onShow && report?.attachment === null;
  useEffect(() => {
    if (!follows || !report) return;
    actions.follow(
      report.frame,
      report.extraction.facts.map(({ slot }) => slot),
    );
    return () => actions.follow(report.frame, []);
  }, [follows, report?.frame, report?.extraction]);
  useEffect(() => {
    if (!picked || !follows || picked.frame !== report?.frame) return;
    const { table, row, column } = picked.slot;
    const fact = report.extraction.facts.find(
      ({ slot }) => slot.table === table && slot.row === row && slot.column === column,
    );
    if (fact) void marker?.look(fact.ref);
  }, [picked?.count]);
};
