import { availableParallelism } from 'node:os';
import { openWithOwn, withOwn } from '../../parser/forms/registry.ts';
import { readSource } from '../read.ts';
import type { FoundSource, Item } from '../sources/item.ts';
import { answerer } from './answer.ts';
import type { Destination } from './destination.ts';
import { inOrder } from './in-order.ts';
import { inputOf } from './inputs.ts';
import type { Journal } from './journal.ts';
import { type Answer, type Asked, wantedBy } from './request.ts';
import type { Progress } from './silent.ts';

/** A run: sources → answers, in threads where there are many → destination and journal, in the order of the sources. */

/** Starting a thread takes longer than reading this many. */
const fewSources = 8;
/** Of files, which are no more than their paths, so many: each thread has to become fast by itself, and before that costs more than it saves. */
const fewFiles = 64;
/** Answers that may wait for the one before them: texts, or data, which take ten times the memory. */
const aheadPerJob = { texts: 16, data: 4 };
/** Bytes of pages that may wait; files are no more than their paths. */
const bytesAhead = 64 * 2 ** 20;

/** How much a power cut may cost: each sync waits for the disk. What it leaves is told by its sums in any case. */
const perSync = { steps: 256, bytes: 32 * 2 ** 20 };

type Plan = {
  sources: AsyncIterable<FoundSource>;
  asked: Asked;
  /** Threads; null: as many as the machine has cores. 1: none but this one. */
  jobs: number | null;
  /** `always`: even one page alone is read in a thread, so that none can end the run. */
  threads: 'where many' | 'always';
  destination: Destination;
  journal: Journal;
  /** How often a source was done by an earlier run. */
  done: Map<string, number>;
  progress: Progress;
  passedOver: (path: string, kinds: ReadonlyMap<string, number>) => void;
  /** Told of sources that stand before others that an earlier run has done, and that it has not seen. */
  added?: (keys: readonly string[]) => void;
  /** What a run gives beside its output. */
  also?: (answer: Answer) => Promise<void>;
};

/** Sources that are still to be done; what was passed over is said on the way. */
async function* pending({ sources, done, progress, passedOver, added }: Plan): AsyncGenerator<Item> {
  let toCome = [...done.values()].reduce((sum, times) => sum + times, 0);
  const unseen: string[] = [];
  for await (const found of sources) {
    if (found.kind === 'passed_over') {
      passedOver(found.path, found.kinds);
      continue;
    }
    const times = done.get(found.key) ?? 0;
    if (times > 0) {
      done.set(found.key, times - 1);
      toCome -= 1;
      progress.done();
      if (toCome === 0 && unseen.length > 0) added?.(unseen);
    } else {
      if (toCome > 0) unseen.push(found.key);
      yield found;
    }
  }
}

type Answering = {
  answer: (item: Item) => Promise<Answer>;
  close: () => Promise<void>;
  /** Answers that may wait. */
  ahead: number;
};

const answeringHere = async (asked: Asked): Promise<Answering> => {
  const answer = await answerer(asked);
  const [forms, open] = [withOwn(asked.forms), openWithOwn(asked.forms)];
  return {
    answer: async (item) => answer(await readSource(item, wantedBy(asked), forms, open)),
    close: async () => {},
    ahead: 1,
  };
};

const answeringInThreads = async (asked: Asked, jobs: number): Promise<Answering> => {
  const { openPool } = await import('./pool.ts');
  const perJob = asked.text === null ? aheadPerJob.data : aheadPerJob.texts;
  return { ...(await openPool(asked, jobs)), ahead: jobs * perJob };
};

const weight = (item: Item): number => (item.kind === 'page' ? item.bytes.length : 0);

/** Answers in the order of the sources, worked on ahead within bounds. */
async function* answersOf(plan: Plan): AsyncGenerator<{ item: Item; result: Answer }> {
  const items = pending(plan);
  const jobs = plan.jobs ?? availableParallelism();
  const few: Item[] = [];
  let more = true;
  // Whether there are many is found out only where it makes a difference: who hands over page by page waits for each answer.
  const always = plan.threads === 'always';
  const areFew = (): boolean =>
    few.length < fewSources ||
    (plan.jobs === null && few.length < fewFiles && few.every(({ kind }) => kind === 'file'));
  while (!always && jobs > 1 && more && areFew()) {
    const { value, done } = await items.next();
    if (done) more = false;
    else few.push(value);
  }
  const answering =
    always || (more && jobs > 1)
      ? await answeringInThreads(plan.asked, jobs)
      : await answeringHere(plan.asked);
  const all = async function* (): AsyncGenerator<Item> {
    yield* few;
    if (more) yield* items;
  };
  try {
    yield* inOrder(all(), answering.answer, {
      most: answering.ahead,
      heaviest: bytesAhead,
      weight,
    });
  } finally {
    await answering.close();
  }
}

/** Does the whole run. What is written is noted after it was written, so that a journal never promises too much. */
export const run = async (plan: Plan): Promise<void> => {
  const { destination, journal, progress, also } = plan;
  let [steps, bytes, before] = [0, 0, 0];
  for await (const { item, result: answer } of answersOf(plan)) {
    const step = await destination.write(item.key, answer);
    journal.note(item.key, step, inputOf(item, answer), answer);
    steps += 1;
    bytes += step.end - before;
    before = step.end;
    if (steps >= perSync.steps || bytes >= perSync.bytes) {
      // First what was written, then what is said of it.
      await destination.sync();
      journal.sync();
      steps = 0;
      bytes = 0;
    }
    for (const note of answer.notes) progress.say(note);
    if (also) await also(answer);
    progress.done();
  }
};
