import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { extract } from '../../parser/extract.ts';
import type { Source } from '../../parser/extraction.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { readOfd } from '../../parser/source/ofd/ofd.ts';
import { oneIn } from '../properties/seed.ts';
import { boxAt, type OfdSample, ofdOf, ofdOfDocument, tableAt, textAt } from './ofd-file.ts';
import { outline } from './outline.ts';

const read = async (sample: OfdSample): Promise<string[]> => outline(await readOfd(ofdOf(sample)));
const codes = async (bytes: Uint8Array): Promise<string[]> =>
  ((await readOfd(bytes)).issues ?? []).map(({ code }) => code);

/** Two rows of two cells, the last one with what is given. */
const withCell = (...last: string[]): OfdSample => ({
  pages: [
    [
      ...[0, 1].flatMap((row) => [0, 1].map((column) => boxAt(20 + column * 40, 20 + row * 10, 40, 10))),
      textAt(22, 23, '内容'),
      textAt(62, 23, '件数'),
      textAt(22, 33, '规章'),
      ...last,
    ],
  ],
});
const cellOf = async (...last: string[]): Promise<string> =>
  (await read(withCell(...last))).at(-1)?.split(' | ').at(-1) ?? '';

test('cells are made of lines, texts stand in them, lines of text outside are paragraphs', async () => {
  const table = readHtml(
    '<table><tr><td colspan=2>第一项<td rowspan=2>总计<tr><td>甲<td>乙<tr><td>1<td>2<td>3</table>',
  ).blocks[0];
  if (table?.kind !== 'table') throw new Error('no table');
  expect(await read({ pages: [[textAt(15, 15, '某局年度报告'), ...tableAt(table, 30).objects]] })).toEqual([
    '某局年度报告',
    'table 0: 第一项 2x1 | 总计 1x2 / 甲 | 乙 / 1 | 2 | 3',
  ]);
});

describe('what the standard lets writers do', () => {
  test('lines of a template, texts of the page', async () => {
    const [objects = []] = withCell().pages;
    expect(
      await read({
        template: objects.filter((one) => one.includes('PathObject')),
        pages: [[...objects.filter((one) => one.includes('TextObject')), textAt(75, 33, '12')]],
      }),
    ).toEqual(['table 0: 内容 | 件数 / 规章 | 12']);
  });

  test('repeated distances, a start for each line, a matrix, blocks of objects', async () => {
    const repeated =
      '<ofd:TextObject ID="9" Boundary="70 33 10 3" Font="1" Size="3"><ofd:TextCode X="0" Y="2.6" DeltaX="g 3 1.5">1234</ofd:TextCode></ofd:TextObject>';
    expect(await cellOf(repeated)).toBe('1234');
    const scaled =
      '<ofd:TextObject ID="9" Boundary="70 33 10 3" Font="1" Size="1" CTM="3 0 0 3 0 0"><ofd:TextCode X="0" Y="0.86" DeltaX="0.5">56</ofd:TextCode></ofd:TextObject>';
    expect(await cellOf(`<ofd:PageBlock ID="8">${scaled}</ofd:PageBlock>`)).toBe('56');
  });

  test('one object for texts of two cells', async () => {
    const row =
      '<ofd:TextObject ID="9" Boundary="22 43 60 3" Font="1" Size="3"><ofd:TextCode X="0" Y="2.6" DeltaX="3 45">文件7</ofd:TextCode></ofd:TextObject>';
    const third = [0, 1].map((column) => boxAt(20 + column * 40, 40, 40, 10));
    expect(await read(withCell(textAt(70, 33, '5'), ...third, row))).toEqual([
      'table 0: 内容 | 件数 / 规章 | 5 / 文件 | 7',
    ]);
  });

  test('a table goes on on the next page', async () => {
    const rows = (from: number) =>
      Array.from({ length: 22 }, (_, at) => [
        boxAt(20, 20 + at * 11, 60, 11),
        boxAt(80, 20 + at * 11, 60, 11),
        textAt(22, 24 + at * 11, '甲'),
        textAt(82, 24 + at * 11, String(from + at)),
      ]).flat();
    const blocks = await read({ pages: [rows(1), rows(23)] });
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toContain('甲 | 22 / 甲 | 23');
  });
});

