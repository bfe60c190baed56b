import type { Sheet } from './table/sheet.ts';
import type { LineReading, RelationReading } from './tabulation.ts';
import { type BalancePair, balancesOf } from './totals/balances.ts';
import { betweenTables, type TableOfForm } from './totals/between.ts';
import { evaluate } from './totals/evaluate.ts';
import { type Ratio, ratiosOf } from './totals/ratios.ts';
import type { Totals, WeighedRelation } from './totals/totals.ts';

/** What was found in a table, as the contract has it: sums first, then what is equal on both sides, then what is recomputed as a hint. */

const sumReading = (relation: WeighedRelation, at: number, { index, width }: Sheet): RelationReading => {
  const { series, candidate, cue, lines } = relation;
  const place = (position: number): RelationReading['target'] => {
    const own = series.members[position]?.at ?? 0;
    return series.axis === 'cells' ? [Math.floor(own / width), own % width] : own;
  };
  return {
    id: `t${index}.${series.axis}.${[place(candidate.target)].flat().join('-')}.${at}`,
    // One figure that is printed twice is no sum.
    kind: series.axis === 'cells' && candidate.parts.length === 1 ? 'equal' : 'sum',
    axis: series.axis,
    target: place(candidate.target),
    parts: candidate.parts.map(({ position, weight }) => ({ at: place(position), weight })),
    cue,
    ...(candidate.rule === undefined ? {} : { rule: candidate.rule }),
    lines: lines.map(
      (line): LineReading => ({
        at: line.line.at,
        outcome: line.outcome,
        rounding: line.rounding,
        printed: line.printed,
        computed: line.outcome === 'undetermined' ? null : line.computed,
        difference: line.outcome === 'undetermined' ? null : line.difference,
        strength: relation.strength(line),
        ...(line.reason === undefined || line.reason === 'no_number' ? {} : { reason: line.reason }),
      }),
    ),
  };
};

const ratioReading = (
  { target, kind, parts, whole, lines }: Ratio,
  at: number,
  { index }: Sheet,
): RelationReading => ({
  id: `t${index}.${kind}.${target}.${at}`,
  kind,
  axis: 'across',
  target,
  parts: parts.map((one) => ({ at: one, weight: 1 })),
  ...(whole === null ? {} : { whole }),
  cue: kind,
  lines: lines.map(
    ({ row, outcome, rounding, printed, computed }): LineReading => ({
      at: row,
      outcome,
      rounding,
      printed,
      computed,
      difference: printed === null || computed === null ? null : Number((printed - computed).toPrecision(12)),
      strength: 'hint',
      ...(outcome === 'undetermined' ? { reason: 'not_read' as const } : {}),
    }),
  ),
});

const balanceReading = (balance: BalancePair, at: number, sheet: Sheet, totals: Totals): RelationReading => {
  const placeOf = (slot: number): number | [number, number] => {
    const row = Math.floor(slot / sheet.width);
    return balance.axis === 'cells' ? [row, slot % sheet.width] : row;
  };
  const [first, second] = balance.lines[0]?.sides ?? [0, 0];
  return {
    id: `t${sheet.index}.equal.${Math.floor(first / sheet.width)}.${at}`,
    kind: 'equal',
    axis: balance.axis,
    target: placeOf(first),
    parts: [{ at: placeOf(second), weight: 1 }],
    cue: 'balance',
    lines: balance.lines.map(({ at: line, sides: [target, slot] }): LineReading => {
      const { outcome, rounding, printed, computed, difference } = evaluate(totals.figures, {
        target,
        parts: [{ slot, weight: 1 }],
      });
      return { at: line, outcome, rounding, printed, computed, difference, strength: 'hint' };
    }),
  };
};

/** What one table prints of another, by the table in which it is looked at first. */
export const betweenReadings = (tables: readonly TableOfForm[]): ReadonlyMap<number, RelationReading[]> => {
  const found = new Map<number, RelationReading[]>();
  for (const one of betweenTables(tables)) {
    const { table, row, column } = one.target;
    const own = found.get(table) ?? [];
    found.set(table, own);
    own.push({
      id: `t${table}.between.${row}-${column}.${own.length}`,
      kind: one.parts.length === 1 ? 'equal' : 'sum',
      axis: 'cells',
      target: [row, column],
      parts: one.parts.map((part) => ({
        at: [part.row, part.column],
        weight: 1,
        table: part.table,
        value: part.value,
      })),
      cue: 'form',
      rule: one.rule,
      lines: [
        {
          at: 0,
          outcome: one.holds ? 'satisfied' : 'violated',
          rounding: one.holds && one.difference !== 0,
          printed: one.printed,
          computed: one.computed,
          difference: one.difference,
          strength: 'hint',
        },
      ],
    });
  }
  return found;
};

export const relationsOf = (sheet: Sheet, totals: Totals): RelationReading[] => [
  ...totals.relations.map((relation, at) => sumReading(relation, at, sheet)),
  ...(totals.form
    ? []
    : [
        ...balancesOf(sheet, totals.figures).map((balance, at) => balanceReading(balance, at, sheet, totals)),
        ...ratiosOf(sheet, totals.figures).map((ratio, at) => ratioReading(ratio, at, sheet)),
      ]),
];
