import type { Sheet } from 'hucre';
import type { Block, Cell, Row, SourceDocument } from './blocks.ts';
import { harmlessPackage } from './ooxml.ts';
import { detailOf, refused } from './refused.ts';
import { isProse, sectionHeading } from './text-lines.ts';

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
  let rows: Row[] = [];
  const close = () => {
    while (rows.length > 0 && rows.at(-1)?.cells.every(({ text }) => text === '')) rows.pop();
    if (rows.length > 0) blocks.push({ kind: 'table', index: 0, geometry: 'grid', rows });
    rows = [];
  };
  sheet.rows.forEach((values, row) => {
    const hidden = sheet.rowDefs?.get(row)?.hidden === true;
    const texts = values.map(printed).filter((text) => text !== '');
    const [only = ''] = texts;
    const spansDown = values.some((_, column) => (spans.get(`${row} ${column}`)?.rows ?? 1) > 1);
    if (texts.length === 1 && !hidden && !spansDown && (sectionHeading.test(only) || isProse(only))) {
      close();
      blocks.push(
        sectionHeading.test(only)
          ? { kind: 'heading', level: 2, text: only }
          : { kind: 'paragraph', text: only },
      );
      return;
    }
    if (texts.length === 0 && rows.length === 0) return;
    const cells: Cell[] = [];
    for (let column = 0; column < width; column++) {
      if (covered.has(`${row} ${column}`)) continue;
      const span = spans.get(`${row} ${column}`);
      cells.push({
        text: printed(values[column]),
        colspan: Math.max(1, Math.min(span?.columns ?? 1, 1000)),
        rowspan: Math.max(1, span?.rows ?? 1),
      });
    }
    rows.push({ cells, group: 0, ...(hidden ? { hidden: true as const } : {}) });
  });
  close();
};
