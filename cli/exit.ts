import type { ProseFinding } from '../parser/check/prose-findings.ts';
import type { Extraction } from '../parser/extraction.ts';
import { severity } from '../parser/severity.ts';

/** 0: nothing violated. 1: something violated. 2: something could not be read. */
export type ExitCode = 0 | 1 | 2;

/**
 * What one extraction contributes; a run ends with the highest of all. What the text says against itself counts as what it says against
 * the tables does: a sum, a share or a period that does not hold is a mistake of the report. What is undecided counts nothing.
 */
export const exitCodeOf = (extraction: Extraction, findings: readonly ProseFinding[] = []): ExitCode => {
  if (extraction.issues.some((issue) => severity[issue.code] === 'unread')) return 2;
  const { checks, claims } = extraction;
  return [...checks, ...claims, ...findings].some(({ outcome }) => outcome === 'violated') ? 1 : 0;
};
