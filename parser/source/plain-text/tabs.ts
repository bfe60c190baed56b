import { isFigure, isProse, type PlainLine, sectionHeading } from './lines.ts';
import { geometryOf, type Stretch, type TextPart } from './part.ts';

/** A cell of a table; a longer text or a sentence behind a tab is an indented paragraph. */
const isIndentedProse = (line: PlainLine): boolean => line.raw.lastIndexOf('\t') === 0 && isProse(line.text);

const isTabLine = (line: PlainLine | undefined): boolean =>
  line?.raw.includes('\t') === true && !isIndentedProse(line);

/** A line that ends a table of either kind, wherever it stands. */
const endsTable = (line: PlainLine): boolean =>
  !line.raw.includes('\t') ? sectionHeading.test(line.text) || isProse(line.text) : isIndentedProse(line);

const isBlank = (line: PlainLine | undefined): boolean => line?.text === '' && !line.raw.includes('\t');

/** Tables whose cells stand behind or between tabs. */
export const tabTables = (lines: readonly PlainLine[]): Stretch[] => {
  const stretches: Stretch[] = [];
  let at = 0;
  while (at < lines.length) {
    if (!isTabLine(lines[at])) {
      at++;
      continue;
    }
    const from = at;
    let to = at;
    for (; at < lines.length; at++) {
      const line = lines[at];
      if (!line || (endsTable(line) && !continuesCell(lines, at))) break;
      if (isTabLine(line)) to = at + 1;
    }
    if (!isExport(lines.slice(from, to))) {
      stretches.push({ from, to, parts: readRows(lines.slice(from, to)) });
      continue;
    }
    // The last cell can go on behind the last tab.
    while (to < at && !isBlank(lines[to])) to++;
    stretches.push({ from, to, parts: readExport(lines.slice(from, to)) });
  }
  return stretches;
};

/** The rest of a cell that was broken into lines can end like a sentence; a further cell follows it then. */
const continuesCell = (lines: readonly PlainLine[], at: number): boolean => {
  const line = lines[at];
  return (
    line !== undefined &&
    line.text.length <= 40 &&
    !sectionHeading.test(line.text) &&
    lines[at - 1]?.raw.startsWith('\t') === true &&
    lines[at + 1]?.raw.startsWith('\t') === true
  );
};

/**
 * Does a tab open each cell, rather than stand between the cells of one row? It does where every line with a tab begins with
 * one, unless the lines hold several cells each and nothing but their ends divides the rows.
 */
const isExport = (run: readonly PlainLine[]): boolean => {
  const withTab = run.filter((line) => line.raw.includes('\t'));
  if (!withTab.every((line) => line.raw.startsWith('\t'))) return false;
  const several = withTab.filter((line) => line.raw.lastIndexOf('\t') > 0).length;
  return run.some(isBlank) || several * 2 < withTab.length || withTab.length === 1;
};

/**
 * The export of a word processor: a tab opens each cell, a blank line ends a row, further lines without a tab continue the
 * cell. Spans are lost: a row-spanned cell comes again empty, a column-spanned one once.
 */
const readExport = (run: readonly PlainLine[]): TextPart[] => {
  const parts: TextPart[] = [];
  let rows: string[][] | null = null;
  let row: string[] | null = null;
  run.forEach((line, at) => {
    if (line.raw.startsWith('\t')) {
      if (!rows) {
        rows = [];
        parts.push({ kind: 'table', geometry: 'sequence', rows });
      }
      if (!row) {
        row = [];
        rows.push(row);
      }
      for (const cell of line.raw.slice(1).split('\t')) row.push(cell.trim());
    } else if (line.text === '') {
      // 总⏎⏎计: a blank line inside a cell. The row goes on where a short rest is followed by a further cell.
      const rest = run[at + 1]?.text ?? '';
      const goesOn = row !== null && rest !== '' && !run[at + 1]?.raw.startsWith('\t') && rest.length <= 4;
      if (!(goesOn && run[at + 2]?.raw.startsWith('\t'))) row = null;
    } else if (row) {
      const last = row.length - 1;
      row[last] = row[last] ? `${row[last]}\n${line.text}` : line.text;
    } else {
      rows = null;
      parts.push({ kind: 'line', text: line.text });
    }
  });
  return parts;
};

