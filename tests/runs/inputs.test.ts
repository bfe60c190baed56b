import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../cli/read.ts';
import { changeOf, inputOf } from '../../cli/runs/inputs.ts';
import { folderOf } from './folder.ts';

const folder = folderOf({ 'archive.warc': 'pages', 'page.html': '<p>甲' });
const archive = join(folder, 'archive.warc');
const page = join(folder, 'page.html');
const file = { bytes: 6, modified: 1234.5, sha256: 'ab' };

describe('the file that an answer is from', () => {
  test('is the file that was read, as it was then', () => {
    expect(inputOf({ kind: 'file', key: page, path: page }, { file })).toEqual({ path: page, ...file });
  });

  test('with the bytes of its name where they are no text', () => {
    const name = Uint8Array.of(0xb1, 0xa8, 0x2e, 0x68);
    expect(inputOf({ kind: 'file', key: '\uFFFD\uFFFD.h', path: '\uFFFD\uFFFD.h', name }, { file })).toEqual({
      path: '\uFFFD\uFFFD.h',
      name: 'b1a82e68',
      ...file,
    });
  });

  test('is the archive of a page, told by size and time as they were at its first page', () => {
    const of = (container: string) =>
      inputOf(
        { kind: 'page', key: 'a', origin: { path: 'a' }, bytes: new Uint8Array(1), container },
        { file },
      );
    const noted = { path: archive, bytes: 5, modified: statSync(archive).mtimeMs, sha256: null };
    expect(of(archive)).toEqual(noted);
    writeFileSync(archive, 'more pages');
    expect(of(archive)).toEqual(noted);
    expect(of(join(folder, 'none.warc'))).toBeNull();
  });

  test('is none for a page of standard input, for a path without a file, and where nothing was read', () => {
    const origin = { path: '-' };
    expect(inputOf({ kind: 'page', key: '-', origin, bytes: new Uint8Array(1) }, { file })).toBeNull();
    const issue = { code: 'file_not_found', path: 'none' } as const;
    expect(inputOf({ kind: 'issue', key: 'none', path: 'none', issue }, { file })).toBeNull();
    expect(inputOf({ kind: 'file', key: page, path: page }, { file: null })).toBeNull();
  });
});

describe('whether it is still what it was', () => {
  const noted = async (path: string) => {
    const item = { kind: 'file', key: path, path } as const;
    const input = inputOf(item, await readSource(item, { summed: true }));
    if (input === null) throw new Error('A file was read.');
    return input;
  };

  test('size and time tell', async () => {
    const input = await noted(page);
    expect(await changeOf(input)).toBeNull();
    // The sum is not asked where they do.
    expect(await changeOf({ ...input, sha256: 'another' })).toBeNull();
    expect(await changeOf({ ...input, bytes: input.bytes + 1 })).toEqual({ path: page, what: 'changed' });
  });

  test('where only the time is another, the sum does', async () => {
    const input = await noted(page);
    utimesSync(page, 1, 1);
    expect(await changeOf(input)).toBeNull();
    for (const sha256 of ['another', '', null])
      expect(await changeOf({ ...input, sha256 }), String(sha256)).toEqual({ path: page, what: 'changed' });
    // Not where the size is another as well.
    expect(await changeOf({ ...input, bytes: 1 })).toEqual({ path: page, what: 'changed' });
    writeFileSync(page, '<p>乙');
    expect(await changeOf(input)).toEqual({ path: page, what: 'changed' });
  });

  test('a file that is gone is deleted, one that is none any more is changed', async () => {
    const path = join(folder, 'gone.html');
    writeFileSync(path, '<p>甲');
    const input = await noted(path);
    rmSync(path);
    expect(await changeOf(input)).toEqual({ path, what: 'deleted' });
    mkdirSync(path);
    const { size } = statSync(path);
    expect(await changeOf({ ...input, bytes: size })).toEqual({ path, what: 'changed' });
  });

  test('it is looked for under the bytes of its name, and named as it is shown', async () => {
    const input = await noted(page);
    const name = Buffer.from(page).toString('hex');
    expect(await changeOf({ ...input, path: 'shown', name })).toBeNull();
    expect(await changeOf({ ...input, path: 'shown', name: '2f2f6e6f6e65' })).toEqual({
      path: 'shown',
      what: 'deleted',
    });
  });
});
