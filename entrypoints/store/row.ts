import * as z from 'zod';
import type { ShelfRow } from '../../components/shelf/row.ts';
import { keyFigures } from '../../parser/check/key-figures.ts';
import { type Kept, placeOf, toldOf } from '../../parser/export/kept.ts';
import { type Judgement, unjudged } from '../../parser/findings/judgement.ts';
import { reasonsOf, verdictOn } from '../../parser/findings/verdict.ts';

/** A row as it is stored. `removed` is when it was taken off the shelf: for a while that can be undone. */
export const storedRowSchema = z.object({
  kind: z.enum(['report', 'tables']),
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
  verdict: z.enum(['violated', 'open', 'holds', 'unread']),
  reasons: z.object({
    identities: z.int(),
    claims: z.int(),
    statements: z.int(),
    years: z.int(),
    undetermined: z.int(),
    unread: z.int(),
    aside: z.int(),
    hints: z.int(),
    satisfied: z.int(),
  }),
  figures: z.record(z.string(), z.number().nullable()),
  note: z.string().exactOptional(),
  removed: z.number().exactOptional(),
}) satisfies z.ZodType<ShelfRow>;

export type StoredRow = z.infer<typeof storedRowSchema>;

/** What a row shows of the verdict. */
export const judgedAs = (record: Kept, judgement: Judgement): Pick<StoredRow, 'verdict' | 'reasons'> => {
  const on = verdictOn(toldOf(record), judgement);
  return { verdict: on.verdict, reasons: reasonsOf(on) };
};

const partsOf = ({ kind, id, title, report, retrieved, kept, tool, extraction, note }: Kept) => ({
  kind,
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
  figures: keyFigures(extraction),
  ...(note === undefined ? {} : { note }),
});

/** The row of a record, before anything of it is set aside. */
export const rowOf = (record: Kept): StoredRow => ({ ...partsOf(record), ...judgedAs(record, unjudged) });
