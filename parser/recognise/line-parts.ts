import type { Lexicon } from './lexicon.ts';
import { isWording, type SheetCell, type SheetRow } from './sheet.ts';

/** Which rows of a table with its figures in lines belong together: the headings of each line, and the line. */

export const matches = (entry: { keys: ReadonlySet<string> }, key: string): boolean => entry.keys.has(key);

export const named = <E extends { keys: ReadonlySet<string> }>(
  entries: readonly E[],
  cell: SheetCell,
): E | undefined =>
  entries.find((entry) => matches(entry, cell.key) || (cell.head !== '' && matches(entry, cell.head)));

export const isFigure = ({ figure }: SheetCell): boolean =>
  figure.state === 'number' || figure.state === 'mark';

/** A row of figures, perhaps behind a label of its own (件数) that names neither a route nor an outcome. */
export const isLine = (row: SheetRow, lexicon: Lexicon): boolean => {
  const own = row.cells.filter((cell) => cell.own);
  const figures = own.filter(isFigure).length;
  const wording = own.filter(isWording);
  if (wording.length === 0) return figures > 0;
  const columns = lexicon.bands[0]?.columns ?? [];
  return (
    figures >= columns.length && wording.every((cell) => !named(lexicon.rows, cell) && !named(columns, cell))
  );
};

/** Routes printed one below the other in one table: each line of figures ends one. What stands below the last, a note say, is none. */
export const storeysOf = (rows: readonly SheetRow[], lexicon: Lexicon): SheetRow[][] => {
  const parts: SheetRow[][] = [[]];
  for (const row of rows) {
    parts.at(-1)?.push(row);
    if (isLine(row, lexicon)) parts.push([]);
  }
  const [first] = parts;
  const columns = lexicon.bands[0]?.columns ?? [];
  return parts.filter(
    (part) =>
      part === first ||
      part.some((row) => isLine(row, lexicon) || row.cells.some((cell) => cell.own && named(columns, cell))),
  );
};

/** Where a source has lost its rows, the last heading and the figures can have become one row. */
const divided = (row: SheetRow): SheetRow[] => {
  const after = row.cells.findLastIndex(isWording) + 1;
  if (after === 0 || after === row.cells.length) return [row];
  return [
    { ...row, cells: row.cells.slice(0, after) },
    { ...row, cells: row.cells.slice(after) },
  ];
};

/** Where a source has lost its tables, each line of figures ends one. */
export const partsOf = (rows: readonly SheetRow[]): SheetRow[][] => {
  const parts: SheetRow[][] = [];
  let open = false;
  for (const row of rows.flatMap(divided)) {
    const last = parts.at(-1);
    if (open && last) last.push(row);
    else parts.push([row]);
    open = row.cells.some(isWording) || !row.cells.some((cell) => cell.figure.state === 'number');
  }
  return parts;
};
