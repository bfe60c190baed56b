import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gouji, root } from './gouji.ts';

const page = join(root, 'samples/one-wrong-cell-2020.html');

test('--only facts writes the very figures, without reading the text', async () => {
  const whole = await gouji(['extract', page, '--format', 'csv']);
  const figures = await gouji(['extract', page, '--format', 'csv', '--only', 'facts']);
  expect(figures.stdout).toBe(whole.stdout);
  expect(figures.code).toBe(0);
});

test.each(['json', 'ndjson', 'xlsx', 'sqlite'])(
  '%s tells of more than figures, and is refused',
  async (format) => {
    const { code, stdout, stderr } = await gouji([
      'extract',
      page,
      '--only',
      'facts',
      '--format',
      format,
      '-o',
      '/nowhere/x',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--only facts');
  },
);
