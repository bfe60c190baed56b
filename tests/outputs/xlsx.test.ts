import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { OutputProblem } from '../../cli/outputs/problem.ts';
import { openXlsx } from '../../cli/outputs/xlsx.ts';
import { csvColumns } from '../../parser/export/csv.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { cellsOf, corpus, folder, hostile, sample } from './reports.ts';

const place = folder();

const written = async (name: string, extractions: readonly Extraction[], rowsPerSheet?: number) => {
  const path = join(place, name);
  const output = await openXlsx(path, 'en', rowsPerSheet);
  for (const extraction of extractions) await output.write(extraction.source.path ?? '', [{ extraction }]);
  await output.end();
  const bytes = readFileSync(path);
  const { sheets } = await readXlsx(bytes);
  return { bytes, sheets: Object.fromEntries(sheets.map(({ name: title, rows }) => [title, rows])) };
};

/** An empty text and no cell are the same to a spreadsheet; the reader gives rows as long as their last cell. */
const asRead = (row: readonly unknown[], length: number): unknown[] =>
  Array.from({ length }, (_, at) => row[at] || (row[at] === 0 ? 0 : null));

describe('a workbook', () => {
  test('holds every fact of the corpus, numbers as numbers', async () => {
    const extractions = corpus();
    const { sheets } = await written('corpus.xlsx', extractions);
    const expected = extractions.flatMap(cellsOf);
    expect(expected.length).toBeGreaterThan(5000);
    expect(sheets.facts?.[0]).toEqual([...csvColumns]);
    expect(sheets.facts?.slice(1).map((row) => asRead(row, csvColumns.length))).toEqual(
      expected.map((row) => asRead(row, csvColumns.length)),
    );
    expect(sheets.reports?.length).toBe(extractions.length + 1);
    expect(sheets.checks?.length).toBe(1 + extractions.flatMap(({ checks }) => checks).length);
    expect(sheets.issues?.length).toBe(1 + extractions.flatMap(({ issues }) => issues).length);
    expect(sheets.claims?.length).toBe(1 + extractions.flatMap(({ claims }) => claims).length);
  });

  test('leaves nothing beside it', () => {
    expect(readdirSync(place).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('says what is violated with both sides', async () => {
    const { sheets } = await written('wrong.xlsx', [sample('one-wrong-cell-2020')]);
    const violated = sheets.checks?.filter((row) => row[3] === 'violated') ?? [];
    expect(violated.length).toBe(3);
    expect(violated.find((row) => row[2] === 'requests.balance@natural_person')?.slice(5, 8)).toEqual([
      90, 89, 1,
    ]);
  });

  test('never holds a formula, and every character comes back', async () => {
    const extraction = hostile();
    const { bytes, sheets } = await written('hostile.xlsx', [extraction]);
    expect(sheets.facts?.[1]?.[1]).toBe(extraction.authority?.value);
    expect(sheets.facts?.[1]?.[13]).toBe('=HYPERLINK("http://x")');
    expect(sheets.reports?.[1]?.[0]).toBe(extraction.source.path);
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      expect(strFromU8(part), name).not.toContain('<f>');
  });

  test('goes on in a further sheet, and says so', async () => {
    const { sheets } = await written('cut.xlsx', [sample('consistent-2020'), sample('consistent-2020')], 151);
    const facts = cellsOf(sample('consistent-2020')).length * 2;
    expect(Object.keys(sheets).filter((name) => name.startsWith('facts'))).toEqual([
      'facts',
      'facts 2',
      'facts 3',
    ]);
    expect(sheets['facts 2']?.[0]).toEqual([...csvColumns]);
    expect(sheets.facts?.length).toBe(151);
    expect(sheets['facts 3']?.length).toBe(1 + facts - 300);
    expect(sheets.contents?.find(([name]) => name === 'facts 2')?.[2]).toMatch(/^goes on/);
  });

  test('has a frozen heading and a filter on every sheet', async () => {
    const { bytes } = await written('plain.xlsx', [sample('consistent-2020')]);
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets/'));
    expect(parts.length).toBe(6);
    for (const [name, part] of parts) {
      expect(strFromU8(part), name).toMatch(/ySplit="1".*state="frozen".*<autoFilter ref="A1:[A-Q]\d+"\/>/s);
    }
  });

  test('is the same, byte for byte, each time', async () => {
    const [one, other] = [await written('a.xlsx', corpus()), await written('b.xlsx', corpus())];
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });

  test('a folder that is not there is told of', async () => {
    const path = join(place, 'nowhere', 'a.xlsx');
    await expect(openXlsx(path, 'en')).rejects.toThrow(OutputProblem);
    await expect(openXlsx(path, 'zh-CN')).rejects.toMatchObject({
      problem: { code: 'cannot_write', path, detail: 'ENOENT' },
    });
  });
});
