import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { renderHtml } from '../corpus-pages/layouts.ts';
import { inventReport } from '../corpus-pages/report.ts';
import { oneIn } from '../properties/seed.ts';
import { entry, folderWith, gouji, root } from './gouji.ts';

/** What a power cut, a bad disk or somebody at the files has done to a run that was interrupted, and what `--resume` makes of it. */

const pages = 6;
const page = (seed: number): string => renderHtml(inventReport('disclosure-2021', seed), {});
const folder = folderWith({});
const work = folderWith({});
const name = (at: number): string => join(folder, `${at}.html`);
const texts = Array.from({ length: pages }, (_, at) => page(700 + at));

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [at, text] of texts.entries()) writeFileSync(name(at), text);
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

const steps = (output: string): number =>
  existsSync(`${output}.journal`)
    ? readFileSync(`${output}.journal`, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{"key"')).length
    : 0;

/** A run over the folder and a list that does not end, killed when it has done the folder. */
const killed = async (output: string, ...more: string[]): Promise<void> => {
  const args = ['extract', folder, '--jobs', '1', '--files-from', '-', '-o', output, ...more];
  const child = spawn(process.execPath, [entry, ...args], { cwd: root, stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(child, 'close');
  while (steps(output) < pages) {
    if (child.exitCode !== null) throw new Error(`The run ended with ${child.exitCode}.`);
    await new Promise((done) => setTimeout(done, 5));
  }
  child.kill('SIGKILL');
  await ended;
};

const resumed = (output: string, ...more: string[]) =>
  gouji([
    ...['extract', folder, '--jobs', '1', '--files-from', '-', '-o', output, '--resume', '--lang', 'zh-CN'],
    ...more,
  ]);

const fresh = async (format: string): Promise<Buffer> => {
  const { stdout } = await gouji(['extract', folder, '--jobs', '1', '--format', format]);
  return Buffer.from(stdout);
};

describe('what was written is not what stands there', () => {
  test.each(oneIn(3, ['ndjson', 'csv', 'json']))(
    '%s: 200,000 NUL bytes in the part are noticed',
    async (format) => {
      const output = join(work, `nul.${format}`);
      await killed(output);
      const part = readFileSync(`${output}.part`);
      const at = Math.floor(part.length / 2);
      part.fill(0, at, Math.min(at + 200_000, part.length));
      writeFileSync(`${output}.part`, part);
      const { code, stderr } = await resumed(output);
      expect(code).toBe(0);
      expect(stderr).toContain('上次写出的内容有损坏');
      expect(readFileSync(output).equals(await fresh(format))).toBe(true);
    },
  );

  test('a single byte, wherever it is', async () => {
    const output = join(work, 'byte.ndjson');
    await killed(output);
    const [part, journal] = [readFileSync(`${output}.part`), readFileSync(`${output}.journal`)];
    const whole = await fresh('ndjson');
    for (const nth of oneIn(4, [...Array(8).keys()])) {
      const at = Math.floor(((nth + 0.5) / 8) * part.length);
      const damaged = Buffer.from(part);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(`${output}.part`, damaged);
      writeFileSync(`${output}.journal`, journal);
      const { stderr } = await resumed(output);
      expect(stderr).toContain('上次写出的内容有损坏');
      expect(readFileSync(output).equals(whole)).toBe(true);
      rmSync(output);
    }
  });

  test.each([0.02, 0.5, 0.98])('a byte of the journal, at %s of it', async (where) => {
    const output = join(work, `journal-${where}.csv`);
    await killed(output);
    const journal = readFileSync(`${output}.journal`);
    const at = Math.floor(journal.length * where);
    journal[at] = (journal[at] ?? 0) ^ 1;
    writeFileSync(`${output}.journal`, journal);
    const { code, stderr } = await resumed(output);
    expect(code).toBe(0);
    expect(stderr).toContain('记录');
    expect(readFileSync(output).equals(await fresh('csv'))).toBe(true);
  });

  test('a database that is damaged is not gone on with', async () => {
    const output = join(work, 'damaged.sqlite');
    await killed(output);
    // What the write-ahead log holds goes into the file first, so that there is a page to damage.
    const database = new DatabaseSync(`${output}.part`);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const pageSize = Number(database.prepare('PRAGMA page_size').get()?.page_size);
    database.close();
    const part = readFileSync(`${output}.part`);
    part.fill(0, pageSize * 3, part.length);
    writeFileSync(`${output}.part`, part);
    const { code, stderr } = await resumed(output);
    expect(code).toBe(2);
    expect(stderr).toContain('已损坏');
    expect(existsSync(output)).toBe(false);
  });
});

describe('what was read is not what stands there', () => {
  test.each(['ndjson', 'sqlite'])(
    '%s: changed and deleted files are said, and read again',
    async (format) => {
      const output = join(work, `changed.${format}`);
      await killed(output);
      writeFileSync(name(4), page(799));
      rmSync(name(5));
      const { code, stderr } = await resumed(output);
      expect(code).toBe(0);
      expect(stderr).toContain(`${name(4)}：上次读取之后已改动`);
      expect(stderr).toContain(`${name(5)}：上次读取之后已删除`);
      expect(stderr).toContain('2 个来源重新读取');
      expect(stderr).toContain('已有 4 个来源读完');
      if (format === 'ndjson') {
        expect(readFileSync(output).equals(await fresh('ndjson'))).toBe(true);
        return;
      }
      const [here, there] = [join(work, 'fresh.sqlite'), output];
      await gouji(['extract', folder, '-o', here]);
      const rows = (path: string) => {
        const database = new DatabaseSync(path, { readOnly: true });
        const found = database
          .prepare('SELECT report, ref, value, raw, source, slot FROM figures ORDER BY source, slot, ref')
          .all()
          .map((row) => ({ ...row }));
        database.close();
        return found;
      };
      expect(rows(there)).toEqual(rows(here));
    },
  );

  test('a file that was only written again is not read again', async () => {
    const output = join(work, 'touched.ndjson');
    await killed(output);
    utimesSync(name(2), 1, 1);
    const { stderr } = await resumed(output);
    expect(stderr).not.toContain('改动');
    expect(stderr).toContain(`已有 ${pages} 个来源读完`);
  });

  test('new files are said and written at the end', async () => {
    const output = join(work, 'new.ndjson');
    await killed(output);
    copyFileSync(name(0), join(folder, '0a.html'));
    const { stderr } = await resumed(output);
    expect(stderr).toContain(`新增了 1 个来源，写在最后：${join(folder, '0a.html')}`);
    expect(readFileSync(output, 'utf8').trimEnd().split('\n')).toHaveLength(pages + 1);
  });

  test('an archive that has grown is read again', async () => {
    const lines = texts.map((html, at) => `${JSON.stringify({ url: `http://a.gov.cn/${at}`, html })}\n`);
    const archive = join(work, 'pages.ndjson');
    writeFileSync(archive, lines.join(''));
    const output = join(work, 'archive.csv');
    const args = ['extract', archive, '--jobs', '1', '--files-from', '-', '-o', output];
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: root,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = once(child, 'close');
    while (steps(output) < pages) await new Promise((done) => setTimeout(done, 5));
    child.kill('SIGKILL');
    await ended;
    writeFileSync(archive, lines.reverse().join(''));
    const { stderr } = await gouji([...args, '--resume']);
    expect(stderr).toContain(`${archive}：上次读取之后已改动`);
    rmSync(archive);
  });
});

describe('another run', () => {
  test('of another version, or with other options, is named', async () => {
    const output = join(work, 'other.csv');
    await killed(output);
    const options = await resumed(output, '--lang', 'en', '--exclude', '1*');
    expect(options.code).toBe(2);
    expect(options.stderr).toContain('not the same: --lang, --exclude');
    const journal = readFileSync(`${output}.journal`, 'utf8');
    const { crc32 } = await import('node:zlib');
    const [first = '', ...rest] = journal.split('\n');
    const head = first.slice(0, first.indexOf('\t')).replace(/"version":"[^"]*"/, '"version":"0.0.9"');
    const sum = crc32(Buffer.from(head)).toString(16).padStart(8, '0');
    writeFileSync(`${output}.journal`, [`${head}\t${sum}`, ...rest].join('\n'));
    const version = await resumed(output);
    expect(version.code).toBe(2);
    expect(version.stderr).toContain('由版本 0.0.9 写成');
  });
});
