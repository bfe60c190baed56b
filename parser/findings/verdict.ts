import type { Extraction } from '../extraction.ts';
import { type Finding, findingsOf, isAside, isRaised, type Told } from './finding.ts';
import { type Judgement, unjudged } from './judgement.ts';
import { totalLines } from './totals.ts';

/**
 * `violated`: the report contradicts itself. `open`: it does not as far as was read, but something is undetermined, was not read or was set aside.
 * `holds`: all that was checked holds, and all was read. `unread`: there was nothing to check.
 */
export type Outcome = 'violated' | 'open' | 'holds' | 'unread';

/** How many of each, as every headline shows them: identities and totals that hold, violations, those that nobody can decide, hints. */
export type Counts = { satisfied: number; violated: number; undetermined: number; hints: number };

/** What is decided about one report. It is decided here and nowhere else. */
export type Verdict = Pick<Extraction, 'source' | 'form' | 'authority' | 'year'> & {
  verdict: Outcome;
  counts: Counts;
  findings: readonly Finding[];
};

/** The parts of a verdict that headlines name one by one, each of which is a reason for it. */
export type Reasons = {
  /** Raised violations by kind. */
  identities: number;
  claims: number;
  statements: number;
  years: number;
  /** Identities that nobody can decide. */
  undetermined: number;
  /** Things that were not read. */
  unread: number;
  aside: number;
  hints: number;
  satisfied: number;
};

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.reduce((total, item) => total + Number(is(item)), 0);

/** @param judgement what the person has set aside; nothing, where none is given. */
export const verdictOn = (told: Told, judgement: Judgement = unjudged): Verdict => {
  const { source, form, authority, year, checks } = told.extraction;
  const findings = findingsOf(told, judgement);
  const counts: Counts = {
    satisfied:
      count(checks, ({ outcome }) => outcome === 'satisfied') +
      count(totalLines(told.tables ?? []), ({ line }) => line.outcome === 'satisfied'),
    violated: count(findings, isRaised),
    undetermined: count(findings, ({ kind, strength }) => kind !== 'reading' && strength === 'undetermined'),
    hints: count(findings, (one) => one.strength === 'hint' && !isAside(one)),
  };
  return { source, form, authority, year, verdict: outcomeOf(counts, findings), counts, findings };
};

const outcomeOf = ({ satisfied, violated, undetermined }: Counts, findings: readonly Finding[]): Outcome => {
  if (violated > 0) return 'violated';
  const aside = count(findings, isAside);
  if (satisfied + undetermined + aside === 0) return 'unread';
  const doubts = count(findings, ({ kind }) => kind === 'reading');
  return undetermined + doubts + aside > 0 ? 'open' : 'holds';
};

/** Why the verdict is what it is. */
export const reasonsOf = ({ counts, findings }: Pick<Verdict, 'counts' | 'findings'>): Reasons => {
  const raised = (kind: Finding['kind']): number =>
    count(findings, (one) => one.kind === kind && isRaised(one));
  return {
    identities: raised('identity') + raised('total'),
    claims: raised('claim'),
    statements: raised('statement'),
    years: raised('history'),
    undetermined: counts.undetermined,
    unread: count(findings, ({ kind }) => kind === 'reading'),
    aside: count(findings, isAside),
    hints: counts.hints,
    satisfied: counts.satisfied,
  };
};

/** The reasons of several reports together. */
export const together = (all: readonly Reasons[]): Reasons => {
  const sum: Reasons = {
    identities: 0,
    claims: 0,
    statements: 0,
    years: 0,
    undetermined: 0,
    unread: 0,
    aside: 0,
    hints: 0,
    satisfied: 0,
  };
  for (const one of all) for (const name of Object.keys(sum) as (keyof Reasons)[]) sum[name] += one[name];
  return sum;
};

/** Of several reports the gravest. */
const gravity: readonly Outcome[] = ['violated', 'open', 'holds', 'unread'];
export const gravest = (outcomes: readonly Outcome[]): Outcome =>
  gravity.find((one) => outcomes.includes(one)) ?? 'unread';
