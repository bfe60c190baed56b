import type { Obscurity } from '../../issue.ts';
import { readFigure } from '../../text/value.ts';
import type { Row } from '../blocks.ts';

/** Tables that a page break divides, put together again. */

/** A cell of a printed table; `column` and `columns` count boundaries in `xs`. */
type PrintedCell = {
  row: number;
  column: number;
  rows: number;
  columns: number;
  text: string;
  obscured?: Obscurity;
};
export type PrintedTable = { xs: number[]; rows: number; cells: PrintedCell[] };

/** Boundaries of two pages that differ by no more are one. */
const apart = 6;

const unspaced = (text: string): string => text.replace(/\s+/g, '');
const isFigure = (text: string): boolean => {
  if (text === '') return false;
  const { state } = readFigure(text);
  return state === 'number' || state === 'mark';
};
const isWording = (text: string): boolean => text !== '' && !isFigure(text);
/** How the rows and groups of a form begin: 三、 （四） 5. */
const numbered = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]/;

/** Is the second table the rest of the first? Both run between the same edges, and their columns are the same or divisions of the same. */
export const continues = (upper: PrintedTable, lower: PrintedTable): boolean => {
  const near = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && Math.abs(a - b) <= apart;
  if (!near(upper.xs[0], lower.xs[0]) || !near(upper.xs.at(-1), lower.xs.at(-1))) return false;
  const within = (some: readonly number[], all: readonly number[]) =>
    some.every((x) => all.some((other) => near(x, other)));
  return within(upper.xs, lower.xs) || within(lower.xs, upper.xs);
};

/** The table with its cells counted in the boundaries of another, which has all of its own. */
const recounted = (table: PrintedTable, xs: readonly number[]): PrintedTable => {
  const place = table.xs.map((x) =>
    xs.reduce((best, other, at) => (Math.abs(other - x) < Math.abs((xs[best] ?? 0) - x) ? at : best), 0),
  );
  const cells = table.cells.map((cell) => {
    const column = place[cell.column] ?? 0;
    return { ...cell, column, columns: (place[cell.column + cell.columns] ?? column + 1) - column };
  });
  return { ...table, xs: [...xs], cells };
};

const inRow = (table: PrintedTable, row: number): PrintedCell[] =>
  table.cells
    .filter((cell) => cell.row <= row && cell.row + cell.rows > row)
    .sort((a, b) => a.column - b.column);

const withoutRow = (table: PrintedTable, row: number): PrintedTable => ({
  ...table,
  rows: table.rows - 1,
  cells: table.cells.flatMap((cell) => {
    if (cell.row > row) return [{ ...cell, row: cell.row - 1 }];
    if (cell.row + cell.rows <= row) return [cell];
    return cell.rows > 1 ? [{ ...cell, rows: cell.rows - 1 }] : [];
  }),
});

/** How many rows at the top of the lower table only repeat the heading of the upper one. */
const repeatedHeading = (upper: PrintedTable, lower: PrintedTable): number => {
  let rows = 0;
  const signature = (table: PrintedTable, row: number) =>
    inRow(table, row)
      .map((cell) => `${cell.column} ${cell.columns} ${unspaced(cell.text)}`)
      .join('|');
  const worded = (row: number) => {
    const cells = inRow(lower, row);
    return cells.some((cell) => isWording(cell.text)) && !cells.some((cell) => isFigure(cell.text));
  };
  while (
    rows < Math.min(upper.rows, lower.rows - 1) &&
    worded(rows) &&
    signature(upper, rows) === signature(lower, rows)
  )
    rows++;
  return rows;
};

type Pair = { upper: PrintedCell; lower: PrintedCell };

/** What labels the first row below a page break; a cell that spans more rows is the heading of a group. */
const labelsBelow = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(({ lower }) => lower.rows === 1 && isWording(lower.text));

/**
 * Did it cut a row in whose narrow cells figures are set on two lines? Then no label stands below, or the numbered one goes on without
 * a number, and no figure below has more digits than the line above it.
 */
