import type { TextPlace } from './counts.ts';

/** A share or a change in per cent, and the numbers of the text it rests on. */
export type Percentage = TextPlace & {
  /** `share`: 42件，占51.85%. `change`: 增加23件，增长11.3%. */
  of: 'share' | 'change';
  /** The per cent printed; a fall is positive, as it is printed. */
  printed: number;
  /** The per cent that the numbers give, unrounded; null where they are not known. */
  computed: number | null;
  /** Of a share, the part; of a change, its size. Null where it is not stated. */
  part: number | null;
  /** What it is a per cent of; null where the text leaves that open. */
  base: number | null;
  outcome: 'satisfied' | 'violated' | 'undetermined';
  /** Undetermined, but it fits nothing that it could be a per cent of: worth a look. */
  hint?: true;
};

/** Every two of several numbers, added up. */
export const pairSums = (values: readonly number[]): number[] =>
  values.flatMap((one, place) => values.slice(place + 1).map((two) => one + two));

type PrintedNumber = { value: number; decimals: number };

const slack = 1e-9;

/** Rounded or cut off at the decimals printed. */
export const agrees = (computed: number, { value, decimals }: PrintedNumber): boolean => {
  const step = 10 ** -decimals;
  return (
    Math.abs(computed - value) <= step / 2 + slack || (computed >= value - slack && computed < value + step)
  );
};

/** One unit in the last place: shares are rounded so that they reach 100. */
export const nearly = (computed: number, { value, decimals }: PrintedNumber): boolean =>
  Math.abs(computed - value) <= 1.5 * 10 ** -decimals + slack;
