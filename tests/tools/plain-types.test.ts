import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { writePlainTypes } from '../../tools/plain-types.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(root, '.output-types-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'parser'));
writePlainTypes(pathToFileURL(`${folder}/`));
const read = (name: string): string => readFileSync(join(folder, 'parser', `${name}.d.ts`), 'utf8');

test('published types say what the schemas say, and nothing else', async () => {
  writeFileSync(
    join(folder, 'same.ts'),
    `import type * as ours from '../parser/extraction.ts';
import type { Issue } from '../parser/issue.ts';
import type { Tabulation } from '../parser/tabulation.ts';
import type * as plain from './parser/extraction.d.ts';
import type { Issue as PlainIssue } from './parser/issue.d.ts';
import type { Tabulation as PlainTabulation } from './parser/tabulation.d.ts';
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
export const extraction: Same<ours.Extraction, plain.Extraction> = true;
export const issue: Same<Issue, PlainIssue> = true;
export const tabulation: Same<Tabulation, PlainTabulation> = true;
// @ts-expect-error an extraction is no tabulation
export const other: Same<ours.Extraction, PlainTabulation> = true;
`,
  );
  const options = [
    '--noEmit',
    '--strict',
    '--ignoreConfig',
    '--exactOptionalPropertyTypes',
    '--allowImportingTsExtensions',
  ];
  const { stdout } = await run(
    join(root, 'node_modules/.bin/tsc'),
    [...options, '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck', join(folder, 'same.ts')],
    { cwd: folder },
  ).catch((error) => error);
  expect(stdout).toBe('');
});

test('every field of an extraction and of its tables has its words', () => {
  for (const name of ['extraction', 'tabulation']) {
    const lines = read(name).split('\n');
    const bare = lines.filter((line, at) => /^\w+\??: /.test(line) && !/\*\/$/.test(lines[at - 1] ?? ''));
    expect(bare, `${name}.ts: write a docstring above the field`).toEqual([]);
  }
});

test('nothing of zod is left in them', () => {
  for (const name of ['extraction', 'tabulation', 'issue']) expect(read(name)).not.toMatch(/zod|\bz\./);
});
