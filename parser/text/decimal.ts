/** Exact decimal arithmetic for printed figures: sums are formed in scaled integers, never in binary floating point. */

/** A decimal number: `units` × 10^−`scale`. */
export type Decimal = { units: bigint; scale: number };

/** The decimal that a double prints. Exact for every number read from a report, since those survive printing. */
export const decimalOf = (value: number): Decimal => {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const shift = Number(exponent);
  const scale = decimals.length - shift;
  const units = BigInt(whole + decimals);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
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

/** The double that prints this decimal. */
export const toNumber = (decimal: Decimal): number => {
  const negative = decimal.units < 0n;
  const digits = String(negative ? -decimal.units : decimal.units).padStart(decimal.scale + 1, '0');
  const at = digits.length - decimal.scale;
  const value = Number(`${digits.slice(0, at)}.${digits.slice(at)}0`);
  return negative && value !== 0 ? -value : value;
};

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

/** A decimal as it is written, with all of its decimals: 1234.50. */
export const decimalText = ({ units, scale }: Decimal): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const at = digits.length - scale;
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${scale > 0 ? `.${digits.slice(at)}` : ''}`;
};
