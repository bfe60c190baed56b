import type { Between, OpenCell } from '../forms/open-form.ts';
import type { Sheet } from '../table/sheet.ts';
import { add, type Decimal, subtract, toNumber, toScale } from '../text/decimal.ts';
import { labelKey } from '../text/label.ts';
import { type HalfRow, placeOf, slotOf } from './bound.ts';
import { state } from './figures.ts';
import { type Prescribed, rootsIn } from './prescribed.ts';
import type { Totals } from './totals.ts';

/** What the tables of one form print of one another. It accuses nobody: each table is rounded by itself, and may be of another scope. */

/** A table that is one of a form. */
export type TableOfForm = { sheet: Sheet; totals: Totals };

type PrescribedTable = { sheet: Sheet; totals: Totals; form: Prescribed };

type BetweenCell = { table: number; row: number; column: number; value: number };

type BetweenTables = {
  rule: string;
  target: BetweenCell;
  parts: readonly BetweenCell[];
  holds: boolean;
  printed: number;
  computed: number;
  difference: number;
};

/** Tables that belong together: one that comes again is that of another body. */
const sets = (tables: readonly TableOfForm[]): ReadonlyMap<string, PrescribedTable>[] => {
  const found: Map<string, PrescribedTable>[] = [];
  for (const { sheet, totals } of tables) {
    const { form } = totals;
    if (!form) continue;
    const id = `${form.form.id}.${form.table.id}`;
    const last = found.at(-1);
    const own = last && !last.has(id) ? last : new Map<string, PrescribedTable>();
    if (own !== last) found.push(own);
    own.set(id, { sheet, totals, form });
  }
  return found;
};

type BetweenFigure = { cell: BetweenCell; printed: Decimal };

/** The number printed in a column of the form; null where there is none, or something of that half is not known. */
const figureAt = (
  { sheet, totals: { figures }, form }: PrescribedTable,
  where: HalfRow,
  column: string,
): BetweenFigure | null => {
  if (form.halves[where.half]?.unsure) return null;
  const slot = slotOf(form.halves, where, column);
  if (slot === null || figures.state[slot] !== state.number) return null;
  return {
    cell: {
      table: sheet.index,
      row: Math.floor(slot / sheet.width),
      column: slot % sheet.width,
      value: figures.value[slot] ?? 0,
    },
    printed: { units: BigInt(figures.units[slot] ?? 0), scale: figures.decimals[slot] ?? 0 },
  };
};

const nothing: Decimal = { units: 0n, scale: 0 };

const compare = (
  rule: string,
  within: number,
  target: BetweenFigure,
  parts: readonly BetweenFigure[],
): BetweenTables => {
  const computed = parts.map(({ printed }) => printed).reduce(add, nothing);
  const difference = subtract(target.printed, computed);
  const coarsest = Math.min(...[target, ...parts].map(({ printed }) => printed.scale));
  const room = toScale({ units: BigInt(within), scale: coarsest }, difference.scale);
  return {
    rule,
    target: target.cell,
    parts: parts.map(({ cell }) => cell),
    holds: difference.units <= room && -difference.units <= room,
    printed: toNumber(target.printed),
    computed: toNumber(computed),
    difference: toNumber(difference),
  };
};

/** Rows that the form does not name, by what they are called; a name that comes twice names none. */
const namedRows = ({ sheet, form }: PrescribedTable, half: number): Map<string, HalfRow> => {
  const listed = (form.halves[half]?.listed ?? []).map((position): HalfRow => ({ half, position }));
  const rows = listed.length > 0 ? listed : (rootsIn(form.halves) ?? []).map(([, where]) => where);
  const found = new Map<string, HalfRow>();
  const twice = new Set<string>();
  for (const where of rows) {
    const row = form.halves[where.half]?.rows.members[where.position]?.at ?? -1;
    const name = labelKey(sheet.stubs[where.half]?.[row]?.text ?? '');
    if (found.has(name)) twice.add(name);
    found.set(name, where);
  }
  for (const name of twice) found.delete(name);
  return found;
};

const inSet = (set: ReadonlyMap<string, PrescribedTable>, id: string, relation: Between): BetweenTables[] => {
  const rule = `${id}.${relation.id}`;
  const read = (table: string): PrescribedTable | null => set.get(`${id}.${table}`) ?? null;
  const inOneUnit = (own: PrescribedTable, other: PrescribedTable): boolean =>
    own.sheet.unit === other.sheet.unit;
  if (relation.over === 'rows') {
    const [own, other] = [read(relation.target.table), read(relation.part.table)];
    if (!own || !other || !inOneUnit(own, other)) return [];
    const parts = namedRows(other, relation.part.half);
    return [...namedRows(own, relation.target.half)].flatMap(([name, where]) => {
      const same = parts.get(name);
      const target = figureAt(own, where, relation.target.column);
      const part = same && figureAt(other, same, relation.part.column);
      return target && part ? [compare(rule, relation.within, target, [part])] : [];
    });
  }
  const cells = [relation.target, ...relation.parts].map(
    (cell: OpenCell): [PrescribedTable, BetweenFigure] | null => {
      const own = read(cell.table);
      const where = own && placeOf(own.form.table, own.form.halves, cell.half, cell.line);
      const figure = where && figureAt(own, where, cell.column);
      return own && figure ? [own, figure] : null;
    },
  );
  const [target, ...parts] = cells.flatMap((one) => (one ? [one] : []));
  if (!target || parts.length < relation.parts.length) return [];
  if (!cells[0] || !parts.every(([own]) => inOneUnit(target[0], own))) return [];
  return [
    compare(
      rule,
      relation.within,
      target[1],
      parts.map(([, figure]) => figure),
    ),
  ];
};

/** What is printed twice in the tables of a page, in the order of their form. Where a figure is missing, nothing is stated. */
export const betweenTables = (tables: readonly TableOfForm[]): BetweenTables[] =>
  sets(tables).flatMap((set) => {
    const forms = new Map([...set.values()].map(({ form: { form } }) => [form.id, form]));
    return [...forms.values()].flatMap((form) =>
      form.between.flatMap((relation) => inSet(set, form.id, relation)),
    );
  });
