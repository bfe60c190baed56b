import { digitSlip } from '../text/digit-slip.ts';

/** The same digits in another order, as when two keys are hit the wrong way round. */
export const isSwapped = (one: number, other: number): boolean =>
  one !== other &&
  String(one).length > 1 &&
  [...String(one)].sort().join() === [...String(other)].sort().join();

/** In a number of fewer digits, one that differs may as well be another count. */
const fewestDigits = 3;

/** Two neighbouring digits of at least three, the wrong way round: 2318 and 2381. */
export const isTransposed = (one: number, other: number): boolean => {
  const [digits, others] = [[...String(one)], [...String(other)]];
  if (!isSwapped(one, other) || digits.length < fewestDigits) return false;
  const apart = digits.flatMap((digit, at) => (digit === others[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  return apart.length === 2 && second === first + 1;
};

/** One digit differs: 1286 and 1266. */
export const isMistyped = (one: number, other: number): boolean =>
  String(one).length >= fewestDigits && digitSlip(one, other) === 'digit_changed';
