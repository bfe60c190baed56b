import type { Source } from './extraction.ts';
import type { Issue } from './issue.ts';
import type { AttachmentReaders } from './source/attachments.ts';
import { attachmentKind } from './source/binary.ts';
import type { SourceDocument } from './source/blocks.ts';
import { decodeInPieces } from './source/encoding.ts';
import { linksWithin, type SheetOf, withLinkedSheets } from './source/html/linked-sheets.ts';
import { type HtmlPart, htmlParts } from './source/html/mhtml.ts';
import { lengthOf, type PageText, startOf, wholeOf } from './source/page-text.ts';

/** The bytes of a file into documents. What most files need is here; other readers are loaded with the first file that needs them, since starting takes longer than reading. */

/** Where bytes came from: a file, or an address with the charset that its server named, if it did. */
export type Origin =
  | {
      path: string;
      charset?: string;
      /** Gives the style sheets that a page links to, where they lie beside it. */
      sheetOf?: SheetOf;
    }
  | { url: string; charset: string | null };

/** A document; null where the bytes gave none, and `issues` say why. */
export type DocumentPart = {
  document: SourceDocument | null;
  format: Source['format'];
  /** What arose before the document was read. */
  issues: readonly Issue[];
};

/** A saved page has a few frames at most. */
const mostFrames = 100;

/** Plain text often ends in .txt, but pages are saved under that name too; what it starts with decides. */
const isHtml = (path: string, text: PageText): boolean => {
  if (
    text
      .find((piece) => /\S/.test(piece))
      ?.trimStart()
      .startsWith('<')
  )
    return true;
  if (/\.(s?html?|xhtml)$/i.test(path)) return true;
  if (/\.(txt|md)$/i.test(path)) return false;
  return text.some((piece) => /<(html|body|table|td)\b/i.test(piece));
};

const xhtmlPrefix =
  /^\s*(?:<[?!][^>]*>\s*)*<([a-z]+):html\b[^>]*xmlns:\1\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i;

/** A workbook in XML (XML Spreadsheet of Excel 2003): how any XML starts, and how its first element does. */
const xmlStart = /^\s*<(?:\?xml|(?:\w+:)?Workbook)\b/;
const workbookStart = /<(?:\w+:)?Workbook\s[^<>]*urn:schemas-microsoft-com:office:spreadsheet/;

const isWorkbook = (text: PageText): boolean =>
  xmlStart.test(text[0] ?? '') && workbookStart.test(startOf(text, 4000));

const xhtmlNamespace = /<html [^<>]*\/1999\/xhtml/i;
/** Elements that close themselves: read as HTML, all that follows would be their text. */
const closedRawText = /<(?:title|script|style|textarea|iframe)(?: [^<>]*)?\/>/i;

/** Is a page XML? Its ending says so, or what no HTML has: a prefix of its elements, raw text that closes itself. Most that call themselves XHTML are served as HTML. */
const isXhtml = (path: string, text: PageText): boolean => {
  if (/\.(?:xhtml|xht|xml)$/i.test(path)) return true;
  const start = startOf(text, 2000).slice(0, 2000);
  return xhtmlPrefix.test(start) || (xhtmlNamespace.test(start) && closedRawText.test(start));
};

