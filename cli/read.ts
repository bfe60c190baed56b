import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { Origin } from '../parser/documents.ts';
import type { Depth } from '../parser/extract.ts';
import type { Extraction } from '../parser/extraction.ts';
import type { OpenForm } from '../parser/forms/open-form.ts';
import { openForms, forms as shipped } from '../parser/forms/registry.ts';
import type { Form } from '../parser/forms/schema.ts';
import type { Issue } from '../parser/issue.ts';
import { readFile } from '../parser/read.ts';
import { type Reading, withoutText } from '../parser/reading.ts';
import type { TableReading, Tabulation } from '../parser/tabulation.ts';
import { isWithoutReport, unread, withTableIssues } from '../parser/unread.ts';
import { attachmentReaders } from './attachments.ts';
import { sheetsBeside } from './saved-sheets.ts';
import { type Item, pathIssue } from './sources/item.ts';
import { sourcesOf } from './sources/sources.ts';

/** Sources into readings: extractions, and the text of their reports. */

let crypto: Promise<typeof import('node:crypto')> | null = null;

/** Loaded where a sum is wanted: starting takes longer than reading one page. */
export const sha256 = async (bytes: Uint8Array): Promise<string> => {
  crypto ??= import('node:crypto');
  return (await crypto).hash('sha256', bytes, 'hex');
};

/** Reads one file's bytes: at least one extraction, also where nothing can be read. */
export const readBytes = async (path: string, bytes: Uint8Array): Promise<Extraction[]> =>
  (await readFile({ path }, bytes, await sha256(bytes), attachmentReaders, shipped)).map(
    ({ extraction }) => extraction,
  );

/** What is said of a source that gave no bytes, or none that could be read: `sha256` is empty. */
export const unreadItem = (item: Item, issue: Issue): Reading => {
  const where = item.kind === 'page' ? item.origin : { path: item.path };
  const source = 'url' in where ? { url: where.url } : { path: where.path };
  return withoutText(unread({ ...source, sha256: '', bytes: 0, format: 'unknown' }, [issue]));
};

/** No report, scanned or not, is larger; reading more takes memory by the gigabyte. */
const largestFile = 256 * 2 ** 20;

/** The file that bytes were read from, as it was then. */
export type FileRead = { bytes: number; modified: number; sha256: string };

type Opened = { bytes: Uint8Array; modified: number } | Issue;

/** Whoever reads one file after another gives the same room for each: the system hands out fresh memory page by page, which takes longer than reading. */
type Room = { bytes: Uint8Array };

/** Larger files are few, and what they take is given back. */
const mostKept = 2 ** 20;

const roomFor = (size: number, room: Room | null): Uint8Array => {
  if (room === null || size > mostKept) return new Uint8Array(size);
  if (room.bytes.length < size) room.bytes = new Uint8Array(Math.min(mostKept, size * 2));
  return room.bytes;
};

/** In bytes. A page is smaller, and so is what people make by hand. */
const large = 2 ** 21;

/**
 * V8 makes ever more room for what lives shortly, up to a hundred megabytes: that is quicker for a thousand pages. Of one long table it
 * would only put off what has to be done. Of other versions of Node nothing is known.
 */
const spareMemoryFor = (length: number): void => {
  if (length > large && /^2[2-4]\./.test(process.versions.node))
    setFlagsFromString('--semi-space-growth-factor=1');
};

/**
 * The bytes of an ordinary file. What is none may never end, and a pipe would be waited for; a file that grows while it is read, or that the
 * system shows as empty (proc(5)), is read to the end that it has.
 */
