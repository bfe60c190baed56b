import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRowsParquet } from '../../cli/outputs/parquet.ts';
import { csvColumns } from '../../parser/export/csv.ts';
import { oneIn } from '../properties/seed.ts';
import { folderWith, gouji } from './gouji.ts';

/** An export is proven whole: whatever is altered, dropped or doubled in it is found, in every format, by the packed command. */

const work = folderWith({});
const pages = join(work, 'pages');
const at = (name: string): string => join(work, name);
afterAll(() => rmSync(work, { recursive: true, force: true }));

beforeAll(async () => {
  mkdirSync(pages);
  copyFileSync('samples/one-wrong-cell-2020.html', join(pages, 'wrong.html'));
  copyFileSync('samples/consistent-2020.html', join(pages, 'right.html'));
  writeFileSync(join(pages, 'empty.html'), '');
  for (const name of ['a.csv', 'a.json', 'a.ndjson', 'a.xlsx', 'a.parquet', 'a.sqlite'])
    await gouji(['extract', pages, '-o', at(name)]);
  for (const format of ['csv', 'parquet'])
    await gouji(['extract', pages, '-o', `${at(format)}/`, '--format', format]);
});

const verified = (path: string, ...given: string[]) =>
  gouji(['verify', path, ...(given.length > 0 ? given : [pages]), '--lang', 'en']);

describe('what was exported is proven, in every format', () => {
  test.each(['a.csv', 'a.json', 'a.ndjson', 'a.xlsx', 'a.parquet', 'a.sqlite', 'csv', 'parquet'])(
    '%s',
    async (name) => {
      const { code, stdout } = await verified(at(name));
      expect(stdout).toContain('✓ all 198 rows match the page');
      expect(stdout).not.toContain('✗');
      expect(code).toBe(0);
    },
  );

  test('also where the folder of the pages has been moved since', async () => {
    const moved = at('moved');
    cpSync(pages, moved, { recursive: true });
    for (const name of oneIn(3, ['a.csv', 'a.json', 'a.xlsx', 'a.parquet', 'a.sqlite', 'csv', 'parquet']))
      expect((await verified(at(name), moved)).code, name).toBe(0);
  });
});

/** Another text of the same length: one character is another. */
const otherText = (text: string, seed: number): string => {
  const characters = [...text];
  const place = seed % characters.length;
  const character = characters[place] ?? '';
  characters[place] = /\d/.test(character)
    ? String((Number(character) + 1) % 10)
    : character === 'x'
      ? 'y'
      : 'x';
  return characters.join('');
};

/** One cell of each column, in rows spread over the table; none that is empty. */
const samplesOf = (rows: readonly (readonly unknown[])[], columns: number): [row: number, column: number][] =>
  Array.from({ length: columns }, (_, column) => {
    const start = (column * 37 + 5) % rows.length;
    for (let step = 0; step < rows.length; step++) {
      const row = (start + step) % rows.length;
      const cell = rows[row]?.[column];
      if (cell !== null && cell !== undefined && cell !== '') return [row, column] as [number, number];
    }
    return null;
  }).filter((one): one is [number, number] => one !== null);

/** Each proof is a process of its own. */
const tried = <One>(all: readonly One[]): readonly One[] => oneIn(8, all);

const found = async (path: string, what: string, ...given: string[]): Promise<void> => {
  const { code, stdout, stderr } = await verified(path, ...given);
  expect([code, stdout.includes('✗') || stderr !== ''], what).not.toEqual([0, false]);
  expect(code, what).toBeGreaterThan(0);
};

