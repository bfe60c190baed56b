import type { Extraction, Fact } from '../extraction.ts';
import { decimalOf, subtract, sum, toNumber } from '../text/decimal.ts';
import { simplify } from '../text/label.ts';
import { bodyKey } from './body-names.ts';

/**
 * The report of a government beside the sum of its departments' and towns' reports, cell by cell. Only a hint: no form asks for it. A
 * government may count its own office only; a request passed on between departments is counted by each; a body may report to two.
 * A difference is therefore never called a violation, and what is not known is never taken for zero.
 */

/** What became of a child's report. */
export type ChildPart =
  /** Its figures are in the sums. */
  | 'counted'
  /** They are, as far as the two forms have cells in common. */
  | 'other_form'
  /** A second report of a body, with the same figures: counted once. */
  | 'same_again'
  /** A second report of a body, with other figures: where the two differ, neither is counted. */
  | 'two_figures'
  | 'other_year'
  | 'no_year'
  /** No report was read. */
  | 'unread'
  /** The parent's own report, found among the children. */
  | 'parent';

/** One of the reports that are added up. */
export type Child = {
  source: string;
  authority: string | null;
  year: number | null;
  form: string | null;
  part: ChildPart;
};

/** Why a child's figure is not in a sum. `other_unit`: it is money in a unit that is not known, or no money. */
export type Without = {
  /** Which of the children. */
  child: number;
  why: 'blank' | 'mark' | 'unreadable' | 'no_cell' | 'two_figures' | 'other_unit';
};

/** A cell of the parent beside the sum of its children's. */
export type CellSum = {
  ref: string;
  /** `undetermined`: the parent prints no number here, a child's figure is not known, or a child is missing altogether. */
  outcome: 'same' | 'differs' | 'undetermined';
  /** The number printed by the parent. */
  parent: number | null;
  /** How it stands there. */
  state: Fact['state'];
  unit: string | null;
  /** What those children that state a number have together, in the parent's unit, and how many they are. */
  stated: { children: number; sum: number | null };
  /** parent − stated sum; null where undetermined. */
  difference: number | null;
  without: Without[];
};

/** What `parentSum` finds. */
export type ParentSum = {
  children: Child[];
  /** Names that were expected and of which no report was read. */
  missing: string[];
  /** Whether every child that was given or expected is in the sums: else every cell is undetermined. */
  whole: boolean;
  cells: CellSum[];
  tables: { table: string; same: number; differs: number; undetermined: number }[];
  /** Cells that children print and the parent does not. */
  notInParent: { ref: string; children: number[] }[];
};

/** 10 to which power one unit of money is. */
const moneyScale: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['万元', 4],
  ['亿元', 8],
]);

const scaleOf = (unit: string | null): number | null =>
  unit === null ? null : (moneyScale.get(simplify(unit)) ?? null);

/** A number in the unit of another; null where one of them is money and the other is not known to be. Exact: only the point moves. */
const inUnitOf = (parent: Fact, fact: Fact): number | null => {
  if (fact.value === null) return null;
  const [from, to] = [scaleOf(fact.unit), scaleOf(parent.unit)];
  if (from === to) return fact.value;
  if (from === null || to === null) return null;
  const { units, scale } = decimalOf(fact.value);
  const shift = from - to;
  return toNumber(
    shift > 0 ? { units: units * 10n ** BigInt(shift), scale } : { units, scale: scale - shift },
  );
};

const sameFact = (a: Fact | undefined, b: Fact | undefined): boolean =>
  a?.state === b?.state && a?.value === b?.value && scaleOf(a?.unit ?? null) === scaleOf(b?.unit ?? null);

type FactsByRef = ReadonlyMap<string, Fact>;
const factsOf = ({ facts }: Extraction): FactsByRef => new Map(facts.map((fact) => [fact.ref, fact]));

const sameFigures = (a: FactsByRef, b: FactsByRef): boolean =>
  a.size === b.size && [...a].every(([ref, fact]) => sameFact(fact, b.get(ref)));

/** A body's reports that take part; more than one only where their figures differ. */
type CountedBody = { child: number; facts: FactsByRef; others: FactsByRef[] };

/** What such a report says is in no sum. */
const outside: ReadonlySet<ChildPart> = new Set(['other_year', 'no_year', 'unread']);

type Sorted = { children: Child[]; counted: CountedBody[]; left: Child[] };