const fileWithin = (path: string | Buffer, shown: string, room: Room | null = null): Opened => {
  // Without this a pipe is opened when somebody writes to it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(file);
    if (found.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
    if (!found.isFile()) return { code: 'file_irregular', path: shown };
    if (found.size > largestFile) return { code: 'file_excessive', what: 'bytes', limit: largestFile };
    let bytes = roomFor(found.size + 1, room);
    let length = 0;
    for (;;) {
      const read = readSync(file, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
      if (length > largestFile) return { code: 'file_excessive', what: 'bytes', limit: largestFile };
      if (length === bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
    }
    spareMemoryFor(length);
    return { bytes: bytes.subarray(0, length), modified: found.mtimeMs };
  } finally {
    closeSync(file);
  }
};

/** The bytes of a file, or why they are not read. Throws as the system does. */
export const bytesOfFile = (path: string | Buffer, shown: string): Uint8Array | Issue => {
  const read = fileWithin(path, shown);
  return 'code' in read ? read : read.bytes;
};

const nameOf = (item: Item): string =>
  item.kind !== 'page' ? item.path : 'url' in item.origin ? item.origin.url : item.origin.path;

/** What is said of a source at which the reading itself broke off. */
export const failedItem = (item: Item, error: unknown): Reading =>
  unreadItem(item, { code: 'file_failed', path: nameOf(item), detail: String(error) });

/** A source of which the bytes are there: where they are from, and when they were last changed, where that is known. */
type OpenItem = { origin: Origin; bytes: Uint8Array; modified: number | null };

/**
 * The bytes of a source, or why there are none. A saved page is asked for the style sheets beside it.
 * @param room where the bytes of a file may stand; they do so until the next file is opened.
 */
export const openItem = (item: Item, room: Room | null = null): OpenItem | Issue => {
  if (item.kind === 'issue') return item.issue;
  if (item.kind === 'page') return { origin: item.origin, bytes: item.bytes, modified: null };
  try {
    const opened = fileWithin(item.name ? Buffer.from(item.name) : item.path, item.path, room);
    return 'code' in opened
      ? opened
      : { origin: { path: item.path, sheetOf: sheetsBeside(item.path) }, ...opened };
  } catch (error) {
    return pathIssue(item.path, error);
  }
};

/** What came of one source: at least one reading, and the file it was read from, where it was one. */
export type SourceRead = {
  readings: Reading[];
  file: FileRead | null;
  /** Of a page without a report, where they were asked for. */
  tables?: readonly TableReading[];
  /** Every table of it, where they are wanted. */
  tabulation?: Tabulation;
};

/** What of a source is wanted besides its figures. */
export type Wanted = {
  /** Its extraction names the bytes by their sum; a summary on a terminal does not show it. */
  summed: boolean;
  /** Every table of it. */
  tables?: boolean;
  /** The tables of a page without a report. */
  totals?: boolean;
  depth?: Depth;
};

const room: Room = { bytes: new Uint8Array(0) };

const opening = 0x3c;

/** What is no page may be kept by its reader: it gets bytes of its own. */
const own = (bytes: Uint8Array): Uint8Array =>
  bytes.buffer === room.bytes.buffer && bytes[0] !== opening ? bytes.slice() : bytes;

/**
 * Reads one source; one after the other, since they share the room for their bytes. A fault of ours on one page must not cost the thousand others: it is reported as that page's.
 * @param forms those that are looked for.
 * @param open those with open rows.
 */
export const readSource = async (
  item: Item,
  { summed, tables = false, totals = false, depth = 'all' }: Wanted,
  forms: readonly Form[] = shipped,
  open: readonly OpenForm[] = openForms,
): Promise<SourceRead> => {
  const opened = openItem(item, room);
  if ('code' in opened) return { readings: [unreadItem(item, opened)], file: null };
  const { origin, modified } = opened;
  const bytes = own(opened.bytes);
  const sum = summed ? await sha256(bytes) : '';
  const file = modified === null ? null : { bytes: bytes.length, modified, sha256: sum };
  try {
    const readings = await readFile(origin, bytes, sum, attachmentReaders, forms, depth);
    if (!tables && !(totals && readings.every(({ extraction }) => isWithoutReport(extraction))))
      return { readings, file };
    const { readTables } = await import('../parser/read-tables.ts');
    const tabulation = await readTables(origin, bytes, sum, attachmentReaders, open, forms);
    if (tables) return { readings, file, tabulation };
    const told = readings.map((reading, at) =>
      at > 0 ? reading : { ...reading, extraction: withTableIssues(reading.extraction, tabulation.issues) },
    );
    return { readings: told, file, tables: tabulation.tables };
  } catch (error) {
    return { readings: [failedItem(item, error)], file };
  }
};

/** Everything that the paths hold, one source at a time, in the order given, read in this very thread. */
export async function* readingsOf(
  paths: readonly string[],
  passedOver: (path: string, kinds: ReadonlyMap<string, number>) => void,
): AsyncGenerator<Reading> {
  for await (const found of sourcesOf({ paths }, () => process.stdin)) {
    if (found.kind === 'passed_over') passedOver(found.path, found.kinds);
    else yield* (await readSource(found, { summed: true })).readings;
  }
}
