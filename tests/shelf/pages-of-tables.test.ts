import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { filtered, linesOf, noFilter, ordered } from '../../components/shelf/listing.ts';
import { workOf } from '../../components/shelf/row.ts';
import { rowOf, storedRowSchema } from '../../entrypoints/store/row.ts';
import { keptState } from '../../entrypoints/store/shelf-context.ts';
import { keptSchema, recordOf, toldOf, withNote } from '../../parser/export/kept.ts';
import { packageFiles } from '../../parser/export/package.ts';
import { readShelfJson, toShelfJson } from '../../parser/export/shelf-json.ts';
import { findingLines } from '../../parser/export/verdict.ts';
import { verdictOn } from '../../parser/findings/verdict.ts';
import { bothSamples } from './kept.ts';
import { keptPage, villages } from './pages.ts';

/** Pages of tables stand on the shelf beside reports. */

const [report] = await bothSamples();
const right = keptPage([villages()]);
const wrong = keptPage([villages('7892')], { day: 2 });

test('a page in which nothing adds up is not kept', () => {
  const { extraction } = right;
  const find = { extraction, statements: null, report: 0, title: null, retrieved: right.retrieved };
  const idle = right.tables.map((table) => ({ ...table, relations: [] }));
  expect(recordOf({ ...find, tables: idle }, '0.1.0', right.kept)).toBeNull();
  expect(recordOf(find, '0.1.0', right.kept)).toBeNull();
});

describe('its row', () => {
  test('fits what is stored, and has the verdict on its totals', () => {
    for (const [record, verdict] of [
      [right, 'holds'],
      [wrong, 'violated'],
    ] as const) {
      const row = rowOf(record);
      expect(storedRowSchema.parse(row)).toEqual(row);
      expect(row).toMatchObject({ kind: 'tables', verdict, form: null, title: '补贴发放情况表' });
    }
    expect(rowOf(right).reasons.satisfied).toBe(3);
  });

  test('is a version of the same page read before, and of no other', () => {
    const elsewhere = keptPage([villages()], { url: 'http://www.example.gov.cn/other.html' });
    expect(workOf(rowOf(wrong))).toBe(workOf(rowOf(right)));
    expect(workOf(rowOf(elsewhere))).not.toBe(workOf(rowOf(right)));
    expect(keptState(right.extraction, 0, [rowOf(right)])).toBe('same');
    expect(keptState(right.extraction, 0, [rowOf(wrong)])).toBe('older');
    expect(keptState(right.extraction, 0, [rowOf(elsewhere)])).toBe('no');
  });

  test('is listed after the reports, and found by itself', () => {
    const entries = ordered([rowOf(right), rowOf(report)], 'authority');
    expect(entries.map(({ row }) => row.kind)).toEqual(['report', 'tables']);
    expect(linesOf(entries, 'authority').map((line) => line.kind === 'group' && line.of)).toEqual([
      'report',
      false,
      'tables',
      false,
    ]);
    expect(filtered(entries, { ...noFilter, form: 'tables' }).map(({ row }) => row.id)).toEqual([right.id]);
  });
});

describe('in a file of the shelf', () => {
  const noted = withNote(wrong, '已去函');

  test('is read again to the last field, beside reports', () => {
    const text = toShelfJson([report, right, noted]);
    expect(readShelfJson(text)).toEqual({ kind: 'shelf', reports: [report, right, noted], refused: [] });
    expect(toShelfJson([report, right, noted])).toBe(text);
    expect(keptSchema.parse(noted)).toEqual(noted);
  });

  test.each([
    ['of no kind', (record: Record<string, unknown>) => delete record.kind],
    ['without tables', (record: Record<string, unknown>) => (record.tables = [])],
    ['with a damaged figure', (record: Record<string, unknown>) => (record.tables = [{ index: 0 }])],
  ])('one %s is refused, and told', (_what, damage) => {
    const file = JSON.parse(toShelfJson([right, report]));
    damage(file.reports[0]);
    expect(readShelfJson(JSON.stringify(file))).toEqual({ kind: 'shelf', reports: [report], refused: [1] });
  });

  test('reports of the version before are reports still', () => {
    const file = JSON.parse(toShelfJson([report]));
    delete file.reports[0].kind;
    const before = JSON.stringify({ ...file, schema: 'gouji/shelf/3' });
    expect(readShelfJson(before)).toEqual({ kind: 'shelf', reports: [report], refused: [] });
  });
});

describe('in an export', () => {
  test('its findings name the total that does not hold', () => {
    const lines = findingLines(verdictOn(toldOf(wrong)), wrong.extraction, 'zh-CN');
    const [row] = Papa.parse<string[]>(lines.trimEnd()).data;
    expect(row).toContain('total');
    expect(row?.join()).toContain('7892');
    expect(findingLines(verdictOn(toldOf(right)), right.extraction, 'zh-CN')).toContain('holds');
  });

  test('its figures and relations stand in a data package under its id, and its totals are counted', () => {
    const files = new Map(
      packageFiles([report, wrong], '2026-02-02T00:00:00Z', '0.1.0').map(({ name, text }) => [name, text]),
    );
    const rowsOf = (name: string) =>
      Papa.parse<Record<string, string>>(files.get(name) ?? '', { header: true, skipEmptyLines: true }).data;
    expect(rowsOf('tables.csv').filter(({ raw }) => raw === '7892')).toMatchObject([
      { report: wrong.id, row_path: '合计', column_path: '金额（元）', value: '7892', slot: 't0r4c3' },
    ]);
    expect(rowsOf('tables.csv')).toHaveLength(12);
    expect(rowsOf('relations.csv').filter(({ outcome }) => outcome === 'violated')).toHaveLength(1);
    expect(rowsOf('reports.csv').map(({ kind, violated }) => [kind, violated])).toEqual([
      ['report', '0'],
      ['tables', '1'],
    ]);
    expect(rowsOf('figures.csv').every(({ report: id }) => id === report.id)).toBe(true);
    expect(
      new Map(packageFiles([report], '2026-02-02T00:00:00Z', '0.1.0').map((file) => [file.name, file])).has(
        'tables.csv',
      ),
    ).toBe(false);
  });
});
