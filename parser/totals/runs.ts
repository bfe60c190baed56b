import { type Candidate, type Cue, candidate } from './candidate.ts';
import { type Figures, state } from './figures.ts';
import type { Addend } from './fit.ts';
import { areAlike, type Member, type Series, type SeriesLine } from './series.ts';

/** Equations whose parts stand one after the other, before the total or behind it. */

/** The lines on which a run is looked at first: one of them may hold a mistake. */
const probes = 3;

/** Steps that would have every member tried. Beyond, only those that are called totals are. */
const mostSteps = 1_500_000;

/** Steps after which a search ends, whatever is left. */
const lastStep = 250_000;

const probesOf = (figures: Figures, { members, lines }: Series): SeriesLine[] => {
  const stride = Math.max(1, Math.floor(members.length / 200));
  const countOf = (line: SeriesLine): number => {
    let count = 0;
    for (let at = 0; at < members.length; at += stride) {
      const slot = (members[at]?.step ?? 0) + line.step;
      if (figures.state[slot] === state.number && figures.units[slot] !== 0) count++;
    }
    return count;
  };
  const usable = lines.filter(({ rate, share }) => !rate || share);
  const counted = usable.map((line) => ({ line, count: countOf(line) }));
  counted.sort((a, b) => Number(a.line.rate) - Number(b.line.rate) || b.count - a.count);
  return counted.slice(0, probes).map(({ line }) => line);
};

export type Search = {
  figures: Figures;
  series: Series;
  /** Positions that are not yet part of a total found, in order. */
  active: readonly number[];
  /** Positions that are known to be totals, with the side on which their parts stand: a run may end before one. */
  totals: ReadonlyMap<number, 1 | -1>;
  /** How many equations were tried so far. */
  tried: number;
  /** Not all was tried that might be a total: the table is too long. */
  cut: boolean;
};

const isSummable = (member: Member | undefined, target: Member): boolean =>
  member !== undefined && !member.rate && areAlike(member, target);

const cueOf = (
  { series: { members }, totals }: Search,
  target: number,
  parts: readonly Addend[],
  titled: boolean,
): Cue | null => {
  const own = members[target];
  const first = members[parts[0]?.position ?? -1];
  if (!own || !first) return null;
  const side = (parts[0]?.position ?? 0) > target ? 1 : -1;
  // A total whose parts stand on one side has none on the other by its word alone.
  if (own.total && (totals.get(target) ?? side) === side) return 'total';
  if (titled) return 'section';
  if (parts.every(({ position }) => members[position]?.parent === target)) return 'order';
  if (first.ofWhich) return 'of_which';
  if (parts.some(({ weight }) => weight < 0)) return 'signed';
  const inGroup = (position: number | undefined): boolean => members[position ?? -1]?.group === own.group;
  const beyond = (parts.at(side > 0 ? -1 : 0)?.position ?? 0) + side;
  const isGroup = own.group !== '' && !inGroup(beyond) && !inGroup(target - side);
  return isGroup && parts.every(({ position }) => inGroup(position)) ? 'group' : null;
};

/**
 * All runs that begin beside one member and agree with it on one of the lines looked at first.
 * @param start where in the list of active members the first part may stand.
 */
