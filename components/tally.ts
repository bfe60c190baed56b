import type { Extraction } from '../parser/extraction.ts';
import { severity } from '../parser/severity.ts';

/** How many identities have which outcome, and how many issues say that something was not read. */
export type Tally = { satisfied: number; violated: number; undetermined: number; unread: number };

export const tallyOf = (extractions: readonly Extraction[]): Tally => {
  const tally: Tally = { satisfied: 0, violated: 0, undetermined: 0, unread: 0 };
  for (const { checks, issues } of extractions) {
    for (const { outcome } of checks) tally[outcome] += 1;
    tally.unread += issues.filter(({ code }) => severity[code] === 'unread').length;
  }
  return tally;
};

/** `wrong`: an identity is violated. `open`: none is, but something is undetermined or unread. `right`: all hold, all is read. `none`: there was nothing to check. */
export type Verdict = 'wrong' | 'open' | 'right' | 'none';

export const verdictOf = ({ satisfied, violated, undetermined, unread }: Tally): Verdict => {
  if (violated > 0) return 'wrong';
  if (satisfied + undetermined === 0) return 'none';
  return undetermined + unread > 0 ? 'open' : 'right';
};
