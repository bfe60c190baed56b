import { readFileSync } from 'node:fs';
import type { Extraction } from '../parser/extraction.ts';
import type { Issue } from '../parser/issue.ts';
import { type Origin, readFile } from '../parser/read.ts';
import { type Reading, withoutText } from '../parser/reading.ts';
import { unread } from '../parser/unread.ts';
import { attachmentReaders } from './attachments.ts';
import { type Item, pathIssue } from './sources/item.ts';
import { sourcesOf } from './sources/sources.ts';

/** Sources into readings: extractions, and the text of their reports. */

let crypto: Promise<typeof import('node:crypto')> | null = null;

/** Loaded where a sum is wanted: starting takes longer than reading one page. */
const sha256 = async (bytes: Uint8Array): Promise<string> => {
  crypto ??= import('node:crypto');
  return (await crypto).hash('sha256', bytes, 'hex');
};

const readWhole = async (origin: Origin, bytes: Uint8Array, summed: boolean): Promise<Reading[]> =>
  readFile(origin, bytes, summed ? await sha256(bytes) : '', attachmentReaders);

/** Reads one file's bytes: at least one extraction, also where nothing can be read. */
export const readBytes = async (path: string, bytes: Uint8Array): Promise<Extraction[]> =>
  (await readWhole({ path }, bytes, true)).map(({ extraction }) => extraction);

/** What is said of a source that gave no bytes, or none that could be read: `sha256` is empty. */
export const unreadItem = (item: Item, issue: Issue): Reading => {
  const where = item.kind === 'page' ? item.origin : { path: item.path };
  const source = 'url' in where ? { url: where.url } : { path: where.path };
  return withoutText(unread({ ...source, sha256: '', bytes: 0, format: 'unknown' }, [issue]));
};

const nameOf = (item: Item): string =>
  item.kind !== 'page' ? item.path : 'url' in item.origin ? item.origin.url : item.origin.path;

/** What is said of a source at which the reading itself broke off. */
export const failedItem = (item: Item, error: unknown): Reading =>
  unreadItem(item, { code: 'file_failed', path: nameOf(item), detail: String(error) });

/**
 * Reads one source: at least one reading. A fault of ours on one page must not cost the thousand others: it is reported as that page's.
 * @param summed whether the extraction names its bytes by their sum; a summary on a terminal does not show it.
 */
export const readItem = async (item: Item, summed: boolean): Promise<Reading[]> => {
  if (item.kind === 'issue') return [unreadItem(item, item.issue)];
  let bytes: Uint8Array;
  try {
    bytes = item.kind === 'page' ? item.bytes : readFileSync(item.path);
  } catch (error) {
    return [unreadItem(item, pathIssue(nameOf(item), error))];
  }
  try {
    return await readWhole(item.kind === 'page' ? item.origin : { path: item.path }, bytes, summed);
  } catch (error) {
    return [failedItem(item, error)];
  }
};

/** Everything that the paths hold, one source at a time, in the order given, read in this very thread. */
export async function* extractionsOf(
  paths: readonly string[],
  passedOver: (path: string, kinds: ReadonlyMap<string, number>) => void,
): AsyncGenerator<Extraction> {
  for await (const found of sourcesOf({ paths }, () => process.stdin)) {
    if (found.kind === 'passed_over') passedOver(found.path, found.kinds);
    else for (const { extraction } of await readItem(found, true)) yield extraction;
  }
}
