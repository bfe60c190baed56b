import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/** Records of web archives (ISO 28500), one after the other, out of a stream of bytes. */

export type WarcRecord = {
  type: string;
  url: string;
  contentType: string;
  /** What the record holds, decoded from its transfer; null where it is too long or of a kind that nobody reads. */
  content: Uint8Array | null;
  /** The status of an answer; null for what is none. */
  status: string | null;
  tooLong: boolean;
};

/** The head of a record, or of an answer, is no longer than this. */
const longestHead = 64 * 1024;

export class CutArchive extends Error {}

/** Bytes of a stream, taken piece by piece. */
class Supply {
  readonly #stream: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#stream = stream[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#stream.next();
    if (done) return false;
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }

  /** A line without its end, LF or CRLF; null behind the last byte. */
  async line(): Promise<string | null> {
    let from = 0;
    for (;;) {
      const end = this.#held.indexOf(0x0a, from);
      if (end >= 0) {
        const line = Buffer.from(this.#held.subarray(0, end)).toString('utf8').replace(/\r$/, '');
        this.#held = this.#held.subarray(end + 1);
        return line;
      }
      if (this.#held.length > longestHead) throw new CutArchive('a line without an end');
      from = this.#held.length;
      if (!(await this.#more())) {
        if (this.#held.length === 0) return null;
        throw new CutArchive('the last record is cut off');
      }
    }
  }

  /** So many bytes, or none of them kept where there are more than may be. */
  async take(count: number, most: number): Promise<Uint8Array | null> {
    const pieces: Uint8Array[] = [];
    for (let left = count; left > 0; ) {
      if (this.#held.length === 0 && !(await this.#more()))
        throw new CutArchive('the last record is cut off');
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      if (count <= most) pieces.push(piece);
    }
    return count <= most ? Buffer.concat(pieces, count) : null;
  }
}

type RecordHead = ReadonlyMap<string, string>;

const fieldsIn = (lines: readonly string[]): RecordHead => {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return fields;
};

/** A body that was sent in pieces (RFC 9112, 7.1); as it stands where it is not. */
const withoutChunks = (body: Uint8Array): Uint8Array => {
  const pieces: Uint8Array[] = [];
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  for (let at = 0; ; ) {
    const end = bytes.indexOf(0x0a, at);
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(
      bytes.toString('latin1', at, Math.max(at, end)).trim(),
    )?.[1];
    if (end < 0 || size === undefined) return pieces.length > 0 ? Buffer.concat(pieces) : body;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++;
  }
};

/** A body as the page was before it was packed for its way. One that is not packed as it says is taken as it stands. */
const unpacked = (body: Uint8Array, coding: string, most: number): Uint8Array => {
  const limit = { maxOutputLength: most };
  try {
    switch (coding.trim().toLowerCase()) {
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(body, limit);
      case 'br':
        return brotliDecompressSync(body, limit);
      case 'deflate':
        return (body[0] ?? 0) % 16 === 8 ? inflateSync(body, limit) : inflateRawSync(body, limit);
      default:
        return body;
    }
  } catch {
    return body;
  }
};

/** An answer of a server: its status and fields, and its body as the page was. */
const answerIn = (
  block: Uint8Array,
  most: number,
): { status: string; fields: RecordHead; body: Uint8Array } | null => {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const gap = /\r?\n\r?\n/.exec(bytes.toString('latin1', 0, longestHead));
  const [first = '', ...lines] = bytes.toString('utf8', 0, gap?.index ?? bytes.length).split(/\r?\n/);
  const status = /^HTTP\/[\d.]+ +(\d{3})/i.exec(first)?.[1];
  if (status === undefined) return null;
  const fields = fieldsIn(lines);
  let body: Uint8Array = gap ? bytes.subarray(gap.index + gap[0].length) : new Uint8Array();
  if (/chunked/i.test(fields.get('transfer-encoding') ?? '')) body = withoutChunks(body);
  for (const coding of (fields.get('content-encoding') ?? '').split(',').reverse())
    body = unpacked(body, coding, most);
  return { status, fields, body };
};

/** Addresses as they are requested: percent signs for all that is no ASCII. */
const addressOf = (text: string): string => {
  const bare = text.replace(/^<(.*)>$/, '$1');
  try {
    return new URL(bare).href;
  } catch {
    return bare;
  }
};

/**
 * @param wanted types of records whose content is read; of others only the head is.
 * @param most bytes of one record.
 * @throws CutArchive where the archive ends within a record, or is none.
 */
export async function* recordsOf(
  stream: AsyncIterable<Uint8Array>,
  wanted: ReadonlySet<string>,
  most: number,
): AsyncGenerator<WarcRecord> {
  const supply = new Supply(stream);
  for (;;) {
    let version = await supply.line();
    while (version === '') version = await supply.line();
    if (version === null) return;
    if (!/^WARC\/\d/.test(version)) throw new CutArchive('no WARC record where one must begin');
    const lines: string[] = [];
    let size = 0;
    for (let line = await supply.line(); line !== ''; line = await supply.line()) {
      if (line === null) throw new CutArchive('the last record is cut off');
      size += line.length;
      if (size > longestHead) throw new CutArchive('the head of a record has no end');
      lines.push(line);
    }
    const head = fieldsIn(lines);
    const length = Number(head.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) throw new CutArchive('a record without Content-Length');
    const type = (head.get('warc-type') ?? '?').toLowerCase();
    const block = await supply.take(length, wanted.has(type) ? most : -1);
    const answer = type === 'response' && block ? answerIn(block, most) : null;
    yield {
      type,
      url: addressOf(head.get('warc-target-uri') ?? ''),
      contentType: answer ? (answer.fields.get('content-type') ?? '') : (head.get('content-type') ?? ''),
      content: answer ? answer.body : block,
      status: answer?.status ?? null,
      tooLong: wanted.has(type) && length > most,
    };
  }
}
