import * as z from 'zod';
import { type Extraction, extractionSchema } from '../extraction.ts';
import type { Told } from '../findings/finding.ts';
import { statementSchema } from '../findings/statement-schema.ts';
import { holdsTotals } from '../findings/totals.ts';
import type { ProseFinding } from '../prose/prose-findings.ts';
import { type TableReading, type Tabulation, tableSchema } from '../tabulation.ts';
import { longestNote } from './note.ts';

/** A time as `Date.prototype.toISOString` writes it, parts of a second or not. */
export const momentSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));

/** What every record of the shelf has: the extraction, and what is needed to find its page again and to prove each number. */
const recordSchema = z.object({
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
  /** Of a page of tables it says only what was read, and that no report is in it. */
  extraction: extractionSchema,
  /** What the person has written about it; where nothing is written it is not there. */
  note: z.string().min(1).max(longestNote).exactOptional(),
});

export const keptReportSchema = recordSchema.extend({
  kind: z.literal('report'),
  /** What its text says against or for itself; null where an earlier version has kept the report without its text. */
  statements: z.array(statementSchema).nullable(),
});

const keptTablesSchema = recordSchema.extend({
  kind: z.literal('tables'),
  /** All its tables with figures: also those in which nothing adds up, since a later edition is compared with them. */
  tables: z.array(tableSchema).min(1),
});

/** A report as it is kept on the shelf, or a page of tables in which something adds up. */
export const keptSchema = z.discriminatedUnion('kind', [keptReportSchema, keptTablesSchema]);

export type KeptReport = z.infer<typeof keptReportSchema>;
export type KeptTables = z.infer<typeof keptTablesSchema>;
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
export const idOf = ({
  kind,
  extraction,
  report,
  tool,
}: Pick<Kept, 'kind' | 'extraction' | 'report' | 'tool'>): string =>
  `${extraction.source.sha256}/${kind === 'tables' ? kind : report}/${tool}/${placeOf(extraction)}`;

/** @param kept when it is put on the shelf, ISO 8601. */
export const keptOf = (
  { extraction, statements, report, title, retrieved }: Find,
  tool: string,
  kept: string,
): KeptReport => ({
  kind: 'report',
  id: idOf({ kind: 'report', extraction, report, tool }),
  title,
  report,
  retrieved,
  kept,
  tool,
  extraction,
  statements,
});

/** The same for what was read of any page: a report, or the tables of a page without one; null where there is neither. */
export const recordOf = (
  { tables, ...find }: Find & { tables?: readonly TableReading[] | undefined },
  tool: string,
  kept: string,
): Kept | null => {
  const { extraction, report, title, retrieved } = find;
  if (extraction.form !== null) return keptOf(find, tool, kept);
  if (!tables || !holdsTotals(tables)) return null;
  const kind = 'tables';
  const id = idOf({ kind, extraction, report, tool });
  return { kind, id, title, report, retrieved, kept, tool, extraction, tables: [...tables] };
};

/** The record with this note in place of the one before; an empty one takes it away. */
export const withNote = <Record extends Kept>({ note: _, ...record }: Record, note: string): Record =>
  (note === '' ? record : { ...record, note }) as Record;

/** What is kept with all that is said of it. */
export const toldOf = (record: Kept): Told =>
  record.kind === 'report'
    ? { extraction: record.extraction, statements: record.statements ?? [] }
    : { extraction: record.extraction, tables: record.tables };

/** The tables of a kept page as `gouji tables` has them. */
export const tabulationOf = ({ extraction: { source }, tables }: KeptTables): Tabulation => ({
  schema: 'gouji/tables/1',
  source,
  tables,
  issues: [],
});
