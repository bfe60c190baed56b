import { isWording, type KeyedCell, type KeyedRow } from './keyed-sheet.ts';

/** What stands over each column in rows of headings. */

/** A heading over a column. `own`: it stands in this very column; else it is a wider one whose cells were never merged. */
type HeadingOver = { cell: KeyedCell; own: boolean };

type Reach = { cell: KeyedCell; from: number; to: number };

/** The columns that each heading of a row reaches over: its own span, and the blank cells to its right. */
const reachesOf = ({ cells }: KeyedRow): Reach[] => {
  const reaches: Reach[] = [];
  for (const cell of cells) {
    const last = reaches.at(-1);
    if (isWording(cell)) reaches.push({ cell, from: cell.column, to: cell.column + cell.width });
    else if (last && last.to === cell.column && cell.own) last.to += cell.width;
  }
  return reaches;
};

/** For each column the headings over it, from outside in, each once. */
export const pathsOver = (heading: readonly KeyedRow[]): HeadingOver[][] => {
  const storeys = heading.map(reachesOf);
  const width = Math.max(0, ...storeys.flat().map(({ to }) => to));
  return Array.from({ length: width }, (_, column) => {
    const path: HeadingOver[] = [];
    for (const storey of storeys) {
      const over = storey.find(({ from, to }) => from <= column && column < to)?.cell;
      if (over && !path.some(({ cell }) => cell.slot === over.slot))
        path.push({ cell: over, own: column < over.column + over.width });
    }
    return path;
  });
};
