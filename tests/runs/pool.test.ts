import { EventEmitter } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Pool } from '../../cli/runs/pool.ts';
import { type Answer, asking } from '../../cli/runs/request.ts';
import type { Item } from '../../cli/sources/item.ts';

/** Threads that do as they are told; `tests/cli/pool.test.ts` has real ones. */
class Thread extends EventEmitter {
  readonly given: string[] = [];
  ended = false;
  readonly options: { workerData: unknown; resourceLimits: object };

  constructor(script: URL, options: Thread['options']) {
    super();
    this.options = options;
    expect(script.href).toMatch(/\/cli\/runs\/thread\.ts$/);
    threads.push(this);
  }

  postMessage({ key }: Item): void {
    this.given.push(key);
  }

  async terminate(): Promise<void> {
    this.ended = true;
  }

  /** Answers the first source that it was given and has not answered. */
  answers(key: string): void {
    this.emit('message', { notes: [key] });
  }
}

const threads: Thread[] = [];
/** What V8 was told: it would be told for all other tests as well. */
const flags: string[] = [];
const asked = asking('en', { notes: true });
let openPool: typeof import('../../cli/runs/pool.ts').openPool;

beforeAll(async () => {
  vi.doMock('node:worker_threads', () => ({ Worker: Thread }));
  vi.doMock('node:v8', () => ({ setFlagsFromString: (flag: string) => flags.push(flag) }));
  vi.resetModules();
  ({ openPool } = await import('../../cli/runs/pool.ts'));
});
afterAll(() => {
  vi.doUnmock('node:worker_threads');
  vi.doUnmock('node:v8');
  vi.resetModules();
});
beforeEach(() => {
  threads.splice(0);
  flags.splice(0);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const item = (key: string): Item => ({ kind: 'file', key, path: `${key}.html` });
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

/** What came of each source, as far as it has. */
const answersOf = (pool: Pool, ...keys: string[]): Record<string, string> => {
  const answered: Record<string, string> = {};
  for (const key of keys)
    void pool.answer(item(key)).then(({ notes }: Pick<Answer, 'notes'>) => {
      answered[key] = notes.join();
    });
  return answered;
};
const given = (): string[] => threads.map((thread) => thread.given.join(''));

describe('sources go to threads', () => {
  test('each to the one with the least to do; one waits at it, more in the queue', async () => {
    const pool = await openPool(asked, 2);
    const answered = answersOf(pool, 'a', 'b', 'c', 'd', 'e');
    expect(given()).toEqual(['ac', 'bd']);
    threads[1]?.answers('b');
    expect(given()).toEqual(['ac', 'bde']);
    await settled();
    expect(answered).toEqual({ b: 'b' });
    threads[0]?.answers('a');
    threads[0]?.answers('c');
    await settled();
    expect(answered).toEqual({ a: 'a', b: 'b', c: 'c' });
    await pool.close();
  });

  test('each is told what is asked, and has no more room than it may use', async () => {
    const pool = await openPool(asked, 1, { seconds: 1, megabytes: 5 });
    expect(threads.map(({ options }) => options)).toEqual([
      { workerData: asked, resourceLimits: { maxOldGenerationSizeMb: 5, maxYoungGenerationSizeMb: 24 } },
    ]);
    await pool.close();
    expect(threads[0]?.ended).toBe(true);
    // Of other versions of Node nothing is known.
    const isKnown = /^2[2-4]\./.test(process.versions.node);
    expect(flags.filter((flag) => /^--[a-z-]+=\d+$/.test(flag))).toHaveLength(isKnown ? 3 : 0);
  });
});

describe('a thread that breaks off', () => {
  test.each([
    ['error', new Error('out of memory'), 'out of memory'],
    ['exit', 3, 'exit 3'],
  ])(
    '(%s) is answered for at the source where it was; the next goes to a new one',
    async (event, why, said) => {
      const pool = await openPool(asked, 1);
      const answered = answersOf(pool, 'a', 'b', 'c');
      threads[0]?.emit(event, why);
      await settled();
      expect(answered.a).toContain(said);
      expect(threads[0]?.ended).toBe(true);
      // What had waited at it comes before what waits in the queue.
      expect(given()).toEqual(['ab', 'bc']);
      // That it then ends says nothing new.
      threads[0]?.emit('exit', 1);
      expect(threads).toHaveLength(2);
      threads[1]?.answers('b');
      await settled();
      expect(answered.b).toBe('b');
      await pool.close();
    },
  );

  test('with nothing left to do is replaced when there is something again', async () => {
    const pool = await openPool(asked, 1);
    threads[0]?.emit('error', new Error('idle'));
    expect(threads).toHaveLength(1);
    const answered = answersOf(pool, 'a');
    expect(threads).toHaveLength(2);
    threads[1]?.answers('a');
    await settled();
    expect(answered).toEqual({ a: 'a' });
    await pool.close();
  });

  test('since the run is over is not replaced', async () => {
    const pool = await openPool(asked, 1);
    answersOf(pool, 'a', 'b', 'c');
    await pool.close();
    threads[0]?.emit('exit', 1);
    expect(threads).toHaveLength(1);
  });
});

describe('a source that takes too long', () => {
  test('is given up, and its time begins when the one before it is answered', async () => {
    const pool = await openPool(asked, 1, { seconds: 10, megabytes: 1 });
    const answered = answersOf(pool, 'a', 'b');
    vi.advanceTimersByTime(9_999);
    threads[0]?.answers('a');
    vi.advanceTimersByTime(9_999);
    await settled();
    expect(answered).toEqual({ a: 'a' });
    vi.advanceTimersByTime(1);
    await settled();
    expect(answered.b).toContain('10 seconds');
    expect(threads[0]?.ended).toBe(true);
    await pool.close();
  });

  test('a thread without one may wait as long as it likes', async () => {
    const pool = await openPool(asked, 1, { seconds: 10, megabytes: 1 });
    answersOf(pool, 'a');
    threads[0]?.answers('a');
    vi.advanceTimersByTime(60_000);
    expect([threads.length, threads[0]?.ended]).toEqual([1, false]);
    await pool.close();
  });
});
