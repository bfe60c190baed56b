import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { settingOf } from '../../parser/source/office/doc-looks.ts';
import { doubtAt, setMarks } from '../../parser/source/office/doc-marks.ts';
import { plain, Seen } from '../../parser/source/office/seen.ts';
import { compound } from './xls-file.ts';

/** How characters of a DOC are set, and what is seen of them. */

const list = (...properties: [code: number, ...operand: number[]][]): Buffer =>
  Buffer.concat(properties.map(([code, ...operand]) => Buffer.from([code & 0xff, code >> 8, ...operand])));

const seen = (...runs: [text: string, properties: Buffer][]): string => {
  const cell = new Seen();
  const text = runs.map(([one, properties]) => cell.add(one, settingOf(properties, plain))).join('');
  const { text: gone, why } = cell.whole();
  return `${text || gone}${why ? ` (${why})` : ''}`;
};

describe('properties of characters', () => {
  const none = list();
  test.each<[string, [string, Buffer][], string]>([
    [
      'struck',
      [
        ['95', list([0x0837, 1])],
        ['90', none],
      ],
      '9\u03365\u033690',
    ],
    [
      'struck twice',
      [
        ['95', list([0x2a53, 1])],
        ['90', none],
      ],
      '9\u03365\u033690',
    ],
    [
      'not shown',
      [
        ['90', none],
        ['7', list([0x083c, 1])],
      ],
      '90',
    ],
    [
      'raised',
      [
        ['90', none],
        ['1', list([0x2a48, 1])],
      ],
      '901 (raised)',
    ],
    [
      'lowered',
      [
        ['90', none],
        ['1', list([0x2a48, 2])],
      ],
      '901 (raised)',
    ],
    [
      'moved up',
      [
        ['90', none],
        ['1', list([0x4845, 8, 0])],
      ],
      '901 (raised)',
    ],
    [
      'white',
      [
        ['90', none],
        ['7', list([0x6870, 0xff, 0xff, 0xff, 0])],
      ],
      '907 (hidden)',
    ],
    [
      'white of old',
      [
        ['90', none],
        ['7', list([0x2a42, 8])],
      ],
      '907 (hidden)',
    ],
    [
      'of one point',
      [
        ['90', none],
        ['7', list([0x4a43, 2, 0])],
      ],
      '907 (hidden)',
    ],
    ['red', [['90', list([0x6870, 0xff, 0, 0, 0])]], '90'],
    [
      'much smaller',
      [
        ['90', list([0x4a43, 24, 0])],
        ['1', list([0x4a43, 12, 0])],
      ],
      '901 (raised)',
    ],
    ['taken back', [['90', list([0x0837, 1], [0x0837, 0])]], '90'],
    ['a sign of another font', [['(', list([0x6a09, 1, 0, 0x39, 0xf0])]], '( (glyphs)'],
  ])('%s', (_, runs, expected) => expect(seen(...runs)).toBe(expected));
});

test('a document of Word 6.0 or 95 is named as what it is', async () => {
  const head = Buffer.alloc(600);
  head.writeUInt16LE(0xa5dc, 0);
  head.writeUInt16LE(0x0068, 2);
  const [extraction] = await readBytes('a.doc', compound('WordDocument', head));
  expect(extraction?.issues).toEqual([{ code: 'source_binary', looksLike: 'DOC (Word 6.0/95)' }]);
});

describe('what stands beside the text', () => {
  /** Pieces of a document; what is left of them where the characters are taken out that nobody sees. */
  const left = (...texts: string[]): string => {
    const pieces = texts.map((text) => ({ text, startFilePos: 0, size: text.length, bpc: 1 }));
    setMarks(pieces);
    expect(pieces.map(({ text }) => text.length)).toEqual(texts.map((text) => text.length));
    return pieces
      .map(({ text }) => text)
      .join('')
      .replaceAll('\0', '')
      .replace(/./gs, (sign) => {
        const why = doubtAt(sign);
        return why ? `<${why}>` : sign;
      });
  };

  test.each<[string, string[], string]>([
    ['a list of which one is chosen', ['\x13 FORMDROPDOWN \x01\x14\x15\x07'], '<control>\x07'],
    ['the same in pieces', ['\x13 FORM', 'DROPDOWN \x01\x14', '90\x15\x07'], '<control>\x07'],
    ['a box that was filled', ['\x13 FORMTEXT \x01\x1490\x15'], '\x13 FORMTEXT \x01\x1490\x15'],
    ['a box that nobody filled', ['\x13 FORMTEXT \x15'], '<control>'],
    ['a circled sign', ['\x13EQ \\o\\ac(○,1)\x1590'], '<drawn>90'],
    ['a sum that was never computed', ['\x13=SUM(LEFT)\x15'], '<uncomputed>'],
    ['what only marks a place', ['\x13TC "90"\x1590'], '\x13TC "90"\x1590'],
    ['a field in the code of another', ['\x13IF \x13=1\x15 1\x1490\x15'], '\x13IF \x13=1\x15 1\x1490\x15'],
    ['a field in the result of another', ['\x13QUOTE\x149\x13=1\x15\x15'], '\x13QUOTE\x149<uncomputed>\x15'],
    ['a picture', ['9\x010'], '9<drawn>0'],
    [
      'a picture that a field shows',
      ['\x13EMBED Equation.3\x14\x01\x15'],
      '\x13EMBED Equation.3\x14<drawn>\x15',
    ],
    ['what may lie over the text', ['\x0890'], '<covered>90'],
    ['a field that is never ended', ['\x13EQ 9\x07 90\x07'], '\x13EQ 9\x07 90\x07'],
    ['ends without a begin', ['9\x140\x15'], '9\x140\x15'],
  ])('%s', (_, texts, expected) => expect(left(...texts)).toBe(expected));

  test.each([
    ['a field', '5203.93', '\x13EQ 9 \x15', 'proactive_disclosure.administrative_fees.amount', 'drawn'],
    ['a picture', '3557', '355\x01', 'proactive_disclosure.regulations.repealed', 'drawn'],
    ['an object', '23685', '2368\x08', 'proactive_disclosure.administrative_licensing.decisions', 'covered'],
  ])('%s in a cell makes it unreadable', async (_, figure, instead, id, why) => {
    const bytes = readFileSync(new URL('../corpus/doc-word-97/source.doc', import.meta.url));
    const at = bytes.indexOf(Buffer.from(figure, 'utf16le'));
    bytes.set(Buffer.from(instead, 'utf16le'), at);
    const [extraction] = await readBytes('a.doc', bytes);
    expect(extraction?.facts.find(({ ref }) => ref === id)).toMatchObject({
      state: 'unreadable',
      value: null,
    });
    expect(extraction?.issues).toContainEqual(
      expect.objectContaining({ code: 'figure_obscured', ref: id, why }),
    );
  });
});
