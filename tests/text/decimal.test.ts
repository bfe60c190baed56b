import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  decimalOf,
  decimalText,
  difference,
  isSame,
  subtract,
  sum,
  toNumber,
} from '../../parser/text/decimal.ts';
import { runs, seeded } from '../properties/seed.ts';

describe('sums are exact', () => {
  test('0.1 + 0.2', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sum([0.1, 0.2])).toBe(0.3);
  });

  test('ten times 0.1', () => {
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  test('figures of many scales', () => {
    expect(sum([24252.311082, 6229.95, 0.000001, -100])).toBe(30382.261083);
  });

  test('whole numbers up to the greatest that a double holds', () => {
    expect(sum([9007199254740990, 1])).toBe(9007199254740991);
    expect(sum([9007199254740991, -9007199254740990])).toBe(1);
  });

  test('a sum on the way that no double holds', () => {
    expect(sum([9007199254740991, 2, -2])).toBe(9007199254740991);
  });

  test('what is too small for a double is zero, and never minus zero', () => {
    expect(Object.is(toNumber({ units: -1n, scale: 400 }), 0)).toBe(true);
  });

  test('large and small parts that cancel', () => {
    expect(sum([1e15, 0.1, -1e15])).toBe(0.1);
  });

  test('nothing adds up to zero, and never to minus zero', () => {
    expect(Object.is(sum([]), 0)).toBe(true);
    expect(Object.is(sum([-0.5, 0.5]), 0)).toBe(true);
    expect(Object.is(sum([-0]), 0)).toBe(true);
  });

  test('a difference', () => {
    expect(toNumber(subtract(decimalOf(0.3), decimalOf(0.1)))).toBe(0.2);
    expect(toNumber(subtract(decimalOf(1), decimalOf(1.25)))).toBe(-0.25);
    expect(difference(0.3, 0.1)).toBe(0.2);
    expect(difference(1, 1.25)).toBe(-0.25);
  });
});

describe('a decimal is what the double prints', () => {
  test.each([
    [0, { units: 0n, scale: 0 }],
    [12, { units: 12n, scale: 0 }],
    [-12.5, { units: -125n, scale: 1 }],
    [-0.05, { units: -5n, scale: 2 }],
    [1e21, { units: 10n ** 21n, scale: 0 }],
    [1.5e22, { units: 15n * 10n ** 21n, scale: 0 }],
    [1e-7, { units: 1n, scale: 7 }],
    [1.25e-7, { units: 125n, scale: 9 }],
  ])('%d', (value, decimal) => {
    expect(decimalOf(value)).toEqual(decimal);
    expect(toNumber(decimal)).toBe(value);
  });
});

describe('a decimal keeps the decimals with which it is written', () => {
  test.each([
    [{ units: 123450n, scale: 2 }, '1234.50'],
    [{ units: -123450n, scale: 2 }, '-1234.50'],
    [{ units: 5n, scale: 2 }, '0.05'],
    [{ units: -5n, scale: 3 }, '-0.005'],
    [{ units: 0n, scale: 1 }, '0.0'],
    [{ units: 0n, scale: 0 }, '0'],
    [{ units: 12n, scale: 0 }, '12'],
  ])('%o: %s', (decimal, text) => {
    expect(decimalText(decimal)).toBe(text);
  });

  test('and is the same as one that is written with more of them', () => {
    expect(isSame({ units: 15n, scale: 1 }, { units: 1500n, scale: 3 })).toBe(true);
    expect(isSame({ units: 15n, scale: 1 }, { units: 15n, scale: 2 })).toBe(false);
  });
});

describe('properties', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 });
  const money = fc
    .integer({ min: -1_000_000_000, max: 1_000_000_000 })
    .map((cents) => ({ cents, yuan: Number(`${cents}e-2`) }));

  test(`there and back (${seeded})`, () => {
    fc.assert(
      fc.property(double, (value) => {
        expect(toNumber(decimalOf(value))).toBe(value === 0 ? 0 : value);
      }),
      runs(1000),
    );
  });

  test(`money adds up to the cent, as whole cents do (${seeded})`, () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 40 }), (parts) => {
        const cents = parts.reduce((total, part) => total + part.cents, 0);
        expect(sum(parts.map((part) => part.yuan))).toBe(cents === 0 ? 0 : Number(`${cents}e-2`));
      }),
      runs(300),
    );
  });

  test(`the order of parts does not matter (${seeded})`, () => {
    fc.assert(
      fc.property(fc.array(double, { maxLength: 12 }), (parts) => {
        const forth = parts.map(decimalOf).reduce(add, { units: 0n, scale: 0 });
        const back = parts.map(decimalOf).reduceRight(add, { units: 0n, scale: 0 });
        expect(subtract(forth, back).units).toBe(0n);
      }),
      runs(300),
    );
  });
});