describe('CSV', () => {
  const rows = (): string[][] => Papa.parse<string[]>(readFileSync(at('a.csv'), 'utf8').trimEnd()).data;
  const written = (lines: readonly string[][]): string => {
    const path = at('altered.csv');
    writeFileSync(path, `${Papa.unparse([...lines], { newline: '\r\n' })}\r\n`);
    return path;
  };

  test('a character of any column', async () => {
    const [head = [], ...lines] = rows();
    for (const [row, column] of tried(samplesOf(lines, head.length))) {
      const altered = lines.map((cells) => [...cells]);
      const own = altered[row];
      if (!own) throw new Error('There is such a row.');
      own[column] = otherText(own[column] ?? '', row);
      await found(written([head, ...altered]), `${head[column]} of row ${row + 2}`);
    }
  });

  test('a row that is missing, doubled, or of another page', async () => {
    const [head = [], ...lines] = rows();
    for (const nth of [0, 200, lines.length - 1]) {
      const { code, stdout } = await verified(written([head, ...lines.toSpliced(nth, 1)]));
      expect(stdout).toContain('missing: ');
      expect(code).toBe(1);
    }
    const doubled = await verified(written([head, ...lines.toSpliced(5, 0, lines[9] ?? [])]));
    expect(doubled.stdout).toContain('there once more than on the page');
    expect(doubled.code).toBe(1);
    const place = csvColumns.indexOf('source');
    const half = await verified(
      written([head, ...lines.filter((cells) => !cells[place]?.endsWith('right.html'))]),
    );
    expect(half.stdout).toContain('no row of this report is in the export');
    expect(half.code).toBe(1);
  });

  test('pages that are other files now are told, and their figures proven', async () => {
    const other = at('other');
    cpSync(pages, other, { recursive: true });
    const page = readFileSync(join(other, 'right.html'), 'utf8');
    writeFileSync(join(other, 'right.html'), `${page}<!-- saved again -->`);
    const { code, stdout } = await verified(at('a.csv'), other);
    expect(stdout).toContain('the file is not the one that was exported from');
    expect(stdout.match(/✓ all 198 rows/g)).toHaveLength(2);
    expect(code).toBe(1);
  });
});

/** Every leaf of JSON, by its path. */
const leavesOf = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) =>
        leavesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : [path];

const withLeaf = (
  value: unknown,
  path: readonly (string | number)[],
  change: (leaf: unknown) => unknown,
): void => {
  const last = path.at(-1) ?? '';
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], value);
  const object = parent as Record<string, unknown>;
  object[last] = change(object[last]);
};

const otherLeaf = (leaf: unknown): unknown =>
  typeof leaf === 'number'
    ? leaf + 1
    : typeof leaf === 'boolean'
      ? !leaf
      : leaf === null
        ? 7
        : leaf === ''
          ? 'x'
          : otherText(String(leaf), 3);

test.each([...Array.from({ length: 6 }, (_, sixth) => ['a.json', sixth] as const), ['a.ndjson', 0] as const])(
  '%s: every kind of value, sixth %i',
  async (name, sixth) => {
    const text = readFileSync(at(name), 'utf8');
    const read = (): unknown[] =>
      name.endsWith('.json')
        ? JSON.parse(text)
        : text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line));
    // One of each kind: the path without its numbers.
    const kinds = new Map(
      leavesOf(read()).map((path) => [path.filter((key) => typeof key === 'string').join('.'), path]),
    );
    expect(kinds.size).toBeGreaterThan(40);
    for (const [kind, path] of tried([...kinds]).filter((_, nth) => nth % 6 === sixth)) {
      const values = read();
      withLeaf(values, path, otherLeaf);
      writeFileSync(
        at(`altered-${name}`),
        name.endsWith('.json')
          ? JSON.stringify(values)
          : values.map((one) => `${JSON.stringify(one)}\n`).join(''),
      );
      await found(at(`altered-${name}`), kind);
    }
  },
);

test('XLSX: a value of every sheet, as text, shared text and number; a row taken out', async () => {
  const bytes = readFileSync(at('a.xlsx'));
  const parts = unzipSync(bytes);
  const alteredPart = async (name: string, change: (xml: string) => string): Promise<void> => {
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const changed = change(xml);
    expect(changed, name).not.toBe(xml);
    writeFileSync(at('altered.xlsx'), zipSync({ ...parts, [name]: strToU8(changed) }, { level: 0 }));
    await found(at('altered.xlsx'), name);
  };
  for (const sheet of oneIn(3, [1, 2, 3, 4, 5, 6])) {
    const name = `xl/worksheets/sheet${sheet}.xml`;
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const rows = [...xml.matchAll(/<row r="\d+">/g)].length;
    if (rows < 2) continue;
    await alteredPart(name, (text) =>
      text.replace(/(<row r="2">.*?<v>)(\d+)(<\/v>)/, (_, a, n, b) => `${a}${Number(n) + 1}${b}`),
    );
    await alteredPart(name, (text) => text.replace(/<row r="2">.*?<\/row>/, ''));
  }
  await alteredPart('xl/sharedStrings.xml', (text) => text.replace('natural_person', 'natural_persom'));
});

