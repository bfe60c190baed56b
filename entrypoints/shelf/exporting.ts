import type { ShelfRow } from '../../components/shelf/row.ts';
import type { ExportFormat } from '../../components/shelf/words.ts';
import { toCsv } from '../../parser/export/csv.ts';
import { type Kept, toldOf } from '../../parser/export/kept.ts';
import { toShelfJson } from '../../parser/export/shelf-json.ts';
import { findingLines, findingsStart } from '../../parser/export/verdict.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { Around } from './shelf-context.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Kept reports as a file. The writers of archives are loaded when they are wanted. */

const csvType = 'text/csv;charset=utf-8';

const written: Record<
  Exclude<ExportFormat, 'findings' | 'xlsx'>,
  (reports: readonly Kept[]) => Promise<Blob> | Blob
> = {
  csv: (reports) => new Blob([toCsv(reports.map(({ extraction }) => extraction))], { type: csvType }),
  json: (reports) => new Blob([toShelfJson(reports)], { type: 'application/json' }),
  zip: async (reports) => (await import('./archive.ts')).archiveOf(reports),
};

/** Saves the reports under a name that tells what is in it, and answers that name. */
export const exportReports = async (
  reports: readonly Kept[],
  format: Exclude<ExportFormat, 'findings' | 'xlsx'>,
): Promise<string> => save(await written[format](reports), `${stemOf(reports.map(nameOf))}.${format}`);

/** Saves the kept reports of these rows as a workbook, which a worker writes. Answers its name, or null where it was cancelled. */
export const exportWorkbook = async (
  rows: readonly ShelfRow[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<string | null> => {
  const ids = rows.map(({ id }) => id);
  const file = await writeWorkbook(ids, onProgress, signal);
  return file && save(file, `${stemOf(rows)}.xlsx`);
};

/** Saves what was found in the reports: one finding a row, and one row for each report of which there is nothing to say. */
export const exportFindings = (
  reports: readonly Around[],
  judgement: Judgement,
  language: Language,
): string => {
  const lines = reports.map(({ record, history }) =>
    findingLines(
      verdictOn({ ...toldOf(record), history }, judgement),
      record.extraction,
      language,
      record.note,
    ),
  );
  const blob = new Blob([findingsStart(), ...lines], { type: csvType });
  return save(blob, `${stemOf(reports.map(({ record }) => nameOf(record)))}.findings.csv`);
};

const save = (blob: Blob, name: string): string => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser must have taken up the address before it is withdrawn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
};

type Named = Pick<ShelfRow, 'authority' | 'year'>;

const nameOf = ({ extraction: { authority, year } }: Kept): Named => ({
  authority: authority?.value ?? null,
  year: year?.value ?? null,
});

/** `兖州区人民政府-2020` for one report, else how many there are and the day. */
const stemOf = (reports: readonly Named[]): string => {
  const [only] = reports;
  const parts =
    only && reports.length === 1
      ? [only.authority, only.year]
      : ['gouji', reports.length, new Date().toISOString().slice(0, 10)];
  const name = parts.filter((part) => part !== null).join('-');
  // Characters that Windows forbids, and controls; no dot at either end.
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '');
  return safe.replace(/^[.\s]+/, '').replace(/[.\s]{1,80}$/, '') || 'gouji';
};
