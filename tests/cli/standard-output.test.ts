import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, mkdtempSync, openSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { entry, gouji, root } from './gouji.ts';

const page = 'samples/consistent-2020.html';
const many = Array.from({ length: 7 }, () => page);

test('a command line that needs no parser says what a parsed one says', async () => {
  for (const paths of [
    [page],
    ['samples/one-wrong-cell-2020.html', page],
    ['no-such-page.html'],
    ['samples'],
  ]) {
    const plain = await gouji(['check', ...paths]);
    const parsed = await gouji(['check', '--no-progress', ...paths]);
    expect(plain).toEqual(parsed);
  }
  const input = '<p>nothing</p>';
  expect(await gouji(['check', '-'], { input })).toEqual(
    await gouji(['check', '--lang', 'zh-CN', '-'], { input }),
  );
});

/**
 * Preloaded: standard output becomes a pipe that does not wait, and is full. Who starts a process through Node hands over one that waits;
 * the lowest free descriptor is the next to be opened.
 */
const full = (pipe: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    import { closeSync, openSync, writeSync } from 'node:fs';
    import { isMainThread } from 'node:worker_threads';
    if (isMainThread) {
      closeSync(1);
      openSync(${JSON.stringify(pipe)}, ${constants.O_WRONLY | constants.O_NONBLOCK});
      try {
        for (;;) writeSync(1, Buffer.alloc(4096));
      } catch {}
    }
  `)}`;

test.runIf(process.platform !== 'win32')('a pipe that is full and does not wait loses nothing', async () => {
  const pipe = join(mkdtempSync(join(tmpdir(), 'gouji-')), 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const from = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const child = spawn(process.execPath, ['--import', full(pipe), entry, 'check', ...many], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let running = true;
  void ended.then(() => {
    running = false;
  });
  const parts: Buffer[] = [];
  const read = (): boolean => {
    const part = Buffer.alloc(2 ** 16);
    try {
      const length = readSync(from, part);
      parts.push(part.subarray(0, length));
      return length > 0;
    } catch {
      return false;
    }
  };
  // By then it has something to say.
  await setTimeout(500);
  while (running) if (!read()) await setTimeout(20);
  while (read());
  closeSync(from);
  expect(await ended).toEqual([0, null]);
  const { stdout } = await gouji(['check', ...many]);
  expect(Buffer.concat(parts).toString('utf8').replace(/^\0+/, '')).toBe(stdout);
});

describe('what breaks off a run is exit 2: 1 would say that a report is wrong', () => {
  const runInto = (output: number, args: readonly string[], preloaded: readonly string[] = []) => {
    const { status, stderr } = spawnSync(process.execPath, [...preloaded, entry, ...args], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '' },
      stdio: ['ignore', output, 'pipe'],
      encoding: 'utf8',
    });
    return { status, stderr };
  };

  test.runIf(existsSync('/dev/full')).each([
    [['check', page], /^标准输出写入失败（ENOSPC）.*\n$/],
    [['check', '--lang', 'en', page], /^standard output could not be written \(ENOSPC\).*\n$/],
    [['compare', page, page], /^标准输出写入失败（ENOSPC）.*\n$/],
    [['--help'], /^标准输出写入失败（ENOSPC）.*\n$/],
  ])('a full disk, %j', (args, sentence) => {
    const output = openSync('/dev/full', 'w');
    expect(runInto(output, args)).toEqual({ status: 2, stderr: expect.stringMatching(sentence) });
    closeSync(output);
  });

  test('no folder for what is noted on the way', async () => {
    const environment = { TMPDIR: join(root, page) };
    const { code, stderr } = await gouji(['check', page, page], { environment });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/不能写入（ENOTDIR）.*\n$/) });
  });

  test('a fault of ours, with its stack', () => {
    const fault = 'data:text/javascript,Buffer.concat = () => { throw new TypeError("a fault") }';
    const { status, stderr } = runInto(openSync('/dev/null', 'w'), ['check', page], ['--import', fault]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/TypeError: a fault\n +at /);
  });
});
