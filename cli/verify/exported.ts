import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { csvColumns } from '../../parser/export/csv.ts';
import { datasetTables } from '../../parser/export/dataset.ts';
import type { DatasetFormat } from '../../parser/export/dataset-files.ts';
import type { TextTable } from '../../parser/export/difference.ts';
import { descriptorIn } from '../outputs/dataset.ts';
import { type ExportLayout, textOf } from './layouts.ts';

/** An export read back as text, whatever its format. JSON is read by `parser/export/exported.ts`. */

const starts = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(text.length, bytes.length)).toString('latin1') ===
  text;

/** Null where nothing can be read at the path. */
export const exportedAt = async (path: string): Promise<ExportLayout | null> => {
  try {
    if (statSync(path).isDirectory()) return await folderAt(path);
    if (/(?:^|[/\\])datapackage\.json$/.test(path)) return await folderAt(join(path, '..'));
    const bytes = readFileSync(path);
    if (starts(bytes, 'SQLite format 3\0')) {
      const { databaseTables } = await import('./database.ts');
      const { databaseAt } = await import('../outputs/sqlite.ts');
      const database = await databaseAt(path);
      try {
        return { layout: 'sqlite', tables: databaseTables(database) };
      } finally {
        database.close();
      }
    }
    if (starts(bytes, 'PAR1')) return { layout: 'parquet', tables: [await parquetTable('facts', bytes)] };
    if (starts(bytes, 'PK')) return (await import('./workbook.ts')).workbookTables(bytes);
    const text = bytes.toString('utf8');
    return text.replace(/^\uFEFF/, '').startsWith(csvColumns.join(','))
      ? csvTables(text)
      : { layout: 'text', text };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null;
    throw error;
  }
};

/** Rows of CSV; of a file that was cut, the line at which. */
const csvTable = (name: string, text: string): TextTable | { at: number } => {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [columns = [], ...rows] = data;
  const damaged = rows.findIndex((cells) => cells.length !== columns.length);
  if (damaged >= 0) return { at: damaged + 2 };
  return { name, columns, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
};

const csvTables = (text: string): ExportLayout => {
  const table = csvTable('facts', text);
  return 'at' in table ? { layout: 'damaged', at: table.at } : { layout: 'csv', tables: [table] };
};

const parquetTable = async (name: string, bytes: Uint8Array): Promise<TextTable> => {
  const { parquetMetadata, parquetReadObjects } = await import('hyparquet');
  const file = new Uint8Array(bytes).buffer;
  const columns = parquetMetadata(file)
    .schema.slice(1)
    .map((one) => one.name);
  const rows = await parquetReadObjects({ file });
  return {
    name,
    columns,
    rows: rows.map((row, at) => ({ line: at + 1, cells: columns.map((column) => textOf(row[column])) })),
  };
};

const folderAt = async (folder: string): Promise<ExportLayout> => {
  const format: DatasetFormat = existsSync(join(folder, 'facts.csv')) ? 'csv' : 'parquet';
  if (!existsSync(descriptorIn(folder))) return { layout: 'damaged', at: null };
  const tables: TextTable[] = [];
  for (const { name } of datasetTables) {
    const path = join(folder, `${name}.${format}`);
    if (!existsSync(path)) {
      tables.push({ name, columns: [], rows: [] });
      continue;
    }
    const bytes = readFileSync(path);
    const table = format === 'csv' ? csvTable(name, bytes.toString('utf8')) : await parquetTable(name, bytes);
    if ('at' in table) return { layout: 'damaged', at: table.at };
    tables.push(table);
  }
  return { layout: 'folder', format, folder, tables };
};
