import type { RunOptions } from './run-options.ts';

/** What verdicts are written as, beside the summary for people. */
export const verdictFormats = ['json', 'ndjson', 'csv', 'xlsx'] as const;
type VerdictFormat = (typeof verdictFormats)[number];

export type CheckOptions = RunOptions & { all?: boolean; report?: string; format?: VerdictFormat };
