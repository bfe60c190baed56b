import type { Slot } from '../source/blocks.ts';
import type { LineReading, RelationReading, TableReading } from '../tabulation.ts';

/** The totals of a page that holds no report, one for each line of each sum. */

export type TotalLine = { table: TableReading; relation: RelationReading; line: LineReading };

/** Sums, and what must be equal; shares and growth are recomputed for a look, and count for nothing. */
export const totalLines = (tables: readonly TableReading[]): TotalLine[] =>
  tables.flatMap((table) =>
    table.relations
      .filter(({ kind }) => kind !== 'share' && kind !== 'growth')
      .flatMap((relation) => relation.lines.map((line) => ({ table, relation, line }))),
  );

/** Cues of a form and of the layout; what only the figures say is no reason to speak to somebody who did not ask. */
const stated: ReadonlySet<string> = new Set([
  'form',
  'total',
  'code',
  'order',
  'section',
  'of_which',
  'group',
  'signed',
  'whole',
]);

/**
 * Is it worth telling somebody who did not ask what these tables add up to?
 * @param quiet only where one of their totals is wrong.
 */
export const isWorthSaying = (tables: readonly TableReading[], quiet: boolean): boolean =>
  totalLines(tables).some(({ relation, line }) =>
    line.outcome === 'violated'
      ? line.strength === 'asserted'
      : !quiet && line.outcome === 'satisfied' && stated.has(relation.cue),
  );

type Place = [row: number, column: number];

const placesOf = ({ relation: { axis, target, parts }, line: { at } }: TotalLine): Place[] =>
  [target, ...parts.map((part) => part.at)].map((place): Place => {
    if (typeof place !== 'number') return [place[0], place[1]];
    return axis === 'down' ? [place, at] : [at, place];
  });

/** Where the total stands. */
export const slotOfTotal = (total: TotalLine): Slot => {
  const [row, column] = placesOf(total)[0] ?? [0, 0];
  return { table: total.table.index, row, column };
};

/** The total and its parts, in this order. */
export const cellsOf = (total: TotalLine): { ref: string; slot: Slot; value: number | null }[] => {
  const { index, cells } = total.table;
  return placesOf(total).map(([row, column]) => ({
    slot: { table: index, row, column },
    ref: `t${index}.r${row}.c${column}`,
    value: cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null,
  }));
};
