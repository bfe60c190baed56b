import Papa from 'papaparse';
import type { Extraction } from '../extraction.ts';
import { namesOf } from '../messages/names.ts';
import type { Slot } from '../source/blocks.ts';
import { refParts } from '../text/ref.ts';
import { ownCopy } from '../text/remembered.ts';

/**
 * Tidy CSV, one fact a line, as spreadsheets open it: UTF-8 with BOM, CRLF, RFC 4180 quoting.
 * `slot` is `t0r2c1`, table, row and column from 0, which no spreadsheet takes for a time; `source` the path or the address; labels are the official
 * Chinese ones of the form.
 */

export const csvColumns = [
  'report',
  'authority',
  'year',
  'form',
  'table',
  'row',
  'row_label',
  'column',
  'column_label',
  'ref',
  'value',
  'state',
  'unit',
  'raw',
  'source',
  'sha256',
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
    written.set(typeof cell === 'string' ? ownCopy(cell) : cell, ownCopy(text));
  }
  return text;
};

/** A place in the page: table, row and column from 0. */
export const slotText = ({ table, row, column }: Slot): string => `t${table}r${row}c${column}`;

/** Rows without a header, the cells neutralised. */
export const csvLines = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((row) => row.map(cellOf).join(',') + newline).join('');

/** A whole table: BOM, header line and rows, the cells neutralised. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${csvLines([columns])}${csvLines(rows)}`;

/** BOM and header line: the start of every CSV. */
export const csvStart = (): string => csvOf(csvColumns, []);

/** The facts of one extraction, without header. Empty when nothing was read. */
export const csvRows = (extraction: Extraction): string => {
  const { authority, year, form, facts, source } = extraction;
  const names = namesOf(extraction);
  const joined = (cells: readonly CsvCell[]): string => cells.map(cellOf).join(',');
  // What every line begins and ends with is written once.
  const [start, from] = [
    joined([reportIdOf(extraction), authority?.value ?? null, year?.value ?? null, form?.id ?? null]),
    joined([source.path ?? source.url ?? null, source.sha256]),
  ];
  let lines = '';
  for (const { ref, value, state, unit, raw, slot } of facts) {
    const { table, row, column } = refParts(ref);
    const [rowLabel, columnLabel] = [names.row(table, row).zh, names.column(table, column).zh];
    let place = places.get(ref);
    if (place?.rowLabel !== rowLabel || place.columnLabel !== columnLabel) {
      place = { rowLabel, columnLabel, text: joined([table, row, rowLabel, column, columnLabel, ref]) };
      if (places.size >= mostWritten) places.clear();
      places.set(ref, place);
    }
    lines += `${start},${place.text},${value ?? ''},${state},${cellOf(unit)},${cellOf(raw)},${from},${slotText(slot)}${newline}`;
  }
  return lines;
};

/** Cells of the form as the last report wrote them: their labels are the same in all that are of one form. */
const places = new Map<string, { rowLabel: string; columnLabel: string; text: string }>();

/**
 * Which report of which bytes: the same for the same file, wherever it lies. Of several reports in one file each has the number of the table in
 * which its first fact stands.
 */
export const reportIdOf = ({ source, facts }: Pick<Extraction, 'source' | 'facts'>): string =>
  `${source.sha256.slice(0, 16)}-t${facts[0]?.slot.table ?? 0}`;

/** One row for each fact, in the columns of the CSV, cells as they are. */
export const factRows = (extraction: Extraction): CsvCell[][] => {
  const { authority, year, form, facts, source } = extraction;
  const names = namesOf(extraction);
  const report = reportIdOf(extraction);
  return facts.map(({ ref, value, state, unit, raw, slot }) => {
    const { table, row, column } = refParts(ref);
    return [
      report,
      authority?.value ?? null,
      year?.value ?? null,
      form?.id ?? null,
      table,
      row,
      names.row(table, row).zh,
      column,
      names.column(table, column).zh,
      ref,
      value,
      state,
      unit,
      raw,
      source.path ?? source.url ?? null,
      source.sha256,
      slotText(slot),
    ];
  });
};

/** Several extractions under one header. */
export const toCsv = (extractions: readonly Extraction[]): string =>
  csvStart() + extractions.map(csvRows).join('');
