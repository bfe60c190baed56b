import type { Issue } from '../issue.ts';
import type { SourceDocument } from './blocks.ts';

/** A document of which nothing is read, and why. */
export const refused = (issue: Issue): SourceDocument => ({
  title: null,
  metas: [],
  blocks: [],
  issues: [issue],
});

/** What a reader's error says, on one line of bounded length. */
export const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .slice(0, 200);
