import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import type { ResumableOutput } from '../outputs/output.ts';
import { partPath } from '../outputs/whole.ts';
import { linesOf } from '../sources/lines.ts';
import { type Change, changeOf } from './inputs.ts';
import { format, type JournalLine, journalPath } from './journal.ts';
import { beside, checkedLine } from './journal-file.ts';
import type { LinePlace } from './line-store.ts';
import { differing, type Task } from './task.ts';

/** What an interrupted run has left: its journal, held against what really stands in its output, and against the files it has read. */

const headSchema = z.object({
  format: z.literal(format),
  version: z.string(),
  task: z.record(z.string(), z.unknown()).transform((task) => task as Task),
});

const lineSchema = z.union([
  z.object({
    key: z.string(),
    end: z.int().min(0),
    sum: z.int().min(0),
    input: z
      .object({
        path: z.string(),
        name: z.string().optional(),
        bytes: z.int().min(0),
        modified: z.number(),
        sha256: z.string().nullable(),
      })
      .nullable(),
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
  headSchema,
]);

/** What of an earlier run is not there as it was written; everything from the first of it on is read again. */
export type Lost = {
  damaged: 'output' | 'journal' | null;
  changes: Change[];
  /** Sources that were done and are read again. */
  again: number;
};

export type Left =
  /** No run was interrupted here. `finished`: the output is there, and whole. `damaged`: of its journal nothing can be read. */
  | { kind: 'none'; finished: boolean; damaged?: true }
  /** The journal is of a run that was asked for something else. */
  | { kind: 'other_task'; options: string[] }
  | { kind: 'other_version'; found: string }
  /** The database is not what SQLite has written. */
  | { kind: 'damaged'; detail: string }
  | {
      kind: 'some';
      done: Map<string, number>;
      end: number;
      journalEnd: number;
      lines: [JournalLine, LinePlace][];
      lost: Lost;
    };

const sizeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
};

/** The lines of a journal with their places, up to the first that was cut off or is another than was written, which is null. */
async function* journalLines(path: string): AsyncGenerator<[JournalLine, LinePlace] | null> {
  let at = 0;
  const size = (await sizeOf(path)) ?? 0;
  for await (const { bytes } of linesOf(createReadStream(path))) {
    const start = at;
    at += bytes.length + 1;
    // Without its line break it may be half of a line, as a run that was killed leaves it.
    if (at > size) return;
    const text = checkedLine(bytes);
    if (text === null) {
      yield null;
      return;
    }
    const line = lineSchema.safeParse(JSON.parse(text.toString('utf8')));
    if (!line.success) {
      yield null;
      return;
    }
    yield [line.data, { at: start, length: text.length }];
  }
}

const pieceSize = 1 << 20;

/** Do these bytes of a file have this sum? What is not there has none. */
const hasSum = async (file: FileHandle, from: number, end: number, sum: number): Promise<boolean> => {
  let found = 0;
  const piece = Buffer.alloc(Math.min(pieceSize, Math.max(1, end - from)));
  for (let at = from; at < end; ) {
    const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, end - at), at);
    if (bytesRead === 0) return false;
    found = crc32(piece.subarray(0, bytesRead), found);
    at += bytesRead;
  }
  return found === sum;
};

/**
 * @param head what this run is asked for, and by which version.
 * @param tells an output that tells by itself which sources it holds; what is lost is taken out of it. A text is told by its sums.
 */
export const whatIsLeft = async (
  output: string,
  head: { version: string; task: Task },
  tells: ResumableOutput | null,
): Promise<Left> => {
  if ((await sizeOf(journalPath(output))) === null)
    return { kind: 'none', finished: (await sizeOf(output)) !== null };
  const detail = tells?.damage() ?? null;
  if (detail !== null) return { kind: 'damaged', detail };
  const part = tells ? null : await open(partPath(output)).catch(() => null);
  const lost: Lost = { damaged: null, changes: [], again: 0 };
  const left = {
    done: new Map<string, number>(),
    end: 0,
    journalEnd: 0,
    lines: [] as [JournalLine, LinePlace][],
  };
  let known = false;
  const isThere = async ({ key, end, sum }: Extract<JournalLine, { key: string }>): Promise<boolean> =>
    tells ? tells.has(key) : part !== null && hasSum(part, left.end, end, sum);
  try {
    for await (const found of journalLines(journalPath(output))) {
      if (found === null) {
        lost.damaged ??= 'journal';
        break;
      }
      const [line, place] = found;
      if ('task' in line) {
        if (line.version !== head.version) return { kind: 'other_version', found: line.version };
        const options = differing(line.task, head.task);
        if (options.length > 0) return { kind: 'other_task', options };
        known = true;
      }
      if ('key' in line) {
        const change = line.input && (await changeOf(line.input));
        if (change) lost.changes.push(change);
        const missing = lost.again === 0 && !change && !(await isThere(line));
        // A database commits many sources at once, and those after its last commit are only not there yet.
        if (missing && !tells) lost.damaged = 'output';
        if (lost.again > 0 || change || missing) {
          lost.again += 1;
          tells?.remove(line.key);
          continue;
        }
        left.done.set(line.key, (left.done.get(line.key) ?? 0) + 1);
        left.end = line.end;
      }
      if (lost.again > 0) continue;
      left.lines.push([line, place]);
      left.journalEnd = place.at + place.length + beside;
    }
  } finally {
    await part?.close();
  }
  return known ? { kind: 'some', ...left, lost } : { kind: 'none', finished: false, damaged: true };
};
