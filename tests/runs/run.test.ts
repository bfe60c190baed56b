import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Destination } from '../../cli/runs/destination.ts';
import type { Journal } from '../../cli/runs/journal.ts';
import type { Answer } from '../../cli/runs/request.ts';
import { asking } from '../../cli/runs/request.ts';
import { run } from '../../cli/runs/run.ts';
import type { FoundSource, Item } from '../../cli/sources/item.ts';

/** Threads opened and, less than zero, closed; they are stood in for: what they would answer is told by the key alone. */
const opened: number[] = [];

beforeAll(() =>
  vi.doMock('../../cli/runs/pool.ts', () => ({
    openPool: async (_asked: unknown, jobs: number) => {
      opened.push(jobs);
      return {
        answer: async ({ key }: Item) => ({ counted: [], notes: [`${key} in a thread`] }),
        close: async () => {
          opened.push(-jobs);
        },
      };
    },
  })),
);
afterAll(() => vi.doUnmock('../../cli/runs/pool.ts'));
beforeEach(() => opened.splice(0));

const issue = (key: string): FoundSource => ({
  kind: 'issue',
  key,
  path: key,
  issue: { code: 'file_not_found', path: key },
});
const files = (count: number): FoundSource[] =>
  Array.from({ length: count }, (_, at) => ({ kind: 'file', key: `${at}`, path: `none/${at}.html` }));
const pages = (count: number, bytes: Uint8Array = new Uint8Array(1)): FoundSource[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'page',
    key: `${at}`,
    origin: { path: `${at}` },
    bytes,
  }));

type Given = Partial<Parameters<typeof run>[0]> & {
  of: Iterable<FoundSource>;
  /** Bytes that each answer adds to the output. */
  adds?: number;
};

/** A run over sources; what happened, in order. */
const runOf = async ({ of, adds = 1, ...plan }: Given): Promise<string[]> => {
  const told: string[] = [];
  let end = 0;
  const destination: Destination = {
    tells: null,
    write: async (key) => {
      told.push(`write ${key}`);
      end += adds;
      return { end, sum: 7 };
    },
    sync: async () => {
      told.push('sync output');
    },
    say: async () => {},
    end: async () => {
      told.push('end');
    },
  };
  const journal: Journal = {
    counts: () => ({ reports: 0, violated: 0, unread: 0, exit: 0 }),
    note: (key, step, input, answer) => {
      told.push(`note ${key} ${step.end} ${step.sum} ${input?.path ?? 'no file'} ${answer.counted.length}`);
    },
    sync: () => told.push('sync journal'),
    recall: () => {},
    reports: () => [],
    close: () => {},
  };
  const sources = async function* (): AsyncGenerator<FoundSource> {
    yield* of;
  };
  await run({
    sources: sources(),
    asked: asking('en', { notes: true }),
    jobs: 1,
    threads: 'where many',
    destination,
    journal,
    done: new Map(),
    progress: {
      say: (line) => told.push(`say ${line}`),
      done: () => told.push('done'),
      expect: () => {},
      end: () => {},
    },
    passedOver: (path, kinds) => told.push(`passed over ${path} ${[...kinds].join(' ')}`),
    added: (keys) => told.push(`added ${keys.join(' ')}`),
    ...plan,
  });
  return told;
};

test('what is written is noted after it was written, and said when both are done', async () => {
  const also = vi.fn(async (_answer: Answer) => {});
  expect(await runOf({ of: [issue('a'), issue('b')], also })).toEqual([
    'write a',
    'note a 1 7 no file 1',
    'say a: "a" was not found. Check the path.',
    'done',
    'write b',
    'note b 2 7 no file 1',
    'say b: "b" was not found. Check the path.',
    'done',
  ]);
  expect(also.mock.calls.map(([{ counted }]) => counted)).toEqual([
    [{ exit: 2, violated: false }],
    [{ exit: 2, violated: false }],
  ]);
});

test('what was passed over is said on the way, and is no source', async () => {
  const kinds = new Map([['.jpg', 3]]);
  const found = { kind: 'passed_over', path: 'reports', kinds } as const;
  expect(await runOf({ of: [found, issue('a')], asked: asking('en', {}) })).toEqual([
    'passed over reports .jpg,3',
    'write a',
    'note a 1 7 no file 1',
    'done',
  ]);
});

describe('a power cut costs little', () => {
  const syncs = (told: readonly string[]): number[] =>
    told.flatMap((line, at) =>
      line === 'sync output' && told[at + 1] === 'sync journal'
        ? [told.slice(0, at).filter((one) => one.startsWith('note')).length]
        : [],
    );

  test('after so many sources, first what was written and then what is said of it', async () => {
    const told = await runOf({ of: Array.from({ length: 520 }, (_, at) => issue(`${at}`)) });
    expect(syncs(told)).toEqual([256, 512]);
  });

  test('after so many bytes', async () => {
    const megabyte = 2 ** 20;
    const of = [...Array(10).keys()].map((at) => issue(`${at}`));
    expect(syncs(await runOf({ of, adds: 16 * megabyte }))).toEqual([2, 4, 6, 8, 10]);
    expect(syncs(await runOf({ of, adds: 16 * megabyte - 1 }))).toEqual([3, 6, 9]);
  });
});