/** @returns `left`: children of whose body nothing is counted. */
const sortOut = (parent: Extraction, reports: readonly Extraction[]): Sorted => {
  const counted = new Map<string, CountedBody>();
  const keyOf = ({ authority }: Extraction): string | null => authority && bodyKey(authority.value);
  const parentKey = keyOf(parent);
  const partOf = (report: Extraction, child: number): ChildPart => {
    const key = keyOf(report) ?? `${child}`;
    if (report.form === null) return 'unread';
    if (key === parentKey) return 'parent';
    if (report.year === null) return 'no_year';
    if (report.year.value !== parent.year?.value) return 'other_year';
    const facts = factsOf(report);
    const before = counted.get(key);
    if (before) {
      if ([before.facts, ...before.others].some((one) => sameFigures(one, facts))) return 'same_again';
      before.others.push(facts);
      return 'two_figures';
    }
    counted.set(key, { child, facts, others: [] });
    return report.form.id === parent.form?.id ? 'counted' : 'other_form';
  };
  const children = reports.map(
    (report, child): Child => ({
      source: report.source.path ?? report.source.url ?? '',
      authority: report.authority?.value ?? null,
      year: report.year?.value ?? null,
      form: report.form?.id ?? null,
      part: partOf(report, child),
    }),
  );
  const left = children.filter(
    ({ part, authority }) => outside.has(part) && !(authority !== null && counted.has(bodyKey(authority))),
  );
  return { children, counted: [...counted.values()], left };
};

/** What one body adds to a cell: a number in the parent's unit, or why there is none. */
const addend = ({ facts, others }: CountedBody, target: Fact): number | Without['why'] => {
  const fact = facts.get(target.ref);
  if (others.some((other) => !sameFact(fact, other.get(target.ref)))) return 'two_figures';
  if (!fact) return 'no_cell';
  if (fact.state !== 'number') return fact.state;
  return inUnitOf(target, fact) ?? 'other_unit';
};

const cellSum = (target: Fact, counted: readonly CountedBody[], whole: boolean): CellSum => {
  const without: Without[] = [];
  const values: number[] = [];
  for (const body of counted) {
    const value = addend(body, target);
    if (typeof value === 'number') values.push(value);
    else without.push({ child: body.child, why: value });
  }
  const stated = { children: values.length, sum: values.length > 0 ? sum(values) : null };
  const known = whole && without.length === 0 && stated.sum !== null && target.value !== null;
  const difference =
    known && stated.sum !== null && target.value !== null
      ? toNumber(subtract(decimalOf(target.value), decimalOf(stated.sum)))
      : null;
  return {
    ref: target.ref,
    outcome: difference === null ? 'undetermined' : difference === 0 ? 'same' : 'differs',
    parent: target.value,
    state: target.state,
    unit: target.unit,
    stated,
    difference,
    without,
  };
};

/** The names under which a place goes: 青禾市白石区, and 白石区 alone. */
const placeNames = (key: string): string[] => {
  const names = [key];
  for (let at = 0; at < key.length - 1; at++)
    if (/[省市州]/.test(key.charAt(at))) names.push(key.slice(at + 1));
  return names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
};

/** Which of the expected names no child bears. A list may leave out the place: 财政局 for 白石区财政局. */
const missingOf = (expected: readonly string[], children: readonly Child[], parent: Extraction): string[] => {
  const places = parent.authority ? placeNames(bodyKey(parent.authority.value)) : [];
  const short = (name: string): string => {
    const key = bodyKey(name);
    const place = places.find((one) => key.startsWith(one) && key.length > one.length);
    return place === undefined ? key : key.slice(place.length);
  };
  const there = new Set(
    children.flatMap(({ authority, part }) =>
      authority === null || outside.has(part) || part === 'parent' ? [] : [short(authority)],
    ),
  );
  return expected.filter((name) => !there.has(short(name)));
};

/**
 * Compares a report with the sum of others. Only ever a hint: a government may count its own office only, a request passed on between
 * bodies may be counted by each of them, and a body may report to two. What is not known is never taken for zero.
 *
 * @param reports the children, those too of which nothing was read: they leave every cell undetermined.
 * @param expected names of the bodies that should be among the children; empty where that is not known.
 */
export const parentSum = (
  parent: Extraction,
  reports: readonly Extraction[],
  expected: readonly string[] = [],
): ParentSum => {
  const { children, counted, left } = sortOut(parent, reports);
  const missing = missingOf(expected, children, parent);
  const whole = missing.length === 0 && left.length === 0;
  const cells = parent.facts.map((fact) => cellSum(fact, counted, whole));
  const tables = new Map<string, ParentSum['tables'][number]>();
  for (const { ref, outcome } of cells) {
    const table = ref.slice(0, ref.indexOf('.'));
    const own = tables.get(table) ?? { table, same: 0, differs: 0, undetermined: 0 };
    tables.set(table, own);
    own[outcome] += 1;
  }
  const known = new Set(parent.facts.map(({ ref }) => ref));
  const beyond = new Map<string, number[]>();
  for (const { child, facts } of counted)
    for (const ref of facts.keys()) if (!known.has(ref)) beyond.set(ref, [...(beyond.get(ref) ?? []), child]);
  return {
    children,
    missing,
    whole,
    cells,
    tables: [...tables.values()],
    notInParent: [...beyond].map(([ref, of]) => ({ ref, children: of })),
  };
};
