import {
  byDepth,
  byWorth,
  type Candidate,
  isBelievable,
  isOfOneKind,
  isPossible,
  isStructural,
  isTelling,
} from './candidate.ts';
import { expectedTotals } from './expected.ts';
import type { Figures } from './figures.ts';
import { runs, type Search } from './runs.ts';
import { sections } from './sections.ts';
import type { Series } from './series.ts';
import { rollForwards, triples } from './signed.ts';
import { parallels, structural } from './structure.ts';
import { throughSubtotals } from './subtotals.ts';
import { windows } from './windows.ts';
import { isChange } from './words.ts';

/** Which of the equations that might be meant are taken: the surest first, none that makes a circle or says again what is known. */

type Chosen = {
  taken: Candidate[];
  keys: Set<string>;
  /** The parts of those taken: the same parts have one total. */
  lists: Set<string>;
  /** The same of what those parts consist of, with the total. */
  leaves: Map<string, number>;
  /** Of each total, what it is the sum of; several where it is divided in several ways. */
  partsOf: Map<number, number[][]>;
};

const none = (): Chosen => ({
  taken: [],
  keys: new Set(),
  lists: new Set(),
  leaves: new Map(),
  partsOf: new Map(),
});

const positions = ({ parts }: Candidate): number[] => parts.map(({ position }) => position);

/** Does one member stand below another, by the equations taken? */
const isBelow = ({ partsOf }: Chosen, member: number, above: number): boolean => {
  const seen = new Set<number>();
  const visit = (from: number): boolean => {
    if (from === member) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (partsOf.get(from) ?? []).some((parts) => parts.some(visit));
  };
  return (partsOf.get(above) ?? []).some((parts) => parts.some(visit));
};

/** The same members, whichever of them is called the total. */
const keyOf = ({ target, parts }: Candidate): string => {
  const signs = [[target, -1] as const, ...parts.map(({ position, weight }) => [position, weight] as const)];
  signs.sort((a, b) => a[0] - b[0]);
  const flip = (signs[0]?.[1] ?? 1) < 0 ? -1 : 1;
  return signs.map(([position, sign]) => `${position}:${sign * flip}`).join(' ');
};

const isFree = (chosen: Chosen, one: Candidate): boolean => {
  if (chosen.keys.has(keyOf(one))) return false;
  const parts = positions(one);
  const own = new Set(parts);
  // No part may be the total of another part, nor of this total.
  if (
    parts.some((part) =>
      (chosen.partsOf.get(part) ?? []).some((inner) => inner.some((under) => own.has(under))),
    )
  )
    return false;
  if (parts.some((part) => isBelow(chosen, one.target, part))) return false;
  if (chosen.lists.has(setOf(parts))) return false;
  // Nor have the parts of those parts another one: what equals it is the other side of a balance.
  const same = chosen.leaves.get(leavesOf(chosen, parts));
  if (same !== undefined && same !== one.target) return false;
  // Divided in two ways, the divisions have nothing in common, or one of them groups the parts of the other.
  const grouped = setOf(parts.flatMap((part) => chosen.partsOf.get(part)?.[0] ?? [part]));
  return (chosen.partsOf.get(one.target) ?? []).every(
    (division) =>
      setOf(division) === grouped || (same === undefined && !division.some((part) => own.has(part))),
  );
};

const setOf = (parts: readonly number[]): string => parts.toSorted((a, b) => a - b).join(' ');

/** What members consist of by the first division of each. */
const leavesOf = ({ partsOf }: Chosen, parts: readonly number[]): string => {
  const leaves: number[] = [];
  const visit = (member: number, depth: number): void => {
    const division = partsOf.get(member)?.[0];
    if (division === undefined || depth > 12) leaves.push(member);
    else for (const part of division) visit(part, depth + 1);
  };
  for (const part of parts) visit(part, 0);
  return setOf(leaves);
};

const take = (chosen: Chosen, one: Candidate): void => {
  chosen.taken.push(one);
  chosen.keys.add(keyOf(one));
  chosen.lists.add(setOf(positions(one)));
  const divisions = chosen.partsOf.get(one.target);
  if (divisions) divisions.push(positions(one));
  else chosen.partsOf.set(one.target, [positions(one)]);
};

/** Of one round, what can stand together: of each total the best, no two with a part in common. */
const takeRound = (chosen: Chosen, candidates: readonly Candidate[]): boolean => {
  const used = new Set<number>();
  const best = new Map<number, Candidate>();
  for (const one of candidates.filter((each) => isFree(chosen, each)).toSorted(byWorth))
    if (!best.has(one.target)) best.set(one.target, one);
  let any = false;
  for (const one of [...best.values()].sort(byDepth)) {
    if (positions(one).some((part) => used.has(part)) || !isFree(chosen, one)) continue;
    take(chosen, one);
    for (const part of positions(one)) used.add(part);
    any = true;
  }
  return any;
};

/** Rounds after which nothing new is to be found: nesting is not deeper in any table. */
const mostRounds = 8;

/** Members that stand in no total found yet, and the totals found, with the side on which their parts stand. */
const leave = (search: Search, chosen: Chosen): void => {
  const { taken } = chosen;
  chosen.leaves = new Map(taken.map((one) => [leavesOf(chosen, positions(one)), one.target]));
  const summed = taken.filter(({ cue }) => cue !== 'change' && cue !== 'signed');
  const parts = new Set(summed.flatMap(positions));
  search.active = search.series.members.flatMap((_, position) => (parts.has(position) ? [] : [position]));
  search.totals = new Map(
    summed.map(({ target, parts: [first] }) => [target, (first?.position ?? 0) > target ? 1 : -1]),
  );
};

