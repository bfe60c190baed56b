import type { HistoryFinding } from '../compare/history.ts';
import type { CellSum, Child, Without } from '../compare/parent-sum.ts';
import type { BodySeries } from '../compare/series.ts';
import type { Label } from './names.ts';

/** All that a language must word of several reports: two beside each other, one beside the sum of others, the years of one body. */
export type BetweenPhrases = {
  colon: string;
  comma: string;
  semicolon: string;
  brackets: (text: string) => string;
  comparison: {
    raw: (text: string) => string;
    noCell: string;
    noUnit: string;
    blank: string;
    unreadable: (raw: string) => string;
    standsFor: (row: string, names: string) => string;
    sameInEvery: string;
    noIdentity: string;
    /** An identity and where it stands. */
    placed: (where: string, identity: string) => string;
  };
  sum: {
    states: Record<CellSum['state'], string>;
    whys: Record<Without['why'], (count: number) => string>;
    /** Why a child's report is not in the sums, or not as it is; null where it simply is. */
    parts: Record<Child['part'], (name: string, child: Child) => string | null>;
    /** A cell of which nothing is sure: the parent's figure beside what the children have that state one. */
    undetermined: (cell: string, figure: string, sum: string, children: number) => string;
    parentLacks: (cells: number) => string;
  };
  history: {
    /** Appended where the two reports may not be of one body. */
    doubt: Record<HistoryFinding['names'], string>;
    unchanged: (table: string, earlier: number, later: number) => string;
    twoReports: (year: number) => string;
    label: (label: Label) => string;
    /** What a figure prints, and what it should be from those of the year before. `off`: by how much, where they differ. */
    related: (parts: {
      target: string;
      later: number;
      printed: string;
      source: string;
      earlier: number;
      /** Columns that are added or taken off. */
      extra: readonly string[];
      sum: string;
      off: string | null;
    }) => string;
    missing: (years: readonly number[]) => string;
    names: Record<HistoryFinding['names'], string>;
    beside: (
      before: NonNullable<BodySeries['before']>,
      authority: BodySeries['authority'],
      how: string,
    ) => string;
  };
};
