/** Exact decimal arithmetic for printed figures: sums are formed in scaled integers, never in binary floating point. */

/** A decimal number: `units` × 10^−`scale`. */
export type Decimal = { units: bigint; scale: number };

/** The decimal that a double prints. Exact for every number read from a report, since those survive printing. */
export const decimalOf = (value: number): Decimal => {
  const [mantissa = '', exponent = ''] = String(value).split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const shifted = decimals.length - Number(exponent);
  const scale = Math.max(0, shifted);
  return { units: BigInt(whole + decimals) * 10n ** BigInt(scale - shifted), scale };
};

export const toScale = (decimal: Decimal, scale: number): bigint =>
  decimal.units * 10n ** BigInt(scale - decimal.scale);

/** a + b. */
export const add = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  return { units: toScale(a, scale) + toScale(b, scale), scale };
};

/** a − b. */
export const subtract = (a: Decimal, b: Decimal): Decimal => add(a, { units: -b.units, scale: b.scale });

/** A decimal as it is written, with all of its decimals: 1234.50. */
export const decimalText = ({ units, scale }: Decimal): string => {
  const sign = units < 0n ? '-' : '';
  const digits = String(units)
    .replace('-', '')
    .padStart(scale + 1, '0');
  const at = digits.length - scale;
  return `${sign}${digits.slice(0, at)}${scale > 0 ? `.${digits.slice(at)}` : ''}`;
};

/** The double that prints this decimal; what is too small for one is zero, and never minus zero. */
export const toNumber = (decimal: Decimal): number => Number(decimalText(decimal)) + 0;

/** Sum of printed numbers, exact. Integers that a double holds need no scale: they are nearly all that reports print. */
export const sum = (values: readonly number[]): number => {
  let total = 0;
  for (const value of values) {
    total += value;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(total))
      return toNumber(values.map(decimalOf).reduce(add, { units: 0n, scale: 0 }));
  }
  return total;
};

/** a − b of printed numbers, exact. */
export const difference = (a: number, b: number): number => sum([a, -b]);

/** a = b, whatever the decimals they are written with. */
export const isSame = (a: Decimal, b: Decimal): boolean => subtract(a, b).units === 0n;