const rounds = (search: Search, chosen: Chosen): void => {
  for (let round = 0; round < mostRounds; round++) {
    const { series } = search;
    const found = runs(search).filter((one) => isBelievable(one, search.tried) && isOfOneKind(series, one));
    const cued = found.filter(({ cue }) => isStructural(cue));
    if (!takeRound(chosen, cued) && !takeRound(chosen, found)) break;
    leave(search, chosen);
  }
};

/**
 * A total of sums that are too small to be believed alone: 负债合计 of 流动负债 and of 非流动负债, which is a few round loans. What is possible
 * is supposed for once; it stays where a total needs it.
 */
const supposed = (search: Search, chosen: Chosen): Chosen => {
  const before = chosen.taken.length;
  if (!takeRound(chosen, runs(search).filter(isPossible))) return chosen;
  const doubtful = chosen.taken.slice(before);
  leave(search, chosen);
  const found = runs(search).filter(
    (one) =>
      one.cue === 'total' &&
      isBelievable(one, search.tried) &&
      doubtful.some(({ target }) => positions(one).includes(target)),
  );
  takeRound(chosen, found);
  const needed = new Set(chosen.taken.slice(before + doubtful.length).flatMap(positions));
  const kept = none();
  chosen.taken.forEach((one, at) => {
    const isDoubtful = at >= before && at < before + doubtful.length;
    if (!isDoubtful || needed.has(one.target)) take(kept, one);
  });
  leave(search, kept);
  return kept;
};

/** What ends where the next total or the table does is known to be complete only when all totals are. */
const bounded = (one: Candidate, { series: { members }, totals }: Search, { partsOf }: Chosen): Candidate => {
  if (one.cue !== 'run') return one;
  const own = positions(one);
  const side = (own[0] ?? 0) > one.target ? 1 : -1;
  let beyond = (side > 0 ? Math.max(...own) : Math.min(...own)) + side;
  const inner = new Set(own);
  while (members[beyond] && (members[beyond]?.rate || inner.has(members[beyond]?.parent ?? -1)))
    beyond += side;
  const member = members[beyond];
  // Between two parts of one total stand those of the first of them.
  const isSibling = [...partsOf.values()].some((divisions) =>
    divisions.some((parts) => parts.includes(one.target) && parts.includes(beyond)),
  );
  const ends = member === undefined || member.bare || member.total || totals.has(beyond) || isSibling;
  return ends ? { ...one, cue: 'block', complete: true } : one;
};

/** Two parts of which one is called a difference: it is what the equation is about, and the total what it is taken from. */
const restated = (one: Candidate, { members }: Series, { partsOf }: Chosen): Candidate => {
  const [first, second, ...more] = one.parts;
  if (!first || !second || more.length > 0 || first.weight < 0 || second.weight < 0) return one;
  if (one.cue === 'code' || one.cue === 'order' || one.cue === 'change') return one;
  const pathOf = (position: number): string => members[position]?.path.join(' ') ?? '';
  const isDifference = (position: number): boolean =>
    isChange(pathOf(position)) && members[position]?.total !== true;
  const change = [second, first].find(({ position }) => isDifference(position));
  if (!change || isDifference(one.target)) return one;
  // It would be made of what it is a part of.
  if ((partsOf.get(one.target)?.length ?? 0) > 1) return one;
  const other = change === second ? first : second;
  return {
    ...one,
    cue: 'change',
    target: change.position,
    parts: [
      { position: one.target, weight: 1 },
      { position: other.position, weight: -1 },
    ],
  };
};

export type ChosenSums = {
  taken: readonly Candidate[];
  /** Equations that the layout states and that do not hold: of weight only where others like them do. */
  expected: readonly Candidate[];
  /** Not all was tried: the table is too long. */
  cut: boolean;
};

/**
 * Rounds: in each, what is found drops out of the list as parts of its total, so that in the next the totals of totals stand side by side.
 * What the layout states goes before what only the figures say.
 */
export const choose = (figures: Figures, series: Series): ChosenSums => {
  const start = none();
  const search: Search = {
    figures,
    series,
    active: series.members.map((_, position) => position),
    totals: new Map(),
    tried: 0,
    cut: false,
  };
  const count = (): void => {
    search.tried++;
  };
  const codes = structural(figures, series);
  const stated = [...codes, ...rollForwards(figures, series)];
  for (const one of stated.filter((each) => isBelievable(each, 1)).toSorted(byWorth))
    if (isFree(start, one)) take(start, one);
  leave(search, start);
  rounds(search, start);
  const chosen = supposed(search, start);
  rounds(search, chosen);
  for (const one of sections(search, new Set(chosen.partsOf.keys())).toSorted(byWorth))
    if (isFree(chosen, one)) take(chosen, one);
  leave(search, chosen);
  const apart = [...windows(figures, series, count), ...triples(figures, series, count)];
  const kind = (one: Candidate): boolean => isBelievable(one, search.tried) && isOfOneKind(series, one);
  for (const one of apart.filter(kind).toSorted(byWorth)) if (isFree(chosen, one)) take(chosen, one);
  for (const one of parallels(figures, series, chosen.taken)) if (isFree(chosen, one)) take(chosen, one);
  const unmet = codes.filter((one) => one.cue === 'code' && !isBelievable(one, 1));
  leave(search, chosen);
  for (const one of expectedTotals(search)) {
    if (!isFree(chosen, one)) continue;
    if (one.fit.violated === 0) take(chosen, one);
    else unmet.push(one);
  }
  leave(search, chosen);
  return {
    taken: chosen.taken
      .map((one) => throughSubtotals(one, figures, series, chosen.taken))
      .map((one) => bounded(restated(one, series, chosen), search, chosen))
      .filter(isTelling),
    expected: unmet,
    cut: search.cut,
  };
};
