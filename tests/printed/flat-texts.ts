import { type PrintedTable, slotsOf } from '../corpus-pages/printed.ts';
import { blocks, isTarget } from './base.ts';
import { escaped, type Phenomenon, phenomenon, type Seen } from './phenomenon.ts';

/** Texts for LibreOffice Writer as flat ODF (OASIS OpenDocument 1.3), which it converts into what others read. */

type TextPhenomenon = Phenomenon & {
  /** What stands at the head of the text: declarations, changes. */
  readonly head?: string;
};

const span = (text: string, style: string): string =>
  `<text:span text:style-name="${style}">${text}</text:span>`;
const p = (content: string, style = ''): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`;
const textStyle = (name: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
const paragraphStyle = (name: string, properties: string, text = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${properties}/><style:text-properties ${text}/></style:style>`;
const cellStyle = (properties: string): string =>
  `<style:style style:name="T" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" ${properties}/></style:style>`;

type More = Omit<Partial<TextPhenomenon>, 'name' | 'seen' | 'cell'>;
const inCell = (name: string, seen: Seen, cell: string, styles = '', more: More = {}): TextPhenomenon => ({
  ...phenomenon(name, seen, cell, { styles }),
  ...more,
});
const text = (name: string, seen: Seen, content: string, styles = '', more: More = {}): TextPhenomenon =>
  inCell(name, seen, p(content), styles, more);
/** The report's figure with a part of it, or with something before or behind it, in a style. */
const styled = (name: string, seen: Seen, content: string, properties: string): TextPhenomenon =>
  text(name, seen, content, textStyle('s', properties));

const list = (start: number, content: string, format = '1'): [cell: string, styles: string] => [
  `<text:list text:style-name="L"><text:list-item text:start-value="${start}">${content}</text:list-item></text:list>`,
  `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="${format}"><style:list-level-properties text:space-before="0cm" text:min-label-width="0.4cm"/></text:list-level-style-number></text:list-style>`,
];
const frame = (content: string, anchor: string, more = ''): string =>
  `<draw:frame draw:style-name="F" text:anchor-type="${anchor}" svg:width="1.2cm" svg:height="0.5cm" ${more}><draw:text-box>${p(content)}</draw:text-box></draw:frame>`;
const frameStyle =
  '<style:style style:name="F" style:family="graphic"><style:graphic-properties fo:padding="0cm" fo:border="none" style:wrap="run-through" style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left" style:horizontal-rel="paragraph" draw:fill="solid" draw:fill-color="#ffffff" fo:background-color="#ffffff"/></style:style>';
const change = (kind: string, content: string): string =>
  `<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:${kind}><office:change-info><dc:creator>a</dc:creator><dc:date>2023-01-01T00:00:00</dc:date></office:change-info>${content}</text:${kind}></text:changed-region></text:tracked-changes>`;
/** One white pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsnR7KAAAAABJRU5ErkJggg==';

/** What LibreOffice makes of a case in other formats. */
const elsewhere: Readonly<Record<string, NonNullable<TextPhenomenon['as']>>> = {
  // The grounds of long rows are kept in another stream, which is not read.
  'black-on-black': { doc: null },
  'change-deleted': { html: null },
  'change-deleted-all': { html: null },
  'content-control-asks': { doc: null, pdf: null },
  'field-hidden': { html: null },
  'field-placeholder': { pdf: 'blank' },
  'hidden-all': { pdf: 'blank', html: 'blank' },
  'line-through-drawn': { html: null },
  'list-number-alone': { pdf: 90 },
  'spaced-over': { pdf: 97 },
  squeezed: { html: null },
  'struck-by-x': { html: null },
  transparent: { doc: null, html: null, pdf: null },
  'two-in-one': { html: null },
};

