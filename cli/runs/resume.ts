import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import * as z from 'zod';
import { linesOf } from '../sources/lines.ts';
import { format, journalPath, type Line, partPath } from './journal.ts';
import type { Place } from './spool.ts';

/** What an interrupted run has left: its journal, held against what really stands in its output. */

const lineSchema = z.union([
  z.object({
    key: z.string(),
    end: z.int().min(0),
    counts: z.object({
      reports: z.int(),
      violated: z.int(),
      unread: z.int(),
      exit: z.union([z.literal(0), z.literal(1), z.literal(2)]),
    }),
    past: z.array(
      z.tuple([
        z.string(),
        z.int(),
        z.string(),
        z.int(),
        z.array(z.union([z.number(), z.enum(['blank', 'mark', 'unreadable'])])),
      ]),
    ),
  }),
  z.object({ refs: z.array(z.string()) }),
  z.object({ format: z.literal(format), task: z.string() }),
]);

export type Left =
  /** No run was interrupted here. `finished`: the output is there, and whole. */
  | { kind: 'none'; finished: boolean }
  /** The journal is of a run that was asked for something else. */
  | { kind: 'other' }
  | { kind: 'some'; done: Map<string, number>; end: number; journalEnd: number; lines: [Line, Place][] };

const sizeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
};

/** The lines of a journal with their places, up to the first that was cut off. */
async function* journalLines(path: string): AsyncGenerator<[Line, Place]> {
  let at = 0;
  const size = (await sizeOf(path)) ?? 0;
  for await (const { bytes } of linesOf(createReadStream(path))) {
    const place = { at, length: bytes.length };
    at += bytes.length + 1;
    // Without its line break it may be half of a line.
    if (at > size) return;
    let parsed: unknown;
    try {
      parsed = JSON.parse(Buffer.from(bytes).toString('utf8'));
    } catch {
      return;
    }
    const line = lineSchema.safeParse(parsed);
    if (!line.success) return;
    yield [line.data, place];
  }
}

/**
 * @param task as in `journalIn`.
 * @param isWritten for an output that tells by itself which sources it holds; a text is told by its length.
 */
export const whatIsLeft = async (
  output: string,
  task: string,
  isWritten: ((key: string) => boolean) | null,
): Promise<Left> => {
  if ((await sizeOf(journalPath(output))) === null)
    return { kind: 'none', finished: (await sizeOf(output)) !== null };
  const size = (await sizeOf(partPath(output))) ?? 0;
  const left: Left = { kind: 'some', done: new Map(), end: 0, journalEnd: 0, lines: [] };
  let known = false;
  for await (const [line, place] of journalLines(journalPath(output))) {
    if ('task' in line) {
      if (line.task !== task) return { kind: 'other' };
      known = true;
    }
    if ('key' in line) {
      // The output must hold all that the journal says: after a power cut it may be shorter.
      if (isWritten ? !isWritten(line.key) : line.end > size) break;
      left.done.set(line.key, (left.done.get(line.key) ?? 0) + 1);
      left.end = line.end;
    }
    left.lines.push([line, place]);
    left.journalEnd = place.at + place.length + 1;
  }
  return known ? left : { kind: 'none', finished: false };
};
