import type { Claim } from '../extraction.ts';
import type { ProseFinding } from '../prose/prose-findings.ts';

/** All that a language must word. Numbers come printed. */
export type ClaimPhrases = {
  /** The sum of several cells, by their names or by the heading they stand under. */
  sumOf: (names: readonly string[], more: number) => string;
  sumUnder: (heading: string) => string;
  agrees: (value: string, cells: string) => string;
  differs: (value: string, cells: string, table: string) => string;
  part: (value: string) => string;
  otherPeriod: (value: string) => string;
  unsure: (value: string, cells: string) => string;
  noFigure: (value: string, cells: string) => string;
  untied: (value: string) => string;
  /** `off`: by how much they differ, without a sign. */
  sum: Record<ProseFinding['outcome'], (total: string, parts: string, all: string, off: string) => string>;
  /** What a percentage comes to: with two decimals more than the text printed, then with as many. */
  computed: (exact: string, rounded: string, decimals: number, isExact: boolean) => string;
  share: Record<
    ProseFinding['outcome'],
    (percent: string, part: string, base: string, computed: string) => string
  >;
  change: Record<
    ProseFinding['outcome'],
    (percent: string, part: string, base: string, computed: string) => string
  >;
  period: Record<ProseFinding['outcome'], (from: string, to: string, year: string) => string>;
  balance: Record<ProseFinding['outcome'], (arrived: string, left: string) => string>;
  repeated: (value: string, other: string) => string;
  misspeltYear: (named: string) => string;
  wrongYear: (named: string, year: string) => string;
  worthALook: (sentence: string) => string;
  who: Record<Claim['scope'], string>;
  thisYear: (year: number | null) => string;
  otherTime: string;
  readAs: (who: string, when: string, what: string) => string;
  day: (year: number | null, month: number, day: number) => string;
};
