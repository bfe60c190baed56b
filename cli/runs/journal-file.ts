import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writingNow } from '../outputs/problem.ts';
import type { LineStore } from './line-store.ts';

/** Behind each line stands, after a tab, the CRC-32 of its bytes in eight hexadecimal digits; no JSON holds a tab. */
const sumLength = 9;
const sumOf = (bytes: Uint8Array): string => `\t${crc32(bytes).toString(16).padStart(8, '0')}`;

/** A line as it stands in a file, without its sum; null where it is not what was written. */
export const checkedLine = (bytes: Uint8Array): Buffer | null => {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = line.subarray(0, -sumLength);
  return line.length > sumLength && sumOf(text) === line.subarray(-sumLength).toString('latin1')
    ? text
    : null;
};

/** Bytes that a line takes besides its text: its sum, and its end. */
export const beside = sumLength + 1;

/**
 * Lines in a file. Written at once and in order, so that what was noted before a run was killed is there.
 * @param from bytes that stay of what the file holds.
 */
export const fileStore = (path: string, from: number): LineStore => {
  const file = writingNow(path, () => openSync(path, from > 0 ? 'r+' : 'w+'));
  ftruncateSync(file, from);
  let end = from;
  return {
    append: (line) => {
      const text = Buffer.from(line, 'utf8');
      const bytes = Buffer.concat([text, Buffer.from(`${sumOf(text)}\n`, 'latin1')]);
      for (let written = 0; written < bytes.length; )
        written += writingNow(path, () =>
          writeSync(file, bytes, written, bytes.length - written, end + written),
        );
      const place = { at: end, length: text.length };
      end += bytes.length;
      return place;
    },
    read: ({ at, length }) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, at);
      return bytes.toString('utf8');
    },
    sync: () => writingNow(path, () => fsyncSync(file)),
    close: (keep) => {
      closeSync(file);
      if (!keep) rmSync(path, { force: true });
    },
  };
};

/** A file of its own that goes with the run. */
export const temporaryStore = (): LineStore => {
  const folder = writingNow(tmpdir(), () => mkdtempSync(join(tmpdir(), 'gouji-run-')));
  const store = fileStore(join(folder, 'journal'), 0);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    // Where the system allows it the file has no name any more: nothing stays of it, however the run ends.
    remove();
  } catch {
    // Elsewhere it goes when the run is over.
  }
  return {
    ...store,
    close: () => {
      store.close(true);
      remove();
    },
  };
};
