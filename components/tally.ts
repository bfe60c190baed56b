import type { Check, Claim, Extraction } from '../parser/extraction.ts';
import { severity } from '../parser/severity.ts';
import { checkKey, claimKey, type Dismissals } from './dismissal.ts';

/** What the person has decided about findings: single ones set aside, and rules that raise no warning. */
export type Judgement = { dismissals: Dismissals; quiet: readonly string[] };

export const unjudged: Judgement = { dismissals: {}, quiet: [] };

/** The rule under which contradictions between text and tables stand. */
export const proseRule = 'prose.claim';

/** The rule of a check: `requests.balance@total` is a case of `requests.balance`. */
export const ruleOf = (check: Check): string => check.id.replace(/@.*/s, '');

/** Does a violated identity raise a warning? */
export const warns = (check: Check, extraction: Extraction, { dismissals, quiet }: Judgement): boolean =>
  check.outcome === 'violated' &&
  !quiet.includes(ruleOf(check)) &&
  !Object.hasOwn(dismissals, checkKey(check, extraction));

/** Does a statement of the text that contradicts the tables raise a warning? */
export const claimWarns = (claim: Claim, extraction: Extraction, { dismissals, quiet }: Judgement): boolean =>
  claim.outcome === 'violated' &&
  !quiet.includes(proseRule) &&
  !Object.hasOwn(dismissals, claimKey(claim, extraction));

/**
 * How many identities have which outcome, statements that contradict the tables, and issues that say that something was not read.
 * `aside`: violated or contradicted, but the person wants no warning of it.
 */
export type Tally = {
  satisfied: number;
  violated: number;
  undetermined: number;
  contradicted: number;
  unread: number;
  aside: number;
};

export const tallyOf = (extractions: readonly Extraction[], judgement: Judgement): Tally => {
  const tally: Tally = { satisfied: 0, violated: 0, undetermined: 0, contradicted: 0, unread: 0, aside: 0 };
  for (const extraction of extractions) {
    for (const check of extraction.checks) {
      if (check.outcome === 'violated' && !warns(check, extraction, judgement)) tally.aside += 1;
      else tally[check.outcome] += 1;
    }
    for (const claim of extraction.claims) {
      if (claim.outcome !== 'violated') continue;
      if (claimWarns(claim, extraction, judgement)) tally.contradicted += 1;
      else tally.aside += 1;
    }
    tally.unread += extraction.issues.filter(({ code }) => severity[code] === 'unread').length;
  }
  return tally;
};

/**
 * `wrong`: something is violated or contradicted. `open`: nothing is, but something is undetermined, unread or set aside.
 * `right`: all hold, all is read. `none`: there was nothing to check.
 */
export type Verdict = 'wrong' | 'open' | 'right' | 'none';

export const verdictOf = (tally: Tally): Verdict => {
  const { satisfied, violated, undetermined, contradicted, unread, aside } = tally;
  if (violated + contradicted > 0) return 'wrong';
  if (satisfied + undetermined + aside === 0) return 'none';
  return undetermined + unread + aside > 0 ? 'open' : 'right';
};
