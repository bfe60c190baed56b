import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sumSchema } from '../../cli/bodies/schemas.ts';
import { sumOf } from '../compare/sum-of.ts';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport, withFacts } from '../corpus-pages/report.ts';
import { folderWith, gouji } from './gouji.ts';

const place = '青禾市白石区';
const children = ['财政局', '教育局', '河口镇人民政府'].map((name, at) =>
  inventReport('disclosure-2021', 60 + at, { authority: `${place}${name}`, year: 2022 }),
);
const parent = sumOf(children, `${place}人民政府`);
const total = Number(parent.facts['requests.granted.total']);

const folder = folderWith({
  'parent.html': renderHtml(parent, {}),
  'more.html': renderHtml(withFacts(parent, { 'requests.granted.total': String(total + 5) }), {}),
  'old.html': renderHtml(inventReport('disclosure-2019', 1, { authority: `${place}水利局`, year: 2020 }), {}),
  'all.txt': '\uFEFF财政局\r\n教育局\r\n\r\n河口镇\r\n',
  'more.txt': '财政局\n教育局\n河口镇\n卫生健康局\n',
  'empty.txt': '\n',
});
const path = (name: string): string => join(folder, name);
mkdirSync(path('departments'));
for (const [at, one] of children.entries())
  writeFileSync(path(`departments/${at}.html`), renderHtml(one, {}));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const summed = (...args: string[]) => gouji(['sum', '--lang', 'zh-CN', ...args]);

describe('gouji sum', () => {
  test('a report that is the sum of its parts', async () => {
    const { code, stdout, stderr } = await summed(
      path('parent.html'),
      path('departments'),
      '--expect',
      path('all.txt'),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('与 3 个机关的报告之和比较');
    expect(stdout).toContain('· 二、主动公开政府信息情况：10 格相同 · 0 格不同 · 0 格无法判定');
    expect(stdout).toContain('· 三、收到和处理政府信息公开申请情况：175 格相同 · 0 格不同 · 0 格无法判定');
    expect(stdout).not.toContain('?');
  });

  test('a difference is shown, and is no failure', async () => {
    const { code, stdout } = await summed(path('more.html'), path('departments'));
    expect(code).toBe(0);
    expect(stdout).toContain(`（一）予以公开：总计 ${total + 5} ≠ ${total}（+5）`);
    expect(stdout).toContain('不同不等于有错');
    expect(stdout).not.toContain('不成立');
  });

  test('expected reports that are missing are named, and nothing is decided without them', async () => {
    const { code, stdout } = await summed(
      path('more.html'),
      path('departments'),
      '--expect',
      path('more.txt'),
    );
    expect(code).toBe(2);
    expect(stdout).toContain('? 没有报告的机关：卫生健康局');
    expect(stdout).toContain('0 格相同 · 0 格不同 · 175 格无法判定');
    expect(stdout).toContain('用 --all 列出');
  });

  test('with --all what is known beside what is not', async () => {
    const { stdout } = await summed(
      path('more.html'),
      path('departments'),
      '--expect',
      path('more.txt'),
      '--all',
    );
    expect(stdout).toContain(`总计 ${total + 5} ? ${total}（3 份有数字）`);
  });

  test('children that are not there, of another year, given twice, or the parent itself', async () => {
    const { code, stdout, stderr } = await summed(
      path('parent.html'),
      path('departments'),
      path('departments/0.html'),
      path('parent.html'),
      path('old.html'),
      path('nowhere.html'),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere.html');
    expect(stdout).toContain(`? ${place}财政局有两份数字相同的报告，只计一次`);
    expect(stdout).toContain('? 与总报告是同一机关，未计入');
    expect(stdout).toContain(`? ${place}水利局的报告为 2020 年，未计入`);
    expect(stdout).toContain(`? ${path('nowhere.html')}：未能读取报告，未计入`);
  });

  test('as data', async () => {
    const { stdout } = await summed(path('more.html'), path('departments'), '--format', 'json');
    const data = sumSchema.parse(JSON.parse(stdout));
    expect([data.level, data.whole, data.children.length]).toEqual(['hint', true, 3]);
    expect(data.cells.filter(({ outcome }) => outcome !== 'same')).toEqual([
      expect.objectContaining({ ref: 'requests.granted.total', outcome: 'differs', difference: 5 }),
    ]);
  });

  test.each([
    ['no children', [path('parent.html')], '请给出要读取的文件或文件夹'],
    ['several parents', [path('departments'), path('departments')], '其中有 3 份报告，总报告只能是一份'],
    ['no parent', [path('nowhere.html'), path('departments')], '未能读取总报告'],
    ['an empty list', [path('parent.html'), path('departments'), '--expect', path('empty.txt')], 'empty.txt'],
  ])('refuses %s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await summed(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });
});
