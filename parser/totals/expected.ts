import { type Candidate, candidate } from './candidate.ts';
import type { Search } from './runs.ts';
import { areAlike } from './series.ts';

/**
 * What a word for a total leads one to expect where no run was found: all that stands before it, as far as the total before, or with that
 * one; behind it, where the totals of this table stand in front. It may hold because only one part is not 0, and then it is as good as
 * any; where it fails, it says something only if others like it hold.
 */
export const expectedTotals = ({ figures, series, active, totals }: Search): Candidate[] => {
  const { members } = series;
  const sides = [...totals].filter(([position]) => members[position]?.total).map(([, side]) => side);
  const ahead = sides.length > 0 && sides.every((side) => side > 0);
  return active.flatMap((target, at): Candidate[] => {
    const own = members[target];
    if (!own?.total || own.bare || own.rate || totals.has(target)) return [];
    const step = ahead || at === 0 ? 1 : -1;
    const before: number[] = [];
    const found: Candidate[] = [];
    const propose = (): void => {
      if (before.length < 2) return;
      const parts = before
        .toSorted((a, b) => a - b)
        .map((position) => {
          const weight: 1 | -1 = members[position]?.minus ? -1 : 1;
          return { position, weight };
        });
      found.push(candidate(figures, series, { target, parts, cue: 'total', complete: true }));
    };
    for (let next = at + step; next >= 0 && next < active.length; next += step) {
      const position = active[next] ?? 0;
      const member = members[position];
      if (!member || !areAlike(member, own)) break;
      // A total within a group is that of its group.
      if (own.group !== '' && member.group !== own.group) break;
      if (
        member.bare &&
        member.label !== '' &&
        before.some((one) => members[one]?.bare === false) &&
        step > 0
      )
        break;
      if (member.rate || member.ofWhich) continue;
      if (member.total && before.length > 0) {
        propose();
        before.push(position);
        propose();
        break;
      }
      before.push(position);
    }
    if (!found.length) propose();
    const holds = found.filter(({ fit }) => fit.violated === 0 && fit.satisfied + fit.single > 0);
    return holds.length > 0 ? holds.slice(0, 1) : found.slice(0, 1);
  });
};
