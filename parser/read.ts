import type { Extraction, Source } from './extraction.ts';
import type { Issue } from './issue.ts';
import type { SourceDocument } from './source/blocks.ts';
import type { HtmlPart } from './source/mhtml.ts';

/** The bytes of a file into extractions. Readers are loaded when the first file needs them, since starting takes longer than reading. */

/** An extraction of a source in which nothing was read, and why. */
export const unread = (source: Source, issues: readonly Issue[]): Extraction => ({
  schema: 'gouji/extraction/1',
  source,
  form: null,
  authority: null,
  year: null,
  facts: [],
  coverage: { read: 0, expected: 0 },
  checks: [],
  diagnoses: [],
  claims: [],
  issues: [...issues],
});

/** Plain text often ends in .txt, but pages are saved under that name too; what it starts with decides. */
const isHtml = (path: string, text: string): boolean => {
  if (/^\s*</.test(text)) return true;
  if (/\.(s?html?|xhtml)$/i.test(path)) return true;
  if (/\.(txt|md)$/i.test(path)) return false;
  return /<(html|body|table|td)\b/i.test(text);
};

/**
 * Reads one file: at least one extraction, also where nothing can be read.
 * @param path name of the file; its ending counts where the bytes do not tell.
 * @param sha256 of the bytes, hex.
 */
export const readFile = async (path: string, bytes: Uint8Array, sha256: string): Promise<Extraction[]> => {
  const source = { path, sha256, bytes: bytes.length };
  const { htmlParts } = await import('./source/mhtml.ts');
  const parts = htmlParts(bytes);
  if (parts === null || parts.length === 0) return readPart({ bytes, charset: null }, source);
  // The report is the page itself or stands in one of its frames.
  const read: Extraction[] = [];
  for (const part of parts) read.push(...(await readPart(part, source)));
  const reports = read.filter(({ form }) => form !== null);
  return reports.length > 0 ? reports : read.slice(0, 1);
};

/** As `readHtml`, but the parser for malformed pages is loaded only where a page needs it. */
const readPage = async (html: string): Promise<SourceDocument> => {
  const { readTokens } = await import('./source/tree.ts');
  return readTokens(html) ?? (await import('./source/html.ts')).readTree(html);
};

const readPart = async (
  { bytes, charset }: HtmlPart,
  source: Omit<Source, 'format'> & { path: string },
): Promise<Extraction[]> => {
  const { decode } = await import('./source/encoding.ts');
  const { text, issues } = decode(bytes, charset);
  if (text === '') return [unread({ ...source, format: 'unknown' }, issues)];
  const format = isHtml(source.path, text) ? 'html' : 'text';
  const document =
    format === 'html' ? await readPage(text) : (await import('./source/text.ts')).readText(text);
  const { extract } = await import('./extract.ts');
  const extractions = extract(document, { ...source, format }, issues);
  // That nothing was recognised in garbled text is no second finding.
  const garbled = issues.some(({ code }) => code === 'text_garbled');
  return garbled && extractions.every(({ form }) => form === null)
    ? [unread({ ...source, format }, issues)]
    : extractions;
};
