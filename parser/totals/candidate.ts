import type { Figures } from './figures.ts';
import { type Addend, type Fit, fitOf } from './fit.ts';
import type { Series } from './series.ts';
import { isChange } from './words.ts';

/**
 * What suggests that figures are a sum. `form`: the form of the table says so · `total`: the word · `code`: codes of which one begins the others · `order`: depth or numbering ·
 * `section`: a title without figures before the parts · `of_which`: 其中 · `group`: a cell beside or over all of them · `signed`: 减：,
 * or what there was, came and went · `change`: a word for a difference · `whole`: all other rows of the table · `block`: all rows between
 * two limits · `run`: nothing but the figures.
 */
export type Cue =
  | 'form'
  | 'total'
  | 'code'
  | 'order'
  | 'section'
  | 'of_which'
  | 'group'
  | 'signed'
  | 'change'
  | 'whole'
  | 'block'
  | 'run';

/** An equation that might be meant: members by their positions. */
export type Candidate = {
  target: number;
  parts: readonly Addend[];
  cue: Cue;
  /** Its parts reach from one limit of the table to the next: nothing beside them could have been meant too. */
  complete: boolean;
  /** The rule of the form that states it. */
  rule?: string;
  /** The form names each part of it: it is meant on every line, whatever the figures say. */
  fixed?: boolean;
  fit: Fit;
};

export const candidate = (figures: Figures, series: Series, proposal: Omit<Candidate, 'fit'>): Candidate => ({
  ...proposal,
  fit: fitOf(figures, series, proposal.target, proposal.parts),
});

/** Does the layout say so, and not the figures alone? */
export const isStructural = (cue: Cue): boolean => cue !== 'block' && cue !== 'run';

const rank: Readonly<Record<Cue, number>> = {
  form: 0,
  code: 1,
  order: 2,
  total: 3,
  section: 4,
  of_which: 5,
  group: 6,
  signed: 7,
  change: 8,
  whole: 9,
  block: 10,
  run: 11,
};

/** A line that one slip of a typist explains speaks against an equation less than one that nothing explains. */
const balanceOf = ({ fit }: Candidate): number => fit.satisfied - 2 * fit.violated + fit.slips;

/** How far the total stands from the nearest of its parts. */
const gapOf = ({ target, parts }: Candidate): number =>
  Math.min(...parts.map(({ position }) => Math.abs(position - target)));

/** Of the equations for one total, the better first: what holds on more lines and fails on fewer, is more surely meant, leaves nothing out. */
export const byWorth = (a: Candidate, b: Candidate): number =>
  balanceOf(b) - balanceOf(a) ||
  rank[a.cue] - rank[b.cue] ||
  Number(b.complete) - Number(a.complete) ||
  b.parts.length - a.parts.length;

/** Of the best equations of several totals, the inner ones first: a total of totals is known by what is left when they are found. */
export const byDepth = (a: Candidate, b: Candidate): number =>
  a.parts.length - b.parts.length || gapOf(a) - gapOf(b) || byWorth(a, b);

/** Of so many lines, one at least adds up exactly, also where there are dozens of rounded parts. */
const rounded = 6;

/** A coincidence among a thousand tables like this one, in bits. */
const surprise = 10;

/**
 * Is it to be believed? What the layout says needs one line that holds, and few that fail. What only the figures say needs two different
 * totals, hardly any that fails, and that the agreement would be a wonder among all the equations that were tried. A line that fails by
 * one slip of a typist does not count against either, where another holds.
 * @param tried how many were.
 */
export const isBelievable = ({ cue, complete, parts, fit }: Candidate, tried: number): boolean => {
  const { satisfied, single, distinct, exact, idle, violated, slips, bits } = fit;
  const failing = violated - slips;
  // A run beside a row that the layout makes a total is tried in two directions, with and without 其中, one part after the other.
  const chance = Math.log2(isStructural(cue) ? 4 * parts.length : tried + 1);
  if (cue === 'code') return failing * 2 <= satisfied + single && slips <= satisfied + single;
  if (satisfied === 0 || slips > satisfied) return false;
  if (isStructural(cue)) {
    const isNamed = cue !== 'section' && cue !== 'group' && cue !== 'whole';
    if (failing * 2 > satisfied && !(failing === 1 && complete && isNamed)) return false;
    // All other rows on one line are a total there as soon as any figure is the sum of the others.
    return cue === 'whole'
      ? distinct + slips > 1 && failing * 4 <= satisfied && bits >= chance + surprise / 2
      : complete || bits >= chance + surprise / 2;
  }
  if (failing * 4 > satisfied || bits < chance + surprise) return false;
  // Figures that are rounded one by one add up to the last digit now and then; what never does is near by chance.
  if (idle || exact * rounded < satisfied - rounded / 2) return false;
  return distinct > 1 || (violated === 0 && cue === 'block' && parts.length > 2);
};

/** Where nothing but the figures says so, three lines may agree because all follow from one cause. */
const fewTotals = 3;

/** Is it to be told? A run that ends nowhere in particular helps to find the totals above it, but must agree on more lines to be one. */
export const isTelling = ({ cue, fit }: Candidate): boolean => cue !== 'run' || fit.distinct > fewTotals;

/**
 * Do its members belong together? Where headings repeat under several groups, they are of one group, or the parts are called the same and so is
 * the total, or nothing else is; or they stand side by side.
 */
export const isOfOneKind = ({ members }: Series, { cue, target, parts }: Candidate): boolean => {
  if (isStructural(cue)) return true;
  const of = (positions: readonly number[], what: 'group' | 'label'): Set<string> =>
    new Set(positions.map((position) => members[position]?.[what] ?? ''));
  const positions = parts.map((part) => part.position);
  const [from, to] = [Math.min(target, ...positions), Math.max(target, ...positions)];
  if (to - from === positions.length) return true;
  // What is left of one by the other stands under a heading of its own: 账面余额, 坏账准备, 账面价值.
  if (
    positions.length === 2 &&
    [target, ...positions].some((one) => isChange(members[one]?.path.join(' ') ?? ''))
  )
    return true;
  if (of([target, ...positions], 'group').size === 1) return true;
  const [label, ...others] = of(positions, 'label');
  const isRepeated = (one: string): boolean =>
    members.filter((member) => member.label === one && member.group !== '').length > 1;
  if (others.length > 0) return ![label ?? '', ...others].some(isRepeated);
  const own = members[target]?.label ?? '';
  return own === label || !isRepeated(own);
};

/** Could it be meant, though its figures are too few or too small to say so by themselves? It is, where a total is the sum of such ones. */
export const isPossible = ({ fit }: Candidate): boolean =>
  fit.violated === 0 && fit.satisfied > 1 && fit.distinct > 1;
