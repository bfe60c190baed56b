import { type Candidate, candidate } from './candidate.ts';
import { type Figures, state } from './figures.ts';
import type { Addend } from './fit.ts';
import { areAlike, type Series, type SeriesLine } from './series.ts';
import { type Phase, phaseOf } from './words.ts';

/** Equations that run forward (年初 + 增 − 减 = 年末), take off (余额 − 准备 = 净额), or stand between figures that lie apart. */

/** More members than this are too many for equations of any three. */
const mostForTriples = 40;

const labelOf = (series: Series, position: number): string => series.members[position]?.path.join(' ') ?? '';

/** Does a total of the group stand beside it? 本年支出 goes once, not as 小计 and again as 基本支出 and 项目支出. */
const isPartOfGroup = ({ members }: Series, position: number): boolean => {
  const own = members[position];
  if (!own || own.group === '' || own.total) return false;
  return members.some((other) => other.total && other.group === own.group);
};

/** What was there, what came, what went, in order, and what is there at the end. */
export const rollForwards = (figures: Figures, series: Series): Candidate[] => {
  const usable = series.members.flatMap((member, position) => (member.bare || member.rate ? [] : [position]));
  const phases = usable.map((position): Phase | null => phaseOf(labelOf(series, position)));
  const found: Candidate[] = [];
  phases.forEach((phase, from) => {
    if (phase !== 'opening') return;
    const to = phases.findIndex((other, at) => at > from && other === 'closing');
    if (to < from + 2 || to - from > 8) return;
    const between = usable.slice(from + 1, to).filter((position) => !isPartOfGroup(series, position));
    const opening = usable[from] ?? 0;
    const target = usable[to] ?? 0;
    const signs = between.map((position): 1 | -1 => (phases[usable.indexOf(position)] === 'out' ? -1 : 1));
    // A change on balance may stand among what it is made of: 年初, 净增, 出生, 死亡, 年末.
    for (const position of between) {
      const parts: Addend[] = [
        { position: opening, weight: 1 },
        { position, weight: 1 },
      ];
      if (between.length > 1)
        found.push(candidate(figures, series, { target, parts, cue: 'signed', complete: true }));
    }
    for (const weights of [signs, signs.map((): 1 => 1)]) {
      const parts: Addend[] = [
        { position: opening, weight: 1 },
        ...between.map((position, at): Addend => ({ position, weight: weights[at] ?? 1 })),
      ];
      found.push(candidate(figures, series, { target, parts, cue: 'signed', complete: true }));
    }
  });
  return found;
};

/** The line with the most figures on which three members might meet. */
const fullestLine = (figures: Figures, { members, lines }: Series): SeriesLine | null => {
  let best: SeriesLine | null = null;
  let most = 0;
  for (const line of lines) {
    if (line.rate) continue;
    const count = members.filter(
      ({ step }) => figures.state[step + line.step] === state.number && figures.units[step + line.step] !== 0,
    ).length;
    if (count > most) {
      most = count;
      best = line;
    }
  }
  return best;
};

/**
 * All a = b + c, wherever the three stand. They are looked for on the fullest line; what agrees there is tried on all.
 * @param count called for every equation that is tried.
 */
export const triples = (figures: Figures, series: Series, count: () => void): Candidate[] => {
  const { members } = series;
  const usable = members.flatMap((member, position) => (member.bare || member.rate ? [] : [position]));
  if (usable.length > mostForTriples || usable.length < 3) return [];
  const line = fullestLine(figures, series);
  if (!line) return [];
  const filled = usable
    .map((position) => ({ position, slot: (members[position]?.step ?? 0) + line.step }))
    .filter(({ slot }) => figures.state[slot] === state.number && figures.units[slot] !== 0)
    .map(({ position, slot }) => ({
      position,
      value: figures.value[slot] ?? 0,
      grain: figures.grain[slot] ?? 0,
      unit: members[position]?.unit ?? null,
    }));
  const found: Candidate[] = [];
  const ordered = filled.toSorted((a, b) => a.value - b.value);
  const widest = filled.reduce((most, { grain }) => Math.max(most, grain), 0);
  filled.forEach((b, at) => {
    for (let next = at + 1; next < filled.length; next++) {
      const c = filled[next];
      if (!c || !areAlike(b, c)) continue;
      count();
      const sum = b.value + c.value;
      const room = b.grain + c.grain + Math.abs(sum) * 1e-12;
      for (let nth = firstFrom(ordered, sum - room - widest); nth < ordered.length; nth++) {
        const a = ordered[nth];
        if (!a || a.value > sum + room + widest) break;
        if (a === b || a === c || !areAlike(a, b) || Math.abs(a.value - sum) > room + a.grain) continue;
        const parts: Addend[] = [b, c].map(({ position }) => ({ position, weight: 1 }));
        found.push(candidate(figures, series, { target: a.position, parts, cue: 'run', complete: false }));
      }
    }
  });
  // Three that lie apart are believed only where they agree on several lines, and fail on none but by a slip.
  return found.filter(
    ({ fit }) => fit.distinct > 2 && fit.violated === fit.slips && fit.slips * 4 <= fit.satisfied,
  );
};

/** Where in an ascending list the values begin that are no less than this. */
const firstFrom = (ordered: readonly { value: number }[], least: number): number => {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.value ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
};
