import { type BarRow, withoutFiller } from './bars.ts';
import type { PlainLine } from './lines.ts';
import { withoutMarks } from './marked.ts';
import { geometryOf, type Stretch, type TextPart } from './part.ts';

/** A cell of the row below the first one, which only says how columns are aligned. */
const ruleCell = /^:?-+:?$/;
const lineBreak = /<br ?\/?>/gi;

/**
 * Bars on end behind a row whose other bars have a space before them: so many cells it has fewer than the widest one. Markdown, which opens
 * a row with a bar, means blank cells by them.
 */
const filler = /\|{2,40}$/;
const fillerIn = (text: string): string =>
  text.startsWith('|') || !/\S \|/.test(text) ? '' : (filler.exec(text)?.[0] ?? '');

/** Cells of a line of a Markdown table (GFM 4.10): bars at both ends are left out, `\|` is a bar within a cell. */
const cellsOf = (text: string): string[] => {
  const cells: string[] = [];
  let cell = '';
  const inner = text.startsWith('|') ? text.slice(1) : text;
  for (let at = 0; at < inner.length; at++) {
    const character = inner.charAt(at);
    if (character === '\\' && inner.charAt(at + 1) === '|') {
      cell += '|';
      at++;
    } else if (character === '|') {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  if (cell.trim() !== '') cells.push(cell);
  return cells.map((one) =>
    one
      .replace(lineBreak, '\n')
      .split('\n')
      .map((part) => withoutMarks(part.trim()))
      .filter((part) => part !== '')
      .join('\n'),
  );
};

/** A lone bar stands between rows in another dialect; two lone bars are a row of one empty cell there too. */
const isLone = (text: string): boolean => /^\|+$/.test(text);
const isRow = (line: PlainLine | undefined): boolean =>
  line?.text.includes('|') === true && !isLone(line.text) && !line.raw.includes('\t');
const isRule = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => ruleCell.test(cell)) && cells.some((cell) => cell.length > 1);

/** Markdown tables: each row opened by a bar, or at least two rows on end with bars between their cells. */
export const pipeTables = (lines: readonly PlainLine[]): Stretch[] => {
  const stretches: Stretch[] = [];
  let at = 0;
  while (at < lines.length) {
    if (!isRow(lines[at])) {
      at++;
      continue;
    }
    const from = at;
    while (isRow(lines[at])) at++;
    const texts = lines.slice(from, at).map((line) => line.text);
    // Words with bars between them on one line (首页 | 政务公开) are no table.
    if (texts.length === 1 && !texts[0]?.startsWith('|')) continue;
    // Rows with blank lines between them go on with the table as long as they have its columns.
    const last = stretches.at(-1);
    const table = last?.parts.at(-1);
    const read = readRows(texts);
    const first = read[0];
    const goesOn =
      last !== undefined &&
      table?.kind === 'table' &&
      first?.kind === 'table' &&
      lines.slice(last.to, from).every((line) => line.text === '') &&
      !isRule(cellsOf(texts[1] ?? '')) &&
      table.rows[0]?.length === first.rows[0]?.length;
    if (goesOn) {
      for (const row of first.rows) table.rows.push(row);
      if (first.geometry === 'sequence') table.geometry = 'sequence';
      for (const part of read.slice(1)) last.parts.push(part);
      last.to = at;
    } else stretches.push({ from, to: at, parts: read });
  }
  return stretches;
};

/** Rows on end; a rule row says that a new table began with the row above it. */
const readRows = (texts: readonly string[]): TextPart[] => {
  const tables: BarRow[][] = [[]];
  for (const text of texts) {
    const extra = fillerIn(text);
    const cells = cellsOf(extra === '' ? text : text.slice(0, -extra.length));
    const table = tables.at(-1) ?? [];
    if (!isRule(cells)) table.push({ cells, told: extra !== '' });
    else if (table.length > 1) tables.push(table.splice(-1));
  }
  return tables.flatMap((found) => {
    if (found.length === 0) return [];
    const filled = found.some(({ told }) => told);
    const rows = filled ? withoutFiller(found) : found.map(({ cells }) => cells);
    return [{ kind: 'table' as const, geometry: filled ? ('sequence' as const) : geometryOf(rows), rows }];
  });
};
