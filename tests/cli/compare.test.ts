import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../cli/bodies/schemas.ts';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport, type Report, withFacts } from '../corpus-pages/report.ts';
import { folderWith, gouji } from './gouji.ts';

const report = inventReport('disclosure-2021', 3, { authority: '青禾市财政局', year: 2022 });
const granted = Number(report.facts['requests.granted.total']);
const changed = withFacts(report, {
  'requests.granted.total': String(granted + 2),
  'review_litigation.reconsideration.upheld': '',
});
const other = (authority: string, year: number): Report =>
  inventReport('disclosure-2021', 8, { authority, year });

const folder = folderWith({
  'one.html': renderHtml(report, {}),
  'changed.html': renderHtml(changed, {}),
  'old.html': renderHtml(inventReport('disclosure-2019', 3, { authority: '青禾市财政局', year: 2019 }), {}),
  'none.html': '<p>没有报告</p>',
});
const path = (name: string): string => join(folder, name);
const set = (name: string, reports: readonly Report[]): string => {
  mkdirSync(path(name));
  for (const [at, one] of reports.entries())
    writeFileSync(join(path(name), `${at}.html`), renderHtml(one, {}));
  return path(name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('gouji compare', () => {
  test.each([
    ['a page and its PDF', 'violated-totals/source.html', 'pdf-printed-by-chromium/source.pdf', 200],
    ['a PDF and a Word file', 'pdf-printed-by-chromium/source.pdf', 'docx-word-processor/source.docx', 200],
  ])('%s have the same figures', async (_, one, two, cells) => {
    const [first, second] = [one, two].map((name) => `tests/corpus/${name}`) as [string, string];
    const { code, stdout, stderr } = await gouji(['compare', first, second, '--lang', 'zh-CN']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`✓ 数字相同（${cells} 格）`);
  });

  test('what differs is named by row and column, with both figures; a blank has no difference', async () => {
    const { code, stdout } = await gouji([
      'compare',
      path('one.html'),
      path('changed.html'),
      '--lang',
      'zh-CN',
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('= 二、主动公开政府信息情况：10 格全部相同');
    expect(stdout).toContain('≠ 三、收到和处理政府信息公开申请情况：175 格中 1 格不同');
    expect(stdout).toContain(`（一）予以公开：总计 ${granted} → ${granted + 2}（+2）\n`);
    const upheld = report.facts['review_litigation.reconsideration.upheld'];
    expect(stdout).toContain(`行政复议：结果维持 ${upheld} → 空白\n`);
    expect(stdout).toContain('“总计”列：三（一）至（六）各项之和 = 三（七）：成立 → 不成立');
    expect(stdout).toMatch(/予以公开 +\d+ +\d+ +\+2\n/);
  });

  test('of two forms what has no counterpart is named on both sides', async () => {
    const { code, stdout } = await gouji(['compare', path('old.html'), path('one.html'), '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toContain('the two reports use different forms');
    expect(stdout).toMatch(/only in the first \(19 cells\): .*items last year/);
    expect(stdout).toMatch(/only in the second \(21 cells\): /);
    expect(stdout).toMatch(/· 3\(6\) .* stands for the sum of /);
  });

  test('as data', async () => {
    const { stdout } = await gouji(['compare', path('one.html'), path('changed.html'), '--format', 'json']);
    const data = comparisonSchema.parse(JSON.parse(stdout));
    const [pair] = data.pairs;
    expect(pair?.same).toBe(false);
    expect(pair?.cells.map(({ ref, how, difference }) => [ref, how, difference])).toEqual([
      ['requests.granted.total', 'number', 2],
      ['review_litigation.reconsideration.upheld', 'state', null],
    ]);
    expect(pair?.cells[1]?.other).toMatchObject({ state: 'blank', value: null });
    expect(data.alone).toEqual([]);
  });

  test('two folders: by body and year, then by body; what is left is named', async () => {
    const before = set('before', [report, other('青禾市教育局', 2021), other('青禾市水利局', 2021)]);
    const after = set('after', [changed, other('青禾市教育局', 2022)]);
    const { code, stdout } = await gouji(['compare', before, after, '--lang', 'zh-CN']);
    expect(code).toBe(1);
    expect(stdout).toContain('共比较 2 对：1 对数字相同，1 对不同；1 份没有配对');
    expect(stdout).toContain(
      `? ${join(before, '2.html')}：青禾市水利局 2021 年，后一组中没有（或不止一份）可以配对的报告`,
    );
  });

  test('what was not read is exit 2', async () => {
    const { code, stdout, stderr } = await gouji([
      'compare',
      path('one.html'),
      path('none.html'),
      '--lang',
      'zh-CN',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${path('none.html')}: 没有找到表格`);
    expect(stdout).not.toContain('数字相同（');
  });

  test('one path alone is a wrong command line', async () => {
    const { code, stdout } = await gouji(['compare', path('one.html')]);
    expect([code, stdout]).toEqual([2, '']);
  });
});
