import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attachmentReaders } from '../../cli/attachments.ts';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { layoutText } from '../../parser/source/pdf/layout.ts';
import { readPdf } from '../../parser/source/pdf/pdf.ts';
import { CountingPort } from '../../parser/source/pdf/port.ts';
import { deflated, pagesOf, pdfOf, shown } from './pdf-file.ts';

const read = async (bytes: Uint8Array): Promise<SourceDocument> =>
  (await attachmentReaders.pdf?.(bytes)) ?? { title: null, metas: [], blocks: [] };

const codes = async (bytes: Uint8Array): Promise<string[]> =>
  (await read(bytes)).issues?.map(({ code }) => code) ?? [];

const corpus = (slug: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../corpus/${slug}/source.pdf`, import.meta.url)));

const line = (fromX: number, fromY: number, toX: number, toY: number): string =>
  `${fromX} ${fromY} m ${toX} ${toY} l S\n`;

/** Rows of a table, a cell with its spans as `text rows×columns`. */
const tables = (document: SourceDocument): string[][] =>
  document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [
          block.rows.map(({ cells }) =>
            cells
              .map(({ text, rowspan, colspan }) =>
                rowspan * colspan > 1 ? `${text} ${rowspan}×${colspan}` : text,
              )
              .join(' | '),
          ),
        ]
      : [],
  );

/** Two columns and some rows between y = top and y = bottom, ruled all around; the first column may be one cell. */
const ruled = (top: number, rows: number, merged = false): string => {
  const bottom = top - rows * 30;
  const levels = Array.from({ length: rows + 1 }, (_, at) => top - at * 30);
  return (
    [40, 200, 360].map((x) => line(x, bottom, x, top)).join('') +
    levels.map((y, at) => line(merged && at > 0 && at < rows ? 200 : 40, y, 360, y)).join('')
  );
};

test('text by a character map that the document does not hold', async () => {
  const { blocks, issues } = await read(pagesOf([shown('某某局2023年政府信息公开工作年度报告', 60, 250)]));
  expect(issues).toBeUndefined();
  expect(blocks).toEqual([{ kind: 'paragraph', text: '某某局2023年政府信息公开工作年度报告' }]);
});

test('text whose character map is not at hand is lost, and said to be', async () => {
  const bytes = pagesOf([shown('某某局2023年政府信息公开工作年度报告', 60, 250)]);
  const { issues } = await readPdf(bytes, () => Promise.reject(new Error('not at hand')));
  expect(issues).toEqual([
    { code: 'file_damaged', looksLike: 'PDF', detail: 'no character map UniGB-UTF16-H' },
  ]);
});

test('ruled lines make cells, and a line that is missing makes a span', async () => {
  const page =
    ruled(280, 3, true) +
    shown('三', 100, 262) +
    shown('年', 100, 232) +
    shown('办', 100, 202) +
    shown('21', 270, 262) +
    shown('0', 270, 232) +
    shown('7730.', 270, 202) +
    shown('28', 298, 202);
  expect(tables(await read(pagesOf([page])))).toEqual([['三\n年\n办 3×1 | 21', '0', '7730.28']]);
});

test('a row that a page break cuts is one row, and page numbers are no part of it', async () => {
  const first =
    ruled(60, 1) + shown('5.要求行政机关确认或重', 50, 40) + shown('12', 270, 40) + shown('- 1 -', 190, 10);
  const second =
    ruled(280, 2) +
    shown('新出具', 50, 262) +
    shown('6.其他', 50, 232) +
    shown('3', 270, 232) +
    shown('- 2 -', 190, 10);
  expect(tables(await read(pagesOf([first, second])))).toEqual([
    ['5.要求行政机关确认或重新出具 | 12', '6.其他 | 3'],
  ]);
});

test('a row cut within its figures is one row, whose figures stand on two lines', async () => {
  const three = (top: number): string => ruled(top, 1) + line(280, top - 30, 280, top);
  const row = (y: number, ...texts: [string, string, string]): string =>
    texts.map((text, at) => (text === '' ? '' : shown(text, [50, 230, 310][at] ?? 0, y))).join('');
  const cut = [
    three(60) + row(40, '5.属', '118', '484'),
    three(280) + row(262, '于三类内部事务信息', '3', ''),
  ];
  expect(tables(await read(pagesOf(cut)))).toEqual([['5.属于三类内部事务信息 | 118\n3 | 484']]);
  const bare = [three(60) + row(40, '总计', '19', '66'), three(280) + row(262, '', '1', '2')];
  expect(tables(await read(pagesOf(bare)))).toEqual([['总计 | 19\n1 | 66\n2']]);
  const two = [three(60) + row(40, '规章', '118', '484'), three(280) + row(262, '行政规范性文件', '3', '')];
  expect(tables(await read(pagesOf(two)))).toEqual([['规章 | 118 | 484', '行政规范性文件 | 3 | ']]);
});

test('two rows on two sides of a page break stay two', async () => {
  const first = ruled(60, 1) + shown('1.重复申请', 50, 40) + shown('12', 270, 40);
  const second = ruled(280, 1) + shown('2.其他', 50, 262) + shown('3', 270, 262);
  expect(tables(await read(pagesOf([first, second])))).toEqual([['1.重复申请 | 12', '2.其他 | 3']]);
});

test('a heading between them makes two tables', async () => {
  const first = ruled(60, 1) + shown('规章', 50, 40) + shown('12', 270, 40);
  const second =
    shown('三、收到和处理', 50, 280) + ruled(250, 1) + shown('总计', 50, 230) + shown('3', 270, 230);
  expect(tables(await read(pagesOf([first, second])))).toEqual([['规章 | 12'], ['总计 | 3']]);
});

test('what hangs out of a cell that a page break left open belongs to it; what stands below a closed one does not', async () => {
  const page =
    [40, 200, 360].map((x) => line(x, 20, x, 60)).join('') +
    line(40, 60, 360, 60) +
    line(200, 20, 360, 20) +
    shown('自', 100, 24) +
    shown('然', 100, 9) +
    shown('组织', 250, 24) +
    shown('注释', 250, 9);
  const document = await read(pagesOf([page]));
  expect(tables(document)).toEqual([['自\n然 | 组织']]);
  expect(document.blocks.at(-1)).toEqual({ kind: 'paragraph', text: '注释' });
});

test('the side of a table that no line across meets on this page', async () => {
  const page =
    [40, 120, 200, 360].map((x) => line(x, 40, x, 280)).join('') +
    [280, 160, 40].map((y) => line(120, y, 360, y)).join('') +
    shown('1.重复', 130, 220) +
    shown('12', 270, 220) +
    shown('2.其他', 130, 100) +
    shown('3', 270, 100);
  expect(tables(await read(pagesOf([page])))).toEqual([[' 2×1 | 1.重复 | 12', '2.其他 | 3']]);
});

test('in columns, a word in large letters stays one, and figures that stand near stay two', () => {
  const piece = (text: string, left: number, right: number, top: number, size: number) =>
    ({ text, left, right, top, bottom: top + size, size, runs: 'right' }) as const;
  const pieces = [
    piece('某某局', 40, 100, 20, 20),
    piece('2023年', 100, 160, 20, 20),
    piece('法律服务机构', 40, 100, 60, 10),
    piece('1105', 110, 130, 60, 10),
    piece('1127', 132, 152, 60, 10),
  ];
  const text = layoutText([{ page: 1, width: 400, height: 300, pieces, rules: [], images: [], doubts: [] }]);
  expect(text).toBe('某某局2023年\n法律服务机构  1105  1127');
});

test('a cut file gives what it still holds, or says that it is damaged', async () => {
  const whole = corpus('pdf-rows-cut-by-pages');
  for (const share of [0.1, 0.5, 0.9]) {
    const { blocks, issues = [] } = await read(whole.subarray(0, Math.floor(whole.length * share)));
    expect(blocks.length > 0 || issues.some(({ code }) => code === 'file_damaged')).toBe(true);
    expect(issues.map(({ code }) => code)).not.toContain('pdf_scanned');
  }
});

test('a picture alone is a scan; nothing at all is not', async () => {
  expect(await codes(corpus('refused-scanned-pdf'))).toEqual(['pdf_scanned']);
  expect(await codes(pagesOf(['']))).toEqual(['file_damaged']);
});

test('a password is asked for: said so', async () => {
  expect(await codes(corpus('refused-locked-pdf'))).toEqual(['file_encrypted']);
});

test('ten thousand pages are refused', async () => {
  expect(await codes(pagesOf(Array.from({ length: 10_000 }, () => '')))).toEqual(['file_excessive']);
});

test('streams that inflate without bound are refused before they are inflated', async () => {
  const zeros = new Uint8Array(300 * 2 ** 20);
  const before = process.memoryUsage().rss;
  const bomb = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>', deflated(zeros)]);
  const [issue] = (await read(bomb)).issues ?? [];
  expect(issue).toMatchObject({ code: 'file_excessive', what: 'bytes' });
  expect(process.memoryUsage().rss - before).toBeLessThan(700 * 2 ** 20);
  const twice = pdfOf([
    '<</Type/Catalog>>',
    { dictionary: '/Filter[/FlateDecode /FlateDecode]', stream: new Uint8Array(9) },
  ]);
  expect(await codes(twice)).toEqual(['file_excessive']);
});

test('a small file of drawing instructions without number is given up, and said to hold too many', async () => {
  const { issues } = await readPdf(pagesOf(['q Q '.repeat(150_000)]));
  expect(issues).toEqual([{ code: 'file_excessive', what: 'strokes', limit: 200_000 }]);
});

test('a decoded picture does not pass from pdfjs to its reader', async () => {
  const port = new CountingPort(() => true);
  const heard = new Promise((resolve) => {
    port.addEventListener('message', ({ data }) => resolve(data));
  });
  port.postMessage({ action: 'obj', data: ['img_p0_1', 0, 'Image', { data: new Uint8Array(16) }] });
  expect(await heard).toEqual({ action: 'obj', data: ['img_p0_1', 0, 'Image', null] });
});
