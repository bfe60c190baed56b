import { type DocumentPart, documentsOf, type Origin } from './documents.ts';
import { type Depth, readingsOf } from './extract.ts';
import type { Source } from './extraction.ts';
import { forms as shipped } from './forms/registry.ts';
import type { Form } from './forms/schema.ts';
import { signsOf } from './forms/signs.ts';
import { type Reading, withoutText } from './reading.ts';
import type { AttachmentReaders } from './source/attachments.ts';
import type { SourceDocument } from './source/blocks.ts';
import { readTokens } from './source/html/tree.ts';
import { type PageText, wholeOf } from './source/page-text.ts';
import { mayHoldReport, withoutReport } from './source/worth-parsing.ts';
import { unread } from './unread.ts';

/** The bytes of a file into readings. */

/**
 * Reads one file: at least one reading, also where nothing can be read.
 * @param origin copied into the source of each extraction; the ending of the name counts where the bytes do not tell.
 * @param sha256 of the bytes, hex.
 * @param forms those that are looked for.
 * @param readers for files that are no text. A kind without its reader is named as what it is, and not read.
 */
export const readFile = async (
  origin: Origin,
  bytes: Uint8Array,
  sha256: string,
  readers: AttachmentReaders = {},
  forms: readonly Form[] = shipped,
  depth: Depth = 'all',
): Promise<Reading[]> => {
  const where = 'path' in origin ? { path: origin.path } : { url: origin.url };
  const source = { ...where, sha256, bytes: bytes.length };
  const parts = await documentsOf(origin, bytes, readers, (html) => readPage(html, forms));
  const read = parts.flatMap((part) => readingsOfPart(part, source, forms, depth));
  if (parts.length === 1) return read;
  // The report is the page itself or stands in one of its frames.
  const reports = read.filter(({ extraction }) => extraction.form !== null);
  return reports.length > 0 ? reports : read.slice(0, 1);
};

const readingsOfPart = (
  { document, format, issues }: DocumentPart,
  source: Omit<Source, 'format'>,
  forms: readonly Form[],
  depth: Depth,
): Reading[] => {
  const nothing = (): Reading[] => [withoutText(unread({ ...source, format }, issues))];
  // That nothing was recognised in a file that could not be opened is no second finding.
  if (document === null) return nothing();
  const readings = readingsOf(document, { ...source, format }, issues, forms, depth);
  // Nor is it in garbled text.
  const garbled = issues.some(({ code }) => code === 'text_garbled');
  return garbled && readings.every(({ extraction }) => extraction.form === null) ? nothing() : readings;
};

/** As `readHtml`, but a page that cannot hold a report is only glanced at, and the parser for malformed pages is loaded only where a page needs it. */
const readPage = async (html: PageText, forms: readonly Form[]): Promise<SourceDocument> => {
  if (!mayHoldReport(html, signsOf(forms))) return withoutReport(html);
  return readTokens(html) ?? (await import('./source/html/html.ts')).readTree(wholeOf(html));
};