describe('what a reader does not see plainly is no figure', () => {
  const figure = textAt(70, 33, '90');
  const colored = (value: string, more = '') => `<ofd:FillColor Value="${value}" ${more}/>`;
  test.each<[name: string, cell: string, objects: string[]]>([
    ['plain', '90', [figure]],
    ['invisible: nobody sees it, on paper or on screen', '', [textAt(70, 33, '90', 3, 'Visible="false"')]],
    ['white', '90 [hidden]', [textAt(70, 33, '90', 3, '', colored('255 255 255'))]],
    ['transparent', '90 [hidden]', [textAt(70, 33, '90', 3, '', colored('0 0 0', 'Alpha="10"'))]],
    ['neither filled nor stroked', '90 [hidden]', [textAt(70, 33, '90', 3, 'Fill="false"')]],
    [
      'white on blue is seen',
      '90',
      [
        boxAt(60, 30, 40, 10, 'Fill="true"', colored('0 51 102')),
        textAt(70, 33, '90', 3, '', colored('255 255 255')),
      ],
    ],
    [
      'painted over',
      '90 [covered]',
      [figure, boxAt(68, 32, 10, 5, 'Stroke="false" Fill="true"', colored('255 255 255'))],
    ],
    ['a raised mark', '901 [raised]', [figure, textAt(73, 32.2, '1', 2)]],
    ['struck through', '90 [struck]', [figure, boxAt(69, 34.4, 5, 0.2, 'Fill="true"')]],
    ['another figure on it', '9070 [covered]', [figure, textAt(70.6, 33, '70', 3)]],
    ['a picture', ' [drawn]', ['<ofd:ImageObject ID="7" Boundary="68 32 10 5" ResourceID="5"/>']],
    [
      'drawn in curves',
      ' [drawn]',
      [
        '<ofd:PathObject ID="7" Boundary="70 33 2 3" Fill="true" Stroke="false"><ofd:AbbreviatedData>M 0 0 B 1 0 2 1 2 3 L 0 3 C</ofd:AbbreviatedData></ofd:PathObject>',
      ],
    ],
    [
      'clipped away',
      '90 [hidden]',
      [
        textAt(
          70,
          33,
          '90',
          3,
          '',
          '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 1 1"><ofd:AbbreviatedData>M 20 20 L 21 20 L 21 21 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>',
        ),
      ],
    ],
  ])('%s', async (_, cell, objects) => {
    expect(await cellOf(...objects)).toBe(cell);
  });

  test('a seal over a cell, by the signature of the document', async () => {
    const sample = withCell(textAt(70, 33, '90'));
    const sealed: OfdSample = {
      ...sample,
      body: '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
      parts: {
        'Signs/Signatures.xml':
          '<ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>',
        'Signs/Sign_0/Signature.xml':
          '<ofd:Signature xmlns:ofd="http://www.ofdspec.org/2016"><ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="100" Boundary="66 30 14 10"/></ofd:SignedInfo></ofd:Signature>',
      },
    };
    expect((await read(sealed)).at(0)).toContain('90 [drawn]');
  });

  test('a watermark askew over the page is no part of it', async () => {
    const mark = textAt(40, 30, '内部资料', 12, 'CTM="0.8 -0.6 0.6 0.8 0 0" Alpha="40"');
    const blocks = await read(withCell(textAt(70, 33, '90'), mark));
    expect(blocks.join('')).not.toContain('内部资料');
  });
});

