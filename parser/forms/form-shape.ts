import * as z from 'zod';
import { proseShape } from './prose-shape.ts';
import { reportNameShape } from './report-name.ts';
import type { Form, Overview } from './schema.ts';

/**
 * The shape of form data as a schema: for tests, for tools that make a form, and for the forms that people write themselves. Of the forms that
 * ship the parser trusts the compiler (`schema.ts`).
 */

/** What a word of a form must look like; a form's problems name it. */
export type Pattern =
  | 'id'
  | 'form_id'
  | 'identity_id'
  | 'chinese'
  | 'words'
  | 'report_name'
  | 'character'
  | 'cell'
  | 'figure_id'
  | 'code';

export const patterned = (pattern: Pattern, expression: RegExp) =>
  z
    .string()
    .max(200)
    .regex(expression, { error: () => pattern });

/** A part of a reference `table.row.column`: what it may hold never needs escaping, anywhere. */
export const id = patterned('id', /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
export const words = patterned('words', /^\S(?:.*\S)?$/u);
export const chinese = patterned('chinese', /^\S(?:.*\S)?$/u).regex(/\p{Script=Han}/u, {
  error: () => 'chinese' satisfies Pattern,
});

export const label = z.strictObject({
  id,
  zh: chinese,
  en: words,
  groups: z.array(chinese).min(1).exactOptional(),
  aliases: z.array(chinese).min(1).exactOptional(),
});

export const column = label.extend({
  type: z.enum(['count', 'signed', 'money']),
  unit: chinese.exactOptional(),
  optional: z.literal(true).exactOptional(),
});
export const row = label.extend({
  insteadOf: z.array(id).min(2).exactOptional(),
  repeats: z.literal(true).exactOptional(),
  optional: z.literal(true).exactOptional(),
});

const band = z.strictObject({
  title: chinese.nullable(),
  columns: z.array(column).min(1),
  rows: z.array(row).min(1),
});

const table = z.strictObject({
  id,
  title: chinese,
  en: words.exactOptional(),
  bands: z.array(band).min(1),
});

export const identity = z.strictObject({
  /** `table.name`, so that a check is `table.name@column` or `table.name@row`. */
  id: patterned('identity_id', /^[a-z][a-z_]*\.[a-z][a-z_]*$/),
  table: id,
  over: z.enum(['columns', 'rows']),
  left: z.array(id).min(1),
  right: z.array(id).min(1),
  zh: chinese,
  en: words,
  wording: chinese.nullable(),
  basis: z.enum(['printed_on_form', 'parts_and_total']),
});

const ruleWords = z.strictObject({ relation: words, scope: words, source: words, example: words });
const yearlyTerm = z.strictObject({ id, weight: z.union([z.literal(1), z.literal(-1)]) });

const yearly = z.strictObject({
  id,
  table: id,
  over: z.enum(['columns', 'rows']),
  later: id,
  earlier: z.array(yearlyTerm).min(1),
  during: z.array(yearlyTerm),
  firm: id.nullable(),
  level: z.enum(['firm', 'warning']),
  words: z.strictObject({ zh: ruleWords, en: ruleWords }),
});

const named = { zh: chinese, en: words };
const cellRef = patterned('cell', /^[a-z0-9_]+\.[a-z0-9_]+\.[a-z0-9_]+$/);

const overview = z.strictObject({
  figures: z
    .array(
      z.strictObject({
        id: patterned('figure_id', /^[a-z][A-Za-z0-9]*$/),
        ...named,
        cells: z.array(cellRef).min(1),
      }),
    )
    .min(1),
  rate: z
    .strictObject({
      part: words,
      whole: words,
      label: z.strictObject(named),
      formula: z.strictObject(named),
    })
    .nullable(),
  lines: z.array(z.union([z.literal('rate'), z.strictObject({ ...named, figures: z.array(words).min(1) })])),
  outcomes: z
    .strictObject({
      table: id,
      column: id,
      parts: z
        .array(z.strictObject({ ...named, rows: z.array(id).min(1) }))
        .min(2)
        .max(6),
    })
    .nullable(),
});

const signs = z.strictObject({
  wordings: z.array(z.strictObject({ zh: chinese, rarest: patterned('character', /^.$/u) })),
  characters: chinese,
});

export const whole = {
  id: patterned('form_id', /^[a-z]+(?:-[a-z0-9]+)*$/),
  title: chinese,
  issuedAs: chinese,
  names: z.array(patterned('report_name', reportNameShape)).min(1),
  announcedAs: patterned('report_name', reportNameShape).nullable(),
  signs: signs.nullable(),
  tables: z.array(table).min(1).max(50),
  identities: z.array(identity).max(500),
  yearly: z.array(yearly),
  overview: overview.nullable(),
};

type UnprovenForm = Pick<Form, 'tables' | 'identities' | 'yearly' | 'overview'>;
/** Where in a form something stands. */
export type FormPath = (string | number)[];

/** What a custom issue says beside its path. */
export type Broken = { broken: 'twice' | 'no_such'; given: string; allowed: string[] };

/** Every name that is given twice, and every reference that leads nowhere. */
const brokenIn = ({
  tables,
  identities,
  yearly: relations,
  overview: first,
}: UnprovenForm): { path: FormPath; broken: Broken }[] => {
  const found: { path: FormPath; broken: Broken }[] = [];
  const once = (list: readonly { id: string }[], path: FormPath): void =>
    list.forEach(({ id: given }, at) => {
      if (list.findIndex((one) => one.id === given) < at)
        found.push({ path: [...path, at, 'id'], broken: { broken: 'twice', given, allowed: [] } });
    });
  const exists = (given: string, allowed: readonly string[], path: FormPath): void => {
    if (!allowed.includes(given))
      found.push({ path, broken: { broken: 'no_such', given, allowed: [...allowed] } });
  };
  once(tables, ['tables']);
  tables.forEach(({ bands }, at) => {
    const rows = bands.flatMap((one) => one.rows.map((label) => label.id));
    let before = 0;
    bands.forEach((one, nth) => {
      once(one.columns, ['tables', at, 'bands', nth, 'columns']);
      one.rows.forEach(({ id: given, insteadOf = [] }, row) => {
        const path = ['tables', at, 'bands', nth, 'rows', row];
        if (rows.indexOf(given) < before + row)
          found.push({ path: [...path, 'id'], broken: { broken: 'twice', given, allowed: [] } });
        for (const [place, one] of insteadOf.entries()) exists(one, rows, [...path, 'insteadOf', place]);
      });
      before += one.rows.length;
    });
  });
  const termsOf = (name: string, over: 'columns' | 'rows'): string[] => {
    const bands = tables.find((one) => one.id === name)?.bands ?? [];
    return bands.flatMap((one) => (over === 'columns' ? one.rows : one.columns).map((label) => label.id));
  };
  const names = tables.map((one) => one.id);
  once(identities, ['identities']);
  identities.forEach(({ table: name, over, left, right }, at) => {
    exists(name, names, ['identities', at, 'table']);
    if (!names.includes(name)) return;
    const terms = termsOf(name, over);
    for (const [side, list] of Object.entries({ left, right }))
      list.forEach((given, place) => {
        const path = ['identities', at, side, place];
        exists(given, terms, path);
        const all = [...left, ...right];
        if (all.indexOf(given) < (side === 'left' ? 0 : left.length) + place)
          found.push({ path, broken: { broken: 'twice', given, allowed: [] } });
      });
  });
  once(relations, ['yearly']);
  relations.forEach(({ table: name, over, later, earlier, during, firm }, at) => {
    exists(name, names, ['yearly', at, 'table']);
    if (!names.includes(name)) return;
    const terms = termsOf(name, over);
    exists(later, terms, ['yearly', at, 'later']);
    for (const [side, list] of Object.entries({ earlier, during }))
      for (const [place, term] of list.entries()) exists(term.id, terms, ['yearly', at, side, place, 'id']);
    if (firm !== null)
      exists(firm, termsOf(name, over === 'columns' ? 'rows' : 'columns'), ['yearly', at, 'firm']);
  });
  if (first) found.push(...brokenInOverview(first, tables));
  return found;
};

/** As `brokenIn`, for what is looked at first. */
const brokenInOverview = (
  { figures, rate, lines, outcomes }: Overview,
  tables: UnprovenForm['tables'],
): { path: FormPath; broken: Broken }[] => {
  const found: { path: FormPath; broken: Broken }[] = [];
  const exists = (given: string, allowed: readonly string[], path: FormPath): void => {
    if (!allowed.includes(given))
      found.push({
        path: ['overview', ...path],
        broken: { broken: 'no_such', given, allowed: [...allowed] },
      });
  };
  const names = figures.map((figure) => figure.id);
  names.forEach((given, at) => {
    if (names.indexOf(given) < at)
      found.push({
        path: ['overview', 'figures', at, 'id'],
        broken: { broken: 'twice', given, allowed: [] },
      });
  });
  const cells = tables.flatMap(({ id: name, bands }) =>
    bands.flatMap((band) =>
      band.rows.flatMap((one) => band.columns.map((other) => `${name}.${one.id}.${other.id}`)),
    ),
  );
  figures.forEach((figure, at) => {
    for (const [place, cell] of figure.cells.entries()) exists(cell, cells, ['figures', at, 'cells', place]);
  });
  if (rate) for (const side of ['part', 'whole'] as const) exists(rate[side], names, ['rate', side]);
  lines.forEach((line, at) => {
    if (line === 'rate') exists('rate', rate ? ['rate'] : [], ['lines', at]);
    else
      for (const [place, figure] of line.figures.entries())
        exists(figure, names, ['lines', at, 'figures', place]);
  });
  if (!outcomes) return found;
  const rows = outcomes.parts.flatMap((part) => part.rows);
  const own = tables.find((one) => one.id === outcomes.table)?.bands.flatMap((band) => band.rows) ?? [];
  exists(
    outcomes.table,
    tables.map((one) => one.id),
    ['outcomes', 'table'],
  );
  for (const one of rows)
    exists(
      one,
      own.map((label) => label.id),
      ['outcomes', 'parts'],
    );
  return found;
};

export const sound = (form: UnprovenForm, context: z.RefinementCtx): void => {
  for (const { path, broken } of brokenIn(form))
    context.addIssue({ code: 'custom', path, params: broken, message: broken.broken });
};

/** A form that ships may also say how texts name what it counts. */
export const formShape = z
  .strictObject({
    ...whole,
    prose: proseShape.exactOptional(),
  })
  .superRefine(sound);
