import type { Check } from '../extraction.ts';

/** Figures as they stand in a sentence. */

/** Every digit of a number and no exponent: 24252.311082, not 2.4252311082e4. */
export const printed = (value: number): string => {
  if (value === 0) return '0';
  const shortest = String(value);
  if (!shortest.includes('e')) return shortest;
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 100 });
};

/** A sum with more terms than this leaves out its zeros. */
const longSum = 4;

type Term = Check['terms'][number];

/** `14 + 25 + 2`, and whether zeros were left out. A blank or marked cell stands as the zero it was counted as. */
export const sumOf = (terms: readonly Term[]): { text: string; zerosLeftOut: boolean } => {
  const values = terms.map((term) => term.value ?? 0);
  const shown = values.length > longSum ? values.filter((value) => value !== 0) : values;
  const text = shown
    .map((value, at) => (value < 0 && at > 0 ? `(${printed(value)})` : printed(value)))
    .join(' + ');
  return { text: text === '' ? '0' : text, zerosLeftOut: shown.length < values.length };
};
