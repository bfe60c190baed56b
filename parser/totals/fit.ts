import type { Terms } from './evaluate.ts';
import { commonUnit, type Figures, state } from './figures.ts';
import type { Series, SeriesLine } from './series.ts';
import { isOneSlip } from './slip.ts';

/** How well an equation agrees with the figures of all its lines. A look in floating point; `evaluate` decides. */

/** Addend by its position among the members. */
export type Addend = { position: number; weight: 1 | -1 };

export type Fit = {
  /** Lines on which it holds with two parts or more that are not 0. */
  satisfied: number;
  /** Lines among those with a total and a proportion of their own: the same figures again, or their multiples, are no further evidence. */
  distinct: number;
  /** Lines on which it holds with a single part that is not 0. */
  single: number;
  /** Lines among the satisfied on which the figures as printed add up to the last digit. */
  exact: number;
  /** A part says nothing: wherever it is not 0, it is smaller than what rounding leaves open, and the equation holds as well without it. */
  idle: boolean;
  violated: number;
  /** Lines among those on which one slip of a typist would make the difference; not looked at where many fail. */
  slips: number;
  /**
   * How unlikely the agreement is by chance: the sum, over lines with distinct totals, of the binary logarithm of how many sums of that
   * size could be told apart at the precision printed.
   */
  bits: number;
};

/** More failing lines are no slips. */
const mostSlips = 2;

/** The slots of an equation on one line. */
export const termsOn = (
  { members }: Series,
  target: number,
  parts: readonly Addend[],
  line: SeriesLine,
): Terms => ({
  target: (members[target]?.step ?? 0) + line.step,
  parts: parts.map(({ position, weight }) => ({ slot: (members[position]?.step ?? 0) + line.step, weight })),
});

export const fitOf = (figures: Figures, series: Series, target: number, parts: readonly Addend[]): Fit => {
  const { members, lines } = series;
  const fit: Fit = {
    satisfied: 0,
    distinct: 0,
    single: 0,
    exact: 0,
    idle: false,
    violated: 0,
    slips: 0,
    bits: 0,
  };
  const failing: { line: SeriesLine; difference: number }[] = [];
  const totals = new Set<number>();
  const proportions = new Set<number>();
  /** Of each part that is not 0 somewhere: does it say something on any line? */
  const tells = new Map<number, boolean>();
  const own = members[target]?.step ?? 0;
  for (const line of lines) {
    const slot = own + line.step;
    if (figures.state[slot] !== state.number) continue;
    const total = figures.value[slot] ?? 0;
    let sum = 0;
    let size = Math.abs(total);
    // The total's own rounding counts also where it is 0.
    const place = 0.5 * 10 ** -(figures.decimals[slot] ?? 0);
    let room = Math.max(place, figures.grain[slot] ?? 0);
    let printed = place;
    let live = 0;
    let known = true;
    let first = 0;
    const slots = [slot];
    const values: [position: number, size: number][] = [];
    for (const { position, weight } of parts) {
      const part = (members[position]?.step ?? 0) + line.step;
      const kind = figures.state[part];
      if (kind === state.unknown) known = false;
      if (kind !== state.number) continue;
      const value = figures.value[part] ?? 0;
      if (value === 0) continue;
      if (live === 0) first = value;
      sum += weight * value;
      slots.push(part);
      values.push([position, Math.abs(value)]);
      size = Math.max(size, Math.abs(value));
      room += figures.grain[part] ?? 0;
      printed += 0.5 * 10 ** -(figures.decimals[part] ?? 0);
      live++;
    }
    if (!known) continue;
    const holds = Math.abs(total - sum) <= room + size * 1e-12;
    // What agrees to the last digit printed tells more than what agrees within what may be coarse rounding.
    if (Math.abs(total - sum) <= printed + size * 1e-12) room = printed;
    for (const [position, value] of values) tells.set(position, value > room || tells.get(position) === true);
    if (line.rate && !line.share && !holds) continue;
    if (!holds) {
      fit.violated++;
      if (failing.length <= mostSlips) failing.push({ line, difference: total - sum });
    } else if (live < 2) fit.single += Number(total !== 0);
    else {
      fit.satisfied++;
      if (Math.abs(total - sum) <= size * 1e-12) fit.exact++;
      const proportion = total === 0 ? 0 : Math.round((first / total) * 1e9);
      // One total of parts that differ from line to line is evidence each time: 38 played = 19 + 8 + 11 = 22 + 5 + 11.
      const told = new Set(values.map(([, one]) => one)).size === values.length && values.length > 2;
      if ((!totals.has(total) || told) && !proportions.has(proportion)) {
        totals.add(totals.has(total) ? total + proportion : total);
        proportions.add(proportion);
        fit.bits += Math.max(0, Math.log2(size / Math.max(room, commonUnit(figures, slots) / 2)));
      }
    }
  }
  fit.distinct = totals.size;
  fit.idle = [...tells.values()].includes(false);
  if (failing.length <= mostSlips)
    fit.slips = failing.filter(({ line, difference }) =>
      isOneSlip(figures, termsOn(series, target, parts, line), difference),
    ).length;
  return fit;
};
