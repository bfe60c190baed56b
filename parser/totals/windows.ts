import { type Candidate, candidate } from './candidate.ts';
import { type Figures, state } from './figures.ts';
import { areAlike, type Series } from './series.ts';

/** Totals that stand apart from their parts: several in a row behind one list, of which one leaves some of it out. */

/** Longer lists have totals beside their parts, and would be searched for long. */
const mostMembers = 80;

/** What is left where the parts of a window are next to each other, and the total is called one. */
export const windows = (figures: Figures, series: Series, count: () => void): Candidate[] => {
  const usable = series.members.flatMap((member, position) => (member.bare || member.rate ? [] : [position]));
  if (usable.length > mostMembers) return [];
  const lines = series.lines.filter(({ rate }) => !rate).slice(0, 2);
  const found: Candidate[] = [];
  for (const target of usable) {
    const own = series.members[target];
    if (!own?.total) continue;
    for (const line of lines) {
      const slot = own.step + line.step;
      if (figures.state[slot] !== state.number || figures.units[slot] === 0) continue;
      for (let from = 0; from < usable.length; from++) {
        let sum = 0;
        let room = figures.grain[slot] ?? 0;
        for (let to = from; to < usable.length; to++) {
          const position = usable[to] ?? 0;
          const member = series.members[position];
          if (position === target || !member || !areAlike(member, own)) break;
          const part = member.step + line.step;
          sum += figures.value[part] ?? 0;
          room += figures.grain[part] ?? 0;
          count();
          if (to < from + 1 || Math.abs((figures.value[slot] ?? 0) - sum) > room) continue;
          const parts = usable.slice(from, to + 1).map((each) => ({ position: each, weight: 1 as const }));
          found.push(candidate(figures, series, { target, parts, cue: 'total', complete: false }));
        }
      }
    }
  }
  // Far from its parts, a total must agree with them on several lines and fail on none.
  return found.filter(
    ({ fit }) => fit.violated === fit.slips && fit.slips * 4 <= fit.satisfied && fit.distinct > 2,
  );
};
