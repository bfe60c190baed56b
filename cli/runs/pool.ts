import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { failedItem, unreadItem } from '../read.ts';
import type { Item } from '../sources/item.ts';
import { answerer } from './answer.ts';
import type { Answer, Asked } from './request.ts';

/** Threads that read. A source at which one breaks off or stays is answered for it, and a new thread goes on with the next. */

/** The next source waits at the thread while the answer to this one travels. */
const mostWaiting = 2;

export type Pool = {
  answer: (item: Item) => Promise<Answer>;
  close: () => Promise<void>;
};

type Waiting = { item: Item; resolve: (answer: Answer) => void };
type Thread = { worker: Worker; waiting: Waiting[]; watch: NodeJS.Timeout | null };

/** The thread's script beside this one: a source file where sources are run, else the packed one at the top of the package. */
const script = (here: string): URL =>
  here.endsWith('.ts')
    ? new URL('thread.ts', here)
    : new URL(here.includes('/chunks/') ? '../thread.js' : 'thread.js', here);

/** What a thread may use before it is given up. */
type Limits = { seconds: number; megabytes: number };

/** The largest page that is read needs a third of it. */
const limits: Limits = { seconds: 60, megabytes: 768 };

/**
 * Each thread makes the same code fast for itself, and for a thousand pages that takes a third of the time. V8's quick compiler comes in sooner,
 * and its thorough one only for what runs so often that the pages must be many (docs/speed.md). Of other versions of Node nothing is known.
 */
const compileForThreads = (): void => {
  if (!/^2[2-4]\./.test(process.versions.node)) return;
  for (const flag of [
    'invocation-count-for-maglev=100',
    'minimum-invocations-after-ic-update=100',
    'invocation-count-for-turbofan=200000',
  ])
    setFlagsFromString(`--${flag}`);
};

/** @param jobs threads. */
export const openPool = async (
  asked: Asked,
  jobs: number,
  { seconds, megabytes }: Limits = limits,
): Promise<Pool> => {
  const answerHere = await answerer(asked);
  const queue: Waiting[] = [];
  const threads = new Set<Thread>();
  let closed = false;

  const give = (thread: Thread): void => {
    while (thread.waiting.length < mostWaiting) {
      const next = queue.shift();
      if (!next) break;
      thread.waiting.push(next);
      thread.worker.postMessage(next.item);
    }
    if (thread.watch === null && thread.waiting.length > 0)
      thread.watch = setTimeout(() => stop(thread, null), seconds * 1000);
  };

  const settle = (thread: Thread): Waiting | undefined => {
    if (thread.watch) clearTimeout(thread.watch);
    thread.watch = null;
    return thread.waiting.shift();
  };

  /** @param error why it broke off, or null where it took too long. */
  const stop = (thread: Thread, error: unknown): void => {
    if (!threads.delete(thread)) return;
    const at = settle(thread);
    if (at) {
      const reading =
        error === null
          ? unreadItem(at.item, { code: 'file_excessive', what: 'seconds', limit: seconds })
          : failedItem(at.item, error);
      at.resolve(answerHere({ readings: [reading], file: null }));
    }
    queue.unshift(...thread.waiting);
    void thread.worker.terminate();
    if (!closed && queue.length > 0) give(start());
  };

  const start = (): Thread => {
    const worker = new Worker(script(import.meta.url), {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 24 },
    });
    const thread: Thread = { worker, waiting: [], watch: null };
    worker.on('message', (answer: Answer) => {
      const at = settle(thread);
      give(thread);
      at?.resolve(answer);
    });
    worker.on('error', (error) => stop(thread, error));
    worker.on('exit', (code) => stop(thread, `exit ${code}`));
    threads.add(thread);
    return thread;
  };

  compileForThreads();
  for (let at = 0; at < jobs; at++) start();
  return {
    answer: (item) =>
      new Promise((resolve) => {
        queue.push({ item, resolve });
        give([...threads].sort((a, b) => a.waiting.length - b.waiting.length)[0] ?? start());
      }),
    close: async () => {
      closed = true;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
};