const isCutInFigures = (pairs: readonly Pair[]): boolean => {
  const labels = labelsBelow(pairs);
  const goOn = pairs.filter(({ lower }) => isFigure(lower.text));
  if (goOn.some(({ upper }) => !isFigure(upper.text))) return false;
  if (labels.length === 0) return true;
  const numberless = labels.every(
    ({ upper, lower }) => numbered.test(unspaced(upper.text)) && !numbered.test(unspaced(lower.text)),
  );
  return numberless && goOn.every(({ upper, lower }) => lower.text.length <= upper.text.length);
};

/**
 * Did the page break cut a row in two, rather than fall between two rows? The figures stand in one of its halves only, and the
 * label begins in the upper one.
 */
const isCutRow = (pairs: readonly Pair[]): boolean => {
  const above = pairs.some(({ upper }) => isFigure(upper.text));
  const below = pairs.some(({ lower }) => isFigure(lower.text));
  if (above && below) return isCutInFigures(pairs);
  if (!above && !below) return false;
  const clash = pairs.some(
    ({ upper, lower }) =>
      (isFigure(upper.text) && lower.text !== '') || (isFigure(lower.text) && upper.text !== ''),
  );
  if (clash) return false;
  const labels = labelsBelow(pairs);
  return (
    labels.length > 0 &&
    labels.every(({ upper, lower }) => isWording(upper.text) && !numbered.test(unspaced(lower.text)))
  );
};

/** Does a cell that spans rows go on below the break? Then it is empty there, says the same again, or holds the rest of a label. */
const goesOn = ({ upper, lower }: Pair, below: readonly PrintedCell[]): boolean => {
  if (!isWording(upper.text)) return false;
  if (lower.text === '') return below.some((cell) => cell.column > lower.column && isWording(cell.text));
  if (!isWording(lower.text) || upper.rows + lower.rows < 3) return false;
  return unspaced(upper.text) === unspaced(lower.text) || !numbered.test(unspaced(lower.text));
};

/** A figure on both sides of a page break stays on two lines: whether it is one is not for us to say. */
const together = (upper: string, lower: string): string => {
  if (isFigure(upper) && isFigure(lower)) return `${upper}\n${lower}`;
  return unspaced(upper) === unspaced(lower) ? upper : upper + lower;
};

/** One table of a table and its rest on the next page. */
export const append = (first: PrintedTable, second: PrintedTable): PrintedTable => {
  const xs = first.xs.length >= second.xs.length ? first.xs : second.xs;
  const upper = recounted(first, xs);
  let lower = recounted(second, xs);
  for (let left = repeatedHeading(upper, lower); left > 0; left--) lower = withoutRow(lower, 0);
  const above = inRow(upper, upper.rows - 1);
  const below = inRow(lower, 0);
  const pairs = above.flatMap((one) => {
    const other = below.find((cell) => cell.column === one.column && cell.columns === one.columns);
    return other ? [{ upper: one, lower: other }] : [];
  });
  const cut = pairs.length === above.length && pairs.length === below.length && isCutRow(pairs);
  const shift = upper.rows - (cut ? 1 : 0);
  const merged = new Map<PrintedCell, PrintedCell>();
  const absorbed = new Set<PrintedCell>();
  for (const pair of pairs) {
    if (!cut && !goesOn(pair, below)) continue;
    absorbed.add(pair.lower);
    const obscured = pair.upper.obscured ?? pair.lower.obscured;
    merged.set(pair.upper, {
      ...pair.upper,
      ...(obscured && { obscured }),
      rows: pair.upper.rows + pair.lower.rows - (cut ? 1 : 0),
      text: together(pair.upper.text, pair.lower.text),
    });
  }
  return {
    xs,
    rows: lower.rows + shift,
    cells: [
      ...upper.cells.map((cell) => merged.get(cell) ?? cell),
      ...lower.cells
        .filter((cell) => !absorbed.has(cell))
        .map((cell) => ({ ...cell, row: cell.row + shift })),
    ],
  };
};

/** The table as rows of cells with spans. */
export const rowsOf = (table: PrintedTable): Row[] => {
  const rows = Array.from({ length: table.rows }, (): Row => ({ cells: [], group: 0 }));
  for (const cell of [...table.cells].sort((a, b) => a.column - b.column))
    rows[cell.row]?.cells.push({
      text: cell.text,
      colspan: cell.columns,
      rowspan: cell.rows,
      ...(cell.obscured && { obscured: cell.obscured }),
    });
  return rows;
};
