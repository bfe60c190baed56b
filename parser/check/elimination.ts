/** Linear equations over whole numbers, and elimination in them. Exact: what would leave the safe integers throws `BoundHit`. */

/** An equation over the changes: Σ coefficient × change + residual = 0. */
export type EquationRow = {
  coefficients: Int16Array;
  /** The cells whose coefficient is not zero, ascending. */
  cells: readonly number[];
  residual: number;
  /** The chosen cell that this row determines and that no other row holds, or −1. */
  pivot: number;
};

export class BoundHit extends Error {}

export const magnitude = (value: number): number => (value < 0 ? -value : value);

const commonDivisor = (a: number, b: number): number => (b === 0 ? magnitude(a) : commonDivisor(b, a % b));

/** The row without `cell`: as many times `by` is taken from it as makes the cell drop out. */
export const without = (row: EquationRow, by: EquationRow, cell: number): EquationRow => {
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
export const determine = (rows: readonly EquationRow[], at: number, cell: number): EquationRow[] => {
  const by = rows[at];
  if (!by) throw new RangeError(`No row ${at} among ${rows.length}`);
  return rows.map((row, index) => {
    if (index === at) return { ...row, pivot: cell };
    return row.coefficients[cell] === 0 ? row : without(row, by, cell);
  });
};

/** An equation over values as one over their changes. */
export const rowOf = (
  terms: readonly { cell: number; weight: number }[],
  values: readonly number[],
): EquationRow => {
  const coefficients = new Int16Array(values.length);
  let residual = 0;
  for (const { cell, weight } of terms) {
    coefficients[cell] = (coefficients[cell] ?? 0) + weight;
    residual += weight * (values[cell] ?? 0);
  }
  const cells = [...coefficients.keys()].filter((cell) => coefficients[cell] !== 0);
  return { coefficients, cells, residual, pivot: -1 };
};
