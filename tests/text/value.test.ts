import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigure } from '../../parser/text/value.ts';
import { runs, seeded } from '../properties/seed.ts';

const nbsp = '\u00A0';

describe('blank', () => {
  test.each(['', ' ', '\n', '\t \n', nbsp, nbsp.repeat(30), '　　', '\u200B', '\uFEFF', '\u00AD'])(
    '%j',
    (raw) => {
      expect(readFigure(raw)).toEqual({ state: 'blank' });
    },
  );
});

describe('a mark stands for nothing, and is no zero', () => {
  test.each([
    '/',
    '／',
    '\\',
    '-',
    '－',
    '--',
    '—',
    '——',
    '–',
    '−',
    '─',
    '_',
    '无',
    '無',
    'N/A',
    'n/a',
    '*',
    '…',
    `${nbsp}/${nbsp}`,
  ])('%j', (raw) => {
    expect(readFigure(raw)).toEqual({ state: 'mark' });
  });
});

describe('numbers', () => {
  const cases: [raw: string, value: number, unit: string | null][] = [
    ['0', 0, null],
    ['27', 27, null],
    ['007', 7, null],
    ['0.00', 0, null],
    ['6229.95', 6229.95, null],
    ['24252.311082', 24252.311082, null],
    // units
    ['124件', 124, '件'],
    ['3 件', 3, '件'],
    ['6229.95万元', 6229.95, '万元'],
    [`251000${nbsp}元`, 251000, '元'],
    ['75394432.52元', 75394432.52, '元'],
    ['1.5亿元', 1.5, '亿元'],
    ['12件次', 12, '件次'],
    ['8人次', 8, '人次'],
    ['100%', 100, '%'],
    // signs
    ['+2', 2, null],
    ['＋2', 2, null],
    ['-1', -1, null],
    ['－1', -1, null],
    ['−8', -8, null],
    ['–8', -8, null],
    ['- 8', -8, null],
    ['减3', -3, null],
    ['減3', -3, null],
    ['负8', -8, null],
    ['負 8', -8, null],
    ['增5', 5, null],
    ['-0', 0, null],
    // thousands
    ['1,234', 1234, null],
    ['1，234', 1234, null],
    ['12,345,678.90', 12345678.9, null],
    // full width
    ['１２３', 123, null],
    ['６２２９．９５万元', 6229.95, '万元'],
    // notes
    ['22件（其中修订16件）', 22, '件'],
    ['22（其中修订16件）', 22, null],
    ['22 (含上年3件)', 22, null],
    ['665[历史累计]', 665, null],
    // white space and line breaks around
    [`${nbsp}${nbsp}42${nbsp}`, 42, null],
    ['42\n件', 42, '件'],
    ['\u200B42\u200B', 42, null],
    ['4\u200B2', 42, null],
    // the greatest whole number that a double holds, and long decimals that survive
    ['9007199254740991', 9007199254740991, null],
    ['0.1', 0.1, null],
    ['123456.789012', 123456.789012, null],
  ];
  test.each(cases)('%j is %d', (raw, value, unit) => {
    expect(readFigure(raw)).toMatchObject({ state: 'number', value, unit });
  });

  test.each([
    ['+2', true],
    ['减3', true],
    ['2', false],
  ])('%j: a printed sign is remembered', (raw, signed) => {
    expect(readFigure(raw)).toMatchObject({ signed });
  });
});

describe('what cannot be read as one number is never guessed', () => {
  test.each([
    ['two figures in a cell', '12 34'],
    ['two figures over two lines', '12\n34'],
    ['two figures far apart', '12 \n 34'],
    ['three figures', '1 2 3'],
    ['two figures parted by no-break spaces', `12${nbsp}34`],
    ['two figures with units', '22件 33件'],
    ['a fraction', '1/2'],
    ['a range', '1-2'],
    ['a list', '1、2'],
    ['wrong thousands', '1,2345'],
    ['thousands without a first group', ',123'],
    ['two points', '1.2.3'],
    ['a point at the end', '1.'],
    ['a point at the start', '.5'],
    ['a number cut behind its point', '6229. 95'],
    ['an exponent', '1e3'],
    ['hexadecimal', '0x10'],
    ['Chinese numerals', '十二'],
    ['a sign alone', '+'],
    ['a unit alone', '件'],
    ['two signs', '--3'],
    ['an unknown unit', '12吨'],
    ['words', '详见附件'],
    ['a note that is not closed', '12（其中3件'],
    ['a formula error', '#REF!'],
    ['a question mark', '1?'],
    ['a whole number that a double would round', '9007199254740993'],
    ['decimals that a double prints otherwise', '0.0000001'],
    ['decimals that a double would round', '1234567890123456.78'],
    ['more digits than any report prints', '1'.repeat(40)],
  ])('%s', (_, raw) => {
    expect(readFigure(raw)).toEqual({ state: 'unreadable' });
  });
});

