/** Lines of a stream of bytes, each by itself: a stream may be longer than what memory holds. */

const newline = 0x0a;

/** A page of more than this is no page; the line is cut, and said to be too long. */
const longestLine = 128 * 2 ** 20;

export type StreamLine = { number: number; bytes: Uint8Array; tooLong: boolean };

/** Lines without their ends (LF or CRLF), numbered from 1; what follows the last end is a line unless it is empty. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  longest: number = longestLine,
): AsyncGenerator<StreamLine> {
  let held: Uint8Array[] = [];
  let size = 0;
  let tooLong = false;
  let number = 0;
  const hold = (piece: Uint8Array): void => {
    if (size + piece.length > longest) tooLong = true;
    else {
      held.push(piece);
      size += piece.length;
    }
  };
  const taken = (): StreamLine => {
    const whole = held.length === 1 && held[0] ? held[0] : Buffer.concat(held, size);
    const bytes = whole.at(-1) === 0x0d ? whole.subarray(0, -1) : whole;
    const line = { number: ++number, bytes, tooLong };
    held = [];
    size = 0;
    tooLong = false;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      hold(chunk.subarray(from, end));
      yield taken();
      from = end + 1;
    }
    // The chunk's memory may be used again by who gave it.
    if (from < chunk.length) hold(chunk.slice(from));
  }
  if (size > 0 || tooLong) yield taken();
}
