import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { readXls } from '../../parser/source/office/xls.ts';
import { readXlsx } from '../../parser/source/office/xlsx.ts';
import { formulaOf, type OldCell, type OldFont, type OldSheet, xlsOf } from './xls-file.ts';

/** What a cell of a workbook is read as: the figure that a reader sees, or a reason why that is not sure. */

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Given = {
  /** Contents of `styles.xml`, in place of those that give style 1 a number format. */
  styles?: string;
  format?: string;
  shared?: string;
  /** In front of the rows, and behind them. */
  before?: string;
  after?: string;
  /** The list of sheets, with rId1 for the sheet. */
  sheets?: string;
  more?: Record<string, Uint8Array>;
  rels?: string;
  encode?: (xml: string) => Uint8Array;
};

const relations = (all: string) =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`,
  );
const to = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const xlsxOf = (rows: string, given: Given = {}): Uint8Array => {
  const {
    format = 'General',
    shared = '',
    before = '',
    after = '',
    more = {},
    rels = '',
    encode = strToU8,
  } = given;
  const styles =
    given.styles ??
    `<numFmts count="1"><numFmt numFmtId="170" formatCode="${escaped(format)}"/></numFmts><fonts><font/></fonts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>`;
  return zipSync({
    '_rels/.rels': relations(to('d', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook ${main} xmlns:r="${office}"><sheets>${given.sheets ?? '<sheet name="1" sheetId="1" r:id="rId1"/>'}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations(
      to('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        to('s', 'styles', 'styles.xml') +
        to('t', 'sharedStrings', 'sharedStrings.xml') +
        rels,
    ),
    'xl/styles.xml': strToU8(`<styleSheet ${main}>${styles}</styleSheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst ${main}>${shared}</sst>`),
    'xl/worksheets/sheet1.xml': encode(
      `<worksheet ${main} xmlns:r="${office}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    ),
    ...more,
  });
};

const label = '<c r="A1" t="inlineStr"><is><t>总计</t></is></c>';
const inRow = (cell: string): string => `<row r="1">${label}${cell}</row>`;

const tableOf = ({ blocks }: SourceDocument): string[][] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) =>
          cells.map(({ text, obscured }) => (obscured ? `${text} (${obscured})` : text)),
        )
      : [],
  );
const second = (document: SourceDocument): string | undefined => tableOf(document)[0]?.[1];

test.each(['[White]0', '[Color2]0', '[>5][White]0;0'])(
  'a figure in white by its format, %s',
  async (format) => {
    const row = inRow('<c r="B1" s="1"><v>90</v></c>');
    expect(second(await readXlsx(xlsxOf(row, { format })))).toBe('90 (hidden)');
    expect(second(await readXlsx(xlsxOf(row, { format: '[Red]0' })))).toBe('90');
  },
);

