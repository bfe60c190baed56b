import type {
  Balance,
  OpenForm,
  OpenSum,
  OpenTable,
  SumOfCodes,
  SumOfColumns,
  SumOfRows,
} from '../forms/open-form.ts';
import type { Sheet } from '../table/sheet.ts';
import { type BoundHalf, boundTo, type HalfRow, placeOf, slotOf } from './bound.ts';
import { type Candidate, candidate } from './candidate.ts';
import { type ChosenSums, choose } from './choose.ts';
import type { Figures } from './figures.ts';
import type { Addend } from './fit.ts';
import type { Member, Series } from './series.ts';

/**
 * The equations that a form with open rows states of one of its tables, in place of those that would be inferred. What is not there, or not
 * sure, is not stated: a sum whose total or one of whose parts is missing. Where a row with figures is not known, its half is left to inference.
 */

/** A table of a form, for a sheet to be held against. `continued`: the sheet goes on in another, so that no sum of rows is known to be whole. */
export type AskedTable = { form: OpenForm; table: OpenTable; continued: boolean };

export type Prescribed = AskedTable & { halves: readonly BoundHalf[]; choices: Stated[] };

type Stated = ChosenSums & { series: Series };

/** `complete`: nothing that is not there could have been meant too. `fixed`: as of a candidate. */
type Stands = { complete: boolean; fixed: boolean };

/** An equation between rows that may stand in several halves. */
type Equation = Stands & { rule: string; target: HalfRow; parts: readonly HalfRow[] };

const place = (half: number, position: number | undefined): HalfRow[] =>
  position === undefined ? [] : [{ half, position }];

const isWithin = (code: string, beginnings: readonly string[]): boolean =>
  beginnings.length === 0 || beginnings.some((one) => code.startsWith(one));

/** The form names each part: it is meant as it stands where each is there. */
const named = (whole: boolean): Stands => ({ complete: whole, fixed: whole });

/** What a sum of rows consists of; null where a part of it is missing. */
const partsOf = (
  table: OpenTable,
  { half, target, parts }: SumOfRows,
  halves: readonly BoundHalf[],
): { places: HalfRow[]; stands: Stands } | null => {
  const own = halves[half];
  if (!own) return null;
  if (parts === 'listed')
    return { places: own.listed.map((position) => ({ half, position })), stands: named(own.isListWhole) };
  const lines = table.halves[half]?.lines ?? [];
  if (parts === 'below') {
    const places = (own.below.get(target) ?? []).map((position) => ({ half, position }));
    return { places, stands: named(places.length === lines.find(({ id }) => id === target)?.parts?.length) };
  }
  if ('codes' in parts) {
    const roots = rootsIn(halves);
    const beginnings = table.sums.flatMap((sum) =>
      sum.over === 'columns' && typeof sum.parts === 'object' && 'codes' in sum.parts
        ? [sum.parts.codes]
        : [],
    );
    // Codes of two levels without one above them, and one that belongs to no total: something is missing.
    if (roots === null || !roots.every(([code]) => beginnings.some((one) => isWithin(code, one))))
      return null;
    return {
      places: roots.flatMap(([code, where]) => (isWithin(code, parts.codes) ? [where] : [])),
      stands: { complete: true, fixed: false },
    };
  }
  const found = parts.map((id) => place(half, own.lineOf.get(id)));
  const isMissing = found.some(
    ([one], at) => one === undefined && !lines.find(({ id }) => id === parts[at])?.optional,
  );
  return isMissing ? null : { places: found.flat(), stands: named(found.every((one) => one.length > 0)) };
};

const codesIn = (halves: readonly BoundHalf[]): [string, HalfRow][] =>
  halves.flatMap(({ codes }, half) =>
    [...codes].map(([code, position]): [string, HalfRow] => [code, { half, position }]),
  );

/** The nearest code above one that is printed. */
const parentOf = (code: string, known: ReadonlySet<string>): string | null => {
  for (let length = code.length - 2; length > 2; length -= 2)
    if (known.has(code.slice(0, length))) return code.slice(0, length);
  return null;
};

/** The outermost codes that are printed; null where they are of several levels, or one is printed twice. */
export const rootsIn = (halves: readonly BoundHalf[]): [string, HalfRow][] | null => {
  const all = codesIn(halves);
  const known = new Set(all.map(([code]) => code));
  if (known.size < all.length) return null;
  const roots = all.filter(([code]) => parentOf(code, known) === null);
  return new Set(roots.map(([code]) => code.length)).size === 1 ? roots : null;
};

const ofCodes = ({ id }: SumOfCodes, halves: readonly BoundHalf[]): Equation[] => {
  const all = codesIn(halves);
  const known = new Map(all);
  if (known.size < all.length) return [];
  const children = new Map<string, HalfRow[]>();
  const codes = new Set(known.keys());
  for (const [code, where] of all) {
    const parent = parentOf(code, codes);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), where]);
  }
  return [...children].flatMap(([code, parts]) => {
    const target = known.get(code);
    return target ? [{ rule: id, target, parts, complete: true, fixed: false }] : [];
  });
};

const ofRows = (table: OpenTable, sum: SumOfRows, halves: readonly BoundHalf[]): Equation[] => {
  const target = placeOf(table, halves, sum.half, sum.target);
  const parts = partsOf(table, sum, halves);
  return target && parts && parts.places.length > 0
    ? [{ rule: sum.id, target, parts: parts.places, ...parts.stands }]
    : [];
};

/** What a sum of the form is called everywhere. */
const ruleOf = ({ form, table }: AskedTable, id: string): string => `${form.id}.${table.id}.${id}`;

