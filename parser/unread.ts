import type { Extraction, Source } from './extraction.ts';
import type { Issue } from './issue.ts';
import { severity } from './severity.ts';

/** An extraction of a source in which nothing was read, and why. */
export const unread = (source: Source, issues: readonly Issue[]): Extraction => ({
  schema: 'gouji/extraction/1',
  source,
  form: null,
  authority: null,
  year: null,
  facts: [],
  coverage: { read: 0, expected: 0 },
  checks: [],
  diagnoses: [],
  claims: [],
  issues: [...issues],
});

/** It was read, and holds no report: then its tables are looked at for totals. What was refused for another reason has none either. */
export const isWithoutReport = ({ form, issues }: Pick<Extraction, 'form' | 'issues'>): boolean =>
  form === null &&
  issues.some(({ code }) => code === 'no_report') &&
  issues.every(({ code }) => code === 'no_report' || severity[code] !== 'unread');

/**
 * A page without a report whose tables were looked at for totals: what was not read of these is said of the page, so that no verdict by its
 * totals speaks for rows that nobody has added up.
 */
export const withTableIssues = (extraction: Extraction, issues: readonly Issue[]): Extraction => {
  const told = new Set(extraction.issues.map((issue) => JSON.stringify(issue)));
  const more = issues.filter((issue) => !told.has(JSON.stringify(issue)));
  return more.length === 0 ? extraction : { ...extraction, issues: [...extraction.issues, ...more] };
};
