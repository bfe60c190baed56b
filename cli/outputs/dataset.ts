import { createReadStream, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { type CsvCell, csvLines, csvOf } from '../../parser/export/csv.ts';
import {
  type DatasetName,
  type DatasetTable,
  datasetNames,
  datasetTables,
} from '../../parser/export/dataset.ts';
import {
  type DatasetFile,
  type DatasetFormat,
  datasetDescriptor,
  datasetDictionary,
  datasetViews,
} from '../../parser/export/dataset-files.ts';
import type { DatasetRows } from '../../parser/export/dataset-rows.ts';
import { openRowsParquet } from './parquet.ts';
import { writingTo } from './problem.ts';
import { openTextFile } from './text-file.ts';
import { partPath, takePlace } from './whole.ts';

/**
 * A folder for people who compute: a file for each table, and what tells of them. `datapackage.json` comes last; until it is there, the folder
 * is not whole.
 */

/** By which a folder is known, and which its lock is named after. */
export const descriptorIn = (folder: string): string => join(folder, 'datapackage.json');

type RowsFile = { add: (rows: readonly CsvCell[][]) => Promise<void>; end: () => Promise<void> };

const parquetTypes = { string: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

const openParquetTable = (path: string, { fields }: DatasetTable): Promise<RowsFile> =>
  openRowsParquet(
    path,
    fields.map(({ name, type }) => ({ name, type: parquetTypes[type] })),
    'gouji/dataset/1',
  );

/** Without the byte order mark that spreadsheets want: the readers of data packages take it for a part of the first name. */
const openCsvTable = async (path: string, { fields }: DatasetTable): Promise<RowsFile> => {
  const file = await openTextFile(path);
  await file.write(
    csvOf(
      fields.map(({ name }) => name),
      [],
    ).replace(/^\uFEFF/, ''),
  );
  return { add: (rows) => (rows.length > 0 ? file.write(csvLines(rows)) : Promise.resolve()), end: file.end };
};

const fileAt = async (path: string, rows: number): Promise<DatasetFile> => {
  const hash = (await import('node:crypto')).createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { rows, bytes, sha256: hash.digest('hex') };
};

const whole = async (path: string, text: string): Promise<void> => {
  await writeFile(partPath(path), text);
  takePlace(partPath(path), path);
};

/** Ids of reports as this folder has them: where the same bytes come again, another one. */
export const ownIds = () => {
  const times = new Map<string, number>();
  return (id: string): string => {
    const before = times.get(id) ?? 0;
    times.set(id, before + 1);
    return before === 0 ? id : `${id}~${before + 1}`;
  };
};

/** `write` takes what one report has, with the tables of its source where it is the first of it. */
export const openDataset = (
  folder: string,
  format: DatasetFormat,
): Promise<{ write: (reports: readonly DatasetRows[]) => Promise<void>; end: () => Promise<void> }> =>
  writingTo(folder, async () => {
    mkdirSync(folder, { recursive: true });
    const open = format === 'csv' ? openCsvTable : openParquetTable;
    const files = new Map<DatasetName, RowsFile>();
    for (const table of datasetTables)
      files.set(table.name, await open(join(folder, `${table.name}.${format}`), table));
    const counts = new Map<DatasetName, number>();
    const years = new Set<number>();
    const idOf = ownIds();
    return {
      write: async (reports) => {
        for (const rows of reports) {
          const [[printed, ...rest] = []] = rows.reports;
          const year = rest[6];
          if (typeof year === 'number') years.add(year);
          const id = idOf(String(printed));
          for (const name of datasetNames) {
            const own =
              name === 'tables' || name === 'relations' || id === printed
                ? rows[name]
                : rows[name].map(([, ...cells]) => [id, ...cells]);
            counts.set(name, (counts.get(name) ?? 0) + own.length);
            await files.get(name)?.add(own);
          }
        }
      },
      end: async () => {
        const told: Record<string, DatasetFile> = {};
        for (const [name, file] of files) {
          await file.end();
          told[name] = await fileAt(join(folder, `${name}.${format}`), counts.get(name) ?? 0);
        }
        await whole(join(folder, 'dictionary.csv'), datasetDictionary());
        await whole(join(folder, 'views.sql'), datasetViews(format, [...years].sort()));
        await whole(descriptorIn(folder), datasetDescriptor(format, told, packageJson.version));
      },
    };
  });
