import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';
import { countKind, type FoundSource, pathIssue } from './item.ts';
import { CutArchive, recordsOf as recordsIn, type WarcRecord } from './warc.ts';

/** Pages of web archives: WARC (ISO 28500), and WACZ, a ZIP of them. Read as a stream, one record in memory at a time. */

/** A longer answer is no page of a report. */
const longestRecord = 64 * 2 ** 20;

/** Media types of what is read anywhere else; an archive holds pictures and scripts beside it. */
const readable =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|msword|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.[\w.]+|octet-stream))$/i;

const mediaType = (header: string): string => header.split(';')[0]?.trim().toLowerCase() ?? '';
const charsetIn = (header: string): string | null => /charset\s*=\s*"?([\w.:-]+)/i.exec(header)?.[1] ?? null;

/** Records that hold a page as the server gave it. */
const held: ReadonlySet<string> = new Set(['response', 'resource']);

/** What a record holds is wanted where it is a page; null says that, else the kind of what it is. What a server sent without a type may be one. */
const unwanted = ({ type, status, contentType }: WarcRecord): string | null => {
  if (!held.has(type)) return type;
  if (type === 'response' && status !== null && status !== '200') return `HTTP ${status}`;
  const media = mediaType(contentType);
  return media === '' || readable.test(media) ? null : media;
};

/** Records that every archive has beside its pages; nobody misses them. */
const beside = new Set(['warcinfo', 'request', 'metadata', 'conversion', 'continuation']);

const inflated = (stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => {
  const gunzip = createGunzip();
  // Who reads is told of an error by the reading itself.
  pipeline(Readable.from(stream), gunzip, () => {});
  return gunzip;
};

/** The plain archive. */
const plainOf = (name: string, stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> =>
  /\.gz$/i.test(name) ? inflated(stream) : stream;

type Archive = {
  /** The file on disk, for what is said of it. */
  path: string;
  /** The name of this archive, which is another inside of a WACZ. */
  name: string;
  looksLike: 'WARC' | 'WACZ';
  passedOver: Map<string, number>;
  numbered: { last: number };
};

async function* recordsOf(archive: Archive, stream: AsyncIterable<Uint8Array>): AsyncGenerator<FoundSource> {
  const { path, looksLike, passedOver, numbered } = archive;
  const key = (): string => `${path}#${numbered.last}`;
  try {
    for await (const record of recordsIn(plainOf(archive.name, stream), held, longestRecord)) {
      numbered.last += 1;
      const kind = unwanted(record);
      if (kind !== null) {
        if (!beside.has(kind)) countKind(passedOver, kind);
        continue;
      }
      const { url, content, contentType } = record;
      if (content)
        yield {
          kind: 'page',
          key: key(),
          origin: { url, charset: charsetIn(contentType) },
          bytes: content,
          container: path,
        };
      else
        yield {
          kind: 'issue',
          key: key(),
          path: url,
          issue: { code: 'file_excessive', what: 'bytes', limit: longestRecord },
        };
    }
  } catch (error) {
    numbered.last += 1;
    yield {
      kind: 'issue',
      key: key(),
      path,
      issue: { code: 'file_damaged', looksLike, detail: detailOf(error) },
    };
  }
}

/** What is wrong, in words of ours; a library's own say nothing to who reads them. */
const detailOf = (error: unknown): string => {
  if (error instanceof CutArchive) return error.message;
  return error instanceof Error && 'code' in error ? String(error.code) : 'ZIP';
};

type ZipPart = { kind: 'entry'; name: string } | { kind: 'chunk'; bytes: Uint8Array } | { kind: 'end' };

/** The entries of a ZIP one after the other, as they stand in the file. */
async function* partsOf(stream: AsyncIterable<Uint8Array>, wanted: RegExp): AsyncGenerator<ZipPart> {
  let parts: ZipPart[] = [];
  const unzip = new Unzip((file) => {
    if (!wanted.test(file.name)) return;
    parts.push({ kind: 'entry', name: file.name });
    file.ondata = (error, bytes, final) => {
      if (error) throw error;
      if (bytes.length > 0) parts.push({ kind: 'chunk', bytes });
      if (final) parts.push({ kind: 'end' });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const given = function* (): Generator<ZipPart> {
    const now = parts;
    parts = [];
    yield* now;
  };
  for await (const chunk of stream) {
    unzip.push(chunk);
    yield* given();
  }
  unzip.push(new Uint8Array(), true);
  yield* given();
}

async function* chunksOf(parts: AsyncGenerator<ZipPart>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { value, done } = await parts.next();
    if (done || value.kind !== 'chunk') return;
    yield value.bytes;
  }
}

async function* waczRecords(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  passedOver: Map<string, number>,
): AsyncGenerator<FoundSource> {
  const numbered = { last: 0 };
  let archives = 0;
  try {
    const parts = partsOf(stream, /^archive\/.*\.warc(?:\.gz)?$/i);
    for (;;) {
      const { value, done } = await parts.next();
      if (done) break;
      if (value.kind !== 'entry') continue;
      archives += 1;
      yield* recordsOf({ path, name: value.name, looksLike: 'WACZ', passedOver, numbered }, chunksOf(parts));
    }
  } catch (error) {
    const detail = detailOf(error);
    yield {
      kind: 'issue',
      key: `${path}#!`,
      path,
      issue: { code: 'file_damaged', looksLike: 'WACZ', detail },
    };
    return;
  }
  if (archives === 0)
    yield {
      kind: 'issue',
      key: path,
      path,
      issue: { code: 'file_damaged', looksLike: 'WACZ', detail: 'archive/*.warc.gz' },
    };
}

/** Every page of a web archive, in its order. Never throws. */
export async function* archivedPages(path: string): AsyncGenerator<FoundSource> {
  const passedOver = new Map<string, number>();
  let found = false;
  try {
    if ((await stat(path)).size === 0) {
      yield { kind: 'issue', key: path, path, issue: { code: 'source_empty' } };
      return;
    }
    const stream: AsyncIterable<Uint8Array> = createReadStream(path);
    const records = /\.wacz$/i.test(path)
      ? waczRecords(path, stream, passedOver)
      : recordsOf({ path, name: path, looksLike: 'WARC', passedOver, numbered: { last: 0 } }, stream);
    for await (const record of records) {
      found = true;
      yield record;
    }
  } catch (error) {
    yield { kind: 'issue', key: path, path, issue: pathIssue(path, error) };
    return;
  }
  if (!found) yield { kind: 'issue', key: path, path, issue: { code: 'archive_empty', path } };
  if (passedOver.size > 0) yield { kind: 'passed_over', path, kinds: passedOver };
}
