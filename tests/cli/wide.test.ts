import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith, gouji } from './gouji.ts';

const work = folderWith({});
const pages = join(work, 'pages');
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The sample of 2020, as another year would be: its title and every figure of a cell with another year. */
const page = readFileSync('samples/consistent-2020.html', 'utf8');
const ofYear = (year: number, received: string): string =>
  page.replaceAll('2020', String(year)).replace('>92<', `>${received}<`);

beforeAll(() => {
  mkdirSync(pages);
  for (const [year, received] of [
    [2020, '92'],
    [2021, '93'],
    [2022, '/'],
  ] as const)
    writeFileSync(join(pages, `${year}.html`), ofYear(year, received));
  writeFileSync(join(pages, '2021-again.html'), ofYear(2021, '95'));
  writeFileSync(
    join(pages, 'nobody.html'),
    page.replaceAll('济宁市兖州区人民政府', '').replaceAll('兖州', ''),
  );
});

const rowsOf = (text: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, '').trimEnd(), { header: true }).data;

describe('gouji wide', () => {
  test('has the years as columns, a row for each body and figure', async () => {
    const { stdout, code } = await gouji(['wide', pages, '--exclude', 'nobody.html']);
    const rows = rowsOf(stdout);
    expect(stdout.split('\r\n')[0]).toMatch(/,unit,2020,2021,2022,differing$/);
    expect(new Set(rows.map(({ ref }) => ref)).size).toBe(rows.length);
    expect(rows).toHaveLength(198);
    expect(code).toBe(0);
    const printed = await gouji(['extract', join(pages, '2020.html'), '--format', 'csv']);
    const figures = new Map(rowsOf(printed.stdout).map(({ ref, value, raw }) => [ref, value || raw]));
    for (const row of rows) expect(row['2020'], row.ref).toBe(figures.get(row.ref ?? '') || '（空白）');
  });

  test('two reports of one body and year that differ are both shown, and said', async () => {
    const { stdout } = await gouji(['wide', pages, '--exclude', 'nobody.html', '--lang', 'en']);
    const changed = rowsOf(stdout).filter(({ differing }) => differing !== '');
    expect(changed.map((row) => [row['2020'], row['2021'], row['2022'], row.differing])).toEqual([
      ['92', '95 | 93', '/', '2021'],
    ]);
  });

  test('only the figures that are asked for', async () => {
    const { stdout } = await gouji([
      'wide',
      pages,
      '--exclude',
      'nobody.html',
      '--ref',
      'requests.received_new.*',
      '--ref',
      'review_*',
    ]);
    const refs = rowsOf(stdout).map(({ ref }) => ref ?? '');
    expect(refs.length).toBeGreaterThan(7);
    expect(refs.every((ref) => /^requests\.received_new\.|^review_/.test(ref))).toBe(true);
  });

  test('with the share of the total and the change from the year before, where both are numbers', async () => {
    const given = ['wide', pages, '--exclude', 'nobody.html', '--share', '--change'];
    const { stdout } = await gouji([
      ...given,
      '--ref',
      'requests.received_new.*',
      '--ref',
      'requests.granted.total',
    ]);
    expect(stdout.split('\r\n')[0]).toMatch(
      /,unit,2020,2020_share,2020_change,2021,2021_share,2021_change,2022,2022_share,2022_change,differing$/,
    );
    const rows = new Map(rowsOf(stdout).map((row) => [row.ref, row]));
    const [received, people, granted] = [
      rows.get('requests.received_new.total'),
      rows.get('requests.received_new.natural_person'),
      rows.get('requests.granted.total'),
    ];
    // Two reports of 2021 differ in it, and that of 2022 prints a mark: nothing is computed from either.
    expect([received?.['2021_change'], received?.['2022_change'], received?.['2020_share']]).toEqual([
      '',
      '',
      '',
    ]);
    expect(people?.['2021_change']).toBe('0');
    expect(Number(people?.['2020_share'])).toBeCloseTo(Number(people?.['2020']) / 92, 12);
    expect(people?.['2022_share']).toBe('');
    expect(Number(granted?.['2020_share'])).toBeGreaterThan(0);
    expect(Number(granted?.['2020_share'])).toBeLessThan(1);
  });

  test('as a workbook, numbers as numbers', async () => {
    const path = join(work, 'wide.xlsx');
    expect((await gouji(['wide', pages, '-o', path, '--exclude', 'nobody.html'])).code).toBe(0);
    const { sheets } = await readXlsx(readFileSync(path));
    const [head = [], ...rows] = sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(198);
    expect(typeof rows[0]?.[head.indexOf('2020')]).toMatch(/number|string/);
    expect(rows.flat().some((cell) => cell === 93)).toBe(false);
    expect(rows.flat()).toContain('95 | 93');
    expect(rows.flat()).toContain(92);
  });

  test('a report without a body or a year is named', async () => {
    const { stderr } = await gouji(['wide', pages, '--lang', 'en']);
    expect(stderr).toMatch(/nobody\.html: left out, its authority is not known/);
  });

  test('refuses a workbook on standard output', async () => {
    const { code, stderr } = await gouji(['wide', pages, '--format', 'xlsx']);
    expect(code).toBe(2);
    expect(stderr).toContain('--output');
  });
});
