import type { Check, Diagnosis, Extraction } from './extraction.ts';
import type { Slot } from './source/blocks.ts';
import type { LineReading, RelationReading, TableReading } from './tabulation.ts';

/** The tables of a form that was recognised, with what the form says must add up in them: what is known needs not be guessed. */

type Equation = Pick<RelationReading, 'axis' | 'target' | 'parts'> & { at: number };

const isOne = (numbers: readonly number[]): boolean => new Set(numbers).size === 1;

/** A check by the places of its cells: the first that it takes off is what the others come to. Null where they stand in several tables. */
const equationOf = ({ terms }: Check, slots: ReadonlyMap<string, Slot>): Equation | null => {
  const placed = terms.flatMap(({ ref, weight }) => {
    const slot = slots.get(ref);
    return slot ? [{ slot, weight }] : [];
  });
  const total = placed.find(({ weight }) => weight === -1);
  if (!total || placed.length < terms.length || !isOne(placed.map(({ slot }) => slot.table))) return null;
  const axis = isOne(placed.map(({ slot }) => slot.column))
    ? 'down'
    : isOne(placed.map(({ slot }) => slot.row))
      ? 'across'
      : 'cells';
  const placeOf = ({ row, column }: Slot): RelationReading['target'] =>
    axis === 'down' ? row : axis === 'across' ? column : [row, column];
  return {
    axis,
    at: axis === 'down' ? total.slot.column : axis === 'across' ? total.slot.row : 0,
    target: placeOf(total.slot),
    parts: placed.flatMap((one) => (one === total ? [] : [{ at: placeOf(one.slot), weight: one.weight }])),
  };
};

const lineOf = ({ outcome, difference, terms, reason }: Check, at: number): LineReading => {
  const printed = terms.find(({ weight }) => weight === -1)?.value ?? null;
  return {
    at,
    outcome,
    rounding: false,
    printed,
    computed: difference === null ? null : (printed ?? 0) + difference,
    difference: difference === null ? null : 0 - difference,
    strength: 'asserted',
    ...(outcome === 'undetermined'
      ? { reason: reason?.code === 'blank_total' ? 'blank_total' : 'not_read' }
      : {}),
  };
};

const relationsIn = (
  { checks }: Extraction,
  slots: ReadonlyMap<string, Slot>,
  table: number,
): RelationReading[] => {
  const found = new Map<string, RelationReading>();
  for (const check of checks) {
    const first = slots.get(check.terms[0]?.ref ?? '');
    if (first?.table !== table || check.reason?.code === 'no_number') continue;
    const equation = equationOf(check, slots);
    if (!equation) continue;
    const { at, ...relation } = equation;
    const key = JSON.stringify(relation);
    const line = lineOf(check, at);
    const before = found.get(key);
    if (before) before.lines.push(line);
    else
      found.set(key, {
        id: `t${table}.${check.id}`,
        kind: 'sum',
        ...relation,
        cue: 'form',
        lines: [line],
      });
  }
  return [...found.values()];
};

const diagnosesIn = (
  { diagnoses }: Extraction,
  slots: ReadonlyMap<string, Slot>,
  table: number,
): Diagnosis[] => {
  const refOf = (ref: string): string => {
    const slot = slots.get(ref);
    return slot ? `t${slot.table}.r${slot.row}.c${slot.column}` : ref;
  };
  return diagnoses
    .filter(({ alternatives }) =>
      alternatives.some(({ changes }) => changes.some(({ ref }) => slots.get(ref)?.table === table)),
    )
    .map((diagnosis) => ({
      ...diagnosis,
      alternatives: diagnosis.alternatives.map((one) => ({
        ...one,
        changes: one.changes.map((change) => ({ ...change, ref: refOf(change.ref) })),
      })),
    }));
};

const keyOf = (row: number, column: number): string => `${row}:${column}`;

const rolesIn = (relations: readonly RelationReading[]): Map<string, 'part' | 'total'> => {
  const roles = new Map<string, 'part' | 'total'>();
  for (const { axis, target, parts, lines } of relations)
    for (const { at } of lines) {
      const placed = (place: RelationReading['target']): string =>
        typeof place !== 'number'
          ? keyOf(place[0], place[1])
          : axis === 'down'
            ? keyOf(place, at)
            : keyOf(at, place);
      for (const part of parts) if (!roles.has(placed(part.at))) roles.set(placed(part.at), 'part');
      roles.set(placed(target), 'total');
    }
  return roles;
};

/** Tables of recognised reports say what their form says; the others stay as they are. */
export const asFormsSay = (
  tables: readonly TableReading[],
  extractions: readonly Extraction[],
): TableReading[] =>
  tables.map((table) => {
    const own = extractions.find(
      ({ form, facts }) => form !== null && facts.some(({ slot }) => slot.table === table.index),
    );
    if (!own) return table;
    const slots = new Map(own.facts.map(({ ref, slot }) => [ref, slot]));
    const relations = relationsIn(own, slots, table.index);
    const roles = rolesIn(relations);
    return {
      ...table,
      relations,
      diagnoses: diagnosesIn(own, slots, table.index),
      cells: table.cells.map((cell) => ({
        ...cell,
        role: roles.get(keyOf(cell.row, cell.column)) ?? 'other',
      })),
    };
  });
