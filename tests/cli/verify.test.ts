import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
