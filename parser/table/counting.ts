import { tight } from '../text/label.ts';

/** Numbers that count rows or columns, and no cases. */

const digits = /^\d{1,3}$/;

/** Is each of these numbers one more than that before? */
export const goOn = (numbers: readonly number[]): boolean =>
  numbers.every((one, at) => at === 0 || one === (numbers[at - 1] ?? 0) + 1);

/** Two figures of a row may be 1 and 2 by chance. */
const fewestColumns = 3;

/**
 * Do the figures of a row number its columns: 1, 2, 3 …?
 *
 * @param printed all figures of the row, as printed.
 * @param first the number of the first column.
 */
export const numberColumns = (printed: readonly string[], first = 1): boolean =>
  printed.length >= fewestColumns &&
  printed.every((text, at) => digits.test(tight(text)) && Number(tight(text)) === at + first);
