import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Extraction, Source } from '../parser/extraction.ts';
import type { Issue } from '../parser/issue.ts';
import type { SourceDocument } from '../parser/source/blocks.ts';
import type { HtmlPart } from '../parser/source/mhtml.ts';
import { sourcesOf } from './sources.ts';

/** Bytes into extractions. Readers are loaded when the first file needs them, since starting takes longer than reading. */

/** An extraction of a source in which nothing was read, and why. `sha256` is empty where there were no bytes to sum. */
const unread = (source: Source, issues: readonly Issue[]): Extraction => ({
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

const unreadPath = (path: string, issue: Issue): Extraction =>
  unread({ path, sha256: '', bytes: 0, format: 'unknown' }, [issue]);

/** Plain text often ends in .txt, but pages are saved under that name too; what it starts with decides. */
const isHtml = (path: string, text: string): boolean => {
  if (/^\s*</.test(text)) return true;
  if (/^\.(s?html?|xhtml)$/i.test(extname(path))) return true;
  if (/^\.(txt|md)$/i.test(extname(path))) return false;
  return /<(html|body|table|td)\b/i.test(text);
};

/** Reads one file's bytes: at least one extraction, also where nothing can be read. */
export const readBytes = async (path: string, bytes: Uint8Array): Promise<Extraction[]> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const source = { path, sha256, bytes: bytes.length };
  const { htmlParts } = await import('../parser/source/mhtml.ts');
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
  const { readTokens } = await import('../parser/source/tree.ts');
  return readTokens(html) ?? (await import('../parser/source/html.ts')).readTree(html);
};

const readPart = async (
  { bytes, charset }: HtmlPart,
  source: Omit<Source, 'format'> & { path: string },
): Promise<Extraction[]> => {
  const { decode } = await import('../parser/source/encoding.ts');
  const { text, issues } = decode(bytes, charset);
  if (text === '') return [unread({ ...source, format: 'unknown' }, issues)];
  const format = isHtml(source.path, text) ? 'html' : 'text';
  const document =
    format === 'html' ? await readPage(text) : (await import('../parser/source/text.ts')).readText(text);
  const { extract } = await import('../parser/extract.ts');
  const extractions = extract(document, { ...source, format }, issues);
  // That nothing was recognised in garbled text is no second finding.
  const garbled = issues.some(({ code }) => code === 'text_garbled');
  return garbled && extractions.every(({ form }) => form === null)
    ? [unread({ ...source, format }, issues)]
    : extractions;
};

/** A fault of ours on one page must not cost the thousand others of a folder: it is reported as that page's. */
const readSafely = async (path: string, bytes: Uint8Array): Promise<Extraction[]> => {
  try {
    return await readBytes(path, bytes);
  } catch (error) {
    return [unreadPath(path, { code: 'file_failed', path, detail: String(error) })];
  }
};

/** Everything that the paths hold, one source at a time, in the order given. */
export async function* extractionsOf(
  paths: readonly string[],
  passedOver: (path: string, endings: ReadonlyMap<string, number>) => void,
): AsyncGenerator<Extraction> {
  for await (const found of sourcesOf(paths, process.stdin)) {
    if (found.kind === 'passed_over') passedOver(found.path, found.endings);
    else if (found.kind === 'issue') yield unreadPath(found.path, found.issue);
    else yield* await readSafely(found.path, found.bytes);
  }
}