const ofColumns = (
  asked: AskedTable,
  sum: SumOfColumns,
  figures: Figures,
  { columns, columnOf }: BoundHalf,
): Candidate[] => {
  const target = columnOf.get(sum.target);
  const parts = sum.parts.flatMap(({ id, weight }): Addend[] => {
    const position = columnOf.get(id);
    return position === undefined ? [] : [{ position, weight }];
  });
  if (target === undefined || parts.length < sum.parts.length) return [];
  // What runs forward may be put right by hand; what is divided is the sum of its parts.
  const fixed = parts.every(({ weight }) => weight === 1);
  const rule = ruleOf(asked, sum.id);
  return [candidate(figures, columns, { target, parts, cue: 'form', rule, complete: true, fixed })];
};

/** Cells one by one, for equations between halves. */
const cellsOf = (slots: readonly number[]): Series => ({
  axis: 'cells',
  members: slots.map(
    (slot): Member => ({
      at: slot,
      step: slot,
      label: '',
      path: [],
      group: '',
      total: false,
      parent: null,
      code: null,
      ofWhich: false,
      minus: false,
      bare: false,
      rate: false,
      unit: null,
    }),
  ),
  lines: [{ at: 0, step: 0, rate: false, share: false, named: true }],
});

type CellEquation = Stands & { rule: string; target: number; parts: readonly number[] };

/** An equation between halves, in each column that they share. */
const inCells = (table: OpenTable, equation: Equation, halves: readonly BoundHalf[]): CellEquation[] =>
  (table.halves[0]?.columns ?? []).flatMap(({ id }) => {
    const target = slotOf(halves, equation.target, id);
    const parts = equation.parts.flatMap((part) => slotOf(halves, part, id) ?? []);
    return target === null || parts.length < equation.parts.length ? [] : [{ ...equation, target, parts }];
  });

const ofBalance = (
  table: OpenTable,
  { id, half, own, other }: Balance,
  halves: readonly BoundHalf[],
): CellEquation[] => {
  const [side, line, column] = other;
  const [first, second] = [placeOf(table, halves, half, own[0]), placeOf(table, halves, side, line)];
  const target = first && slotOf(halves, first, own[1]);
  const part = second && slotOf(halves, second, column);
  return target === null || part === null ? [] : [{ rule: id, target, parts: [part], ...named(true) }];
};

const isOneHalf = ({ target, parts }: Equation): boolean => parts.every(({ half }) => half === target.half);

/** Does it hold on lines enough? What a form names part by part is meant also where its only line fails. */
const isBorneOut = ({ fixed, fit }: Candidate): boolean => {
  const held = fit.satisfied + fit.single;
  if (fixed && held === 0) return fit.violated <= 1;
  return (fit.violated - fit.slips) * 2 <= held && fit.slips <= held;
};

const weighed = (series: Series, candidates: readonly Candidate[]): Stated => ({
  series,
  taken: candidates.filter(isBorneOut),
  expected: candidates.filter((one) => one.complete && !one.fixed && !isBorneOut(one)),
  cut: false,
});

/** @returns null where the sheet is not this table of the form. */
export const prescribed = (asked: AskedTable, sheet: Sheet, figures: Figures): Prescribed | null => {
  const { table, continued } = asked;
  const halves = boundTo(table, sheet, figures);
  if (halves === null) return null;
  const isKnown = (half: number): boolean => !continued && halves[half]?.unsure === false;
  const areKnown = halves.every((_, half) => isKnown(half));
  const across = halves.map((): Candidate[] => []);
  const equations: Equation[] = [];
  const cells: CellEquation[] = [];
  const state = (sum: OpenSum): void => {
    if (sum.over === 'rows')
      halves.forEach((half, at) => {
        if (table.halves.length === 1 || at === sum.half)
          across[at]?.push(...ofColumns(asked, sum, figures, half));
      });
    else if (sum.over === 'codes') equations.push(...(areKnown ? ofCodes(sum, halves) : []));
    else if (sum.over === 'halves') cells.push(...(areKnown ? ofBalance(table, sum, halves) : []));
    else if (table.halves.length === 1 ? areKnown : isKnown(sum.half))
      equations.push(...ofRows(table, sum, halves));
  };
  for (const sum of table.sums) state(sum);
  cells.push(...equations.filter((one) => !isOneHalf(one)).flatMap((one) => inCells(table, one, halves)));
  const slots = [...new Set(cells.flatMap(({ target, parts }) => [target, ...parts]))].toSorted(
    (a, b) => a - b,
  );
  const series = cellsOf(slots);
  const plus = (position: number): Addend => ({ position, weight: 1 });
  const stated = halves.flatMap(({ rows, columns }, at) => [
    // Rows that the form does not know are looked at as those of any table.
    ...(isKnown(at) ? [] : [{ series: rows, ...choose(figures, rows) }]),
    weighed(
      rows,
      equations
        .filter((one) => isOneHalf(one) && one.target.half === at)
        .map(({ rule, target, parts, complete, fixed }) =>
          candidate(figures, rows, {
            target: target.position,
            parts: parts.map(({ position }) => plus(position)),
            cue: 'form',
            rule: ruleOf(asked, rule),
            complete,
            fixed,
          }),
        ),
    ),
    weighed(columns, across[at] ?? []),
  ]);
  const between = cells.map(({ rule, target, parts, complete, fixed }) =>
    candidate(figures, series, {
      target: slots.indexOf(target),
      parts: parts.map((slot) => plus(slots.indexOf(slot))),
      cue: 'form',
      rule: ruleOf(asked, rule),
      complete,
      fixed,
    }),
  );
  return { ...asked, halves, choices: [...stated, weighed(series, between)] };
};
