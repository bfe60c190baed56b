/**
 * Error localisation after Fellegi and Holt (1976): the smallest sets of cells whose change satisfies every equation.
 * Exact and deterministic; knows numbers and equations only, nothing of forms.
 */

/** Σ weight × value = 0, for whole numbers. */
export type System = {
  /** The values printed, by cell. */
  values: readonly number[];
  /** A value that changes becomes a multiple of this and not negative: 1, or 10^n where n decimals were scaled away. */
  unit: number;
  equations: readonly (readonly { cell: number; weight: number }[])[];
};

/** Cells in ascending order, each with its new value. */
type Repair = readonly { cell: number; value: number }[];

export type Located = {
  /** All of one size, the smallest. None where all hold, and where a bound was hit before one was found. */
  repairs: Repair[];
  /** No other set of that size exists. false: a bound was hit; then sets of that size may be missing, but none is smaller. */
  complete: boolean;
};

/** Where the search ends. Work, not time, so that the same system always gives the same answer. */
export type SearchBounds = {
  /** Open equations looked at, over all partial sets. */
  looks: number;
  repairs: number;
};

/** An equation over the changes: Σ coefficient × change + residual = 0. */
type EquationRow = {
  coefficients: Int16Array;
  /** The cells whose coefficient is not zero, ascending. */
  cells: readonly number[];
  residual: number;
  /** The chosen cell that this row determines and that no other row holds, or −1. */
  pivot: number;
};

type SearchState = {
  rows: readonly EquationRow[];
  chosen: readonly number[];
  /** Chosen cells that no row determines: their values are a family. */
  loose: readonly number[];
};

class BoundHit extends Error {}

const magnitude = (value: number): number => (value < 0 ? -value : value);

const commonDivisor = (a: number, b: number): number => (b === 0 ? magnitude(a) : commonDivisor(b, a % b));

/** The row without `cell`: as many times `by` is taken from it as makes the cell drop out. */
const without = (row: EquationRow, by: EquationRow, cell: number): EquationRow => {
  const own = by.coefficients[cell] ?? 0;
  const other = row.coefficients[cell] ?? 0;
  const residual = own * row.residual - other * by.residual;
  if (!Number.isSafeInteger(residual)) throw new BoundHit();
  const coefficients = new Int16Array(row.coefficients.length);
  const cells: number[] = [];
  let divisor = magnitude(residual);
  for (let at = 0; at < coefficients.length; at += 1) {
    const value = own * (row.coefficients[at] ?? 0) - other * (by.coefficients[at] ?? 0);
    if (value === 0) continue;
    coefficients[at] = value;
    cells.push(at);
    if (divisor !== 1) divisor = commonDivisor(divisor, value);
  }
  if (divisor > 1) for (const at of cells) coefficients[at] = (coefficients[at] ?? 0) / divisor;
  return { coefficients, cells, residual: divisor > 1 ? residual / divisor : residual, pivot: row.pivot };
};

/** Gauss–Jordan: `cell` is determined by the row at `at`, and by that row alone. */
const determine = (rows: readonly EquationRow[], at: number, cell: number): EquationRow[] => {
  const by = rows[at];
  if (!by) throw new RangeError(`No row ${at} among ${rows.length}`);
  return rows.map((row, index) => {
    if (index === at) return { ...row, pivot: cell };
    return row.coefficients[cell] === 0 ? row : without(row, by, cell);
  });
};

const isOpen = (row: EquationRow): boolean => row.pivot < 0 && row.residual !== 0;

/** The state with `cell` chosen as well, determined by the row at `at` or by any other that is free to do so. */
const choose = (state: SearchState, cell: number, at: number): SearchState => {
  const { rows } = state;
  const free = (row: EquationRow | undefined): boolean =>
    row !== undefined && row.pivot < 0 && row.coefficients[cell] !== 0;
  const by = free(rows[at]) ? at : rows.findIndex(free);
  const chosen = [...state.chosen, cell];
  return by < 0
    ? { rows, chosen, loose: [...state.loose, cell] }
    : { rows: determine(rows, by, cell), chosen, loose: state.loose };
};

