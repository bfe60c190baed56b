import type { KeyFigures } from '../check/key-figures.ts';
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

/** Granted ÷ processed in per cent with one decimal, or null where there is nothing to divide. */
export const grantedRate = ({ granted, processed }: KeyFigures): string | null =>
  granted === null || processed === null || processed <= 0
    ? null
    : `${(Math.round((granted * 1000) / processed) / 10).toFixed(1)}%`;

/** `予以公开 20 ÷ 办理结果 90`, the two figures under their names. */
export const grantedDivision = (
  figures: KeyFigures,
  names: Record<'granted' | 'processed', string>,
): string | null => {
  const { granted, processed } = figures;
  return granted === null || processed === null || grantedRate(figures) === null
    ? null
    : `${names.granted} ${printed(granted)} ÷ ${names.processed} ${printed(processed)}`;
};
