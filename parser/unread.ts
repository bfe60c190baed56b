import type { Extraction, Source } from './extraction.ts';
import type { Issue } from './issue.ts';

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