describe('the number format decides what is shown', () => {
  const cases: [format: string, value: number, seen: string][] = [
    ['0', 89.6, '90'],
    ['#,##0', 28637, '28,637'],
    ['0.00', 90, '90.00'],
    ['0;-0;"-"', 0, '-'],
    ['0!.0,', 900_000, '90.0'],
    ['0,', 90_000, '90'],
    ['0"件"', 90, '90件'],
    ['"9"0', 0, '90'],
    [';;;', 95, '95 (formatted)'],
    ['#', 0, '0 (formatted)'],
    ['"九十"', 90, '九十'],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', 1234, '1,234'],
    ['[<100]"少";0', 90, '少'],
    ['G/通用格式', 5.5, '5.5'],
    ['General', 0.1 + 0.2, '0.3'],
  ];
  test.each(cases)('%s of %d, XLSX', async (format, value, seen) =>
    expect(second(await readXlsx(xlsxOf(inRow(`<c r="B1" s="1"><v>${value}</v></c>`), { format })))).toBe(
      seen,
    ),
  );
  test.each(cases)('%s of %d, XLS', async (format, value, seen) =>
    expect(second(await readXls(xlsOf([{ name: '1', rows: [['总计', { value, format }]] }])))).toBe(seen),
  );

  test('of a text too', async () => {
    const text = '<c r="B1" s="1" t="inlineStr"><is><t>90</t></is></c>';
    expect(second(await readXlsx(xlsxOf(inRow(text), { format: ';;;' })))).toBe('90 (formatted)');
    expect(second(await readXlsx(xlsxOf(inRow(text), { format: '0;0;0;"共"@' })))).toBe('共90');
  });

  test('where zeros are not shown, a zero is not blank', async () => {
    const before = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
    const bytes = xlsxOf(inRow('<c r="B1"><v>0</v></c>'), { before });
    expect(second(await readXlsx(bytes))).toBe('0 (formatted)');
    expect(second(await readXls(xlsOf([{ name: '1', rows: [['总计', 0]], zeros: false }])))).toBe(
      '0 (formatted)',
    );
  });

  test('a condition that may hide a figure', async () => {
    const styles =
      '<fonts><font/></fonts><cellXfs><xf/></cellXfs><dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><font><b/></font></dxf></dxfs>';
    const condition = (dxf: number) =>
      `<conditionalFormatting sqref="B1:C9"><cfRule type="cellIs" dxfId="${dxf}" priority="1" operator="equal"><formula>0</formula></cfRule></conditionalFormatting>`;
    const row = inRow('<c r="B1"><v>90</v></c>');
    expect(second(await readXlsx(xlsxOf(row, { styles, after: condition(0) })))).toBe('90 (formatted)');
    expect(second(await readXlsx(xlsxOf(row, { styles, after: condition(1) })))).toBe('90');
  });
});

test.each([
  ['<c r="B1"><v>九十</v></c>', '九十 (uncomputed)'],
  ['<c r="B1"><v>9,0</v></c>', '9,0 (uncomputed)'],
  ['<c r="B1" t="s"><v>7</v></c>', '7 (uncomputed)'],
])(
  'what is stored as a number and is none, or at a place where there is none, is not blank, %s',
  async (cell, seen) => expect(second(await readXlsx(xlsxOf(inRow(cell))))).toBe(seen),
);

