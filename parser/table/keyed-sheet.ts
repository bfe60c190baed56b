import { formGrid } from '../grid/form-grid.ts';
import { cellsOfRow, type GridProblem } from '../grid/grid.ts';
import type { Obscurity } from '../issue.ts';
import type { Cell, Slot, TableBlock } from '../source/blocks.ts';
import { headKey, labelKey } from '../text/label.ts';
import { remembered } from '../text/remembered.ts';
import { strike } from '../text/struck.ts';
import { type Figure, readFigure } from '../text/value.ts';

/**
 * A table row by row, as labels are looked for in it: words as keys, each cell in every row that it covers. Steps that make another such sheet
 * of one are pure and know no form.
 */

/** A cell: its words as keys, its figure, and where it lies. */
export type KeyedCell = {
  text: string;
  /** Key of the whole text and of the part before its first bracket; both '' for a cell without words. */
  key: string;
  head: string;
  figure: Figure;
  /** Why it is not sure what a reader sees in it; null where it is. */
  obscured: Obscurity | null;
  slot: Slot;
  /** First column and width in grid columns; for a `sequence` table the ordinal in its row, and 1. */
  column: number;
  width: number;
  height: number;
  /** False in the rows which a cell only reaches by its rowspan. */
  own: boolean;
};

export type KeyedRow = {
  index: number;
  cells: KeyedCell[];
  hidden: boolean;
  /** A cell of it that is not shown holds text. */
  hiddenText?: boolean;
};

/** One table, row by row, each cell once in every row that it covers. */
export type KeyedSheet = {
  table: TableBlock;
  rows: KeyedRow[];
  problems: GridProblem[];
};

const wordless: Figure = { state: 'blank' };
/** A longer text is neither label nor figure; nothing is gained by looking at it. */
const longest = 400;
const letters = /\p{Script=Han}/u;

type Description = Pick<KeyedCell, 'text' | 'key' | 'head' | 'figure' | 'obscured'>;

const unreadable: Figure = { state: 'unreadable' };

const describe = ({ text, obscured }: Cell): Description => {
  if (text.length > longest)
    return { text, key: '', head: '', figure: unreadable, obscured: obscured ?? null };
  const known = described(text);
  return obscured ? { ...known, figure: unreadable, obscured } : known;
};

const describeAnew = (text: string): Description => {
  if (text === '') return { text, key: '', head: '', figure: wordless, obscured: null };
  const figure = readFigure(text);
  const obscured = figure.state === 'unreadable' && text.includes(strike) ? 'struck' : null;
  if (figure.state !== 'unreadable' || !letters.test(text))
    return { text, key: '', head: '', figure, obscured };
  return { text, key: labelKey(text), head: headKey(text), figure, obscured };
};

/** On all pages the same labels and small figures come again and again. */
const described = remembered(describeAnew, { most: 4_000, longest });

/** Is this cell a piece of wording (a label or a heading), rather than a figure, a mark or nothing? */
export const isWording = (cell: KeyedCell): boolean => cell.key !== '';

export const isNumber = ({ figure }: KeyedCell): boolean => figure.state === 'number';

export const isBlank = ({ figure }: KeyedCell): boolean => figure.state === 'blank';

/** What a cell prints, in one line. */
export const inOneLine = ({ text }: KeyedCell): string => text.replaceAll('\n', '');

/** Lays a table out for labels to be looked for in it. */
export const keyedSheet = (table: TableBlock): KeyedSheet => {
  if (table.geometry === 'sequence') {
    const rows = table.rows.map((row, index) => ({
      index,
      hidden: row.hidden === true,
      cells: row.cells.map((cell, column) => ({
        ...describe(cell),
        slot: { table: table.index, row: index, column },
        column,
        width: 1,
        height: 1,
        own: true,
      })),
    }));
    return { table, rows, problems: [] };
  }
  const grid = formGrid(table);
  const described = grid.cells.map((place) => ({
    ...describe(place.cell),
    slot: { table: table.index, row: place.row, column: place.column },
    column: place.column,
    width: place.width,
    height: place.height,
  }));
  const rows = Array.from({ length: grid.height }, (_, index) => ({
    index,
    hidden: grid.hidden.has(index),
    hiddenText: grid.hiddenText.has(index),
    cells: cellsOfRow(grid, index).flatMap((at) => {
      const cell = described[at];
      return cell ? [{ ...cell, own: cell.slot.row === index }] : [];
    }),
  }));
  return { table, rows, problems: grid.problems };
};
