import { isNumber, type KeyedCell } from '../table/keyed-sheet.ts';
import type { Boxhead, Leaf } from './leaf.ts';

/** Columns that are not on the form, beside those that are: remarks, ordinals, figures of the body's own. */

/** The heading of a column that counts the rows. */
const ordinalColumn = '序号';

export const overlap = (a: KeyedCell, b: KeyedCell): number =>
  Math.min(a.column + a.width, b.column + b.width) - Math.max(a.column, b.column);

/** Of the cells of a heading those that stand neither above nor below the heading of a column of the form. */
export const besideOf = (leaves: readonly Leaf[], heading: readonly KeyedCell[]): KeyedCell[] =>
  heading.filter((cell) => leaves.every((leaf) => overlap(leaf.cell, cell) <= 0));

/** Of headings that are not on the form those among or behind the columns of the form. */
export const foreignOf = (leaves: readonly Leaf[], beside: readonly KeyedCell[]): KeyedCell[] =>
  beside.filter((cell) => leaves.some((leaf) => leaf.cell.column < cell.column));

/** The cells of a row without remarks and ordinals that stand in columns of their own. A figure is neither. */
export const withoutBeside = (
  data: readonly KeyedCell[],
  { leaves, beside }: Boxhead,
): readonly KeyedCell[] => {
  const isBeside = (cell: KeyedCell): boolean =>
    beside.some(
      (heading) =>
        overlap(heading, cell) > 0 && (cell.figure.state !== 'number' || heading.key === ordinalColumn),
    ) && leaves.every((leaf) => overlap(leaf.cell, cell) <= 0);
  const kept = data.length > leaves.length ? data.filter((cell) => !isBeside(cell)) : data;
  return kept.length === leaves.length ? kept : data;
};

/** Has a row a figure under a heading that is not on the form? */
const hasForeignFigure = (data: readonly KeyedCell[], { leaves, foreign }: Boxhead): boolean =>
  data.some(
    (cell) =>
      isNumber(cell) &&
      foreign.some((heading) => overlap(heading, cell) > 0) &&
      leaves.every((leaf) => overlap(leaf.cell, cell) <= 0),
  );

/**
 * Do the rows below a heading hold figures in columns that are not on the form, 合计 or 上年度? Either one stands under such a
 * heading, or the rows are longer than the form's and one has more figures than the form has columns.
 */
export const isCrowded = (
  rows: readonly (readonly KeyedCell[])[],
  boxhead: Boxhead,
  columns: number,
): boolean => {
  if (rows.some((data) => hasForeignFigure(data, boxhead))) return true;
  const longer = rows.filter((data) => data.length > columns);
  return longer.length * 2 > rows.length && longer.some((data) => data.filter(isNumber).length > columns);
};
