import { type Candidate, candidate } from './candidate.ts';
import type { Search } from './runs.ts';
import { areAlike } from './series.ts';

/**
 * Further divisions of one total: each section under a title without figures (按性别分, 按地区分) says again of what it consists, wherever it
 * stands behind it.
 * @param divided members that are known to be sums.
 */
export const sections = ({ figures, series, active }: Search, divided: ReadonlySet<number>): Candidate[] => {
  const { members } = series;
  const free = new Set(active);
  const isTitle = (position: number): boolean =>
    members[position]?.bare === true && members[position]?.label !== '';
  return members.flatMap((_, title): Candidate[] => {
    if (!isTitle(title)) return [];
    const parts: number[] = [];
    for (let at = title + 1; at < members.length && !isTitle(at); at++)
      if (free.has(at) && members[at]?.bare === false && members[at]?.rate === false) parts.push(at);
    const [first] = parts;
    if (first === undefined || parts.length < 2 || parts.some((part) => members[part]?.total)) return [];
    return [...members.keys()]
      .filter((target) => target < title && (divided.has(target) || members[target]?.total === true))
      .filter((target) =>
        parts.every((part) => {
          const [own, total] = [members[part], members[target]];
          return own && total && areAlike(own, total);
        }),
      )
      .map((target) =>
        candidate(figures, series, {
          target,
          parts: parts.map((position) => ({ position, weight: 1 })),
          cue: 'section',
          complete: true,
        }),
      )
      .filter(({ fit }) => fit.violated === fit.slips && fit.satisfied > fit.slips && fit.bits >= leastBits);
  });
};

/** A coincidence among some hundred totals, in bits. */
const leastBits = 14;
