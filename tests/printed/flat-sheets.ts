import { type PrintedTable, slotsOf } from '../corpus-pages/printed.ts';
import { blocks, isTarget } from './base.ts';
import { flatDocument } from './flat-texts.ts';
import { escaped, type Phenomenon, phenomenon, type Seen } from './phenomenon.ts';

/** Workbooks for LibreOffice Calc as flat ODF. */

type SheetPhenomenon = Phenomenon & {
  /** Attributes of the row and of the column of the cell, and of the sheet. */
  readonly row?: string;
  readonly column?: string;
};

const p = (content: string): string => `<text:p>${content}</text:p>`;
const float = (value: number, formula = ''): string =>
  `${formula && `table:formula="of:=${formula}" `}office:value-type="float" office:value="${value}"`;
const textValue = 'office:value-type="string"';
const cellStyle = (cell: string, text = '', data = ''): string =>
  `<style:style style:name="T" style:family="table-cell" ${data && 'style:data-style-name="N"'}><style:table-cell-properties ${cell}/><style:text-properties ${text}/></style:style>`;
const format = (content: string): string => `${content}${cellStyle('', '', 'N')}`;
const number = (inside: string): string =>
  format(`<number:number-style style:name="N">${inside}</number:number-style>`);
const digits = (decimals: number, more = ''): string =>
  `<number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" ${more}/>`;
const textStyle = (properties: string): string =>
  `<style:style style:name="s" style:family="text"><style:text-properties ${properties}/></style:style>`;
const span = (content: string): string => `<text:span text:style-name="s">${content}</text:span>`;

/** What LibreOffice makes of a case in other formats. */
const elsewhere: Readonly<Record<string, NonNullable<Phenomenon['as']>>> = {
  filled: { html: null },
  'format-nothing': { html: 'blank' },
  'lowered-part': { html: null },
  'raised-part': { html: null },
  'struck-part': { html: null },
  'tiny-part': { html: null },
  'white-part': { html: null },
  'format-chinese': { html: null },
  'picture-over': { html: null, xls: null },
};

type More = Omit<Partial<SheetPhenomenon>, 'name' | 'seen' | 'cell'>;
const sheet = (
  name: string,
  seen: Seen,
  cell: string,
  attributes: string,
  styles = '',
  more: More = {},
): SheetPhenomenon => ({
  ...phenomenon(name, seen, cell, { attributes, styles }),
  ...more,
});
const rich = (name: string, seen: Seen, content: string, properties: string): SheetPhenomenon =>
  sheet(name, seen, p(content), textValue, textStyle(properties));

