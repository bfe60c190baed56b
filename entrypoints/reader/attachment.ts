import type { FileReader } from '../wire/attachment.ts';
import type { NearbyFound } from '../wire/page-schemas.ts';
import type { ReaderOrder } from '../wire/protocol.ts';
import type { AttachmentRead } from '../wire/reading.ts';
import { linkedReports, nextPageOf } from './links.ts';

/** Fetches a file that the page links to, as a link of the page would, and has it read in this frame. Nothing is sent but the request. */

/** A report of ten pages has less than a hundredth of it; one that was scanned, a tenth. */
const mostBytes = 50 * 2 ** 20;
const mostMilliseconds = 60_000;

type Unfetched = Extract<AttachmentRead, { kind: 'unfetched' }>;
const unfetched = (why: Unfetched['why'], status?: number): Unfetched => ({
  kind: 'unfetched',
  why,
  ...(status !== undefined && { status }),
});

/**
 * @param page what the answer is to stand with.
 * @param order `own` are the person's own forms, looked for beside those that ship; `totals`: of a file without a report its tables are wanted.
 */
export const readAttachment = async (
  {
    url: address,
    own,
    totals,
  }: Pick<Extract<ReaderOrder, { kind: 'read-attachment' }>, 'url' | 'own' | 'totals'>,
  page: string,
): Promise<AttachmentRead> => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.origin !== self.origin || !/^https?:$/.test(url.protocol)) return unfetched('elsewhere');
  const read = (globalThis as typeof globalThis & { goujiReadFile?: FileReader }).goujiReadFile;
  if (!read) return unfetched('gone');
  const fetched = await bytesOf(url);
  if ('kind' in fetched) return fetched;
  const { bytes, charset } = fetched;
  try {
    const found = await read({ url: url.href, charset }, bytes, own, totals ? 'totals' : undefined);
    return { kind: 'read', page, ...found };
  } catch (error) {
    console.error('Gouji: an attachment could not be read.', error);
    return unfetched('failed');
  }
};

/** A further page of a list, with what it links to; null where it does not come. */
export const listMore = async (address: string): Promise<Pick<NearbyFound, 'links' | 'next'> | null> => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.origin !== self.origin || !/^https?:$/.test(url.protocol)) return null;
  const fetched = await bytesOf(url);
  if ('kind' in fetched) return null;
  const text = new TextDecoder(charsetOf(fetched)).decode(fetched.bytes);
  const page = new DOMParser().parseFromString(text, 'text/html');
  return { links: linkedReports(page, url.href, self.origin), next: nextPageOf(page, url.href, self.origin) };
};

/** As the server says, else as the page does in its head, else UTF-8. */
const charsetOf = ({ bytes, charset }: Fetched): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  for (const label of [charset, /<meta[^>]{0,80}charset=["']?([\w-]{1,40})/i.exec(head)?.[1]]) {
    try {
      if (label) return new TextDecoder(label).encoding;
    } catch {
      // No encoding of that name: the next.
    }
  }
  return 'utf-8';
};

type Fetched = { bytes: Uint8Array<ArrayBuffer>; charset: string | null };

const bytesOf = async (url: URL): Promise<Fetched | Unfetched> => {
  const signal = AbortSignal.timeout(mostMilliseconds);
  try {
    // Where the site passes on to another one, this mode fails rather than follow.
    const response = await fetch(url, { mode: 'same-origin', credentials: 'same-origin', signal });
    if (!response.ok) return unfetched('status', response.status);
    if (Number(response.headers.get('content-length')) > mostBytes) return unfetched('too_large');
    const bytes = await collected(response);
    if (bytes === null) return unfetched('too_large');
    const charset =
      /charset=["']?([\w-]{1,40})/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? null;
    return { bytes, charset };
  } catch {
    return unfetched(signal.aborted ? 'too_slow' : 'unreachable');
  }
};

/** What a site says of its length need not be so. */
const collected = async ({ body }: Response): Promise<Uint8Array<ArrayBuffer> | null> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > mostBytes) {
      await reader?.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};
