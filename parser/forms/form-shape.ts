import * as z from 'zod';

/**
 * The shape of form data as a schema, for tests and for tools that make a form. The parser itself trusts the compiler
 * (`schema.ts`) and does not import this.
 */

/** A part of a reference `table.row.column`: what it may hold never needs escaping, anywhere. */
const id = z.string().regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
const words = z
  .string()
  .min(1)
  .refine((text) => text === text.trim(), 'White space at the ends');
const chinese = words.regex(/\p{Script=Han}/u);

const label = z.strictObject({
  id,
  zh: chinese,
  en: words,
  groups: z.array(chinese).min(1).optional(),
  aliases: z.array(chinese).min(1).optional(),
});

const column = label.extend({ type: z.enum(['count', 'signed', 'money']), unit: chinese.optional() });
const row = label.extend({ insteadOf: z.array(id).min(2).optional() });

const unique = (list: readonly { id: string }[]): boolean =>
  new Set(list.map((one) => one.id)).size === list.length;

const band = z.strictObject({
  title: chinese.nullable(),
  columns: z.array(column).min(1).refine(unique, 'A column id comes twice in one band'),
  rows: z.array(row).min(1),
});

const table = z.strictObject({
  id,
  title: chinese,
  layout: z.enum(['stub', 'line']),
  bands: z
    .array(band)
    .min(1)
    .refine((bands) => unique(bands.flatMap((one) => one.rows)), 'A row id comes twice in one table'),
});

const identity = z.strictObject({
  /** `table.name`, so that a check is `table.name@column` or `table.name@row`. */
  id: z.string().regex(/^[a-z][a-z_]*\.[a-z][a-z_]*$/),
  table: id,
  over: z.enum(['columns', 'rows']),
  left: z.array(id).min(1),
  right: z.array(id).min(1),
  zh: chinese,
  en: words,
  wording: chinese.nullable(),
  basis: z.enum(['printed_on_form', 'parts_and_total']),
});

export const formShape = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z0-9]+)*$/),
  title: chinese,
  issuedAs: chinese,
  tables: z.array(table).min(1).refine(unique, 'A table id comes twice'),
  identities: z.array(identity).refine(unique, 'An identity id comes twice'),
});
