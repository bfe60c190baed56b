import { createHash } from 'node:crypto';
import type { Extraction } from '../parser/extraction.ts';
import type { Issue } from '../parser/issue.ts';
import { readFile } from '../parser/read.ts';
import { type Reading, withoutText } from '../parser/reading.ts';
import { unread } from '../parser/unread.ts';
import { attachmentReaders } from './attachments.ts';
import { sourcesOf } from './sources.ts';

/** Paths into readings: extractions, and the text of their reports. */

/** `sha256` is empty where there were no bytes to sum. */
const unreadPath = (path: string, issue: Issue): Reading =>
  withoutText(unread({ path, sha256: '', bytes: 0, format: 'unknown' }, [issue]));

const readWhole = (path: string, bytes: Uint8Array): Promise<Reading[]> =>
  readFile(path, bytes, createHash('sha256').update(bytes).digest('hex'), attachmentReaders);

/** Reads one file's bytes: at least one extraction, also where nothing can be read. */
export const readBytes = async (path: string, bytes: Uint8Array): Promise<Extraction[]> =>
  (await readWhole(path, bytes)).map(({ extraction }) => extraction);

/** A fault of ours on one page must not cost the thousand others of a folder: it is reported as that page's. */
const readSafely = async (path: string, bytes: Uint8Array): Promise<Reading[]> => {
  try {
    return await readWhole(path, bytes);
  } catch (error) {
    return [unreadPath(path, { code: 'file_failed', path, detail: String(error) })];
  }
};

/** Everything that the paths hold, one source at a time, in the order given. */
export async function* readingsOf(
  paths: readonly string[],
  passedOver: (path: string, endings: ReadonlyMap<string, number>) => void,
): AsyncGenerator<Reading> {
  for await (const found of sourcesOf(paths, process.stdin)) {
    if (found.kind === 'passed_over') passedOver(found.path, found.endings);
    else if (found.kind === 'issue') yield unreadPath(found.path, found.issue);
    else yield* await readSafely(found.path, found.bytes);
  }
}

/** As `readingsOf`, the extractions alone. */
export async function* extractionsOf(...from: Parameters<typeof readingsOf>): AsyncGenerator<Extraction> {
  for await (const { extraction } of readingsOf(...from)) yield extraction;
}
