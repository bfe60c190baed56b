import type { Form } from './schema.ts';

/**
 * The shape of a form whose rows are open: a set of tables in which each body prints the rows that it has. Columns and closing lines are named;
 * all other rows are keyed by a code, of which one begins another, or numbered in one list. Like any form it is a value: adding one touches
 * no logic. Its tables are read on top of the table model, and what it states is evaluated as what is inferred (`totals/prescribed.ts`).
 */

/** Of each list one wording must stand over the column, at whatever height: what a column is called in one layout is its group in another. */
export type OpenColumn = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly headings: readonly (readonly string[])[];
  /** A body may leave it out: a sum goes without it where it is a part, and is not asked for where it is the total. */
  readonly optional?: true;
};

/** A line of which the form prints the label. */
export type OpenLine = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases?: readonly string[];
  /** Labels of the lines behind it that say of what it consists. */
  readonly parts?: readonly string[];
  /** As in `OpenColumn`. */
  readonly optional?: true;
};

export type OpenHalf = {
  readonly columns: readonly OpenColumn[];
  readonly lines: readonly OpenLine[];
  /** `coded`: a row for each code · `listed`: 一、二、 … before the lines that close them · `any`: whatever row, for equations between columns only. */
  readonly rows: 'coded' | 'listed' | 'any';
};

type Sum = {
  readonly id: string;
  /** The half in which it stands, from 0. */
  readonly half: number;
  readonly zh: string;
  readonly en: string;
};

type OpenTerm = { readonly id: string; readonly weight: 1 | -1 };

/** Columns, on each row. */
export type SumOfColumns = Sum & {
  readonly over: 'rows';
  readonly target: string;
  readonly parts: readonly OpenTerm[];
};

/**
 * Rows, in each column. Lines by their ids · `listed`: the numbered list before the line · `below`: the parts of the line behind it · `codes`:
 * all that stand under none, of those that begin so; all where nothing is named.
 */
export type SumOfRows = Sum & {
  readonly over: 'columns';
  readonly target: string;
  readonly parts: readonly string[] | 'listed' | 'below' | { readonly codes: readonly string[] };
};

/** Each row with a code is the sum of the rows whose codes it begins. */
export type SumOfCodes = Sum & { readonly over: 'codes' };

/** One figure printed in both halves. */
export type Balance = Sum & {
  readonly over: 'halves';
  /** A line and a column of the half named above, and those of another. */
  readonly own: readonly [line: string, column: string];
  readonly other: readonly [half: number, line: string, column: string];
};

export type OpenSum = SumOfColumns | SumOfRows | SumOfCodes | Balance;

export type OpenTable = {
  readonly id: string;
  readonly title: string;
  readonly en: string;
  /** What else it is called. */
  readonly aliases?: readonly string[];
  /** One: where a table is printed as several side by side, each is such a half, and codes are looked for in all of them. */
  readonly halves: readonly OpenHalf[];
  readonly sums: readonly OpenSum[];
};

/** A cell of one of the tables. */
export type OpenCell = {
  readonly table: string;
  readonly half: number;
  readonly line: string;
  readonly column: string;
};

/** The rows of a table that its form does not name: those of a numbered list, or the outermost codes. */
type OpenRows = { readonly table: string; readonly half: number; readonly column: string };

/**
 * What one table prints of another: a figure that is one of the other table, or the sum of several; `rows`: each row that is called as one of the
 * other table is. Each table is rounded by itself, so that it says something only where it differs by more than so many units of the last
 * place, and then it is a hint.
 */
export type Between = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly within: number;
} & (
  | { readonly over: 'cells'; readonly target: OpenCell; readonly parts: readonly OpenCell[] }
  | { readonly over: 'rows'; readonly target: OpenRows; readonly part: OpenRows }
);

export type OpenForm = {
  readonly id: string;
  readonly title: string;
  readonly issuedAs: string;
  readonly tables: readonly OpenTable[];
  readonly between: readonly Between[];
};

/** Declares a form with open rows. Returns it unchanged; what it refers to is checked by `tests/forms`. */
export const defineOpenForm = (form: OpenForm): OpenForm => form;

/** A form of either kind, as a person may write one. */
export type AnyForm = Form | OpenForm;

export const isOpenForm = (form: AnyForm): form is OpenForm => 'between' in form;

export const isClosedForm = (form: AnyForm): form is Form => !isOpenForm(form);
