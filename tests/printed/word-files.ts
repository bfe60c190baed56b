import { strToU8, zipSync } from 'fflate';
import { type PrintedTable, slotsOf } from '../corpus-pages/printed.ts';
import { blocks, isTarget } from './base.ts';
import { escaped, type Phenomenon, phenomenon, type Seen } from './phenomenon.ts';

/** Documents in the parts that Word writes (ECMA-376, part 1). */

type WordPhenomenon = Phenomenon & {
  /** Further parts by their path, and their relations. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly relations?: string;
  /** Properties of the cell's row. */
  readonly row?: string;
};

const names = [
  'w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'm="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'v="urn:schemas-microsoft-com:vml"',
  'o="urn:schemas-microsoft-com:office:office"',
]
  .map((name) => `xmlns:${name}`)
  .join(' ');

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const style = (id: string, properties: string, type = 'character', more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${more}<w:rPr>${properties}</w:rPr></w:style>`;
const mark = (type: string, inside = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
const field = (code: string, result?: string, inside = ''): string =>
  `${mark('begin', inside)}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${result === undefined ? '' : mark('separate') + result}${mark('end')}`;
const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const by = 'w:id="9" w:author="a" w:date="2023-01-01T00:00:00Z"';
const shape = (content: string, place = 'inline'): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:${place}><wp:extent cx="400000" cy="200000"/><wp:docPr id="3" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${paragraph(content)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:${place}></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:30pt;height:15pt"><v:textbox><w:txbxContent>${paragraph(content)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const numbering = (start: number, format: string, text: string, level = ''): string =>
  `<w:numbering ${names}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${level}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, to: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${to}"${more}/>`;
const numbered = (start: number, format: string, text: string, level = '') => ({
  parts: { 'word/numbering.xml': numbering(start, format, text, level) },
  relations: relation('n', 'numbering', 'numbering.xml'),
});
const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

type More = Omit<Partial<WordPhenomenon>, 'name' | 'seen' | 'cell'>;
/** The cell holds one paragraph of this content. */
const word = (name: string, seen: Seen, content: string, more: More = {}): WordPhenomenon =>
  inCell(name, seen, paragraph(content), more);
const inCell = (name: string, seen: Seen, cell: string, more: More = {}): WordPhenomenon => ({
  ...phenomenon(name, seen, cell),
  ...more,
});
const small = '<w:vertAlign w:val="superscript"/>';

export const wordPhenomena: readonly WordPhenomenon[] = [
  word('plain', 90, run('90')),
  word('two-runs', 90, `${run('9')}<w:proofErr w:type="spellStart"/>${run('0', '<w:b/>')}`),
  word(
    'bookmark',
    90,
    `${run('9')}<w:bookmarkStart w:id="1" w:name="a"/>${run('0')}<w:bookmarkEnd w:id="1"/>`,
  ),
  word('dstrike', 90, run('95', '<w:dstrike/>') + run('90')),
  word('dstrike-on', 90, run('95', '<w:dstrike w:val="on"/>') + run('90')),
  word('strike-alone', 'unsure', run('97', '<w:strike w:val="1"/>')),
  word('strike-by-style', 90, run('95', '<w:rStyle w:val="S"/>') + run('90'), {
    styles: style('S', '<w:strike/>'),
  }),
  inCell('strike-by-paragraph-style', 'unsure', paragraph(run('97'), '<w:pStyle w:val="P"/>'), {
    styles: style('P', '<w:strike/>', 'paragraph'),
  }),
  word('strike-by-based-style', 90, run('95', '<w:rStyle w:val="T"/>') + run('90'), {
    styles: style('S', '<w:strike/>') + style('T', '', 'character', '<w:basedOn w:val="S"/>'),
  }),
  word('strike-by-linked-default', 'unsure', run('97'), {
    styles: style('N', '<w:strike/>', 'paragraph').replace('w:styleId', 'w:default="1" w:styleId'),
  }),
  inCell('strike-undone', 90, paragraph(run('90', '<w:strike w:val="0"/>'), '<w:pStyle w:val="P"/>'), {
    styles: style('P', '<w:strike/>', 'paragraph'),
  }),
  word('vanish', 90, run('90') + run('7', '<w:vanish/>')),
  word('vanish-by-style', 90, run('90') + run('7', '<w:rStyle w:val="V"/>'), {
    styles: style('V', '<w:vanish/>'),
  }),
  inCell('vanish-by-paragraph-style', 'unsure', paragraph(run('97'), '<w:pStyle w:val="V"/>'), {
    styles: style('V', '<w:vanish/>', 'paragraph'),
  }),
  word('vanish-undone-by-style', 90, run('90', '<w:rStyle w:val="V"/><w:vanish w:val="false"/>'), {
    styles: style('V', '<w:vanish/>'),
  }),
  word('web-hidden', 907, run('90') + run('7', '<w:webHidden/>')),
  word('spec-vanish', 90, run('90') + run('7', '<w:specVanish/><w:vanish/>')),
  word('raised-by-points', 90, run('90') + run('1', '<w:position w:val="12"/><w:sz w:val="12"/>')),
  word('lowered-by-points', 90, run('90') + run('1', '<w:position w:val="-6"/>')),
  word('superscript', 90, run('90') + run('1', small)),
  word('superscript-before', 90, run('1', small) + run('90')),
  word('superscript-by-style', 90, run('90') + run('1', '<w:rStyle w:val="F"/>'), {
    styles: style('F', small),
  }),
  word('subscript-by-style', 90, run('90') + run('1', '<w:rStyle w:val="F"/>'), {
    styles: style('F', '<w:vertAlign w:val="subscript"/>'),
  }),
  word(
    'footnote-reference',
    90,
    `${run('90')}<w:r><w:rPr>${small}</w:rPr><w:footnoteReference w:id="2"/></w:r>`,
    {
      parts: {
        'word/footnotes.xml': `<w:footnotes ${names}><w:footnote w:id="2">${paragraph(run('7'))}</w:footnote></w:footnotes>`,
      },
      relations: relation('f', 'footnotes', 'footnotes.xml'),
    },
  ),
  word(
    'footnote-own-mark',
    90,
    `${run('90')}<w:r><w:rPr>${small}</w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>`,
  ),
  word('endnote-reference-unraised', 90, `${run('90')}<w:r><w:endnoteReference w:id="2"/></w:r>`),
  word(
    'comment',
    90,
    `<w:commentRangeStart w:id="1"/>${run('90')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
    {
      parts: {
        'word/comments.xml': `<w:comments ${names}><w:comment w:id="1" w:author="a">${paragraph(run('77'))}</w:comment></w:comments>`,
      },
      relations: relation('c', 'comments', 'comments.xml'),
    },
  ),
  word('white', 90, run('90') + run('7', '<w:color w:val="FFFFFF"/>')),
  word('white-by-theme', 90, run('90') + run('7', '<w:color w:val="FFFFFF" w:themeColor="background1"/>')),
  word('white-by-style', 'unsure', run('97', '<w:rStyle w:val="W"/>'), {
    styles: style('W', '<w:color w:val="FEFEFE"/>'),
  }),
  word('white-on-dark', 90, run('90', '<w:color w:val="FFFFFF"/>'), {
    attributes: '<w:shd w:val="clear" w:color="auto" w:fill="002060"/>',
  }),
  word('black-on-black', 'unsure', run('97', '<w:color w:val="000000"/>'), {
    attributes: '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
  }),
  word('auto-on-black', 90, run('90', '<w:color w:val="auto"/>'), {
    attributes: '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
  }),
  word('tiny', 90, run('90') + run('7', '<w:sz w:val="2"/>')),
  word('squeezed', 'unsure', run('90') + run('7', '<w:w w:val="1"/>')),
  word('scaled', 90, run('90', '<w:w w:val="80"/>')),
  word('spacing-over', 'unsure', run('97', '<w:spacing w:val="-200"/>')),
  word('spacing-apart', 90, run('90', '<w:spacing w:val="20"/>')),
  word('fit-text', 90, run('90', '<w:fitText w:val="400" w:id="5"/>')),
  word(
    'symbol',
    90,
    `<w:r><w:sym w:font="Symbol" w:char="F039"/><w:sym w:font="Symbol" w:char="F030"/></w:r>`,
  ),
  word('symbol-wingdings', 'unsure', `${run('9')}<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>`),
  word('symbol-behind', 'unsure', `${run('90')}<w:r><w:sym w:font="Wingdings 2" w:char="F06A"/></w:r>`),
  word('font-wingdings', 'unsure', run('97', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')),
  word('inserted', 90, `${run('9')}<w:ins ${by}>${run('0')}</w:ins>`),
  word('deleted', 90, `${run('90')}<w:del ${by}><w:r><w:delText>7</w:delText></w:r></w:del>`),
  word('deleted-all', 'unsure', `<w:del ${by}><w:r><w:delText>97</w:delText></w:r></w:del>`),
  word(
    'replaced',
    90,
    `<w:del ${by}><w:r><w:delText>97</w:delText></w:r></w:del><w:ins ${by}>${run('90')}</w:ins>`,
  ),
  word('moved-here', 90, `<w:moveTo ${by}>${run('90')}</w:moveTo>`),
  word('moved-away', 'unsure', `<w:moveFrom ${by}>${run('97')}</w:moveFrom>`),
  inCell(
    'deleted-paragraph',
    90,
    `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr><w:del ${by}><w:r><w:delText>7</w:delText></w:r></w:del></w:p>${paragraph(run('90'))}`,
  ),
  word('formatted-by-change', 90, run('90', `<w:rPrChange ${by}><w:rPr><w:strike/></w:rPr></w:rPrChange>`)),
  word('field-sum', 90, field('=SUM(ABOVE)', run('90'))),
  word('field-simple', 90, `<w:fldSimple w:instr=" QUOTE 90 ">${run('90')}</w:fldSimple>`),
  word('field-without-result', 'unsure', field('=SUM(LEFT)')),
  word('field-result-deleted', 'unsure', field('=SUM(LEFT)', '')),
  word('field-nested', 90, field(`IF ${field('=1', run('1'))} = 1 "90" "7"`, run('90'))),
  word('field-reference', 90, field('REF total \\h', run('90'))),
  word('field-eq-over', 'unsure', `${field('EQ \\o(9,7)')}${run('')}`),
  word('field-eq-raised', 90, run('90') + field('EQ \\s\\up5(1)')),
  word('field-index-entry', 90, field('XE "7"') + run('90')),
  word('field-sequence', 90, field('SEQ n \\* ARABIC', run('90'))),
  word('field-hyperlink', 90, field('HYPERLINK "x"', run('90'))),
  word('hyperlink', 90, `<w:hyperlink w:anchor="a">${run('90')}</w:hyperlink>`),
  word(
    'field-text-form',
    90,
    field('FORMTEXT', run('90'), '<w:ffData><w:name w:val="a"/><w:textInput/></w:ffData>'),
  ),
  word(
    'field-choice',
    90,
    field(
      'FORMDROPDOWN',
      undefined,
      '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="0"/><w:listEntry w:val="90"/></w:ddList></w:ffData>',
    ),
  ),
  word(
    'field-choice-first',
    90,
    field(
      'FORMDROPDOWN',
      undefined,
      '<w:ffData><w:ddList><w:listEntry w:val="90"/><w:listEntry w:val="7"/></w:ddList></w:ffData>',
    ),
  ),
  word(
    'field-box',
    'unsure',
    field('FORMCHECKBOX', undefined, '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'),
  ),
  word('field-page', 'unsure', `<w:r><w:pgNum/></w:r>`),
  word(
    'field-vanished-code',
    90,
    `${mark('begin')}<w:r><w:rPr><w:vanish/></w:rPr><w:instrText>QUOTE 7</w:instrText></w:r>${mark('separate')}${run('90')}${mark('end')}`,
  ),
  word('field-user', 90, field('DOCPROPERTY n', run('90'))),
  word('control-text', 90, control('<w:text/>', run('90'))),
  word(
    'control-list',
    90,
    control(
      '<w:dropDownList><w:listItem w:displayText="90" w:value="1"/><w:listItem w:displayText="7" w:value="2"/></w:dropDownList>',
      run('90'),
    ),
  ),
  word('control-placeholder', 'unsure', control('<w:showingPlcHdr/><w:text/>', run('0'))),
  word('control-box', 'unsure', control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run('☒'))),
  inCell('control-block', 90, control('<w:richText/>', paragraph(run('90')))),
  inCell('control-cell', 90, '', { attributes: 'sdt-cell' }),
  inCell('control-row', 90, paragraph(run('90')), { attributes: 'sdt-row' }),
  word('control-bound', 90, control('<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/>', run('90'))),
  word('smart-tag', 90, `<w:smartTag w:element="n">${run('90')}</w:smartTag>`),
  word('custom-xml', 90, `<w:customXml w:element="n">${run('90')}</w:customXml>`),
  word('text-box', 90, shape(run('90'))),
  word('text-box-floating', 'unsure', run('97') + shape(run('90'), 'anchor')),
  word(
    'picture',
    'unsure',
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/></wp:inline></w:drawing></w:r>',
  ),
  word(
    'picture-old',
    'unsure',
    '<w:r><w:pict><v:shape style="width:20pt;height:10pt"><v:imagedata r:id="z"/></v:shape></w:pict></w:r>',
  ),
  word(
    'picture-beside',
    'unsure',
    `${run('9')}<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/></wp:inline></w:drawing></w:r>`,
  ),
  word('word-art', 'unsure', '<w:r><w:pict><v:shape><v:textpath string="90"/></v:shape></w:pict></w:r>'),
  word(
    'object',
    'unsure',
    '<w:r><w:object><v:shape><v:imagedata r:id="z"/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12"/></w:object></w:r>',
  ),
  word(
    'alternate-text',
    90,
    `<w:r><mc:AlternateContent><mc:Choice xmlns:w99="urn:x" Requires="w99"><w:t>7</w:t></mc:Choice><mc:Fallback><w:t>90</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
  ),
  word(
    'alternate-both',
    90,
    `<mc:AlternateContent><mc:Choice Requires="w14">${run('90')}</mc:Choice><mc:Fallback>${run('7')}</mc:Fallback></mc:AlternateContent>`,
  ),
  word('equation', 90, '<m:oMath><m:r><m:t>90</m:t></m:r></m:oMath>'),
  word(
    'equation-power',
    'unsure',
    '<m:oMath><m:sSup><m:e><m:r><m:t>9</m:t></m:r></m:e><m:sup><m:r><m:t>0</m:t></m:r></m:sup></m:sSup></m:oMath>',
  ),
  word(
    'equation-beside',
    'unsure',
    `${run('9')}<m:oMath><m:rad><m:e><m:r><m:t>0</m:t></m:r></m:e></m:rad></m:oMath>`,
  ),
  word(
    'ruby',
    90,
    '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>1</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>90</w:t></w:r></w:rubyBase></w:ruby></w:r>',
  ),
  word('two-in-one', 'unsure', run('97', '<w:eastAsianLayout w:id="1" w:combine="1"/>')),
  word('enclosed', 'unsure', field('EQ \\o\\ac(○,9)') + run('0')),
  word('rtl-run', 90, run('90', '<w:rtl/>')),
  word('bdo', 'unsure', `<w:bdo w:val="rtl">${run('09')}</w:bdo>`),
  inCell('bidi-paragraph', 90, paragraph(run('90'), '<w:bidi/>')),
  word('tab', 'unsure', `${run('9')}<w:r><w:tab/></w:r>${run('0')}`),
  word('break', 'unsure', `${run('9')}<w:r><w:br/></w:r>${run('0')}`),
  word('page-break-rendered', 90, `<w:r><w:lastRenderedPageBreak/><w:t>90</w:t></w:r>`),
  word('hyphens', 90, `${run('9')}<w:r><w:softHyphen/></w:r>${run('0')}`),
  word('no-break-hyphen', -90, `<w:r><w:noBreakHyphen/><w:t>90</w:t></w:r>`),
  inCell('two-paragraphs', 'unsure', paragraph(run('9')) + paragraph(run('0'))),
  inCell('empty-paragraph-before', 90, paragraph('') + paragraph(run('90'))),
  inCell(
    'nested-table',
    90,
    `<w:tbl><w:tr><w:tc>${paragraph(run('90'))}</w:tc></w:tr></w:tbl>${paragraph('')}`,
  ),
  inCell('list-number', 'unsure', paragraph(run('0'), inList), numbered(9, 'decimal', '%1')),
  inCell('list-number-alone', 'unsure', paragraph('', inList), numbered(90, 'decimal', '%1')),
  inCell('list-bullet', 'unsure', paragraph(run('90'), inList), numbered(1, 'bullet', '7')),
  inCell('list-by-style', 'unsure', paragraph(run('0'), '<w:pStyle w:val="L"/>'), {
    ...numbered(9, 'decimal', '%1'),
    styles: `<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/><w:pPr>${inList}</w:pPr></w:style>`,
  }),
  inCell('list-none', 90, paragraph(run('90'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')),
  inCell(
    'framed-paragraph',
    'unsure',
    paragraph(run('9'), '<w:framePr w:dropCap="drop" w:lines="2" w:wrap="around"/>') + paragraph(run('0')),
  ),
  inCell('turned-cell', 90, paragraph(run('90')), { attributes: '<w:textDirection w:val="btLr"/>' }),
  inCell('altchunk', 90, `<w:altChunk r:id="x"/>${paragraph('')}`, {
    parts: { 'word/x.html': '<html><body><p>90</p></body></html>' },
    relations: relation('x', 'aFChunk', 'x.html'),
  }),
  inCell('altchunk-hidden-part', 90, `<w:altChunk r:id="x"/>${paragraph('')}`, {
    parts: { 'word/x.html': '<html><body><p>90<span style="display:none">7</span></p></body></html>' },
    relations: relation('x', 'aFChunk', 'x.html'),
  }),
  inCell('sub-document', 'unsure', `<w:subDoc r:id="x"/>${paragraph('')}`),
  inCell('hidden-paragraph-mark', 90, paragraph(run('90'), '<w:rPr><w:vanish/></w:rPr>')),
  inCell('exact-height-cut', 'unsure', paragraph(run('9')) + paragraph(run('7')), {
    row: '<w:trHeight w:val="200" w:hRule="exact"/>',
  }),
  word('outline', 90, run('90', '<w:outline/>')),
  word('emboss', 90, run('90', '<w:emboss/>')),
  word('no-fill', 'unsure', run('97', '<w14:textFill><w14:noFill/></w14:textFill>')),
  word('highlight-over', 'unsure', run('97', '<w:highlight w:val="black"/><w:color w:val="000000"/>')),
  word('caps', 90, run('90', '<w:smallCaps/>')),
  word('language-digits', 90, run('９０')),
  word('property-exception', 90, '<w:r><w:rPr/><w:t>9</w:t><w:t>0</w:t></w:r>'),
  word('carriage', 90, '<w:r><w:t>90</w:t><w:cr/></w:r>'),
  word(
    'ptab',
    90,
    '<w:r><w:ptab w:relativeTo="margin" w:alignment="center" w:leader="none"/><w:t>90</w:t></w:r>',
  ),
  word('content-part', 'unsure', `${run('9')}<w:r><w:contentPart r:id="ink"/></w:r>`),
  word('small-beside-unsized', 90, run('90') + run('1', '<w:sz w:val="8"/>')),
  word('no-size', 90, run('90') + run('7', '<w:sz w:val="0"/>')),
  word('field-simple-without-result', 'unsure', '<w:fldSimple w:instr=" =SUM(LEFT) "/>'),
  word('field-simple-page', 'unsure', '<w:fldSimple w:instr=" PAGE "/>'),
  inCell('cell-deleted', 'unsure', paragraph(run('97')), { attributes: `<w:cellDel ${by}/>` }),
  inCell('cell-inserted', 90, paragraph(run('90')), { attributes: `<w:cellIns ${by}/>` }),
  inCell(
    'nested-table-of-two',
    'unsure',
    `<w:tbl><w:tr><w:tc>${paragraph(run('9'))}</w:tc><w:tc>${paragraph(run('0'))}</w:tc></w:tr></w:tbl>${paragraph('')}`,
  ),
  word('formula-struck', 'unsure', '<m:oMath><m:r><w:rPr><w:strike/></w:rPr><m:t>97</m:t></m:r></m:oMath>'),
  word(
    'formula-fraction',
    'unsure',
    '<m:oMath><m:f><m:num><m:r><m:t>9</m:t></m:r></m:num><m:den><m:r><m:t>7</m:t></m:r></m:den></m:f></m:oMath>',
  ),
  word('comment-in-text', 90, '<w:r><w:t>9<!-- 7 -->0</w:t></w:r>'),
  word('strike-turned-over-twice', 90, run('90', '<w:rStyle w:val="S"/>'), {
    styles: style('S', '<w:strike w:val="0"/>'),
  }),
  word(
    'strike-drawn',
    'unsure',
    `${run('97')}<w:r><w:pict><v:line from="0,5pt" to="20pt,5pt"/></w:pict></w:r>`,
  ),
];

const cellOf = (width: number, start: boolean, rowspan: number, content: string, more = ''): string =>
  `<w:tc><w:tcPr>${width > 1 ? `<w:gridSpan w:val="${width}"/>` : ''}${rowspan > 1 ? `<w:vMerge${start ? ' w:val="restart"' : ''}/>` : ''}${more}</w:tcPr>${content}</w:tc>`;

const tableOf = (table: PrintedTable, one: WordPhenomenon): string => {
  const rows = slotsOf(table).map((slots) => {
    let held = false;
    const cells = slots.flatMap((slot, x) => {
      if (!slot || slots[x - 1]?.cell === slot.cell) return [];
      const { cell } = slot;
      const start = slots[x]?.first === true;
      if (isTarget(cell)) {
        held = true;
        if (one.attributes === 'sdt-cell')
          return control('<w:richText/>', `<w:tc><w:tcPr/>${paragraph(run('90'))}</w:tc>`);
        const more = one.attributes?.startsWith('<') ? one.attributes : '';
        return cellOf(cell.colspan, start, cell.rowspan, one.cell, more);
      }
      return cellOf(
        cell.colspan,
        start,
        cell.rowspan,
        start ? cell.lines.map((line) => paragraph(run(escaped(line)))).join('') : paragraph(''),
      );
    });
    const row = `<w:tr>${held && one.row ? `<w:trPr>${one.row}</w:trPr>` : ''}${cells.join('')}</w:tr>`;
    return held && one.attributes === 'sdt-row' ? control('<w:richText/>', row) : row;
  });
  const columns = Math.max(...slotsOf(table).map((slots) => slots.length));
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="800"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>${paragraph('')}`;
};

/** The report as a document of Word, with the cell of the case. */
export const wordFile = (one: WordPhenomenon): Uint8Array => {
  const body = blocks
    .map((block) =>
      block.kind === 'table'
        ? tableOf(block.rows, one)
        : block.kind === 'image'
          ? ''
          : paragraph(run(escaped(block.text))),
    )
    .join('');
  const relations = (all: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`,
    );
  const parts = Object.entries(one.parts ?? {}).map(([path, content]) => [path, strToU8(content)] as const);
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': relations(relation('d', 'officeDocument', 'word/document.xml')),
      'word/_rels/document.xml.rels': relations(
        relation('s', 'styles', 'styles.xml') + (one.relations ?? ''),
      ),
      'word/styles.xml': strToU8(`<w:styles ${names}>${one.styles ?? ''}</w:styles>`),
      'word/document.xml': strToU8(`<w:document ${names}><w:body>${body}<w:sectPr/></w:body></w:document>`),
      ...Object.fromEntries(parts),
    },
    { level: 0, mtime: new Date(2023, 0, 20) },
  );
};