describe('what cannot be read is said to be', () => {
  test('a scan, a package without pages, a damaged one, entities', async () => {
    expect(
      await codes(ofdOf({ pages: [['<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="5"/>']] })),
    ).toEqual(['pdf_scanned']);
    expect(await codes(ofdOf({ pages: [] }))).toEqual(['file_damaged']);
    expect(await codes(ofdOf({ pages: [[]] }).slice(0, 300))).toEqual(['file_damaged']);
    expect(await codes(zipSync({ 'OFD.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }))).toEqual([
      'file_damaged',
    ]);
  });

  test('a text recognised in the picture of a page', async () => {
    const scan = '<ofd:ImageObject ID="7" Boundary="0 0 210 297" ResourceID="5"/>';
    const text = '根据条例的规定编制本报告，全文包括总体情况等六个部分。';
    const page = (attributes: string): string[] => [
      ...[0, 1].map((row) => boxAt(20, 20 + row * 10, 80, 10)),
      textAt(22, 23, text, 2.5, attributes),
      textAt(70, 33, '90', 3, attributes),
    ];
    const below = await readOfd(ofdOf({ pages: [[scan, ...page('Alpha="0"')]] }));
    expect(below.issues?.map(({ code }) => code)).toEqual(['pdf_recognised']);
    expect(outline(below).at(-1)).toContain('90 [scanned]');
    // Text that is seen on a picture is read, its figures are not.
    const above = await readOfd(ofdOf({ pages: [[scan, ...page('')]] }));
    expect(outline(above).at(-1)).toContain('90 [drawn]');
  });

  test('composite units that hold themselves, distances without end', async () => {
    const endless = `<ofd:CompositeObject ID="5" ResourceID="70" Boundary="0 0 9 9"/>`;
    const bytes = ofdOf({
      pages: [
        [
          endless,
          '<ofd:TextObject Boundary="0 0 9 9" Size="3"><ofd:TextCode X="0" Y="1" DeltaX="g 999999999999 1">甲</ofd:TextCode></ofd:TextObject>',
        ],
      ],
      drawParams: `<ofd:CompositeGraphicUnit ID="70"><ofd:Content>${endless}</ofd:Content></ofd:CompositeGraphicUnit>`,
    });
    expect(outline(await readOfd(bytes))).toEqual(['甲']);
  });
});

const root = new URL('../corpus/', import.meta.url);
const source: Source = { path: 'report.ofd', sha256: '', bytes: 0, format: 'ofd' };
/** Pages that hold several reports are parted by what stands between the tables, which pages of paper part otherwise. */
const several = ['two-reports-on-one-page', 'tables-of-last-year-without-title'];
const every = readdirSync(root).filter(
  (name) =>
    !name.startsWith('encoding') &&
    !several.includes(name) &&
    existsSync(new URL(`${name}/source.html`, root)),
);

const pages = oneIn(6, every);

test.each(pages)('%s as OFD: the same figures or none', async (name) => {
  const page = readHtml(readFileSync(new URL(`${name}/source.html`, root), 'utf8'));
  const facts = new Map(extract(page, source).flatMap((one) => one.facts.map((fact) => [fact.ref, fact])));
  const read = extract(await readOfd(ofdOfDocument(page)), source).flatMap((one) => one.facts);
  for (const fact of read) {
    const printed = facts.get(fact.ref);
    if (fact.state === 'number' && printed?.state === 'number')
      expect([fact.ref, fact.value]).toEqual([fact.ref, printed.value]);
    if (fact.state === 'blank') expect([fact.ref, printed?.state]).not.toEqual([fact.ref, 'number']);
  }
});

test('the command reads a report from it', async () => {
  const page = readHtml(
    readFileSync(new URL('../../samples/one-wrong-cell-2020.html', import.meta.url), 'utf8'),
  );
  const [extraction] = await readBytes('report.ofd', ofdOfDocument(page));
  expect(extraction?.source.format).toBe('ofd');
  expect(extraction?.coverage).toEqual({ read: 198, expected: 198 });
});
