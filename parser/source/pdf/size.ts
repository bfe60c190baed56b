import { Unzlib } from 'fflate';

/** How large the streams of a PDF are once they are inflated: a small file can hold gigabytes of nothing. */

/** Deflate grows what it is given up to a thousandfold, so a piece of this size stays small. */
const piece = 4096;
/** Pieces without any output after which a stream is taken to have ended. */
const mostIdle = 3;
/** Filters over filters grow by the product; no writer of documents does that with deflate. */
const twice = /\/Fl(?:ateDecode)?\s*\/Fl(?:ateDecode)?\b/;

const keyword = [...'stream'].map((character) => character.charCodeAt(0));

/** Places right behind the word `stream`. */
function* streamStarts(bytes: Uint8Array): Generator<number> {
  const [first = 0] = keyword;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (!keyword.every((byte, offset) => bytes[at + offset] === byte)) continue;
    let after = at + keyword.length;
    if (bytes[after] === 13) after++;
    if (bytes[after] === 10) after++;
    yield after;
  }
}

/** Do all streams of a PDF together inflate to more than `limit` bytes? */
export const inflatesBeyond = (bytes: Uint8Array, limit: number): boolean => {
  if (twice.test(new TextDecoder('latin1').decode(bytes))) return true;
  let total = 0;
  for (const start of streamStarts(bytes)) {
    // RFC 1950: method 8, and a header that is a multiple of 31.
    const head = (bytes[start] ?? 0) * 256 + (bytes[start + 1] ?? 0);
    if (((head >> 8) & 15) !== 8 || head % 31 !== 0) continue;
    let idle = 0;
    const inflate = new Unzlib((chunk) => {
      total += chunk.length;
    });
    try {
      // fflate does not say where a stream ends: what follows it gives nothing.
      for (let at = start; at < bytes.length && idle < mostIdle && total <= limit; at += piece) {
        const before = total;
        inflate.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
        idle = total === before ? idle + 1 : 0;
      }
    } catch {
      // What follows the end of the stream is no deflate any more.
    }
    if (total > limit) return true;
  }
  return false;
};
