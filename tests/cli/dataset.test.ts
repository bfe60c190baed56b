import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import Ajv from 'ajv-draft-04';
import { parquetMetadataAsync } from 'hyparquet';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verdictSchema } from '../../parser/findings/schema.ts';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport } from '../corpus-pages/report.ts';
import { folderWith, gouji } from './gouji.ts';

/** The folder for people who compute, opened with what they compute with. */

const work = folderWith({});
const pages = join(work, 'pages');
const names = [
  ...['reports', 'facts', 'checks', 'check_terms', 'claims', 'diagnoses', 'issues', 'findings'],
  ...['tables', 'relations'],
];
let extractions: {
  source: { path: string; sha256: string };
  facts: { ref: string; value: number | null; raw: string }[];
  checks: { outcome: string; terms: unknown[] }[];
  claims: unknown[];
  issues: unknown[];
}[] = [];

beforeAll(async () => {
  mkdirSync(pages);
  for (const [at, year] of [2021, 2022, 2023, 2024].entries()) {
    const invented = { ...inventReport('disclosure-2021', 40 + at), year };
    writeFileSync(join(pages, `${year}.html`), renderHtml(invented, {}));
  }
  writeFileSync(join(pages, 'wrong.html'), readFileSync('samples/one-wrong-cell-2020.html'));
  writeFileSync(join(pages, 'same-again.html'), readFileSync('samples/one-wrong-cell-2020.html'));
  writeFileSync(join(pages, 'empty.html'), '');
  for (const format of ['parquet', 'csv']) {
    const { code } = await gouji(['extract', pages, '-o', `${join(work, format)}/`, '--format', format]);
    expect(code).toBe(2);
  }
  const { stdout } = await gouji(['extract', pages, '--format', 'ndjson']);
  extractions = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const duck = async (format: string) => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  // The paths of the views are seen from the folder.
  await connection.run(`SET file_search_path = '${join(work, format)}'`);
  await connection.run(readFileSync(join(work, format, 'views.sql'), 'utf8'));
  return async (sql: string) => {
    const rows = await (await connection.runAndReadAll(sql)).getRowObjectsJson();
    return rows as Record<string, string | number | boolean | null>[];
  };
};

describe.each(['parquet', 'csv'])('in %s', (format) => {
  test('holds every table and what tells of it, and nothing that was not finished', () => {
    expect(readdirSync(join(work, format)).toSorted()).toEqual(
      [
        ...names.map((name) => `${name}.${format}`),
        'datapackage.json',
        'dictionary.csv',
        'views.sql',
      ].toSorted(),
    );
  });

  test('DuckDB opens every view; rows are those of the extractions', async () => {
    const ask = await duck(format);
    const count = async (table: string) => Number((await ask(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
    const sum = (of: (one: (typeof extractions)[number]) => number) =>
      extractions.reduce((total, one) => total + of(one), 0);
    expect(await count('reports')).toBe(extractions.length);
    expect(await count('facts')).toBe(sum(({ facts }) => facts.length));
    expect(await count('checks')).toBe(sum(({ checks }) => checks.length));
    expect(await count('check_terms')).toBe(
      sum(({ checks }) => checks.reduce((total, { terms }) => total + terms.length, 0)),
    );
    expect(await count('claims')).toBe(sum(({ claims }) => claims.length));
    expect(await count('issues')).toBe(sum(({ issues }) => issues.length));
    expect(await count('tables')).toBeGreaterThan(198);
    expect(await count('relations')).toBeGreaterThan(10);
    const facts = await ask('SELECT source, ref, value, raw FROM facts ORDER BY source, ref');
    expect(facts).toEqual(
      extractions
        .flatMap(({ source, facts: all }) =>
          all.map(({ ref, value, raw }) => ({
            source: source.path,
            ref,
            value,
            raw: raw === '' ? null : raw,
          })),
        )
        .map((row) => (format === 'parquet' ? { ...row, raw: row.raw ?? '' } : row))
        .toSorted((a, b) => (a.source + a.ref < b.source + b.ref ? -1 : 1)),
    );
  });

  test('keys hold: each is one row’s, and what they lead to is there', async () => {
    const ask = await duck(format);
    const { resources } = JSON.parse(readFileSync(join(work, format, 'datapackage.json'), 'utf8'));
    for (const { name, schema } of resources) {
      const key = schema.primaryKey.map((one: string) => `"${one}"`).join(', ');
      expect(await ask(`SELECT ${key} FROM ${name} GROUP BY ${key} HAVING count(*) > 1`), name).toEqual([]);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const on = fields
          .map((one: string, at: number) => `a."${one}" = b."${reference.fields[at]}"`)
          .join(' AND ');
        expect(
          await ask(`SELECT * FROM ${name} a ANTI JOIN ${reference.resource} b ON ${on}`),
          `${name} → ${reference.resource}`,
        ).toEqual([]);
      }
    }
  });

  test('findings join the figures they are about', async () => {
    const ask = await duck(format);
    const rows = await ask(
      `SELECT rule, ref, value, raw, slot FROM finding_facts WHERE source LIKE '%wrong.html' AND rule = 'requests.balance' ORDER BY ref`,
    );
    expect(rows).toContainEqual({
      rule: 'requests.balance',
      ref: 'requests.total_processed.natural_person',
      value: 88,
      raw: '88',
      slot: expect.stringMatching(/^t\d+r\d+c\d+$/),
    });
    expect(rows.every(({ slot }) => slot !== null)).toBe(true);
  });

  test('the years stand beside one another', async () => {
    const ask = await duck(format);
    const rows = await ask(
      `SELECT * FROM wide WHERE ref = 'requests.received_new.total' AND "2022" IS NOT NULL`,
    );
    const own = (year: number) =>
      extractions
        .find(({ source }) => source.path.endsWith(`${year}.html`))
        ?.facts.find(({ ref }) => ref === 'requests.received_new.total')?.value;
    expect(Object.keys(rows[0] ?? {})).toEqual(
      expect.arrayContaining(['2020', '2021', '2022', '2023', '2024']),
    );
    expect(rows.map((row) => row['2022'])).toContain(own(2022));
  });

  test('the descriptor tells bytes, sums and rows as they are', async () => {
    const { createHash } = await import('node:crypto');
    const { resources } = JSON.parse(readFileSync(join(work, format, 'datapackage.json'), 'utf8'));
    for (const { path, bytes, hash } of resources) {
      const file = readFileSync(join(work, format, path));
      expect([file.length, `sha256:${createHash('sha256').update(file).digest('hex')}`]).toEqual([
        bytes,
        hash,
      ]);
    }
  });
});

test('the CSV is a Frictionless tabular data package', () => {
  const profile = JSON.parse(readFileSync('tests/shelf/frictionless/tabular-data-package.json', 'utf8'));
  const fits = new Ajv({ strict: false, validateFormats: false }).compile(profile);
  fits(JSON.parse(readFileSync(join(work, 'csv', 'datapackage.json'), 'utf8')));
  expect(fits.errors).toBeNull();
});

test('SQLite takes the CSV in, and joins it', () => {
  const database = new DatabaseSync(':memory:');
  for (const name of ['findings', 'facts']) {
    const [header = [], ...rows] = Papa.parse<string[]>(
      readFileSync(join(work, 'csv', `${name}.csv`), 'utf8').trimEnd(),
    ).data;
    database.exec(`CREATE TABLE ${name} (${header.map((one) => `"${one}"`).join(', ')})`);
    const insert = database.prepare(`INSERT INTO ${name} VALUES (${header.map(() => '?').join(', ')})`);
    for (const row of rows) insert.run(...row);
  }
  const joined = database
    .prepare(
      `SELECT count(*) AS n FROM findings f JOIN facts x ON x.report = f.report AND ' ' || f.about || ' ' LIKE '% ' || x.ref || ' %' WHERE f.kind = 'identity'`,
    )
    .get();
  expect(Number(joined?.n)).toBeGreaterThan(5);
});

test('the dictionary names every column in both languages', () => {
  const [, ...rows] = Papa.parse<string[]>(
    readFileSync(join(work, 'csv', 'dictionary.csv'), 'utf8').trimEnd(),
  ).data;
  const { resources } = JSON.parse(readFileSync(join(work, 'csv', 'datapackage.json'), 'utf8'));
  expect(rows.map(([table, name]) => [table, name])).toEqual(
    resources.flatMap(({ name, schema }: { name: string; schema: { fields: { name: string }[] } }) =>
      schema.fields.map((one) => [name, one.name]),
    ),
  );
  for (const [table, name, , , , , zh, en] of rows) {
    expect(zh, `${table}.${name}`).toMatch(/[\u4e00-\u9fff]/);
    expect(en, `${table}.${name}`).toMatch(/^[A-Za-z1]/);
  }
});

test('the same pages give the same bytes', async () => {
  const again = `${join(work, 'again')}/`;
  await gouji(['extract', pages, '-o', again, '--jobs', '2']);
  for (const name of readdirSync(again))
    expect(readFileSync(join(again, name)).equals(readFileSync(join(work, 'parquet', name))), name).toBe(
      true,
    );
});

test('row groups are as large as engines want them', async () => {
  const { openRowsParquet } = await import('../../cli/outputs/parquet.ts');
  const path = join(work, 'groups.parquet');
  const file = await openRowsParquet(path, [{ name: 'a', type: 'INT32' }], 'test');
  for (let at = 0; at < 300; at++)
    await file.add(Array.from({ length: 1000 }, (_, nth) => [at * 1000 + nth]));
  await file.end();
  const bytes = new Uint8Array(readFileSync(path)).buffer;
  const { row_groups } = await parquetMetadataAsync(bytes);
  const sizes = row_groups.map(({ num_rows }) => Number(num_rows));
  expect(sizes.slice(0, -1).every((rows) => rows >= 122_880)).toBe(true);
  expect(sizes.reduce((a, b) => a + b, 0)).toBe(300_000);
});

describe('refused in a sentence', () => {
  test.each([
    [['--format', 'sqlite'], '以 / 结尾'],
    [['--resume'], '只能一次写完'],
  ])('%j', async (args, words) => {
    const { code, stderr } = await gouji(['extract', pages, '-o', `${join(work, 'none')}/`, ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

test('a column holds what its description allows', () => {
  type Field = { name: string; constraints?: { enum?: string[]; required?: boolean } };
  type Resource = { name: string; schema: { fields: Field[] } };
  const { resources }: { resources: Resource[] } = JSON.parse(
    readFileSync(join(work, 'csv', 'datapackage.json'), 'utf8'),
  );
  const wrong: string[] = [];
  for (const { name, schema } of resources) {
    const { data } = Papa.parse<Record<string, string>>(
      readFileSync(join(work, 'csv', `${name}.csv`), 'utf8').replace(/^\uFEFF/, ''),
      { header: true, skipEmptyLines: true },
    );
    expect(data.length, name).toBeGreaterThan(0);
    for (const row of data)
      for (const { name: column, constraints: { enum: allowed, required } = {} } of schema.fields) {
        const value = row[column] ?? '';
        const isRight = value === '' ? !required : (allowed?.includes(value) ?? true);
        if (!isRight) wrong.push(`${name}.${column}: ${value}`);
      }
  }
  expect(wrong).toEqual([]);
  const findings = resources.find(({ name }) => name === 'findings');
  const kind = findings?.schema.fields.find(({ name }) => name === 'kind');
  expect(kind?.constraints?.enum).toEqual(verdictSchema.shape.findings.element.shape.kind.options);
});

const python = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import pandas']).status === 0,
);
if (python === undefined) console.warn('SKIPPED: pandas is not installed; the folder is not opened with it.');
test.runIf(python !== undefined)('pandas opens the CSV and joins findings to facts', () => {
  const { stdout, stderr } = spawnSync(
    python ?? '',
    [
      '-c',
      `import pandas as pd
facts, findings = pd.read_csv('facts.csv'), pd.read_csv('findings.csv')
about = findings.assign(ref=findings.about.str.split(' ')).explode('ref')
print(len(facts), len(about.merge(facts, on=['report', 'ref'])) > 5)`,
    ],
    { cwd: join(work, 'csv'), encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(`${extractions.reduce((sum, { facts }) => sum + facts.length, 0)} True`);
});

const hasR = spawnSync('Rscript', ['--version']).status === 0;
if (!hasR) console.warn('SKIPPED: R is not installed; the folder is not opened with it.');
test.runIf(hasR)('R opens the CSV and joins findings to facts', () => {
  const { stdout } = spawnSync(
    'Rscript',
    [
      '-e',
      `facts <- read.csv('facts.csv', encoding = 'UTF-8'); findings <- read.csv('findings.csv', encoding = 'UTF-8')
about <- strsplit(as.character(findings$about), ' ')
long <- data.frame(report = rep(findings$report, lengths(about)), ref = unlist(about))
cat(nrow(facts), nrow(merge(long, facts, by = c('report', 'ref'))) > 5)`,
    ],
    { cwd: join(work, 'csv'), encoding: 'utf8' },
  );
  expect(stdout.trim()).toBe(`${extractions.reduce((sum, { facts }) => sum + facts.length, 0)} TRUE`);
});
