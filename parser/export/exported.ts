import Papa from 'papaparse';
import * as z from 'zod';
import { type Extraction, extractionSchema } from '../extraction.ts';
import type { TableReading } from '../tabulation.ts';
import { type CsvCell, csvColumns, factRows, neutral } from './csv.ts';
import { type KeptTables, placeOf } from './kept.ts';
import { readShelfJson } from './shelf-json.ts';

/** Exported data read back: what `gouji extract` and the shelf write as CSV and JSON. */

/** One exported figure, every cell as text. */
export type ExportedRow = {
  /** Line of the file for CSV, ordinal of the fact for JSON, from 1. */
  line: number;
  /** `table.row.column` */
  ref: string;
  cells: Record<ExportedField, string>;
};

/** What of a row must be found on the page again. The labels are the form's, and the source is not on the page. */
export const exportedFields = ['value', 'state', 'unit', 'raw', 'slot', 'authority', 'year', 'form'] as const;
export type ExportedField = (typeof exportedFields)[number];

/** The rows of one report. */
export type ExportedReport = {
  authority: string;
  year: string;
  form: string;
  /** Name of the file or address of the page. */
  source: string;
  /** Hash of the bytes of the file it was read from; null where the export does not say, or the page was a live one. */
  sha256: string | null;
  rows: ExportedRow[];
};

/** A page of tables that the shelf has kept. */
export type ExportedTables = {
  title: string;
  /** As in `ExportedReport`. */
  source: string;
  sha256: string | null;
  /** The version that found what adds up in them; null where the export does not say. */
  tool: string | null;
  tables: readonly TableReading[];
};

/** `csv` has an apostrophe before text that a spreadsheet would run; JSON is as printed. */
export type ExportNotation = 'csv' | 'json';

type Exported =
  | { kind: 'data'; notation: ExportNotation; reports: ExportedReport[]; tables: ExportedTables[] }
  /** Neither CSV nor JSON of ours; or some of it is damaged, and then `at` says where, from 1. */
  | { kind: 'unreadable'; at: number | null }
  | { kind: 'newer'; schema: string };

const textOf = (cell: CsvCell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell);

/** The rows that an extraction is exported as. */
export const rowsOf = (extraction: Extraction, notation: ExportNotation): ExportedRow[] =>
  factRows(extraction).map((row, at) => {
    const cells = row.map((cell) => textOf(notation === 'csv' ? neutral(cell) : cell));
    return rowOf(cells, at + 1);
  });

const place = Object.fromEntries(csvColumns.map((name, at) => [name, at])) as Record<
  (typeof csvColumns)[number],
  number
>;

const rowOf = (cells: readonly string[], line: number): ExportedRow => {
  const cell = (name: (typeof csvColumns)[number]): string => cells[place[name]] ?? '';
  return {
    line,
    ref: `${cell('table')}.${cell('row')}.${cell('column')}`,
    cells: Object.fromEntries(exportedFields.map((name) => [name, cell(name)])) as ExportedRow['cells'],
  };
};

/** Reads an export. Never throws. */
export const readExported = (text: string): Exported => {
  const bare = text.replace(/^\uFEFF/, '');
  return /^\s*[[{]/.test(bare) ? fromJson(bare) : fromCsv(bare);
};

const fromCsv = (text: string): Exported => {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [header, ...lines] = data;
  if (header?.join() !== csvColumns.join()) return { kind: 'unreadable', at: null };
  const damaged = lines.findIndex((cells) => cells.length !== csvColumns.length);
  if (damaged >= 0) return { kind: 'unreadable', at: damaged + 2 };
  const reports = new Map<string, ExportedReport>();
  lines.forEach((cells, at) => {
    const named = (name: (typeof csvColumns)[number]): string => cells[place[name]] ?? '';
    const [authority, year, form, source] = (['authority', 'year', 'form', 'source'] as const).map(named) as [
      string,
      string,
      string,
      string,
    ];
    const key = JSON.stringify([authority, year, form, source]);
    const report = reports.get(key) ?? { authority, year, form, source, sha256: null, rows: [] };
    report.rows.push(rowOf(cells, at + 2));
    reports.set(key, report);
  });
  return { kind: 'data', notation: 'csv', reports: [...reports.values()], tables: [] };
};

const fromJson = (text: string): Exported => {
  const shelf = readShelfJson(text);
  if (shelf.kind === 'newer') return shelf;
  if (shelf.kind === 'shelf') {
    const [damaged] = shelf.refused;
    if (damaged !== undefined) return { kind: 'unreadable', at: damaged };
    return fromExtractions(
      shelf.reports.flatMap((record) => (record.kind === 'report' ? [record.extraction] : [])),
      shelf.reports.flatMap((record) => (record.kind === 'tables' ? [tablesOf(record)] : [])),
    );
  }
  const values = jsonValues(text);
  if (values === null) return { kind: 'unreadable', at: null };
  const extractions: Extraction[] = [];
  for (const [at, value] of values.entries()) {
    const extraction = extractionSchema.safeParse(value);
    if (!extraction.success) return { kind: 'unreadable', at: at + 1 };
    extractions.push(extraction.data);
  }
  return fromExtractions(extractions);
};

const listSchema = z.array(z.unknown());

/** The values of a JSON array, or of a file with one value a line. */
export const jsonValues = (text: string): unknown[] | null => {
  try {
    const list = listSchema.safeParse(JSON.parse(text));
    return list.success ? list.data : [JSON.parse(text)];
  } catch {
    try {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): unknown => JSON.parse(line));
    } catch {
      return null;
    }
  }
};

/** The hash of the file that was read; null where the page was a live one. */
const sumOf = ({ source }: Extraction): string | null =>
  source.format === 'dom' || source.sha256 === '' ? null : source.sha256;

const tablesOf = ({ title, tool, extraction, tables }: KeptTables): ExportedTables => ({
  title: title ?? '',
  source: placeOf(extraction),
  sha256: sumOf(extraction),
  tool,
  tables,
});

const fromExtractions = (extractions: readonly Extraction[], tables: ExportedTables[] = []): Exported => ({
  kind: 'data',
  notation: 'json',
  tables,
  reports: extractions.map((extraction) => {
    const { authority, year, form, source } = extraction;
    return {
      authority: authority?.value ?? '',
      year: textOf(year?.value ?? null),
      form: form?.id ?? '',
      source: source.path ?? source.url ?? '',
      sha256: sumOf(extraction),
      rows: rowsOf(extraction, 'json'),
    };
  }),
});
