/**
 * The text of a page in pieces, each but the first beginning with a tag: what holds no `<` but as its first character stands in one piece.
 * A page decoded as a whole is a string too long for the space where short-lived ones are made and forgotten; for each such string memory
 * is asked of the system anew, page by page, which takes longer than to decode it.
 */
export type PageText = readonly string[];

export const wholeOf = (text: PageText): string => (text.length === 1 ? (text[0] ?? '') : text.join(''));

export const lengthOf = (text: PageText): number => text.reduce((sum, piece) => sum + piece.length, 0);

/** The beginning of a text: so many characters or more of it, if it has them. */
export const startOf = (text: PageText, length: number): string => {
  let start = '';
  for (let at = 0; at < text.length && start.length < length; at++) start += text[at] ?? '';
  return start;
};

/** Bytes of a piece: in UTF-16 it is well below what V8 calls a large object (128 KB). */
const pieceBytes = 2 ** 14;

const opening = 0x3c;
const slash = 0x2f;
const isLetter = (code = 0): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const isTagAt = (bytes: Uint8Array, at: number): boolean =>
  isLetter(bytes[at + 1]) || (bytes[at + 1] === slash && isLetter(bytes[at + 2]));

/** The last tag before a place, else the first behind it; the end where there is none. */
const cutNear = (bytes: Uint8Array, from: number, near: number): number => {
  for (let at = bytes.lastIndexOf(opening, near); at > from; at = bytes.lastIndexOf(opening, at - 1))
    if (isTagAt(bytes, at)) return at;
  for (let at = bytes.indexOf(opening, near); at >= 0; at = bytes.indexOf(opening, at + 1))
    if (isTagAt(bytes, at)) return at;
  return bytes.length;
};

/** Bytes in an encoding in which no character but `<` holds the byte of `<`, cut before tags. */
export const cutBeforeTags = (bytes: Uint8Array): Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  let from = 0;
  while (bytes.length - from > 2 * pieceBytes) {
    const to = cutNear(bytes, from, from + pieceBytes);
    pieces.push(bytes.subarray(from, to));
    from = to;
  }
  if (from < bytes.length || pieces.length === 0) pieces.push(bytes.subarray(from));
  return pieces;
};
