import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notationOf, readPrinted } from '../../parser/text/printed.ts';
import { runs, seeded } from '../properties/seed.ts';

const number = (units: number, decimals: number, unit: string | null = null) => ({
  state: 'number',
  units,
  decimals,
  value: Number(`${units}e-${decimals}`),
  unit,
});

test.each([
  ['12', number(12, 0)],
  ['1,234.50', number(123450, 2)],
  ['0.00', number(0, 2)],
  ['−3.5', number(-35, 1)],
  ['(813.5)', number(-8135, 1)],
  ['(2.4%)', number(-24, 1, '%')],
  ['+33,595', number(33595, 0)],
  ['¥ 12.30', number(1230, 2)],
  ['３４户', number(34, 0, '户')],
  ['22（其中修订16件）', number(22, 0)],
  ['.5', number(5, 1)],
  ['49060.513999999996', { ...number(490605140000000, 10), value: 49060.513999999996 }],
  ['-2472.503851326217', { ...number(-247250385132622, 11), value: -2472.503851326217 }],
])('%s is a figure, with the decimals printed', (raw, figure) => {
  expect(readPrinted(raw)).toEqual(figure);
});

test.each([
  '32,5000.00',
  '29,702.97-',
  '>10,000',
  '(Z)',
  'D',
  '12①',
  '1̶2̶',
  '1 234',
  '12.3.4',
  '0591-62881229',
])('%s is a figure that does not parse', (raw) => {
  expect(readPrinted(raw)).toEqual({ state: 'unreadable', digits: true });
});

test.each(['合计', 'Total', '2024年1月累计', 'Östfold', ''])('%j is no figure', (raw) => {
  expect(readPrinted(raw)).toEqual(raw === '' ? { state: 'blank' } : { state: 'unreadable', digits: false });
});

test.each([
  ['-', true],
  ['——', true],
  ['/', true],
  ['无', true],
  ['…', false],
  ['(NA)', false],
  ['*', false],
])('%s stands for nothing: %s, or for what is not known', (raw, zero) => {
  expect(readPrinted(raw)).toEqual({ state: 'mark', zero });
});

describe('how a table writes its numbers', () => {
  test.each([
    [['1,234', '5,678', '9,012', '1.5'], 'point'],
    [['54,52', '5,07', '6,62', '0,18'], 'comma'],
    [['51 000', '1 200 300', '7 500', '12'], 'space'],
    [['51 000', '1 200 300', '7 500', '54,5', '1,2', '3,4'], 'space_comma'],
    [['12', '13', '54,52'], 'point'],
  ])('%j: %s', (texts, way) => {
    expect(notationOf(texts)).toBe(way);
  });

  test('each is read in its way', () => {
    expect(readPrinted('54,52', 'comma')).toEqual(number(5452, 2));
    expect(readPrinted('1.234,5', 'comma')).toEqual(number(12345, 1));
    expect(readPrinted('51 000', 'space')).toEqual(number(51000, 0));
    expect(readPrinted('-1 234,5', 'space_comma')).toEqual(number(-12345, 1));
  });
});

test(`what is printed with separators is read back to the digit (${seeded})`, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      (units, decimals) => {
        const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
        const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
        const raw = `${units < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
        expect(readPrinted(raw)).toEqual(number(units, decimals));
      },
    ),
    runs(300),
  );
});

describe('to the letter', () => {
  const garbled = { state: 'unreadable', digits: true };
  const words = { state: 'unreadable', digits: false };
  const struck = (text: string): string => text.replace(/\S/g, '$&\u0336');

  test.each([
    ['', { state: 'blank' }],
    [' \u00A0 ', { state: 'blank' }],
    ['\u200B', { state: 'blank' }],
    ['\u200B12\uFEFF', number(12, 0)],
    // Longer than a figure is.
    [`12${' '.repeat(58)}`, number(12, 0)],
    [`12${' '.repeat(59)}`, words],
    [`${struck('12')} 15`, number(15, 0)],
    [struck('12'), garbled],
    ['12①', garbled],
    ['注①', words],
    ['(12', garbled],
    ['12)', garbled],
    ['(-12)', number(12, 0)],
    ['9007199254740991', number(9007199254740991, 0)],
    ['9999999999999999', garbled],
    ['12x', garbled],
    ['1a', garbled],
    ['x1yz', words],
    ['2020年', words],
    ['12,345.6,7', garbled],
    // White space parts figures however much of it there is, unless the table parts its thousands by it.
    ['12  345', garbled],
    ['not\n applicable', { state: 'mark', zero: false }],
    // In what a column counts, and no zero.
    ['£000', words],
    ["$'000s", words],
    ['-0', number(0, 0)],
  ])('%j', (raw, printed) => {
    expect(readPrinted(raw)).toEqual(printed);
  });

  test('a sign and a note alone are no zero', () => {
    expect(readPrinted('-(见1表)').state).toBe('unreadable');
    expect(readPrinted('(见1表)').state).toBe('unreadable');
  });

  test('minus zero is zero', () => {
    expect(readPrinted('-0.0')).toEqual(number(0, 1));
  });

  test('white space beside what is no digit says nothing; between digits it parts thousands where the table does so', () => {
    expect(readPrinted(' 12  345 ', 'space')).toEqual(number(12345, 0));
    expect(readPrinted('12 345 件', 'space')).toEqual(number(12345, 0, '件'));
    expect(readPrinted('- 12 345', 'space')).toEqual(number(-12345, 0));
    expect(readPrinted('12 345 ,6', 'space_comma')).toEqual(number(123456, 1));
    expect(readPrinted('1, 2', 'comma').state).toBe('unreadable');
    expect(readPrinted('12 345').state).toBe('unreadable');
  });
});

describe('how a table writes its numbers', () => {
  const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);
  const [comma, common, space] = ['12,5', '12,345', '12 345'];
  test.each([
    [times(3, comma), 'comma'],
    [times(2, comma), 'point'],
    [[...times(3, comma), ...times(2, common)], 'comma'],
    [[...times(3, comma), ...times(3, common)], 'point'],
    [times(3, space), 'space'],
    [times(2, space), 'point'],
    [times(1, space), 'point'],
    [[...times(3, space), ...times(2, common)], 'space'],
    [[...times(3, space), ...times(3, common)], 'point'],
    [[...times(3, space), ...times(3, comma)], 'space_comma'],
    [times(5, '营业收入'), 'point'],
    [times(3, '1 234 567 890 123 456.78'), 'space'],
    [times(3, '1 234 567 890 123 456 789'), 'point'],
  ] as const)('%j: %s', (texts, notation) => {
    expect(notationOf(texts)).toBe(notation);
  });
});
