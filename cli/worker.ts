import * as z from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { forms } from '../parser/forms/registry.ts';
import type { Language } from '../parser/messages/words.ts';
import { journalIn } from './runs/journal.ts';
import { memoryStore } from './runs/line-store.ts';
import { asking } from './runs/request.ts';
import { run } from './runs/run.ts';
import { noProgress } from './runs/silent.ts';
import type { Item } from './sources/item.ts';
import { linesOf } from './sources/lines.ts';
import { pageOf } from './sources/pages.ts';
import { standardOutput } from './standard-output.ts';

/**
 * `gouji worker`: a page a line in, an answer a line out, for engines that spread work over machines (docs/scale.md).
 *
 * In: `{"url", "html"}`, `{"url", "base64", "charset"?}` or `{"path"}`, each with an `id` if it likes. Out, for every line in, in order:
 * `{"schema": "gouji/answer/1", "line", "id"?, "extractions": […]}`. A line that is no page has an answer whose extraction says so in
 * its issues; nothing that comes in ends the worker. The line `ping`, or `{"ping": …}`, is answered with the version, the forms and the
 * schema of what the worker writes, in its place among the others: so an engine learns that all its machines read alike.
 */

const answerSchema = 'gouji/answer/1';

const idSchema = z.object({ id: z.union([z.string(), z.number()]) });

const utf8 = new TextEncoder();

type Id = string | number | null;

const pingSchema = z.object({ ping: z.unknown() });

const isPing = (bytes: Uint8Array): boolean => {
  if (bytes.length > 1000) return false;
  const text = Buffer.from(bytes).toString('utf8').trim();
  if (text === 'ping') return true;
  if (!text.includes('"ping"')) return false;
  try {
    return pingSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};

/** What makes two workers read alike. */
const about = JSON.stringify({
  version: packageJson.version,
  node: process.versions.node,
  writes: 'gouji/extraction/1',
  forms: forms.map(({ id }) => id),
});

/** The sender's own name for the line, where it has one. */
const idOf = (bytes: Uint8Array): Id => {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('"id"')) return null;
  try {
    const read = idSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return read.success ? read.data.id : null;
  } catch {
    return null;
  }
};

/** @param jobs threads; 1 where the engine itself starts a worker for each core. */
export const worker = async (language: Language, jobs: number): Promise<0> => {
  const ids = new Map<string, { line: number; id: Id; ping: boolean }>();
  const sources = async function* (): AsyncGenerator<Item> {
    for await (const line of linesOf(process.stdin)) {
      const item = pageOf('-', line);
      const id = line.tooLong ? null : idOf(line.bytes);
      ids.set(item.key, { line: line.number, id, ping: !line.tooLong && isPing(line.bytes) });
      yield item;
    }
  };
  await run({
    sources: sources(),
    asked: asking(language, { text: 'ndjson' }),
    jobs,
    threads: 'always',
    destination: {
      tells: null,
      write: async (key, { texts }) => {
        const { line, id, ping } = ids.get(key) ?? { line: 0, id: null, ping: false };
        ids.delete(key);
        const name = id === null ? '' : `,"id":${JSON.stringify(id)}`;
        const pong = ping ? `,"about":${about}` : '';
        const extractions = ping ? [] : texts.map((text) => Buffer.from(text).toString('utf8').trimEnd());
        const answer = `{"schema":"${answerSchema}","line":${line}${name}${pong},"extractions":[${extractions.join(',')}]}\n`;
        await standardOutput.write(utf8.encode(answer));
        return { end: 0, sum: 0 };
      },
      sync: async () => {},
      say: async () => {},
      end: async () => {},
    },
    journal: { ...journalIn(memoryStore(), null), note: () => {} },
    done: new Map(),
    progress: noProgress,
    passedOver: () => {},
  });
  return 0;
};
