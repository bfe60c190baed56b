import { namedIn } from '../../components/shelf/kept-name.ts';
import type { ShelfRow } from '../../components/shelf/row.ts';
import type { ExportFormat } from '../../components/shelf/words.ts';
import { csvOf, toCsv } from '../../parser/export/csv.ts';
import { type Kept, tabulationOf, toldOf } from '../../parser/export/kept.ts';
import { toShelfJson } from '../../parser/export/shelf-json.ts';
import { figureColumns, figureRows, relationColumns, relationRows } from '../../parser/export/tables-rows.ts';
import { findingLines, findingsStart } from '../../parser/export/verdict.ts';
import type { Judgement } from '../../parser/findings/judgement.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { RecordContext } from './shelf-context.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Kept records as files. The writers of archives are loaded when they are wanted. */

const csvType = 'text/csv;charset=utf-8';

type Written = { ending: string; blob: Blob };

const csv = (ending: string, text: string): Written => ({
  ending,
  blob: new Blob([text], { type: csvType }),
});

/** Reports have the columns of their forms; what pages of tables hold are figures and relations of their own. */
const csvFiles = (records: readonly Kept[]): Written[] => {
  const reports = records.filter(({ kind }) => kind === 'report');
  const pages = records.filter((record) => record.kind === 'tables').map(tabulationOf);
  return [
    ...(reports.length > 0 || pages.length === 0
      ? [csv('csv', toCsv(reports.map(({ extraction }) => extraction)))]
      : []),
    ...(pages.length > 0
      ? [
          csv('tables.csv', csvOf(figureColumns, pages.flatMap(figureRows))),
          csv('relations.csv', csvOf(relationColumns, pages.flatMap(relationRows))),
        ]
      : []),
  ];
};

const written: Record<
  Exclude<ExportFormat, 'findings' | 'xlsx'>,
  (records: readonly Kept[]) => Promise<Written[]> | Written[]
> = {
  csv: csvFiles,
  json: (records) => [
    { ending: 'json', blob: new Blob([toShelfJson(records)], { type: 'application/json' }) },
  ],
  zip: async (records) => [{ ending: 'zip', blob: (await import('./archive.ts')).archiveOf(records) }],
};

/** Saves the records under names that tell what is in them, and answers these names. */
export const exportReports = async (
  records: readonly Kept[],
  format: Exclude<ExportFormat, 'findings' | 'xlsx'>,
): Promise<string> => {
  const stem = stemOf(records.map(namedIn));
  const files = await written[format](records);
  return files.map(({ ending, blob }) => save(blob, `${stem}.${ending}`)).join(', ');
};

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
  reports: readonly RecordContext[],
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
  return save(blob, `${stemOf(reports.map(({ record }) => namedIn(record)))}.findings.csv`);
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

type NamedRow = Pick<ShelfRow, 'kind' | 'title' | 'authority' | 'year'>;

/** `兖州区人民政府-2020` for one report, the title for one page of tables, else how many there are and the day. */
const stemOf = (records: readonly NamedRow[]): string => {
  const [only] = records;
  const parts =
    only && records.length === 1
      ? only.kind === 'tables'
        ? [only.title]
        : [only.authority, only.year]
      : ['gouji', records.length, new Date().toISOString().slice(0, 10)];
  const name = parts.filter((part) => part !== null).join('-');
  // Characters that Windows forbids, and controls; no dot at either end.
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '');
  return safe.replace(/^[.\s]+/, '').replace(/[.\s]{1,80}$/, '') || 'gouji';
};
