import * as z from 'zod';
import type { ProseFinding } from '../prose/prose-findings.ts';

/** What the text of a report says against or for itself, as it is stored and sent. */

const outcome = z.enum(['satisfied', 'violated', 'undetermined']);
const place = { quote: z.string(), block: z.int().min(0), at: z.int().min(0), outcome };
const hint = z.literal(true).exactOptional();
const day = z.object({ year: z.int().nullable(), month: z.int(), day: z.int() });

export const statementSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sum'),
    ...place,
    total: z.number(),
    parts: z.array(z.object({ value: z.number(), at: z.int().min(0) })),
    hint,
  }),
  z.object({
    kind: z.literal('percentage'),
    ...place,
    of: z.enum(['share', 'change']),
    printed: z.number(),
    computed: z.number().nullable(),
    part: z.number().nullable(),
    base: z.number().nullable(),
    hint,
  }),
  z.object({ kind: z.literal('period'), ...place, from: day, to: day, year: z.int().nullable() }),
  z.object({
    kind: z.literal('balance'),
    ...place,
    arrived: z.array(z.number()),
    left: z.array(z.number()),
    hint,
  }),
  z.object({
    kind: z.literal('repeated'),
    ...place,
    value: z.number(),
    other: z.object({ value: z.number(), block: z.int().min(0), at: z.int().min(0) }),
    hint,
  }),
  z.object({
    kind: z.literal('year'),
    ...place,
    outcome: z.enum(['violated', 'undetermined']),
    named: z.string(),
    year: z.int().nullable(),
    hint,
  }),
]) satisfies z.ZodType<ProseFinding>;
