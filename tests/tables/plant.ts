import type { TableBlock } from '../../parser/source/blocks.ts';
import { accusedIn } from './found.ts';
import type { Equation, Invented } from './invented.ts';
import { withOneDigit } from './random.ts';

/** One digit of one figure changed, and what is said of it. */
export type Plant = {
  /** Other lines on which an equation that holds the cell is printed; `hidden`: the change is within rounding. */
  support: 'hidden' | 'none' | 'one' | 'more';
  /** A line that is asserted holds the cell. */
  found: boolean;
  /** Lines that are asserted and do not hold it. */
  accused: number;
};

const placesOf = ({ axis, line, terms }: Equation): [row: number, column: number][] =>
  terms.map(([at]) => (axis === 'down' ? [at, line] : [line, at]));

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** Half a unit of the last place for the total and each part; none is 0 here. */
const roomOf = (equation: Equation, grid: string[][]): number =>
  placesOf(equation).reduce(
    (room, [row, column]) => room + 0.5 * 10 ** -decimalsOf(grid[row]?.[column] ?? ''),
    0,
  );

/** The table with one cell set to another text. A cell is told by its text and row: invented tables hold no figure twice in a row. */
const changed = (table: TableBlock, row: number, from: string, to: string): TableBlock => ({
  ...table,
  rows: table.rows.map((line, at) =>
    at === row
      ? { ...line, cells: line.cells.map((cell) => (cell.text === from ? { ...cell, text: to } : cell)) }
      : line,
  ),
});

/** @returns null where nothing could be changed. */
export const plant = ({ table, grid, equations }: Invented, next: () => number): Plant | null => {
  const equation = equations[Math.floor(next() * equations.length)];
  if (!equation) return null;
  const places = placesOf(equation);
  const [row, column] = places[Math.floor(next() * places.length)] ?? [0, 0];
  const old = grid[row]?.[column] ?? '';
  if (grid[row]?.filter((text) => text === old).length !== 1) return null;
  const text = withOneDigit(old, next);
  if (text === null || Number(text) === 0) return null;
  const holding = equations.filter((one) => placesOf(one).some(([y, x]) => y === row && x === column));
  const seen = holding.filter((one) => Math.abs(Number(text) - Number(old)) > roomOf(one, grid) + 1e-9);
  const lines = seen.map(
    (one) =>
      equations.filter((other) => other.axis === one.axis && String(other.terms) === String(one.terms))
        .length - 1,
  );
  const most = Math.max(-1, ...lines);
  const accused = accusedIn(changed(table, row, old, text));
  const hits = accused.filter((slots) => slots.has(`${row} ${column}`)).length;
  return {
    support: most < 0 ? 'hidden' : most === 0 ? 'none' : most === 1 ? 'one' : 'more',
    found: hits > 0,
    accused: accused.length - hits,
  };
};
