import type { Outcome } from '../parser/findings/verdict.ts';
import { type ReportRow, verdicts } from './entry.ts';

/** Which reports are listed, and in which order. Indices into all rows, so that 100,000 are sorted without being copied. */

export type ReportFilter = {
  words: string;
  verdict: Outcome | null;
  /** `unknown`: reports whose year was not found. */
  year: number | 'unknown' | null;
  kind: string | null;
};

export const everything: ReportFilter = { words: '', verdict: null, year: null, kind: null };

export const sortable = [
  'authority',
  'year',
  'verdict',
  'violated',
  'unread',
  'coverage',
  'received',
] as const;
export type SortKey = (typeof sortable)[number];
export type ReportOrder = { by: SortKey; down: boolean };

/** What needs a look first; the most violated of them first. */
export const firstOrder: ReportOrder = { by: 'verdict', down: false };

type Listing = {
  select(filter: ReportFilter, order: ReportOrder): Uint32Array;
  years: readonly (number | 'unknown')[];
};

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Share of the cells read; a report of which nothing was expected was not recognised. */
const coverageOf = ({ coverage }: ReportRow): number =>
  coverage.expected === 0 ? -1 : coverage.read / coverage.expected;

/** Everything that does not change with the filter is worked out once. */
export const listingOf = (rows: readonly ReportRow[]): Listing => {
  const texts = rows.map(({ authority, path }) => folded(`${authority ?? ''} ${path}`));
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const names = [...new Set(rows.map(({ authority, path }) => authority ?? path))].sort(collator.compare);
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  const nameRanks = Uint32Array.from(rows, ({ authority, path }) => ranks.get(authority ?? path) ?? 0);
  const values: Record<SortKey, (at: number, row: ReportRow) => number> = {
    authority: (at) => nameRanks[at] ?? 0,
    year: (_at, { year }) => year ?? -1,
    verdict: (_at, { verdict }) => verdicts.indexOf(verdict),
    violated: (_at, { counts }) => counts.violated,
    unread: (_at, { counts }) => counts.unread,
    coverage: (_at, row) => coverageOf(row),
    received: (_at, { received }) => received ?? -1,
  };
  const found = new Set(rows.map(({ year }) => year));
  const numbered = [...found].filter((year) => year !== null).sort((a, b) => b - a);
  return {
    years: found.has(null) ? [...numbered, 'unknown'] : numbered,
    select: (filter, { by, down }) => {
      const words = folded(filter.words).split(/\s+/).filter(Boolean);
      const chosen = Uint32Array.from(rows.keys()).filter((at) => {
        const row = rows[at];
        if (!row) return false;
        if (filter.verdict !== null && row.verdict !== filter.verdict) return false;
        if (filter.year !== null && (row.year ?? 'unknown') !== filter.year) return false;
        if (filter.kind !== null && !row.kinds.includes(filter.kind)) return false;
        return words.every((word) => texts[at]?.includes(word));
      });
      const keys = Float64Array.from(rows, (row, at) => values[by](at, row));
      const findings = Float64Array.from(rows, (row, at) => values.violated(at, row));
      const sign = down ? -1 : 1;
      return chosen.sort(
        (a, b) =>
          sign * ((keys[a] ?? 0) - (keys[b] ?? 0)) ||
          (by === 'verdict' ? (findings[b] ?? 0) - (findings[a] ?? 0) : 0) ||
          (nameRanks[a] ?? 0) - (nameRanks[b] ?? 0) ||
          (rows[a]?.year ?? 0) - (rows[b]?.year ?? 0) ||
          a - b,
      );
    },
  };
};

/** How many reports of each verdict there are, year by year, the earliest first and those without a year last. */
type YearTally = { year: number | 'unknown'; counts: Record<Outcome, number> };

export const tallyByYear = (rows: readonly ReportRow[]): YearTally[] => {
  const tallies = new Map<number | 'unknown', Record<Outcome, number>>();
  for (const { year, verdict } of rows) {
    const key = year ?? 'unknown';
    const counts = tallies.get(key) ?? { violated: 0, open: 0, unread: 0, holds: 0 };
    counts[verdict] += 1;
    tallies.set(key, counts);
  }
  const rank = (year: number | 'unknown'): number => (year === 'unknown' ? Infinity : year);
  return [...tallies]
    .map(([year, counts]) => ({ year, counts }))
    .sort((a, b) => (rank(a.year) === rank(b.year) ? 0 : rank(a.year) - rank(b.year)));
};

/** In how many reports each kind of finding was made, the most frequent first. */
export const tallyByKind = (rows: readonly ReportRow[]): { kind: string; reports: number }[] => {
  const tallies = new Map<string, number>();
  for (const { kinds } of rows) for (const kind of kinds) tallies.set(kind, (tallies.get(kind) ?? 0) + 1);
  return [...tallies]
    .map(([kind, reports]) => ({ kind, reports }))
    .sort((a, b) => b.reports - a.reports || (a.kind < b.kind ? -1 : 1));
};

/** How much was read, in steps: all, nine tenths and more, half and more, less, and nothing recognised. */
export const coverageSteps = ['all', 'most', 'half', 'less', 'nothing'] as const;
export type CoverageStep = (typeof coverageSteps)[number];

export const tallyByCoverage = (rows: readonly ReportRow[]): Record<CoverageStep, number> => {
  const tally: Record<CoverageStep, number> = { all: 0, most: 0, half: 0, less: 0, nothing: 0 };
  for (const row of rows) {
    const share = coverageOf(row);
    tally[
      share < 0 ? 'nothing' : share >= 1 ? 'all' : share >= 0.9 ? 'most' : share >= 0.5 ? 'half' : 'less'
    ] += 1;
  }
  return tally;
};
