import type { SheetOf } from './linked-sheets.ts';

/** Pages saved as one file (.mhtml, .mht): MIME multipart/related, RFC 2557. */

/** The bytes of one HTML part and the charset its header names, if it names one. */
export type HtmlPart = {
  bytes: Uint8Array;
  charset: string | null;
  /** Gives the style sheets that came with it. */
  sheetOf?: SheetOf;
};

/** Style sheets by the addresses under which pages know them (RFC 2557, 5 and RFC 2392). */
type Sheets = Map<string, string>;

/** One character for each byte, so that a MIME structure can be taken apart as text. */
const byteString = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return pieces.join('');
};

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** RFC 2045 section 6.7. */
const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const fromBase64 = (text: string): string => {
  try {
    return atob(text.replace(/[^A-Za-z0-9+/]/g, ''));
  } catch {
    return '';
  }
};

/** Head and body of an entity: the first empty line parts them. */
const split = (entity: string): { head: string; body: string } => {
  const gap = /\r?\n\r?\n/.exec(entity);
  return gap
    ? { head: entity.slice(0, gap.index), body: entity.slice(gap.index + gap[0].length) }
    : { head: entity, body: '' };
};

/** The value of a header field, its folded lines joined, or an empty string. */
const field = (head: string, name: string): string => {
  const lines = head.replace(/\r?\n[ \t]/g, ' ').split('\n');
  const line = lines.find((one) => one.toLowerCase().startsWith(`${name}:`)) ?? '';
  return line.slice(name.length + 1).trim();
};

/** `charset` of `text/html; charset="gb2312"`, or null. */
const parameter = (value: string, name: string): string | null => {
  const start = `${name}=`;
  const pieces = value.split(';').map((piece) => piece.trim());
  const found = pieces.find((piece) => piece.toLowerCase().startsWith(start));
  return found?.slice(start.length).replaceAll('"', '') ?? null;
};

/** Mail holds a page in parts of parts: so deep at most. */
const deepest = 6;

/** All HTML parts in order, the page first and its frames after it, or null when the bytes are no such file. */
export const htmlParts = (bytes: Uint8Array): HtmlPart[] | null => {
  // No field's name begins with a bracket, and most pages do.
  if (bytes[0] === 0x3c) return null;
  // A head that long is no head: most files are told apart without being copied.
  const start = field(byteString(bytes.subarray(0, 4096)), 'content-type');
  const single = /^(?:text\/html|application\/xhtml\+xml)\b/i.test(start);
  if (!single && !/^multipart\/(?:related|mixed|alternative)/i.test(start)) return null;
  const sheets: Sheets = new Map();
  const parts = partsOf(byteString(bytes), sheets, 0);
  const sheetOf: SheetOf = (address) =>
    sheets.get(address) ??
    [...sheets].find(
      ([location]) => address !== '' && location.endsWith(`/${address.replace(/^\.?\//, '')}`),
    )?.[1] ??
    null;
  if (parts.length === 0) return parameter(start, 'boundary') !== null ? [] : null;
  return sheets.size > 0 ? parts.map((part) => ({ ...part, sheetOf })) : parts;
};

/** The HTML parts of an entity, and of those in it; its style sheets are added to `sheets`. */
const partsOf = (entity: string, sheets: Sheets, depth: number): HtmlPart[] => {
  const { head, body } = split(entity);
  const type = field(head, 'content-type');
  if (/^multipart\//i.test(type)) {
    const boundary = parameter(type, 'boundary');
    if (boundary === null || depth >= deepest) return [];
    return `\n${body}`
      .split(`\n--${boundary}`)
      .slice(1)
      .flatMap((part) => partsOf(part.slice(part.indexOf('\n') + 1), sheets, depth + 1));
  }
  const sheet = /^text\/css\b/i.test(type);
  if (!sheet && !/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return [];
  const coding = field(head, 'content-transfer-encoding').toLowerCase();
  const text =
    coding === 'quoted-printable' ? fromQuotedPrintable(body) : coding === 'base64' ? fromBase64(body) : body;
  if (sheet) {
    const id = /^<(.*)>$/.exec(field(head, 'content-id'))?.[1];
    for (const address of [field(head, 'content-location'), id === undefined ? '' : `cid:${id}`])
      if (address !== '') sheets.set(address, new TextDecoder().decode(bytesOf(text)));
    return [];
  }
  return [{ bytes: bytesOf(text), charset: parameter(type, 'charset') }];
};
