import { formGrid } from '../grid/form-grid.ts';
import type { GridProblem } from '../grid/grid.ts';
import type { TableBlock } from '../source/blocks.ts';
import { type PrintedFigure, readPrinted } from '../text/printed.ts';

/**
 * Any table as what it is, whatever form it follows or none: caption and unit, the boxhead over the columns, the stub beside the rows,
 * figures, notes. The names of the parts are those of the Census Manual of Tabular Presentation. A sheet starts as a bare grid, and each
 * step of `tableOf` (table.ts) says of it what it can tell from the rest; a step is pure and knows no form.
 */

/** A cell in its place. */
export type SheetCell = {
  text: string;
  /** Its first slot. */
  row: number;
  column: number;
  width: number;
  height: number;
  /** How far its words are set in, in half-width spaces. */
  indent: number;
  figure: PrintedFigure;
};

/**
 * `title`: caption, unit, date above the boxhead · `head`: headings, also where they are repeated further down · `body`: figures ·
 * `bare`: no figure, so that its label may be the title of the rows below it, or a line left blank · `note`: a remark across the
 * table · `hidden`: not shown.
 */
export type RowKind = 'title' | 'head' | 'body' | 'bare' | 'note' | 'hidden';

/** What the cells of a column are. `code`, `ordinal`: digits that name and do not count. */
export type ColumnKind = 'label' | 'code' | 'ordinal' | 'unit' | 'figures' | 'note';

/** Columns `from` … `to` − 1 with a stub of their own: a table printed as two side by side has two halves. */
export type Half = { from: number; to: number };

/** Numbering in front of a label. `rank`: 一、 1, （一） 2, 1. 3, （1） 4, ① 5. */
export type Numbering = { rank: number; ordinal: number };

/** What the stub says of one row. */
export type StubEntry = {
  /** The label as printed. */
  text: string;
  /** Labels from outside in: groups whose cell stands beside several rows, then the row's own. */
  path: readonly string[];
  /** Digits that name the row, from a column of codes or before the label. */
  code: string | null;
  numbering: Numbering | null;
  /** Depth to which the label is set in; 0 for the outermost of the table. */
  indent: number;
  /** It names only a part of what stands above it: 其中, #, of which. */
  ofWhich: boolean;
  /** It says that its figures are taken off: 减：, less. */
  minus: boolean;
  unit: string | null;
  /** The row to which codes, numbering or indent subordinate this one; null where none of them does. */
  parent: number | null;
};

export type Sheet = {
  /** Ordinal among all tables of the document. */
  index: number;
  width: number;
  height: number;
  cells: readonly SheetCell[];
  /** width × height slots; each holds the index of the cell that covers it, or −1. */
  slots: Int32Array;
  problems: readonly GridProblem[];
  /** Something of it is not shown, though it holds text: what a reader sees is not all that was read, or less. */
  concealed: boolean;
  rows: readonly RowKind[];
  columns: readonly ColumnKind[];
  halves: readonly Half[];
  /** Headings of each column from outside in. */
  headings: readonly (readonly string[])[];
  /** `stubs[half][row]`; null in rows that have no label there. */
  stubs: readonly (readonly (StubEntry | null)[])[];
  caption: string | null;
  unit: string | null;
  notes: readonly string[];
};

/** The cell that covers a slot, or null. */
export const cellAt = (sheet: Sheet, row: number, column: number): SheetCell | null => {
  if (row < 0 || row >= sheet.height || column < 0 || column >= sheet.width) return null;
  return sheet.cells[sheet.slots[row * sheet.width + column] ?? -1] ?? null;
};

/** The cell whose first slot this is: a spanned cell's figure stands once, at its top left. */
export const cellFrom = (sheet: Sheet, row: number, column: number): SheetCell | null => {
  const cell = cellAt(sheet, row, column);
  return cell?.row === row && cell.column === column ? cell : null;
};

/** The cells that begin in a row, left to right. */
export const cellsFrom = (sheet: Sheet, row: number): SheetCell[] => {
  const cells: SheetCell[] = [];
  for (let column = 0; column < sheet.width; column++) {
    const cell = cellFrom(sheet, row, column);
    if (cell) cells.push(cell);
  }
  return cells;
};

export const isNumber = (cell: SheetCell | null): boolean => cell?.figure.state === 'number';

/** Words, and no figure that does not parse. */
export const isWords = (cell: SheetCell | null): boolean =>
  cell !== null && cell.text !== '' && cell.figure.state === 'unreadable' && !cell.figure.digits;

export const isBlank = (cell: SheetCell | null): boolean => cell === null || cell.figure.state === 'blank';

/** Small figures and marks come again and again; a list of all that are different would take longer than reading them. */
const mostKnown = 1_000;

/** Lays a table out, with nothing said of it yet. */
export const layOut = (table: TableBlock): Sheet => {
  const grid = formGrid(table);
  const known = new Map<string, PrintedFigure>();
  const cells = grid.cells.map(({ cell, row, column, width, height }): SheetCell => {
    let figure = known.get(cell.text);
    if (!figure) {
      figure = readPrinted(cell.text);
      if (known.size < mostKnown) known.set(cell.text, figure);
    }
    // A cell of which it is not sure what a reader sees is no figure, nor surely empty.
    if (cell.obscured && figure.state !== 'unreadable') figure = { state: 'unreadable', digits: true };
    return { text: cell.text, row, column, width, height, indent: cell.indent ?? 0, figure };
  });
  return {
    index: table.index,
    width: grid.width,
    height: grid.height,
    cells,
    slots: grid.slots,
    problems: grid.problems,
    concealed: grid.hiddenText.size > 0 || grid.hidden.size > 0 || table.geometry === 'sequence',
    rows: Array.from({ length: grid.height }, (_, row) => (grid.hidden.has(row) ? 'hidden' : 'body')),
    columns: Array.from({ length: grid.width }, () => 'figures'),
    halves: [{ from: 0, to: grid.width }],
    headings: Array.from({ length: grid.width }, () => []),
    stubs: [Array.from({ length: grid.height }, () => null)],
    caption: null,
    unit: null,
    notes: [],
  };
};
