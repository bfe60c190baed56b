import type { HistoryFinding } from '../parser/check/history.ts';
import type { ProseFinding } from '../parser/check/prose-findings.ts';
import type { Check, Claim, Extraction } from '../parser/extraction.ts';
import { severity } from '../parser/severity.ts';
import { checkKey, claimKey, type Dismissals, findingKey, historyKey } from './dismissal.ts';

/** One report and all that is said of it: in its extraction, of its text, and against the reports of other years. */
export type Told = {
  extraction: Extraction;
  findings?: readonly ProseFinding[];
  history?: readonly HistoryFinding[];
};

/** What the person has decided about findings: single ones set aside, and rules that raise no warning. */
export type Judgement = { dismissals: Dismissals; quiet: readonly string[] };

export const unjudged: Judgement = { dismissals: {}, quiet: [] };

/** The rule under which contradictions between text and tables stand. */
export const proseRule = 'prose.claim';

/** The rule of a check: `requests.balance@total` is a case of `requests.balance`. */
export const ruleOf = (check: Check): string => check.id.replace(/@.*/s, '');

/** The rule of what a text says against itself. */
export const findingRule = ({ kind }: ProseFinding): string => `prose.${kind}`;

/** The rule of a relation over the years: `history.in_force@rules` is a case of `history.in_force`. */
export const historyRule = ({ id }: HistoryFinding): string => id.replace(/@.*/s, '');

const raises = (rule: string, key: string, { dismissals, quiet }: Judgement): boolean =>
  !quiet.includes(rule) && !Object.hasOwn(dismissals, key);

/** Does a violated identity raise a warning? */
export const warns = (check: Check, extraction: Extraction, judgement: Judgement): boolean =>
  check.outcome === 'violated' && raises(ruleOf(check), checkKey(check, extraction), judgement);

/** Does a statement of the text that contradicts the tables raise a warning? */
export const claimWarns = (claim: Claim, extraction: Extraction, judgement: Judgement): boolean =>
  claim.outcome === 'violated' && raises(proseRule, claimKey(claim, extraction), judgement);

/** Does what the text says against itself raise a warning? */
export const findingWarns = (found: ProseFinding, extraction: Extraction, judgement: Judgement): boolean =>
  found.outcome === 'violated' && raises(findingRule(found), findingKey(found, extraction), judgement);

/** Does a difference to the report of another year raise a warning? */
export const historyWarns = (found: HistoryFinding, judgement: Judgement): boolean =>
  found.outcome === 'violated' && raises(historyRule(found), historyKey(found), judgement);

/**
 * How many identities have which outcome, statements of the text that contradict the tables or one another, and issues that say that
 * something was not read. `overYears`: firm differences to the report of another year; `doubts`: those that may be innocent.
 * `aside`: violated or contradicted, but the person wants no warning of it.
 */
export type Tally = {
  satisfied: number;
  violated: number;
  undetermined: number;
  contradicted: number;
  overYears: number;
  doubts: number;
  unread: number;
  aside: number;
};

export const tallyOf = (reports: readonly Told[], judgement: Judgement): Tally => {
  const tally: Tally = {
    satisfied: 0,
    violated: 0,
    undetermined: 0,
    contradicted: 0,
    overYears: 0,
    doubts: 0,
    unread: 0,
    aside: 0,
  };
  for (const { extraction, findings = [], history = [] } of reports) {
    for (const check of extraction.checks) {
      if (check.outcome === 'violated' && !warns(check, extraction, judgement)) tally.aside += 1;
      else tally[check.outcome] += 1;
    }
    for (const claim of extraction.claims) {
      if (claim.outcome !== 'violated') continue;
      tally[claimWarns(claim, extraction, judgement) ? 'contradicted' : 'aside'] += 1;
    }
    for (const found of findings) {
      if (found.outcome !== 'violated') continue;
      tally[findingWarns(found, extraction, judgement) ? 'contradicted' : 'aside'] += 1;
    }
    for (const found of history) {
      if (found.outcome !== 'violated') continue;
      const kind = found.level === 'firm' ? 'overYears' : 'doubts';
      tally[historyWarns(found, judgement) ? kind : 'aside'] += 1;
    }
    tally.unread += extraction.issues.filter(({ code }) => severity[code] === 'unread').length;
  }
  return tally;
};

/**
 * `wrong`: something is violated or contradicted. `open`: nothing is, but something is undetermined, unread, in doubt or set aside.
 * `right`: all hold, all is read. `none`: there was nothing to check.
 */
export type Verdict = 'wrong' | 'open' | 'right' | 'none';

export const verdictOf = (tally: Tally): Verdict => {
  const { satisfied, violated, undetermined, contradicted, overYears, doubts, unread, aside } = tally;
  if (violated + contradicted + overYears > 0) return 'wrong';
  if (satisfied + undetermined + aside === 0) return 'none';
  return undetermined + unread + doubts + aside > 0 ? 'open' : 'right';
};