/** Frames and the like. Of a long page only those that are written into it are of interest: one that has its content elsewhere is short. */
const mayHoldFrames = (html: PageText): boolean =>
  html.some((piece) => /srcdoc|src=["']?data:text\/html/i.test(piece)) ||
  (lengthOf(html) < 20_000 &&
    /<(?:i?frame|frameset|noscript|object|embed|script)\b|http-equiv=["']?refresh|\bid=["']?(?:app|root|__next|__nuxt)\b/i.test(
      wholeOf(html),
    ));

const delimitedFormat = (path: string): 'csv' | 'tsv' | null =>
  /\.csv$/i.test(path) ? 'csv' : /\.(?:tsv|tab)$/i.test(path) ? 'tsv' : null;

const none = (issues: readonly Issue[]): DocumentPart => ({ document: null, format: 'unknown', issues });

/**
 * @param origin the ending of the name counts where the bytes do not tell.
 * @param readers for files that are no text. A kind without its reader is named as what it is, and not read.
 * @param readPage how pages are read: whole, or only glanced at.
 * @returns at least one; the frames of a saved page one by one.
 */
export const documentsOf = async (
  origin: Origin,
  bytes: Uint8Array,
  readers: AttachmentReaders,
  readPage: (html: PageText) => Promise<SourceDocument>,
): Promise<DocumentPart[]> => {
  const kind = attachmentKind(bytes);
  if (kind === 'encrypted') return [none([{ code: 'file_encrypted', looksLike: 'Office' }])];
  const reader = kind === null ? undefined : readers[kind];
  if (kind !== null && reader) {
    const document = await reader(bytes);
    const { blocks, issues = [] } = document;
    if (blocks.length > 0) return [{ document, format: kind, issues: [] }];
    return [
      { document: null, format: kind, issues: issues.length > 0 ? issues : [{ code: 'source_empty' }] },
    ];
  }
  const name = 'path' in origin ? origin.path : origin.url;
  const parts = htmlParts(bytes);
  if (parts === null || parts.length === 0) {
    const charset = origin.charset ?? null;
    const sheetOf = 'path' in origin ? origin.sheetOf : undefined;
    return documentsIn({ bytes, charset }, name, readPage, sheetOf);
  }
  if (parts.length > mostFrames)
    return [none([{ code: 'file_excessive', what: 'pages', limit: mostFrames }])];
  const read: DocumentPart[] = [];
  for (const part of parts) read.push(...(await documentsIn(part, name, readPage, part.sheetOf)));
  return read;
};

const documentsIn = async (
  { bytes, charset }: HtmlPart,
  name: string,
  readPage: (html: PageText) => Promise<SourceDocument>,
  sheetOf?: SheetOf,
): Promise<DocumentPart[]> => {
  const { text: decoded, issues } = await decodeInPieces(bytes, charset);
  if (decoded.length === 0) return [none(issues)];
  // Systems of the web write such files under the endings .xls and .xml.
  if (isWorkbook(decoded)) {
    const { readWorkbookXml } = await import('./source/office/workbook-xml.ts');
    return [{ document: readWorkbookXml(wholeOf(decoded)), format: 'xls', issues }];
  }
  const format = isHtml(name, decoded) ? 'html' : (delimitedFormat(name) ?? 'text');
  const text =
    format === 'html' && (sheetOf || decoded.some(linksWithin))
      ? decoded.map((piece) => withLinkedSheets(piece, sheetOf))
      : decoded;
  switch (format) {
    case 'html': {
      if (isXhtml(name, text)) {
        const { readXhtml } = await import('./source/html/html.ts');
        return [{ document: readXhtml(wholeOf(text)), format, issues }];
      }
      return mayHoldFrames(text)
        ? framesOf(wholeOf(text), issues, readPage)
        : [{ document: await readPage(text), format, issues }];
    }
    case 'text':
      return [
        { document: (await import('./source/plain-text/text.ts')).readText(wholeOf(text)), format, issues },
      ];
    case 'csv':
    case 'tsv': {
      const { readDelimited } = await import('./source/plain-text/delimited.ts');
      return [{ document: readDelimited(wholeOf(text), format === 'tsv' ? '\t' : null), format, issues }];
    }
  }
};

/** A page and those that are written into frames of it. Of one that only says where its content is nothing else is said. */
const framesOf = async (
  html: string,
  issues: readonly Issue[],
  readPage: (html: PageText) => Promise<SourceDocument>,
): Promise<DocumentPart[]> => {
  const format = 'html';
  const { inner, issue } = (await import('./source/html/elsewhere.ts')).elsewhereOf(html);
  const read: DocumentPart[] = [
    issue
      ? { document: null, format, issues: [...issues, issue] }
      : { document: await readPage([html]), format, issues },
  ];
  for (const page of inner) read.push({ document: await readPage([page]), format, issues });
  return read;
};
