import writeXlsxFile, { type SheetData } from 'write-excel-file/browser';
import { type CsvCell, csvColumns, factRows } from '../../parser/export/csv.ts';
import type { Kept } from '../../parser/export/kept.ts';
import {
  provenanceColumns,
  provenanceRows,
  reportColumns,
  reportRows,
} from '../../parser/export/provenance.ts';

/** Kept reports as an Excel workbook: the figures, where each is from, and the reports. Numbers are numbers, text is text. */
export const workbookOf = (reports: readonly Kept[]): Promise<Blob> =>
  writeXlsxFile([
    sheet(
      'figures',
      csvColumns,
      reports.flatMap(({ extraction }) => factRows(extraction)),
    ),
    sheet('provenance', provenanceColumns, provenanceRows(reports)),
    sheet('reports', reportColumns, reportRows(reports)),
  ]).toBlob();

const sheet = (name: string, columns: readonly string[], rows: readonly (readonly CsvCell[])[]) => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: columns.map((column) => ({ width: widths[column] ?? 14 })),
  data: [
    columns.map((column) => ({ value: column, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ] satisfies SheetData,
});

/** Text is written as text, so that nothing of a page is ever run as a formula: no apostrophe is needed here. */
const cellOf = (value: CsvCell) =>
  value === null
    ? null
    : typeof value === 'number'
      ? { value, type: Number }
      : { value: value.replace(notInXml, ''), type: String };

/** Characters that XML 1.0 has no way to write: a workbook that holds one does not open. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** In characters. */
const widths: Partial<Record<string, number>> = {
  authority: 26,
  row_label: 34,
  column_label: 18,
  raw: 16,
  source: 40,
  report: 24,
  ref: 40,
  url: 46,
  title: 40,
  sha256: 24,
  retrieved: 24,
  kept: 24,
};