/** Finds the smallest sets of cells whose change satisfies every equation, and their new values. */
export const localise = (system: System, bounds: SearchBounds): Located => {
  const { values, unit } = system;
  const count = values.length;
  const start: SearchState = { rows: system.equations.map(rowOf), chosen: [], loose: [] };
  const repairs: Repair[] = [];
  const excluded = new Uint8Array(count);
  const equations = system.equations.length;
  /** What `atLeast` saw: in how many open rows each cell stands, and how many cells stand in so many open rows. */
  const rowsOf = new Int16Array(count);
  const cellsIn = new Int16Array(equations + 1);
  /** Does it stand in one of the rows already found to share no cell? */
  const taken = new Uint8Array(count);
  let looks = 0;

  function rowOf(terms: System['equations'][number]): EquationRow {
    const coefficients = new Int16Array(count);
    let residual = 0;
    for (const { cell, weight } of terms) {
      coefficients[cell] = (coefficients[cell] ?? 0) + weight;
      residual += weight * (values[cell] ?? 0);
    }
    const cells = [...coefficients.keys()].filter((cell) => coefficients[cell] !== 0);
    return { coefficients, cells, residual, pivot: -1 };
  }

  const candidates = ({ cells, pivot }: EquationRow): number[] =>
    cells.filter((cell) => cell !== pivot && excluded[cell] === 0);

  /**
   * How many more cells it takes at least. Every open row needs one that is not chosen yet; rows that share no cell need one each, and
   * a cell closes no more rows than it stands in. Infinite where an open row has no cell left.
   */
  const atLeast = (open: readonly { cells: readonly number[] }[]): number => {
    let apart = 0;
    rowsOf.fill(0);
    taken.fill(0);
    cellsIn.fill(0);
    for (const { cells } of open) {
      if (cells.length === 0) return Number.POSITIVE_INFINITY;
      let shared = false;
      for (const cell of cells) {
        const times = rowsOf[cell] ?? 0;
        rowsOf[cell] = times + 1;
        cellsIn[times] = (cellsIn[times] ?? 0) - 1;
        cellsIn[times + 1] = (cellsIn[times + 1] ?? 0) + 1;
        if (taken[cell] === 1) shared = true;
      }
      if (shared) continue;
      for (const cell of cells) taken[cell] = 1;
      apart += 1;
    }
    return Math.max(apart, covering(open.length));
  };

  /** How many cells it takes to stand in that many rows, if those that stand in most could be taken. */
  const covering = (rows: number): number => {
    let left = rows;
    let needed = 0;
    for (let times = equations; times > 0 && left > 0; times -= 1) {
      const used = Math.min(cellsIn[times] ?? 0, Math.ceil(left / times));
      needed += used;
      left -= used * times;
    }
    return needed;
  };

  const openRows = (state: SearchState): { at: number; row: EquationRow; cells: number[] }[] =>
    state.rows
      .flatMap((row, at) => (isOpen(row) ? [{ at, row, cells: candidates(row) }] : []))
      .sort((a, b) => a.cells.length - b.cells.length || a.at - b.at);

  /** The new value of the cell that a row determines, or null where it is no multiple of the unit or negative. */
  const determined = ({ coefficients, residual, pivot }: EquationRow): number | null => {
    const value = (values[pivot] ?? 0) - residual / (coefficients[pivot] ?? 1);
    return Number.isSafeInteger(value) && value >= 0 && value % unit === 0 ? value : null;
  };

  const pivots = (state: SearchState): EquationRow[] => state.rows.filter((row) => row.pivot >= 0);

  /** The new values where the chosen cells have exactly one solution. */
  const solution = (state: SearchState): Repair | null => {
    const repair: { cell: number; value: number }[] = [];
    for (const row of pivots(state)) {
      const value = determined(row);
      if (value === null || value === values[row.pivot]) return null;
      repair.push({ cell: row.pivot, value });
    }
    return repair.sort((a, b) => a.cell - b.cell);
  };

  /**
   * Of a family of solutions, the one with the least change in all, first cells first where several change as little.
   * No member of the family leaves a chosen cell as it is, else a smaller set would do; so each cell only rises or only falls,
   * the change in all is linear, and its least stands at a corner: where as many cells as are loose become zero.
   */
  const corner = (state: SearchState, from: number): Repair | null => {
    if (state.loose.length === 0) return solution(state);
    let best: Repair | null = null;
    for (let index = from; index < state.chosen.length; index += 1) {
      const cell = state.chosen[index] ?? 0;
      const becomesZero = rowOf([{ cell, weight: 1 }]);
      const by = state.rows.find((row) => row.pivot === cell);
      const row = by ? without(becomesZero, by, cell) : becomesZero;
      const loose = state.loose.find((one) => row.coefficients[one] !== 0);
      if (loose === undefined) continue;
      const rows = determine([...state.rows, row], state.rows.length, loose);
      const found = corner(
        { rows, chosen: state.chosen, loose: state.loose.filter((one) => one !== loose) },
        index + 1,
      );
      if (found && (best === null || isLess(found, best))) best = found;
    }
    return best;
  };

  const changeOf = (repair: Repair): number =>
    repair.reduce((sum, { cell, value }) => sum + magnitude(value - (values[cell] ?? 0)), 0);

  const isLess = (a: Repair, b: Repair): boolean => {
    const difference = changeOf(a) - changeOf(b);
    if (difference !== 0) return difference < 0;
    const at = a.findIndex(({ value }, index) => value !== b[index]?.value);
    return at >= 0 && (a[at]?.value ?? 0) > (b[at]?.value ?? 0);
  };

  /** Each set is met once: what an earlier sibling chose is excluded from the later ones. */
  const branch = (state: SearchState, cells: readonly number[], at: number, budget: number): void => {
    for (const cell of cells) {
      excluded[cell] = 1;
      extend(choose(state, cell, at), budget - 1);
    }
    for (const cell of cells) excluded[cell] = 0;
  };

  /** The last cell must close every row that is still open, and open no other. */
  const closesAll = ({ rows }: SearchState, by: EquationRow, cell: number): boolean => {
    const own = by.coefficients[cell] ?? 0;
    return rows.every(
      (row) => row.pivot >= 0 || own * row.residual === (row.coefficients[cell] ?? 0) * by.residual,
    );
  };

  /** Extends a chosen set by `budget` cells in every way that may satisfy all equations. */
  const extend = (state: SearchState, budget: number): void => {
    const open = openRows(state);
    looks += open.length + 1;
    if (looks > bounds.looks) throw new BoundHit();
    if (budget === 0) {
      if (open.length > 0) return;
      const repair = corner(state, 0);
      if (!repair) return;
      if (repairs.length === bounds.repairs) throw new BoundHit();
      repairs.push(repair);
      return;
    }
    const [tightest] = open;
    if (tightest) {
      if (atLeast(open) > budget) return;
      const cells = tightest.cells.filter((cell) =>
        budget === 1
          ? closesAll(state, tightest.row, cell)
          : covering(open.length - (rowsOf[cell] ?? 0)) < budget,
      );
      branch(state, cells, tightest.at, budget);
      return;
    }
    // All equations could be satisfied, but only with a value that cannot be: no smaller set does, or it had been found before.
    // A further cell must share a row with one whose value cannot be.
    const rows = pivots(state);
    const impossible =
      state.loose.length > 0 ? rows : rows.filter((row) => determined(row) === null).slice(0, 1);
    branch(
      state,
      [...new Set(impossible.flatMap(candidates))].sort((a, b) => a - b),
      -1,
      budget,
    );
  };

  try {
    if (![...values, ...start.rows.map((row) => row.residual)].every(Number.isSafeInteger))
      throw new BoundHit();
    const open = openRows(start);
    if (open.length === 0) return { repairs, complete: true };
    for (let size = atLeast(open); size <= count && repairs.length === 0; size += 1) extend(start, size);
    return { repairs, complete: true };
  } catch (hit) {
    if (!(hit instanceof BoundHit)) throw hit;
    return { repairs, complete: false };
  }
};
