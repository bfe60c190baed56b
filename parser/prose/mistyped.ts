import { digitSlip } from '../text/digit-slip.ts';

/** The same digits in another order, as when two keys are hit the wrong way round. */
export const isSwapped = (one: number, other: number): boolean =>
  one !== other &&
  String(one).length > 1 &&
  [...String(one)].sort().join() === [...String(other)].sort().join();

/** In a number of fewer digits, one that differs may as well be another count. */
const fewestDigits = 3;

/** One digit differs: 1286 and 1266. */
export const isMistyped = (one: number, other: number): boolean =>
  String(one).length >= fewestDigits && digitSlip(one, other) === 'digit_changed';
