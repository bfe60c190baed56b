import type { Claim, Extraction } from '../extraction.ts';
import { type StatedBalance, statedBalances } from './balance.ts';
import { countsIn } from './counts.ts';
import type { Percentage } from './percentage.ts';
import { percentages } from './percentages.ts';
import { type StatedPeriod, statedPeriods } from './period.ts';
import { type Repeated, repeatedCounts } from './repeated.ts';
import type { SentenceSum } from './sentence-sum.ts';
import { sentenceSums } from './sums.ts';
import type { Text } from './text.ts';
import { type WrongYear, wrongYears } from './years.ts';

/** What a text says against or for itself, without any table. */
export type ProseFinding =
  | ({ kind: 'sum' } & SentenceSum)
  | ({ kind: 'percentage' } & Percentage)
  | ({ kind: 'period' } & StatedPeriod)
  | ({ kind: 'balance' } & StatedBalance)
  | ({ kind: 'repeated' } & Repeated)
  | ({ kind: 'year' } & WrongYear);

/**
 * Sums inside sentences, percentages, the statistical period, balances, quantities stated twice and wrong years of a report's text, in
 * document order.
 *
 * These are no part of the extraction (`gouji/extraction/1` has no place for them, and an issue is about our reading, not about the
 * report): panel and command line ask for them beside it.
 *
 * @param text of the reading to which the extraction belongs.
 * @param start ordinal of the first of them in the source: `block` of a finding counts as in claims.
 */
export const proseFindings = (
  text: Text,
  {
    year: said,
    claims = [],
    facts = [],
  }: Pick<Extraction, 'year'> & Partial<Pick<Extraction, 'claims' | 'facts'>>,
  start = 0,
): ProseFinding[] => {
  const year = said?.value ?? null;
  const told = countsIn(text, year);
  const values = new Map(facts.map(({ ref, value }) => [ref, value]));
  const agree = ({ about, value }: Claim): boolean =>
    about !== null && about.reduce((total, ref) => total + (values.get(ref) ?? Number.NaN), 0) === value;
  const agreeing = new Set(
    claims
      .filter(({ outcome }) => outcome === 'satisfied')
      .map(({ block, at, value }) => `${block - start} ${at} ${value}`),
  );
  /** 收到146件，其中公开61件，…: where the tables hold every number as it is said, outcomes of the year before are among them. */
  const isExplained = ({ block, at, total, parts }: SentenceSum): boolean =>
    [{ at, value: total }, ...parts].every((one) => agreeing.has(`${block} ${one.at} ${one.value}`));
  return [
    ...statedPeriods(told, year).map((found) => ({ kind: 'period' as const, ...found })),
    ...sentenceSums(told)
      .map((found) => (isExplained(found) ? { ...found, outcome: 'undetermined' as const } : found))
      .map((found) => ({ kind: 'sum' as const, ...found })),
    ...statedBalances(text, claims, start).map((found) => ({ kind: 'balance' as const, ...found })),
    ...repeatedCounts(told, claims, start).map((found) => ({ kind: 'repeated' as const, ...found })),
    ...wrongYears(text, claims, year, agree, start).map((found) => ({ kind: 'year' as const, ...found })),
    ...percentages(told).map((found) => ({ kind: 'percentage' as const, ...found })),
  ]
    .map((found) => ({ ...found, block: found.block + start }))
    .sort((a, b) => a.block - b.block || a.at - b.at);
};
