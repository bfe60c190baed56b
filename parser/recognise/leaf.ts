import type { KeyedCell } from '../table/keyed-sheet.ts';

/** One column heading, bound to a column of the form. */
export type Leaf = { id: string; index: number; cell: KeyedCell; unit: string | null; exact: boolean };

export type Boxhead = {
  leaves: Leaf[];
  /** Columns of the form that no heading names. */
  missing: string[];
  /** Printed in another order than the form's, in a source without columns: nobody can say which figure is whose. */
  reordered: boolean;
  /** Wrong spans have moved the headings: where they lie says nothing of the figures. */
  displaced: boolean;
  /** Headings of columns that are not on the form, such as 备注 and 序号. */
  beside: readonly KeyedCell[];
  /** Of these, those that stand among the columns of the form, or behind them: their cells could be taken for cells of the form. */
  foreign: readonly KeyedCell[];
  /** There are figures in further columns, so that where a cell is blank or lost, one of them could be taken for one of the form's. */
  crowded: boolean;
  /** Some row below has a figure for every column of the form, also for those that no heading names. */
  whole: boolean;
};

/** A boxhead of which nothing is known but its headings. */
export const boxheadOf = (leaves: Leaf[], missing: string[]): Boxhead => ({
  leaves,
  missing,
  reordered: false,
  displaced: false,
  beside: [],
  foreign: [],
  crowded: false,
  whole: false,
});
