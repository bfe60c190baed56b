import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { packRows } from '../../cli/outputs/packed-rows.ts';
import { openParquet } from '../../cli/outputs/parquet.ts';
import { csvColumns, factRows } from '../../parser/export/csv.ts';
import { extract } from '../../parser/extract.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { wordPageOf } from './pages.ts';
import { markdownTable } from './table.ts';
import { writeTable } from './write-table.ts';

/**
 * `npm run bench:duckdb`: questions to the figures of 100,000 reports, asked of the Parquet file as it is written. `-- --reports 100000`;
 * `-- --write` puts the table into docs/speed.md.
 */

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1];
const reports = process.argv.includes('--reports') ? Number(option('reports')) : 100_000;
const home = mkdtempSync(join(tmpdir(), 'gouji-duckdb-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));
const path = join(home, 'facts.parquet');

const years = 7;
const originals = Array.from({ length: 20 }, (_, at) =>
  extract(readHtml(wordPageOf(5000 + at)), { path: '', sha256: '', bytes: 0, format: 'html' }),
).flat();
const output = await openParquet(path);
for (let at = 0; at < reports; at++) {
  const original = originals[at % originals.length];
  if (!original) throw new Error('There are reports.');
  const extraction = {
    ...original,
    source: { ...original.source, path: `${at}.html`, sha256: at.toString(16).padStart(64, '0') },
    authority: { value: `第${Math.floor(at / years)}号人民政府`, evidence: '' },
    year: { value: 2019 + (at % years), evidence: '' },
  };
  await output.write(packRows(factRows(extraction), csvColumns.length));
}
await output.end();

const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(`CREATE VIEW facts AS SELECT * FROM read_parquet('${path}')`);
const questions: readonly [name: string, sql: string][] = [
  [
    'sum of one cell by year',
    `SELECT year, sum(value), count(*) FROM facts WHERE ref = 'requests.received_new.total' GROUP BY year`,
  ],
  ['sum of every cell by year', 'SELECT ref, year, sum(value), count(*) FROM facts GROUP BY ref, year'],
  ['one body over the years', `SELECT * FROM facts WHERE authority = '第77号人民政府'`],
  [
    'the years as columns, every body and cell',
    `CREATE OR REPLACE TABLE wide AS PIVOT (SELECT authority, ref, year, value FROM facts) ON year IN (2019, 2020, 2021, 2022, 2023, 2024, 2025) USING max(value) GROUP BY authority, ref`,
  ],
];
const rows: string[][] = [];
for (const [name, sql] of questions) {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const start = process.hrtime.bigint();
    await (await connection.run(sql)).fetchAllChunks();
    times.push(Number(process.hrtime.bigint() - start) / 1e9);
  }
  const [least = 0, middle = 0, most = 0] = times.toSorted((a, b) => a - b);
  rows.push([name, `${middle.toFixed(2)} s`, `${least.toFixed(2)}–${most.toFixed(2)}`]);
}
const table = markdownTable(
  [
    `${reports.toLocaleString('en-US')} reports, ${Math.round(statSync(path).size / 1e6)} MB of Parquet`,
    'DuckDB, median of three',
    'least–most',
  ],
  rows,
);
console.log(table);
if (process.argv.includes('--write')) await writeTable('docs/speed.md', 'bench:duckdb', table);
