import * as z from 'zod';
import { extractionSchema, sourceSchema } from '../extraction.ts';
import { dismissalReasons } from './judgement.ts';

/** The public data contract of one verdict, `gouji/verdict/1`: what `gouji check --format json|ndjson` writes, one for each extraction. */

const slot = z.object({ table: z.int().min(0), row: z.int().min(0), column: z.int().min(0) });

const findingSchema = z.object({
  kind: z.enum(['identity', 'claim', 'statement', 'history', 'total', 'reading']),
  rule: z.string(),
  strength: z.enum(['violated', 'undetermined', 'hint']),
  /** What a dismissal is keyed on. */
  key: z.string(),
  /** Refs of the cells that it is about. */
  about: z.array(z.string()),
  numbers: z.array(z.number().nullable()),
  /** The words of the report. */
  quote: z.string().optional(),
  slot: slot.optional(),
  /** The reason is a choice; `at` an ISO 8601 time. */
  setAside: z.object({ reason: z.enum(dismissalReasons), at: z.string() }).optional(),
});

export const verdictSchema = z.object({
  schema: z.literal('gouji/verdict/1'),
  source: sourceSchema,
  form: extractionSchema.shape.form,
  authority: extractionSchema.shape.authority,
  year: extractionSchema.shape.year,
  verdict: z.enum(['violated', 'open', 'holds', 'unread']),
  counts: z.object({
    satisfied: z.int().min(0),
    violated: z.int().min(0),
    undetermined: z.int().min(0),
    hints: z.int().min(0),
  }),
  findings: z.array(findingSchema),
});
