import type { Cell } from '../source/blocks.ts';

/** A cell in its place. `row`, `column`: its first slot; `sourceRow`, `sourceCell`: where it stands in the table block. */
export type GridCell = {
  cell: Cell;
  row: number;
  column: number;
  width: number;
  height: number;
  sourceRow: number;
  sourceCell: number;
};

/** Something that is wrong with a table as a table (HTML Standard: a table model error), by slot. */
export type GridProblem =
  | { kind: 'overlap'; row: number; column: number }
  | { kind: 'rowspan_past_end'; row: number; column: number }
  | { kind: 'too_large'; slots: number };

/** width × height slots; each holds the index of the cell that covers it, or −1 where there is none. */
export type Grid = {
  width: number;
  height: number;
  slots: Int32Array;
  cells: GridCell[];
  /** Rows of the grid that are not shown. */
  hidden: ReadonlySet<number>;
  /** Rows of the grid of which a cell that is not shown holds text. */
  hiddenText: ReadonlySet<number>;
  problems: GridProblem[];
};

/** The cell that covers a slot, or null where none does. */
export const cellOf = (grid: Grid, row: number, column: number): GridCell | null => {
  if (row < 0 || row >= grid.height || column < 0 || column >= grid.width) return null;
  return grid.cells[grid.slots[row * grid.width + column] ?? -1] ?? null;
};

/** Indices of the cells that cover a row, left to right, each once. */
export const cellsOfRow = (grid: Grid, row: number): number[] => {
  const indices: number[] = [];
  let last = -1;
  for (let column = 0; column < grid.width; column++) {
    const index = grid.slots[row * grid.width + column] ?? -1;
    if (index < 0 || index === last) continue;
    last = index;
    // Where cells overlap, one may come again behind another.
    if (grid.problems.length === 0 || !indices.includes(index)) indices.push(index);
  }
  return indices;
};
