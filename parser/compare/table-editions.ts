import type { TableFigure, TableReading } from '../tabulation.ts';
import { tight } from '../text/label.ts';
import { type Difference, howDiffers, minus } from './differences.ts';

/** Two editions of a page of tables, cell by cell: a cell is told by the labels beside it and the headings over it, wherever it stands. */

export type FigurePair = {
  /** As the edition prints them that has the cell, the first where both do. */
  rowPath: readonly string[];
  columnPath: readonly string[];
  one: TableFigure | null;
  other: TableFigure | null;
  /** As of two reports, see `CellPair`. */
  how: Difference | null;
  /** other − one, where both are numbers in one unit. */
  difference: number | null;
};

/** A table of one edition or of both. */
export type TablePair = {
  one: TableReading | null;
  other: TableReading | null;
  /** In the order of the first edition; what only the other has comes last. Empty where only one edition has the table. */
  cells: FigurePair[];
  /** Cells that are left out: both editions print them under the same labels several times, but not equally often. */
  unsure: number;
};

type Keyed = ReadonlyMap<string, readonly TableFigure[]>;

const keyOf = ({ rowPath, columnPath }: TableFigure): string =>
  JSON.stringify([rowPath.map(tight), columnPath.map(tight)]);

const keyed = ({ cells }: TableReading): Keyed => {
  const found = new Map<string, TableFigure[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const own = found.get(key);
    if (own) own.push(cell);
    else found.set(key, [cell]);
  }
  return found;
};

/** Of the labels that two tables print, how many both do: 0 for none, 1 for all; and a little more where they are called the same. */
const likeness = (one: TableReading, other: TableReading, keys: readonly [Keyed, Keyed]): number => {
  const [less, more] = keys[0].size <= keys[1].size ? keys : [keys[1], keys[0]];
  let common = 0;
  for (const key of less.keys()) if (more.has(key)) common += 1;
  if (common === 0) return 0;
  const named = one.caption !== null && other.caption !== null && tight(one.caption) === tight(other.caption);
  return common / more.size + (named ? 0.5 : 0);
};

const pairOf = (one: TableFigure | null, other: TableFigure | null): FigurePair => {
  const { rowPath, columnPath } = (one ?? other) as TableFigure;
  const how = howDiffers(one, other);
  return {
    rowPath,
    columnPath,
    one,
    other,
    how,
    difference: how === 'unit' ? null : minus(other?.value ?? null, one?.value ?? null),
  };
};

const cellsOf = (first: Keyed, second: Keyed): Pick<TablePair, 'cells' | 'unsure'> => {
  const cells: FigurePair[] = [];
  let unsure = 0;
  for (const key of new Set([...first.keys(), ...second.keys()])) {
    const [one, other] = [first.get(key) ?? [], second.get(key) ?? []];
    // Which of them has come or gone nobody can say.
    if (one.length > 0 && other.length > 0 && one.length !== other.length) {
      unsure += Math.max(one.length, other.length);
      continue;
    }
    for (let at = 0; at < Math.max(one.length, other.length); at++)
      cells.push(pairOf(one[at] ?? null, other[at] ?? null));
  }
  return { cells, unsure };
};

/**
 * Holds two editions against each other. Tables belong together by what they print beside and over their figures, those that have most
 * in common first; a table may so have moved. One without anything in common with any other has come or gone.
 *
 * @returns the tables of the first edition in its order, then those that only the other has.
 */
export const compareTables = (one: readonly TableReading[], other: readonly TableReading[]): TablePair[] => {
  const [first, second] = [one.map(keyed), other.map(keyed)];
  const likely = one
    .flatMap((table, at) =>
      other.map((candidate, to) => ({
        at,
        to,
        like: likeness(table, candidate, [first[at] ?? new Map(), second[to] ?? new Map()]),
      })),
    )
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like || Math.abs(a.at - a.to) - Math.abs(b.at - b.to));
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, to } of likely) {
    if (partner.has(at) || taken.has(to)) continue;
    partner.set(at, to);
    taken.add(to);
  }
  const alone = { cells: [], unsure: 0 };
  return [
    ...one.map((table, at): TablePair => {
      const to = partner.get(at);
      const beside = to === undefined ? undefined : other[to];
      if (to === undefined || !beside) return { one: table, other: null, ...alone };
      return { one: table, other: beside, ...cellsOf(first[at] ?? new Map(), second[to] ?? new Map()) };
    }),
    ...other.flatMap((table, to): TablePair[] =>
      taken.has(to) ? [] : [{ one: null, other: table, ...alone }],
    ),
  ];
};
