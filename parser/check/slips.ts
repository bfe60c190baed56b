import type { Check, Diagnosis, Fact } from '../extraction.ts';
import { digitSlip } from '../text/digit-slip.ts';
import { refParts } from '../text/ref.ts';

/** How people err, and which of several possible changes is therefore the likelier one. A guess, never a finding. */

type CellChange = Diagnosis['alternatives'][number]['changes'][number];
type Likely = NonNullable<Diagnosis['alternatives'][number]['likely']>;

/**
 * What each way of erring costs: the more a coincidence would be needed for the figures to look that way by chance, the less.
 * The cells of a set are explained one by one or in pairs, whichever costs less in all; a cell that nothing explains costs most.
 *
 * | way | what it looks like | source |
 * |---|---|---|
 * | figure_split | 1 and 2 in neighbouring cells for 12 and 0 | seen where a figure was typed over two cells |
 * | cells_exchanged | each cell should hold what the other holds | value interchange, Scholtus (2008) |
 * | shifted | figures stand one row or column off, with room left at one end | rows pasted into the wrong place |
 * | digit_swapped | two neighbouring digits changed places | typing errors, Scholtus (2009) |
 * | digit_missing, digit_extra | a digit left out or typed twice or too many | the same |
 * | blank_to_number | a blank that should hold a number | DOMAIN.md: a blank is not a zero |
 * | stale_total | a total that left a part out, took one twice, stayed 0 or was not updated | compilers' own accounts |
 * | moved_between_cells | n too many here, n too few in the same row or column: sums beyond hide it | published reports |
 * | digit_changed | one digit of several was typed wrongly | Scholtus (2009); weakest, since any neighbour will do |
 *
 * Scholtus (2008), Algorithms for correcting some obvious inconsistencies and rounding errors in business survey data, and (2009),
 * Automatic correction of simple typing errors in numerical data with balance edits: Statistics Netherlands, as in the R packages
 * deducorrect and deductive, which take typing errors to be one deletion, insertion, substitution or transposition away.
 */
const cost = {
  figure_split: 2,
  cells_exchanged: 2,
  shifted: 2,
  digit_swapped: 2,
  digit_missing: 3,
  digit_extra: 3,
  blank_to_number: 3,
  stale_total: 3,
  moved_between_cells: 5,
  digit_changed: 4,
} as const satisfies Record<Likely, number>;

/** A total without a trace of how it went wrong, and a cell that nothing explains. */
const vagueTotal = 5;
const unexplained = 7;

/** Where things stand, for one report. */
type SlipContext = {
  /** Identities by the cell that is the total of their parts. */
  partsOfTotal: ReadonlyMap<string, readonly { ref: string; value: number | null }[][]>;
  /** Row and column, numbered over all tables: cells of two tables share neither. */
  places: ReadonlyMap<string, { row: number; column: number }>;
  /** What is printed there. A blank or a mark stands as zero. */
  printedAt: ReadonlyMap<string, number>;
};

const placeKey = (row: number, column: number): string => `${row} ${column}`;

export const settingOf = (facts: readonly Fact[], checks: readonly Check[]): SlipContext => {
  const partsOfTotal = new Map<string, { ref: string; value: number | null }[][]>();
  for (const { terms } of checks) {
    const [total, ...more] = terms.filter(({ weight }) => weight === -1);
    if (!total || more.length > 0) continue;
    const parts = terms.filter(({ weight }) => weight === 1);
    partsOfTotal.set(total.ref, [...(partsOfTotal.get(total.ref) ?? []), parts]);
  }
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const numberOf = (among: Map<string, number>, key: string): number => {
    const known = among.get(key) ?? among.size;
    among.set(key, known);
    return known;
  };
  const places = facts.map(({ ref }) => {
    const { table, row, column } = refParts(ref);
    return [
      ref,
      { row: numberOf(rows, `${table}.${row}`), column: numberOf(columns, `${table}.${column}`) },
    ] as const;
  });
  const printedAt = places.map(
    ([, { row, column }], at) => [placeKey(row, column), facts[at]?.value ?? 0] as const,
  );
  return { partsOfTotal, places: new Map(places), printedAt: new Map(printedAt) };
};

/** Is it a part whose figure is the whole difference? Then the total may have left it out, or taken it twice. */
const isDifference = (by: number, part: number | null): boolean => Math.abs(by) === Math.abs(part ?? 0);

