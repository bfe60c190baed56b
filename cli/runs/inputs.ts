import { statSync } from 'node:fs';
import { bytesOfFile, sha256 } from '../read.ts';
import type { Item } from '../sources/item.ts';
import type { InputFile } from './journal.ts';
import type { Answer } from './request.ts';

/** The files that a run has read, and whether they are still what they were. */

type FileState = { bytes: number; modified: number };

/** Archives are as they were when their first page was noted. */
const containers = new Map<string, FileState | null>();

const containerAt = (path: string): FileState | null => {
  let kept = containers.get(path);
  if (kept === undefined) {
    kept = statOf(path);
    containers.set(path, kept);
  }
  return kept;
};

const statOf = (path: string | Buffer): FileState | null => {
  try {
    const { size, mtimeMs } = statSync(path);
    return { bytes: size, modified: mtimeMs };
  } catch {
    return null;
  }
};

/** What is noted of the file that an answer is from; null where it is from none. */
export const inputOf = (item: Item, { file }: Pick<Answer, 'file'>): InputFile | null => {
  if (item.kind === 'page' && item.container !== undefined) {
    const kept = containerAt(item.container);
    return kept && { path: item.container, ...kept, sha256: null };
  }
  if (item.kind !== 'file' || file === null) return null;
  const name = item.name ? { name: Buffer.from(item.name).toString('hex') } : {};
  return { path: item.path, ...name, ...file };
};

/** A file of an earlier run that is another now. */
export type Change = { path: string; what: 'changed' | 'deleted' };

/** Size and time tell; where only the time is another, the sum does. */
export const changeOf = async ({
  path,
  name,
  bytes,
  modified,
  sha256: sum,
}: InputFile): Promise<Change | null> => {
  const named = name === undefined ? path : Buffer.from(name, 'hex');
  const now = statOf(named);
  if (now === null) return { path, what: 'deleted' };
  if (now.bytes === bytes && now.modified === modified) return null;
  if (now.bytes === bytes && sum !== null && sum !== '') {
    try {
      const read = bytesOfFile(named, path);
      if (!('code' in read) && (await sha256(read)) === sum) return null;
    } catch {
      // What cannot be read any more is not what it was.
    }
  }
  return { path, what: 'changed' };
};
