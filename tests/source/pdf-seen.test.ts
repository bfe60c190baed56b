import { describe, expect, test } from 'vitest';
import { attachmentKind } from '../../parser/source/binary.ts';
import { readPdf } from '../../parser/source/pdf/pdf.ts';
import { deflated, pdfOf } from './pdf-file.ts';

/** What a cell of a printed page is read as: the figure that a reader sees, or a reason why that is not sure. */

const lines =
  [20, 120, 220].map((x) => `${x} 20 m ${x} 80 l S\n`).join('') +
  [20, 50, 80].map((y) => `20 ${y} m 220 ${y} l S\n`).join('');
const text = (shown: string, x: number, size = 10, before = '') =>
  `${before} BT /F ${size} Tf 1 0 0 1 ${x} 60 Tm (${shown}) Tj ET\n`;

const pageOf = (content: string, annotation = '', font = 'Helvetica'): Uint8Array =>
  pdfOf([
    `<</Type/Catalog/Pages 2 0 R${annotation ? '/AcroForm<</Fields[6 0 R]>>' : ''}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 240 100]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/ExtGState<</G<</ca 0>>>>/Shading<</SH<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 240 0]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[1]/C1[1]>>/Extend[true true]>>>>>>${annotation ? '/Annots[6 0 R]' : ''}>>`,
    `<</Type/Font/Subtype/Type1/BaseFont/${font}>>`,
    deflated(`0.5 w ${lines}${content}`),
    ...(annotation ? [annotation] : []),
  ]);

const seenIn = async (content: string, annotation = ''): Promise<string> => {
  const { blocks } = await readPdf(
    pageOf(text('Total', 30) + text('lower', 30).replace(' 60 Tm', ' 30 Tm') + content, annotation),
  );
  const cell = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows[0]?.cells[1]] : []))[0];
  return `${cell?.text ?? 'no cell'}${cell?.obscured ? ` (${cell.obscured})` : ''}`;
};

describe('a figure in a ruled cell', () => {
  test.each([
    ['plain', text('90', 150), '90'],
    ['raised', `${text('90', 150)}BT /F 10 Tf 4 Ts 1 0 0 1 161.2 60 Tm (1) Tj ET 0 Ts\n`, /raised/],
    ['smaller', `${text('90', 150)}${text('1', 161.2, 6)}`, /raised/],
    ['without ink', text('95', 150, 10, '3 Tr'), /hidden/],
    ['for clipping only', `q ${text('7', 161.2, 10, '7 Tr')} Q ${text('90', 150)}`, /hidden/],
    ['clear', `${text('90', 150)} q /G gs ${text('7', 161.2)} Q`, /hidden/],
    ['white', `${text('90', 150)} 1 g ${text('7', 161.2)} 0 g`, /hidden/],
    ['painted over', `${text('95', 150)} 1 g 148 58 20 12 re f 0 g`, /covered/],
    [
      'painted over and written anew',
      `${text('95', 150)} 1 g 148 58 20 12 re f 0 g ${text('90', 150)}`,
      /covered/,
    ],
    ['white on dark', `0 g 125 52 90 26 re f 1 g ${text('90', 150)} 0 g`, '90'],
    ['clipped away', `q 0 0 10 10 re W n ${text('7', 161.2)} Q ${text('90', 150)}`, /hidden/],
    ['struck through', `${text('95', 150)} 149 63.5 m 163 63.5 l S`, /struck/],
    ['behind a line that may be its sign', `${text('5', 150)} 142 63.5 m 148 63.5 l S`, /drawn/],
    ['twice, a hair apart', text('90', 150) + text('90', 150.4), '90'],
    ['with a shadow', text('90', 150) + text('90', 152).replace(' 60 Tm', ' 58 Tm'), '90'],
    ['struck through aslant', `${text('95', 150)} 149 58 m 163 69 l S`, /struck/],
    ['in a cell that is crossed out', `${text('95', 150)} 121 51 m 219 79 l S 121 79 m 219 51 l S`, /struck/],
    ['in a cell with a corner cut off', `${text('90', 150)} 20 50 m 60 80 l S`, '90'],
    ['painted over by a shading', `${text('95', 150)} q 148 58 20 12 re W n /SH sh Q`, /covered/],
    ['before a shading', `q 148 58 20 12 re W n /SH sh Q ${text('90', 150)}`, '90'],
    [
      'squeezed to nothing',
      `${text('90', 150)} BT /F 10 Tf 1 Tz 1 0 0 1 161.2 60 Tm (7) Tj ET 100 Tz`,
      /hidden/,
    ],
    ['on its head', 'BT /F -10 Tf 1 0 0 1 165 66 Tm (95) Tj ET', /reordered/],
    ['turned twice', 'BT /F -10 Tf -1 0 0 -1 150 60 Tm (90) Tj ET', '90'],
    ['in curves', '150 60 m 155 70 160 70 165 60 c 160 55 155 55 150 60 c f', /drawn/],
    ['that is itself a shading', 'q 150 58 12 8 re W n /SH sh Q', /drawn/],
    ['none', '', ''],
  ])('%s', async (_, content, seen) => {
    if (typeof seen === 'string') expect(await seenIn(content)).toBe(seen);
    else expect(await seenIn(content)).toMatch(seen);
  });

  test('typed into a field, and laid over it', async () => {
    const field = (more: string) => `<</Type/Annot/Rect[125 52 215 78]/F 4${more}>>`;
    expect(await seenIn('', field('/Subtype/Widget/FT/Tx/T(a)/V(90)'))).toBe('90');
    const list = '/Subtype/Widget/FT/Ch/Ff 131072/T(a)/Opt[[(7)(90)][(1)(5)]]/V(7)';
    expect(await seenIn('', field(list))).toBe('90');
    expect(await seenIn('', field('/Subtype/Widget/FT/Btn/T(a)/AS/Yes/V/Yes'))).toMatch(/control/);
    expect(await seenIn(text('95', 150), field('/Subtype/FreeText/Contents(90)/DA(/F 10 Tf)'))).toBe(
      '95 (covered)',
    );
  });
});

