import * as z from 'zod';
import type { ShelfContext } from '../../components/shelf-context.ts';
import type { HistoryFinding } from '../../parser/compare/history.ts';

/** What is found between a report and those of other years, as it crosses between background and panel and stands in the session store. */

const outcome = z.enum(['satisfied', 'violated', 'undetermined']);
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
  note: z.string(),
}) satisfies z.ZodType<ShelfContext>;
