import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readSource } from '../../cli/read.ts';
import { answerer } from '../../cli/runs/answer.ts';
import {
  type Destination,
  toDataset,
  toFindings,
  toStandardOutput,
  toTables,
  toTextFile,
} from '../../cli/runs/destination.ts';
import { type Answer, asking } from '../../cli/runs/request.ts';
import { standardOutput } from '../../cli/standard-output.ts';
import { csvStart } from '../../parser/export/csv.ts';
import { findingsStart } from '../../parser/export/verdict.ts';
import { folderOf } from './folder.ts';

const folder = folderOf();
afterEach(() => {
  vi.restoreAllMocks();
});

const encoder = new TextEncoder();
/** The answer for one source, with so many reports. */
const said = (...texts: string[]): Answer =>
  ({ texts: texts.map((text) => encoder.encode(text)) }) as unknown as Answer;

const nothing = { any: false, from: 0 };
type Format = Parameters<typeof toTextFile>[1];

describe('a file of text', () => {
  let nth = 0;
  const written = async (text: Format, ...answers: Answer[]): Promise<string> => {
    const path = join(folder, `${++nth}.txt`);
    const to = await toTextFile(path, text, nothing);
    for (const answer of answers) await to.write('a', answer);
    await to.end();
    return readFileSync(path, 'utf8');
  };

  test.each<[Format, string]>([
    ['summary', 'A\n\nB\n\nC\n'],
    ['ndjson', 'ABC'],
    ['verdict-ndjson', 'ABC'],
    ['json', '[\nA,\nB,\nC\n]\n'],
    ['verdict-json', '[\nA,\nB,\nC\n]\n'],
    ['csv', `${csvStart()}ABC`],
    ['findings-csv', `${findingsStart()}ABC`],
  ])('%s', async (text, whole) => {
    expect(await written(text, said('A'), said(), said('B', 'C'))).toBe(whole);
    expect(await written(text, said('A', 'B'), said('C'))).toBe(whole);
  });

  test.each<[Format, string]>([
    ['summary', ''],
    ['ndjson', ''],
    ['json', '[\n]\n'],
    ['csv', csvStart()],
  ])('%s of nothing', async (text, whole) => {
    expect(await written(text)).toBe(whole);
    expect(await written(text, said())).toBe(whole);
  });

  test('each step tells where it ends and the sum of what it added, the start included', async () => {
    const path = join(folder, 'steps.json');
    const to = await toTextFile(path, 'json', nothing);
    expect(await to.write('a', said('甲'))).toEqual({ end: 5, sum: crc32('[\n甲') });
    expect(await to.write('b', said())).toEqual({ end: 5, sum: 0 });
    expect(await to.write('c', said('B', 'C'))).toEqual({ end: 11, sum: crc32(',\nB,\nC') });
    await to.sync();
    expect(to.tells).toBeNull();
    // Until it is whole it stands beside its place.
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, true]);
    await to.say(['two', 'lines']);
    await to.end();
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([true, false]);
    expect(readFileSync(path, 'utf8')).toBe('[\n甲,\nB,\nCtwo\nlines\n\n]\n');
  });

  test.each<[Format, string, string]>([
    ['json', '[\nA', '[\nA,\nB\n]\n'],
    ['summary', 'A\n', 'A\n\nB\n'],
    ['csv', `${csvStart()}A`, `${csvStart()}AB`],
  ])('%s: goes on behind what an earlier run has left', async (text, before, whole) => {
    const path = join(folder, `resumed.${text}`);
    const { writeFileSync } = await import('node:fs');
    const from = Buffer.byteLength(before);
    writeFileSync(`${path}.part`, `${before}and what was lost`);
    const to = await toTextFile(path, text, { any: true, from });
    const { end } = await to.write('b', said('B'));
    expect(end).toBe(Buffer.byteLength(text === 'json' ? whole.slice(0, -3) : whole));
    await to.end();
    expect(readFileSync(path, 'utf8')).toBe(whole);
  });

  test('of an earlier run that had left nothing, nothing stays', async () => {
    const path = join(folder, 'anew.json');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${path}.part`, 'something');
    const to = await toTextFile(path, 'json', nothing);
    await to.write('a', said('A'));
    await to.end();
    expect(readFileSync(path, 'utf8')).toBe('[\nA\n]\n');
  });

  test('where it cannot be written, that is told of it', async () => {
    const path = join(folder, 'none', 'all.json');
    await expect(toTextFile(path, 'json', nothing)).rejects.toMatchObject({
      problem: { code: 'cannot_write', path, detail: 'ENOENT' },
    });
  });
});

test('standard output: in pieces, as they come; how far it has come nobody has to know', async () => {
  let printed = '';
  vi.spyOn(standardOutput, 'write').mockImplementation(async (bytes) => {
    printed += new TextDecoder().decode(bytes);
  });
  const to = await toStandardOutput('json');
  expect(await to.write('a', said('A'))).toEqual({ end: 3, sum: 0 });
  expect(printed).toBe('[\nA');
  await to.sync();
  await to.write('b', said('B'));
  await to.end();
  expect(printed).toBe('[\nA,\nB\n]\n');
});

describe('tables', () => {
  let answer: Answer;
  beforeAll(async () => {
    const path = 'samples/one-wrong-cell-2020.html';
    const read = await readSource({ kind: 'file', key: path, path }, { summed: true, tables: true });
    const all = asking('en', { reports: true, facts: true, rows: true, dataset: true });
    answer = (await answerer(all))(read);
  });

  /** Writes one source; the output knows by itself what it holds. */
  const filled = async (to: Destination): Promise<void> => {
    expect(await to.write('wrong', answer)).toEqual({ end: 0, sum: 0 });
    await to.sync();
    await to.say(['for people']);
    await to.end();
  };

  test('a database tells which sources it holds, and is gone on with', async () => {
    const path = join(folder, 'all.sqlite');
    const to = await toTables(path, 'sqlite', 'en', false);
    expect(to.tells?.has('wrong')).toBe(false);
    await to.write('wrong', answer);
    await to.sync();
    expect(to.tells?.has('wrong')).toBe(true);
    await to.end();
    const database = new DatabaseSync(path, { readOnly: true });
    const count = database.prepare('SELECT count(*) AS figures FROM figures').get();
    database.close();
    expect(count?.figures).toBe(answer.reports[0]?.extraction.facts.length);
  });

  test('a workbook of reports, and one of findings', async () => {
    const [reports, findings] = [join(folder, 'reports.xlsx'), join(folder, 'findings.xlsx')];
    const to = await toTables(reports, 'xlsx', 'en', false);
    expect(to.tells).toBeNull();
    await filled(to);
    await filled(await toFindings(findings, 'en'));
    const textOf = (path: string): string =>
      Object.entries(unzipSync(readFileSync(path)))
        .filter(([name]) => /sheet|strings/i.test(name))
        .map(([, bytes]) => strFromU8(bytes))
        .join('');
    expect(textOf(reports)).toContain('one-wrong-cell-2020.html');
    expect(textOf(findings)).toContain('90 + 0 ≠ 88 + 1');
  });

  test('the facts as Parquet', async () => {
    const path = join(folder, 'facts.parquet');
    await filled(await toTables(path, 'parquet', 'en', false));
    const bytes = readFileSync(path);
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    });
    expect(rows).toHaveLength(answer.reports[0]?.extraction.facts.length ?? 0);
  });

  test.each(['csv', 'parquet'] as const)('a folder of tables as %s', async (format) => {
    const path = folderOf();
    await filled(await toDataset(path, format));
    const names = readdirSync(path);
    expect(names).toContain(`facts.${format}`);
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    if (format === 'csv') expect(readFileSync(join(path, 'facts.csv'), 'utf8')).toContain('total_processed');
  });
});
