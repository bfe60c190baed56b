import * as z from 'zod';
import { type Broken, chinese, type FormPath, id, label, patterned, whole, words } from './form-shape.ts';
import type { OpenForm, OpenHalf, OpenTable } from './open-form.ts';

/** A form with open rows (`open-form.ts`) as a person writes it: what can be left out has its default. */

/** What a union allows, for its issue: see `allowedIn`. */
const allowing = (...allowed: readonly string[]) => ({ error: () => `allowed:${allowed.join('|')}` });

/** The ways to write a value of which none was met; null for a union that does not name them. */
export const allowedIn = (message: string): string[] | null =>
  message.startsWith('allowed:') ? message.slice('allowed:'.length).split('|') : null;

const named = <Own extends { zh: string; en?: string }>(own: Own) => ({ ...own, en: own.en ?? own.zh });
const ordinal = z.int().min(0).max(20);
const wordings = z.array(chinese).min(1).max(100);
const ids = z.array(id).min(1).max(200);

const openName = z.strictObject({ id, zh: chinese, en: words.exactOptional() });

const openColumn = openName
  .extend({
    headings: z.array(wordings).min(1).max(10).exactOptional(),
    optional: z.literal(true).exactOptional(),
  })
  .transform((own) => ({ ...named(own), headings: own.headings ?? [[own.zh]] }));

const openLine = openName
  .extend({
    aliases: label.shape.aliases,
    parts: wordings.exactOptional(),
    optional: z.literal(true).exactOptional(),
  })
  .transform(named);

const openHalf = z.strictObject({
  columns: z.array(openColumn).min(1).max(100),
  lines: z.array(openLine).max(200).default([]),
  rows: z.enum(['coded', 'listed', 'any']),
});

const term = z.strictObject({
  id,
  weight: z.union([z.literal(1), z.literal(-1)], allowing('1', '-1')).default(1),
});
const sumName = { id, half: ordinal.default(0), zh: chinese, en: words.exactOptional() };

const openSum = z
  .discriminatedUnion(
    'over',
    [
      z.strictObject({
        ...sumName,
        over: z.literal('rows'),
        target: id,
        parts: z.array(term).min(1).max(200),
      }),
      z.strictObject({
        ...sumName,
        over: z.literal('columns'),
        target: id,
        parts: z.union(
          [
            ids,
            z.enum(['listed', 'below']),
            z.strictObject({ codes: z.array(patterned('code', /^\d{1,20}$/)).max(200) }),
          ],
          allowing('[…]', 'listed', 'below', '{ "codes": […] }'),
        ),
      }),
      z.strictObject({ ...sumName, over: z.literal('codes') }),
      z.strictObject({
        ...sumName,
        over: z.literal('halves'),
        own: z.tuple([id, id]),
        other: z.tuple([ordinal, id, id]),
      }),
    ],
    allowing('rows', 'columns', 'codes', 'halves'),
  )
  .transform(named);

const openTable = z
  .strictObject({
    id,
    title: chinese,
    en: words.exactOptional(),
    aliases: label.shape.aliases,
    halves: z.array(openHalf).min(1).max(20),
    sums: z.array(openSum).max(200).default([]),
  })
  .transform((own) => ({ ...own, en: own.en ?? own.title }));

const openCell = z.strictObject({ table: id, half: ordinal.default(0), line: id, column: id });
const openRows = z.strictObject({ table: id, half: ordinal.default(0), column: id });
const betweenName = {
  id,
  zh: chinese,
  en: words.exactOptional(),
  within: z.int().min(0).max(100).default(2),
};

const between = z
  .discriminatedUnion(
    'over',
    [
      z.strictObject({
        ...betweenName,
        over: z.literal('cells'),
        target: openCell,
        parts: z.array(openCell).min(1).max(50),
      }),
      z.strictObject({ ...betweenName, over: z.literal('rows'), target: openRows, part: openRows }),
    ],
    allowing('cells', 'rows'),
  )
  .transform(named);

