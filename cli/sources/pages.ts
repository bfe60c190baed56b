import * as z from 'zod';
import type { Item } from './item.ts';
import { linesOf, type StreamLine } from './lines.ts';

/**
 * Pages that a crawler hands over, one JSON object a line: `{"url": …, "html": …}`. What is no text comes as `base64` instead of
 * `html`; `{"path": …}` alone names a file to be read. `charset` is what the server's Content-Type said.
 */
const pageSchema = z.union([
  z.object({ url: z.string().min(1), html: z.string() }),
  z.object({ url: z.string().min(1), base64: z.base64(), charset: z.string().optional() }),
  z.object({ path: z.string().min(1) }),
]);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** One line as a source; a line that is none of these forms becomes an issue of its own. */
export const pageOf = (path: string, { number, bytes, tooLong }: StreamLine): Item => {
  const key = `${path}:${number}`;
  const malformed = (detail: string): Item => ({
    kind: 'issue',
    key,
    path: key,
    issue: { code: 'line_malformed', line: number, detail },
  });
  if (tooLong) return malformed('too long');
  let parsed: unknown;
  try {
    parsed = JSON.parse(utf8.decode(bytes));
  } catch (error) {
    return malformed(error instanceof Error ? error.message.slice(0, 120) : String(error));
  }
  const read = pageSchema.safeParse(parsed);
  if (!read.success) return malformed('{"url", "html"} | {"url", "base64"} | {"path"}');
  const page = read.data;
  if ('path' in page) return { kind: 'file', key, path: page.path };
  // The text has been decoded already: it is UTF-8 now, whatever its meta element still says.
  const [content, charset] =
    'html' in page
      ? [Buffer.from(page.html, 'utf8'), 'utf-8']
      : [Buffer.from(page.base64, 'base64'), page.charset ?? null];
  const container = path === '-' ? {} : { container: path };
  return { kind: 'page', key, origin: { url: page.url, charset }, bytes: content, ...container };
};

const isBlank = ({ bytes }: StreamLine): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09);

/** The pages of a stream of lines; empty lines are none. */
export async function* pagesOf(path: string, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  for await (const line of linesOf(stream)) if (!isBlank(line)) yield pageOf(path, line);
}
