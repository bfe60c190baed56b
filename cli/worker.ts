import * as z from 'zod';
import type { Language } from '../parser/messages/words.ts';
import { asking } from './runs/asked.ts';
import { journalIn } from './runs/journal.ts';
import { run } from './runs/run.ts';
import { noProgress } from './runs/silent.ts';
import { memorySpool } from './runs/spool.ts';
import type { Item } from './sources/item.ts';
import { linesOf } from './sources/lines.ts';
import { pageOf } from './sources/pages.ts';
import { standardOutput } from './standard-output.ts';

/**
 * `gouji worker`: a page a line in, an answer a line out, for engines that spread work over machines (docs/scale.md).
 *
 * In: `{"url", "html"}`, `{"url", "base64", "charset"?}` or `{"path"}`, each with an `id` if it likes. Out, for every line in, in order:
 * `{"schema": "gouji/answer/1", "line", "id"?, "extractions": […]}`. A line that is no page has an answer whose extraction says so in
 * its issues; nothing that comes in ends the worker.
 */

export const answerSchema = 'gouji/answer/1';

const idSchema = z.object({ id: z.union([z.string(), z.number()]) });

const utf8 = new TextEncoder();

type Id = string | number | null;

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
  const ids = new Map<string, { line: number; id: Id }>();
  const sources = async function* (): AsyncGenerator<Item> {
    for await (const line of linesOf(process.stdin)) {
      const item = pageOf('-', line);
      ids.set(item.key, { line: line.number, id: line.tooLong ? null : idOf(line.bytes) });
      yield item;
    }
  };
  await run({
    sources: sources(),
    asked: asking(language, { text: 'ndjson' }),
    jobs,
    threads: 'always',
    destination: {
      has: null,
      write: async (key, { texts }) => {
        const { line, id } = ids.get(key) ?? { line: 0, id: null };
        ids.delete(key);
        const name = id === null ? '' : `,"id":${JSON.stringify(id)}`;
        const extractions = texts.map((text) => Buffer.from(text).toString('utf8').trimEnd());
        const answer = `{"schema":"${answerSchema}","line":${line}${name},"extractions":[${extractions.join(',')}]}\n`;
        await standardOutput.write(utf8.encode(answer));
        return 0;
      },
      say: async () => {},
      end: async () => {},
    },
    journal: { ...journalIn(memorySpool(), null), note: () => {} },
    done: new Map(),
    progress: noProgress,
    passedOver: () => {},
  });
  return 0;
};
