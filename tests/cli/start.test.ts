import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gouji, root } from './gouji.ts';

test('npm start checks the samples, writes their CSV, says what to try next, and ends 0', async () => {
  const { code, stdout } = await gouji([], { script: join(root, 'cli', 'start.ts') });
  expect(stdout).toContain('90 + 0 ≠ 88 + 1（相差 1）');
  expect(stdout).toContain('npx node cli/gouji.ts extract');
  for (const readme of ['README.md', 'README.zh-CN.md']) {
    const shown = /^samples\/one-wrong-cell-2020\.html\n[^`]+/m.exec(
      readFileSync(join(root, readme), 'utf8'),
    )?.[0];
    expect(`${stdout}\n`).toContain(`${shown ?? readme}\n`);
  }
  const header = '\uFEFFreport,authority,year,form,';
  const single = ['consistent-2020', 'one-wrong-cell-2020', 'plain-text-2020'].map((name) =>
    readFileSync(join(root, 'out', `${name}.csv`), 'utf8'),
  );
  const all = readFileSync(join(root, 'out', 'all.csv'), 'utf8');
  for (const csv of [...single, all]) expect(csv.startsWith(header)).toBe(true);
  const lines = (csv: string): string[] => csv.trimEnd().split('\r\n').slice(1);
  expect(lines(all)).toEqual(single.flatMap(lines));
  expect(lines(all).length).toBe(3 * 198);
  expect(code).toBe(0);
});

test('it speaks English where the environment does', async () => {
  const { stdout } = await gouji([], {
    script: join(root, 'cli', 'start.ts'),
    environment: { LANG: 'en_US.UTF-8' },
  });
  expect(stdout).toContain('What to try next');
});
