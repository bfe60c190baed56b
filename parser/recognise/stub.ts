import type { Slot } from '../source/blocks.ts';
import {
  inOneLine,
  isNumber,
  isWording,
  type KeyedCell,
  type KeyedRow,
  type KeyedSheet,
} from '../table/keyed-sheet.ts';
import { bindRows, isSubtotal } from './bind.ts';
import { type Assignment, assign, isBroken } from './boxhead.ts';
import { type DataRow, dataRowsOf } from './data-rows.ts';
import { emptyFragment, type Fragment } from './fragment.ts';
import { Headings } from './headings.ts';
import type { Boxhead } from './leaf.ts';
import { matches, type RowEntry, type TableLexicon } from './lexicon.ts';

type Assigned = Extract<Assignment, { outcome: 'assigned' }>;

/**
 * How many cells every row has where merged cells leave blank ones, known by the blanks between labels and figures; null where
 * they leave none. A shorter row has lost cells, blanks at its end for instance.
 */
const paddedWidth = (rows: readonly DataRow[], lexicon: TableLexicon): number | null => {
  const bound = rows.filter(({ entry }) => entry);
  const isPadded = ({ data, entry }: DataRow): boolean =>
    data.length > (lexicon.bands[entry?.band ?? 0]?.columns.length ?? 0) && data[0]?.figure.state === 'blank';
  return bound.some(isPadded) ? Math.max(...bound.map(({ row }) => row.cells.length)) : null;
};

/** Does a row that is not on the form stand in a band of its own, under column headings that are not on the form either? */
const hasOwnHeading = ({ heading }: DataRow, lexicon: TableLexicon): boolean =>
  lexicon.bands.length > 1 &&
  heading.some((row) => {
    const wording = row.cells.filter((cell) => cell.own && isWording(cell));
    return (
      wording.length >= 2 &&
      wording.every((cell) => !matches({ keys: lexicon.columnKeys }, cell)) &&
      wording.some((cell) => !lexicon.groups.has(cell.key))
    );
  });

/** Headings of the table before, for a table that was cut in two without repeating them. */
export type Inherited = {
  /** Those that stood above rows, by their band. */
  boxheads: ReadonlyMap<number, Boxhead>;
  /** Those at its end, whose rows come first in the next. */
  left: readonly KeyedRow[];
};

export const nothingInherited: Inherited = { boxheads: new Map(), left: [] };

/** One table while it is read, row by row, into its fragment. */
class Stub {
  readonly fragment: Fragment;
  readonly #lexicon: TableLexicon;
  readonly #sequence: boolean;
  readonly #headings: Headings;
  /** As `paddedWidth` says. */
  readonly #width: number | null;
  readonly #bound = new Set<string>();
  /** What is said once: headings that name no columns, columns without a heading, headings beside their columns. */
  readonly #unknown = new Set<KeyedRow[]>();
  readonly #inferred = new Set<string>();
  readonly #broken = new Set<Boxhead>();

  constructor(sheet: KeyedSheet, lexicon: TableLexicon, rows: readonly DataRow[], inherited: Inherited) {
    this.fragment = emptyFragment(lexicon.table.id, sheet.table.index, sheet.rows);
    this.#lexicon = lexicon;
    this.#sequence = sheet.table.geometry === 'sequence';
    this.#width = this.#sequence ? paddedWidth(rows, lexicon) : null;
    this.#headings = new Headings(rows, lexicon, inherited.boxheads, this.#sequence, this.fragment);
  }

  get boxheads(): ReadonlyMap<number, Boxhead> {
    return this.#headings.boxheads;
  }

  /** @param band of the row or, where it is not on the form, of the row above it. */
  read(row: DataRow, band: number): void {
    const boxhead = this.#headings.above(row, band);
    if (row.entry) this.#readRow(row, row.entry, band, boxhead);
    else this.#readExtra(row, band, boxhead);
  }

  /** Figures without a label. */
  readStray({ cells }: KeyedRow): void {
    const figures = cells.filter((cell) => cell.own && isNumber(cell));
    const [first] = figures;
    if (first) this.#doubt(null, figures.map((cell) => cell.text).join(' '), first.slot);
  }

