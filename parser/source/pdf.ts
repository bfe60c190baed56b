import type { PDFPageProxy } from 'pdfjs-dist';
import type { Issue } from '../issue.ts';
import type { Block, SourceDocument } from './blocks.ts';
import { layoutText } from './pdf-layout.ts';
import { blocksOf, layOut } from './pdf-pages.ts';
import { type Item, piecesOf } from './pdf-pieces.ts';
import { type Codes, drawingOf } from './pdf-rules.ts';
import { completeRuntime } from './pdf-runtime.ts';
import { matrixOf, type PageContent } from './pdf-shapes.ts';
import { inflatesBeyond } from './pdf-size.ts';
import { detailOf, refused } from './refused.ts';
import { readText } from './text.ts';

/**
 * PDF, through pdfjs: runs of text with their places, and the ruled lines between them, into the same rows of cells as every
 * other source gives. A scanned page has no text and is said to be one.
 */

/** A file of the package `pdfjs-dist`: character maps (`cmaps`) and fonts (`standard_fonts`) that documents refer to and do not hold. */
export type PdfAsset = (folder: 'cmaps' | 'standard_fonts', name: string) => Promise<Uint8Array>;

/** Reports have some ten pages. */
const mostPages = 500;
const mostMilliseconds = 60_000;
const mostInflated = 256 * 2 ** 20;
const mostWords = 400_000;
/** Larger pictures are not decoded. In pixels. */
const largestImage = 4_000_000;

const folders: Readonly<Record<string, 'cmaps' | 'standard_fonts'>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
};

/** pdfjs with its worker in this thread: the caller decides in which thread to read. */
const load = async () => {
  completeRuntime();
  // It announces itself to pdfjs, which would look for it beside the page otherwise.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
};

class TooLong extends Error {}

/** Lets a promise be waited for as long as all of them together may take. */
type Within = <Value>(promise: Promise<Value>) => Promise<Value>;

const deadline = (milliseconds: number): { within: Within; end: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLong()), milliseconds);
  });
  late.catch(() => undefined);
  return { within: (promise) => Promise.race([promise, late]), end: () => clearTimeout(timer) };
};

const issueOf = (error: unknown): Issue => {
  if (error instanceof TooLong)
    return { code: 'file_excessive', what: 'seconds', limit: mostMilliseconds / 1000 };
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { code: 'file_encrypted', looksLike: 'PDF' };
  return {
    code: 'file_damaged',
    looksLike: 'PDF',
    detail: detailOf(error),
  };
};

const readPage = async (
  page: PDFPageProxy,
  codes: Codes,
  pictured: boolean,
  within: Within,
): Promise<PageContent> => {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = matrixOf(transform);
  const { items, styles } = await within(page.getTextContent());
  const texts = items.flatMap((item): Item[] => ('str' in item ? [item] : []));
  const pieces = piecesOf(texts, (font) => styles[font]?.vertical === true, view);
  const content: PageContent = { page: page.pageNumber, width, height, pieces, rules: [], images: [] };
  if (isScanned(content, pictured)) {
    content.images.push({ left: 0, top: 0, right: width, bottom: height });
    return content;
  }
  const operators = await within(page.getOperatorList({ annotationMode: 0 }));
  return { ...content, ...drawingOf(operators, codes, view) };
};

/** Beside a picture, a page number or a mark of the scanner may be printed; without one, nothing. */
const isScanned = ({ pieces }: PageContent, pictured: boolean): boolean =>
  pieces.reduce((sum, { text }) => sum + text.length, 0) <= (pictured ? 20 : 0);

/** Pictures are streams of their own, so their dictionaries stand uncompressed. */
const holdsPicture = (bytes: Uint8Array): boolean =>
  /\/Subtype\s*\/Image\b/.test(new TextDecoder('latin1').decode(bytes));

const holdsTable = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'table');

/** Tables without ruled lines are read from the places of their words, as in plain text. */
const blocksIn = (contents: readonly PageContent[]): Block[] => {
  const ruled = blocksOf(contents.map(layOut));
  if (holdsTable(ruled)) return ruled;
  const aligned = readText(layoutText(contents)).blocks;
  return holdsTable(aligned) ? aligned : ruled;
};

/**
 * Reads a PDF. Never rejects: what cannot be read is an issue (`pdf_scanned`, `file_encrypted`, `file_damaged`,
 * `file_excessive`).
 *
 * @param asset gives files of `pdfjs-dist`; without it, text whose character map the document does not hold is lost, and said to be.
 */
export const readPdf = async (bytes: Uint8Array, asset?: PdfAsset): Promise<SourceDocument> => {
  if (inflatesBeyond(bytes, mostInflated))
    return refused({ code: 'file_excessive', what: 'bytes', limit: mostInflated });
  const pdfjs = await load();
  const pictured = holdsPicture(bytes);
  const missing = new Set<string>();
  class Assets {
    readonly fetch = async ({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> => {
      const folder = folders[kind];
      try {
        if (!asset || !folder || !/^[\w.-]+$/.test(filename)) throw new Error(`${filename} is not at hand`);
        return await asset(folder, filename);
      } catch (error) {
        // A font only draws; without the map, text is lost.
        if (folder === 'cmaps') missing.add(filename.replace(/\.bcmap$/, ''));
        throw error;
      }
    };
  }
  const task = pdfjs.getDocument({
    // A copy, since pdfjs takes the buffer away with it; and no Buffer, which it refuses.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    maxImageSize: largestImage,
    BinaryDataFactory: Assets,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Else an outline is built of every glyph.
    disableFontFace: false,
  });
  const { within, end } = deadline(mostMilliseconds);
  const contents: PageContent[] = [];
  try {
    const document = await within(task.promise);
    if (document.numPages > mostPages)
      return refused({ code: 'file_excessive', what: 'pages', limit: mostPages });
    let words = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await within(document.getPage(number));
      const content = await readPage(page, pdfjs.OPS, pictured, within);
      words += content.pieces.length;
      if (words > mostWords) return refused({ code: 'file_excessive', what: 'words', limit: mostWords });
      contents.push(content);
      page.cleanup();
    }
  } catch (error) {
    return refused(issueOf(error));
  } finally {
    end();
    // A reading that was given up must not go on behind our back.
    await task.destroy().catch(() => undefined);
  }
  const lost = [...missing].map(
    (name): Issue => ({ code: 'file_damaged', looksLike: 'PDF', detail: `no character map ${name}` }),
  );
  if (contents.every((content) => isScanned(content, pictured))) {
    return refused(
      pictured
        ? { code: 'pdf_scanned', pages: contents.length }
        : (lost[0] ?? { code: 'file_damaged', looksLike: 'PDF', detail: 'neither text nor pictures' }),
    );
  }
  const blocks = blocksIn(contents);
  return { title: null, metas: [], blocks, ...(lost.length > 0 && { issues: lost }) };
};
