import { parentPort, workerData } from 'node:worker_threads';
import { openWithOwn, withOwn } from '../../parser/forms/registry.ts';
import { readSource } from '../read.ts';
import type { Item } from '../sources/item.ts';
import { answerer } from './answer.ts';
import { type Asked, wantedBy } from './request.ts';

/** In a worker thread: sources in, answers out, one after the other and in order. */
export const readForMain = (): void => {
  const port = parentPort;
  if (!port) throw new Error('This is read in a worker thread.');
  const asked = workerData as Asked;
  const answer = answerer(asked);
  const [forms, open] = [withOwn(asked.forms), openWithOwn(asked.forms)];

  // One at a time: which source a worker is at must be known when it breaks off.
  let before: Promise<void> = Promise.resolve();
  port.on('message', (item: Item) => {
    before = before.then(async () => {
      const answered = (await answer)(await readSource(item, wantedBy(asked), forms, open));
      port.postMessage(
        answered,
        answered.texts.map(({ buffer }) => buffer),
      );
    });
  });
};
