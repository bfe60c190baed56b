import type { Fact } from '../extraction.ts';

export type PastFact = Pick<Fact, 'ref' | 'value' | 'state'>;

/**
 * What a comparison over the years needs of one report. The figures are asked for when their turn comes, so that a run over a hundred
 * thousand reports need not hold them.
 */
export type YearReport = {
  authority: string;
  year: number;
  /** Id of the form. */
  form: string;
  facts: () => readonly PastFact[];
};
