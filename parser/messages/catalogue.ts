import type { Diagnosis, ReasonCode } from '../extraction.ts';
import type { Identity } from '../forms/schema.ts';
import type { Issue, IssueCode } from '../issue.ts';
import type { Label, Names } from './names.ts';
import type { Words } from './words.ts';

/** Names of things in one language, as an issue sentence needs them. */
export type Naming = {
  table: Names['table'];
  row: (table: string, id: string) => string;
  column: (table: string, id: string) => string;
  cell: (ref: string) => string;
};

/** The parts of an equation, for a language to put together. */
type EquationParts = {
  where: string;
  identity: string;
  left: string;
  right: string;
  holds: boolean;
  /** Its size, without a sign: the numbers show the direction. */
  difference: string;
  zerosLeftOut: boolean;
  /** How many blank or marked cells were counted as zero. */
  assumedZero: number;
};

type Likely = NonNullable<Diagnosis['alternatives'][number]['likely']>;

/** What a guess at the cause can name. */
export type GuessParts = {
  /** By how much the first of the cells would change, without a sign. */
  by: string;
  /** Would it grow? */
  grows: boolean;
  /** Is it printed as 0? */
  zero: boolean;
  /** The part that a total missed, as a cell's row and column; null where that is not known. */
  part: string | null;
};

/** All a language must word. What is missing does not compile. */
export type Catalogue = Pick<Words, 'language' | 'outcome' | 'severity' | 'ui'> & {
  table: (title: string) => string;
  /** A row or column name, short enough for a sentence. */
  name: (label: Label) => string;
  row: (name: string) => string;
  column: (name: string) => string;
  cell: (row: string, column: string) => string;
  /** Where an identity over columns, or over rows, stands. */
  place: (name: string, over: Identity['over']) => string;
  identity: (identity: Identity) => string;
  equation: (parts: EquationParts) => string;
  undetermined: (where: string, identity: string, reason: string) => string;
  undeterminedGroup: (count: number, reason: string) => string;
  /** The first names of a list and how many there are in all. */
  places: (names: readonly string[], total: number) => string;
  cells: (names: readonly string[], total: number) => string;
  /** Cells that all stand in a few rows or columns, already named as such. */
  cellsWithin: (lines: readonly string[], total: number) => string;
  /** Why, for one check. */
  reasons: Record<ReasonCode, (cells: string) => string>;
  /** Why, for several: with no number at all, where they stand says more than their cells. */
  noNumberAt: (places: string) => string;
  /** A cell printed `from`, or blank, that would be `to`. */
  change: (cell: string, from: string | null, to: string) => string;
  /** The changes of one alternative, how many violated identities they satisfy, and the guess. */
  alternative: (changes: readonly string[], violated: number, guess: string | null) => string;
  guesses: Record<Likely, (parts: GuessParts) => string>;
  /** Beside the first alternative there are `others`; `capped`: perhaps more. */
  otherAlternatives: (others: number, capped: boolean) => string;
  noAlternative: string;
  issues: { [Code in IssueCode]: (issue: Extract<Issue, { code: Code }>, naming: Naming) => string };
};