const figure = inRow('<c r="B1"><v>90</v></c>');
const extended = (inside: string) =>
  `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression">${inside}</x14:cfRule><xm:sqref>B1:C9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
const ofCondition = (rule: string) => `<conditionalFormatting sqref="B1">${rule}</conditionalFormatting>`;
test.each([
  [
    'signs in its place',
    ofCondition('<cfRule type="iconSet"><iconSet showValue="0"/></cfRule>'),
    '90 (formatted)',
  ],
  [
    'a bar in its place',
    ofCondition('<cfRule type="dataBar"><dataBar showValue="0"/></cfRule>'),
    '90 (formatted)',
  ],
  ['a bar beside it', ofCondition('<cfRule type="dataBar"><dataBar/></cfRule>'), '90'],
  ['struck, in newer words', extended('<x14:dxf><font><strike/></font></x14:dxf>'), '90 (formatted)'],
  [
    'white, in newer words',
    extended('<x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf>'),
    '90 (formatted)',
  ],
  ['red, in newer words', extended('<x14:dxf><font><color rgb="FFFF0000"/></font></x14:dxf>'), '90'],
])('a condition that sets a figure: %s', async (_, after, seen) =>
  expect(second(await readXlsx(xlsxOf(figure, { after })))).toBe(seen),
);

test.each([
  ['a number format', 1 << 25, null, '90 (formatted)'],
  ['white letters', 1 << 26, { color: 9 }, '90 (formatted)'],
  ['struck letters', 1 << 26, { struck: true }, '90 (formatted)'],
  ['red letters', 1 << 26, { color: 10 }, '90'],
])('a condition of an XLS with %s', async (_, says, font, seen) => {
  const condition = Buffer.alloc(100);
  condition.writeUInt32LE(says, 0);
  if (font && 'struck' in font) condition[6 + 64 + 4] = 0x80;
  if (font && 'color' in font) condition.writeInt32LE(font.color ?? 0, 6 + 64 + 16);
  expect(second(await readXls(xlsOf([{ name: '1', rows: [['总计', 90]], condition }])))).toBe(seen);
});

describe('room for a figure', () => {
  const column = (width: number) => `<cols><col min="2" max="2" width="${width}" customWidth="1"/></cols>`;
  const cells = inRow('<c r="B1"><v>97123</v></c>');
  test.each([
    ['too narrow', column(2.2), '', '97123 (hidden)'],
    ['wide enough', column(5.7), '', '97123'],
    ['merged with the next', column(2.2), '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>', '97123'],
  ])('a column %s', async (_, before, after, seen) =>
    expect(second(await readXlsx(xlsxOf(cells, { before, after })))).toBe(seen),
  );
  test('a row of two points', async () => {
    const low = cells.replace('<row r="1">', '<row r="1" ht="2" customHeight="1">');
    expect(second(await readXlsx(xlsxOf(low)))).toBe('97123 (hidden)');
  });
});

describe('runs and fonts', () => {
  const run = (text: string, properties = '') => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;
  const styles =
    '<fonts><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font><font><vertAlign val="superscript"/></font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF1F497D"/></patternFill></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="2" fillId="1"/><xf fontId="3"/><xf><alignment horizontal="fill"/></xf></cellXfs>';
  test.each([
    ['a mark', run('90') + run('1', '<vertAlign val="superscript"/>'), '901 (raised)'],
    ['a mark before', run('1', '<vertAlign val="superscript"/>') + run('90'), '190 (raised)'],
    ['lowered', run('90') + run('1', '<vertAlign val="subscript"/>'), '901 (raised)'],
    ['struck', run('95', '<strike/>') + run('90'), '9\u03365\u033690'],
    ['white', run('90') + run('7', '<color rgb="FFFFFFFF"/>'), '907 (hidden)'],
    ['white of the theme', run('90') + run('7', '<color theme="0"/>'), '907 (hidden)'],
    ['a guide', '<t>90</t><rPh sb="0" eb="1"><t>7</t></rPh>', '90'],
    ['bold', run('9', '<b/>') + run('0', '<b/><sz val="11"/>'), '90'],
  ])('%s, shared and within the cell', async (_, item, seen) => {
    const inline = inRow(`<c r="B1" t="inlineStr"><is>${item}</is></c>`);
    expect(second(await readXlsx(xlsxOf(inline)))).toBe(seen);
    const shared = inRow('<c r="B1" t="s"><v>0</v></c>');
    expect(second(await readXlsx(xlsxOf(shared, { shared: `<si>${item}</si>` })))).toBe(seen);
  });
  test.each([
    [1, '9\u03360\u0336'],
    [2, '90 (hidden)'],
    [3, '90'],
    [4, '90 (raised)'],
    [5, '90 (generated)'],
  ])('of the whole cell, style %d', async (style, seen) =>
    expect(second(await readXlsx(xlsxOf(inRow(`<c r="B1" s="${style}"><v>90</v></c>`), { styles })))).toBe(
      seen,
    ),
  );

  test.each([
    ['of pictures', '<font><name val="Wingdings"/></font>', '', '90 (glyphs)'],
    [
      'in the colour of the theme that its ground has',
      '<font><color theme="4"/></font>',
      '<fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill>',
      '90 (hidden)',
    ],
    [
      'in another colour of the theme',
      '<font><color theme="0"/></font>',
      '<fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill>',
      '90',
    ],
  ])('a font %s', async (_, font, fill, seen) => {
    const set = `<fonts><font/>${font}</fonts><fills><fill/>${fill}</fills><cellXfs><xf/><xf fontId="1" fillId="1"/></cellXfs>`;
    expect(second(await readXlsx(xlsxOf(inRow('<c r="B1" s="1"><v>90</v></c>'), { styles: set })))).toBe(
      seen,
    );
  });

  test.each([
    ['nearly white by its tint', '<color theme="1" tint="0.99"/>', '90 (hidden)'],
    ['grey by its tint', '<color theme="1" tint="0.35"/>', '90'],
    ['a darker white', '<color theme="0" tint="-0.5"/>', '90'],
  ])('a font that is %s', async (_, color, seen) => {
    const set = `<fonts><font/><font>${color}</font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>`;
    expect(second(await readXlsx(xlsxOf(inRow('<c r="B1" s="1"><v>90</v></c>'), { styles: set })))).toBe(
      seen,
    );
  });

  test.each([
    ['FF000000', '90 (hidden)'],
    ['FF1F497D', '90'],
    ['FFFFFFFF', '90'],
  ])('letters of which nothing is said are black, on %s', async (ground, seen) => {
    const fill = `<fill><patternFill patternType="solid"><fgColor rgb="${ground}"/></patternFill></fill>`;
    const set = `<fonts><font/></fonts><fills><fill/>${fill}</fills><cellXfs><xf/><xf fillId="1"/></cellXfs>`;
    expect(second(await readXlsx(xlsxOf(inRow('<c r="B1" s="1"><v>90</v></c>'), { styles: set })))).toBe(
      seen,
    );
  });

  const fonts: OldFont[] = [{ struck: true }, { raised: 1 }, { color: 9 }, { name: 'Wingdings' }];
  const old = async (cell: OldCell): Promise<string | undefined> =>
    second(await readXls(xlsOf([{ name: '1', rows: [['总计', cell]] }], { fonts })));
  test.each<[string, OldCell, string]>([
    ['a mark', { value: { text: '901', fonts: [[2, 6]] } }, '901 (raised)'],
    [
      'struck',
      {
        value: {
          text: '9590',
          fonts: [
            [0, 5],
            [2, 0],
          ],
        },
      },
      '9\u03365\u033690',
    ],
    ['white', { value: { text: '907', fonts: [[2, 7]] } }, '907 (hidden)'],
    ['a cell in pictures', { value: 95, font: 8 }, '95 (glyphs)'],
    ['a struck cell', { value: 95, font: 5 }, '9\u03365\u0336'],
    ['a raised cell', { value: 1, font: 6 }, '1 (raised)'],
    ['a cell filled with its figure', { value: 9, fill: true }, '9 (generated)'],
  ])('%s, XLS', async (_, cell, seen) => expect(await old(cell)).toBe(seen));
});

describe('formulas', () => {
  test.each([
    ['without a result', '<f>SUM(C1:D1)</f>', '=SUM(C1:D1) (uncomputed)'],
    ['shared, without a result', '<f t="shared" si="0"/>', ' (uncomputed)'],
    ['with an empty result', '<f>SUM(C1:D1)</f><v></v>', '=SUM(C1:D1) (uncomputed)'],
    ['with a result', '<f>SUM(C1:D1)</f><v>90</v>', '90'],
  ])('%s', async (_, content, seen) =>
    expect(second(await readXlsx(xlsxOf(inRow(`<c r="B1">${content}</c>`))))).toBe(seen),
  );

  test.each([
    ['without a result', formulaOf('none', 0), ' (uncomputed)'],
    ['of a writer that computes nothing', formulaOf(0, 3), ' (uncomputed)'],
    ['with a result', formulaOf(90, 0), '90'],
    ['of zero', formulaOf(0, 0), '0'],
  ])('%s, XLS', async (_, cell, seen) =>
    expect(second(await readXls(xlsOf([{ name: '1', rows: [['总计', cell]] }])))).toBe(seen),
  );
});

describe('what a workbook does not show', () => {
  const grid = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>';
  test.each([
    ['hidden', '<cols><col min="2" max="2" hidden="1"/></cols>'],
    ['of no width', '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>'],
  ])('a column %s', async (_, before) =>
    expect(tableOf(await readXlsx(xlsxOf(grid, { before })))).toEqual([['1', '3']]),
  );

  const rowsHidden = ({ blocks }: SourceDocument) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map(({ hidden }) => hidden === true) : [],
    );
  test.each([
    ['hidden', '<row r="2" hidden="1">', ''],
    ['of no height', '<row r="2" ht="0" customHeight="1">', ''],
    [
      'hidden with all that say nothing else',
      '<row r="2">',
      '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>',
    ],
  ])('a row %s', async (_, row, before) => {
    const first = grid.replace('<row r="1">', '<row r="1" ht="15" hidden="0">');
    const rows = `${first}${row}<c r="A2"><v>4</v></c></row>`;
    expect(rowsHidden(await readXlsx(xlsxOf(rows, { before })))).toEqual([false, true]);
  });

  test('rows and columns of an XLS', async () => {
    const sheet: OldSheet = {
      name: '1',
      rows: [
        [1, 2, 3],
        [4, 5, 6],
      ],
      hiddenRows: [1],
      hiddenColumns: [1],
    };
    const document = await readXls(xlsOf([sheet]));
    expect(tableOf(document)).toEqual([
      ['1', '3'],
      ['4', '6'],
    ]);
    expect(rowsHidden(document)).toEqual([false, true]);
  });

  test('a hidden sheet is named, not read; a sheet of a chart is none', async () => {
    const xlsx = xlsxOf(inRow('<c r="B1"><v>90</v></c>'), {
      sheets:
        '<sheet name="旧" sheetId="2" state="hidden" r:id="rId9"/><sheet name="图" sheetId="3" r:id="rId8"/><sheet name="1" sheetId="1" r:id="rId1"/>',
      rels:
        to('rId9', 'worksheet', 'worksheets/sheet9.xml') + to('rId8', 'chartsheet', 'chartsheets/sheet1.xml'),
    });
    const xls = xlsOf([
      { name: '旧', rows: [['总计', 33]], hidden: true },
      { name: '图', rows: [], kind: 2 },
      { name: '1', rows: [['总计', 90]] },
    ]);
    for (const document of [await readXlsx(xlsx), await readXls(xls)]) {
      expect(tableOf(document)).toEqual([['总计', '90']]);
      expect(document.issues).toEqual([{ code: 'sheet_hidden', sheet: '旧' }]);
    }
  });

  test('a picture over a figure, and in place of one', async () => {
    const drawing = (row: number) =>
      strToU8(
        `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:pic/></xdr:oneCellAnchor></xdr:wsDr>`,
      );
    const rows = `${inRow('<c r="B1"><v>90</v></c>')}<row r="2"><c r="A2" t="inlineStr"><is><t>其他</t></is></c></row>`;
    const read = async (row: number) =>
      tableOf(
        await readXlsx(
          xlsxOf(rows, {
            more: {
              'xl/drawings/drawing1.xml': drawing(row),
              'xl/worksheets/_rels/sheet1.xml.rels': relations(
                to('rId1', 'drawing', '../drawings/drawing1.xml'),
              ),
            },
          }),
        ),
      );
    expect(await read(0)).toEqual([
      ['总计', '90 (drawn)'],
      ['其他', ''],
    ]);
    expect(await read(1)).toEqual([
      ['总计', '90'],
      ['其他', ' (drawn)'],
    ]);
  });
});

describe('what lies over a cell', () => {
  const drawn = async (part: string, path: string, type: string) =>
    second(
      await readXlsx(
        xlsxOf(figure, {
          before: '<cols><col min="1" max="1" width="20"/></cols>',
          more: {
            [`xl/drawings/${path}`]: strToU8(part),
            'xl/worksheets/_rels/sheet1.xml.rels': relations(to('rId1', type, `../drawings/${path}`)),
          },
        }),
      ),
    );
  const anchor = (name: string, place: string, more = '') =>
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:${name}>${place}<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="1"${more}/></xdr:nvSpPr></xdr:sp></xdr:${name}></xdr:wsDr>`;
  const from = (column: number) =>
    `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`;
  test.each([
    [
      'reaching from the cell before',
      anchor('oneCellAnchor', `${from(0)}<xdr:ext cx="1600000" cy="9"/>`),
      '90 (drawn)',
    ],
    ['ending in the cell before', anchor('oneCellAnchor', `${from(0)}<xdr:ext cx="900000" cy="9"/>`), '90'],
    [
      'at a place of the sheet',
      anchor('absoluteAnchor', '<xdr:pos x="1500000" y="0"/><xdr:ext cx="90000" cy="9"/>'),
      '90 (drawn)',
    ],
    ['not shown', anchor('oneCellAnchor', `${from(1)}<xdr:ext cx="9" cy="9"/>`, ' hidden="1"'), '90'],
  ])('a shape %s', async (_, part, seen) => expect(await drawn(part, 'drawing1.xml', 'drawing')).toBe(seen));

  const shape = (kind: string, inside: string, style = '') =>
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape style="${style}"><x:ClientData ObjectType="${kind}">${inside}<x:Anchor>1, 0, 0, 0, 1, 60, 0, 20</x:Anchor></x:ClientData></v:shape></xml>`;
  test.each([
    ['a note', shape('Note', '', 'visibility:hidden'), '90'],
    ['a note that is shown', shape('Note', '<x:Visible/>'), '90 (drawn)'],
    ['a list to choose from', shape('Drop', ''), '90 (drawn)'],
  ])('%s of the older way', async (_, part, seen) =>
    expect(await drawn(part, 'vmlDrawing1.vml', 'vmlDrawing')).toBe(seen),
  );

  test.each<[string, NonNullable<OldSheet['shapes']>[number], string]>([
    ['a text box', { row: 0, column: 1, object: 6 }, '90 (drawn)'],
    ['a picture beside', { row: 4, column: 1, object: 8 }, '90'],
    ['a chart', { row: 0, column: 1, object: 5 }, '90'],
    ['a note', { row: 0, column: 1, object: 0x19 }, '90'],
    ['a note that is shown', { row: 0, column: 1, object: 0x19, shown: true }, '90 (drawn)'],
  ])('%s of an XLS', async (_, one, seen) =>
    expect(second(await readXls(xlsOf([{ name: '1', rows: [['总计', 90]], shapes: [one] }])))).toBe(seen),
  );
});

describe('kinds and shapes', () => {
  test('parts in UTF-16', async () => {
    const encode = (xml: string) => new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
    expect(second(await readXlsx(xlsxOf(inRow('<c r="B1"><v>90</v></c>'), { encode })))).toBe('90');
  });

  test('a forgotten cell in the last row and column makes no table of millions of cells', async () => {
    const rows = `${inRow('<c r="B1"><v>90</v></c>')}<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>`;
    const document = await readXlsx(xlsxOf(rows));
    expect(document.issues).toBeUndefined();
    expect(tableOf(document)[0]).toEqual(['总计', '90', '']);
    expect(tableOf(document)).toHaveLength(2);
  });

  test('a text of an XLS that goes on in the next record', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`第${at}项其他处理决定数量${'说明'.repeat(40)}`, at]);
    const document = await readXls(xlsOf([{ name: '1', rows }]));
    expect(tableOf(document)[59]?.[1]).toBe('59');
  });

  test('older and other kinds are named as what they are', async () => {
    const codes = async (bytes: Uint8Array) => (await readBytes('a.xls', bytes))[0]?.issues;
    expect(await codes(xlsOf([{ name: '1', rows: [[1]] }], { version: 0x0500 }))).toEqual([
      { code: 'source_binary', looksLike: 'XLS (Excel 5.0/95)' },
    ]);
    expect(await codes(xlsOf([{ name: '1', rows: [[1]] }], { locked: true }))).toEqual([
      { code: 'file_encrypted', looksLike: 'XLS' },
    ]);
    expect(await codes(zipSync({ 'xl/workbook.bin': new Uint8Array(9) }))).toEqual([
      { code: 'source_binary', looksLike: 'XLSB' },
    ]);
  });
});
