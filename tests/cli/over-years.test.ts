import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport, withFacts } from '../corpus-pages/report.ts';
import { folderWith, gouji } from './gouji.ts';

const body = { authority: '青禾市白石区人民政府' };
const earlier = inventReport('disclosure-2021', 11, { ...body, year: 2022 });
const carried = (column: string): string => earlier.facts[`requests.carried_forward.${column}`] ?? '';
const columns = Object.keys(earlier.facts).flatMap(
  (ref) => /^requests\.carried_over\.(\w+)$/.exec(ref)?.[1] ?? [],
);
const later = inventReport('disclosure-2021', 12, { ...body, year: 2023 });
/** The later report with what the earlier one carried forward, the total difference `off`. */
const following = (off: number) =>
  withFacts(
    later,
    Object.fromEntries(
      columns.map((column) => [
        `requests.carried_over.${column}`,
        column === 'total' ? String(Number(carried(column)) + off) : carried(column),
      ]),
    ),
  );

const folder = folderWith({
  '2022.html': renderHtml(earlier, {}),
  '2023.html': renderHtml(following(3), {}),
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('reports of one body in a folder are compared from year to year', async () => {
  const { code, stdout } = await gouji(['check', '--lang', 'zh-CN', folder]);
  const total = Number(carried('total'));
  expect(stdout).toContain('跨年核对');
  expect(stdout).toContain(
    `✗ 2023 年“二、上年结转政府信息公开申请数量”行“总计”列为 ${total + 3}，2022 年“四、结转下年度继续办理”行“总计”列为 ${total}，相差 3`,
  );
  expect(code).toBe(1);
});

test('one report alone says nothing of other years', async () => {
  const { stdout } = await gouji(['check', '--lang', 'zh-CN', `${folder}/2022.html`]);
  expect(stdout).not.toContain('跨年核对');
});
