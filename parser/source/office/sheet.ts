import type { Obscurity } from '../../issue.ts';
import type { Block, Cell, Row } from '../blocks.ts';
import { isProse, ordinals, sectionHeading } from '../plain-text/lines.ts';

/** Sheets of workbooks into blocks. Every sheet is a table, cut where a row holds nothing but a heading or a sentence. */

/** What a cell shows, and why it is not sure where it is not. */
export type WorkbookCell = { text: string; obscured?: Obscurity };

/** Rows and columns count from 0; both ends of a range belong to it. */
export type Range = { top: number; left: number; bottom: number; right: number };

export type WorkbookSheet = {
  name: string;
  /** Cells that hold anything, by row and column. */
  rows: Map<number, Map<number, WorkbookCell>>;
  merges: Range[];
  isHiddenRow: (row: number) => boolean;
  isHiddenColumn: (column: number) => boolean;
};

/** A sheet of forms has no larger gaps: what stands behind one, as a forgotten cell of the last row, is a table of its own. */
const widestGap = 50;
const mostCells = 500_000;

/** Rows and columns in which something stands, and what lies between them where that is not much. */
const withGaps = (used: readonly number[]): number[] => {
  const all: number[] = [];
  for (const at of used) {
    const last = all.at(-1);
    if (last !== undefined && at - last <= widestGap) for (let gap = last + 1; gap < at; gap++) all.push(gap);
    all.push(at);
  }
  return all;
};

const ascending = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((a, b) => a - b);

type Span = { rows: number; columns: number };

/** The sheet in the rows and columns that are looked at: `row` and `column` are places among them from here on. */
type SheetArea = {
  rows: number[];
  columns: number[];
  at: (row: number, column: number) => WorkbookCell | undefined;
  spans: ReadonlyMap<string, Span>;
  covered: ReadonlySet<string>;
};

const areaOf = ({ rows: cells, merges }: WorkbookSheet): SheetArea => {
  const usedRows: number[] = [];
  const usedColumns: number[] = [];
  for (const [row, line] of cells) {
    const columns = [...line].flatMap(([column, { text, obscured }]) =>
      text !== '' || obscured ? [column] : [],
    );
    if (columns.length === 0) continue;
    usedRows.push(row);
    for (const column of columns) usedColumns.push(column);
  }
  const lastColumn = ascending(usedColumns).at(-1) ?? -1;
  const stated = new Set(usedRows);
  for (const { top, left, right, bottom } of merges) {
    if (!stated.has(top)) continue;
    for (let column = left; column <= Math.min(right, Math.max(lastColumn, left)); column++)
      usedColumns.push(column);
    for (let row = top; row <= Math.min(bottom, top + 200); row++) if (cells.has(row)) usedRows.push(row);
  }
  const rows = withGaps(ascending(usedRows));
  const columns = withGaps(ascending(usedColumns));
  const placeOf = (list: readonly number[], value: number): number => {
    const at = list.findIndex((one) => one >= value);
    return at < 0 ? list.length : at;
  };
  const spans = new Map<string, Span>();
  const covered = new Set<string>();
  for (const merge of merges) {
    const row = rows.indexOf(merge.top);
    const column = columns.indexOf(merge.left);
    if (row < 0 || column < 0) continue;
    const below = placeOf(rows, merge.bottom + 1);
    const beside = placeOf(columns, merge.right + 1);
    spans.set(`${row} ${column}`, { rows: below - row, columns: beside - column });
    for (let y = row; y < below; y++)
      for (let x = column; x < beside; x++) if (y !== row || x !== column) covered.add(`${y} ${x}`);
  }
  const at = (row: number, column: number) => cells.get(rows[row] ?? -1)?.get(columns[column] ?? -1);
  return { rows, columns, at, spans, covered };
};

/** Are there more cells than any workbook of forms has? */
export const holdsTooMuch = (sheets: readonly WorkbookSheet[]): boolean => {
  let total = 0;
  for (const sheet of sheets) {
    const { rows, columns } = areaOf(sheet);
    total += rows.length * columns.length;
  }
  return total > mostCells;
};

export const mostSheetCells = mostCells;

/** The blocks of all sheets, in their order. */
export const blocksOf = (sheets: readonly WorkbookSheet[]): Block[] => {
  const blocks: Block[] = [];
  for (const sheet of sheets) addSheet(blocks, sheet);
  let index = 0;
  for (const block of blocks) if (block.kind === 'table') block.index = index++;
  return blocks;
};

