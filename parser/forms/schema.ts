/**
 * The shape of a form: its tables, rows, columns and identities, as data. Adding a form touches no logic.
 * The compiler checks what a form refers to; `tests/forms` checks the data against the zod schema in `form-shape.ts`.
 */

/** A printed label with its stable id. */
type FormLabel = {
  readonly id: string;
  /** Official wording, as printed on the form. */
  readonly zh: string;
  readonly en: string;
  /** Headings above it, outermost first. */
  readonly groups?: readonly string[];
  /** Other wordings, seen in published reports or likely. */
  readonly aliases?: readonly string[];
};

export type FormColumn = FormLabel & {
  readonly type: 'count' | 'signed' | 'money';
  /** The unit that the heading of the form itself prescribes. */
  readonly unit?: string;
  /** A report may leave it out: a sum then goes without it. */
  readonly optional?: true;
};

export type FormRow = FormLabel & {
  /** This row may be printed in place of these: then they are not expected. */
  readonly insteadOf?: readonly string[];
  /** Printed once for each unit, under its name; a single line may have no name at all. In a sum it stands for all its lines. */
  readonly repeats?: true;
  /** A report may leave it out: a sum that needs it is then not asked for. */
  readonly optional?: true;
};

/** Rows that share one boxhead. Table two has several, tables three and four one each. */
export type Band = {
  readonly title: string | null;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
};

export type FormTable = {
  readonly id: string;
  readonly title: string;
  /** What it is about, in English: the table of …. */
  readonly en?: string;
  readonly bands: readonly Band[];
};

/** left = right, once for each column (terms are rows) or for each row (terms are columns) of its table. */
export type Identity = {
  readonly id: string;
  readonly table: string;
  readonly over: 'columns' | 'rows';
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly zh: string;
  readonly en: string;
  /** The words on the form that state the relation, if it states it. */
  readonly wording: string | null;
  readonly basis: 'printed_on_form' | 'parts_and_total';
};

/** By what a page that may hold the form is told from one that cannot, before anything of it is read. */
export type Signs = {
  /**
   * Wordings that a table of the form prints and other tables seldom do, and the one of their characters that is rarest elsewhere. The live
   * page is looked over for them (`npm run signs`); blanks between characters and traditional characters are seen to.
   */
  readonly wordings: readonly { readonly zh: string; readonly rarest: string }[];
  /** Characters, traditional ones as well, of which each page with the form prints one at least, and few other pages any. */
  readonly characters: string;
};

/** How a rule is told to people, in one language. */
type RuleWords = {
  readonly relation: string;
  readonly scope: string;
  readonly source: string;
  readonly example: string;
};

/**
 * A figure of the next year's report that follows from figures of this year's: once for each column (terms are rows) or for each row (terms are
 * columns) of the table. later = earlier, as far as their weights say, + what `during` names of the later report.
 */
export type YearlyRelation = {
  /** A finding of it is called `history.id@KEY`, KEY being the column or the row. */
  readonly id: string;
  readonly table: string;
  readonly over: 'columns' | 'rows';
  readonly later: string;
  readonly earlier: readonly YearlyTerm[];
  readonly during: readonly YearlyTerm[];
  /** The column or row for which nothing explains a difference but a change of the body itself; null: for none. */
  readonly firm: string | null;
  readonly level: 'firm' | 'warning';
  readonly words: { readonly zh: RuleWords; readonly en: RuleWords };
};

type YearlyTerm = { readonly id: string; readonly weight: 1 | -1 };

/** A name in both languages. */
export type Named = { readonly zh: string; readonly en: string };

/** What of a report people look at first, and what it is called there. */
export type Overview = {
  /** Each is the number printed in a cell, or the sum of those printed in several. */
  readonly figures: readonly (Named & { readonly id: string; readonly cells: readonly string[] })[];
  /** One figure as a share of another. */
  readonly rate: {
    readonly part: string;
    readonly whole: string;
    readonly label: Named;
    readonly formula: Named;
  } | null;
  /** The lines of the summary: the rate, or figures under a name of their own. */
  readonly lines: readonly ('rate' | (Named & { readonly figures: readonly string[] }))[];
  /** The parts into which the cases of the year fall, each the sum of rows in one column. */
  readonly outcomes: {
    readonly table: string;
    readonly column: string;
    readonly parts: readonly (Named & { readonly rows: readonly string[] })[];
  } | null;
};

