import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { folderWith, gouji, root } from './gouji.ts';

const sound = readFileSync(join(root, 'samples/consistent-2020.html'), 'utf8');
const folder = folderWith({ 'sound.html': sound, 'changed.html': sound.replace('办结90件', '办结91件') });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a count of the text that contradicts the table is shown with its clause, and is a violation', async () => {
  const { code, stdout } = await gouji(['check', '--lang', 'zh-CN', join(folder, 'changed.html')]);
  expect(stdout).toMatch(/✗ 正文写 91，表中.*为 90（原文：办结91件）/);
  expect(code).toBe(1);
});

test('a text that agrees is not mentioned', async () => {
  const { code, stdout } = await gouji(['check', '--lang', 'zh-CN', join(folder, 'sound.html')]);
  expect(stdout).not.toContain('正文');
  expect(code).toBe(0);
});
