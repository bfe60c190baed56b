import type { Sheet } from 'hucre';
import type { Block, Cell, Row, SourceDocument } from './blocks.ts';
import { harmlessPackage } from './ooxml.ts';
import { detailOf, refused } from './refused.ts';
import { isProse, ordinals, sectionHeading } from './text-lines.ts';

/** Workbooks: XLSX, and XLS of Excel 97–2003. Every sheet is a table, cut where a row holds nothing but a heading or a sentence. */

const limits = { bytes: 64 * 2 ** 20, elements: 1_500_000 };
const mostRows = 20_000;
const mostCells = 500_000;

/** Reads an XLSX. Never rejects: what cannot be read is an issue (`file_damaged`, `file_excessive`). */
export const readXlsx = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const checked = harmlessPackage(bytes, 'XLSX', limits);
  if ('issue' in checked) return refused(checked.issue);
  const { readXlsx: read } = await import('hucre/xlsx');
  return sheetsOf('XLSX', () =>
    read(checked.bytes, { maxRows: mostRows, sheets: (info) => !info.hidden && !info.veryHidden }),
  );
};

/** As `readXlsx`, for an XLS. */
export const readXls = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const { readXls: read } = await import('hucre/xlsx');
  return sheetsOf('XLS', () => read(bytes));
};

const sheetsOf = async (
  looksLike: string,
  read: () => Promise<{ sheets: Sheet[] }>,
): Promise<SourceDocument> => {
  try {
    const { sheets } = await read();
    const cells = sheets.reduce(
      (total, { rows }) => total + rows.reduce((sum, row) => sum + row.length, 0),
      0,
    );
    if (cells > mostCells) return refused({ code: 'file_excessive', what: 'cells', limit: mostCells });
    const blocks: Block[] = [];
    for (const sheet of sheets) addSheet(blocks, sheet);
    let index = 0;
    for (const block of blocks) if (block.kind === 'table') block.index = index++;
    return { title: null, metas: [], blocks };
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'EncryptedFileError';
    return refused(
      encrypted
        ? { code: 'file_encrypted', looksLike }
        : { code: 'file_damaged', looksLike, detail: detailOf(error) },
    );
  }
};

/** A stored number as it is shown: what binary fractions leave behind the fifteenth digit is not printed. */
const printed = (value: Sheet['rows'][number][number] | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
};

/** What a cell shows. A formula that nobody computed shows nothing that is known: it stands for itself, and no figure is read from it. */
const textOf = (sheet: Sheet, row: number, column: number): string => {
  const text = printed(sheet.rows[row]?.[column]);
  const formula = text === '' ? sheet.cells?.get(`${row},${column}`)?.formula : undefined;
  return formula ? `=${formula}` : text;
};

const addSheet = (blocks: Block[], sheet: Sheet): void => {
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const spans = new Map<string, { rows: number; columns: number }>();
  const covered = new Set<string>();
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const bottom = Math.min(endRow, sheet.rows.length - 1);
    const right = Math.min(endCol, width - 1);
    spans.set(`${startRow} ${startCol}`, { rows: bottom - startRow + 1, columns: right - startCol + 1 });
    for (let row = startRow; row <= bottom; row++)
      for (let column = startCol; column <= right; column++)
        if (row !== startRow || column !== startCol) covered.add(`${row} ${column}`);
  }
  const texts = sheet.rows.map((values, row) => values.map((_, column) => textOf(sheet, row, column)));
  const isHidden = (row: number): boolean => sheet.rowDefs?.get(row)?.hidden === true;
  const shownColumns = (from: number, count: number): number =>
    Array.from({ length: count }, (_, at) => sheet.columns?.[from + at]?.hidden !== true).filter(Boolean)
      .length;
  const sections = sectionRows(
    texts.map((row, at) => ({
      texts: isHidden(at) ? [] : row.filter((text) => text !== ''),
      spans: row.flatMap((_, column) => {
        const span = spans.get(`${at} ${column}`);
        return span ? [`${column} ${span.columns}`] : [];
      }),
      down: row.some((_, column) => (spans.get(`${at} ${column}`)?.rows ?? 1) > 1),
    })),
  );
  let rows: Row[] = [];
  const close = () => {
    while (rows.length > 0 && rows.at(-1)?.cells.every(({ text }) => text === '')) rows.pop();
    if (rows.length > 0) blocks.push({ kind: 'table', index: 0, geometry: 'grid', rows });
    rows = [];
  };
  texts.forEach((line, row) => {
    const hidden = isHidden(row);
    const stated = line.filter((text) => text !== '');
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
      const text = line[column] ?? '';
      const columns = shownColumns(column, span?.columns ?? 1);
      if (columns === 0) hiddenText ||= text !== '';
      else
        cells.push({
          text,
          colspan: Math.max(1, Math.min(columns, 1000)),
          rowspan: Math.max(1, span?.rows ?? 1),
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
type SheetRow = { texts: readonly string[]; spans: readonly string[]; down: boolean };

/**
 * Which rows hold nothing but the heading of a section. A label can be numbered like one (二、上年结转…), and stand alone where its
 * figures are blank: then its cell spans as many columns as other labels do, or its number does not go on from the section before,
 * or the section of its number follows (四、结转下年度继续办理).
 */
const sectionRows = (rows: readonly SheetRow[]): ReadonlySet<number> => {
  const layoutOf = ({ spans }: SheetRow): string => spans.join('|');
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
