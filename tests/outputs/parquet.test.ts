import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { packRows } from '../../cli/outputs/packed-rows.ts';
import { openParquet } from '../../cli/outputs/parquet.ts';
import { OutputProblem } from '../../cli/outputs/problem.ts';
import { csvColumns, factRows } from '../../parser/export/csv.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { cellsOf, corpus, folder, hostile } from './reports.ts';

const place = folder();

const written = async (name: string, extractions: readonly Extraction[], rowsPerGroup?: number) => {
  const output = await openParquet(join(place, name), rowsPerGroup);
  for (const extraction of extractions) await output.write(packRows(factRows(extraction), csvColumns.length));
  await output.end();
  const file = new Uint8Array(readFileSync(join(place, name))).buffer;
  return { metadata: parquetMetadata(file), rows: await parquetReadObjects({ file }) };
};

test('every fact of the corpus comes back, typed, in bounded groups', async () => {
  const extractions = [...corpus(), hostile()];
  const { metadata, rows } = await written('facts.parquet', extractions, 1000);
  const expected = extractions
    .flatMap(cellsOf)
    .map((row) => Object.fromEntries(csvColumns.map((name, at) => [name, row[at]])));
  expect(rows).toEqual(expected);
  expect(metadata.row_groups.length).toBeGreaterThan(4);
  expect(metadata.row_groups.every(({ num_rows }) => num_rows <= 1500n)).toBe(true);
  const types = Object.fromEntries(
    metadata.schema
      .slice(1)
      .map(({ name, type, converted_type, repetition_type }) => [
        name,
        [type, converted_type, repetition_type],
      ]),
  );
  expect(types.year).toEqual(['INT32', undefined, 'OPTIONAL']);
  expect(types.value).toEqual(['DOUBLE', undefined, 'OPTIONAL']);
  expect(types.raw).toEqual(['BYTE_ARRAY', 'UTF8', 'OPTIONAL']);
  expect(readdirSync(place)).toEqual(['facts.parquet']);
});

test('no fact at all is an empty table with its columns', async () => {
  const { metadata, rows } = await written('none.parquet', []);
  expect(rows).toEqual([]);
  expect(metadata.schema.slice(1).map(({ name }) => name)).toEqual([...csvColumns]);
});

test('a folder that is not there is told of', async () => {
  await expect(openParquet(join(place, 'nowhere', 'a.parquet'))).rejects.toThrow(OutputProblem);
});
