import { open } from 'node:fs/promises';
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { type CsvCell, csvColumns } from '../../parser/export/csv.ts';
import type { PackedRows } from './packed-rows.ts';
import { writingTo } from './problem.ts';
import { partPath, takePlace } from './whole.ts';

/**
 * The facts as Parquet, in the columns of the CSV: `year` INT32, `value` DOUBLE, all else text, each of them nullable. What was printed,
 * with every decimal, stands in `raw`.
 */

type ColumnName = (typeof csvColumns)[number];
const types: Partial<Record<ColumnName, 'INT32' | 'DOUBLE'>> = { year: 'INT32', value: 'DOUBLE' };

/** A column of a Parquet file; each is nullable. Of BOOLEAN the cells are `true` and `false` as text. */
type TypedColumn = { name: string; type: 'INT32' | 'DOUBLE' | 'STRING' | 'BOOLEAN' };

/** Engines share a file among threads by its row groups, and want them as large as DuckDB's own. */
const perGroup = 122_880;

/**
 * The cells of a row group, each different one once. Texts come again and again, each time as another string, since they come from threads; a row
 * group of places among them is held in a tenth of the memory.
 */
const differentCells = () => {
  let cells: CsvCell[] = [];
  const places = new Map<CsvCell, number>();
  return {
    placeOf: (cell: CsvCell): number => {
      const known = places.get(cell);
      if (known !== undefined) return known;
      places.set(cell, cells.length);
      return cells.push(cell) - 1;
    },
    at: (place: number): CsvCell => cells[place] ?? null,
    forget: () => {
      cells = [];
      places.clear();
    },
  };
};

/** One column of a row group, as places of its cells. */
const columnOf = ({ type }: TypedColumn, cellAt: (place: number) => CsvCell) => {
  let places = new Uint32Array(1024);
  let count = 0;
  const typed = (cell: CsvCell): string | number | boolean | null =>
    type === 'BOOLEAN' && typeof cell === 'string' ? cell === 'true' : cell;
  return {
    push: (place: number): void => {
      if (count === places.length) {
        const longer = new Uint32Array(2 * count);
        longer.set(places);
        places = longer;
      }
      places[count++] = place;
    },
    cells: () => Array.from(places.subarray(0, count), (place) => typed(cellAt(place))),
    forget: (): void => {
      count = 0;
    },
  };
};

/** Rows in a file of Parquet. */
type RowsFile = {
  add: (rows: readonly CsvCell[][]) => Promise<void>;
  addPacked: (rows: PackedRows) => Promise<void>;
  end: () => Promise<void>;
};

/**
 * Rows as Parquet.
 * @param schema of the data, noted in the file.
 * @param rowsPerGroup how many rows are held before they are encoded and written; the last group is what is left.
 */
export const openRowsParquet = (
  path: string,
  columns: readonly TypedColumn[],
  schema: string,
  rowsPerGroup = perGroup,
): Promise<RowsFile> =>
  writingTo(path, async () => {
    const part = partPath(path);
    const file = await open(part, 'w');
    const bytes = new ByteWriter();
    // The library's own writer for files holds on to nothing either, but writes while the run waits.
    const flush = async (): Promise<void> => {
      await file.write(new Uint8Array(bytes.buffer, 0, bytes.index));
      bytes.index = 0;
    };
    const different = differentCells();
    const held = columns.map((column) => columnOf(column, different.at));
    // The writer asks for the data of a column when it is that column's turn: only then are they written out.
    const sources = (): ColumnSource[] =>
      columns.map(({ name, type }, at) => ({
        name,
        get data() {
          return held[at]?.cells() ?? [];
        },
        type,
        nullable: true,
      }));
    const writer = new ParquetWriter({
      writer: Object.assign(bytes, { flush, finish: flush }),
      schema: schemaFromColumnData({ columnData: sources() }),
      createdBy: 'gouji',
      kvMetadata: [{ key: 'schema', value: schema }],
    });
    let rows = 0;
    const writeGroup = async (): Promise<void> => {
      if (rows > 0) await writer.write({ columnData: sources(), rowGroupSize: rows });
      rows = 0;
      different.forget();
      for (const column of held) column.forget();
    };
    return {
      add: (added) =>
        writingTo(path, async () => {
          for (const row of added)
            for (const [at, column] of held.entries()) column.push(different.placeOf(row[at] ?? null));
          rows += added.length;
          if (rows >= rowsPerGroup) await writeGroup();
        }),
      addPacked: ({ width, values, places }) =>
        writingTo(path, async () => {
          const own = values.map(different.placeOf);
          const none = different.placeOf(null);
          for (const [at, column] of held.entries())
            for (let place = at; place < places.length; place += width)
              column.push(own[places[place] ?? 0] ?? none);
          rows += places.length / width;
          if (rows >= rowsPerGroup) await writeGroup();
        }),
      end: () =>
        writingTo(path, async () => {
          await writeGroup();
          await writer.finish();
          await file.close();
          takePlace(part, path);
        }),
    };
  });

/** @param rowsPerGroup how many rows are held before they are encoded and written. */
export const openParquet = async (
  path: string,
  rowsPerGroup = perGroup,
): Promise<{ write: (facts: PackedRows) => Promise<void>; end: () => Promise<void> }> => {
  const columns = csvColumns.map((name) => ({ name, type: types[name] ?? ('STRING' as const) }));
  const file = await openRowsParquet(path, columns, 'gouji/extraction/1', rowsPerGroup);
  return { write: file.addPacked, end: file.end };
};