export const textPhenomena: readonly TextPhenomenon[] = [
  text('plain', 90, '90'),
  styled('struck-part', 90, `${span('95', 's')}90`, 'style:text-line-through-style="solid"'),
  styled(
    'struck-twice',
    90,
    `${span('95', 's')}90`,
    'style:text-line-through-style="solid" style:text-line-through-type="double"',
  ),
  styled('struck-all', 'unsure', span('97', 's'), 'style:text-line-through-style="solid"'),
  styled(
    'struck-by-x',
    'unsure',
    span('97', 's'),
    'style:text-line-through-style="solid" style:text-line-through-text="X"',
  ),
  inCell(
    'struck-by-paragraph',
    'unsure',
    p('97', 'P'),
    paragraphStyle('P', '', 'style:text-line-through-style="solid"'),
  ),
  styled('raised', 90, `90${span('1', 's')}`, 'style:text-position="super 58%"'),
  styled('raised-before', 90, `${span('1', 's')}90`, 'style:text-position="super 58%"'),
  styled('raised-full-size', 90, `90${span('1', 's')}`, 'style:text-position="33% 100%"'),
  styled('lowered', 90, `90${span('1', 's')}`, 'style:text-position="sub 58%"'),
  styled('lowered-a-little', 90, `90${span('1', 's')}`, 'style:text-position="-14% 70%"'),
  styled('much-smaller', 90, `90${span('1', 's')}`, 'fo:font-size="5pt" style:font-size-asian="5pt"'),
  styled('hidden-part', 90, `9${span('7', 's')}0`, 'text:display="none"'),
  styled('hidden-all', 'unsure', span('97', 's'), 'text:display="none"'),
  styled('white-part', 90, `90${span('7', 's')}`, 'fo:color="#ffffff"'),
  styled('white-all', 'unsure', span('97', 's'), 'fo:color="#ffffff"'),
  text(
    'white-on-dark',
    90,
    span('90', 's'),
    textStyle('s', 'fo:color="#ffffff"') + cellStyle('fo:background-color="#102040"'),
  ),
  text(
    'black-on-black',
    'unsure',
    span('97', 's'),
    textStyle('s', 'fo:color="#000000"') + cellStyle('fo:background-color="#000000"'),
  ),
  styled('marked-black', 'unsure', span('97', 's'), 'fo:color="#000000" fo:background-color="#000000"'),
  styled('one-point', 90, `90${span('7', 's')}`, 'fo:font-size="1pt" style:font-size-asian="1pt"'),
  styled('transparent', 90, `90${span('7', 's')}`, 'fo:color="#000000" loext:opacity="0%"'),
  styled('squeezed', 90, `90${span('7', 's')}`, 'style:text-scale="1%"'),
  styled('spaced-over', 'unsure', span('97', 's'), 'fo:letter-spacing="-0.25cm"'),
  styled('spaced', 90, span('90', 's'), 'fo:letter-spacing="0.05cm"'),
  styled(
    'turned-letters',
    97,
    span('97', 's'),
    'style:text-rotation-angle="90" style:text-rotation-scale="line-height"',
  ),
  styled('two-in-one', 'unsure', span('97', 's'), 'style:text-combine="lines"'),
  styled(
    'symbols',
    'unsure',
    span('97', 's'),
    'style:font-name="Wingdings" fo:font-family="Wingdings" style:font-charset="x-symbol"',
  ),
  styled('outlined', 90, span('90', 's'), 'style:text-outline="true"'),
  styled('relief', 90, span('90', 's'), 'style:font-relief="embossed"'),
  styled('bold-part', 90, `9${span('0', 's')}`, 'fo:font-weight="bold"'),
  text(
    'footnote',
    90,
    '90<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>7</text:p></text:note-body></text:note>',
  ),
  text(
    'endnote',
    90,
    '90<text:note text:id="n1" text:note-class="endnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>7</text:p></text:note-body></text:note>',
  ),
  text(
    'remark',
    90,
    '90<office:annotation><dc:creator>a</dc:creator><text:p>77</text:p></office:annotation>',
  ),
  text(
    'change-inserted',
    90,
    '9<text:change-start text:change-id="c1"/>0<text:change-end text:change-id="c1"/>',
    '',
    { head: change('insertion', '') },
  ),
  text('change-deleted', 90, '90<text:change text:change-id="c1"/>', '', {
    head: change('deletion', '<text:p>7</text:p>'),
  }),
  text('change-deleted-all', 'unsure', '<text:change text:change-id="c1"/>', '', {
    head: change('deletion', '<text:p>97</text:p>'),
  }),
  text(
    'field-formula',
    90,
    '<text:expression text:formula="ooow:80+10" office:value-type="float" office:value="90">90</text:expression>',
  ),
  text('field-user', 90, '<text:user-field-get text:name="n">90</text:user-field-get>', '', {
    head: '<text:user-field-decls><text:user-field-decl office:value-type="float" office:value="90" text:name="n"/></text:user-field-decls>',
  }),
  text(
    'field-choice',
    90,
    '<text:drop-down text:name="d"><text:label text:value="7"/><text:label text:value="90" text:current-selected="true"/>90</text:drop-down>',
  ),
  text('field-input', 90, '<text:text-input text:description="d">90</text:text-input>'),
  text(
    'field-condition',
    90,
    '<text:conditional-text text:condition="ooow:1==1" text:string-value-if-true="90" text:string-value-if-false="7">90</text:conditional-text>',
  ),
  text(
    'field-hidden',
    90,
    '90<text:hidden-text text:condition="ooow:1==1" text:string-value="7" text:is-hidden="true"/>',
  ),
  text(
    'field-placeholder',
    'unsure',
    '<text:placeholder text:placeholder-type="text">&lt;97&gt;</text:placeholder>',
  ),
  text('field-reference', 90, '<text:bookmark text:name="b"/>90'),
  inCell('list-number', 'unsure', ...list(9, p('0'))),
  inCell('list-number-alone', 'unsure', ...list(90, p(''))),
  inCell('list-plain', 90, ...list(1, p('90'), '')),
  text('box-as-character', 90, frame('90', 'as-char'), frameStyle),
  text('box-over', 'unsure', `97${frame('90', 'char', 'svg:x="0cm" svg:y="0cm"')}`, frameStyle),
  text(
    'picture',
    'unsure',
    `<draw:frame text:anchor-type="as-char" svg:width="0.8cm" svg:height="0.4cm"><draw:image><office:binary-data>${pixel}</office:binary-data></draw:image></draw:frame>`,
  ),
  text(
    'picture-beside',
    'unsure',
    `9<draw:frame text:anchor-type="as-char" svg:width="0.3cm" svg:height="0.4cm"><draw:image><office:binary-data>${pixel}</office:binary-data></draw:image></draw:frame>`,
  ),
  text(
    'line-through-drawn',
    'unsure',
    `97<draw:line text:anchor-type="char" draw:z-index="1" svg:x1="0cm" svg:y1="0.22cm" svg:x2="0.6cm" svg:y2="0.22cm"/>`,
  ),
  text(
    'shape-with-text',
    90,
    `<draw:custom-shape text:anchor-type="as-char" svg:width="1.2cm" svg:height="0.6cm">${p('90')}<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle" draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/></draw:custom-shape>`,
  ),
  text(
    'ruby',
    90,
    '<text:ruby><text:ruby-base>90</text:ruby-base><text:ruby-text>1</text:ruby-text></text:ruby>',
  ),
  inCell('right-to-left', 90, p('90', 'P'), paragraphStyle('P', 'style:writing-mode="rl-tb"')),
  text('marks-of-direction', 90, '\u200e90\u200f'),
  text('override', 90, '\u202e09\u202c'),
  text('soft-hyphen', 90, '9\u00ad0'),
  text('space-within', 'unsure', '9<text:s/>0'),
  text('tab-within', 'unsure', '9<text:tab/>0'),
  text('line-break', 'unsure', '9<text:line-break/>0'),
  inCell('two-paragraphs', 'unsure', p('9') + p('0')),
  inCell(
    'hidden-paragraph',
    90,
    p('<text:hidden-paragraph text:condition="ooow:1==1" text:is-hidden="true"/>7') + p('90'),
  ),
  inCell(
    'drop-cap',
    90,
    p('90', 'P'),
    '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties><style:drop-cap style:lines="2" style:length="1"/></style:paragraph-properties></style:style>',
  ),
  inCell(
    'nested-table',
    90,
    `<table:table table:name="N"><table:table-column/><table:table-row><table:table-cell office:value-type="string">${p('90')}</table:table-cell></table:table-row></table:table>`,
  ),
  inCell('float-cell', 90, p('90'), '', { attributes: 'office:value-type="float" office:value="90"' }),
  inCell('formula-cell', 90, p('90'), '', {
    attributes: 'table:formula="ooow:80+10" office:value-type="float" office:value="90"',
  }),
  inCell('turned-cell', 90, p('90'), cellStyle('style:writing-mode="bt-lr"')),
  inCell(
    'content-control',
    90,
    p('<loext:content-control loext:showing-place-holder="false">90</loext:content-control>'),
  ),
  inCell(
    'content-control-asks',
    'unsure',
    p('<loext:content-control loext:showing-place-holder="true">97</loext:content-control>'),
  ),
  inCell('section', 90, `<text:section text:name="s">${p('90')}</text:section>`),
  text('link', 90, '<text:a xlink:type="simple" xlink:href="https://example.cn/">90</text:a>'),
  text('index-mark', 90, '<text:alphabetical-index-mark text:string-value="7"/>90'),
  text('script', 90, '90<text:script script:language="x">77</text:script>'),
].map((one) => ({ ...one, as: elsewhere[one.name] ?? {} }));

