import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest';
import { begin, type RunOrder } from '../../cli/runs/begin.ts';
import { type Journal, journalIn, journalPath } from '../../cli/runs/journal.ts';
import { fileStore } from '../../cli/runs/journal-file.ts';
import { asking } from '../../cli/runs/request.ts';
import { taskOf } from '../../cli/runs/task.ts';
import { standardOutput } from '../../cli/standard-output.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { folderOf } from './folder.ts';

const html = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const folder = folderOf({ 'a.html': html, 'b.html': '<p>甲', 'picture.jpg': '' });
const page = join(folder, 'a.html');
const work = folderOf();

/** What went to standard output and standard error. */
let [printed, told]: [string, string[]] = ['', []];
/** What the bar was told, where there was one. */
const bar: string[] = [];

beforeAll(() =>
  vi.doMock('../../cli/runs/progress.ts', () => ({
    progressBar: (language: string) => {
      bar.push(language);
      return {
        say: (line: string) => bar.push(`say ${line}`),
        done: () => bar.push('done'),
        expect: (total: number) => bar.push(`expect ${total}`),
        end: () => bar.push('end'),
      };
    },
  })),
);
afterAll(() => vi.doUnmock('../../cli/runs/progress.ts'));
beforeEach(() => {
  [printed, told] = ['', []];
  bar.splice(0);
  vi.spyOn(standardOutput, 'write').mockImplementation(async (bytes) => {
    printed += new TextDecoder().decode(bytes);
  });
  vi.spyOn(console, 'error').mockImplementation((line) => told.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ordered = (order: Partial<RunOrder> = {}): RunOrder => ({
  named: { paths: [page] },
  asked: asking('en', { text: 'ndjson' }),
  format: 'ndjson',
  output: null,
  resume: false,
  jobs: 1,
  progress: false,
  ...order,
});

/** Does what is ordered, and says what the journal counted at the end. */
const done = async (order: Partial<RunOrder> = {}, at: (journal: Journal) => void = () => {}) => {
  let counts: ReturnType<Journal['counts']> | null = null;
  const refusal = await begin(ordered(order), async (journal) => {
    counts = journal.counts();
    at(journal);
  });
  return { refusal, counts };
};

const counted = { reports: 1, violated: 1, unread: 0, exit: 1 };

describe('what cannot be done is refused before anything is read', () => {
  test.each<[string, Partial<RunOrder>, object]>([
    ['tables on standard output', { format: 'sqlite' }, { code: 'output_needed', format: 'sqlite' }],
    ['no file to go on with', { resume: true }, { code: 'resume_needs_output' }],
    [
      'a workbook gone on with',
      { resume: true, output: join(work, 'x.xlsx'), format: 'xlsx' },
      { code: 'not_resumable', format: 'xlsx' },
    ],
    [
      'a Parquet file gone on with',
      { resume: true, output: join(work, 'x.parquet'), format: 'parquet' },
      { code: 'not_resumable', format: 'parquet' },
    ],
    [
      'a folder gone on with',
      { resume: true, output: join(work, 'x/'), format: 'csv', asked: asking('en', { dataset: true }) },
      { code: 'not_resumable', format: 'csv' },
    ],
    [
      'a folder of what is no table',
      { output: join(work, 'x/'), format: 'json', asked: asking('en', { dataset: true }) },
      { code: 'not_a_folder', format: 'json' },
    ],
  ])('%s', async (_, order, refusal) => {
    expect(await done(order)).toEqual({ refusal, counts: null });
    expect([printed, told]).toEqual(['', []]);
  });
});

describe('on standard output', () => {
  test('the text that is asked for; what was counted is told at the end', async () => {
    const also = vi.fn(async () => {});
    expect(await done({ also })).toEqual({ refusal: null, counts: counted });
    expect(JSON.parse(printed)).toMatchObject({ source: { path: page }, year: { value: 2020 } });
    expect(also).toHaveBeenCalledOnce();
  });

  test('the file is not summed where nobody writes the sum', async () => {
    await done({ asked: asking('en', { text: 'summary' }), format: 'summary' });
    expect(printed).toContain('90 + 0 ≠ 88 + 1');
    // With no text of its own each report is a line.
    const first = printed;
    await done({ asked: asking('en', {}) });
    expect(printed).toBe(first);
  });

  test('figures for the comparison over the years can be read until the end, however many sources there are', async () => {
    for (const named of [{ paths: [page] }, { paths: [folder] }]) {
      let facts = 0;
      await done({ named, asked: asking('en', { text: 'summary', past: true }) }, (journal) => {
        facts = journal.reports()[0]?.facts().length ?? 0;
      });
      expect(facts).toBeGreaterThan(100);
    }
  });

  test('what was passed over is said and told', async () => {
    const passedOver = vi.fn();
    await done({ named: { paths: [folder] }, passedOver });
    expect(passedOver.mock.calls).toEqual([[folder, new Map([['.jpg', 1]])]]);
    expect(told).toEqual([expect.stringContaining('.jpg')]);
    expect(await done({ named: { paths: [folder] } })).toMatchObject({
      counts: { reports: 2, unread: 1, exit: 2 },
    });
  });
});

describe('progress', () => {
  test.each<[string, Partial<RunOrder>]>([
    ['a folder', { named: { paths: [folder] } }],
    ['two pages', { named: { paths: [page, page] } }],
    ['a list', { named: { paths: [], list: join(folder, 'none') } }],
    ['no path', { named: { paths: [] } }],
  ])('is shown over %s', async (_, order) => {
    await done({ ...order, progress: true });
    expect([bar[0], bar.at(-1)]).toEqual(['en', 'end']);
    expect(told).toEqual([]);
  });

  test.each(['a.html', 'a.HTM', 'a.shtml', 'a.pdf', 'a.doc', 'a.docx', 'a.txt'])(
    'one page is read before a bar would be seen: %s',
    async (name) => {
      await done({ named: { paths: [join(folder, 'none', name)] }, progress: true });
      expect(bar).toEqual([]);
    },
  );

  test('how many there are is told as soon as it is known, what happens in the language asked for', async () => {
    await done({ named: { paths: [folder] }, progress: true, asked: asking('zh-CN', { notes: true }) });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bar).toContain('expect 2');
    expect(bar[0]).toBe('zh-CN');
    expect(bar.filter((line) => line === 'done')).toHaveLength(2);
    expect(bar.some((line) => line.startsWith(`say ${folder}`) && line.includes('.jpg'))).toBe(true);
    bar.splice(0);
    await done({ named: { paths: [join(folder, 'none*.warc')] }, progress: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bar.filter((line) => line.startsWith('expect'))).toEqual([]);
  });

  test('unless it is asked for, it is shown where a person looks on, and not over summaries on the same terminal', async () => {
    const before = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');
    onTestFinished(() => {
      if (before) Object.defineProperty(process.stderr, 'isTTY', before);
      else Reflect.deleteProperty(process.stderr, 'isTTY');
    });
    const watches = vi.spyOn(standardOutput, 'isTTY', 'get');
    const shown = async (
      watched: { error: boolean; output: boolean },
      output: string | null,
    ): Promise<boolean> => {
      bar.splice(0);
      Object.defineProperty(process.stderr, 'isTTY', { value: watched.error, configurable: true });
      watches.mockReturnValue(watched.output);
      await done({ named: { paths: [folder] }, progress: null, output });
      return bar.includes('end');
    };
    expect(await shown({ error: true, output: false }, null)).toBe(true);
    expect(await shown({ error: true, output: true }, null)).toBe(false);
    expect(await shown({ error: false, output: false }, null)).toBe(false);
    expect(await shown({ error: true, output: true }, join(work, 'watched.ndjson'))).toBe(true);
  });
});

describe('into a file', () => {
  let nth = 0;
  const output = (ending: string): string => join(work, `out-${++nth}${ending}`);
  const version = packageJson.version;

  test('it is whole when the run is over, and nothing else is left beside it', async () => {
    const path = output('.csv');
    const order = { output: path, format: 'csv', asked: asking('en', { text: 'csv' }) } as const;
    expect(await done(order)).toEqual({ refusal: null, counts: counted });
    expect(readFileSync(path, 'utf8')).toContain(',88,');
    expect([existsSync(`${path}.part`), existsSync(journalPath(path))]).toEqual([false, false]);
    expect(await done({ ...order, resume: true })).toEqual({
      refusal: { code: 'nothing_to_resume', output: path },
      counts: null,
    });
  });

  test('tables, findings and folders', async () => {
    const database = output('.sqlite');
    const reports = asking('en', { reports: true });
    await done({ output: database, format: 'sqlite', asked: reports });
    expect(readFileSync(database, 'latin1')).toMatch(/^SQLite format 3/);
    const again = { output: database, format: 'sqlite', asked: reports, resume: true } as const;
    expect((await done(again)).refusal).toBeNull();
    const findings = output('.xlsx');
    await done({ output: findings, format: 'xlsx', asked: asking('en', { rows: true }) });
    expect(readFileSync(findings, 'latin1')).toMatch(/^PK/);
    for (const format of ['csv', 'parquet'] as const) {
      const tables = `${output('')}/`;
      await done({ output: tables, format, asked: asking('en', { dataset: true }) });
      expect(existsSync(join(tables, `facts.${format}`)), format).toBe(true);
    }
  });

  /** An output as a run has left it that was broken off after the first page. */
  const left = (path: string, by: { version?: string; asked?: RunOrder['asked'] } = {}): RunOrder => {
    const order = ordered({ output: path, resume: true, named: { paths: [folder] } });
    const store = fileStore(journalPath(path), 0);
    const head = {
      version: by.version ?? version,
      task: taskOf(by.asked ?? order.asked, 'ndjson', order.named),
    };
    journalIn(store, head).note(page, { end: 6, sum: crc32('FIRST\n') }, null, {
      counted: [{ exit: 0, violated: false }],
      past: [],
    });
    store.close(true);
    writeFileSync(`${path}.part`, 'FIRST\nand half of what came');
    return order;
  };

  test('a run that was broken off is gone on with: what was done is counted and not done again', async () => {
    const path = output('.ndjson');
    const order = left(path);
    expect(await done(order)).toEqual({
      refusal: null,
      counts: { reports: 2, violated: 0, unread: 1, exit: 2 },
    });
    const [first, second = '', ...rest] = readFileSync(path, 'utf8').split('\n');
    expect([first, JSON.parse(second).source.path, rest]).toEqual(['FIRST', join(folder, 'b.html'), ['']]);
    expect(told[0]).toBe('Resuming: 1 sources were read before and are not read again');
  });

  test('what is damaged is said, and done again', async () => {
    const path = output('.ndjson');
    const order = left(path);
    writeFileSync(`${path}.part`, 'fIRST\n');
    expect(await done(order)).toMatchObject({ counts: { reports: 2, violated: 1 } });
    expect(told[0]).toBe('What was written before is damaged: it has another checksum');
    expect(told.filter((line) => line.startsWith('Resuming'))).toEqual([]);
    expect(readFileSync(path, 'utf8')).not.toContain('IRST');
  });

  test('sources that are new before those that were done are said', async () => {
    const path = output('.ndjson');
    const order = left(path);
    const added = join(folder, '0.html');
    writeFileSync(added, '<p>乙');
    await done(order);
    rmSync(added);
    expect(told.some((line) => line.startsWith('New since the earlier run') && line.includes(added))).toBe(
      true,
    );
  });

  test('a journal of which nothing can be read is said, and the run begins anew', async () => {
    const path = output('.ndjson');
    const order = left(path);
    writeFileSync(journalPath(path), 'nothing that can be read\n');
    expect(await done(order)).toMatchObject({ refusal: null, counts: { reports: 2 } });
    expect(told[0]).toMatch(/^The journal of the earlier run is damaged/);
    expect(readFileSync(path, 'utf8')).not.toContain('FIRST');
  });

  test('where there is none, it begins anew without a word', async () => {
    const path = output('.ndjson');
    expect(await done({ output: path, resume: true })).toEqual({ refusal: null, counts: counted });
    expect(told).toEqual([]);
  });

  test('of another version, or of another task, it is not', async () => {
    const path = output('.ndjson');
    expect(await done(left(path, { version: '0.0.9' }))).toEqual({
      refusal: { code: 'other_version', output: path, found: '0.0.9', here: version },
      counts: null,
    });
    expect(await done(left(path, { asked: asking('zh-CN', { text: 'ndjson' }) }))).toEqual({
      refusal: { code: 'other_task', output: path, options: ['--lang'] },
      counts: null,
    });
  });

  test('a database that is damaged is not', async () => {
    const path = output('.sqlite');
    const order = { output: path, format: 'sqlite', asked: asking('en', { reports: true }) } as const;
    await done(order);
    renameSync(path, `${path}.part`);
    const database = new DatabaseSync(`${path}.part`, { enableForeignKeyConstraints: false });
    database.exec('DELETE FROM sources');
    database.close();
    fileStore(journalPath(path), 0).close(true);
    expect(await done({ ...order, resume: true })).toMatchObject({
      refusal: { code: 'database_damaged', output: path, detail: 'foreign key' },
    });
  });

  test('one that breaks off leaves its journal, with whose run it is and the sums of what it read', async () => {
    const path = output('.ndjson');
    const also = async (): Promise<void> => {
      throw new Error('full');
    };
    await expect(done({ output: path, also })).rejects.toThrow('full');
    const [head = '', line = ''] = readFileSync(journalPath(path), 'utf8').split('\n');
    expect(JSON.parse(head.split('\t')[0] ?? '')).toMatchObject({ version, task: { PATH: [page] } });
    expect(JSON.parse(line.split('\t')[0] ?? '')).toMatchObject({
      key: page,
      input: { path: page, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(existsSync(path)).toBe(false);
  });
});
