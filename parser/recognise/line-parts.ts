import { numberColumns } from '../table/counting.ts';
import { inOneLine, isWording, type KeyedCell, type KeyedRow } from '../table/keyed-sheet.ts';
import { labelKey } from '../text/label.ts';
import { named, type TableLexicon } from './lexicon.ts';

/** Which rows of a table with its figures in lines belong together: the headings of each line, and the line. */

export const isFigure = ({ figure }: KeyedCell): boolean =>
  figure.state === 'number' || figure.state === 'mark';

/** A row of figures, perhaps behind a label of its own (件数) that names neither a route nor an outcome. */
export const isLine = (row: KeyedRow, lexicon: TableLexicon): boolean => {
  const own = row.cells.filter((cell) => cell.own);
  const figures = own.filter(isFigure).length;
  const wording = own.filter(isWording);
  if (wording.length === 0) return figures > 0;
  const columns = lexicon.bands[0]?.columns ?? [];
  return (
    figures >= columns.length &&
    wording.every(
      (cell) => !named(lexicon.rows, cell) && ((cell === own[0] && isTotal(cell)) || !named(columns, cell)),
    )
  );
};

const totals: ReadonlySet<string> = new Set(['合计', '总计', '总数'].map(labelKey));

/** Does this label say that its line is that of the whole report? */
export const isTotal = ({ key }: KeyedCell): boolean => totals.has(key);

/** The cells of a line behind the label that it may have; a heading that reaches into the line is none of them. */
export const figuresOf = ({ cells }: KeyedRow): KeyedCell[] => {
  const own = cells.filter((cell) => cell.own || !isWording(cell));
  return own[0] && isWording(own[0]) ? own.slice(1) : own;
};

/** What a line is called: its label or, where it has none, its figures. */
export const printedOf = ({ cells }: KeyedRow): string => {
  const own = cells.filter((cell) => cell.own);
  const label = own.find(isWording);
  return label ? inOneLine(label) : own.flatMap((cell) => (isFigure(cell) ? [cell.text] : [])).join(' ');
};

/** A line of figures below its headings, and other lines below the same ones. */
export type HeadedLine = {
  heading: KeyedRow[];
  line: KeyedRow;
  /** As whole as the line: nobody can say which of them is the report's. */
  rivals: KeyedRow[];
  /** Surely not the report's. */
  others: KeyedRow[];
};

/** The line of figures of a part: where no row is one, the first below wording that holds none itself. */
const divide = (
  part: readonly KeyedRow[],
  lexicon: TableLexicon,
  sequence: boolean,
): { heading: KeyedRow[]; line: KeyedRow } | null => {
  const ends = sequence ? -1 : part.findLastIndex((row) => isLine(row, lexicon));
  const lastHeading =
    ends >= 0 ? ends - 1 : part.findLastIndex((row) => row.cells.some((cell) => cell.own && isWording(cell)));
  const line = part.slice(lastHeading + 1).find((row) => row.cells.some((cell) => cell.own));
  return line ? { heading: part.slice(0, lastHeading + 1), line } : null;
};

/** What stands before the figures of a line, beside them or in rows of its own. */
const labelsOf = (heading: readonly KeyedRow[], line: KeyedRow): KeyedCell[] =>
  [...heading, line].flatMap((row) => row.cells.filter((cell) => cell.own && isWording(cell)));

/**
 * The lines of figures of a table, each below its headings. A line without any is one more below those of the line before it (that of
 * another year, or of the body itself above that of all): it is the report's only where its label says so.
 */
export const headedLines = (
  parts: readonly (readonly KeyedRow[])[],
  lexicon: TableLexicon,
  sequence: boolean,
): HeadedLine[] => {
  const groups: { heading: KeyedRow[]; lines: KeyedRow[] }[] = [];
  for (const part of parts) {
    const divided = divide(part, lexicon, sequence);
    if (!divided) continue;
    const { heading, line } = divided;
    const labels = labelsOf(heading, line);
    const last = groups.at(-1);
    if (last && labels.length <= 1 && labels.every((label) => !named(lexicon.rows, label)))
      last.lines.push(line);
    else groups.push({ heading, lines: [line] });
  }
  return groups.flatMap(({ heading, lines }) => {
    const figures = lines.filter((line) => !numberColumns(figuresOf(line).map(({ text }) => text)));
    const sums = figures.filter(({ cells }) => cells.some((cell) => cell.own && isTotal(cell)));
    const [line = lines[0]] = sums.length === 1 ? sums : figures;
    if (!line) return [];
    const rest = figures.filter((one) => one !== line);
    const isRival = (one: KeyedRow): boolean =>
      sums.length !== 1 && one.cells.some(isFigure) && figuresOf(one).length === figuresOf(line).length;
    return [{ heading, line, rivals: rest.filter(isRival), others: rest.filter((one) => !isRival(one)) }];
  });
};

/** Routes printed one below the other in one table: each line of figures ends one. What stands below the last, a note say, is none. */
export const storeysOf = (rows: readonly KeyedRow[], lexicon: TableLexicon): KeyedRow[][] => {
  const parts: KeyedRow[][] = [[]];
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
const divided = (row: KeyedRow): KeyedRow[] => {
  const after = row.cells.findLastIndex(isWording) + 1;
  if (after === 0 || after === row.cells.length) return [row];
  return [
    { ...row, cells: row.cells.slice(0, after) },
    { ...row, cells: row.cells.slice(after) },
  ];
};

/** Where a source has lost its tables, each line of figures ends one. */
export const partsOf = (rows: readonly KeyedRow[]): KeyedRow[][] => {
  const parts: KeyedRow[][] = [];
  let open = false;
  for (const row of rows.flatMap(divided)) {
    const last = parts.at(-1);
    if (open && last) last.push(row);
    else parts.push([row]);
    open = row.cells.some(isWording) || !row.cells.some((cell) => cell.figure.state === 'number');
  }
  return parts;
};
