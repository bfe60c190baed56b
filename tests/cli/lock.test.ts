import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { entry, folderWith, gouji, root } from './gouji.ts';

const work = folderWith({});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const sample = 'samples/consistent-2020.html';

/** A run over a list that does not end: it has its output until it is killed. */
const running = async (args: readonly string[], output: string) => {
  const child = spawn(process.execPath, [entry, ...args, '--files-from', '-', '-o', output], {
    cwd: root,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = once(child, 'close');
  child.stdin.write(`${sample}\n${sample}\n${sample}\n`);
  const begun = args[0] === 'tables' ? ['.part'] : ['.part', '.journal'];
  while (!begun.every((ending) => existsSync(output + ending)))
    await new Promise((done) => setTimeout(done, 5));
  return {
    pid: child.pid ?? 0,
    end: async () => {
      child.stdin.end();
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

describe('two runs on one output', () => {
  test.each([
    ['extract', 'a.ndjson'],
    ['extract', 'a.csv'],
    ['extract', 'a.sqlite'],
    ['extract', 'a.parquet'],
    ['extract', 'a.xlsx'],
    ['check', 'a.txt'],
    ['tables', 'tables.csv'],
  ])('%s -o %s: the second is told of the first and touches nothing', async (command, name) => {
    const output = join(work, name);
    const first = await running([command], output);
    const parts = (): string[] => [`${output}.part`, `${output}.journal`].filter(existsSync);
    const before = parts();
    const second = await gouji([command, sample, '-o', output, '--lang', 'en']);
    expect({ code: second.code, stdout: second.stdout }).toEqual({ code: 2, stdout: '' });
    expect(second.stderr).toContain(`process ${first.pid} on ${hostname()}, since 20`);
    expect(second.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(parts()).toEqual(before);
    await first.end();
    expect(existsSync(output)).toBe(true);
    expect([`${output}.lock`, `${output}.part`, `${output}.journal`].filter(existsSync)).toEqual([]);
  });

  test('many at once: one of them writes, the others are refused', async () => {
    const output = join(work, 'many.ndjson');
    // The lock of a run that is over, which all of them find.
    writeFileSync(
      `${output}.lock`,
      JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: '2026-01-01T00:00:00.000Z', start: '' }),
    );
    const paths = Array.from({ length: 6 }, () => sample);
    const ends = await Promise.all(
      Array.from({ length: 6 }, () => gouji(['extract', ...paths, '-o', output, '--lang', 'en'])),
    );
    const wrote = ends.filter(({ code }) => code === 0);
    expect(wrote.length).toBeGreaterThanOrEqual(1);
    for (const { code, stderr } of ends)
      if (code !== 0) expect(stderr).toMatch(/another run is writing it|does not say whose/);
    expect(readFileSync(output, 'utf8').trimEnd().split('\n')).toHaveLength(6);
    expect(existsSync(`${output}.lock`)).toBe(false);
  });

  test('the lock of a run that was killed is taken over, and that is said', async () => {
    const output = join(work, 'killed.csv');
    const first = await running(['extract'], output);
    await first.kill();
    expect(JSON.parse(readFileSync(`${output}.lock`, 'utf8')).pid).toBe(first.pid);
    const { code, stderr } = await gouji(['extract', sample, '-o', output, '--lang', 'en']);
    expect(code).toBe(0);
    expect(stderr).toContain(`process ${first.pid} on ${hostname()}`);
    expect(stderr).toContain('takes over');
    expect(existsSync(`${output}.lock`)).toBe(false);
  });

  test('a run on another machine is over only when its person says so', async () => {
    const output = join(work, 'elsewhere.csv');
    const holder = { pid: 1, host: 'elsewhere', since: '2026-01-01T00:00:00.000Z', start: '' };
    for (const text of [JSON.stringify(holder), '', '\u0000'.repeat(100)]) {
      writeFileSync(`${output}.lock`, text);
      const { code, stderr } = await gouji(['extract', sample, '-o', output]);
      expect(code).toBe(2);
      expect(stderr).toContain(`请删除 ${output}.lock`);
      expect(existsSync(output)).toBe(false);
    }
    rmSync(`${output}.lock`);
    expect((await gouji(['extract', sample, '-o', output])).code).toBe(0);
  });

  test('a process with the number of one that is over is another', async () => {
    const output = join(work, 'number.csv');
    const holder = { pid: process.pid, host: hostname(), since: '2026-01-01T00:00:00.000Z', start: 'x/1' };
    writeFileSync(`${output}.lock`, JSON.stringify(holder));
    const { code } = await gouji(['extract', sample, '-o', output]);
    expect(code).toBe(process.platform === 'linux' ? 0 : 2);
  });

  test('the page of check --report is one run’s as well', async () => {
    const output = join(work, 'page.html');
    writeFileSync(`${output}.lock`, '{}');
    const { code, stderr } = await gouji(['check', sample, '--report', output, '--lang', 'en']);
    expect(code).toBe(2);
    expect(stderr).toContain('does not say whose it is');
  });
});
