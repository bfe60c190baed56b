import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { attachmentKind } from '../../parser/source/binary.ts';
import type { Cell } from '../../parser/source/blocks.ts';
import { readDocx } from '../../parser/source/office/docx.ts';

/** What a cell of a Word document is read as: the figure that a reader sees, or a reason why that is not sure. */

const names = [
  'w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'm="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'v="urn:schemas-microsoft-com:vml"',
]
  .map((name) => `xmlns:${name}`)
  .join(' ');

type Parts = { styles?: string; rels?: string; more?: Record<string, Uint8Array> };

const documentOf = (body: string): string => `<w:document ${names}><w:body>${body}</w:body></w:document>`;

const packed = (document: string | Uint8Array, { styles = '', rels = '', more = {} }: Parts = {}) => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const to = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (all: string) =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`,
    );
  return zipSync({
    '_rels/.rels': relations(to('d', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(to('s', 'styles', 'styles.xml') + rels),
    'word/styles.xml': strToU8(`<w:styles ${names}>${styles}</w:styles>`),
    'word/document.xml': typeof document === 'string' ? strToU8(document) : document,
    ...more,
  });
};

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${content}</w:p></w:tc>`;

const cellsOf = async (bytes: Uint8Array): Promise<Cell[]> =>
  (await readDocx(bytes)).blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [],
  );

const seenIn = async (content: string, parts?: Parts, properties = ''): Promise<string> => {
  const table = `<w:tbl><w:tr>${cell(run('总计'))}${cell(content, properties)}</w:tr></w:tbl>`;
  const one = (await cellsOf(packed(documentOf(table), parts)))[1];
  return `${one?.text ?? 'no cell'}${one?.obscured ? ` (${one.obscured})` : ''}`;
};

