import { describe, expect, test } from 'vitest';
import { cut, partsBeside, sharedTexts, sheetPath, sheetRow } from '../../parser/export/spreadsheet.ts';

const columns = [
  { name: 'a', width: 1 },
  { name: 'b', width: 1, repeated: true },
] as const;
const row = (...cells: (string | number | null)[]): string => sheetRow(cells, 3, columns, sharedTexts());
const inline = (text: string): string =>
  `<c r="A3" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

describe('a row of a sheet', () => {
  test('has numbers as numbers, texts as texts, and nothing where nothing is', () => {
    expect(row(-1.5, null)).toBe('<row r="3"><c r="A3"><v>-1.5</v></c></row>');
    expect(row('=1+1', '')).toBe(`<row r="3">${inline('=1+1')}</row>`);
    expect(row()).toBe('<row r="3"></row>');
  });

  test('names a text of few different ones by its number, until there are too many', () => {
    const shared = sharedTexts(2);
    const cells = ['甲', '乙', '甲', '丙', '乙'].map((text) => sheetRow([null, text], 1, columns, shared));
    expect(cells.map((one) => /<v>(\d)<\/v>/.exec(one)?.[1] ?? /<t [^>]*>(.*?)<\/t>/.exec(one)?.[1])).toEqual(
      ['0', '1', '0', '丙', '1'],
    );
    expect(cells[0]).toBe('<row r="1"><c r="B1" t="s"><v>0</v></c></row>');
    expect([...shared.numbers.keys()]).toEqual(['甲', '乙']);
    expect(sharedTexts().numberOf('甲')).toBe(0);
  });

  test('has columns from A to Z, then AA', () => {
    const many = Array.from({ length: 703 }, () => ({ name: '', width: 1 }));
    const line = sheetRow(
      many.map((_, at) => at),
      1,
      many,
      sharedTexts(),
    );
    const at = (column: number): string | undefined =>
      new RegExp(`r="([A-Z]+)1"><v>${column}<`).exec(line)?.[1];
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(at)).toEqual([
      'A',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });

  test.each([
    ['<b> & "一"', '&lt;b&gt; &amp; &quot;一&quot;'],
    ['一\r\n二\t三', '一&#13;\n二\t三'],
    // What XML cannot hold, and what would be taken for it.
    ['a\u0001b\u001F\uFFFE', 'a_x0001_b_x001F__xFFFE_'],
    ['_x0041_ _xyz_', '_x005F_x0041_ _xyz_'],
    ['\uD800甲', '\uFFFD甲'],
  ])('%j is written so that it is read again', (text, written) => {
    expect(row(text)).toBe(`<row r="3">${inline(written)}</row>`);
  });

  test('a text longer than a cell holds is cut, and says so', () => {
    const [fits, long] = ['甲'.repeat(32_767), '甲'.repeat(32_768)];
    expect(cut(fits)).toBe(fits);
    expect(cut(long)).toBe(`${'甲'.repeat(32_766)}…`);
  });
});

describe('what every spreadsheet asks for beside the sheets', () => {
  const shared = sharedTexts();
  shared.numberOf('甲 & 乙');
  const parts = partsBeside(['事实', '<发现>'], shared);

  test('each is XML', () => {
    expect(Object.keys(parts)).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
      ...['xl/styles.xml', 'xl/sharedStrings.xml'],
    ]);
    for (const xml of Object.values(parts))
      expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>\n<\w+ xmlns=/);
  });

  test('sheets are named, numbered from 1, and lie where they are said to lie', () => {
    expect(parts['xl/workbook.xml']).toContain(
      '<sheets><sheet name="事实" sheetId="1" r:id="rId1"/><sheet name="&lt;发现&gt;" sheetId="2" r:id="rId2"/></sheets>',
    );
    const relations = [
      ...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(
        /Id="(\w+)" Type="[^"]*\/(\w+)" Target="([^"]+)"/g,
      ),
    ].map((found) => found.slice(1));
    expect(relations).toEqual([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['rId4', 'sharedStrings', 'sharedStrings.xml'],
    ]);
    expect(parts['_rels/.rels']).toContain('Id="rId1"');
    const types = parts['[Content_Types].xml'] ?? '';
    expect([...types.matchAll(/PartName="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      ...[
        '/xl/workbook.xml',
        '/xl/styles.xml',
        '/xl/sharedStrings.xml',
        '/xl/worksheets/sheet1.xml',
        '/xl/worksheets/sheet2.xml',
      ],
    ]);
    expect(sheetPath(2)).toBe('xl/worksheets/sheet2.xml');
  });

  test('the texts that stand once are there by their numbers', () => {
    expect(parts['xl/sharedStrings.xml']).toContain(
      'uniqueCount="1"><si><t xml:space="preserve">甲 &amp; 乙</t></si></sst>',
    );
  });
});
