import { type Candidate, candidate } from './candidate.ts';
import type { Figures } from './figures.ts';
import type { Addend } from './fit.ts';
import { areAlike, type Series } from './series.ts';

/** Equations that the stub itself states: a row is what stands under it by codes, depth or numbering; 合计 is all codes that stand under none. */

const plus = (position: number): Addend => ({ position, weight: 1 });

const childrenOf = ({ members }: Series): Map<number, number[]> => {
  const children = new Map<number, number[]>();
  members.forEach((member, position) => {
    if (member.parent === null || member.rate) return;
    const list = children.get(member.parent);
    if (list) list.push(position);
    else children.set(member.parent, [position]);
  });
  return children;
};

const sameUnit = ({ members }: Series, target: number, positions: readonly number[]): boolean =>
  positions.every((position) => {
    const [part, total] = [members[position], members[target]];
    return part !== undefined && total !== undefined && areAlike(part, total);
  });

/** Codes without one above them. Where one level below is the first that is printed, those. */
const rootsOf = ({ members }: Series): number[] => {
  const coded = members.flatMap((member, position) =>
    member.code !== null && member.parent === null && !member.total ? [position] : [],
  );
  const shortest = Math.min(...coded.map((position) => members[position]?.code?.length ?? 0));
  return coded.filter((position) => members[position]?.code?.length === shortest);
};

export const structural = (figures: Figures, series: Series): Candidate[] => {
  const { members } = series;
  const found: Candidate[] = [];
  for (const [parent, children] of childrenOf(series)) {
    if (!sameUnit(series, parent, children)) continue;
    const cue = children.every((position) => members[position]?.code !== null) ? 'code' : 'order';
    if (cue === 'order' && children.length < 2) continue;
    found.push(
      candidate(figures, series, { target: parent, parts: children.map(plus), cue, complete: true }),
    );
  }
  const roots = rootsOf(series);
  const isTree = found.some(({ cue }) => cue === 'code');
  if (isTree && roots.length > 0)
    members.forEach((member, target) => {
      if (!member.total || member.code !== null) return;
      found.push(candidate(figures, series, { target, parts: roots.map(plus), cue: 'code', complete: true }));
    });
  return found;
};

/**
 * Where headings repeat, so do equations: what holds of 人数 total, men, women holds of the columns called the same under the next group,
 * also where their figures are too small to say it by themselves.
 */
export const parallels = (figures: Figures, series: Series, taken: readonly Candidate[]): Candidate[] => {
  const { members } = series;
  const byLabel = new Map<string, number[]>();
  members.forEach(({ label }, position) => {
    if (label === '') return;
    const same = byLabel.get(label);
    if (same) same.push(position);
    else byLabel.set(label, [position]);
  });
  return taken.flatMap((one) => {
    const own = members[one.target]?.label ?? '';
    const labels = one.parts.map(({ position }) => members[position]?.label);
    if (one.cue === 'code' || new Set([own, ...labels]).size < labels.length + 1) return [];
    return (byLabel.get(own) ?? []).flatMap((target) => {
      const shift = target - one.target;
      const parts = one.parts.map(({ position, weight }) => ({ position: position + shift, weight }));
      if (shift === 0 || parts.some(({ position }, at) => members[position]?.label !== labels[at])) return [];
      const found = candidate(figures, series, { target, parts, cue: one.cue, complete: one.complete });
      const { satisfied, distinct, violated } = found.fit;
      return distinct > 1 && violated * 4 <= satisfied ? [found] : [];
    });
  });
};