type BrokenAt = { path: FormPath; broken: Broken };

/** Every name that is given twice, and every reference that leads nowhere. */
const brokenIn = ({ tables, between: relations }: OpenForm): BrokenAt[] => {
  const found: BrokenAt[] = [];
  const once = (list: readonly { id: string }[], path: FormPath): void =>
    list.forEach(({ id: given }, at) => {
      if (list.findIndex((one) => one.id === given) < at)
        found.push({ path: [...path, at, 'id'], broken: { broken: 'twice', given, allowed: [] } });
    });
  const exists = (given: string, among: readonly { id: string }[], path: FormPath): void => {
    const allowed = among.map((one) => one.id);
    if (!allowed.includes(given)) found.push({ path, broken: { broken: 'no_such', given, allowed } });
  };
  /** The half of that number; where there is none, that is told. */
  const halfAt = ({ halves }: OpenTable, at: number, path: FormPath): OpenHalf | null => {
    exists(
      String(at),
      halves.map((_, nth) => ({ id: String(nth) })),
      path,
    );
    return halves[at] ?? null;
  };
  once(tables, ['tables']);
  once(relations, ['between']);
  tables.forEach((table, nth) => {
    const path = ['tables', nth];
    table.halves.forEach(({ columns, lines }, at) => {
      once(columns, [...path, 'halves', at, 'columns']);
      once(lines, [...path, 'halves', at, 'lines']);
    });
    once(table.sums, [...path, 'sums']);
    table.sums.forEach((sum, at) => {
      const own = [...path, 'sums', at];
      const half = halfAt(table, sum.half, [...own, 'half']);
      if (!half) return;
      if (sum.over === 'rows') {
        exists(sum.target, half.columns, [...own, 'target']);
        sum.parts.forEach((part, place) => {
          exists(part.id, half.columns, [...own, 'parts', place, 'id']);
        });
      } else if (sum.over === 'columns') {
        exists(sum.target, half.lines, [...own, 'target']);
        if (!Array.isArray(sum.parts)) return;
        sum.parts.forEach((part: string, place: number) => {
          exists(part, half.lines, [...own, 'parts', place]);
        });
      } else if (sum.over === 'halves') {
        exists(sum.own[0], half.lines, [...own, 'own', 0]);
        exists(sum.own[1], half.columns, [...own, 'own', 1]);
        const other = halfAt(table, sum.other[0], [...own, 'other', 0]);
        if (!other) return;
        exists(sum.other[1], other.lines, [...own, 'other', 1]);
        exists(sum.other[2], other.columns, [...own, 'other', 2]);
      }
    });
  });
  const place = (
    at: { table: string; half: number; line?: string; column: string },
    path: FormPath,
  ): void => {
    exists(at.table, tables, [...path, 'table']);
    const table = tables.find((one) => one.id === at.table);
    const half = table ? halfAt(table, at.half, [...path, 'half']) : null;
    if (!half) return;
    if (at.line !== undefined) exists(at.line, half.lines, [...path, 'line']);
    exists(at.column, half.columns, [...path, 'column']);
  };
  relations.forEach((relation, nth) => {
    const path = ['between', nth];
    place(relation.target, [...path, 'target']);
    const parts = relation.over === 'cells' ? relation.parts.entries() : [];
    for (const [at, part] of parts) place(part, [...path, 'parts', at]);
    if (relation.over === 'rows') place(relation.part, [...path, 'part']);
  });
  return found;
};

export const ownOpenFormShape = z
  .strictObject({
    id: whole.id,
    title: chinese,
    issuedAs: chinese.default('自定义表样'),
    tables: z.array(openTable).min(1).max(50),
    between: z.array(between).max(100).default([]),
  })
  .superRefine((form, context) => {
    for (const { path, broken } of brokenIn(form))
      context.addIssue({ code: 'custom', path: [...path], params: broken, message: broken.broken });
  }) satisfies z.ZodType<OpenForm>;
