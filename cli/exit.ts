import type { Verdict } from '../parser/findings/verdict.ts';

/** 0: nothing violated. 1: something violated. 2: something could not be read. */
export type ExitCode = 0 | 1 | 2;

/** What one report contributes; a run ends with the highest of all. What is undetermined, or a hint, counts nothing. */
export const exitCodeOf = ({ verdict, findings }: Pick<Verdict, 'verdict' | 'findings'>): ExitCode => {
  if (findings.some(({ kind }) => kind === 'reading')) return 2;
  return verdict === 'violated' ? 1 : 0;
};