describe('properties', () => {
  const whole = fc.integer({ min: -999_999_999, max: 999_999_999 });

  test(`a whole number reads back, in any dress (${seeded})`, () => {
    const fullWidth = (text: string) =>
      text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const thousands = (text: string) => text.replace(/\B(?=(\d{3})+$)/g, ',');
    const dresses: ((text: string) => string)[] = [
      (text) => text,
      fullWidth,
      thousands,
      (text) => `${nbsp}${text}\n`,
      (text) => `${text}件`,
      (text) => `${text}（其中2件）`,
      (text) => text.replace('-', '减'),
    ];
    fc.assert(
      fc.property(whole, fc.constantFrom(...dresses), (value, dress) => {
        expect(readFigure(dress(String(value)))).toMatchObject({ state: 'number', value });
      }),
      runs(500),
    );
  });

  test(`a number that is read prints the digits of its cell again (${seeded})`, () => {
    const printed = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.nat({ max: 8 }))
      .map(([units, scale]) => {
        const digits = String(units).padStart(scale + 1, '0');
        return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      });
    const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
    fc.assert(
      fc.property(printed, (raw) => {
        const figure = readFigure(raw);
        const survives = String(Number(raw)) === trimmed(raw);
        expect(figure.state).toBe(survives ? 'number' : 'unreadable');
        if (figure.state === 'number') expect(String(figure.value)).toBe(trimmed(raw));
      }),
      runs(1000),
    );
  });

  test(`any text has one of the four states (${seeded})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (raw) => {
        expect(['number', 'blank', 'mark', 'unreadable']).toContain(readFigure(raw).state);
      }),
      runs(1000),
    );
  });

  test('a cell of a hundred thousand signs is told', () => {
    for (const raw of [
      `.${nbsp.repeat(100_000)}1`,
      `1${nbsp.repeat(100_000)}1`,
      `(${'('.repeat(100_000)}`,
      '1,111'.repeat(20_000),
    ])
      expect(readFigure(raw)).toEqual({ state: 'unreadable' });
  });
});

describe('struck text counts no longer', () => {
  const struck = (text: string): string => text.replace(/\S/g, '$&\u0336');
  test.each([
    [`${struck('12')}15`, 15],
    [`15 ${struck('12')}`, 15],
    [`${struck('1,200')}\n1,500件`, 1500],
  ])('%s', (raw, value) => {
    expect(readFigure(raw)).toMatchObject({ state: 'number', value });
  });

  test('and where nothing else is printed, nobody can say what the cell holds', () => {
    expect(readFigure(struck('12'))).toEqual({ state: 'unreadable' });
  });
});

describe('to the letter', () => {
  test.each([
    ['12①', { state: 'unreadable' }],
    ['①', { state: 'unreadable' }],
    ['---', { state: 'mark' }],
    ['—'.repeat(9), { state: 'mark' }],
    ['—'.repeat(10), { state: 'unreadable' }],
    ['甲-', { state: 'unreadable' }],
    ['12件', { state: 'number', value: 12, unit: '件', signed: false }],
    ['+12件', { state: 'number', value: 12, unit: '件', signed: true }],
    ['12', { state: 'number', value: 12, unit: null, signed: false }],
    ['1 2', { state: 'unreadable' }],
    ['1. 5', { state: 'unreadable' }],
    ['＋ 12  件', { state: 'number', value: 12, unit: '件', signed: true }],
    ['100.50元', { state: 'number', value: 100.5, unit: '元', signed: false }],
    ['0010.0元', { state: 'number', value: 10, unit: '元', signed: false }],
  ])('%j', (raw, figure) => {
    expect(readFigure(raw)).toEqual(figure);
  });
});

describe('marks of direction', () => {
  const [mark, embedding, override, fromLeft] = ['\u200F', '\u202B', '\u202E', '\u200E'];
  test.each([
    [
      'beside digits they change nothing',
      `${mark}12`,
      { state: 'number', value: 12, unit: null, signed: false },
    ],
    [
      'nor around a decimal',
      `${embedding}1,200.5`,
      { state: 'number', value: 1200.5, unit: null, signed: false },
    ],
    ['a sign then stands on the other side', `${mark}-12`, { state: 'unreadable' }],
    ['and so does a unit', `12%${mark}`, { state: 'unreadable' }],
    [
      'from left to right all is as it is',
      `${fromLeft}-12件`,
      { state: 'number', value: -12, unit: '件', signed: true },
    ],
    ['alone they are nothing', mark, { state: 'blank' }],
    ['digits that are turned round are not these digits', `${override}12`, { state: 'unreadable' }],
    [
      'one digit turned round is itself',
      `${override}7`,
      { state: 'number', value: 7, unit: null, signed: false },
    ],
    ['an override of nothing is nothing', override, { state: 'blank' }],
  ])('%s', (_, raw, figure) => {
    expect(readFigure(raw)).toEqual(figure);
  });
});