describe('what an earlier run has done', () => {
  const of = ['a', 'b', 'a', 'c', 'd'].map(issue);
  const told = async (done: Record<string, number>): Promise<string[]> =>
    (await runOf({ of, done: new Map(Object.entries(done)), asked: asking('en', {}) })).filter(
      (line) => !line.startsWith('note'),
    );

  test('is not done again, as often as it was done', async () => {
    expect(await told({ a: 1, b: 1 })).toEqual([
      'done',
      'done',
      'write a',
      'done',
      'write c',
      'done',
      'write d',
      'done',
    ]);
    expect(await told({ a: 2, b: 1, c: 1, d: 1 })).toEqual(Array(5).fill('done'));
  });

  test('sources that stand before it and that it has not seen are named, once, and done', async () => {
    const shown = async (done: Record<string, number>) => {
      const lines = await told(done);
      const those = (what: string): string[] =>
        lines.flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : []));
      return {
        added: those('added'),
        written: those('write'),
        done: lines.filter((line) => line === 'done').length,
      };
    };
    expect(await shown({ c: 1 })).toEqual({ added: ['a b a'], written: ['a', 'b', 'a', 'd'], done: 5 });
    expect(await shown({ a: 1, c: 1 })).toEqual({ added: ['b a'], written: ['b', 'a', 'd'], done: 5 });
    expect(await shown({ a: 1, b: 1 })).toEqual({ added: [], written: ['a', 'c', 'd'], done: 5 });
    // Nobody needs to be told.
    const done = new Map([['c', 1]]);
    expect(await runOf({ of, done, added: () => {} })).toContain('write d');
  });
});

describe('threads', () => {
  const told = async (plan: Given): Promise<number[]> => {
    await runOf(plan);
    return [...opened];
  };

  test.each([
    // Of pages eight are enough for them to pay.
    ['seven pages', pages(7), {}, false],
    ['eight pages', pages(8), {}, true],
    ['eight, and one thread asked for', pages(8), { jobs: 1 }, false],
    // Files are only paths, and each thread has to become fast: sixty-four, unless the person says how many.
    ['eight files', files(8), { jobs: null }, false],
    ['sixty-three files', files(63), { jobs: null }, false],
    ['sixty-four files', files(64), { jobs: null }, true],
    ['eight files, and two threads asked for', files(8), {}, true],
    ['files with a page among them', [...files(7), ...pages(1)], { jobs: null }, true],
    ['one page, where none may end the run', pages(1), { threads: 'always' }, true],
    ['nothing', [], {}, false],
  ] as const)('%s', async (_, of, plan, expected) => {
    const jobs = 'jobs' in plan ? (plan.jobs ?? availableParallelism()) : 2;
    expect(await told({ of, jobs: 2, ...plan })).toEqual(expected && jobs > 1 ? [jobs, -jobs] : []);
  });

  test('answer in the order of the sources, those looked at before included', async () => {
    const lines = await runOf({ of: pages(20), jobs: 3 });
    expect(lines.filter((line) => line.startsWith('say'))).toEqual(
      [...Array(20).keys()].map((at) => `say ${at} in a thread`),
    );
    expect(opened).toEqual([3, -3]);
  });

  const texts = asking('en', { text: 'summary' });

  /** How many sources were taken before the first answer was written. */
  const takenAhead = async (plan: Omit<Given, 'of'>, found: readonly FoundSource[]): Promise<number> => {
    let taken = 0;
    let atFirst = 0;
    const of = (function* (): Generator<FoundSource> {
      for (const one of found) {
        taken += 1;
        yield one;
      }
    })();
    const also = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      if (atFirst === 0) atFirst = taken;
    };
    await runOf({ of, also, ...plan });
    return atFirst;
  };

  test('work sixteen sources ahead for each, in this very thread one', async () => {
    // One has been taken already, and one waits to be let in.
    expect(await takenAhead({ jobs: 2, asked: texts }, pages(99))).toBe(34);
    expect(await takenAhead({ jobs: 1, asked: texts }, pages(99))).toBe(3);
  });

  test('four where their answers are data', async () => {
    expect(await takenAhead({ jobs: 2 }, pages(99))).toBe(10);
  });

  test('but pages of no more than 64 MiB: files weigh nothing', async () => {
    const large = new Uint8Array(16 * 2 ** 20);
    expect(await takenAhead({ jobs: 2, threads: 'always' }, pages(99, large))).toBe(6);
    expect(await takenAhead({ jobs: 2, threads: 'always', asked: texts }, files(99))).toBe(34);
  });

  test('are closed when the run breaks off', async () => {
    const also = async (): Promise<void> => {
      throw new Error('full');
    };
    await expect(runOf({ of: pages(20), jobs: 2, also })).rejects.toThrow('full');
    expect(opened).toEqual([2, -2]);
  });
});
