import Papa from 'papaparse';
import type { Extraction } from '../extraction.ts';
import { namesOf, partsOf } from '../messages/names.ts';

/**
 * Tidy CSV, one fact a line, as spreadsheets open it: UTF-8 with BOM, CRLF, RFC 4180 quoting.
 * `slot` is `table:row:column` from 0; `source` the path or the address; labels are the official Chinese ones of the form.
 */

export const csvColumns = [
  'authority',
  'year',
  'form',
  'table',
  'row',
  'row_label',
  'column',
  'column_label',
  'value',
  'state',
  'unit',
  'raw',
  'source',
  'slot',
] as const;

/** RFC 4180 section 2.1; spreadsheets of every platform read it. */
const newline = '\r\n';

/** Text that a spreadsheet would run as a formula (OWASP, "CSV Injection"). */
const startsFormula = /^[=+\-@\t\r]/;
const negativeNumber = /^-\d+(?:,\d{3})*(?:\.\d+)?$/;

export type CsvCell = string | number | null;

/** An apostrophe makes a formula text again; a real negative number stays a number. */
export const neutral = (cell: CsvCell): CsvCell =>
  typeof cell === 'string' && startsFormula.test(cell) && !negativeNumber.test(cell) ? `'${cell}` : cell;

/** Cells as they are written. The same few thousand labels, figures and places come again and again, and quoting costs more than looking up. */
const written = new Map<CsvCell, string>();
const mostWritten = 8192;
const longestWritten = 64;

const cellOf = (cell: CsvCell): string => {
  const known = written.get(cell);
  if (known !== undefined) return known;
  const text = Papa.unparse([[neutral(cell)]], { newline });
  if (text.length <= longestWritten) {
    if (written.size >= mostWritten) written.clear();
    written.set(cell, text);
  }
  return text;
};

const lines = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => row.map(cellOf).join(',') + newline).join('');

/** A whole table: BOM, header line and rows, the cells neutralised. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${lines([columns])}${lines(rows)}`;

/** BOM and header line: the start of every CSV. */
export const csvStart = (): string => csvOf(csvColumns, []);

/** The facts of one extraction, without header. Empty when nothing was read. */
export const csvRows = (extraction: Extraction): string => lines(factRows(extraction));

/** One row for each fact, in the columns of the CSV, cells as they are. */
export const factRows = (extraction: Extraction): CsvCell[][] => {
  const { authority, year, form, facts, source } = extraction;
  const names = namesOf(extraction);
  return facts.map(({ ref, value, state, unit, raw, slot }) => {
    const { table, row, column } = partsOf(ref);
    return [
      authority?.value ?? null,
      year?.value ?? null,
      form?.id ?? null,
      table,
      row,
      names.row(table, row).zh,
      column,
      names.column(table, column).zh,
      value,
      state,
      unit,
      raw,
      source.path ?? source.url ?? null,
      `${slot.table}:${slot.row}:${slot.column}`,
    ];
  });
};

/** Several extractions under one header. */
export const toCsv = (extractions: readonly Extraction[]): string =>
  csvStart() + extractions.map(csvRows).join('');
