import * as z from 'zod';
import { type Extraction, extractionSchema } from '../extraction.ts';
import type { Told } from '../findings/finding.ts';
import { statementSchema } from '../findings/statement-schema.ts';
import type { ProseFinding } from '../prose/prose-findings.ts';
import { longestNote } from './note.ts';

/** A time as `Date.prototype.toISOString` writes it, parts of a second or not. */
export const momentSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));

/** A report as it is kept on the shelf: the extraction, and what is needed to find its page again and to prove each number. */
export const keptSchema = z.object({
  /** `idOf` of the rest. */
  id: z.string().min(1),
  /** Title of the page. */
  title: z.string().nullable(),
  /** Which report of its page this is, from 0. */
  report: z.int().min(0),
  /** When the page was read; ISO 8601 in UTC. */
  retrieved: momentSchema,
  /** When it was put on the shelf. */
  kept: momentSchema,
  /** Version of the tool that read it. With the form of the extraction it says by which rules the report was checked. */
  tool: z.string(),
  extraction: extractionSchema,
  /** What its text says against or for itself; null where an earlier version has kept the report without its text. */
  statements: z.array(statementSchema).nullable(),
  /** What the person has written about it; where nothing is written it is not there. */
  note: z.string().min(1).max(longestNote).exactOptional(),
});

export type Kept = z.infer<typeof keptSchema>;

/** What a record of the shelf is made from. */
type Find = {
  extraction: Extraction;
  statements: ProseFinding[] | null;
  report: number;
  title: string | null;
  retrieved: string;
};

/** Where the report was read: the address of its page, or the name of its file. */
export const placeOf = ({ source }: Extraction): string => source.url ?? source.path ?? '';

/**
 * One place, one content, one set of rules: one record. A changed page has another hash, and so another record.
 * The place comes last, because it alone may hold anything.
 */
export const idOf = ({ extraction, report, tool }: Pick<Kept, 'extraction' | 'report' | 'tool'>): string =>
  `${extraction.source.sha256}/${report}/${tool}/${placeOf(extraction)}`;

/** @param kept when it is put on the shelf, ISO 8601. */
export const keptOf = (
  { extraction, statements, report, title, retrieved }: Find,
  tool: string,
  kept: string,
): Kept => ({
  id: idOf({ extraction, report, tool }),
  title,
  report,
  retrieved,
  kept,
  tool,
  extraction,
  statements,
});

/** The record with this note in place of the one before; an empty one takes it away. */
export const withNote = ({ note: _, ...record }: Kept, note: string): Kept =>
  note === '' ? record : { ...record, note };

/** A kept report with all that is said of it. */
export const toldOf = ({ extraction, statements }: Pick<Kept, 'extraction' | 'statements'>): Told => ({
  extraction,
  statements: statements ?? [],
});