/** Words of a text, parted by blanks, that name one part of the form. `close`: wordings near to it, which may also mean another. */
export type Wording = {
  readonly id: string;
  readonly words?: string;
  readonly close?: string;
  /** Words for some of what the cell counts: 撤诉 is one of several other results. */
  readonly some?: string;
};

/**
 * Where the form counts what happens to an application and the disputes about one, for the grammar that reads texts: its own ids stand here and in
 * the words, and nowhere in the grammar. A name that ends in `*` is a heading over the rows that begin so.
 */
export type ProseCells = {
  readonly requests: {
    readonly table: string;
    /** The column of all applicants. */
    readonly total: string;
    readonly received: string;
    readonly carriedOver: string;
    readonly processed: string;
    readonly carriedForward: string;
    readonly granted: string;
    readonly partlyGranted: string;
    /** The outcomes by which less or nothing was granted: refused first, what remains last. */
    readonly groups: readonly string[];
    /** Those of them that a text may not count among what was answered. */
    readonly unanswered: readonly string[];
  };
  readonly applicants: {
    readonly person: string;
    /** The name in the words for all who are no persons, and their columns. */
    readonly all: string;
    readonly organisations: readonly string[];
    readonly remaining: string;
  };
  readonly disputes: {
    readonly table: string;
    readonly total: string;
    readonly remaining: string;
    /** What is not decided yet. */
    readonly pending: string;
    readonly review: readonly string[];
    readonly litigation: readonly string[];
  };
};

/** How texts of reports name what the tables of the form count. */
export type ProseWords = {
  readonly rows: readonly Wording[];
  readonly columns: readonly Wording[];
  readonly routes: readonly Wording[];
  readonly applicants: readonly Wording[];
  readonly cells: ProseCells;
};

export type Form = {
  readonly id: string;
  readonly title: string;
  readonly issuedAs: string;
  /** What reports on it are called, in the notation of `report-name.ts`. */
  readonly names: readonly string[];
  /** What the sentence calls them that announces one (现将我局2022年度…报告如下), before 报告 or 年报; null: no such sentence is looked for. */
  readonly announcedAs: string | null;
  /** null: every page may hold the form. */
  readonly signs: Signs | null;
  readonly tables: readonly FormTable[];
  readonly identities: readonly Identity[];
  /** Relations to the report of the year after. */
  readonly yearly: readonly YearlyRelation[];
  /** null: no figure of it is looked at before the others. */
  readonly overview: Overview | null;
  /** Without it no number of a text is set against the tables. */
  readonly prose?: ProseWords;
};

type RowId<T extends FormTable> = T['bands'][number]['rows'][number]['id'];
type ColumnId<T extends FormTable> = T['bands'][number]['columns'][number]['id'];

/** An identity whose table, rows and columns exist in `T`: a misspelt reference does not compile. */
type IdentityOf<T extends FormTable> = T extends FormTable
  ? Omit<Identity, 'table' | 'over' | 'left' | 'right'> & { readonly table: T['id'] } & (
        | {
            readonly over: 'columns';
            readonly left: readonly RowId<T>[];
            readonly right: readonly RowId<T>[];
          }
        | {
            readonly over: 'rows';
            readonly left: readonly ColumnId<T>[];
            readonly right: readonly ColumnId<T>[];
          }
      )
  : never;

/** Declares a form. Returns it unchanged; its only work is done by the compiler. */
export const defineForm = <const Id extends string, const Tables extends readonly FormTable[]>(form: {
  readonly id: Id;
  readonly title: string;
  readonly issuedAs: string;
  readonly names: readonly string[];
  readonly announcedAs: string | null;
  readonly signs: Signs | null;
  readonly tables: Tables;
  readonly identities: readonly IdentityOf<Tables[number]>[];
  readonly yearly: readonly YearlyRelation[];
  readonly overview: Overview | null;
  readonly prose?: ProseWords;
}): typeof form & Form => form;
