import { changesOf } from './changes.ts';
import type { CountedProse } from './counts.ts';
import type { Percentage } from './percentage.ts';
import { ratesOf } from './rates.ts';
import { sharesOf } from './shares.ts';

/** The shares and changes in per cent that a text states beside the numbers they rest on, in document order. */
export const percentages = (text: readonly CountedProse[]): Percentage[] =>
  text.flatMap((prose) =>
    [...sharesOf(prose), ...ratesOf(prose), ...changesOf(prose)].sort((a, b) => a.at - b.at),
  );