/** A line a row, tabs between its cells. A line without a tab among such lines is a row of one cell. */
const readRows = (run: readonly PlainLine[]): TextPart[] => {
  const parts: TextPart[] = [];
  let rows: string[][] | null = null;
  run.forEach((line, at) => {
    if (isBlank(line)) {
      rows = null;
    } else if (line.raw.includes('\t') || (rows && hasTab(run[at + 1]))) {
      if (!rows) {
        rows = [];
        parts.push({ kind: 'table', geometry: 'grid', rows });
      }
      rows.push(line.raw.split('\t').map((cell) => cell.trim()));
    } else {
      rows = null;
      parts.push({ kind: 'line', text: line.text });
    }
  });
  return joined(parts);
};

const hasTab = (line: PlainLine | undefined): boolean => line?.raw.includes('\t') === true;

/**
 * Blank lines can stand within a table as well as between tables. Another table begins where headings follow figures, if each
 * of the two stands in columns.
 */
const joined = (parts: readonly TextPart[]): TextPart[] => {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'table') {
      pad(part.rows);
      part.geometry = geometryOf(part.rows);
    }
    if (part.kind !== 'table' || last?.kind !== 'table' || apart(last, part)) {
      result.push(part);
      continue;
    }
    for (const row of part.rows) last.rows.push(row);
    if (part.geometry === 'sequence' || part.rows[0]?.length !== last.rows[0]?.length)
      last.geometry = 'sequence';
    if (last.geometry === 'sequence' && pad(last.rows)) last.geometry = geometryOf(last.rows);
  }
  for (const part of result) if (part.kind === 'table') dropDoubtful(part);
  return result;
};

const isTrimmed = (rows: readonly string[][]): boolean =>
  rows.every((row) => row.at(-1) !== '') && rows.some((row) => row.includes(''));

/**
 * Where the ends of lines were trimmed and merged cells leave empty ones, as among the headings, nobody can say of an empty cell whether
 * it is a blank figure or what is left of a label, and how many cells are lost at the end: as many cells as headings prove nothing.
 * Without its empty cells a row is short, unless it is whole.
 */
const dropDoubtful = (table: Table): void => {
  const { rows, geometry } = table;
  const leavesEmpty = rows.some((row) => {
    const first = row.indexOf('');
    return first > 0 && !row.some(isFigure) && row.slice(first).some(isWording);
  });
  if (geometry === 'grid' || !isTrimmed(rows) || !leavesEmpty) return;
  const isLabelled = (row: readonly string[]): boolean => isWording(row[0] ?? '') && row.some(isFigure);
  table.rows = rows.map((row) => (isLabelled(row) ? row.filter((cell) => cell !== '') : row));
};

/**
 * Gives rows the empty cells back that they lost at their ends, where blanks at the ends of lines were trimmed. That it was so, and
 * that no merged cell was left out, shows where no row ends with an empty cell, some have one further left, and figures begin
 * in one column for all. Blanks at the beginnings must be there, or have no place.
 *
 * @returns whether it was so.
 */
const pad = (rows: string[][]): boolean => {
  if (geometryOf(rows) === 'grid') return false;
  const counted = rows.filter((row) => row.some(isFigure));
  const begins = rows.some((row) => row[0] === '') || counted.every((row) => isWording(row[0] ?? ''));
  const stub = counted.reduce((most, row) => Math.max(most, row.findLastIndex(isWording) + 1), 0);
  if (!isTrimmed(rows) || !begins || counted.some((row) => row.slice(0, stub).some(isFigure))) return false;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // Headings reach to the last column; a row of figures may have lost it.
  if (counted.length > 0 && !rows.some((row) => row.length === width && !counted.includes(row))) return false;
  for (const row of rows) while (row.length < width) row.push('');
  return true;
};

const isWording = (cell: string): boolean => cell !== '' && !isFigure(cell);

type Table = Extract<TextPart, { kind: 'table' }>;

const apart = (one: Table, other: Table): boolean =>
  one.geometry === 'grid' &&
  other.geometry === 'grid' &&
  one.rows.at(-1)?.some(isFigure) === true &&
  other.rows[0]?.some(isFigure) === false;
