import type { PDFPageProxy } from 'pdfjs-dist';
import type { Issue } from '../../issue.ts';
import type { SourceDocument } from '../blocks.ts';
import { pictureFont } from '../picture-fonts.ts';
import { detailOf, refused } from '../refused.ts';
import { bounded, moment, PdfExcess, type Within } from './bounds.ts';
import { laidOver } from './forms.ts';
import { inkOf } from './ink.ts';
import type { FontShape, Ink } from './marks.ts';
import { type PdfItem, piecesOf } from './pieces.ts';
import { CountingPort } from './port.ts';
import { blocksIn } from './printed.ts';
import { type Codes, drawingOf } from './rules.ts';
import { completeRuntime } from './runtime.ts';
import { doubtsOf } from './seen.ts';
import { concat, type Matrix, matrixOf, type PageContent } from './shapes.ts';
import { inflatesBeyond } from './size.ts';

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
/** On one page: a page of text has some thousands, and each takes some hundred bytes. */
const mostStrokesOfPage = 200_000;
const mostStrokes = 1_500_000;
/** Larger pictures are not decoded. In pixels. */
const largestImage = 4_000_000;

const folders: Readonly<Record<string, 'cmaps' | 'standard_fonts'>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
};

/** pdfjs with its worker in this thread: the caller decides in which thread to read. */
const load = async () => {
  completeRuntime();
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return { pdfjs, WorkerMessageHandler };
};

const issueOf = (error: unknown): Issue => {
  if (error instanceof PdfExcess) return error.issue;
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { code: 'file_encrypted', looksLike: 'PDF' };
  return {
    code: 'file_damaged',
    looksLike: 'PDF',
    detail: detailOf(error),
  };
};

/** The page turned so that its text runs to the right, where nearly all of it runs otherwise. */
const turnedView = (view: Matrix, { glyphs }: Ink, width: number, height: number): Turn | null => {
  const most = (turned: string): boolean =>
    glyphs.length > 40 && glyphs.filter((glyph) => glyph.turned === turned).length > glyphs.length * 0.7;
  const turn = (matrix: Matrix, upright: boolean): Turn => ({
    view: concat(matrix, view),
    width: upright ? width : height,
    height: upright ? height : width,
  });
  if (most('down')) return turn([0, -1, 1, 0, 0, width], false);
  if (most('up')) return turn([0, 1, -1, 0, height, 0], false);
  if (most('left')) return turn([-1, 0, 0, -1, width, height], true);
  return null;
};

type Turn = { view: Matrix; width: number; height: number };

/** So much of a page is the picture of a scanned one. */
const wholePage = 0.6;

/** Fonts that every viewer has, whose letters are called alike everywhere (9.6.2.2). */
const everywhere = /^(?:Helvetica|Times|Courier|Arial)/;

/** What the letters of a font are called (9.6.6), by their codes: where the font is one that every viewer has, or says so itself. */
const namesIn = (font: unknown): unknown[] | null => {
  if (typeof font !== 'object' || font === null || !('differences' in font)) return null;
  const { differences, defaultEncoding, composite, name } = font as Record<string, unknown>;
  if (composite || typeof differences !== 'object' || differences === null) return null;
  const own = new Map(differences instanceof Map ? differences : Object.entries(differences));
  const base: unknown[] =
    Array.isArray(defaultEncoding) && everywhere.test(String(name)) ? defaultEncoding : [];
  return Array.from({ length: 256 }, (_, code) => own.get(code) ?? own.get(`${code}`) ?? base[code]);
};

type Sources = { codes: Codes; pictured: boolean; within: Within; isShown: (group: unknown) => boolean };