  #doubt(entry: RowEntry | null, label: string, slot: Slot): void {
    const { tableId, issues } = this.fragment;
    issues.push({ code: 'row_in_doubt', table: tableId, row: entry?.label.id ?? null, label, slot });
  }

  /** A row that the form does not have. */
  #readExtra(row: DataRow, band: number, boxhead: Boxhead | null): void {
    const { label, data } = row;
    const columns = this.#lexicon.bands[band]?.columns;
    const assignment =
      boxhead && columns && !this.#headings.mayBorrow(row, band, boxhead)
        ? assign(data, boxhead, columns, this.#sequence)
        : null;
    if (assignment?.outcome !== 'assigned' || hasOwnHeading(row, this.#lexicon)) {
      if (data.some(isNumber)) this.#doubt(null, inOneLine(label), label.slot);
      return;
    }
    if (assignment.cells.every((one) => one.cell.figure.state === 'unreadable')) return;
    if (row.maybe) this.#doubt(row.maybe, inOneLine(label), label.slot);
    this.fragment.extras.push({
      label: inOneLine(label),
      subtotal: isSubtotal(label.key, this.#lexicon),
      slot: label.slot,
      bindings: assignment.cells.map(({ leaf, cell, doubt }) => ({
        column: leaf.id,
        cell,
        doubt,
        unit: leaf.unit,
      })),
    });
  }

  /** A row of the form. */
  #readRow(row: DataRow, entry: RowEntry, band: number, boxhead: Boxhead | null): void {
    const { tableId, bindings, issues, unread } = this.fragment;
    const { id } = entry.label;
    const { label } = row;
    this.#credit(row, entry);
    if (this.#bound.has(id)) {
      issues.push({
        code: 'row_repeated',
        table: tableId,
        row: id,
        label: inOneLine(label),
        slot: label.slot,
      });
      for (const binding of bindings) if (binding.row === id) binding.doubt = true;
      return;
    }
    this.#bound.add(id);
    if (!boxhead || boxhead.reordered) {
      unread.add(id);
      if (!this.#unknown.has(row.heading))
        issues.push({ code: 'columns_unknown', table: tableId, slot: label.slot });
      this.#unknown.add(row.heading);
      return;
    }
    const assignment = this.#assign(row, band, boxhead);
    if (assignment.outcome === 'dropped') {
      const { found, expected } = assignment;
      unread.add(id);
      issues.push({
        code: 'cells_dropped',
        table: tableId,
        row: id,
        label: inOneLine(label),
        found,
        expected,
        slot: label.slot,
      });
      return;
    }
    this.#noteColumns(assignment, boxhead, label);
    for (const { leaf, cell, doubt } of assignment.cells)
      bindings.push({ row: id, column: leaf.id, cell, doubt, unit: leaf.unit });
  }

  /** What the label of a row says for the form. */
  #credit({ label, exact }: DataRow, entry: RowEntry): void {
    if (exact) {
      this.fragment.exact++;
      if (label.key.length >= 4) this.fragment.specific++;
      return;
    }
    this.fragment.alike++;
    this.fragment.issues.push({
      code: 'label_differs',
      table: this.fragment.tableId,
      id: entry.label.id,
      printed: inOneLine(label),
      official: entry.label.zh,
      slot: label.slot,
    });
  }

  #assign(row: DataRow, band: number, boxhead: Boxhead): Assignment {
    const { data } = row;
    const columns = this.#lexicon.bands[band]?.columns ?? [];
    const expected = columns.length;
    const short = this.#width === null ? 0 : this.#width - row.row.cells.length;
    if (short > 0) return { outcome: 'dropped', found: Math.max(0, expected - short), expected };
    const assignment = assign(data, boxhead, columns, this.#sequence);
    const lost = this.#misplaced(assignment, boxhead) && this.#headings.hasLongerBeside(row, band);
    return lost || this.#headings.mayBorrow(row, band, boxhead)
      ? { outcome: 'dropped', found: data.length, expected }
      : assignment;
  }

  #misplaced(assignment: Assignment, boxhead: Boxhead): Slot | null {
    return this.#sequence ? null : isBroken(assignment, boxhead);
  }

  /** What is to be known of the columns of a row that was read, once for all rows. */
  #noteColumns(assignment: Assigned, boxhead: Boxhead, label: KeyedCell): void {
    const { tableId, issues } = this.fragment;
    const { inferred } = assignment;
    if (inferred !== null && !this.#inferred.has(inferred)) {
      this.#inferred.add(inferred);
      const slot = boxhead.leaves[0]?.cell.slot ?? label.slot;
      issues.push({ code: 'header_cell_missing', table: tableId, column: inferred, slot });
    }
    if (this.#broken.has(boxhead)) return;
    const slot = this.#misplaced(assignment, boxhead);
    if (!slot) return;
    this.#broken.add(boxhead);
    issues.push({ code: 'columns_broken', table: tableId, slot });
  }
}

/** Reads a table whose row labels stand at its left: table two, table three, and table four where it is printed so. */
export const readStub = (
  sheet: KeyedSheet,
  lexicon: TableLexicon,
  inherited: Inherited,
): { fragment: Fragment; headings: Inherited } => {
  const { rows, strays, left } = dataRowsOf(sheet, lexicon, inherited.left);
  bindRows(rows, lexicon);
  const stub = new Stub(sheet, lexicon, rows, inherited);
  let band = 0;
  for (const row of rows) {
    band = row.entry?.band ?? band;
    stub.read(row, band);
  }
  for (const row of strays) stub.readStray(row);
  return { fragment: stub.fragment, headings: { boxheads: stub.boxheads, left } };
};
