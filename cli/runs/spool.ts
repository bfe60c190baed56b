import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writingNow } from '../outputs/problem.ts';

/** Where a line stands in a spool. */
export type Place = { at: number; length: number };

/** Lines that are written once and read again later: in memory for a few, on disk for many. */
export type Spool = {
  append: (line: string) => Place;
  read: (place: Place) => string;
  /** @param keep whether a file stays, for a later run. */
  close: (keep: boolean) => void;
};

export const memorySpool = (): Spool => {
  const lines: string[] = [];
  return {
    append: (line) => ({ at: lines.push(line) - 1, length: line.length }),
    read: ({ at }) => lines[at] ?? '',
    close: () => {},
  };
};

/**
 * Lines in a file. Written at once and in order, so that what was noted before a run was killed is there.
 * @param from bytes that stay of what the file holds.
 */
export const fileSpool = (path: string, from: number): Spool => {
  const file = writingNow(path, () => openSync(path, from > 0 ? 'r+' : 'w+'));
  ftruncateSync(file, from);
  let end = from;
  return {
    append: (line) => {
      const bytes = Buffer.from(`${line}\n`, 'utf8');
      for (let written = 0; written < bytes.length; )
        written += writingNow(path, () =>
          writeSync(file, bytes, written, bytes.length - written, end + written),
        );
      const place = { at: end, length: bytes.length - 1 };
      end += bytes.length;
      return place;
    },
    read: ({ at, length }) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, at);
      return bytes.toString('utf8');
    },
    close: (keep) => {
      closeSync(file);
      if (!keep) rmSync(path, { force: true });
    },
  };
};

/** A file of its own that goes with the run. */
export const temporarySpool = (): Spool => {
  const folder = writingNow(tmpdir(), () => mkdtempSync(join(tmpdir(), 'gouji-run-')));
  const spool = fileSpool(join(folder, 'journal'), 0);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    // Where the system allows it the file has no name any more: nothing stays of it, however the run ends.
    remove();
  } catch {
    // Elsewhere it goes when the run is over.
  }
  return {
    ...spool,
    close: () => {
      spool.close(true);
      remove();
    },
  };
};