/** The page with a font, or another resource, of its own. */
const withResources = async (
  content: string,
  font: string,
  resources = '',
  ...objects: Parameters<typeof pdfOf>[0]
): Promise<string> => {
  const { blocks } = await readPdf(
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 240 100]/Contents 5 0 R/Resources<</Font<</F 4 0 R/N ${font}>>${resources}>>>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      deflated(`0.5 w ${lines}${text('Total', 30)}${content}`),
      ...objects,
    ]),
  );
  const cell = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows[0]?.cells[1]] : []))[0];
  return `${cell?.text ?? 'no cell'}${cell?.obscured ? ` (${cell.obscured})` : ''}`;
};
const inFont = (shown: string): string => `BT /N 10 Tf 1 0 0 1 150 60 Tm (${shown}) Tj ET`;
const mapOf = (pairs: string): ReturnType<typeof deflated> =>
  deflated(
    `/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def 1 begincodespacerange <00><ff> endcodespacerange 2 beginbfchar ${pairs} endbfchar endcmap end`,
  );

describe('a font whose map of characters', () => {
  const called = '/Encoding<</Type/Encoding/Differences[65/nine/zero]>>';
  test.each([
    ['says otherwise than its letters are called', 'AB', called, '<41><0037> <42><0030>', '70 (glyphs)'],
    ['says the same', 'AB', called, '<41><0039> <42><0030>', '90'],
    ['says otherwise than every viewer', '90', '', '<39><0037> <30><0030>', '70 (glyphs)'],
    ['gives several figures for one letter', '9', '', '<39><00390030> <30><0030>', '90 (glyphs)'],
  ])('%s', async (_, shown, encoding, pairs, seen) =>
    expect(
      await withResources(
        inFont(shown),
        `<</Type/Font/Subtype/Type1/BaseFont/Helvetica${encoding}/ToUnicode 6 0 R>>`,
        '',
        mapOf(pairs),
      ),
    ).toBe(seen),
  );
});

describe('ink that leaves nothing', () => {
  test.each([
    ['mixed so that dark letters vanish', '/ExtGState<</M<</BM/Screen>>>>', 'q /M gs', /hidden/],
    ['mixed so that they darken', '/ExtGState<</M<</BM/Multiply>>>>', 'q /M gs', /^90$/],
  ])('%s', async (_, resources, before, seen) =>
    expect(await withResources(`${before} ${text('90', 150)} Q`, '4 0 R', resources)).toMatch(seen),
  );

  test('outside the box of its form', async () => {
    const form = (box: string) =>
      deflated('BT /F 10 Tf (90) Tj ET', `/Type/XObject/Subtype/Form/BBox[${box}]`);
    const drawn = 'q 1 0 0 1 150 60 cm /X Do Q';
    expect(await withResources(drawn, '4 0 R', '/XObject<</X 6 0 R>>', form('0 -5 30 12'))).toBe('90');
    expect(await withResources(drawn, '4 0 R', '/XObject<</X 6 0 R>>', form('0 -5 5 12'))).toMatch(/hidden/);
  });
});

test('a button or a signature laid over a figure', async () => {
  const over = (more: string) => `<</Type/Annot/Subtype/Widget/T(a)/Rect[125 52 215 78]/F 4${more}>>`;
  expect(await seenIn(text('90', 150), over('/FT/Btn/Ff 65536'))).toMatch(/covered/);
  expect(await seenIn(text('90', 150), over('/FT/Sig'))).toMatch(/covered/);
});

test('a page that is turned is turned back', async () => {
  const body = Array.from(
    { length: 12 },
    (_, at) => `BT /F 10 Tf 0 1 -1 0 ${20 + at * 8} 10 Tm (word ${at} here) Tj ET\n`,
  ).join('');
  const { blocks } = await readPdf(pageOf(body));
  expect(JSON.stringify(blocks)).toContain('word 0 here');
});

test('what a server said before the file does not hide that it is a PDF', () => {
  const head = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n');
  expect(attachmentKind(Buffer.concat([head, pageOf(text('90', 150))]))).toBe('pdf');
  expect(attachmentKind(Buffer.from('<p>a file begins with\n%PDF-1.7</p>'))).toBe(null);
});

test('digits of a font of pictures are no figure', async () => {
  const { blocks } = await readPdf(pageOf(text('Total', 30) + text('95', 150), '', 'ZapfDingbats'));
  expect(JSON.stringify(blocks)).toContain('glyphs');
});
