import Papa from 'papaparse';
import type { Extraction } from '../extraction.ts';
import { formOf } from '../forms/registry.ts';
import type { Form } from '../forms/schema.ts';
import { namesOf, partsOf } from '../messages/names.ts';

/**
 * Tidy CSV, one fact a line, as spreadsheets open it: UTF-8 with BOM, CRLF, RFC 4180 quoting.
 * `slot` is `table:row:column` from 0; `source` the path or the address; labels are the official Chinese ones of the form.
 */

const header = [
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

/** Text that a spreadsheet would run as a formula (OWASP, "CSV Injection"), a plain negative number excepted. */
const startsFormula = /^(?!-\d+(?:,\d{3})*(?:\.\d+)?$)[=+\-@\t\r]/;

const lines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.length === 0
    ? ''
    : Papa.unparse(rows as (string | number | null)[][], { newline, escapeFormulae: startsFormula }) +
      newline;

/** BOM and header line: the start of every CSV. */
export const csvStart = (): string => `\uFEFF${lines([header])}`;

/** The facts of one extraction, without header. Empty when nothing was read. */
export const csvRows = (extraction: Extraction): string => {
  const { authority, year, form: heading, facts, issues, source } = extraction;
  const form: Form | null = heading === null ? null : formOf(heading.id);
  const names = namesOf({ form, issues });
  return lines(
    facts.map(({ ref, value, state, unit, raw, slot }) => {
      const { table, row, column } = partsOf(ref);
      return [
        authority?.value ?? null,
        year?.value ?? null,
        heading?.id ?? null,
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
    }),
  );
};

/** Several extractions under one header. */
export const toCsv = (extractions: readonly Extraction[]): string =>
  csvStart() + extractions.map(csvRows).join('');
