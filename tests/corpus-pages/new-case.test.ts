import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { pageDifferences } from '../corpus-case.ts';

const run = promisify(execFile);
const tool = fileURLToPath(new URL('new-case.ts', import.meta.url));
const sample = fileURLToPath(new URL('../../samples/plain-text-2020.txt', import.meta.url));

test('a page becomes a case that holds', async () => {
  const corpus = await mkdtemp(join(tmpdir(), 'gouji-case-'));
  await run(process.execPath, [
    tool,
    sample,
    '--variant',
    'A plain-text export.',
    '--slug',
    'text-export',
    '--into',
    corpus,
  ]);
  const source = await readFile(join(corpus, 'text-export/source.txt'));
  expect(source.equals(await readFile(sample))).toBe(true);
  expect(await readFile(join(corpus, 'text-export/about.md'), 'utf8')).toBe('A plain-text export.\n');
  const expected = JSON.parse(await readFile(join(corpus, 'text-export/expected.json'), 'utf8'));
  expect(Object.keys(expected.reports[0].facts)).toHaveLength(198);
  expect(pageDifferences(await readBytes('source.txt', source), expected)).toEqual([]);
});

test('a case without a variant is refused with a sentence', async () => {
  await expect(run(process.execPath, [tool, sample])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--variant'),
  });
});