const namespaces = {
  office: 'office',
  style: 'style',
  text: 'text',
  table: 'table',
  draw: 'drawing',
  script: 'script',
};
const names = Object.entries(namespaces)
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const others =
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:ooow="http://openoffice.org/2004/writer" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"';

/** A flat document of a kind. */
export const flatDocument = (
  kind: 'text' | 'spreadsheet',
  styles: string,
  body: string,
  master = '',
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names} ${others} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}">
<office:font-face-decls><style:font-face style:name="Noto Sans CJK SC" svg:font-family="'Noto Sans CJK SC'"/><style:font-face style:name="Wingdings" svg:font-family="Wingdings" style:font-charset="x-symbol"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Noto Sans CJK SC" style:font-name-asian="Noto Sans CJK SC" fo:font-size="9pt" style:font-size-asian="9pt" fo:language="zh" fo:country="CN"/></style:default-style></office:styles>
<office:automatic-styles>${styles}<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="1.5cm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm">${master}</style:master-page></office:master-styles>
<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>
`;

const tableOf = (table: PrintedTable, one: TextPhenomenon, at: number): string => {
  const slots = slotsOf(table);
  const rows = slots.map(
    (line) =>
      `<table:table-row>${line
        .map((slot) => {
          if (!slot) return '';
          if (!slot.first) return '<table:covered-table-cell/>';
          const { cell } = slot;
          const spans =
            (cell.colspan > 1 ? ` table:number-columns-spanned="${cell.colspan}"` : '') +
            (cell.rowspan > 1 ? ` table:number-rows-spanned="${cell.rowspan}"` : '');
          return isTarget(cell)
            ? `<table:table-cell table:style-name="${one.styles?.includes('family="table-cell"') ? 'T' : 'C'}"${spans} ${one.attributes ?? ''}>${one.cell}</table:table-cell>`
            : `<table:table-cell table:style-name="C"${spans}>${cell.lines.map((line) => p(escaped(line))).join('')}</table:table-cell>`;
        })
        .join('')}</table:table-row>`,
  );
  return `<table:table table:name="Table${at}"><table:table-column table:number-columns-repeated="${Math.max(...slots.map((line) => line.length))}"/>${rows.join('')}</table:table>`;
};

/** The report as a flat text, with the cell of the case. */
export const flatText = (one: TextPhenomenon): string =>
  flatDocument(
    'text',
    `<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>${one.styles ?? ''}`,
    (one.head ?? '') +
      blocks
        .map((block, at) =>
          block.kind === 'table'
            ? tableOf(block.rows, one, at)
            : block.kind === 'image'
              ? ''
              : p(escaped(block.text)),
        )
        .join('\n'),
  );
