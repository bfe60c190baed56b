import type { Extraction } from '../extraction.ts';
import type { Passage } from './clauses.ts';
import { toldIn } from './counts.ts';
import { type Percentage, percentages } from './percentages.ts';
import { type StatedPeriod, statedPeriods } from './period.ts';
import { type SentenceSum, sentenceSums } from './sums.ts';

/** What a text says against or for itself, without any table. */
export type ProseFinding =
  | ({ kind: 'sum' } & SentenceSum)
  | ({ kind: 'percentage' } & Percentage)
  | ({ kind: 'period' } & StatedPeriod);

/**
 * Sums inside sentences, percentages and the statistical period of a report's text, in document order.
 *
 * These are no part of the extraction (`gouji/extraction/1` has no place for them, and an issue is about our reading, not about the
 * report): panel and command line ask for them beside it.
 *
 * @param blocks the blocks the extraction was made from.
 * @param start ordinal of the first of them in the source: `block` of a finding counts as in claims.
 */
export const proseFindings = (
  blocks: readonly Passage[],
  extraction: Pick<Extraction, 'year'>,
  start = 0,
): ProseFinding[] => {
  const text = toldIn(blocks);
  return [
    ...statedPeriods(text, extraction.year?.value ?? null).map((found) => ({
      kind: 'period' as const,
      ...found,
    })),
    ...sentenceSums(text).map((found) => ({ kind: 'sum' as const, ...found })),
    ...percentages(text).map((found) => ({ kind: 'percentage' as const, ...found })),
  ]
    .map((found) => ({ ...found, block: found.block + start }))
    .sort((a, b) => a.block - b.block || a.at - b.at);
};
