import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apiDocumentation } from '../../cli/write-api.ts';
import { folderWith, gouji, root } from './gouji.ts';

const folder = folderWith({});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['report.html', '报告.html'])
  cpSync(join(root, 'samples/one-wrong-cell-2020.html'), join(folder, name));
for (const name of ['reports', '文件夹'])
  cpSync(join(root, 'samples'), join(folder, name), { recursive: true });

describe.each(['README.md', 'README.zh-CN.md'])('%s', (readme) => {
  const lines = readFileSync(join(root, readme), 'utf8').matchAll(/^npx node cli\/gouji\.ts (.+)$/gm);
  const commands = [...lines].map(([, command = '']) => command.replace(/\s+#.*$|\s+>.*$/g, ''));

  test('shows commands', () => expect(commands.length).toBeGreaterThanOrEqual(4));

  test.each(commands)('gouji %s', async (command) => {
    const { code, stdout } = await gouji(command.split(/\s+/), { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toContain(command.startsWith('check') ? '90 + 0 ≠ 88 + 1' : 'disclosure-2019');
  });
});

test('docs/api.md is what the sources say (npm run api writes it again)', () => {
  expect(readFileSync(join(root, 'docs/api.md'), 'utf8')).toBe(apiDocumentation());
});
