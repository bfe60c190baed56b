import * as z from 'zod';
import { diagnosisSchema, sourceSchema } from './extraction.ts';
import { issueSchema } from './issue.ts';

/** The public data contract `gouji/tables/1`: every table of a source that holds figures, and the equations found in it. */

const ordinal = z.int().min(0);

/** A row or a column of the table; on the axis `cells`, a pair of them. */
const placeSchema = z.union([ordinal, z.tuple([ordinal, ordinal])]);

const cueSchema = z.enum([
  'form',
  'total',
  'code',
  'order',
  'section',
  'of_which',
  'group',
  'signed',
  'change',
  'whole',
  'block',
  'run',
  'share',
  'growth',
  'balance',
]);

const lineSchema = z.object({
  /** The column in which rows add up, or the row in which columns do; on the axis `cells` always 0. */
  at: ordinal,
  /** Does the equation hold on this line? */
  outcome: z.enum(['satisfied', 'violated', 'undetermined']),
  /** It holds, but only since printed figures are rounded. */
  rounding: z.boolean(),
  /** What stands in the target's cell. */
  printed: z.number().nullable(),
  /** What the parts come to; null when undetermined. */
  computed: z.number().nullable(),
  /** printed − computed. */
  difference: z.number().nullable(),
  /** Only what is asserted is said to be wrong; on lines that hold it says how sure it would be. */
  strength: z.enum(['asserted', 'hint']),
  /** Why it is undetermined. */
  reason: z.enum(['not_read', 'blank_total', 'half_filled', 'cut']).optional(),
});

const relationSchema = z.object({
  /** Name of the relation in its table. */
  id: z.string(),
  /** What the parts come to. Of growth, the first part against the second: in percent, less 100. */
  kind: z.enum(['sum', 'share', 'difference', 'growth', 'equal']),
  /** Whether rows add up, columns do, or single cells. */
  axis: z.enum(['down', 'across', 'cells']),
  /** Row or column of the total, from 0; a pair of them on the axis `cells`. */
  target: placeSchema,
  /** What is added up. */
  parts: z.array(
    z.object({
      /** Row or column of the part, from 0. */
      at: placeSchema,
      /** −1 for what is taken off. */
      weight: z.union([z.literal(1), z.literal(-1)]),
      /** The table in which it stands, where that is another one than the target's: a relation between tables is a hint at most. */
      table: ordinal.optional(),
      /** What is printed there. */
      value: z.number().optional(),
    }),
  ),
  /** The row in which the whole of a share stands; without it, a share with two parts is the first in percent of the second. */
  whole: placeSchema.optional(),
  /** What suggests it. */
  cue: cueSchema,
  /** The rule of the form that states it, as the catalogue of rules calls it; only of forms with open rows. */
  rule: z.string().optional(),
  /** The columns, or rows, on which it was evaluated. */
  lines: z.array(lineSchema),
});

const figureSchema = z.object({
  /** Row after spans are expanded, from 0. */
  row: ordinal,
  /** Column after spans are expanded, from 0. */
  column: ordinal,
  /** The text of the cell as printed. */
  raw: z.string(),
  /** The number printed; null unless `state` is `number`. */
  value: z.number().nullable(),
  /** What the cell holds; a blank is not a zero. */
  state: z.enum(['number', 'blank', 'mark', 'unreadable']),
  /** In the cell, else of its row, its column, its table. */
  unit: z.string().nullable(),
  /** Whether it is a part of a total, a total, or neither. */
  role: z.enum(['part', 'total', 'other']),
  /** Labels beside it, from outside in. */
  rowPath: z.array(z.string()),
  /** Headings over it, from outside in. */
  columnPath: z.array(z.string()),
});

export const tableSchema = z.object({
  /** Counts the tables of the document in their order, nested ones too, from 0. */
  index: ordinal,
  /** Its caption, where one was found. */
  caption: z.string().nullable(),
  /** The unit of the whole table. */
  unit: z.string().nullable(),
  /** After spans are expanded. A spanned cell's figure stands at its top left. */
  rows: ordinal,
  /** How many columns it has. */
  columns: ordinal,
  /** Its figures. */
  cells: z.array(figureSchema),
  /** The totals, shares and changes found in it. */
  relations: z.array(relationSchema),
  /** Which cell may be wrong where an equation that is asserted fails; refs are `t0.r2.c1`, rows and columns from 0. */
  diagnoses: z.array(diagnosisSchema),
});

export const tabulationSchema = z.object({
  /** Version of the contract. */
  schema: z.literal('gouji/tables/1'),
  /** What they were read from. */
  source: sourceSchema,
  /** Tables with figures, in document order. */
  tables: z.array(tableSchema),
  /** What was not read, and why. */
  issues: z.array(issueSchema),
});

export type Tabulation = z.infer<typeof tabulationSchema>;
export type TableReading = z.infer<typeof tableSchema>;
export type TableFigure = z.infer<typeof figureSchema>;
export type RelationReading = z.infer<typeof relationSchema>;
export type LineReading = z.infer<typeof lineSchema>;
