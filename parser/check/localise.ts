import { BoundHit, determine, type EquationRow, magnitude, rowOf, without } from './elimination.ts';

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
type SearchBounds = {
  /** Open equations looked at, over all partial sets. */
  looks: number;
  repairs: number;
};

type SearchState = {
  rows: readonly EquationRow[];
  chosen: readonly number[];
  /** Chosen cells that no row determines: their values are a family. */
  loose: readonly number[];
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

const pivotsOf = (state: SearchState): EquationRow[] => state.rows.filter((row) => row.pivot >= 0);

/** The last cell must close every row that is still open, and open no other. */
const closesAll = ({ rows }: SearchState, by: EquationRow, cell: number): boolean => {
  const own = by.coefficients[cell] ?? 0;
  return rows.every(
    (row) => row.pivot >= 0 || own * row.residual === (row.coefficients[cell] ?? 0) * by.residual,
  );
};

/** The search of one system. Its lists are made once, and filled anew wherever it looks. */
class RepairSearch {
  readonly repairs: Repair[] = [];
  readonly #system: System;
  readonly #bounds: SearchBounds;
  readonly #values: readonly number[];
  readonly #excluded: Uint8Array;
  /** What `#atLeast` saw: in how many open rows each cell stands, and how many cells stand in so many open rows. */
  readonly #rowsOf: Int16Array;
  readonly #cellsIn: Int16Array;
  /** Does it stand in one of the rows already found to share no cell? */
  readonly #taken: Uint8Array;
  #looks = 0;

  constructor(system: System, bounds: SearchBounds) {
    const count = system.values.length;
    this.#system = system;
    this.#bounds = bounds;
    this.#values = system.values;
    this.#excluded = new Uint8Array(count);
    this.#rowsOf = new Int16Array(count);
    this.#cellsIn = new Int16Array(system.equations.length + 1);
    this.#taken = new Uint8Array(count);
  }

  /** Finds all repairs of the smallest size. Throws where a bound is hit. */
  run(): void {
    const rows = this.#system.equations.map((terms) => rowOf(terms, this.#values));
    const start: SearchState = { rows, chosen: [], loose: [] };
    if (![...this.#values, ...rows.map((row) => row.residual)].every(Number.isSafeInteger))
      throw new BoundHit();
    const open = this.#openRows(start);
    if (open.length === 0) return;
    const most = this.#values.length;
    for (let size = this.#atLeast(open); size <= most && this.repairs.length === 0; size += 1)
      this.#extend(start, size);
  }

  #candidates({ cells, pivot }: EquationRow): number[] {
    return cells.filter((cell) => cell !== pivot && this.#excluded[cell] === 0);
  }

  /**
   * How many more cells it takes at least. Every open row needs one that is not chosen yet; rows that share no cell need one each, and
   * a cell closes no more rows than it stands in. Infinite where an open row has no cell left.
   */
  #atLeast(open: readonly { cells: readonly number[] }[]): number {
    const [rowsOf, cellsIn, taken] = [this.#rowsOf, this.#cellsIn, this.#taken];
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
    return Math.max(apart, this.#covering(open.length));
  }

  /** How many cells it takes to stand in that many rows, if those that stand in most could be taken. */
  #covering(rows: number): number {
    let left = rows;
    let needed = 0;
    for (let times = this.#system.equations.length; times > 0 && left > 0; times -= 1) {
      const used = Math.min(this.#cellsIn[times] ?? 0, Math.ceil(left / times));
      needed += used;
      left -= used * times;
    }
    return needed;
  }

  #openRows(state: SearchState): { at: number; row: EquationRow; cells: number[] }[] {
    return state.rows
      .flatMap((row, at) => (isOpen(row) ? [{ at, row, cells: this.#candidates(row) }] : []))
      .sort((a, b) => a.cells.length - b.cells.length || a.at - b.at);
  }

  /** The new value of the cell that a row determines, or null where it is no multiple of the unit or negative. */
  #determined({ coefficients, residual, pivot }: EquationRow): number | null {
    const value = (this.#values[pivot] ?? 0) - residual / (coefficients[pivot] ?? 1);
    return Number.isSafeInteger(value) && value >= 0 && value % this.#system.unit === 0 ? value : null;
  }

  /** The new values where the chosen cells have exactly one solution. */
  #solution(state: SearchState): Repair | null {
    const repair: { cell: number; value: number }[] = [];
    for (const row of pivotsOf(state)) {
      const value = this.#determined(row);
      if (value === null || value === this.#values[row.pivot]) return null;
      repair.push({ cell: row.pivot, value });
    }
    return repair.sort((a, b) => a.cell - b.cell);
  }

  /**
   * Of a family of solutions, the one with the least change in all, first cells first where several change as little.
   * No member of the family leaves a chosen cell as it is, else a smaller set would do; so each cell only rises or only falls,
   * the change in all is linear, and its least stands at a corner: where as many cells as are loose become zero.
   */
  #corner(state: SearchState, from: number): Repair | null {
    if (state.loose.length === 0) return this.#solution(state);
    let best: Repair | null = null;
    for (let index = from; index < state.chosen.length; index += 1) {
      const cell = state.chosen[index] ?? 0;
      const becomesZero = rowOf([{ cell, weight: 1 }], this.#values);
      const by = state.rows.find((row) => row.pivot === cell);
      const row = by ? without(becomesZero, by, cell) : becomesZero;
      const loose = state.loose.find((one) => row.coefficients[one] !== 0);
      if (loose === undefined) continue;
      const rows = determine([...state.rows, row], state.rows.length, loose);
      const found = this.#corner(
        { rows, chosen: state.chosen, loose: state.loose.filter((one) => one !== loose) },
        index + 1,
      );
      if (found && (best === null || this.#isLess(found, best))) best = found;
    }
    return best;
  }

  #changeOf(repair: Repair): number {
    return repair.reduce((sum, { cell, value }) => sum + magnitude(value - (this.#values[cell] ?? 0)), 0);
  }

  #isLess(a: Repair, b: Repair): boolean {
    const difference = this.#changeOf(a) - this.#changeOf(b);
    if (difference !== 0) return difference < 0;
    const at = a.findIndex(({ value }, index) => value !== b[index]?.value);
    return at >= 0 && (a[at]?.value ?? 0) > (b[at]?.value ?? 0);
  }

  /** Each set is met once: what an earlier sibling chose is excluded from the later ones. */
  #branch(state: SearchState, cells: readonly number[], at: number, budget: number): void {
    for (const cell of cells) {
      this.#excluded[cell] = 1;
      this.#extend(choose(state, cell, at), budget - 1);
    }
    for (const cell of cells) this.#excluded[cell] = 0;
  }

  /** Extends a chosen set by `budget` cells in every way that may satisfy all equations. */
  #extend(state: SearchState, budget: number): void {
    const open = this.#openRows(state);
    this.#looks += open.length + 1;
    if (this.#looks > this.#bounds.looks) throw new BoundHit();
    if (budget === 0) {
      if (open.length > 0) return;
      const repair = this.#corner(state, 0);
      if (!repair) return;
      if (this.repairs.length === this.#bounds.repairs) throw new BoundHit();
      this.repairs.push(repair);
      return;
    }
    const [tightest] = open;
    if (tightest) {
      if (this.#atLeast(open) > budget) return;
      const cells = tightest.cells.filter((cell) =>
        budget === 1
          ? closesAll(state, tightest.row, cell)
          : this.#covering(open.length - (this.#rowsOf[cell] ?? 0)) < budget,
      );
      this.#branch(state, cells, tightest.at, budget);
      return;
    }
    // All equations could be satisfied, but only with a value that cannot be: no smaller set does, or it had been found before.
    // A further cell must share a row with one whose value cannot be.
    const rows = pivotsOf(state);
    const impossible =
      state.loose.length > 0 ? rows : rows.filter((row) => this.#determined(row) === null).slice(0, 1);
    this.#branch(
      state,
      [...new Set(impossible.flatMap((row) => this.#candidates(row)))].sort((a, b) => a - b),
      -1,
      budget,
    );
  }
}

/** Finds the smallest sets of cells whose change satisfies every equation, and their new values. */
export const localise = (system: System, bounds: SearchBounds): Located => {
  const search = new RepairSearch(system, bounds);
  try {
    search.run();
    return { repairs: search.repairs, complete: true };
  } catch (hit) {
    if (!(hit instanceof BoundHit)) throw hit;
    return { repairs: search.repairs, complete: false };
  }
};
