import type { Extraction } from '../extraction.ts';
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

/** Does anything add up in these tables? */
export const holdsTotals = (tables: readonly TableReading[]): boolean =>
  tables.some(({ relations }) => relations.length > 0);

/** A report can be kept, and so can a page without one in whose tables something adds up. */
export const isKeepable = (
  { form }: Pick<Extraction, 'form'>,
  tables: readonly TableReading[] = [],
): boolean => form !== null || holdsTotals(tables);

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

type PlacedCell = { slot: Slot; value: number | null };

const placed = (
  { table, relation: { axis }, line: { at } }: TotalLine,
  place: RelationReading['target'],
  elsewhere: { table?: number | undefined; value?: number | undefined } = {},
): PlacedCell => {
  const [row, column] =
    typeof place !== 'number' ? place : axis === 'down' ? ([place, at] as const) : ([at, place] as const);
  const own = table.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
  return {
    slot: { table: elsewhere.table ?? table.index, row, column },
    value: elsewhere.table === undefined ? own : (elsewhere.value ?? null),
  };
};

/** Where the total stands. */
export const slotOfTotal = (total: TotalLine): Slot => placed(total, total.relation.target).slot;

/** The total and its parts, in this order; parts may stand in another table. */
export const cellsOf = (total: TotalLine): { ref: string; slot: Slot; value: number | null }[] =>
  [
    placed(total, total.relation.target),
    ...total.relation.parts.map((part) => placed(total, part.at, part)),
  ].map((cell) => ({ ...cell, ref: `t${cell.slot.table}.r${cell.slot.row}.c${cell.slot.column}` }));
