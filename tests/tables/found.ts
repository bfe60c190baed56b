import type { TableBlock } from '../../parser/source/blocks.ts';
import { tables } from '../../parser/tables.ts';
import type { RelationReading } from '../../parser/tabulation.ts';
import { type Equation, equationOf, type Invented, keyOf } from './invented.ts';

/** What is found in an invented table, held against what is known of it. */

const source = { path: 'invented', sha256: '', bytes: 0, format: 'html' as const };

export const relationsIn = (table: TableBlock): RelationReading[] =>
  tables({ title: null, metas: [], blocks: [table] }, source).tables[0]?.relations ?? [];

const number = (text: string | undefined): number =>
  text === undefined || !/\d/.test(text) ? 0 : Number(text);

/** The equations of a relation on its lines, as `invent` writes them. */
const equationsOf = ({ kind, axis, target, parts, lines }: RelationReading, grid: string[][]): Equation[] =>
  kind !== 'sum' || axis === 'cells' || typeof target !== 'number'
    ? []
    : lines.flatMap(({ at: line, outcome }) =>
        outcome === 'undetermined'
          ? []
          : equationOf(
              axis,
              line,
              target,
              parts.flatMap(({ at, weight }) => (typeof at === 'number' ? [{ at, weight }] : [])),
              (at) => (axis === 'down' ? number(grid[at]?.[line]) : number(grid[line]?.[at])),
            ),
      );

export type Score = { known: number; found: number; predicted: number; right: number; asserted: number };

/** Equations line by line: how many are known, how many of them are found, how many are predicted, how many of those are right. */
export const scoreOf = ({ table, grid, equations }: Invented): Score => {
  const relations = relationsIn(table);
  const known = new Set(equations.map(keyOf));
  const predicted = new Set(relations.flatMap((relation) => equationsOf(relation, grid)).map(keyOf));
  const right = [...predicted].filter((key) => known.has(key)).length;
  const asserted = relations
    .flatMap(({ lines }) => lines)
    .filter(({ outcome, strength }) => outcome === 'violated' && strength === 'asserted').length;
  return { known: known.size, found: right, predicted: predicted.size, right, asserted };
};

export const sumOf = (scores: readonly Score[]): Score =>
  scores.reduce(
    (sum, one) => ({
      known: sum.known + one.known,
      found: sum.found + one.found,
      predicted: sum.predicted + one.predicted,
      right: sum.right + one.right,
      asserted: sum.asserted + one.asserted,
    }),
    { known: 0, found: 0, predicted: 0, right: 0, asserted: 0 },
  );

/** Slots of the lines that are asserted to fail: target and parts. */
export const accusedIn = (table: TableBlock): Set<string>[] =>
  relationsIn(table).flatMap(({ axis, target, parts, lines }) =>
    lines
      .filter(({ outcome, strength }) => outcome === 'violated' && strength === 'asserted')
      .map(
        ({ at }) =>
          new Set(
            [target, ...parts.map((part) => part.at)].map((one) =>
              axis === 'down' ? `${one} ${at}` : `${at} ${one}`,
            ),
          ),
      ),
  );

/** What the layout states, which alone may be called wrong; and what only stands between two limits or agrees by its figures. */
type Tier = 'stated' | 'inferred';

/** Of the equations predicted in each tier how many are right, and how many of all that are known it finds. */
export const tiersOf = (tables: readonly Invented[]): Record<Tier, { predicted: number; right: number }> => {
  const tiers = { stated: { predicted: 0, right: 0 }, inferred: { predicted: 0, right: 0 } };
  for (const { table, grid, equations } of tables) {
    const known = new Set(equations.map(keyOf));
    for (const relation of relationsIn(table)) {
      const tier = tiers[relation.cue === 'block' || relation.cue === 'run' ? 'inferred' : 'stated'];
      for (const equation of equationsOf(relation, grid)) {
        tier.predicted++;
        if (known.has(keyOf(equation))) tier.right++;
      }
    }
  }
  return tiers;
};
