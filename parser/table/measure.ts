import type { Slot } from '../source/blocks.ts';
import { add, type Decimal, decimalOf, decimalText, isSame, subtract } from '../text/decimal.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** What figures that a person has chosen come to: for a look, and no finding. */

/** Rows and columns from 0, the last ones included. */
export type Area = {
  table: number;
  rows: [first: number, last: number];
  columns: [first: number, last: number];
};

export type Measure = {
  /** Cells that hold a number, and those that do not. */
  numbers: number;
  others: number;
  /** Exact; null without any number. */
  sum: string | null;
  least: string | null;
  most: string | null;
  /** Figures elsewhere on the page that are the same as the sum, in document order, as printed. */
  equal: { slot: Slot; raw: string }[];
};

/** More are not listed: a sum of 0 stands everywhere. */
export const mostEqual = 20;

const isIn = ({ row, column, width, height }: SheetCell, { rows, columns }: Area): boolean =>
  row <= rows[1] && row + height > rows[0] && column <= columns[1] && column + width > columns[0];

export const cellsIn = (sheet: Sheet, area: Area): SheetCell[] =>
  sheet.cells.filter((cell) => sheet.rows[cell.row] !== 'hidden' && isIn(cell, area));

/** From one cell to another, with both in it. */
export const areaBetween = (table: number, from: SheetCell, to: SheetCell): Area => ({
  table,
  rows: [Math.min(from.row, to.row), Math.max(from.row + from.height, to.row + to.height) - 1],
  columns: [Math.min(from.column, to.column), Math.max(from.column + from.width, to.column + to.width) - 1],
});

const numbersIn = (cells: readonly SheetCell[]): number =>
  cells.filter(({ figure }) => figure.state === 'number').length;

/** What a cell stands for: a figure for itself; a heading for what is below it, a label for what is beside it, whichever holds more numbers. */
export const areaOf = (sheet: Sheet, cell: SheetCell): Area => {
  const { row, column, width, height, figure } = cell;
  const own = areaBetween(sheet.index, cell, cell);
  if (figure.state === 'number') return own;
  const below: Area = { ...own, rows: [row + height, sheet.height - 1] };
  const beside: Area = { ...own, columns: [column + width, sheet.width - 1] };
  const [down, across] = [below, beside].map((area) => numbersIn(cellsIn(sheet, area)));
  if (!down && !across) return own;
  return (across ?? 0) > (down ?? 0) ? beside : below;
};

const decimalIn = ({ figure }: SheetCell): Decimal | null =>
  figure.state === 'number' ? decimalOf(figure.value) : null;

/** @param sheets all tables of the page. */
export const measure = (sheets: readonly Sheet[], area: Area): Measure => {
  const sheet = sheets.find(({ index }) => index === area.table);
  const chosen = sheet ? cellsIn(sheet, area) : [];
  const values = chosen.flatMap((cell) => decimalIn(cell) ?? []);
  const [first, ...more] = values;
  if (!first) return { numbers: 0, others: chosen.length, sum: null, least: null, most: null, equal: [] };
  const isLess = (a: Decimal, b: Decimal): boolean => subtract(a, b).units < 0n;
  const sum = more.reduce(add, first);
  const own = new Set(chosen);
  const equal: Measure['equal'] = [];
  for (const one of sheets)
    for (const cell of one.cells) {
      if (equal.length >= mostEqual) break;
      const value = decimalIn(cell);
      if (value === null || own.has(cell) || one.rows[cell.row] === 'hidden' || !isSame(value, sum)) continue;
      equal.push({ slot: { table: one.index, row: cell.row, column: cell.column }, raw: cell.text });
    }
  return {
    numbers: values.length,
    others: chosen.length - values.length,
    sum: decimalText(sum),
    least: decimalText(more.reduce((least, one) => (isLess(one, least) ? one : least), first)),
    most: decimalText(more.reduce((most, one) => (isLess(most, one) ? one : most), first)),
    equal,
  };
};
