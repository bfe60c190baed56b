import * as z from 'zod';
import type { HistoryFinding } from '../../parser/compare/history.ts';
import type { ParentSum } from '../../parser/compare/parent-sum.ts';
import type { BodySeries } from '../../parser/compare/series.ts';
import { checkSchema, factSchema } from '../../parser/extraction.ts';
import { issueSchema } from '../../parser/issue.ts';
import type { Lack } from '../runs/request.ts';

/** The data that `history`, `compare` and `sum` write. Published as JSON Schema by `npm run schema`. */

const namesSchema = z.enum(['same', 'office', 'alike']);

const lackSchema = z.object({
  source: z.string(),
  form: z.string().nullable(),
  missing: z.array(z.enum(['form', 'authority', 'year'])),
  issues: z.array(issueSchema),
}) satisfies z.ZodType<Lack>;

const seriesSchema = z.object({
  authority: z.string(),
  years: z.array(z.int()),
  missing: z.array(z.int()),
  before: z.object({ authority: z.string(), year: z.int(), names: namesSchema }).nullable(),
}) satisfies z.ZodType<BodySeries>;

const findingSchema = z.object({
  id: z.string(),
  level: z.enum(['firm', 'warning', 'hint']),
  outcome: z.enum(['satisfied', 'violated', 'undetermined']),
  authority: z.string(),
  form: z.string(),
  years: z.tuple([z.int(), z.int()]),
  names: namesSchema,
  expected: z.number().nullable(),
  printed: z.number().nullable(),
  difference: z.number().nullable(),
  terms: z.array(
    z.object({
      year: z.int(),
      ref: z.string(),
      weight: z.union([z.literal(1), z.literal(-1)]),
      value: z.number().nullable(),
    }),
  ),
}) satisfies z.ZodType<HistoryFinding>;

const endSchema = z.object({ authority: z.string(), source: z.string() });
const historySchema = z.literal('gouji/history/1');

/** One line of `gouji history --format ndjson`: a body, before its findings; a finding; or what a report lacks. */
export const historyLineSchema = z.discriminatedUnion('kind', [
  seriesSchema.extend({
    schema: historySchema,
    kind: z.literal('body'),
    /** Relations that do not hold, the hints among them left out. */
    violated: z.int(),
    hints: z.int(),
    undetermined: z.int(),
    satisfied: z.int(),
  }),
  findingSchema.extend({
    schema: historySchema,
    kind: z.literal('finding'),
    earlier: endSchema,
    later: endSchema,
  }),
  lackSchema.extend({ schema: historySchema, kind: z.literal('lack'), takesPart: z.boolean() }),
]);

const reportSchema = z.object({
  source: z.string(),
  authority: z.string().nullable(),
  year: z.int().nullable(),
  form: z.string().nullable(),
});

const figureSchema = factSchema.omit({ ref: true });
const outcomeSchema = checkSchema.shape.outcome;

/** What `gouji compare --format json` writes. */
export const comparisonSchema = z.object({
  schema: z.literal('gouji/comparison/1'),
  pairs: z.array(
    z.object({
      one: reportSchema,
      other: reportSchema,
      same: z.boolean(),
      keyFigures: z.array(
        z.object({
          name: z.string(),
          one: z.number().nullable(),
          other: z.number().nullable(),
          difference: z.number().nullable(),
        }),
      ),
      tables: z.array(
        z.object({
          table: z.string(),
          common: z.int(),
          differing: z.int(),
          onlyOne: z.int(),
          onlyOther: z.int(),
        }),
      ),
      /** Cells that differ, or that only one of the two prints. */
      cells: z.array(
        z.object({
          ref: z.string(),
          how: z.enum(['number', 'unit', 'state', 'text', 'only_one', 'only_other']),
          one: figureSchema.nullable(),
          other: figureSchema.nullable(),
          difference: z.number().nullable(),
        }),
      ),
      folded: z.array(
        z.object({
          ref: z.string(),
          parts: z.array(z.string()),
          whole: z.enum(['one', 'other']),
          figure: z.number().nullable(),
          sum: z.number().nullable(),
          difference: z.number().nullable(),
        }),
      ),
      checks: z.array(
        z.object({ id: z.string(), one: outcomeSchema.nullable(), other: outcomeSchema.nullable() }),
      ),
    }),
  ),
  alone: z.array(reportSchema.extend({ which: z.enum(['one', 'other']) })),
  lacks: z.array(lackSchema),
});

const sumPartsSchema = z.object({
  children: z.array(
    reportSchema.extend({
      part: z.enum([
        'counted',
        'other_form',
        'same_again',
        'two_figures',
        'other_year',
        'no_year',
        'unread',
        'parent',
      ]),
    }),
  ),
  missing: z.array(z.string()),
  whole: z.boolean(),
  cells: z.array(
    z.object({
      ref: z.string(),
      outcome: z.enum(['same', 'differs', 'undetermined']),
      parent: z.number().nullable(),
      state: factSchema.shape.state,
      unit: z.string().nullable(),
      stated: z.object({ children: z.int(), sum: z.number().nullable() }),
      difference: z.number().nullable(),
      without: z.array(
        z.object({
          child: z.int(),
          why: z.enum(['blank', 'mark', 'unreadable', 'no_cell', 'two_figures', 'other_unit']),
        }),
      ),
    }),
  ),
  tables: z.array(z.object({ table: z.string(), same: z.int(), differs: z.int(), undetermined: z.int() })),
  notInParent: z.array(z.object({ ref: z.string(), children: z.array(z.int()) })),
}) satisfies z.ZodType<ParentSum>;

/** What `gouji sum --format json` writes: never a violation, see `parser/compare/parent-sum.ts`. */
export const sumSchema = sumPartsSchema.extend({
  schema: z.literal('gouji/sum/1'),
  level: z.literal('hint'),
  parent: reportSchema,
  lacks: z.array(lackSchema),
});

export type HistoryLine = z.infer<typeof historyLineSchema>;
export type ComparisonData = z.infer<typeof comparisonSchema>;
export type SumData = z.infer<typeof sumSchema>;
