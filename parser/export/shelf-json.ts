import * as z from 'zod';
import { extractionSchema } from '../extraction.ts';
import { toNdjsonLine } from './json.ts';
import { idOf, type Kept, keptReportSchema, keptSchema, momentSchema } from './kept.ts';

/** The shelf as a file: all that is kept, in JSON, and read again, whatever earlier version wrote it. */

const version = 4;
const current = `gouji/shelf/${version}`;

/** Version 3 kept reports only. */
const kept3Schema = keptReportSchema.omit({ kind: true });

/** Version 2 kept no statements of the text. */
const kept2Schema = kept3Schema.omit({ statements: true });

/** Version 1 had one time for reading and keeping, and one word for the tool's version and the form. */
const kept1Schema = z.object({
  title: z.string().nullable(),
  report: z.int().min(0),
  kept: momentSchema,
  /** `0.1.0`, a blank, and the id of a form. */
  rules: z.string(),
  extraction: extractionSchema,
});

/**
 * One report as an earlier version wrote it, or as this one does, in the shape of this version; null where it is neither.
 * What is not known to the schema stays in the record: a field of a later version must not be lost here.
 */
export const migrated = (from: number, raw: unknown): Kept | null => {
  if (from === 1) {
    const old = kept1Schema.safeParse(raw);
    if (!old.success) return null;
    const { title, report, kept, rules } = old.data;
    const { extraction } = raw as Pick<Kept, 'extraction'>;
    const tool = rules.split(' ')[0] ?? '';
    const kind = 'report';
    const id = idOf({ kind, extraction, report, tool });
    return { kind, id, title, report, retrieved: kept, kept, tool, extraction, statements: null };
  }
  if (from === 2) {
    if (!kept2Schema.safeParse(raw).success) return null;
    return withOwnId({ ...(raw as z.infer<typeof kept2Schema>), kind: 'report', statements: null });
  }
  if (from === 3) {
    if (!kept3Schema.safeParse(raw).success) return null;
    return withOwnId({ ...(raw as z.infer<typeof kept3Schema>), kind: 'report' });
  }
  return keptSchema.safeParse(raw).success ? withOwnId(raw as Kept) : null;
};

/** The id is formed anew: a file from elsewhere may not overwrite another report under its id. */
const withOwnId = (kept: Kept): Kept => ({ ...kept, id: idOf(kept) });

/** One record a line, keys in the order of the schema: two exports of the same records are the same bytes. */
export const toShelfJson = (reports: readonly Kept[]): string =>
  `{\n"schema": ${JSON.stringify(current)},\n"reports": [\n${reports.map(lineOf).join(',\n')}\n]\n}\n`;

const lineOf = (record: Kept): string => {
  const { kind, id, title, report, retrieved, kept, tool, extraction, note } = record;
  const noted = note === undefined ? {} : { note };
  const start = JSON.stringify({ kind, id, title, report, retrieved, kept, tool, ...noted }).slice(0, -1);
  const own =
    record.kind === 'report'
      ? `"statements":${JSON.stringify(record.statements)}`
      : `"tables":${JSON.stringify(record.tables)}`;
  return `${start},"extraction":${toNdjsonLine(extraction).trimEnd()},${own}}`;
};

/** What a file held. `refused` are the ordinals, from 1, of reports that do not fit the schema; the others are read all the same. */
type ShelfFile =
  | { kind: 'shelf'; reports: Kept[]; refused: number[] }
  /** Written by a later version of the tool. */
  | { kind: 'newer'; schema: string }
  /** No JSON, or JSON of something else. */
  | { kind: 'other' };

/** Reads a file that `toShelfJson` of any version wrote. Never throws. */
export const readShelfJson = (text: string): ShelfFile => {
  const file = fileSchema.safeParse(parsed(text));
  if (!file.success) return { kind: 'other' };
  const { schema, reports: raw } = file.data;
  const from = Number(/^gouji\/shelf\/(\d+)$/.exec(schema)?.[1] ?? 0);
  if (from === 0) return { kind: 'other' };
  if (from > version) return { kind: 'newer', schema };
  const reports: Kept[] = [];
  const refused: number[] = [];
  raw.forEach((one, at) => {
    const report = migrated(from, one);
    if (report) reports.push(report);
    else refused.push(at + 1);
  });
  return { kind: 'shelf', reports, refused };
};

const fileSchema = z.object({ schema: z.string(), reports: z.array(z.unknown()) });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};
