import { type Decimal, toNumber } from '../text/decimal.ts';
import { type Figures, state } from './figures.ts';

/** One equation on one line: its slots. */
export type Terms = { target: number; parts: readonly { slot: number; weight: 1 | -1 }[] };

type LineOutcome = 'satisfied' | 'violated' | 'undetermined';

/**
 * How figures are to be understood. `printed`: rounded to their last place · `coarse`: rounded to their quantum · `unsure`: to one of the two ·
 * `exact`: not rounded.
 */
export type Precision = 'printed' | 'coarse' | 'unsure' | 'exact';

/** Why a line is undetermined. */
export type Reason = 'not_read' | 'blank_total' | 'no_number' | 'half_filled' | 'cut';

export type Evaluation = {
  outcome: LineOutcome;
  /** It holds, but only because printed figures are rounded. */
  rounding: boolean;
  printed: number | null;
  computed: number | null;
  /** printed − computed. */
  difference: number | null;
  reason?: Reason;
  /** It fails, but would hold if figures are cut off, not rounded, or are rounded to the quantum of which they are multiples. */
  perhaps: boolean;
  /** How many parts are numbers other than 0. */
  live: number;
};

const undetermined = (reason: Reason): Evaluation => ({
  outcome: 'undetermined',
  rounding: false,
  printed: null,
  computed: null,
  difference: null,
  perhaps: false,
  reason,
  live: 0,
});

const scaled = (figures: Figures, slot: number, scale: number): bigint =>
  BigInt(figures.units[slot] ?? 0) * 10n ** BigInt(scale - (figures.decimals[slot] ?? 0));

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * Evaluates an equation exactly. Each figure stands for the interval of numbers that round to it as it is printed; a sum holds where the
 * intervals meet: 2 × |total − sum| ≤ one unit of the last place of the total and of every part that is not 0. A blank counts as 0.
 */
export const evaluate = (
  figures: Figures,
  { target, parts }: Terms,
  precision: Precision = 'printed',
): Evaluation => {
  const stateOf = (slot: number): number => figures.state[slot] ?? state.blank;
  if (stateOf(target) === state.unknown || parts.some(({ slot }) => stateOf(slot) === state.unknown))
    return undetermined('not_read');
  const numbers = parts.filter(({ slot }) => stateOf(slot) === state.number);
  if (stateOf(target) !== state.number)
    return undetermined(numbers.some(({ slot }) => figures.units[slot] !== 0) ? 'blank_total' : 'no_number');
  if (numbers.length === 0 && figures.units[target] === 0) return undetermined('no_number');
  let scale = figures.decimals[target] ?? 0;
  for (const { slot } of numbers) scale = Math.max(scale, figures.decimals[slot] ?? 0);
  let sum = 0n;
  let room = 0n;
  let coarse = 0n;
  const widen = (slot: number): void => {
    const place = 10n ** BigInt(scale - (figures.decimals[slot] ?? 0));
    room += place;
    coarse += place * BigInt(figures.quantum[slot] ?? 1);
  };
  widen(target);
  let live = 0;
  for (const { slot, weight } of numbers) {
    if (figures.units[slot] === 0) continue;
    const part = scaled(figures, slot, scale);
    sum += weight > 0 ? part : -part;
    widen(slot);
    live++;
  }
  const printed = scaled(figures, target, scale);
  const difference = printed - sum;
  const number = (units: bigint): number => toNumber({ units, scale } satisfies Decimal);
  const allowed = precision === 'exact' ? 0n : precision === 'coarse' ? coarse : room;
  const holds = absolute(difference) * 2n <= allowed;
  return {
    outcome: holds ? 'satisfied' : 'violated',
    rounding: difference !== 0n && holds,
    perhaps: (precision === 'unsure' || precision === 'coarse') && !holds && absolute(difference) <= coarse,
    printed: number(printed),
    computed: number(sum),
    difference: number(difference),
    live,
  };
};