const readPage = async (
  page: PDFPageProxy,
  { codes, pictured, within, isShown }: Sources,
): Promise<PageContent> => {
  const upright = page.getViewport({ scale: 1 });
  const { items, styles } = await within(page.getTextContent());
  const operators = await within(page.getOperatorList({ annotationMode: 0 }));
  const fontOf = (name: string): FontShape => {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    const matrix = typeof font === 'object' && font !== null && 'fontMatrix' in font ? font.fontMatrix : null;
    const vertical =
      typeof font === 'object' && font !== null && 'vertical' in font && font.vertical === true;
    const called =
      typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'
        ? font.name
        : '';
    return {
      matrix: Array.isArray(matrix) ? matrix.map(Number) : null,
      vertical,
      pictured: pictureFont.test(called),
      names: namesIn(font),
    };
  };
  let { width, height } = upright;
  let view = matrixOf(upright.transform);
  let ink = inkOf(operators, codes, view, fontOf, isShown);
  const turned = turnedView(view, ink, width, height);
  if (turned) {
    ({ view, width, height } = turned);
    ink = inkOf(operators, codes, view, fontOf, isShown);
  }
  const texts = items.flatMap((item): PdfItem[] => ('str' in item ? [item] : []));
  const pieces = piecesOf(texts, (font) => styles[font]?.vertical === true, view);
  const laid = laidOver(await within(page.getAnnotations()), view, ink.glyphs);
  const content: PageContent = {
    page: page.pageNumber,
    width,
    height,
    pieces: [...pieces, ...laid.pieces],
    rules: [],
    images: [],
    doubts: [],
  };
  if (isScanned(content, pictured)) {
    if (!pictured && ink.drawn.filter(({ kind }) => kind === 'curve').length > 20) content.outlined = true;
    content.images.push({ left: 0, top: 0, right: width, bottom: height });
    return content;
  }
  const { rules, images } = drawingOf(operators, codes, view);
  const scan = ink.drawn.some(
    (one) =>
      one.kind === 'picture' && (one.right - one.left) * (one.bottom - one.top) > width * height * wholePage,
  );
  const unseen = ink.glyphs.filter((glyph) => glyph.unseen || glyph.why === 'covered').length;
  if (scan && unseen > ink.glyphs.length * 0.7) {
    const doubts = [{ left: 0, top: 0, right: width, bottom: height, why: 'scanned' as const }];
    return { ...content, rules, images, doubts, recognised: true };
  }
  return { ...content, rules, images, doubts: [...laid.doubts, ...doubtsOf(ink, rules)] };
};

/** Beside a picture, a page number or a mark of the scanner may be printed; without one, nothing. */
const isScanned = ({ pieces }: PageContent, pictured: boolean): boolean =>
  pieces.reduce((sum, { text }) => sum + text.length, 0) <= (pictured ? 20 : 0);

/** What a file names outside its compressed parts: pictures are streams of their own, and most writers leave descriptions of fonts so, too. */
const namedIn = (bytes: Uint8Array): { picture: boolean; letters: boolean } => {
  const source = new TextDecoder('latin1').decode(bytes);
  return {
    picture: /\/Subtype\s*\/Image\b/.test(source),
    letters:
      [...source.matchAll(/\/(?:FontName|BaseFont)\s*\/([^\s/<>[\]()]+)/g)].some(
        ([, name = '']) => pictureFont.test(name) || everywhere.test(name),
      ) || /\/Differences\s*\[/.test(source),
  };
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
  const { pdfjs, WorkerMessageHandler } = await load();
  const named = namedIn(bytes);
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
  const { within, giveUp, end } = bounded(mostMilliseconds);
  const strokes = { all: 0, ofPage: 0 };
  const port = new CountingPort((weight) => {
    strokes.all += weight;
    strokes.ofPage += weight;
    if (strokes.ofPage <= mostStrokesOfPage && strokes.all <= mostStrokes) return true;
    giveUp(new PdfExcess('strokes', strokes.all > mostStrokes ? mostStrokes : mostStrokesOfPage));
    return weight === 0;
  });
  WorkerMessageHandler.initializeFromPort(port);
  const worker = new pdfjs.PDFWorker({
    port: port as never,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  const task = pdfjs.getDocument({
    worker,
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
    // Only so fonts tell their names and those of their letters, and it takes memory.
    fontExtraProperties: named.letters,
    // Else an outline is built of every glyph.
    disableFontFace: false,
  });
  const contents: PageContent[] = [];
  try {
    const document = await within(task.promise);
    if (document.numPages > mostPages)
      return refused({ code: 'file_excessive', what: 'pages', limit: mostPages });
    const config = await within(document.getOptionalContentConfig());
    const isShown = (group: unknown): boolean => {
      try {
        return config.isVisible(group as never) !== false;
      } catch {
        return true;
      }
    };
    let words = 0;
    for (let number = 1; number <= document.numPages; number++) {
      strokes.ofPage = 0;
      const page = await within(document.getPage(number));
      const content = await readPage(page, { codes: pdfjs.OPS, pictured: named.picture, within, isShown });
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
    await Promise.race([task.destroy().catch(() => undefined), moment()]);
    worker.destroy();
    port.terminate();
  }
  const lost = [...missing].map(
    (name): Issue => ({ code: 'file_damaged', looksLike: 'PDF', detail: `no character map ${name}` }),
  );
  if (contents.every((content) => isScanned(content, named.picture))) {
    if (contents.some(({ outlined }) => outlined))
      return refused({ code: 'pdf_outlined', pages: contents.length });
    return refused(
      named.picture
        ? { code: 'pdf_scanned', pages: contents.length }
        : (lost[0] ?? { code: 'file_damaged', looksLike: 'PDF', detail: 'neither text nor pictures' }),
    );
  }
  const recognised = contents.filter((content) => content.recognised).length;
  const issues: Issue[] = [
    ...lost,
    ...(recognised > 0 ? [{ code: 'pdf_recognised' as const, pages: recognised }] : []),
  ];
  return { title: null, metas: [], blocks: blocksIn(contents), ...(issues.length > 0 && { issues }) };
};
