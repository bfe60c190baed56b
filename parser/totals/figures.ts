import type { Sheet } from '../table/sheet.ts';

/** The figures of a sheet in flat lists, by slot (row × width + column): what equations are tried on. */
export type Figures = {
  width: number;
  state: Uint8Array;
  /** Nearly the figure; for looking only. */
  value: Float64Array;
  /** The figure is `units` × 10^−`decimals`, exactly. */
  units: Float64Array;
  decimals: Uint8Array;
  /** How wide the interval is for which a figure stands, in units of its last place: 1, or what `coarsen` (precision.ts) sees. */
  quantum: Float64Array;
  /** Half of that, as a number; 0 for what is 0 or no number: a figure stands for all that rounds to it. */
  grain: Float64Array;
  /** Rows with fewer cells than most have. */
  short: ReadonlySet<number>;
};

/** Rows in which slots are left that no cell covers, though most rows have none. */
const shortRows = ({ slots, width, rows }: Sheet): Set<number> => {
  const short = new Set<number>();
  let bodies = 0;
  rows.forEach((kind, row) => {
    if (kind !== 'body') return;
    bodies++;
    if (slots.subarray(row * width, (row + 1) * width).includes(-1)) short.add(row);
  });
  return short.size * 5 <= bodies ? short : new Set();
};

const gcd = (a: number, b: number): number => {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
};

/**
 * The unit in which the figures of some slots are all whole, as a number: 10,000 for 20,000 and 30,000. Round figures agree by chance
 * as often as small ones, and amounts that are all multiples of one tell no more than their multiples.
 */
export const commonUnit = (figures: Figures, slots: readonly number[]): number => {
  let scale = 0;
  for (const slot of slots) scale = Math.max(scale, figures.decimals[slot] ?? 0);
  let unit = 0;
  for (const slot of slots) {
    const units = Math.abs(figures.units[slot] ?? 0) * 10 ** (scale - (figures.decimals[slot] ?? 0));
    if (units > Number.MAX_SAFE_INTEGER) return 10 ** -scale;
    unit = gcd(unit, units);
    if (unit === 1) break;
  }
  return unit === 0 ? 10 ** -scale : unit / 10 ** scale;
};

/** States of a slot. `nothing`: a mark that says there is none; `unknown`: a figure that does not parse, or is not told. */
export const state = { blank: 0, number: 1, nothing: 2, unknown: 3 } as const;

export const figuresOf = (sheet: Sheet): Figures => {
  const size = sheet.width * sheet.height;
  const figures: Figures = {
    width: sheet.width,
    state: new Uint8Array(size),
    value: new Float64Array(size),
    units: new Float64Array(size),
    decimals: new Uint8Array(size),
    quantum: new Float64Array(size).fill(1),
    grain: new Float64Array(size),
    short: shortRows(sheet),
  };
  for (const { row, column, figure } of sheet.cells) {
    const kind = sheet.rows[row];
    if (kind !== 'body' || sheet.columns[column] !== 'figures') continue;
    const slot = row * sheet.width + column;
    // Where cells overlap, the first keeps the slot.
    if (sheet.cells[sheet.slots[slot] ?? -1]?.row !== row) continue;
    if (figure.state === 'number') {
      figures.state[slot] = state.number;
      figures.value[slot] = figure.value;
      figures.units[slot] = figure.units;
      figures.decimals[slot] = figure.decimals;
      if (figure.units !== 0) figures.grain[slot] = 0.5 * 10 ** -figure.decimals;
    } else if (figure.state === 'mark') figures.state[slot] = figure.zero ? state.nothing : state.unknown;
    else if (figure.state === 'unreadable') figures.state[slot] = state.unknown;
  }
  return figures;
};
