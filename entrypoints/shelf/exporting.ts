import type { ExportFormat } from '../../components/shelf/words.ts';
import { toCsv } from '../../parser/export/csv.ts';
import type { Kept } from '../../parser/export/kept.ts';
import { toShelfJson } from '../../parser/export/shelf-json.ts';

/** Kept reports as a file. The writers of archives are loaded when they are wanted. */

const written: Record<ExportFormat, (reports: readonly Kept[]) => Promise<Blob> | Blob> = {
  csv: (reports) =>
    new Blob([toCsv(reports.map(({ extraction }) => extraction))], { type: 'text/csv;charset=utf-8' }),
  json: (reports) => new Blob([toShelfJson(reports)], { type: 'application/json' }),
  xlsx: async (reports) => (await import('./workbook.ts')).workbookOf(reports),
  zip: async (reports) => (await import('./archive.ts')).archiveOf(reports),
};

/** Saves the reports under a name that tells what is in it, and answers that name. */
export const exportReports = async (reports: readonly Kept[], format: ExportFormat): Promise<string> => {
  const name = `${stemOf(reports)}.${format}`;
  const address = URL.createObjectURL(await written[format](reports));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser must have taken up the address before it is withdrawn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
};

/** `兖州区人民政府-2020` for one report, else how many there are and the day. */
const stemOf = (reports: readonly Kept[]): string => {
  const [only] = reports;
  const parts =
    only && reports.length === 1
      ? [only.extraction.authority?.value, only.extraction.year?.value]
      : ['gouji', reports.length, new Date().toISOString().slice(0, 10)];
  const name = parts.filter((part) => part !== undefined).join('-');
  // Characters that Windows forbids, and controls; no dot at either end.
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '');
  return safe.replace(/^[.\s]+/, '').replace(/[.\s]{1,80}$/, '') || 'gouji';
};
