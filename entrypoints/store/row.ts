import * as z from 'zod';
import type { ShelfRow } from '../../components/shelf/row.ts';
import { tallyOf, unjudged } from '../../components/tally.ts';
import { keyFigures } from '../../parser/check/key-figures.ts';
import { type Kept, placeOf } from '../../parser/export/kept.ts';

const figure = z.number().nullable();

/** A row as it is stored. `removed` is when it was taken off the shelf: for a while that can be undone. */
export const storedRowSchema = z.object({
  id: z.string(),
  place: z.string(),
  title: z.string().nullable(),
  report: z.int(),
  retrieved: z.string(),
  kept: z.string(),
  tool: z.string(),
  form: z.string().nullable(),
  authority: z.string().nullable(),
  year: z.int().nullable(),
  tally: z.object({
    satisfied: z.int(),
    violated: z.int(),
    undetermined: z.int(),
    contradicted: z.int(),
    // Of one report by itself there is none; rows of earlier versions do not have them.
    overYears: z.int().default(0),
    doubts: z.int().default(0),
    unread: z.int(),
    aside: z.int(),
  }),
  figures: z.object({
    received: figure,
    carriedOver: figure,
    processed: figure,
    granted: figure,
    carriedForward: figure,
    reviews: figure,
    lawsuits: figure,
  }),
  removed: z.number().exactOptional(),
}) satisfies z.ZodType<ShelfRow>;

export type StoredRow = z.infer<typeof storedRowSchema>;

/** The row of a kept report. */
export const rowOf = ({ id, title, report, retrieved, kept, tool, extraction }: Kept): StoredRow => ({
  id,
  place: placeOf(extraction),
  title,
  report,
  retrieved,
  kept,
  tool,
  form: extraction.form?.id ?? null,
  authority: extraction.authority?.value ?? null,
  year: extraction.year?.value ?? null,
  tally: tallyOf([{ extraction }], unjudged),
  figures: keyFigures(extraction),
});
