import { open as openFile } from 'node:fs/promises';
import { type CsvCell, csvLines, csvOf } from '../../parser/export/csv.ts';
import { type Column, mostRows, sharedTexts } from '../../parser/export/spreadsheet.ts';
import { figureColumns, figureRows, relationColumns, relationRows } from '../../parser/export/tables-rows.ts';
import type { Tabulation } from '../../parser/tabulation.ts';
import { openRowsParquet } from '../outputs/parquet.ts';
import { OutputProblem, writingTo } from '../outputs/problem.ts';
import { openSheet } from '../outputs/sheet.ts';
import { openTextFile } from '../outputs/text-file.ts';
import { packWorkbook } from '../outputs/workbook.ts';
import { standardOutput } from '../standard-output.ts';

/** Where the tables of the sources go, one source after the other. */
export type TablesOutput = {
  write: (tabulation: Tabulation) => Promise<void>;
  end: () => Promise<void>;
};

export type TablesFormat = 'json' | 'ndjson' | 'csv' | 'xlsx' | 'parquet';
export const tablesFormats: readonly TablesFormat[] = ['json', 'ndjson', 'csv', 'xlsx', 'parquet'];

type TextWriter = { write: (text: string) => Promise<void>; end: () => Promise<void> };

const utf8 = new TextEncoder();

/** A file that is whole when it bears its name, or standard output. */
export const openText = async (path: string | null): Promise<TextWriter> =>
  path === null
    ? { write: (text) => standardOutput.write(utf8.encode(text)), end: async () => {} }
    : openTextFile(path);

const inJson = (text: TextWriter): TablesOutput => {
  let any = false;
  return {
    write: async (tabulation) => {
      await text.write(`${any ? ',\n' : '[\n'}${JSON.stringify(tabulation, null, 2)}`);
      any = true;
    },
    end: async () => {
      await text.write(any ? '\n]\n' : '[]\n');
      await text.end();
    },
  };
};

const inCsv = async (
  path: string | null,
  columns: readonly string[],
  rowsOf: (tabulation: Tabulation) => CsvCell[][],
): Promise<TablesOutput> => {
  const text = await openText(path);
  await text.write(csvOf(columns, []));
  return { write: (tabulation) => text.write(csvLines(rowsOf(tabulation))), end: text.end };
};

const numbers: ReadonlySet<string> = new Set(['value', 'printed', 'computed', 'difference']);
const ordinals: ReadonlySet<string> = new Set(['table', 'line']);

const inParquet = async (
  path: string,
  columns: readonly string[],
  rowsOf: (tabulation: Tabulation) => CsvCell[][],
): Promise<TablesOutput> => {
  const typed = columns.map((name) => ({
    name,
    type: numbers.has(name)
      ? ('DOUBLE' as const)
      : ordinals.has(name)
        ? ('INT32' as const)
        : ('STRING' as const),
  }));
  const file = await openRowsParquet(path, typed, 'gouji/tables/1');
  return { write: (tabulation) => file.add(rowsOf(tabulation)), end: file.end };
};

const wide: Readonly<Record<string, number>> = {
  source: 36,
  caption: 30,
  row_path: 34,
  column_path: 28,
  parts: 24,
};

const inXlsx = async (path: string): Promise<TablesOutput> => {
  await writingTo(path, async () => (await openFile(`${path}.part`, 'w')).close());
  const shared = sharedTexts();
  const columnsOf = (names: readonly string[]): Column[] =>
    names.map((name) => ({ name, width: wide[name] ?? 12, repeated: true }));
  const sheetOf = (name: string, columns: readonly string[]) =>
    openSheet(name, `${path}.${name}.part`, columnsOf(columns), shared);
  const figures = sheetOf('figures', figureColumns);
  const relations = sheetOf('relations', relationColumns);
  const add = async (sheet: typeof figures, rows: readonly CsvCell[][]): Promise<void> => {
    for (const row of rows) {
      if (sheet.rows() >= mostRows) throw new OutputProblem({ code: 'workbook_too_large', path });
      await sheet.add(row);
    }
  };
  return {
    write: (tabulation) =>
      writingTo(path, async () => {
        await add(figures, figureRows(tabulation));
        await add(relations, relationRows(tabulation));
      }),
    end: () => writingTo(path, () => packWorkbook(path, [figures, relations], shared)),
  };
};

const both = (one: TablesOutput, other: TablesOutput): TablesOutput => ({
  write: async (tabulation) => {
    await one.write(tabulation);
    await other.write(tabulation);
  },
  end: async () => {
    await one.end();
    await other.end();
  },
});

/**
 * @param path null: standard output.
 * @param relations a second file, for the equations; null: none.
 */
export const openTables = async (
  format: TablesFormat,
  path: string | null,
  relations: string | null,
): Promise<TablesOutput> => {
  switch (format) {
    case 'json':
      return inJson(await openText(path));
    case 'ndjson': {
      const text = await openText(path);
      return { write: (tabulation) => text.write(`${JSON.stringify(tabulation)}\n`), end: text.end };
    }
    case 'csv': {
      const figures = await inCsv(path, figureColumns, figureRows);
      return relations === null
        ? figures
        : both(figures, await inCsv(relations, relationColumns, relationRows));
    }
    case 'xlsx':
      return inXlsx(path ?? '');
    case 'parquet': {
      const figures = await inParquet(path ?? '', figureColumns, figureRows);
      return relations === null
        ? figures
        : both(figures, await inParquet(relations, relationColumns, relationRows));
    }
  }
};
