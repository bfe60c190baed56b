import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apiDocumentation } from '../../tools/write-api.ts';
import { inChinese } from '../bench/in-chinese.ts';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport } from '../corpus-pages/report.ts';
import { folderWith, gouji, root } from './gouji.ts';

const folder = folderWith({});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['report.html', '报告.html'])
  cpSync(join(root, 'samples/one-wrong-cell-2020.html'), join(folder, name));
for (const name of ['reports', '文件夹'])
  cpSync(join(root, 'samples'), join(folder, name), { recursive: true });

for (const name of ['after.html', '更正后.html', 'county.html', '区政府.html'])
  cpSync(join(root, 'samples/consistent-2020.html'), join(folder, name));
for (const name of ['before.html', '更正前.html'])
  cpSync(join(root, 'samples/one-wrong-cell-2020.html'), join(folder, name));
for (const name of ['departments', '各部门']) {
  mkdirSync(join(folder, name));
  for (const authority of ['济宁市兖州区财政局', '济宁市兖州区教育局'])
    writeFileSync(
      join(folder, name, `${authority}.html`),
      renderHtml(inventReport('disclosure-2019', 1, { authority, year: 2020 })),
    );
}

/** What each command of the READMEs ends with and says. */
const answers: Record<string, { code: number; says: string }> = {
  check: { code: 1, says: '90 + 0 ≠ 88 + 1' },
  extract: { code: 0, says: 'disclosure-2019' },
  tables: { code: 1, says: '37 处合计：34 处成立，3 处不成立' },
  history: { code: 0, says: '2020 年有两份数字不同的报告' },
  compare: { code: 1, says: '（七）总计：自然人 88 → 89（+1）' },
  sum: { code: 0, says: '与 2 个机关的报告之和比较' },
};

describe.each(['README.md', 'README.zh-CN.md'])('%s', (readme) => {
  const lines = readFileSync(join(root, readme), 'utf8').matchAll(/^npx node cli\/gouji\.ts (.+)$/gm);
  const commands = [...lines].map(([, command = '']) => command.replace(/\s+#.*$|\s+>.*$/g, ''));

  test('shows commands', () => expect(commands.length).toBeGreaterThanOrEqual(4));

  test.each(commands)('gouji %s', async (command) => {
    const { code, stdout } = await gouji(command.split(/\s+/), { cwd: folder });
    const answer = answers[command.split(' ')[0] ?? ''];
    const output = / -o (\S+)/.exec(command)?.[1];
    const written = output === undefined ? stdout : readFileSync(join(folder, output), 'utf8');
    expect(code).toBe(answer?.code);
    expect(written).toContain(answer?.says);
  });
});

test('the measurements are the same in both languages', () => {
  const [english, chinese] = ['docs/speed.md', 'docs/speed.zh-CN.md'].map(
    (readme) =>
      /<!-- bench -->\n([\s\S]+?)<!-- \/bench -->/.exec(readFileSync(join(root, readme), 'utf8'))?.[1],
  );
  expect(inChinese(english ?? 'no tables')).toBe(chinese);
});

test('docs/api.md is what the sources say (npm run api writes it again)', () => {
  expect(readFileSync(join(root, 'docs/api.md'), 'utf8')).toBe(apiDocumentation());
});
