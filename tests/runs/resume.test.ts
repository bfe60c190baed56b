import { appendFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ResumableOutput } from '../../cli/outputs/output.ts';
import { type InputFile, type JournalLine, journalIn, journalPath } from '../../cli/runs/journal.ts';
import { beside, fileStore } from '../../cli/runs/journal-file.ts';
import { asking } from '../../cli/runs/request.ts';
import { type Left, whatIsLeft } from '../../cli/runs/resume.ts';
import { taskOf } from '../../cli/runs/task.ts';
import { folderOf } from './folder.ts';

const folder = folderOf();
const head = { version: '1.0.0', task: taskOf(asking('en', {}), 'csv', { paths: ['reports'] }) };
const keys = ['a.html', 'b.html', 'c.html'];
const texts = ['first,1\n', 'second,22\n', 'third,333\n'];
const figures = [{ ref: 'requests.granted.total', value: 5, state: 'number' }] as const;

let nth = 0;

type Before = {
  /** What the run wrote, for each source. */
  written?: readonly string[];
  inputs?: readonly (InputFile | null)[];
  /** Whose run it was. */
  whose?: typeof head | null;
};

/** An output that a run has left when it was broken off. */
const leftBy = ({ written = texts, inputs = [], whose = head }: Before = {}): string => {
  const output = join(folder, `${++nth}.csv`);
  const store = fileStore(journalPath(output), 0);
  const journal = journalIn(store, whose);
  let end = 0;
  written.forEach((text, at) => {
    end += text.length;
    const facts = { source: '', authority: '甲市', year: 2020 + at, form: 'disclosure-2021', facts: figures };
    journal.note(keys[at] ?? '', { end, sum: crc32(text) }, inputs[at] ?? null, {
      counted: [{ exit: 0, violated: false }],
      past: [facts],
    });
  });
  store.close(true);
  writeFileSync(`${output}.part`, written.join(''));
  return output;
};

const left = (output: string, tells: ResumableOutput | null = null, now = head): Promise<Left> =>
  whatIsLeft(output, now, tells);

/** What stays of it, and what is lost. */
const shown = (found: Left) =>
  found.kind === 'some'
    ? { done: Object.fromEntries(found.done), end: found.end, lines: found.lines.length, lost: found.lost }
    : found;

/** An output that tells by itself that it holds these sources. */
const telling = (holds: readonly string[], damage: string | null = null) => {
  const removed: string[] = [];
  const tells: ResumableOutput = {
    write: async () => {},
    end: async () => {},
    has: (key) => holds.includes(key),
    remove: (key) => removed.push(key),
    damage: () => damage,
    sync: () => {},
  };
  return { tells, removed };
};

const nothingLost = { damaged: null, changes: [], again: 0 };
const whole = { done: { 'a.html': 1, 'b.html': 1, 'c.html': 1 }, end: 28, lines: 5, lost: nothingLost };

describe('where nothing was interrupted', () => {
  test('there is no journal: nothing is left, and an output that is there is whole', async () => {
    const output = join(folder, 'none.csv');
    expect(await left(output)).toEqual({ kind: 'none', finished: false });
    writeFileSync(output, 'whole');
    expect(await left(output)).toEqual({ kind: 'none', finished: true });
  });
});

