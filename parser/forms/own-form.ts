import * as z from 'zod';
import {
  type Broken,
  chinese,
  column,
  id,
  identity,
  label,
  type Pattern,
  row,
  sound,
  whole,
  words,
} from './form-shape.ts';
import type { AnyForm } from './open-form.ts';
import { allowedIn, ownOpenFormShape } from './own-open-form.ts';

/** A label of a form that a person writes: English is named like Chinese where it is not given. */
const ownLabel = label.extend({ en: words.exactOptional() });
const named = <Own extends { zh: string; en?: string }>(own: Own) => ({
  ...own,
  en: own.en ?? own.zh,
});
const ownColumn = ownLabel
  .extend({
    type: column.shape.type.default('count'),
    unit: chinese.exactOptional(),
    optional: column.shape.optional,
  })
  .transform(named);
const ownRow = ownLabel
  .extend({
    insteadOf: row.shape.insteadOf,
    repeats: row.shape.repeats,
    optional: row.shape.optional,
  })
  .transform(named);
const ownColumns = z.array(ownColumn).min(1).max(200);
const ownRows = z.array(ownRow).min(1).max(1_000);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOfOneBand = (value: unknown): boolean => isRecord(value) && !('bands' in value);

/** A table with one boxhead needs no bands: its columns and rows stand in the table itself. */
const ownTable = z.preprocess(
  (value) => {
    if (!isRecord(value) || !isOfOneBand(value)) return value;
    const { columns, rows, ...own } = value;
    return { ...own, bands: [{ columns, rows }] };
  },
  z
    .strictObject({
      id,
      title: chinese,
      en: words.exactOptional(),
      /** Earlier files say with it how a table is printed, which is now seen of the table itself. */
      layout: z.enum(['stub', 'line']).exactOptional(),
      bands: z
        .array(
          z.strictObject({ title: chinese.nullable().default(null), columns: ownColumns, rows: ownRows }),
        )
        .min(1),
    })
    .transform(({ layout: _, ...own }) => own),
);

const ownIdentity = identity
  .extend({
    zh: chinese.exactOptional(),
    en: words.exactOptional(),
    wording: chinese.nullable().default(null),
    basis: identity.shape.basis.default('parts_and_total'),
  })
  .transform((own) => ({
    ...own,
    zh: own.zh ?? '各分项之和 = 总数',
    en: own.en ?? own.zh ?? 'parts = total',
  }));

/** A form as a person writes it: what can be left out has its default. Gives a whole form. */
const ownFormShape = z
  .strictObject({
    ...whole,
    issuedAs: chinese.default('自定义表样'),
    names: whole.names.exactOptional(),
    announcedAs: whole.announcedAs.default(null),
    signs: whole.signs.default(null),
    tables: z.array(ownTable).min(1).max(50),
    identities: z.array(ownIdentity).max(500).default([]),
    yearly: whole.yearly.default([]),
    overview: whole.overview.default(null),
  })
  .transform((own) => ({ ...own, names: own.names ?? [own.title] }))
  .superRefine(sound);

/** What is wrong with a form that a person has written: where, and what would be right. Words are in `messages/form-words.ts`. */
export type FormProblem = { path: string } & (
  | { what: 'missing' }
  | { what: 'unknown'; given: string }
  | { what: 'type'; allowed: string }
  | { what: 'value'; allowed: string[] }
  | { what: 'pattern'; allowed: Pattern }
  | { what: 'few'; allowed: number }
  | { what: 'many'; allowed: number }
  | { what: 'twice'; given: string }
  | { what: 'no_such'; given: string; allowed: string[] }
  /** A form that ships, or another of the person's, has this id. */
  | { what: 'taken'; given: string }
);

/** `tables[0].columns[2].type`, as the person has written it. */
const pathIn = (json: unknown, path: readonly PropertyKey[]): string => {
  let text = '';
  let at = json;
  for (let nth = 0; nth < path.length; nth++) {
    const key = path[nth] ?? '';
    if (key === 'bands' && isOfOneBand(at)) {
      nth++;
      continue;
    }
    text += typeof key === 'number' ? `[${key}]` : `${text === '' ? '' : '.'}${String(key)}`;
    at = isRecord(at) ? at[String(key)] : Array.isArray(at) ? at[Number(key)] : undefined;
  }
  return text;
};

const problemsOf = (json: unknown, issue: z.core.$ZodIssue): FormProblem[] => {
  const path = pathIn(json, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? [{ path, what: 'missing' }]
        : [{ path, what: 'type', allowed: issue.expected }];
    case 'unrecognized_keys':
      return issue.keys.map((given) => ({ path, what: 'unknown', given }));
    case 'invalid_value':
      return issue.input === undefined
        ? [{ path, what: 'missing' }]
        : [{ path, what: 'value', allowed: issue.values.map(String) }];
    case 'invalid_format':
      return [{ path, what: 'pattern', allowed: issue.message as Pattern }];
    case 'too_small':
      return [{ path, what: 'few', allowed: Number(issue.minimum) }];
    case 'too_big':
      return [{ path, what: 'many', allowed: Number(issue.maximum) }];
    case 'custom': {
      const { broken, given, allowed } = issue.params as Broken;
      return [
        broken === 'twice' ? { path, what: 'twice', given } : { path, what: 'no_such', given, allowed },
      ];
    }
    // Of a union the values are those of its members; one that does not name them is a weight.
    case 'invalid_union':
      return issue.input === undefined
        ? [{ path, what: 'missing' }]
        : [{ path, what: 'value', allowed: allowedIn(issue.message) ?? ['1', '-1'] }];
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return [{ path, what: 'type', allowed: 'string' }];
  }
};

/** Tables in halves are those of a form with open rows. */
const hasOpenRows = (json: unknown): boolean =>
  isRecord(json) && Array.isArray(json.tables) && json.tables.some((one) => isRecord(one) && 'halves' in one);

/**
 * Reads a form that a person has written, as JSON has it: one that names its rows, or one that leaves them open.
 *
 * @param taken ids that it must not have: those of the forms that ship, and of the person's others.
 */
export const readOwnForm = (
  json: unknown,
  taken: readonly string[],
): { form: AnyForm } | { problems: FormProblem[] } => {
  const shape = hasOpenRows(json) ? ownOpenFormShape : ownFormShape;
  const read = shape.safeParse(json, { reportInput: true });
  if (!read.success) return { problems: read.error.issues.flatMap((issue) => problemsOf(json, issue)) };
  if (taken.includes(read.data.id)) return { problems: [{ path: 'id', what: 'taken', given: read.data.id }] };
  return { form: read.data };
};
