import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { type CsvCell, csvColumns, factRows, neutral } from '../../parser/export/csv.ts';
import { datasetNames, datasetTable, datasetTables } from '../../parser/export/dataset.ts';
import {
  type DatasetFile,
  datasetDescriptor,
  datasetDictionary,
  datasetViews,
} from '../../parser/export/dataset-files.ts';
import { reportRows, tabulationRows } from '../../parser/export/dataset-rows.ts';
import type { TextTable } from '../../parser/export/difference.ts';
import { cut, mostRows } from '../../parser/export/spreadsheet.ts';
import type { Language } from '../../parser/messages/words.ts';
import { ownIds } from '../outputs/dataset.ts';
import { contentsHeads, contentsOf, kindNames, sheetColumns, workbookRows } from '../outputs/xlsx.ts';
import { type ExportedRows, textOf } from './layouts.ts';
import { type Page, sourceName } from './pages.ts';

/** What an export of these pages holds: made by the code that writes exports, from pages that were read again. */

const tableOf = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  written: (cell: CsvCell) => CsvCell = (cell) => cell,
): TextTable => ({
  name,
  columns,
  rows: rows.map((cells, at) => ({ line: at + 1, cells: cells.map((cell) => textOf(written(cell))) })),
});

const facts = (pages: readonly Page[], written?: (cell: CsvCell) => CsvCell): TextTable[] => [
  tableOf(
    'facts',
    csvColumns,
    pages.flatMap(({ told }) => factRows(told.extraction)),
    written,
  ),
];

const inCell = (cell: CsvCell): CsvCell => (typeof cell === 'string' ? cut(cell) : cell);

const workbook = (pages: readonly Page[], language: Language): TextTable[] => {
  const reports = pages.map(({ told }) => workbookRows(told, language));
  const tables = kindNames.map((kind) =>
    tableOf(
      kind,
      sheetColumns(kind),
      reports.flatMap((rows) => rows[kind]),
      inCell,
    ),
  );
  const sheets = kindNames.flatMap((kind, at) => {
    const rows = tables[at]?.rows.length ?? 0;
    const most = mostRows - 1;
    return Array.from({ length: Math.max(1, Math.ceil(rows / most)) }, (_, nth) => ({
      kind,
      name: nth === 0 ? kind : `${kind} ${nth + 1}`,
      rows: Math.min(most, rows - nth * most),
    }));
  });
  return [tableOf('contents', contentsHeads(language), contentsOf(sheets, language)), ...tables];
};

const database = async (pages: readonly Page[]): Promise<TextTable[]> => {
  const { databaseOf } = await import('../outputs/sqlite.ts');
  const { databaseTables } = await import('./database.ts');
  const sources = new Map<string, Page['told'][]>();
  // Of a source that comes twice a database has the last.
  let before: string | null = null;
  for (const page of pages) {
    const key = sourceName(page);
    sources.set(key, key === before ? [...(sources.get(key) ?? []), page.told] : [page.told]);
    before = key;
  }
  const made = await databaseOf([...sources].map(([key, reports]) => ({ key, reports })));
  try {
    return databaseTables(made);
  } finally {
    made.close();
  }
};

const folder = (pages: readonly Page[], format: 'csv' | 'parquet'): TextTable[] => {
  const idOf = ownIds();
  const rows = new Map<string, CsvCell[][]>(datasetNames.map((name) => [name, []]));
  for (const { told, tabulation } of pages) {
    const own = reportRows(told);
    const id = idOf(String(own.reports[0]?.[0]));
    for (const [name, added] of Object.entries(own))
      for (const [, ...cells] of added) rows.get(name)?.push([id, ...cells]);
    if (tabulation)
      for (const [name, added] of Object.entries(tabulationRows(tabulation)))
        for (const cells of added) rows.get(name)?.push(cells);
  }
  return datasetTables.map(({ name, fields }) =>
    tableOf(
      name,
      fields.map((one) => one.name),
      rows.get(name) ?? [],
      format === 'csv' ? neutral : undefined,
    ),
  );
};

/** The tables that an export of its layout would hold of these pages. */
export const expectedTables = async (
  exported: ExportedRows,
  pages: readonly Page[],
): Promise<TextTable[]> => {
  switch (exported.layout) {
    case 'csv':
      return facts(pages, neutral);
    case 'parquet':
      return facts(pages);
    case 'xlsx':
      return workbook(pages, exported.language);
    case 'sqlite':
      return database(pages);
    case 'folder':
      return folder(pages, exported.format);
  }
};

/** Files of a folder that are not what stands beside such tables. */
export const otherFiles = (
  { folder: path, format }: Extract<ExportedRows, { layout: 'folder' }>,
  tables: readonly TextTable[],
): string[] => {
  const read = (name: string): Buffer | null => {
    try {
      return readFileSync(join(path, name));
    } catch {
      return null;
    }
  };
  const told: Record<string, DatasetFile> = {};
  for (const { name, rows } of tables) {
    const bytes = read(`${name}.${format}`) ?? Buffer.alloc(0);
    told[name] = {
      rows: rows.length,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  }
  const reportYear = datasetTable('reports').fields.findIndex(({ name }) => name === 'year');
  const reports = tables.find(({ name }) => name === 'reports')?.rows ?? [];
  const years = new Set(reports.map(({ cells }) => cells[reportYear] ?? '').filter((one) => one !== ''));
  const expected: Record<string, string> = {
    'dictionary.csv': datasetDictionary(),
    'views.sql': datasetViews(format, [...years].map(Number).sort()),
    'datapackage.json': datasetDescriptor(format, told, packageJson.version),
  };
  return Object.keys(expected).filter((name) => read(name)?.toString('utf8') !== expected[name]);
};
