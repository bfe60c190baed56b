import type { NamedLine } from '../forms/as-printed.ts';
import type { Issue } from '../issue.ts';
import type { Slot } from '../source/blocks.ts';
import type { KeyedCell, KeyedRow } from '../table/keyed-sheet.ts';
import { refOf } from '../text/ref.ts';

/** One cell of the report, tied to the cell of the form that it fills. */
export type Binding = {
  row: string;
  column: string;
  cell: KeyedCell;
  /** The position is in doubt: the figure is kept as raw text, never as a number. */
  doubt: boolean;
  /** Unit printed in the column's heading. */
  unit: string | null;
};

/** A row that the form does not have. */
type ExtraRow = { label: string; subtotal: boolean; slot: Slot; bindings: Omit<Binding, 'row'>[] };

/** What one table of the source holds of one table of a form. */
export type Fragment = {
  tableId: string;
  /** Ordinal of the table in the source. */
  table: number;
  /** What it was read from. */
  rows: readonly KeyedRow[];
  bindings: Binding[];
  extras: ExtraRow[];
  /** Lines of rows that the form leaves open: one for each unit, in the order printed. */
  lines: NamedLine[];
  /** Labels matched to the letter (after folding) and matched by likeness: the weight of the evidence for this form. */
  exact: number;
  alike: number;
  /** Of the exact ones, those of four characters and more: words that stand in no other kind of table by chance. */
  specific: number;
  issues: Issue[];
  /** Rows of the form that are there, but none of whose cells could be given to a column. */
  unread: Set<string>;
};

/** A fragment in which nothing was found yet. */
export const emptyFragment = (tableId: string, table: number, rows: readonly KeyedRow[]): Fragment => ({
  tableId,
  table,
  rows,
  bindings: [],
  extras: [],
  lines: [],
  exact: 0,
  alike: 0,
  specific: 0,
  issues: [],
  unread: new Set(),
});

/** A table of the form by its words, no figure of which could be given to its place: its issues say why. */
export const isUnread = ({ bindings, unread, specific }: Fragment): boolean =>
  bindings.length === 0 && unread.size > 0 && specific >= 4;

/** Cells of the form that a fragment fills, and rows of it that it prints without a figure being read. */
export const refsOf = (fragment: Fragment): string[] => [
  ...fragment.bindings.map((one) => refOf(fragment.tableId, one.row, one.column)),
  ...(isUnread(fragment) ? [...fragment.unread].map((row) => `${fragment.tableId}.${row}`) : []),
];
