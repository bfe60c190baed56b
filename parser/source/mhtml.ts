/** Pages saved as one file (.mhtml, .mht): MIME multipart/related, RFC 2557. */

/** The bytes of one HTML part and the charset its header names, if it names one. */
export type HtmlPart = { bytes: Uint8Array; charset: string | null };

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

/** All HTML parts in order, the page first and its frames after it, or null when the bytes are no such file. */
export const htmlParts = (bytes: Uint8Array): HtmlPart[] | null => {
  // No field's name begins with a bracket, and most pages do.
  if (bytes[0] === 0x3c) return null;
  // A head that long is no head: most files are told apart without being copied.
  if (!/^multipart\/related/i.test(field(byteString(bytes.subarray(0, 4096)), 'content-type'))) return null;
  const { head, body } = split(byteString(bytes));
  const boundary = parameter(field(head, 'content-type'), 'boundary');
  if (boundary === null) return null;
  const parts: HtmlPart[] = [];
  for (const entity of `\n${body}`.split(`\n--${boundary}`).slice(1)) {
    const part = split(entity.slice(entity.indexOf('\n') + 1));
    const type = field(part.head, 'content-type');
    if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) continue;
    const coding = field(part.head, 'content-transfer-encoding').toLowerCase();
    const text =
      coding === 'quoted-printable'
        ? fromQuotedPrintable(part.body)
        : coding === 'base64'
          ? fromBase64(part.body)
          : part.body;
    parts.push({ bytes: bytesOf(text), charset: parameter(type, 'charset') });
  }
  return parts;
};
