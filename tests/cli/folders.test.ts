import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport } from '../corpus-pages/report.ts';
import { full, oneIn } from '../properties/seed.ts';
import { entry, folderWith, gouji, root } from './gouji.ts';

const pages = 12;
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
    expect(stderr).toContain('links to folders (--follow reads them) × 2');
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
    for (const format of oneIn(3, ['ndjson', 'csv', 'json'])) {
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
  /** Every file of the folder, in the order of a run over it. */
  const paths = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  const listed = ['--files-from', '-'];
  const list = (count = Number.POSITIVE_INFINITY): string =>
    paths()
      .slice(0, count)
      .map((path) => `${path}\n`)
      .join('');
  const noted = (output: string): number =>
    existsSync(`${output}.journal`)
      ? readFileSync(`${output}.journal`, 'utf8')
          .split('\n')
          .filter((line) => line.startsWith('{"key"')).length
      : 0;

  /**
   * Starts a run over a list that does not end, and kills it, without warning, when it has come so far: the last sources named may wait
   * for more, so two more than that are named.
   */
  const killedAfter = async (
    count: number,
    args: readonly string[],
    output: string,
    named = list(count + 2),
  ): Promise<void> => {
    const child = spawn(process.execPath, [entry, ...args, ...listed, '-o', output], {
      cwd: root,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = once(child, 'close');
    child.stdin.write(named);
    while (noted(output) < count) {
      if (child.exitCode !== null)
        throw new Error(`The run ended with ${child.exitCode} before it was killed.`);
      await new Promise((done) => setTimeout(done, 5));
    }
    child.kill('SIGKILL');
    await ended;
  };
  const whole = async (args: readonly string[], output: string) =>
    gouji([...args, ...listed, '-o', output], { input: list() });

  test.each<[string, string[], number[]]>([
    // Threads are started only where eight sources are waiting.
    ['threads', ['extract', '--format', 'ndjson', '--jobs', '2'], [8]],
    // What a kill leaves of the other formats is tried in tests/runs/resume.test.ts, too.
    ...oneIn(3, ['ndjson', 'csv', 'json']).map((format): [string, string[], number[]] => [
      format,
      ['extract', '--format', format, '--jobs', '1'],
      [4, 9],
    ]),
    ['check', ['check', '--all', '--jobs', '1'], full ? [4, 9] : [5]],
  ])('%s: a run that was killed ends with the very bytes of one that was not', async (name, args, kills) => {
    const output = join(work, `${name}.broken`);
    const once = await whole(args, join(work, `${name}.whole`));
    for (const [at, count] of kills.entries()) {
      await killedAfter(count, at === 0 ? args : [...args, '--resume'], output);
      expect(existsSync(output)).toBe(false);
    }
    const last = await whole([...args, '--resume'], output);
    expect(readFileSync(output, 'utf8')).toBe(readFileSync(join(work, `${name}.whole`), 'utf8'));
    expect(last.code).toBe(once.code);
    expect(last.stderr).toContain('接着上次继续');
    expect(existsSync(`${output}.journal`)).toBe(false);
  });

  test('what was written after the last note, or noted and lost, is written again', async () => {
    const args = ['extract', '--format', 'ndjson', '--jobs', '1'];
    await whole(args, join(work, 'cut.whole'));
    const output = join(work, 'cut.broken');
    await killedAfter(6, args, output);
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
      await whole([...args, '--resume'], other);
      expect(readFileSync(other).equals(readFileSync(join(work, 'cut.whole')))).toBe(true);
    }
  });

  test('a file that came in between is read, and none is read twice', async () => {
    const around = folderWith({});
    for (const name of ['b', 'd'])
      writeFileSync(join(around, `${name}.html`), readFileSync(join(root, 'samples/consistent-2020.html')));
    const output = join(work, 'between.ndjson');
    const args = ['extract', around, '--jobs', '1'];
    await killedAfter(2, args, output, '');
    writeFileSync(join(around, 'c.html'), '');
    const { code } = await gouji([...args, ...listed, '-o', output, '--resume'], { input: '' });
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
    await killedAfter(5, ['extract', '--jobs', '1'], output);
    const { code } = await whole(['extract', '--resume'], output);
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
    await killedAfter(1, ['extract', '--jobs', '1'], other);
    const task = await gouji(['extract', folder, '--exclude', '1*', '-o', other, '--resume']);
    expect(task.code).toBe(2);
    expect(task.stderr).toContain('另一次运行');
  });
});

describe('progress', () => {
  /** So many that they are counted before the last is read. */
  const many = 120;
  let crowded = '';
  beforeAll(() => {
    crowded = join(work, 'crowded');
    cpSync(folder, crowded, { recursive: true });
    for (let at = pages + 1; at < many; at++)
      copyFileSync('samples/consistent-2020.html', join(crowded, `${at}.html`));
  });
  const hasScript = spawnSync('script', ['--version']).status === 0;
  if (!hasScript) console.warn('SKIPPED: no `script` command; the progress bar on a terminal is not tested.');
  const onTerminal = (language: string): string =>
    spawnSync(
      'script',
      [
        '-qec',
        `"${process.execPath}" "${entry}" extract "${crowded}" --lang ${language} -o "${join(work, 'bar.csv')}"`,
        '/dev/null',
      ],
      { cwd: root, env: { PATH: process.env.PATH ?? '', TERM: 'xterm' }, encoding: 'utf8', input: '' },
    ).stdout;

  test.skipIf(!hasScript)('a bar with rate and time left where a person looks on', () => {
    const chinese = onTerminal('zh-CN');
    expect(chinese).toMatch(/█░* +\d+ \/ 120 +每秒 [\d.]+ 份 +还需 \d+:\d\d/);
    expect(chinese).toContain('文件是空的');
    // Its words in either language are tried in tests/runs/progress.test.ts, too.
    if (full) expect(onTerminal('en')).toMatch(/ \/ 120 +[\d.]+ a second/);
  });

  test('none where nobody does', async () => {
    const { stderr } = await gouji(['extract', folder, '-o', join(work, 'quiet.csv')]);
    expect(stderr).not.toContain('█');
    expect(stderr).not.toContain(String.fromCharCode(27));
  });
});