const runsOf = (
  search: Search,
  target: number,
  start: number,
  direction: 1 | -1,
  skips: boolean,
  lines: readonly SeriesLine[],
): Candidate[] => {
  const { figures, series, active, totals } = search;
  const { members } = series;
  const others = active.filter((position) => members[position]?.bare === false).length - 1;
  const own = members[target];
  if (!own || own.bare || own.rate) return [];
  if (search.tried > lastStep) {
    search.cut = true;
    return [];
  }
  const sums = new Float64Array(lines.length);
  const rooms = new Float64Array(lines.length);
  const lives = new Uint16Array(lines.length);
  const parts: Addend[] = [];
  const found: Candidate[] = [];
  let titled = false;
  let crossed = false;
  for (let next = start; next >= 0 && next < active.length; next += direction) {
    const position = active[next] ?? 0;
    const member = members[position];
    if (!member) break;
    if (member.bare) {
      if (member.label === '') continue;
      if (direction > 0 && parts.length === 0) titled = true;
      // Parts on both sides of a title are no list of one section.
      else crossed = true;
      continue;
    }
    if (member.rate || (skips && member.ofWhich)) continue;
    if (!isSummable(member, own)) break;
    const weight = member.minus ? -1 : 1;
    parts.push({ position, weight });
    search.tried++;
    let agrees = false;
    lines.forEach((line, nth) => {
      const slot = member.step + line.step;
      const value = figures.value[slot] ?? 0;
      if (figures.state[slot] === state.number && value !== 0) {
        sums[nth] = (sums[nth] ?? 0) + weight * value;
        rooms[nth] = (rooms[nth] ?? 0) + (figures.grain[slot] ?? 0);
        lives[nth] = (lives[nth] ?? 0) + 1;
      }
      const total = own.step + line.step;
      if ((lives[nth] ?? 0) < 2 || figures.state[total] !== state.number) return;
      const room =
        (rooms[nth] ?? 0) + Math.max(figures.grain[total] ?? 0, 0.5 * 10 ** -(figures.decimals[total] ?? 0));
      const size = Math.abs(figures.value[total] ?? 0) + Math.abs(sums[nth] ?? 0);
      if (Math.abs((figures.value[total] ?? 0) - (sums[nth] ?? 0)) <= room + size * 1e-12) agrees = true;
    });
    if (!agrees || parts.length < 2) continue;
    const beyond = active[next + direction];
    const behind = beyond === undefined ? undefined : members[beyond];
    const complete =
      behind === undefined ||
      behind.bare ||
      behind.total ||
      (beyond !== undefined && totals.has(beyond)) ||
      !areAlike(behind, own) ||
      (own.group !== '' && behind.group !== own.group && member.group === own.group);
    const ordered = direction > 0 ? [...parts] : parts.toReversed();
    const before = direction < 0 ? members[(ordered[0]?.position ?? 0) - 1] : undefined;
    const inSection = titled || (direction < 0 && before?.bare === true && before.label !== '');
    const cue = cueOf(search, target, ordered, inSection && !crossed);
    found.push(
      candidate(figures, series, {
        target,
        parts: ordered,
        cue: cue ?? (parts.length === others ? 'whole' : complete ? 'block' : 'run'),
        complete,
      }),
    );
  }
  return found;
};

/** Every run in the list of active members that agrees somewhere. */
export const runs = (search: Search): Candidate[] => {
  const { series, active, figures, totals } = search;
  const lines = probesOf(figures, series);
  const all = active.length ** 2 * lines.length <= mostSteps;
  const found: Candidate[] = [];
  const marked = active.some((position) => series.members[position]?.ofWhich);
  const tryBoth = (target: number, before: number, behind: number): void => {
    for (const skips of marked ? [false, true] : [false])
      found.push(
        ...runsOf(search, target, behind, 1, skips, lines),
        ...runsOf(search, target, before, -1, skips, lines),
      );
  };
  active.forEach((position, at) => {
    if (all || series.members[position]?.total || at === 0 || at === active.length - 1)
      tryBoth(position, at - 1, at + 1);
  });
  // What is a part of another one already may have parts of its own still; no section under a title is its list unless it is called a total.
  const listed = new Set(active);
  const isOwn = ({ target, cue }: Candidate): boolean =>
    listed.has(target) || series.members[target]?.total === true || cue !== 'section';
  series.members.forEach((member, position) => {
    if (!(member.total || all) || listed.has(position) || totals.has(position)) return;
    const behind = active.findIndex((other) => other > position);
    const at = behind < 0 ? active.length : behind;
    tryBoth(position, at - 1, at);
  });
  return found.filter(isOwn);
};
