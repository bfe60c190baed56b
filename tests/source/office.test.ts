import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { readDoc } from '../../parser/source/office/doc.ts';
import { readDocx } from '../../parser/source/office/docx.ts';
import { readXls } from '../../parser/source/office/xls.ts';
import { readXlsx } from '../../parser/source/office/xlsx.ts';
import { times } from '../properties/seed.ts';

const corpus = (path: string): Buffer => readFileSync(new URL(`../corpus/${path}`, import.meta.url));

const readers = {
  'docx-word-processor/source.docx': readDocx,
  'doc-word-97/source.doc': readDoc,
  'xlsx-workbook/source.xlsx': readXlsx,
  'xls-workbook/source.xls': readXls,
};

/** The same numbers on every run. */
const sequence = (seed: number) => (): number => {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return seed / 0x80000000;
};

/** The DOCX of the corpus with another text. */
const docxOf = (document: string | Uint8Array): Uint8Array => {
  const parts = unzipSync(corpus('docx-word-processor/source.docx'));
  return zipSync({
    ...parts,
    'word/document.xml': typeof document === 'string' ? strToU8(document) : document,
  });
};
const wordXml = (body: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

describe('damaged files are answered with an issue', () => {
  test.each(Object.entries(readers))('%s', async (path, read) => {
    const whole = corpus(path);
    const next = sequence(5);
    for (let round = 0; round < times(60); round++) {
      const bytes = Buffer.from(whole);
      for (let change = 0; change < 20; change++) {
        // Half of the changes in the headers, where they do most harm.
        const at = next() < 0.5 ? next() * 2048 : next() * bytes.length;
        bytes[Math.floor(at)] = Math.floor(next() * 256);
      }
      const cut = round % 4 === 0 ? bytes.subarray(0, Math.floor(next() * bytes.length)) : bytes;
      const { blocks, issues = [] } = await read(cut);
      expect(blocks.length === 0 || issues.length === 0).toBe(true);
    }
  });
});

describe('hostile packages', () => {
  test('a part that inflates to 100 MB is refused before it is inflated', async () => {
    const bomb = docxOf(new Uint8Array(100 * 2 ** 20));
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().rss;
    const { issues } = await readDocx(bomb);
    expect(issues).toEqual([{ code: 'file_excessive', what: 'bytes', limit: 32 * 2 ** 20 }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20);
  });

  test('a part that declares less than it holds is not inflated further than it declares', async () => {
    const bomb = docxOf(new Uint8Array(100 * 2 ** 20));
    const view = new DataView(bomb.buffer);
    // Every entry of the directory says: 1000 bytes (APPNOTE 4.3.12).
    for (let at = 0; at + 46 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    const before = process.memoryUsage().rss;
    expect((await readDocx(bomb)).issues?.[0]?.code).toBe('file_damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20);
  });

  test('entities are refused', async () => {
    const lol = `<!DOCTYPE w [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>${wordXml('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>')}`;
    expect((await readDocx(docxOf(lol))).issues).toEqual([
      { code: 'file_damaged', looksLike: 'DOCX', detail: 'DOCTYPE' },
    ]);
  });

  test('elements without end and elements without number', async () => {
    expect((await readDocx(docxOf(wordXml('<w:p>')))).issues?.[0]?.code).toBe('file_damaged');
    expect((await readDocx(docxOf(wordXml('<w:p/>'.repeat(250_000))))).issues?.[0]).toMatchObject({
      code: 'file_excessive',
      what: 'words',
    });
  });

  test('a locked workbook is said to be locked', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: '1', rows: [['总计', 1]] }],
      encryption: { password: '123456', spinCount: 1000 },
    });
    const [extraction] = await readBytes('locked.xlsx', bytes);
    expect(extraction?.issues.map(({ code }) => code)).toEqual(['file_encrypted']);
  });
});

describe('Word documents', () => {
  const run = (text: string, properties = ''): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const cell = (content: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${content}</w:p></w:tc>`;
  const table = (...rows: string[]): string =>
    wordXml(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`);
  const texts = async (document: string): Promise<string[]> =>
    (await readDocx(docxOf(document))).blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : [],
    );

  test('a figure that a field shows', async () => {
    const field = `<w:fldSimple w:instr=" =SUM(LEFT) ">${run('62')}</w:fldSimple>`;
    expect(await texts(table(cell(run('总计')) + cell(field)))).toEqual(['总计', '62']);
  });

  test('text that is not shown, and text that was deleted, are not read', async () => {
    const hidden = run('9', '<w:vanish/>') + run('6') + run('2', '<w:vanish w:val="0"/>');
    const deleted = `<w:del w:id="1" w:author="某"><w:r><w:delText>9</w:delText></w:r></w:del>${run('7')}`;
    expect(await texts(table(cell(run('总计')) + cell(hidden) + cell(deleted)))).toEqual(['总计', '62', '7']);
  });

  test('a cell that spans a row printed on every page and the row below is one', async () => {
    const document = table(
      `<w:trPr><w:tblHeader/></w:trPr>${cell(run('自然人'), '<w:vMerge w:val="restart"/>')}${cell(run('组织'))}`,
      cell('', '<w:vMerge/>') + cell(run('商业企业')),
    );
    const [block] = (await readDocx(docxOf(document))).blocks;
    if (block?.kind !== 'table') throw new Error('no table');
    expect(new Set(block.rows.map(({ group }) => group)).size).toBe(1);
    expect(block.rows.map(({ cells }) => cells.map(({ rowspan }) => rowspan))).toEqual([[2, 1], [1]]);
  });
});

