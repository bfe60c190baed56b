/**
 * The shape of a form: its tables, rows, columns and identities, as data. Adding a form touches no logic.
 * The compiler checks what a form refers to; `tests/forms` checks the data against the zod schema in `form-shape.ts`.
 */

/** A printed label with its stable id. */
type Label = {
  readonly id: string;
  /** Official wording, as printed on the form. */
  readonly zh: string;
  readonly en: string;
  /** Headings above it, outermost first. */
  readonly groups?: readonly string[];
  /** Other wordings, seen in published reports or likely. */
  readonly aliases?: readonly string[];
};

export type FormColumn = Label & {
  readonly type: 'count' | 'signed' | 'money';
  /** The unit that the heading of the form itself prescribes. */
  readonly unit?: string;
};

export type FormRow = Label & {
  /** This row may be printed in place of these: then they are not expected. */
  readonly insteadOf?: readonly string[];
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
  /** `stub`: row labels stand at the left. `line`: they stand in the boxhead, above the columns, and all figures in one line. */
  readonly layout: 'stub' | 'line';
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

export type Form = {
  readonly id: string;
  readonly title: string;
  readonly issuedAs: string;
  readonly tables: readonly FormTable[];
  readonly identities: readonly Identity[];
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
  readonly tables: Tables;
  readonly identities: readonly IdentityOf<Tables[number]>[];
}): typeof form & Form => form;