type Guess = { likely: Likely | null; cost: number };

const guess = (likely: Likely | null): Guess => ({
  likely,
  cost: likely === null ? unexplained : cost[likely],
});

const cheaper = (a: Guess, b: Guess): Guess => (b.cost < a.cost ? b : a);

const alone = (change: CellChange, { partsOfTotal }: SlipContext): Guess => {
  const { from, to, ref } = change;
  if (from === null) return guess('blank_to_number');
  const slip = guess(digitSlip(from, to));
  const sums = partsOfTotal.get(ref);
  if (!sums) return slip;
  const traced =
    from === 0 || sums.some((parts) => parts.some(({ value }) => isDifference(to - from, value)));
  return cheaper({ likely: 'stale_total', cost: traced ? cost.stale_total : vagueTotal }, slip);
};

/** How two cells lie: next to each other, in one row or column, or neither. */
const lie = (a: CellChange, b: CellChange, { places }: SlipContext): 'next' | 'line' | 'apart' => {
  const one = places.get(a.ref);
  const other = places.get(b.ref);
  if (!one || !other) return 'apart';
  if (one.row !== other.row && one.column !== other.column) return 'apart';
  return Math.abs(one.row - other.row) + Math.abs(one.column - other.column) === 1 ? 'next' : 'line';
};

const together = (a: CellChange, b: CellChange, setting: SlipContext): Guess | null => {
  const how = lie(a, b, setting);
  if (how === 'apart') return null;
  const [fromA, fromB] = [a.from ?? 0, b.from ?? 0];
  const [lower, higher] = a.to < b.to ? [a.to, b.to] : [b.to, a.to];
  if (how === 'next' && lower === 0 && fromA > 0 && `${fromA}${fromB}` === String(higher))
    return guess('figure_split');
  const exchanged = a.to === fromB && b.to === fromA;
  if (exchanged && fromA !== 0 && fromB !== 0) return guess('cells_exchanged');
  if (exchanged && how === 'next') return guess('shifted');
  if (a.to - fromA === fromB - b.to) return guess('moved_between_cells');
  return null;
};

/**
 * Three or more cells of one row or column, all but the one at the end to be filled with what is printed in the next cell, always on the
 * same side. Cells between them whose figure would not change are no part of the set. Two figures that are not zero are needed:
 * zeros stand next to each other anyway.
 */
const isShifted = (changes: readonly CellChange[], { places, printedAt }: SlipContext): boolean => {
  const [first, ...more] = changes.flatMap(({ ref }) => places.get(ref) ?? []);
  if (!first || more.length < 2) return false;
  const inRow = more.every(({ row }) => row === first.row);
  const inColumn = more.every(({ column }) => column === first.column);
  if (!inRow && !inColumn) return false;
  return [1, -1].some((step) => {
    const fitting = changes.filter(({ ref, to }) => {
      const at = places.get(ref);
      return (
        at !== undefined &&
        to === printedAt.get(placeKey(at.row + (inRow ? 0 : step), at.column + (inRow ? step : 0)))
      );
    });
    return fitting.length >= changes.length - 1 && fitting.filter(({ to }) => to !== 0).length >= 2;
  });
};

/**
 * The likeliest way in which a set of cells went wrong, with its cost.
 * A set of several slips is named only where all are of one kind.
 *
 * @param changes in the order of the facts.
 */
export const likelihood = (changes: readonly CellChange[], setting: SlipContext): Guess =>
  isShifted(changes, setting) ? guess('shifted') : (apart(changes, setting) ?? guess(null));

/** Explains the first change alone or with one of the others, and then the rest. */
const apart = (changes: readonly CellChange[], setting: SlipContext): Guess | null => {
  const [first, ...rest] = changes;
  if (!first) return null;
  const joined = (one: Guess, others: readonly CellChange[]): Guess => {
    const more = apart(others, setting);
    if (!more) return one;
    return { likely: one.likely === more.likely ? one.likely : null, cost: one.cost + more.cost };
  };
  let best = joined(alone(first, setting), rest);
  rest.forEach((second, at) => {
    const pair = together(first, second, setting);
    if (pair) best = cheaper(best, joined(pair, rest.toSpliced(at, 1)));
  });
  return best;
};