export const sheetPhenomena: readonly SheetPhenomenon[] = [
  sheet('plain', 90, p('90'), float(90)),
  sheet('text', 90, p('90'), textValue),
  sheet('formula', 90, p('90'), float(90, '80+10')),
  sheet(
    'formula-text',
    90,
    p('90'),
    `table:formula="of:=&quot;9&quot;&amp;&quot;0&quot;" office:value-type="string" office:string-value="90"`,
  ),
  sheet(
    'formula-error',
    'unsure',
    p('#DIV/0!'),
    'table:formula="of:=1/0" office:value-type="float" office:value="0"',
  ),
  sheet(
    'formula-empty-text',
    'blank',
    p(''),
    'table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""',
  ),
  sheet('format-whole', 90, p('90'), float(89.6), number(digits(0))),
  sheet('format-decimals', 90, p('90.00'), float(90), number(digits(2))),
  sheet('format-thousands', 90, p('90'), float(90), number(digits(0, 'number:grouping="true"'))),
  sheet('format-scaled', 97, p('97'), float(97000), number(digits(0, 'number:display-factor="1000"'))),
  sheet(
    'format-percent',
    9000,
    p('9000%'),
    'office:value-type="percentage" office:value="90"',
    format(
      '<number:percentage-style style:name="N"><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>',
    ),
  ),
  sheet('format-text-behind', 90, p('90件'), float(90), number(`${digits(0)}<number:text>件</number:text>`)),
  sheet('format-digit-before', 190, p('190'), float(90), number(`<number:text>1</number:text>${digits(0)}`)),
  sheet('format-text-only', 'blank', p('无'), float(97), number('<number:text>无</number:text>')),
  sheet('format-nothing', 'unsure', p(''), float(97), number('<number:text></number:text>')),
  sheet(
    'format-zeros',
    90,
    p('0090'),
    float(90),
    number('<number:number number:decimal-places="0" number:min-integer-digits="4"/>'),
  ),
  sheet(
    'format-date',
    'unsure',
    p('1900-03-30'),
    'office:value-type="date" office:date-value="1900-03-30"',
    format(
      '<number:date-style style:name="N"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
    ),
  ),
  sheet(
    'format-scientific',
    90,
    p('9.00E+01'),
    float(90),
    number(
      '<number:scientific-number number:decimal-places="2" number:min-integer-digits="1" number:min-exponent-digits="2"/>',
    ),
  ),
  sheet(
    'format-fraction',
    'unsure',
    p('90 1/2'),
    float(90.5),
    number(
      '<number:fraction number:min-integer-digits="0" number:min-numerator-digits="1" number:min-denominator-digits="1"/>',
    ),
  ),
  sheet(
    'format-currency',
    90,
    p('￥90'),
    'office:value-type="currency" office:currency="CNY" office:value="90"',
    format(
      '<number:currency-style style:name="N"><number:currency-symbol number:language="zh" number:country="CN">￥</number:currency-symbol><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:currency-style>',
    ),
  ),
  sheet(
    'format-sign-lost',
    90,
    p('90'),
    float(-90),
    format(
      `<number:number-style style:name="N0">${digits(0)}</number:number-style><number:number-style style:name="N">${digits(0)}<style:map style:condition="value()&gt;=0" style:apply-style-name="N0"/></number:number-style>`,
    ),
  ),
  sheet(
    'format-brackets',
    -90,
    p('(90)'),
    float(-90),
    format(
      `<number:number-style style:name="N0">${digits(0)}</number:number-style><number:number-style style:name="N"><number:text>(</number:text>${digits(0)}<number:text>)</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="N0"/></number:number-style>`,
    ),
  ),
  sheet(
    'format-chinese',
    'unsure',
    p('九十'),
    float(90),
    format(
      `<number:number-style style:name="N" number:transliteration-format="一" number:transliteration-language="zh" number:transliteration-country="CN" number:transliteration-style="long">${digits(0)}</number:number-style>`,
    ),
  ),
  sheet(
    'boolean',
    'unsure',
    p('TRUE'),
    'office:value-type="boolean" office:boolean-value="true"',
    format('<number:boolean-style style:name="N"><number:boolean/></number:boolean-style>'),
  ),
  sheet('struck-cell', 'unsure', p('97'), float(97), cellStyle('', 'style:text-line-through-style="solid"')),
  rich('struck-part', 90, `${span('95')}90`, 'style:text-line-through-style="solid"'),
  rich('raised-part', 90, `90${span('1')}`, 'style:text-position="super 58%"'),
  rich('lowered-part', 90, `90${span('1')}`, 'style:text-position="sub 58%"'),
  rich('white-part', 90, `90${span('7')}`, 'fo:color="#ffffff"'),
  rich('tiny-part', 90, `90${span('7')}`, 'fo:font-size="2pt"'),
  rich('bold-part', 90, `9${span('0')}`, 'fo:font-weight="bold"'),
  sheet('raised-cell', 90, p('90'), textValue, cellStyle('', 'style:text-position="super 58%"')),
  sheet('white-cell', 'unsure', p('97'), float(97), cellStyle('', 'fo:color="#ffffff"')),
  sheet(
    'white-on-dark',
    90,
    p('90'),
    float(90),
    cellStyle('fo:background-color="#203060"', 'fo:color="#ffffff"'),
  ),
  sheet(
    'black-on-black',
    'unsure',
    p('97'),
    float(97),
    cellStyle('fo:background-color="#000000"', 'fo:color="#000000"'),
  ),
  sheet('not-printed', 97, p('97'), float(97), cellStyle('style:print-content="false"')),
  sheet('protected-hidden', 97, p('97'), float(97), cellStyle('style:cell-protect="hidden-and-protected"')),
  sheet('turned', 90, p('90'), float(90), cellStyle('style:rotation-angle="90"')),
  sheet('stacked', 97, p('97'), float(97), cellStyle('style:direction="ttb"')),
  sheet('right-to-left', 90, p('90'), textValue, cellStyle('style:writing-mode="rl-tb"')),
  sheet('shrunk', 90, p('90'), float(90), cellStyle('style:shrink-to-fit="true"')),
  sheet('filled', 'unsure', p('9'), textValue, cellStyle('style:repeat-content="true"')),
  sheet('diagonal', 90, p('90'), float(90), cellStyle('style:diagonal-tl-br="0.5pt solid #000000"')),
  sheet(
    'remark',
    90,
    `<office:annotation office:display="false">${p('77')}</office:annotation>${p('90')}`,
    float(90),
  ),
  sheet('two-lines', 'unsure', p('9') + p('0'), textValue),
  sheet('link', 90, p('<text:a xlink:type="simple" xlink:href="https://example.cn/">90</text:a>'), textValue),
  sheet('spaces', 90, p('<text:s text:c="2"/>90'), textValue),
  sheet('marks-of-direction', 90, p('\u200e90'), textValue),
  sheet('hidden-row', 'unsure', p('90'), float(90), '', { row: 'table:visibility="collapse"' }),
  sheet('filtered-row', 'unsure', p('90'), float(90), '', { row: 'table:visibility="filter"' }),
  sheet('hidden-column', 'unsure', p('90'), float(90), '', { column: 'table:visibility="collapse"' }),
  sheet(
    'picture-over',
    'unsure',
    `<draw:frame svg:width="3cm" svg:height="1cm" svg:x="0cm" svg:y="0cm" draw:z-index="0"><draw:text-box>${p('77')}</draw:text-box></draw:frame>${p('90')}`,
    float(90),
  ),
].map((one) => ({ ...one, ...(elsewhere[one.name] && { as: elsewhere[one.name] ?? {} }) }));

