import { isFigure, type PlainLine } from './lines.ts';
import type { Stretch } from './part.ts';

/**
 * Tables as tools print them that make text of pages for search and for language models: one cell a line, a bar behind each, and
 * behind a row as many bars as it has cells fewer than the widest one.
 *
 *     第二十条第（一）项 |
 *     |||
 *     信息内容 |
 *     本年制发件数 |
 */

const closed = /^([^|]*)\|$/;
const onlyBars = /^\|+$/;

/** One line: the cell that it closes, or bars alone. */
type ClosedCell = { text: string; bars: number };

const closingOf = ({ raw, text }: PlainLine): ClosedCell | null => {
  if (raw.includes('\t')) return null;
  if (onlyBars.test(text)) return { text: '', bars: text.length };
  const cell = closed.exec(text)?.[1];
  return cell === undefined ? null : { text: cell.trim(), bars: 1 };
};

/** A few lines with a bar behind them are no table. */
const leastLines = 8;

/** A row with its cells in order, and whether bars on a line of their own say how many it lacks. */
export type BarRow = { cells: string[]; told: boolean };

/** The rows of a table from a line on, as far as bars and width agree; `used` is how many lines they take. */
const rowsFrom = (lines: readonly ClosedCell[]): { rows: BarRow[]; used: number } | null => {
  const first = lines.findIndex(({ bars }) => bars > 1);
  const width = lines.slice(0, first + 1).reduce((sum, { bars }) => sum + bars, 0);
  const rows: BarRow[] = [];
  let used = 0;
  let cells: string[] = [];
  for (const [at, { text, bars }] of first < 0 ? [] : lines.entries()) {
    if (cells.length + bars > width) break;
    if (bars > 1) {
      // Bars on end close a row, wherever they stand.
      if (cells.length + bars < width) break;
      rows.push({ cells, told: true });
      cells = [];
      used = at + 1;
      continue;
    }
    cells.push(text);
    if (cells.length < width) continue;
    rows.push({ cells, told: false });
    cells = [];
    used = at + 1;
  }
  // What stands at the end of a text is trimmed, and the bars of its last row with it.
  if (cells.length > 0 && cells.every((cell) => cell !== '') && used + cells.length === lines.length) {
    rows.push({ cells, told: true });
    used = lines.length;
  }
  return rows.filter(({ told }) => told).length > 1 ? { rows, used } : null;
};

/** How many cells of words open a row. */
const labelsOf = (cells: readonly string[]): number => {
  const at = cells.findIndex((cell) => cell === '' || isFigure(cell));
  return at < 0 ? cells.length : at;
};

/** How many cells follow the labels in rows that tell it. */
const valuesOf = (rows: readonly BarRow[]): ReadonlySet<number> =>
  new Set(
    rows.flatMap(({ cells, told }) => {
      const labels = labelsOf(cells);
      return told && labels > 0 && labels < cells.length ? [cells.length - labels] : [];
    }),
  );

/**
 * A single bar behind a row is a blank cell of it, or says that it has one cell less: the other rows of the table know how many cells
 * follow the labels.
 */
export const withoutFiller = (rows: readonly BarRow[]): string[][] => {
  const values = valuesOf(rows);
  return rows.map(({ cells, told }) => {
    const short = cells.length - 1 - labelsOf(cells);
    return !told && cells.at(-1) === '' && values.has(short) && !values.has(short + 1)
      ? cells.slice(0, -1)
      : cells;
  });
};

/** Tables whose cells are each closed by a bar. Where bars and width do not agree, nobody can say which cells make a row: none is made. */
export const barTables = (lines: readonly PlainLine[]): Stretch[] => {
  const stretches: Stretch[] = [];
  const closings = lines.map(closingOf);
  let at = 0;
  while (at < lines.length) {
    const from = at;
    const run: ClosedCell[] = [];
    for (let closing = closings[at]; closing; closing = closings[++at]) run.push(closing);
    if (run.length < leastLines) {
      at = Math.max(at, from + 1);
      continue;
    }
    let begun = 0;
    while (begun < run.length) {
      const table = rowsFrom(run.slice(begun));
      if (!table) {
        const texts = lines.slice(from + begun, from + run.length).map(({ text }) => text);
        stretches.push({
          from: from + begun,
          to: from + run.length,
          parts: texts.map((text) => ({ kind: 'line', text })),
        });
        break;
      }
      stretches.push({
        from: from + begun,
        to: from + begun + table.used,
        parts: [{ kind: 'table', geometry: 'sequence', rows: withoutFiller(table.rows) }],
      });
      begun += table.used;
    }
  }
  return stretches;
};
