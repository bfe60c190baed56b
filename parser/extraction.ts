import * as z from 'zod';
import { issueSchema } from './issue.ts';

/** The public data contract, `gouji/extraction/1`. Everything that is stored, exported or messaged is checked against these schemas. */

const slotSchema = z.object({ table: z.int().min(0), row: z.int().min(0), column: z.int().min(0) });

export const sourceSchema = z.object({
  path: z.string().optional(),
  url: z.string().optional(),
  /** SHA-256, hex: of the bytes of a file; of the JSON of its blocks for a live page (`format: "dom"`). */
  sha256: z.string(),
  bytes: z.int().min(0),
  format: z.enum(['html', 'text', 'dom', 'pdf', 'docx', 'xlsx', 'xls', 'doc', 'unknown']),
});

export const factSchema = z.object({
  /** `table.row.column`, ids of the form. */
  ref: z.string(),
  /** The number printed, never a corrected one; null unless `state` is `number`. */
  value: z.number().nullable(),
  state: z.enum(['number', 'blank', 'mark', 'unreadable']),
  /** The text of the cell as printed, white space at its ends removed. */
  raw: z.string(),
  /** The unit printed in the cell, else in its heading, else null. Money keeps the unit it was printed with. */
  unit: z.string().nullable(),
  slot: slotSchema,
});

export const checkSchema = z.object({
  /** `identity@column` or `identity@row`. */
  id: z.string(),
  outcome: z.enum(['satisfied', 'violated', 'undetermined']),
  /** Sum of the terms with weight +1; null when undetermined. */
  left: z.number().nullable(),
  right: z.number().nullable(),
  /** left − right. */
  difference: z.number().nullable(),
  terms: z.array(
    z.object({
      ref: z.string(),
      weight: z.union([z.literal(1), z.literal(-1)]),
      value: z.number().nullable(),
    }),
  ),
  /** Cells that are blank or marked and were counted as zero. */
  assumedZero: z.array(z.string()),
  /** Why it is undetermined, with the cells at fault. */
  reason: z
    .object({
      code: z.enum(['no_number', 'blank_total', 'not_read', 'not_printed', 'extra_row']),
      refs: z.array(z.string()),
    })
    .optional(),
});

export const likelySchema = z.enum([
  'digit_swapped',
  'digit_missing',
  'digit_extra',
  'digit_changed',
  'moved_between_cells',
  'cells_exchanged',
  'shifted',
  'stale_total',
  'blank_to_number',
  'figure_split',
]);

export const diagnosisSchema = z.object({
  explains: z.array(z.string()),
  alternatives: z.array(
    z.object({
      changes: z.array(z.object({ ref: z.string(), from: z.number().nullable(), to: z.number() })),
      likely: likelySchema.nullable(),
      rank: z.int().min(1),
    }),
  ),
  capped: z.boolean(),
});

export const claimSchema = z.object({
  quote: z.string(),
  value: z.number(),
  about: z.array(z.string()).nullable(),
  scope: z.enum(['whole', 'part', 'other_period', 'unknown']),
  outcome: z.enum(['satisfied', 'violated', 'undetermined']),
  block: z.int().min(0),
  at: z.int().min(0),
});

export const extractionSchema = z.object({
  schema: z.literal('gouji/extraction/1'),
  source: sourceSchema,
  form: z.object({ id: z.string(), title: z.string(), issuedAs: z.string() }).nullable(),
  authority: z.object({ value: z.string(), evidence: z.string() }).nullable(),
  year: z.object({ value: z.int(), evidence: z.string() }).nullable(),
  facts: z.array(factSchema),
  coverage: z.object({ read: z.int().min(0), expected: z.int().min(0) }),
  checks: z.array(checkSchema),
  diagnoses: z.array(diagnosisSchema),
  claims: z.array(claimSchema),
  issues: z.array(issueSchema),
});

export type Source = z.infer<typeof sourceSchema>;
export type Fact = z.infer<typeof factSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Diagnosis = z.infer<typeof diagnosisSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Extraction = z.infer<typeof extractionSchema>;