test('Parquet: a value of any column; a row taken out, a row twice', async () => {
  const file = new Uint8Array(readFileSync(at('a.parquet'))).buffer;
  const rows = (await parquetReadObjects({ file })).map((row) => csvColumns.map((name) => row[name]));
  const written = async (lines: readonly unknown[][]): Promise<string> => {
    const columns = csvColumns.map((name) => ({
      name,
      type:
        name === 'year' ? ('INT32' as const) : name === 'value' ? ('DOUBLE' as const) : ('STRING' as const),
    }));
    const output = await openRowsParquet(at('altered.parquet'), columns, 'gouji/extraction/1');
    await output.add(lines as (string | number | null)[][]);
    await output.end();
    return at('altered.parquet');
  };
  for (const [row, column] of tried(samplesOf(rows, csvColumns.length))) {
    const altered = rows.map((cells) => [...cells]);
    const own = altered[row];
    if (own) own[column] = otherLeaf(own[column]);
    await found(await written(altered), csvColumns[column] ?? '');
  }
  await found(await written(rows.slice(1)), 'a row less');
  await found(await written([...rows, rows[3] ?? []]), 'a row twice');
});

test.each(oneIn(3, ['reports', 'facts', 'cells', 'checks', 'diagnoses', 'claims', 'issues', 'findings']))(
  'SQLite: a value of any column of %s; rows less',
  async (table) => {
    const path = at('altered.sqlite');
    // What numbers rows is given anew by each database, and says nothing.
    const numbers =
      table === 'cells' ? ['id'] : table === 'reports' ? ['id', 'source'] : ['report', 'ordinal'];
    const altered = (change: (database: DatabaseSync) => number | bigint): number => {
      copyFileSync(at('a.sqlite'), path);
      const database = new DatabaseSync(path);
      database.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
      const changes = Number(change(database));
      database.close();
      return changes;
    };
    const reading = new DatabaseSync(at('a.sqlite'), { readOnly: true });
    const names = reading.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
    reading.close();
    const key = numbers[0] ?? 'id';
    const columns = names.map(({ name }) => String(name)).filter((name) => !numbers.includes(name));
    for (const column of tried(columns)) {
      const other = `CASE typeof("${column}") WHEN 'text' THEN "${column}" || 'x' ELSE "${column}" + 1000 END`;
      const some = `"${column}" IS NOT NULL AND "${key}" = (SELECT max("${key}") FROM ${table} WHERE "${column}" IS NOT NULL)`;
      const changes = altered(
        (database) =>
          database.prepare(`UPDATE ${table} SET "${column}" = ${other} WHERE ${some}`).run().changes,
      );
      if (changes > 0) await found(path, `${table}.${column}`);
    }
    const less = altered(
      (database) =>
        database.prepare(`DELETE FROM ${table} WHERE "${key}" = (SELECT max("${key}") FROM ${table})`).run()
          .changes,
    );
    if (less > 0) await found(path, `rows of ${table} less`);
  },
);

describe('folder', () => {
  const folder = at('altered');

  const tables = 'reports facts checks check_terms diagnoses issues findings tables relations'.split(' ');
  test.each(oneIn(3, tables))('%s: a value, a row less', async (name) => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(at('csv'), folder, { recursive: true });
    const file = join(folder, `${name}.csv`);
    const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8').trimEnd());
    const [head = [], ...rows] = data;
    const written = (lines: readonly string[][]): void =>
      writeFileSync(file, `${Papa.unparse([head, ...lines], { newline: '\r\n' })}\r\n`);
    const [row, column] = samplesOf(rows, head.length).at(-1) ?? [0, 0];
    written(
      rows.map((cells, nth) =>
        cells.map((cell, place) => (nth === row && place === column ? otherText(cell, 1) : cell)),
      ),
    );
    await found(folder, `${name}.${head[column]}`);
    written(rows.slice(1));
    await found(folder, `a row of ${name} less`);
  });

  test.each(['datapackage.json', 'dictionary.csv', 'views.sql'])('%s, which tells of them', async (name) => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(at('csv'), folder, { recursive: true });
    const text = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(folder, name), otherText(text, 777));
    const { code, stdout } = await verified(folder);
    expect([code, stdout.includes(`${name}: does not match these data`)]).toEqual([1, true]);
  });
});
