import * as z from 'zod';
import type { Around } from '../../components/around.ts';
import type { HistoryFinding } from '../../parser/check/history.ts';
import type { ProseFinding } from '../../parser/check/prose-findings.ts';

/** What is said of a report beside its extraction, as it crosses between background and panel and stands in the session store. */

const outcome = z.enum(['satisfied', 'violated', 'undetermined']);
const place = { quote: z.string(), block: z.int().min(0), at: z.int().min(0), outcome };
const day = z.object({ year: z.int().nullable(), month: z.int(), day: z.int() });

export const proseFindingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sum'),
    ...place,
    total: z.number(),
    parts: z.array(z.object({ value: z.number(), at: z.int().min(0) })),
  }),
  z.object({
    kind: z.literal('percentage'),
    ...place,
    of: z.enum(['share', 'change']),
    printed: z.number(),
    computed: z.number().nullable(),
    part: z.number().nullable(),
    base: z.number().nullable(),
  }),
  z.object({ kind: z.literal('period'), ...place, from: day, to: day, year: z.int().nullable() }),
]) satisfies z.ZodType<ProseFinding>;

const weight = z.union([z.literal(1), z.literal(-1)]);

const historyFindingSchema = z.object({
  id: z.string(),
  level: z.enum(['firm', 'warning', 'hint']),
  outcome,
  authority: z.string(),
  form: z.string(),
  years: z.tuple([z.int(), z.int()]),
  names: z.enum(['same', 'office', 'alike']),
  expected: z.number().nullable(),
  printed: z.number().nullable(),
  difference: z.number().nullable(),
  terms: z.array(z.object({ year: z.int(), ref: z.string(), weight, value: z.number().nullable() })),
}) satisfies z.ZodType<HistoryFinding>;

export const aroundSchema = z.object({
  kept: z.enum(['no', 'same', 'older']),
  history: z.array(historyFindingSchema),
}) satisfies z.ZodType<Around>;
