import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { extractionSchema } from '../../parser/extraction.ts';
import { forms } from '../../parser/forms/registry.ts';
import { entry, folderWith, gouji, root } from './gouji.ts';

const html = readFileSync(join(root, 'samples/consistent-2020.html'), 'utf8');

const answerSchema = z.strictObject({
  about: z
    .strictObject({ version: z.string(), node: z.string(), writes: z.string(), forms: z.array(z.string()) })
    .optional(),
  schema: z.literal('gouji/answer/1'),
  line: z.int(),
  id: z.union([z.string(), z.number()]).optional(),
  extractions: z.array(extractionSchema),
});

const answersTo = async (lines: readonly string[], ...args: string[]) => {
  const { stdout, stderr, code } = await gouji(['worker', ...args], {
    input: lines.map((line) => `${line}\n`).join(''),
  });
  return {
    answers: stdout
      .trimEnd()
      .split('\n')
      .map((line) => answerSchema.parse(JSON.parse(line))),
    stderr,
    code,
  };
};

describe('gouji worker', () => {
  const poisoned = [
    JSON.stringify({ url: 'http://a.gov.cn/1', html, id: 'first' }),
    '',
    'no json',
    JSON.stringify({ url: 'http://a.gov.cn/2' }),
    JSON.stringify({ path: 'samples/none.html', id: 5 }),
    JSON.stringify({ url: 'http://a.gov.cn/3', base64: Buffer.from('%PDF-1.7\n').toString('base64') }),
    `{"url":"http://a.gov.cn/4","html":"${'<table>'.repeat(20_000)}"}`,
    '\u0000\uFFFF{"a":',
    JSON.stringify({ path: 'samples/consistent-2020.html' }),
    JSON.stringify({ path: '.' }),
  ];

  test.each([['1'], ['2']])('answers every line in its order, with %s threads', async (jobs) => {
    const { answers, stderr, code } = await answersTo(poisoned, '--jobs', jobs);
    expect(answers.map(({ line, id }) => [line, id])).toEqual(
      poisoned.map((_, at) => [at + 1, at === 0 ? 'first' : at === 4 ? 5 : undefined]),
    );
    const codes = answers.map(({ extractions }) => extractions[0]?.issues.map(({ code }) => code));
    expect(codes).toEqual([
      [],
      ['line_malformed'],
      ['line_malformed'],
      ['line_malformed'],
      ['file_not_found'],
      ['file_damaged'],
      [expect.any(String), ...(codes[6]?.slice(1) ?? [])],
      ['line_malformed'],
      [],
      ['file_failed'],
    ]);
    expect(answers[0]?.extractions[0]?.coverage.read).toBe(198);
    expect(answers[0]?.extractions[0]?.source.url).toBe('http://a.gov.cn/1');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  });

  test.runIf(process.platform !== 'win32')(
    'reads ordinary files only, and no more of one than a report has',
    async () => {
      const folder = folderWith({ 'large.html': '' });
      const [large, pipe] = [join(folder, 'large.html'), join(folder, 'pipe.html')];
      truncateSync(large, 3e9);
      spawnSync('mkfifo', [pipe]);
      const paths = ['/dev/zero', '/dev/null', pipe, large, '/proc/self/status'].filter(
        (path) => !path.startsWith('/proc') || existsSync(path),
      );
      // With a heap so small that a file of gigabytes cannot hide in it.
      const { stdout, code } = await gouji(['worker'], {
        input: paths.map((path) => `${JSON.stringify({ path })}\n`).join(''),
        nodeOptions: ['--max-old-space-size=200'],
      });
      const codes = stdout
        .trimEnd()
        .split('\n')
        .map((line) => answerSchema.parse(JSON.parse(line)).extractions[0]?.issues[0]?.code);
      expect(codes.slice(0, 4)).toEqual([
        'file_irregular',
        'file_irregular',
        'file_irregular',
        'file_excessive',
      ]);
      expect(codes).toHaveLength(paths.length);
      expect(code).toBe(0);
      rmSync(folder, { recursive: true, force: true });
    },
  );

  test('answers a ping in its place with what makes workers read alike', async () => {
    const { answers } = await answersTo([
      'ping',
      JSON.stringify({ url: 'http://a.gov.cn/1', html, id: 1 }),
      JSON.stringify({ ping: true, id: 'p' }),
      'pong',
    ]);
    const about = {
      version: packageJson.version,
      node: process.versions.node,
      writes: 'gouji/extraction/1',
      forms: forms.map(({ id }) => id),
    };
    expect(
      answers.map(({ line, id, about: said, extractions }) => [line, id, said, extractions.length]),
    ).toEqual([
      [1, undefined, about, 0],
      [2, 1, undefined, 1],
      [3, 'p', about, 0],
      [4, undefined, undefined, 1],
    ]);
    expect(answers[3]?.extractions[0]?.issues[0]?.code).toBe('line_malformed');
  });

  test('gives the same extraction as `gouji extract`', async () => {
    const path = 'samples/one-wrong-cell-2020.html';
    const { stdout } = await gouji(['extract', '--format', 'ndjson', path]);
    const { answers } = await answersTo([JSON.stringify({ path })]);
    expect(answers[0]?.extractions[0]).toEqual(JSON.parse(stdout));
  });

  test.each(['1', '2'])('answers each line before the next is there, with %s threads', async (jobs) => {
    const child = spawn(process.execPath, [entry, 'worker', '--jobs', jobs], { cwd: root });
    const ended = once(child, 'close');
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (let at = 1; at <= 4; at++) {
      child.stdin.write(`${JSON.stringify({ url: `http://a.gov.cn/${at}`, html, id: at })}\n`);
      const { value } = await lines.next();
      expect(JSON.parse(value ?? '').id).toBe(at);
    }
    child.stdin.end();
    expect(await ended).toEqual([0, null]);
  });

  test('waits for who reads slowly: what came in stays bounded', async () => {
    const child = spawn(process.execPath, [entry, 'worker'], { cwd: root });
    const page = `${JSON.stringify({ url: 'http://a.gov.cn/1', html: `${html}<!--${'x'.repeat(100_000)}-->` })}\n`;
    let taken = 0;
    const offered = 2000;
    const offer = async (): Promise<void> => {
      for (; taken < offered; taken++) if (!child.stdin.write(page)) await once(child.stdin, 'drain');
      child.stdin.end();
    };
    child.stdin.on('error', () => {
      // The worker is ended in the middle below.
    });
    void offer().catch(() => {});
    // Nobody reads the answers: after a while nothing more is taken in.
    let before = -1;
    while (taken !== before) {
      before = taken;
      await new Promise((done) => setTimeout(done, 500));
    }
    expect(taken).toBeLessThan(offered / 4);
    child.kill();
    await once(child, 'close');
  });
});