const rowsOf = (table: PrintedTable, one: SheetPhenomenon): string =>
  slotsOf(table)
    .map((line) => {
      let held = false;
      const cells = line
        .map((slot) => {
          if (!slot) return '<table:table-cell/>';
          if (!slot.first) return '<table:covered-table-cell/>';
          const { cell } = slot;
          const spans =
            (cell.colspan > 1 ? ` table:number-columns-spanned="${cell.colspan}"` : '') +
            (cell.rowspan > 1 ? ` table:number-rows-spanned="${cell.rowspan}"` : '');
          if (isTarget(cell)) {
            held = true;
            const style = one.styles?.includes('style:name="T"') ? 'table:style-name="T"' : '';
            return `<table:table-cell ${style}${spans} ${one.attributes ?? ''}>${one.cell}</table:table-cell>`;
          }
          const printed = cell.lines.join('\n');
          return /^\d+$/.test(printed)
            ? `<table:table-cell${spans} ${float(Number(printed))}>${p(printed)}</table:table-cell>`
            : `<table:table-cell${spans} ${textValue}>${cell.lines.map((text) => p(escaped(text))).join('')}</table:table-cell>`;
        })
        .join('');
      return `<table:table-row ${held ? (one.row ?? '') : ''}>${cells}</table:table-row>`;
    })
    .join('');

/** Where the cell of the case stands in its row: its column. */
const columnOfTarget = (): number => {
  for (const block of blocks)
    if (block.kind === 'table')
      for (const line of slotsOf(block.rows)) {
        const at = line.findIndex((slot) => slot && isTarget(slot.cell));
        if (at >= 0) return at;
      }
  return 0;
};

/** The report as a flat workbook, with the cell of the case. */
export const flatSheet = (one: SheetPhenomenon): string => {
  const at = columnOfTarget();
  const columns = `<table:table-column table:number-columns-repeated="${at}"/><table:table-column ${one.column ?? ''}/><table:table-column table:number-columns-repeated="12"/>`;
  const rows = blocks
    .map((block) =>
      block.kind === 'table'
        ? rowsOf(block.rows, one)
        : block.kind === 'image'
          ? ''
          : `<table:table-row><table:table-cell ${textValue}>${p(escaped(block.text))}</table:table-cell></table:table-row>`,
    )
    .join('\n');
  return flatDocument(
    'spreadsheet',
    one.styles ?? '',
    `<table:table table:name="Sheet">${columns}${rows}</table:table>`,
  );
};
