import type { Extraction } from '../parser/extraction.ts';
import { severity } from '../parser/severity.ts';

/** 0: nothing violated. 1: something violated. 2: something could not be read. */
export type ExitCode = 0 | 1 | 2;

/** What one extraction contributes; a run ends with the highest of all. */
export const exitCodeOf = (extraction: Extraction): ExitCode => {
  if (extraction.issues.some((issue) => severity[issue.code] === 'unread')) return 2;
  const { checks, claims } = extraction;
  return [...checks, ...claims].some(({ outcome }) => outcome === 'violated') ? 1 : 0;
};

export const worse = (a: ExitCode, b: ExitCode): ExitCode => (a > b ? a : b);
