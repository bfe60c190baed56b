import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport } from '../corpus-pages/report.ts';
import { entry, folderWith, gouji, root } from './gouji.ts';

const pages = 60;
let folder = '';
let work = '';

beforeAll(() => {
  folder = folderWith({});
  work = folderWith({});
  for (let at = 0; at < pages; at++) {
    const below = join(folder, `city-${at % 3}`);
    mkdirSync(below, { recursive: true });
    writeFileSync(
      join(below, `${String(at).padStart(2, '0')}.html`),
      renderHtml(inventReport('disclosure-2021', 500 + at), {}),
    );
  }
  writeFileSync(join(folder, 'city-1', 'empty.html'), '');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
});

const pathsIn = (ndjson: string): string[] =>
  ndjson
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line).source.path);

const extracted = async (...args: string[]): Promise<string[]> =>
  pathsIn((await gouji(['extract', '--format', 'ndjson', ...args])).stdout);

describe('threads', () => {
  test('write what one thread writes, byte for byte and in the same order', async () => {
    const [one, many] = await Promise.all(
      ['1', '3'].map((jobs) => gouji(['extract', '--format', 'ndjson', '--jobs', jobs, folder])),
    );
    expect(pathsIn(one?.stdout ?? '')).toHaveLength(pages + 1);
    expect(many).toEqual(one);
    expect(one?.code).toBe(2);
  });

  test('check the same as one thread does, the years included', async () => {
    const [one, many] = await Promise.all(['1', '2'].map((jobs) => gouji(['check', '--jobs', jobs, folder])));
    expect(many).toEqual(one);
    expect(one?.stdout).toContain(`共 ${pages + 1} 份`);
  });

  test.each(['0', '-1', 'two', '1.5'])('--jobs %s is refused', async (jobs) => {
    const { code, stdout } = await gouji(['check', '--jobs', jobs, folder]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('what of a folder is read', () => {
  test('--include and --exclude, by name and by path', async () => {
    expect(await extracted(folder, '--include', '0?.html')).toHaveLength(10);
    expect(await extracted(folder, '--include', 'city-2/*', '--exclude', '*5.html')).toEqual(
      (await extracted(join(folder, 'city-2'))).filter((path) => !path.endsWith('5.html')),
    );
  });

  test('a pattern that the shell was kept from', async () => {
    expect(await extracted(join(folder, '*', '1?.html'))).toEqual(
      (await extracted(folder)).filter((path) => /1\d\.html$/.test(path)),
    );
    const { code, stderr } = await gouji(['check', '--lang', 'en', join(folder, '*.xyz')]);
    expect(code).toBe(2);
    expect(stderr).toBe('');
  });

  test('links to folders with --follow only; without, they are named', async () => {
    const around = join(work, 'around');
    mkdirSync(around);
    symlinkSync(join(folder, 'city-0'), join(around, 'linked'));
    symlinkSync(around, join(around, 'loop'));
    expect(await extracted(around, '--follow')).toEqual(
      (await extracted(join(folder, 'city-0'))).map((path) =>
        path.replace(join(folder, 'city-0'), join(around, 'linked')),
      ),
    );
    const { stderr, code } = await gouji(['check', '--lang', 'en', around]);
    expect(code).toBe(2);
    expect(stderr).toContain('links to folders, which --follow reads × 2');
  });

  test('a list of paths, from a file and from standard input', async () => {
    const some = [join(folder, 'city-0', '03.html'), join(folder, 'city-1'), join(folder, 'none.html')];
    const list = join(work, 'list.txt');
    writeFileSync(list, `\uFEFF${some.join('\r\n')}\n\n`);
    const whole = await gouji(['extract', '--format', 'ndjson', ...some]);
    expect(await gouji(['extract', '--format', 'ndjson', '--files-from', list])).toEqual(whole);
    const input = `${some.join('\n')}`;
    expect(await gouji(['extract', '--format', 'ndjson', '--files-from', '-'], { input })).toEqual(whole);
    const none = await gouji(['extract', '--format', 'ndjson', '--files-from', join(work, 'nowhere')]);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('nowhere');
  });
});

describe('--output', () => {
  test('holds what standard output would, and is there only when it is whole', async () => {
    for (const format of ['ndjson', 'csv', 'json']) {
      const output = join(work, `whole.${format}`);
      const { stdout } = await gouji(['extract', '--format', format, folder]);
      const written = await gouji(['extract', '--output', output, folder]);
      expect(written.stdout).toBe('');
      expect(readFileSync(output, 'utf8')).toBe(stdout);
      expect([`${output}.part`, `${output}.journal`].filter(existsSync)).toEqual([]);
    }
    const output = join(work, 'check.txt');
    const { stdout } = await gouji(['check', folder]);
    await gouji(['check', folder, '-o', output]);
    expect(readFileSync(output, 'utf8')).toBe(stdout);
  });

  test.each<[string[], RegExp]>([
    [['extract', 'x', '--format', 'xlsx'], /--output/],
    [['extract', 'x', '-o', 'x.what'], /json、ndjson、csv/],
    [['extract', 'x', '--format', 'csv', '--resume'], /--output/],
    [['extract', 'x', '-o', 'x.parquet', '--resume'], /ndjson、csv、json 或 sqlite/],
    [['extract', 'samples', '-o', 'no/such/folder.csv'], /no\/such\/folder\.csv/],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await gouji(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test.runIf(process.platform !== 'win32')('takes the place of no pipe, device or folder', async () => {
    const [pipe, open] = [join(work, 'pipe.csv'), join(work, 'stdout.csv')];
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    symlinkSync('/proc/self/fd/1', open);
    for (const output of existsSync('/proc/self/fd') ? [pipe, work, open] : [pipe, work]) {
      const before = lstatSync(output).ino;
      for (const args of [
        ['extract', '--format', 'csv', folder, '-o', output],
        ['check', folder, '--report', output],
      ]) {
        const { code, stdout, stderr } = await gouji(args);
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toContain(`${output}：不是普通文件，没有改动它`);
      }
      expect(lstatSync(output).ino).toBe(before);
    }
  });
});

describe('--resume', () => {
  /** Starts a run and kills it, without warning, when so many bytes of output are there. */
  const killedAt = async (args: readonly string[], output: string, bytes: number): Promise<void> => {
    const child = spawn(process.execPath, [entry, ...args, '-o', output], { cwd: root, stdio: 'ignore' });
    const ended = once(child, 'close');
    const size = (): number => (existsSync(`${output}.part`) ? statSync(`${output}.part`).size : 0);
    while (size() < bytes && child.exitCode === null) await new Promise((done) => setTimeout(done, 2));
    child.kill('SIGKILL');
    await ended;
  };

  test.each([
    ['ndjson', ['extract', '--format', 'ndjson'], 0.4],
    ['csv', ['extract', '--format', 'csv'], 0.2],
    ['json', ['extract', '--format', 'json'], 0.6],
    ['check', ['check', '--all'], 0.5],
  ])(
    '%s: a run that was killed twice ends with the very bytes of one that was not',
    async (name, args, share) => {
      const whole = join(work, `${name}.whole`);
      const once = await gouji([...args, folder, '-o', whole]);
      const output = join(work, `${name}.broken`);
      const size = statSync(whole).size;
      await killedAt([...args, folder], output, size * share);
      expect(existsSync(output)).toBe(false);
      const noted = readFileSync(`${output}.journal`, 'utf8').trimEnd().split('\n').length;
      expect(noted).toBeGreaterThan(1);
      await killedAt([...args, folder, '--resume'], output, size * Math.min(0.95, share * 1.5));
      const last = await gouji([...args, folder, '-o', output, '--resume']);
      expect(readFileSync(output, 'utf8')).toBe(readFileSync(whole, 'utf8'));
      expect(last.code).toBe(once.code);
      expect(last.stderr).toContain('接着上次继续');
      expect(existsSync(`${output}.journal`)).toBe(false);
    },
  );

  test('what was written after the last note, or noted and lost, is written again', async () => {
    const whole = join(work, 'cut.whole');
    await gouji(['extract', '--format', 'ndjson', folder, '-o', whole]);
    const output = join(work, 'cut.broken');
    await killedAt(['extract', '--format', 'ndjson', folder], output, statSync(whole).size * 0.5);
    const part = readFileSync(`${output}.part`);
    // As after a power cut: half a line more in the one, half a line less in the other.
    for (const left of [
      Buffer.concat([part, Buffer.from('{"half')]),
      part.subarray(0, part.length - 40_000),
    ]) {
      const other = `${output}-${left.length}`;
      writeFileSync(`${other}.part`, left);
      const journal = readFileSync(`${output}.journal`);
      writeFileSync(`${other}.journal`, Buffer.concat([journal, Buffer.from('{"key":"hal')]));
      await gouji(['extract', '--format', 'ndjson', folder, '-o', other, '--resume']);
      expect(readFileSync(other).equals(readFileSync(whole))).toBe(true);
    }
  });

  test('a file that came in between is read, and none is read twice', async () => {
    const around = folderWith({});
    for (const name of ['b', 'd'])
      writeFileSync(join(around, `${name}.html`), readFileSync(join(root, 'samples/consistent-2020.html')));
    const output = join(work, 'between.ndjson');
    const args = ['extract', around, '-o', output];
    await gouji(args);
    // As if the run had been broken off after the last file.
    const { size } = statSync(output);
    writeFileSync(`${output}.part`, readFileSync(output));
    rmSync(output);
    const counts = { reports: 1, violated: 0, unread: 0, exit: 0 };
    const task = JSON.stringify([
      'ndjson',
      'zh-CN',
      false,
      false,
      [around],
      null,
      { include: [], exclude: [], follow: false },
    ]);
    const lines = [
      { format: 'gouji/journal/1', task },
      ...['b', 'd'].map((name, at) => ({
        key: join(around, `${name}.html`),
        end: (size / 2) * (at + 1),
        counts,
        past: [],
      })),
    ];
    writeFileSync(`${output}.journal`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    writeFileSync(join(around, 'c.html'), '');
    const { code } = await gouji([...args, '--resume']);
    expect(pathsIn(readFileSync(output, 'utf8')).map((path) => path.slice(-6))).toEqual([
      'b.html',
      'd.html',
      'c.html',
    ]);
    expect(code).toBe(2);
    rmSync(around, { recursive: true, force: true });
  });

  test('a database goes on as well', async () => {
    const output = join(work, 'run.sqlite');
    const child = spawn(process.execPath, [entry, 'extract', folder, '-o', output], {
      cwd: root,
      stdio: 'ignore',
    });
    const ended = once(child, 'close');
    const lines = (): number =>
      existsSync(`${output}.journal`) ? readFileSync(`${output}.journal`, 'utf8').split('\n').length : 0;
    while (lines() < 20 && child.exitCode === null) await new Promise((done) => setTimeout(done, 2));
    child.kill('SIGKILL');
    await ended;
    const { code } = await gouji(['extract', folder, '-o', output, '--resume']);
    expect(code).toBe(2);
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(output, { readOnly: true });
    expect(database.prepare('SELECT count(*) AS n, count(DISTINCT path) AS d FROM reports').get()).toEqual({
      n: pages + 1,
      d: pages + 1,
    });
    database.close();
  });

  test('a finished run, and one that was asked for something else, are not gone on with', async () => {
    const output = join(work, 'asked.ndjson');
    await gouji(['extract', folder, '-o', output]);
    const finished = await gouji(['extract', folder, '-o', output, '--resume']);
    expect(finished.code).toBe(2);
    expect(finished.stderr).toContain('已经写完');
    const other = join(work, 'other.ndjson');
    await killedAt(['extract', folder], other, 1);
    const task = await gouji(['extract', folder, '--exclude', '1*', '-o', other, '--resume']);
    expect(task.code).toBe(2);
    expect(task.stderr).toContain('另一次不同的运行');
  });
});

describe('progress', () => {
  const hasScript = spawnSync('script', ['--version']).status === 0;
  if (!hasScript) console.warn('SKIPPED: no `script` command; the progress bar on a terminal is not tested.');
  const onTerminal = (language: string): string =>
    spawnSync(
      'script',
      [
        '-qec',
        `"${process.execPath}" "${entry}" extract "${folder}" --lang ${language} -o "${join(work, 'bar.csv')}"`,
        '/dev/null',
      ],
      { cwd: root, env: { PATH: process.env.PATH ?? '', TERM: 'xterm' }, encoding: 'utf8', input: '' },
    ).stdout;

  test.skipIf(!hasScript)('a bar with rate and time left where a person looks on', () => {
    const chinese = onTerminal('zh-CN');
    expect(chinese).toMatch(/█░* +\d+ \/ 61 +每秒 [\d.]+ 份 +还需 \d+:\d\d/);
    expect(chinese).toContain('文件是空的');
    expect(onTerminal('en')).toMatch(/ \/ 61 +[\d.]+ a second/);
  });

  test('none where nobody does', async () => {
    const { stderr } = await gouji(['extract', folder, '-o', join(work, 'quiet.csv')]);
    expect(stderr).not.toContain('█');
    expect(stderr).not.toContain(String.fromCharCode(27));
  });
});