describe('a run that was broken off', () => {
  test('has left what its journal says', async () => {
    const output = leftBy();
    const found = await left(output);
    expect(shown(found)).toEqual(whole);
    if (found.kind !== 'some') return;
    expect(found.journalEnd).toBe(statSync(journalPath(output)).size);
    const lines = readFileSync(journalPath(output), 'utf8').split('\n');
    for (const [line, { at, length }] of found.lines) {
      const text = readFileSync(journalPath(output))
        .subarray(at, at + length)
        .toString('utf8');
      expect(JSON.parse(text)).toEqual(line);
      expect(lines.some((one) => one.startsWith(`${text}\t`))).toBe(true);
    }
  });

  test('a source that is named twice was done as often', async () => {
    const output = leftBy({ written: texts.slice(0, 1) });
    const store = fileStore(journalPath(output), statSync(journalPath(output)).size);
    journalIn(store, null).note('a.html', { end: 16, sum: crc32('again,1\n') }, null, {
      counted: [],
      past: [],
    });
    store.close(true);
    appendFileSync(`${output}.part`, 'again,1\n');
    expect(shown(await left(output))).toMatchObject({ done: { 'a.html': 2 }, end: 16, lost: nothingLost });
  });

  test('a line that was cut off is not there', async () => {
    const output = leftBy();
    const { size } = statSync(journalPath(output));
    for (const cut of [1, 5, 40]) {
      truncateSync(journalPath(output), size - cut);
      const found = await left(output);
      expect(shown(found)).toMatchObject({ done: { 'a.html': 1, 'b.html': 1 }, end: 18, lost: nothingLost });
      const last = found.kind === 'some' ? found.lines.at(-1)?.[1] : undefined;
      expect(found.kind === 'some' && found.journalEnd).toBe((last?.at ?? 0) + (last?.length ?? 0) + beside);
    }
  });
});

describe('what is not there as it was written', () => {
  const damaged = (path: string, where: string, with_: string): void => {
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(where);
    writeFileSync(path, text.replace(where, with_));
  };

  test('a damaged output: it and all behind it is read again', async () => {
    const output = leftBy();
    damaged(`${output}.part`, '22', '23');
    expect(shown(await left(output))).toEqual({
      done: { 'a.html': 1 },
      end: 8,
      lines: 3,
      lost: { damaged: 'output', changes: [], again: 2 },
    });
  });

  test('an output that is shorter than was written, or gone', async () => {
    const output = leftBy();
    truncateSync(`${output}.part`, 20);
    const lost = { damaged: 'output', changes: [], again: 1 };
    expect(shown(await left(output))).toMatchObject({ end: 18, lost });
    rmSync(`${output}.part`);
    expect(shown(await left(output))).toMatchObject({ done: {}, end: 0, lost: { ...lost, again: 3 } });
  });

  test('a large output, piece by piece', async () => {
    const large = `${'x'.repeat((1 << 20) + 3)}\n`;
    const output = leftBy({ written: [...texts.slice(0, 1), large, 'end\n'] });
    expect(shown(await left(output))).toMatchObject({ end: 8 + large.length + 4, lost: nothingLost });
    const part = readFileSync(`${output}.part`);
    part[8 + (1 << 20) + 1] = 0;
    writeFileSync(`${output}.part`, part);
    expect(shown(await left(output))).toMatchObject({ end: 8, lost: { damaged: 'output', again: 2 } });
  });

  test('a source that added nothing to the output is there', async () => {
    const output = leftBy({ written: [texts[0] ?? '', '', texts[2] ?? ''] });
    expect(shown(await left(output))).toMatchObject({
      done: { 'b.html': 1, 'c.html': 1 },
      lost: nothingLost,
    });
  });

  test('a damaged journal: what stands before it stays', async () => {
    const output = leftBy();
    damaged(journalPath(output), '"key":"b.html"', '"key":"x.html"');
    expect(shown(await left(output))).toEqual({
      done: { 'a.html': 1 },
      end: 8,
      lines: 3,
      lost: { damaged: 'journal', changes: [], again: 0 },
    });
  });

  test('a line that says something else, though it is whole', async () => {
    for (const line of ['{"key":"d.html"}', '{"key":"d.html","end":-1}']) {
      const output = leftBy();
      const store = fileStore(journalPath(output), statSync(journalPath(output)).size);
      store.append(line);
      store.close(true);
      expect(shown(await left(output))).toEqual({ ...whole, lost: { ...nothingLost, damaged: 'journal' } });
    }
  });

  test('a damaged output is said rather than the journal behind it', async () => {
    const output = leftBy();
    damaged(`${output}.part`, 'first', 'fIrst');
    damaged(journalPath(output), '"key":"c.html"', '"key":"x.html"');
    expect(shown(await left(output))).toMatchObject({ lost: { damaged: 'output', again: 2 } });
  });

  test('a journal of which nothing can be read is none', async () => {
    const output = leftBy();
    damaged(journalPath(output), '"version"', '"wersion"');
    expect(await left(output)).toEqual({ kind: 'none', finished: false, damaged: true });
    expect(await left(leftBy({ whose: null }))).toEqual({ kind: 'none', finished: false, damaged: true });
  });

  test('files that have changed are named, and all from the first of them on is read again', async () => {
    const page = join(folder, 'b.html');
    writeFileSync(page, 'page');
    const { size, mtimeMs } = statSync(page);
    const input = { path: page, bytes: size, modified: mtimeMs, sha256: '' };
    const gone = { ...input, path: join(folder, 'gone.html') };
    expect(shown(await left(leftBy({ inputs: [null, input, null] })))).toEqual(whole);
    const changed = { ...input, bytes: 99 };
    expect(shown(await left(leftBy({ inputs: [input, changed, gone] })))).toEqual({
      done: { 'a.html': 1 },
      end: 8,
      lines: 3,
      lost: {
        damaged: null,
        changes: [
          { path: page, what: 'changed' },
          { path: gone.path, what: 'deleted' },
        ],
        again: 2,
      },
    });
  });
});