const addSheet = (blocks: Block[], sheet: WorkbookSheet): void => {
  const { rows: numbers, columns, at, spans, covered } = areaOf(sheet);
  const width = columns.length;
  const lines = numbers.map((_, row) => columns.map((_column, column) => at(row, column)));
  const isHidden = (row: number): boolean => sheet.isHiddenRow(numbers[row] ?? -1);
  const shownColumns = (from: number, count: number): number =>
    columns.slice(from, from + count).filter((column) => !sheet.isHiddenColumn(column)).length;
  const sections = sectionRows(
    lines.map((line, row) => ({
      texts: isHidden(row) ? [] : line.flatMap((cell) => (cell && cell.text !== '' ? [cell.text] : [])),
      spans: line.flatMap((_, column) => {
        const span = spans.get(`${row} ${column}`);
        return span ? [`${column} ${span.columns}`] : [];
      }),
      down: line.some((_, column) => (spans.get(`${row} ${column}`)?.rows ?? 1) > 1),
    })),
  );
  let rows: Row[] = [];
  const close = () => {
    while (rows.length > 0 && rows.at(-1)?.cells.every(({ text, obscured }) => text === '' && !obscured))
      rows.pop();
    if (rows.length > 0) blocks.push({ kind: 'table', index: 0, geometry: 'grid', rows });
    rows = [];
  };
  lines.forEach((line, row) => {
    if (row > 0 && (numbers[row] ?? 0) - (numbers[row - 1] ?? 0) > 1) close();
    const hidden = isHidden(row);
    const stated = line.flatMap((cell) => (cell && (cell.text !== '' || cell.obscured) ? [cell.text] : []));
    const [only = ''] = stated;
    const isSection = sections.has(row);
    if (isSection || (stated.length === 1 && !hidden && !sectionHeading.test(only) && isProse(only))) {
      close();
      blocks.push(isSection ? { kind: 'heading', level: 2, text: only } : { kind: 'paragraph', text: only });
      return;
    }
    if (stated.length === 0 && rows.length === 0) return;
    const cells: Cell[] = [];
    let hiddenText = false;
    for (let column = 0; column < width; column++) {
      if (covered.has(`${row} ${column}`)) continue;
      const span = spans.get(`${row} ${column}`);
      const cell = line[column];
      const shown = shownColumns(column, span?.columns ?? 1);
      if (shown === 0) hiddenText ||= (cell?.text ?? '') !== '';
      else
        cells.push({
          text: cell?.text ?? '',
          colspan: Math.max(1, Math.min(shown, 1000)),
          rowspan: Math.max(1, span?.rows ?? 1),
          ...(cell?.obscured && { obscured: cell.obscured }),
        });
    }
    rows.push({
      cells,
      group: 0,
      ...(hidden ? { hidden: true as const } : {}),
      ...(hiddenText ? { hiddenText: true as const } : {}),
    });
  });
  close();
};
/** A row of a sheet: what it says, which of its cells span columns, and whether one of them spans rows. */
type WorkbookRow = { texts: readonly string[]; spans: readonly string[]; down: boolean };

/**
 * Which rows hold nothing but the heading of a section. A label can be numbered like one (二、上年结转…), and stand alone where its
 * figures are blank: then its cell spans as many columns as other labels do, or its number does not go on from the section before,
 * or the section of its number follows (四、结转下年度继续办理).
 */
const sectionRows = (rows: readonly WorkbookRow[]): ReadonlySet<number> => {
  const layoutOf = ({ spans }: WorkbookRow): string => spans.join('|');
  const ofLabels = new Set(rows.flatMap((row) => (row.texts.length > 1 ? [layoutOf(row)] : [])));
  const numbered = rows.flatMap((row, at) => {
    const opening = row.texts.length === 1 ? sectionHeading.exec(row.texts[0] ?? '')?.[0] : undefined;
    if (opening === undefined || row.down || (row.spans.length > 0 && ofLabels.has(layoutOf(row)))) return [];
    return [{ at, number: opening.length === 2 ? ordinals.indexOf(opening.charAt(0)) + 1 : 11 }];
  });
  const sections = new Set<number>();
  let section = 0;
  numbered.forEach(({ at, number }, nth) => {
    if (number <= section && !(number === 1 && section > 4)) return;
    if (numbered[nth + 1]?.number === number) return;
    section = number;
    sections.add(at);
  });
  return sections;
};

/** A drawing over more than a table lies behind it, or is none of it. */
const mostCovered = 2000;

/** Says why it is not sure what is seen in the cells of a range; in those that hold nothing as well, where something is drawn. */
export const obscure = (
  { rows }: WorkbookSheet,
  { top, left, bottom, right }: Range,
  why: Obscurity,
): void => {
  for (const [row, line] of rows) {
    if (row < top || row > bottom) continue;
    for (const [column, cell] of line)
      if (column >= left && column <= right && /^[^\p{Script=Han}]*$/u.test(cell.text)) cell.obscured ??= why;
  }
  if (why !== 'drawn' || (bottom - top + 1) * (right - left + 1) > mostCovered) return;
  for (let row = top; row <= bottom; row++) {
    const line = rows.get(row);
    for (let column = left; line && column <= right; column++)
      if (!line.has(column)) line.set(column, { text: '', obscured: why });
  }
};
