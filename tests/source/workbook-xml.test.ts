import { expect, test } from 'vitest';
import { readFile } from '../../parser/read.ts';
import { readWorkbookXml } from '../../parser/source/office/workbook-xml.ts';

/** Workbooks in one XML file, as web systems write them under the ending .xls. */

const styles = `<Style ss:ID="Default"><Font ss:Size="11"/></Style>
<Style ss:ID="whole"><NumberFormat ss:Format="0"/></Style>
<Style ss:ID="child" ss:Parent="whole"/>
<Style ss:ID="none"><NumberFormat ss:Format=";;;"/></Style>
<Style ss:ID="named"><NumberFormat ss:Format="Short Date"/></Style>
<Style ss:ID="struck"><Font ss:StrikeThrough="1"/></Style>
<Style ss:ID="mark"><Font ss:VerticalAlign="Superscript"/></Style>
<Style ss:ID="white"><Font ss:Color="#FFFFFF"/></Style>
<Style ss:ID="dark"><Font ss:Color="#FFFFFF"/><Interior ss:Color="#1F4E79" ss:Pattern="Solid"/></Style>`;

const bookOf = (rows: string, options = '', more = ''): string =>
  `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles>${styles}</Styles><Worksheet ss:Name="甲"><Table>${rows}</Table>${options}</Worksheet>${more}</Workbook>`;
const number = (value: string, more = ''): string =>
  `<Cell ${more}><Data ss:Type="Number">${value}</Data></Cell>`;
const word = (value: string, more = ''): string =>
  `<Cell ${more}><Data ss:Type="String">${value}</Data></Cell>`;
const row = (...cells: string[]): string => `<Row>${cells.join('')}</Row>`;

const rowsOf = (xml: string): string[][] =>
  readWorkbookXml(xml).blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells, hidden }) =>
          cells.map(
            ({ text, obscured }) => `${hidden ? '- ' : ''}${text}${obscured ? ` (${obscured})` : ''}`,
          ),
        )
      : [],
  );
const seenIn = (cell: string): string | undefined => rowsOf(bookOf(row(word('总计'), cell)))[0]?.[1];

test.each([
  ['a number', number('90'), '90'],
  ['as its format shows it', number('89.6', 'ss:StyleID="whole"'), '90'],
  ['by the style that its own is based on', number('89.6', 'ss:StyleID="child"'), '90'],
  ['not shown by its format', number('97', 'ss:StyleID="none"'), '97 (formatted)'],
  ['as a date', number('97', 'ss:StyleID="named"'), '97 (formatted)'],
  ['struck', number('97', 'ss:StyleID="struck"'), '9\u03367\u0336'],
  ['raised', number('90', 'ss:StyleID="mark"'), '90 (raised)'],
  ['white', number('97', 'ss:StyleID="white"'), '97 (hidden)'],
  ['white on dark', number('90', 'ss:StyleID="dark"'), '90'],
  ['a text', word('90'), '90'],
  ['a text with a mark', word('90<html:Sup>1</html:Sup>'), '901 (raised)'],
  ['a text in bold', word('<html:B>90</html:B>'), '90'],
  ['a formula with its result', number('90', 'ss:Formula="=R[-1]C+1"'), '90'],
  ['a formula without one', '<Cell ss:Formula="=R[-1]C+1"/>', ' (uncomputed)'],
  ['an error', '<Cell><Data ss:Type="Error">#DIV/0!</Data></Cell>', '#DIV/0! (uncomputed)'],
  ['no number where it says one', number('九十'), '九十 (uncomputed)'],
])('%s', (_, cell, seen) => expect(seenIn(cell)).toBe(seen));

test('rows and cells at their places, merged, hidden', () => {
  const rows =
    '<Column ss:Index="2" ss:Hidden="1"/>' +
    row(word('甲', 'ss:MergeAcross="1"'), number('1')) +
    `<Row ss:Index="3" ss:Hidden="1">${word('乙')}${number('7')}${number('8')}</Row>` +
    row(word('丙'), number('2', 'ss:Index="3"'));
  expect(rowsOf(bookOf(rows))).toEqual([
    ['甲', '1'],
    ['', ''],
    ['- 乙', '- 8'],
    ['丙', '2'],
  ]);
});

test('a hidden sheet is named, not read', () => {
  const hidden =
    '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';
  const { blocks, issues } = readWorkbookXml(bookOf(row(word('甲'), number('1')), hidden));
  expect(blocks).toEqual([]);
  expect(issues).toEqual([{ code: 'sheet_hidden', sheet: '甲' }]);
});

test.each(['a.xls', 'a.xml', 'a'])('is told by how it starts, as %s', async (path) => {
  const [reading] = await readFile(
    { path },
    new TextEncoder().encode(bookOf(row(word('甲'), number('1')))),
    '0',
  );
  expect(reading?.extraction.source.format).toBe('xls');
});
