import { open, rename } from 'node:fs/promises';
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { type CsvCell, csvColumns, factRows } from '../../parser/export/csv.ts';
import type { Output } from './output.ts';
import { writingTo } from './problem.ts';

/**
 * The facts as Parquet, in the columns of the CSV: `year` INT32, `value` DOUBLE, all else text, each of them nullable. What was printed,
 * with every decimal, stands in `raw`.
 */

type ColumnName = (typeof csvColumns)[number];
const types: Partial<Record<ColumnName, 'INT32' | 'DOUBLE'>> = { year: 'INT32', value: 'DOUBLE' };

const sourcesOf = (rows: readonly CsvCell[][]): ColumnSource[] =>
  csvColumns.map((name, at) => ({
    name,
    data: rows.map((row) => row[at] ?? null),
    type: types[name] ?? 'STRING',
    nullable: true,
  }));

/** @param rowsPerGroup how many rows are held before they are encoded and written. */
export const openParquet = (path: string, rowsPerGroup = 25_000): Promise<Output> =>
  writingTo(path, async () => {
    const part = `${path}.part`;
    const file = await open(part, 'w');
    const bytes = new ByteWriter();
    // The library's own writer for files holds on to nothing either, but writes while the run waits.
    const flush = async (): Promise<void> => {
      await file.write(new Uint8Array(bytes.buffer, 0, bytes.index));
      bytes.index = 0;
    };
    const writer = new ParquetWriter({
      writer: Object.assign(bytes, { flush, finish: flush }),
      schema: schemaFromColumnData({ columnData: sourcesOf([]) }),
      createdBy: 'gouji',
      kvMetadata: [{ key: 'schema', value: 'gouji/extraction/1' }],
    });
    let rows: CsvCell[][] = [];
    const writeGroup = async (): Promise<void> => {
      const group = rows;
      rows = [];
      if (group.length > 0) await writer.write({ columnData: sourcesOf(group), rowGroupSize: group.length });
    };
    return {
      write: (_key, extractions) =>
        writingTo(path, async () => {
          for (const extraction of extractions) {
            rows.push(...factRows(extraction));
            if (rows.length >= rowsPerGroup) await writeGroup();
          }
        }),
      end: () =>
        writingTo(path, async () => {
          await writeGroup();
          await writer.finish();
          await file.close();
          await rename(part, path);
        }),
    };
  });
