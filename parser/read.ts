import { readingsOf } from './extract.ts';
import type { Source } from './extraction.ts';
import type { Issue } from './issue.ts';
import { type Reading, withoutText } from './reading.ts';
import type { AttachmentReaders } from './source/attachments.ts';
import { attachmentKind } from './source/binary.ts';
import type { SourceDocument } from './source/blocks.ts';
import { decode } from './source/encoding.ts';
import { mayHoldReport, withoutReport } from './source/glance.ts';
import { type HtmlPart, htmlParts } from './source/mhtml.ts';
import { readTokens } from './source/tree.ts';
import { unread } from './unread.ts';

/** The bytes of a file into readings. What most pages need is here; other readers are loaded with the first file that needs them, since starting takes longer than reading. */

/** A saved page has a few frames at most. */
const mostFrames = 100;

/** Plain text often ends in .txt, but pages are saved under that name too; what it starts with decides. */
const isHtml = (path: string, text: string): boolean => {
  if (/^\s*</.test(text)) return true;
  if (/\.(s?html?|xhtml)$/i.test(path)) return true;
  if (/\.(txt|md)$/i.test(path)) return false;
  return /<(html|body|table|td)\b/i.test(text);
};

/** Where bytes came from: a file, or an address with the charset that its server named, if it did. */
export type Origin = { path: string } | { url: string; charset: string | null };

/**
 * Reads one file: at least one reading, also where nothing can be read.
 * @param origin copied into the source of each extraction; the ending of the name counts where the bytes do not tell.
 * @param sha256 of the bytes, hex.
 * @param readers for files that are no text. A kind without its reader is named as what it is, and not read.
 */
export const readFile = async (
  origin: Origin,
  bytes: Uint8Array,
  sha256: string,
  readers: AttachmentReaders = {},
): Promise<Reading[]> => {
  const where = 'path' in origin ? { path: origin.path } : { url: origin.url };
  const source = { ...where, sha256, bytes: bytes.length };
  const kind = attachmentKind(bytes);
  if (kind === 'encrypted')
    return [nothing({ ...source, format: 'unknown' }, [{ code: 'file_encrypted', looksLike: 'Office' }])];
  const reader = kind === null ? undefined : readers[kind];
  if (kind !== null && reader) return readAttachment({ ...source, format: kind }, await reader(bytes));
  const parts = htmlParts(bytes);
  if (parts === null || parts.length === 0)
    return readPart({ bytes, charset: 'charset' in origin ? origin.charset : null }, source);
  if (parts.length > mostFrames)
    return [
      nothing({ ...source, format: 'unknown' }, [
        { code: 'file_excessive', what: 'pages', limit: mostFrames },
      ]),
    ];
  // The report is the page itself or stands in one of its frames.
  const read: Reading[] = [];
  for (const part of parts) read.push(...(await readPart(part, source)));
  const reports = read.filter(({ extraction }) => extraction.form !== null);
  return reports.length > 0 ? reports : read.slice(0, 1);
};

const nothing = (source: Source, issues: readonly Issue[]): Reading => withoutText(unread(source, issues));

/** That nothing was recognised in a file that could not be opened is no second finding. */
const readAttachment = async (source: Source, document: SourceDocument): Promise<Reading[]> => {
  const { blocks, issues = [] } = document;
  if (blocks.length === 0) return [nothing(source, issues.length > 0 ? issues : [{ code: 'source_empty' }])];
  return readingsOf(document, source);
};

/** As `readHtml`, but a page that cannot hold a report is only glanced at, and the parser for malformed pages is loaded only where a page needs it. */
const readPage = async (html: string): Promise<SourceDocument> => {
  if (!mayHoldReport(html)) return withoutReport(html);
  return readTokens(html) ?? (await import('./source/html.ts')).readTree(html);
};

const readPart = async ({ bytes, charset }: HtmlPart, source: Omit<Source, 'format'>): Promise<Reading[]> => {
  const { text, issues } = await decode(bytes, charset);
  if (text === '') return [nothing({ ...source, format: 'unknown' }, issues)];
  const format = isHtml(source.path ?? source.url ?? '', text) ? 'html' : 'text';
  const document =
    format === 'html' ? await readPage(text) : (await import('./source/text.ts')).readText(text);
  const readings = readingsOf(document, { ...source, format }, issues);
  // That nothing was recognised in garbled text is no second finding.
  const garbled = issues.some(({ code }) => code === 'text_garbled');
  return garbled && readings.every(({ extraction }) => extraction.form === null)
    ? [nothing({ ...source, format }, issues)]
    : readings;
};
