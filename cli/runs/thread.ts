import { parentPort, workerData } from 'node:worker_threads';
import { readItem } from '../read.ts';
import type { Item } from '../sources/item.ts';
import { answerer } from './answer.ts';
import { type Asked, isSummed } from './asked.ts';

/** A worker: sources in, answers out, one after the other and in order. */

const port = parentPort;
if (!port) throw new Error('This file is the start of a worker thread.');
const asked = workerData as Asked;
const answer = answerer(asked);

// One at a time: which source a worker is at must be known when it breaks off.
let before: Promise<void> = Promise.resolve();
port.on('message', (item: Item) => {
  before = before.then(async () => {
    const answered = (await answer)(await readItem(item, isSummed(asked)));
    port.postMessage(
      answered,
      answered.texts.map(({ buffer }) => buffer),
    );
  });
});