describe('an output that tells by itself what it holds', () => {
  test('is asked for each source, and its text is not looked at', async () => {
    const output = leftBy();
    writeFileSync(`${output}.part`, 'a database');
    const { tells, removed } = telling(keys);
    expect(shown(await left(output, tells))).toEqual(whole);
    expect(removed).toEqual([]);
  });

  test('what it does not hold is only not there yet: it is read again, and what stands behind it taken out', async () => {
    const { tells, removed } = telling(['a.html', 'c.html']);
    expect(shown(await left(leftBy(), tells))).toEqual({
      done: { 'a.html': 1 },
      end: 8,
      lines: 3,
      lost: { damaged: null, changes: [], again: 2 },
    });
    expect(removed).toEqual(['b.html', 'c.html']);
  });

  test('where it is damaged nothing goes on', async () => {
    const { tells } = telling(keys, 'malformed');
    expect(await left(leftBy(), tells)).toEqual({ kind: 'damaged', detail: 'malformed' });
  });
});

describe('another run', () => {
  test('of another version', async () => {
    const whose = { ...head, version: '0.9.0' };
    expect(await left(leftBy({ whose }))).toEqual({ kind: 'other_version', found: '0.9.0' });
  });

  test('of another task: the options in which they differ', async () => {
    const task = taskOf(asking('zh-CN', {}), 'csv', { paths: ['reports', 'more'] });
    expect(await left(leftBy({ whose: { ...head, task } }))).toEqual({
      kind: 'other_task',
      options: ['--lang', 'PATH'],
    });
  });
});

test('lines that a journal may hold are read as they were written', async () => {
  const lines: JournalLine[] = [
    { format: 'gouji/journal/2', ...head },
    { refs: ['requests.granted.total', 'requests.other.total'] },
    {
      key: 'a.html',
      end: 0,
      sum: 0,
      input: { path: 'a.html', name: 'b1a8', bytes: 0, modified: 1.5, sha256: null },
      counts: { reports: 3, violated: 1, unread: 1, exit: 2 },
      past: [['甲市', 2020, 'disclosure-2021', 0, [5, 'blank', 'mark', 'unreadable']]],
    },
    {
      key: 'b.html',
      end: 0,
      sum: 0,
      input: null,
      counts: { reports: 0, violated: 0, unread: 0, exit: 1 },
      past: [],
    },
  ];
  const output = join(folder, 'lines.csv');
  const write = (written: readonly JournalLine[]): void => {
    const store = fileStore(journalPath(output), 0);
    for (const line of written) store.append(JSON.stringify(line));
    store.close(true);
  };
  const { tells } = telling(keys);
  write(lines);
  // Its file is gone: it and what comes behind it is read again.
  expect(shown(await left(output, tells))).toMatchObject({ lines: 2, lost: { again: 2, damaged: null } });
  const unchanged = lines.map((line) => ('input' in line ? { ...line, input: null } : line));
  write(unchanged);
  const found = await left(output, tells);
  expect(found.kind === 'some' && found.lines.map(([line]) => line)).toEqual(unchanged);
});
