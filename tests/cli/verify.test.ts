import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { recordOf } from '../../parser/export/kept.ts';
import { toShelfJson } from '../../parser/export/shelf-json.ts';
import { tabulationSchema } from '../../parser/tabulation.ts';
import { unread } from '../../parser/unread.ts';
import { folderWith, gouji } from './gouji.ts';

const sample = 'samples/one-wrong-cell-2020.html';
const exported = async (format: string, ...paths: string[]) =>
  (await gouji(['extract', '--format', format, ...paths])).stdout;
const folder = folderWith({});
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('gouji verify', () => {
  test.each(['csv', 'json', 'ndjson'])('proves what was exported as %s', async (format) => {
    const path = file(`right.${format}`, await exported(format, sample));
    const { code, stdout, stderr } = await gouji(['verify', path, sample]);
    expect(stdout).toContain('✓ 198 行全部与网页一致');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('names the row that differs', async () => {
    const path = file('wrong.csv', await exported('csv', sample));
    const { code, stdout } = await gouji(['verify', path, 'samples/consistent-2020.html', '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toContain('✗ one row differs from the page, 197 rows match');
    expect(stdout).toMatch(/row 171, .*value: exported "88", on the page "89"/);
  });

  test('holds each of several reports of one body and year against the page of its name', async () => {
    const path = file('folder.csv', await exported('csv', 'samples'));
    const { code, stdout } = await gouji(['verify', path, 'samples']);
    expect(stdout).toContain('samples/one-wrong-cell-2020.html ← samples/one-wrong-cell-2020.html');
    expect(stdout).not.toContain('✗');
    expect(code).toBe(0);
  });

  test('says when a report has no page, and when the page is no report', async () => {
    const path = file('none.json', await exported('json', sample));
    const { code, stdout, stderr } = await gouji(['verify', path, 'README.md']);
    expect(code).toBe(2);
    expect(stdout).toContain('没有给出这份报告的网页');
    expect(stderr).toContain('README.md');
  });

  test.each([
    ['no export', '<p>', '不是 gouji extract 或扩展导出的'],
    ['a later version', '{"schema":"gouji/shelf/9","reports":[]}', 'gouji/shelf/9'],
    ['an empty export', '[]', '没有数据'],
  ])('refuses %s', async (name, text, words) => {
    const { code, stdout, stderr } = await gouji(['verify', file(`${name}.json`, text), sample]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });

  test('refuses an export that is not there', async () => {
    const { code, stderr } = await gouji(['verify', join(folder, 'nowhere.csv'), sample]);
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere.csv');
  });
});

describe('a page of tables that the shelf has kept', () => {
  const page = (total: string): string =>
    `<title>补贴发放情况表</title><table><tr><td>乡镇</td><td>户数</td><td>人数</td></tr><tr><td>东乡</td><td>1203</td><td>2317</td></tr><tr><td>西乡</td><td>3121</td><td>1178</td></tr><tr><td>合计</td><td>4324</td><td>${total}</td></tr></table>`;
  const html = file('tables.html', page('3495'));
  const shelf = async (): Promise<string> => {
    const { stdout } = await gouji(['tables', '--format', 'ndjson', html]);
    const tabulation = tabulationSchema.parse(JSON.parse(stdout));
    const extraction = unread(tabulation.source, [{ code: 'no_report', tables: 1 }]);
    const find = { extraction, statements: null, tables: tabulation.tables, report: 0 };
    const moment = '2026-02-01T08:00:00.000Z';
    const kept = recordOf(
      { ...find, title: '补贴发放情况表', retrieved: moment },
      packageJson.version,
      moment,
    );
    return file('tables-shelf.json', toShelfJson(kept ? [kept] : []));
  };

  test('is proven from it, and nobody says that it holds no report', async () => {
    const { code, stdout, stderr } = await gouji(['verify', await shelf(), html]);
    expect(stdout).toContain('补贴发放情况表');
    expect(stdout).toMatch(/✓ \d+ 行全部与网页一致/);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('is refuted by another edition, cell by cell', async () => {
    const other = file('other-tables.html', page('3945'));
    const { code, stdout } = await gouji(['verify', await shelf(), other]);
    expect(stdout).toContain('表 1 合计 › 人数，数值：导出为“3495”，网页为“3945”');
    expect(code).toBe(1);
  });
});