describe('workbooks', () => {
  test('spans, headings between tables, and numbers as they are shown', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '1',
          rows: [
            ['某某局2023年政府信息公开工作年度报告', null, null],
            ['二、主动公开政府信息情况', null, null],
            ['信息内容', '本年收费金额', null],
            ['行政事业性收费', 0.1 + 0.2, ' 24252.311082 '],
          ],
          merges: [{ startRow: 2, startCol: 1, endRow: 2, endCol: 2 }],
        },
      ],
    });
    expect((await readXlsx(bytes)).blocks).toEqual([
      { kind: 'paragraph', text: '某某局2023年政府信息公开工作年度报告' },
      { kind: 'heading', level: 2, text: '二、主动公开政府信息情况' },
      {
        kind: 'table',
        index: 0,
        geometry: 'grid',
        rows: [
          {
            group: 0,
            cells: [
              { text: '信息内容', colspan: 1, rowspan: 1 },
              { text: '本年收费金额', colspan: 2, rowspan: 1 },
            ],
          },
          {
            group: 0,
            cells: [
              { text: '行政事业性收费', colspan: 1, rowspan: 1 },
              { text: '0.3', colspan: 1, rowspan: 1 },
              { text: '24252.311082', colspan: 1, rowspan: 1 },
            ],
          },
        ],
      },
    ]);
  });

  const blocksOf = async (rows: (string | number | null)[][], labels: number[]): Promise<string[]> => {
    const merges = labels.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: 1 }));
    const { blocks } = await readXlsx(await writeXlsx({ sheets: [{ name: '1', rows, merges }] }));
    return blocks.map((block) =>
      block.kind === 'table'
        ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join(',')).join(' ')
        : block.kind === 'image'
          ? ''
          : `${block.kind} ${block.text}`,
    );
  };

  test('a numbered label beside blank cells is a row: it spans what labels span', async () => {
    const rows = [
      ['一、本年新收政府信息公开申请数量', null, null],
      ['二、上年结转政府信息公开申请数量', null, 3],
      ['四、政府信息公开行政复议、行政诉讼情况', null, null],
    ];
    expect(await blocksOf(rows, [0, 1])).toEqual([
      '一、本年新收政府信息公开申请数量, 二、上年结转政府信息公开申请数量,3',
      'heading 四、政府信息公开行政复议、行政诉讼情况',
    ]);
  });

  test('a numbered label beside blank cells is a row: its number is no next section', async () => {
    const rows = [
      ['三、收到和处理政府信息公开申请情况', null],
      ['总计', null],
      ['一、本年新收政府信息公开申请数量', null],
      ['二、上年结转政府信息公开申请数量', null],
      ['四、结转下年度继续办理', null],
      ['四、政府信息公开行政复议、行政诉讼情况', null],
      ['总计', 4],
    ];
    expect(await blocksOf(rows, [])).toEqual([
      'heading 三、收到和处理政府信息公开申请情况',
      '总计, 一、本年新收政府信息公开申请数量, 二、上年结转政府信息公开申请数量, 四、结转下年度继续办理,',
      'heading 四、政府信息公开行政复议、行政诉讼情况',
      '总计,4',
    ]);
  });

  test('a formula without its result is no blank, and a column that is not shown is not read', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '1',
          columns: [{}, { hidden: true }, {}],
          rows: [['总计', 62, null]],
          cells: new Map([['0,2', { formula: 'SUM(A1:B1)' }]]),
        },
      ],
    });
    const cells = [
      { text: '总计', colspan: 1, rowspan: 1 },
      { text: '=SUM(A1:B1)', colspan: 1, rowspan: 1, obscured: 'uncomputed' },
    ];
    expect((await readXlsx(bytes)).blocks).toEqual([
      { kind: 'table', index: 0, geometry: 'grid', rows: [{ group: 0, cells, hiddenText: true }] },
    ]);
  });
});
