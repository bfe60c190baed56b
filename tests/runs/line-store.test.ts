import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { beside, checkedLine, fileStore, temporaryStore } from '../../cli/runs/journal-file.ts';
import { memoryStore } from '../../cli/runs/line-store.ts';
import { folderOf } from './folder.ts';

const folder = folderOf();
const lines = ['{"a":1}', '{"名":"甲"}', ''];

describe.each([
  ['memory', memoryStore],
  ['a file', () => fileStore(join(folder, 'lines'), 0)],
  ['a file that goes with the run', temporaryStore],
])('lines in %s', (_, open) => {
  test('are read again from their places, in any order', () => {
    const store = open();
    const places = lines.map(store.append);
    expect(places.toReversed().map(store.read)).toEqual(lines.toReversed());
    store.sync();
    store.close(false);
  });
});

test('in memory, at a place where nothing was written nothing stands', () => {
  expect(memoryStore().read({ at: 3, length: 1 })).toBe('');
});

describe('lines in a file', () => {
  const path = join(folder, 'journal');

  test('each have the sum of their bytes behind them', () => {
    const store = fileStore(path, 0);
    for (const line of lines) store.append(line);
    store.close(true);
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}\t561bacaf\n{"名":"甲"}\tbcbe973f\n\t00000000\n');
  });

  test('are told from others by it', () => {
    const [whole = '', chinese = ''] = readFileSync(path, 'utf8').split('\n');
    expect(checkedLine(Buffer.from(whole))?.toString()).toBe('{"a":1}');
    expect(checkedLine(Buffer.from(chinese))?.toString()).toBe('{"名":"甲"}');
    // As part of something larger.
    expect(checkedLine(new Uint8Array(Buffer.from(`xx${whole}`)).subarray(2))?.toString()).toBe('{"a":1}');
    for (const other of [
      whole.replace('1', '2'),
      whole.slice(0, -1),
      whole.replace('\t', ' '),
      '{"a":1}',
      '\t00000000',
      '',
    ])
      expect(checkedLine(Buffer.from(other)), other).toBeNull();
  });

  test('go on behind what stays of those before, and what does not stay is gone', () => {
    const first = fileStore(path, 0);
    const kept = first.append('{"a":1}');
    first.append('{"b":2}');
    first.close(true);
    const end = kept.at + kept.length + beside;
    const second = fileStore(path, end);
    const place = second.append('{"c":3}');
    expect([kept, place].map(second.read)).toEqual(['{"a":1}', '{"c":3}']);
    second.close(true);
    expect(readFileSync(path, 'utf8').replace(/\t.*/g, '')).toBe('{"a":1}\n{"c":3}\n');
  });

  test('from the beginning, nothing stays', () => {
    fileStore(path, 0).close(true);
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  test('are gone with a run that has come to its end', () => {
    const store = fileStore(path, 0);
    store.close(false);
    expect(existsSync(path)).toBe(false);
  });

  test('where none can be written, that is said of the file', () => {
    expect(() => fileStore(join(folder, 'none', 'journal'), 0)).toThrow(
      expect.objectContaining({
        problem: { code: 'cannot_write', path: join(folder, 'none', 'journal'), detail: 'ENOENT' },
      }),
    );
  });
});

test('of a file that goes with the run nothing is left beside other files', () => {
  const ours = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('gouji-run-'));
  const before = ours();
  const store = temporaryStore();
  store.append('{"a":1}');
  store.close(true);
  expect(ours()).toEqual(before);
});