const style = (id: string, properties: string, type = 'character', more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${more}<w:rPr>${properties}</w:rPr></w:style>`;
const field = (code: string, result = '', data = ''): string => {
  const mark = (type: string, content = '') =>
    `<w:r><w:fldChar w:fldCharType="${type}">${content}</w:fldChar></w:r>`;
  const shown = result === '' ? '' : mark('separate') + run(result);
  return `${mark('begin', data)}<w:r><w:instrText> ${code} </w:instrText></w:r>${shown}${mark('end')}`;
};
const control = (content: string, properties = ''): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const boxOf = (content: string): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>${content}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>${content}</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;

describe('raised and lowered', () => {
  test.each([
    ['a mark behind', run('90') + run('1', '<w:vertAlign w:val="superscript"/>'), '901 (raised)'],
    ['a mark before', run('1', '<w:vertAlign w:val="superscript"/>') + run('90'), '190 (raised)'],
    ['lowered', run('90') + run('1', '<w:vertAlign w:val="subscript"/>'), '901 (raised)'],
    ['by a measure', run('90') + run('1', '<w:position w:val="8"/>'), '901 (raised)'],
    [
      'set much smaller than what nothing is said of',
      run('90') + run('1', '<w:sz w:val="8"/>'),
      '901 (raised)',
    ],
    ['of no size', run('90') + run('7', '<w:sz w:val="0"/>'), '907 (hidden)'],
    ['set much smaller', run('90', '<w:sz w:val="24"/>') + run('1', '<w:sz w:val="12"/>'), '901 (raised)'],
    [
      'all moved by one measure',
      run('9', '<w:position w:val="2"/>') + run('0', '<w:position w:val="2"/>'),
      '90',
    ],
    ['back on the line', run('9') + run('0', '<w:vertAlign w:val="baseline"/><w:position w:val="0"/>'), '90'],
    ['a nearly equal size', run('9', '<w:sz w:val="21"/>') + run('0', '<w:sz w:val="20"/>'), '90'],
    [
      'a guide above',
      '<w:r><w:ruby><w:rt><w:r><w:t>7</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>90</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '90 (raised)',
    ],
    ['two lines in one', run('90', '<w:eastAsianLayout w:combine="1"/>'), '90 (raised)'],
  ])('%s', async (_, content, seen) => expect(await seenIn(content)).toBe(seen));

  test('by a style, and by one that it is based on', async () => {
    const styles =
      style('mark', '<w:vertAlign w:val="superscript"/>') +
      style('own', '', 'character', '<w:basedOn w:val="mark"/>');
    expect(await seenIn(run('90') + run('1', '<w:rStyle w:val="own"/>'), { styles })).toBe('901 (raised)');
    expect(
      await seenIn(run('9') + run('0', '<w:rStyle w:val="own"/><w:vertAlign w:val="baseline"/>'), { styles }),
    ).toBe('90');
  });
});

test.each([
  ['a sum', '<w:fldSimple w:instr=" =SUM(LEFT) "/>', ' (uncomputed)'],
  ['an index entry', '<w:fldSimple w:instr=" XE &quot;7&quot; "/>', ''],
  ['with its result', `<w:fldSimple w:instr=" =SUM(LEFT) ">${run('90')}</w:fldSimple>`, '90'],
])('a field in one element, %s', async (_, content, seen) => expect(await seenIn(content)).toBe(seen));

describe('struck', () => {
  test.each([
    ['once', run('95', '<w:strike/>') + run('90'), '9\u03365\u033690'],
    ['twice', run('95', '<w:dstrike/>') + run('90'), '9\u03365\u033690'],
    ['not at all', run('90', '<w:strike w:val="0"/><w:dstrike w:val="false"/>'), '90'],
  ])('%s', async (_, content, seen) => expect(await seenIn(content)).toBe(seen));

  test('by the style of the run, not where that of its paragraph says so too', async () => {
    const styles = style('out', '<w:strike/>') + style('line', '<w:strike/>', 'paragraph');
    expect(await seenIn(run('95', '<w:rStyle w:val="out"/>') + run('90'), { styles })).toBe(
      '9\u03365\u033690',
    );
    const both = `<w:pPr><w:pStyle w:val="line"/></w:pPr>${run('90', '<w:rStyle w:val="out"/>')}`;
    expect(await seenIn(both, { styles })).toBe('90');
  });
});

const inTable = async (style: string): Promise<string> => {
  const table = `<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr>${cell(run('总计'))}${cell(run('95'))}</w:tr></w:tbl>`;
  const styles = `<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>${style}</w:style>`;
  const one = (await cellsOf(packed(documentOf(table), { styles })))[1];
  return `${one?.text}${one?.obscured ? ` (${one.obscured})` : ''}`;
};

test.each([
  ['wholeTable', '<w:strike/>', '9\u03365\u0336'],
  ['wholeTable', '<w:color w:val="FFFFFF"/>', '95 (hidden)'],
  ['lastCol', '<w:strike/>', '95 (struck)'],
  ['firstRow', '<w:b/>', '95'],
])('by the %s of the style of a table: %s', async (part, properties, seen) =>
  expect(await inTable(`<w:tblStylePr w:type="${part}"><w:rPr>${properties}</w:rPr></w:tblStylePr>`)).toBe(
    seen,
  ),
);

test.each([
  ['in lines of one point', '<w:spacing w:line="20" w:lineRule="exact"/>', '95 (hidden)'],
  ['in lines of ten points', '<w:spacing w:line="200" w:lineRule="exact"/>', '95'],
  ['far to the left', '<w:ind w:left="-20000"/>', '95 (hidden)'],
  ['begun far to the left', '<w:ind w:hanging="15000"/>', '95 (hidden)'],
  ['a little to the left', '<w:ind w:left="-100"/>', '95'],
])('a paragraph %s', async (_, properties, seen) =>
  expect(await seenIn(`<w:pPr>${properties}</w:pPr>${run('95')}`)).toBe(seen),
);

test.each([
  ['backslashes', (name: string) => name.replaceAll('/', '\\')],
  ['capitals', (name: string) => name.replace('document.xml', 'Document.xml')],
])('a package that names its parts with %s', async (_, renamed) => {
  const parts = unzipSync(
    packed(documentOf(`<w:tbl><w:tr>${cell(run('总计'))}${cell(run('90'))}</w:tr></w:tbl>`)),
  );
  const bytes = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [renamed(name), part])),
  );
  expect(attachmentKind(bytes)).toBe('docx');
  expect((await cellsOf(bytes)).map(({ text }) => text)).toEqual(['总计', '90']);
});

describe('not shown', () => {
  test.each([
    ['white of the theme', run('95', '<w:color w:val="auto" w:themeColor="background1"/>'), '95 (hidden)'],
    [
      'filled with white',
      run('95', '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>'),
      '95 (hidden)',
    ],
    [
      'filled with black',
      run('90', '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="tx1"/></w14:solidFill></w14:textFill>'),
      '90',
    ],
    ['in bars', run('95', '<w:rFonts w:ascii="Code 128"/>'), '95 (glyphs)'],
    ['a part', run('90') + run('7', '<w:vanish/>'), '90'],
    ['all', run('95', '<w:vanish/>'), '95 (hidden)'],
    ['white on white', run('90') + run('7', '<w:color w:val="FFFFFF"/>'), '907 (hidden)'],
    ['nearly white', run('90') + run('7', '<w:color w:val="FDFDFD"/>'), '907 (hidden)'],
    ['of one point', run('90') + run('7', '<w:sz w:val="2"/>'), '907 (hidden)'],
    ['without ink', run('95', '<w14:textFill><w14:noFill/></w14:textFill>'), '95 (hidden)'],
    ['in a colour of its own', run('90', '<w:color w:val="FF0000"/>'), '90'],
    ['white on dark', run('90', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F497D"/>'), '90'],
    ['yellow on yellow', run('90', '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'), '90 (hidden)'],
  ])('%s', async (_, content, seen) => expect(await seenIn(content)).toBe(seen));

  test('by a style', async () => {
    const styles = style('away', '<w:vanish/>');
    expect(await seenIn(run('90') + run('7', '<w:rStyle w:val="away"/>'), { styles })).toBe('90');
  });

  test('on the ground of the cell', async () => {
    const white = run('90', '<w:color w:val="FFFFFF"/>');
    expect(await seenIn(white, {}, '<w:shd w:val="clear" w:fill="000000"/>')).toBe('90');
  });

  test('a row that is hidden keeps its place and is not read', async () => {
    const rows = `<w:tr><w:trPr><w:hidden/></w:trPr>${cell(run('7'))}</w:tr><w:tr>${cell(run('90'))}</w:tr>`;
    const [block] = (await readDocx(packed(documentOf(`<w:tbl>${rows}</w:tbl>`)))).blocks;
    expect(block?.kind === 'table' && block.rows.map(({ hidden }) => hidden === true)).toEqual([true, false]);
  });
});

describe('fields and controls', () => {
  const list =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="0"/><w:listEntry w:val="90"/></w:ddList></w:ffData>';
  test.each([
    ['a result', field('=SUM(LEFT)', '90'), '90'],
    ['no result', field('QUOTE 90'), ' (uncomputed)'],
    ['a circled sign before it', field('EQ \\o\\ac(○,1)') + run('90'), '90 (drawn)'],
    ['what only marks a place', field('TC "90"') + run('90'), '90'],
    ['a list of which one is chosen', field('FORMDROPDOWN', '', list), '90'],
    ['a box that nobody filled', field('FORMTEXT'), ' (control)'],
    ['a filled control', control(run('90')), '90'],
    ['a control that asks', control(run('0'), '<w:showingPlcHdr/>'), '0 (control)'],
    ['an empty control', control(''), ' (control)'],
  ])('%s', async (_, content, seen) => expect((await seenIn(content)).trim()).toBe(seen.trim()));
});

describe('drawn, generated, turned', () => {
  test.each([
    ['a formula of one number', '<m:oMath><m:r><m:t>90</m:t></m:r></m:oMath>', '90'],
    ['a paragraph of it', '<m:oMathPara><m:oMath><m:r><m:t>90</m:t></m:r></m:oMath></m:oMathPara>', '90'],
    [
      'a fraction',
      '<m:oMath><m:f><m:num><m:r><m:t>9</m:t></m:r></m:num><m:den><m:r><m:t>10</m:t></m:r></m:den></m:f></m:oMath>',
      '910 (drawn)',
    ],
    ['a text box', `<w:r>${boxOf(run('90'))}</w:r>`, '90 (drawn)'],
    ['a sign of a known font', '<w:r><w:sym w:font="Symbol" w:char="F039"/></w:r>', '9'],
    [
      'a sign of a font of pictures',
      '<w:r><w:sym w:font="Wingdings" w:char="F08C"/></w:r>',
      '\uFFFD (glyphs)',
    ],
    [
      'figures in a font of pictures',
      run('90', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
      '90 (glyphs)',
    ],
    [
      'a number of a list',
      `<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>${run('0')}`,
      '0 (generated)',
    ],
    ['no list', `<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>${run('0')}`, '0'],
    ['to the right', `<w:dir w:val="ltr">${run('90')}</w:dir>`, '90'],
    ['to the left', `<w:bdo w:val="rtl">${run('09')}</w:bdo>`, '09 (reordered)'],
    ['a picture', '<w:r><w:drawing><wp:inline><wp:docPr id="1"/></wp:inline></w:drawing></w:r>', ' (drawn)'],
    [
      'a picture over it',
      `<w:r><w:drawing><wp:anchor><wp:docPr id="1"/></wp:anchor></w:drawing></w:r>${run('90')}`,
      '90 (covered)',
    ],
    ['a change that nobody took', '<w:del><w:r><w:delText>90</w:delText></w:r></w:del>', ' (revised)'],
  ])('%s', async (_, content, seen) => expect((await seenIn(content)).trim()).toBe(seen.trim()));
});

describe('parts and their encodings', () => {
  const table = (text: string) => `<w:tbl><w:tr>${cell(run('总计'))}${cell(run(text))}</w:tr></w:tbl>`;

  test('a part in UTF-16 is read', async () => {
    const bytes = new Uint8Array(
      Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${documentOf(table('90'))}`, 'utf16le'),
    );
    expect((await cellsOf(packed(bytes))).map(({ text }) => text)).toEqual(['总计', '90']);
  });

  test('names by another prefix, and of ISO 29500 strict', async () => {
    const xml = documentOf(table('90'))
      .replaceAll('w:', 'x:')
      .replace(
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        'xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"',
      );
    expect((await cellsOf(packed(xml))).map(({ text }) => text)).toEqual(['总计', '90']);
  });

  const chunk = (name: string, content: string) =>
    packed(documentOf('<w:altChunk r:id="c"/>'), {
      rels: `<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="/word/${name}"/>`,
      more: { [`word/${name}`]: strToU8(content) },
    });
  const page = '<table><tr><td>总计</td><td>90</td></tr></table>';

  test('a page that the document takes in is read, also as MHTML', async () => {
    expect((await cellsOf(chunk('a.html', page))).map(({ text }) => text)).toEqual(['总计', '90']);
    const mht = `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset="utf-8"\n\n${page}\n--b--\n`;
    expect((await cellsOf(chunk('a.mht', mht))).map(({ text }) => text)).toEqual(['总计', '90']);
  });

  test('a part of a kind that is not read is named', async () => {
    const { issues } = await readDocx(chunk('a.rtf', '{\\rtf1 90}'));
    expect(issues).toEqual([{ code: 'part_unread', part: 'word/a.rtf' }]);
  });
});
