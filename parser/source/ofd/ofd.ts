import type { Issue } from '../../issue.ts';
import type { SourceDocument } from '../blocks.ts';
import { blocksIn } from '../pdf/printed.ts';
import { doubtsOf } from '../pdf/seen.ts';
import { isHairApart, type Matrix, type PageContent, type Piece } from '../pdf/shapes.ts';
import { detailOf, refused } from '../refused.ts';
import { documentsIn, millimetre, type OfdDocument } from './package.ts';
import { Painter } from './painting.ts';

/** OFD (GB/T 33190-2016): characters and lines with their places, read as those of a PDF are. */

const mostPages = 500;
const mostWords = 400_000;
/** So much of a page is the picture of a scanned one; text that nobody sees beside it was recognised in it. */
const wholePage = 0.6;
/** Beside a picture, a page number or a mark of the scanner may be printed. */
const mark = 20;

/** What is printed twice in one place, to look bold, is taken once. */
const once = (pieces: readonly Piece[]): Piece[] => {
  const seen = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = seen.get(piece.text) ?? [];
    seen.set(piece.text, same);
    if (
      same.some((one) =>
        isHairApart(one.left - piece.left, one.top - piece.top, one.size, one.right - one.left),
      )
    )
      return false;
    if (same.length < 2000) same.push(piece);
    return true;
  });
};

const contentOf = ({ page, resources }: OfdDocument, at: number, number: number): PageContent => {
  const { area, layers, seals } = page(at);
  const view: Matrix = [millimetre, 0, 0, millimetre, -area.left * millimetre, -area.top * millimetre];
  const painter = new Painter(resources, view);
  for (const layer of layers) painter.layer(layer);
  for (const seal of seals) painter.picture(seal);
  const { glyphs, drawn, pieces, rules, images } = painter.painting;
  const width = (area.right - area.left) * millimetre;
  const height = (area.bottom - area.top) * millimetre;
  const content: PageContent = {
    page: number,
    width,
    height,
    pieces: once(pieces),
    rules,
    images,
    doubts: [],
  };
  const scan = drawn.some(
    (one) =>
      one.kind === 'picture' && (one.right - one.left) * (one.bottom - one.top) > width * height * wholePage,
  );
  const unseen = glyphs.filter((glyph) => glyph.unseen || glyph.why === 'covered').length;
  if (scan && unseen >= glyphs.length * 0.7) {
    const whole = { left: 0, top: 0, right: width, bottom: height };
    return { ...content, doubts: [{ ...whole, why: 'scanned' }], recognised: true };
  }
  return { ...content, doubts: doubtsOf({ glyphs, drawn }, rules) };
};

const isBare = ({ pieces }: PageContent): boolean =>
  pieces.reduce((sum, { text }) => sum + text.length, 0) <= mark;

/** Reads an OFD. Never rejects: what cannot be read is an issue (`pdf_scanned`, `file_damaged`, `file_excessive`). */
export const readOfd = async (bytes: Uint8Array): Promise<SourceDocument> => {
  try {
    return readPackage(bytes);
  } catch (error) {
    return refused({ code: 'file_damaged', looksLike: 'OFD', detail: detailOf(error) });
  }
};

const readPackage = (bytes: Uint8Array): SourceDocument => {
  const found = documentsIn(bytes);
  if ('issue' in found) return refused(found.issue);
  const contents: PageContent[] = [];
  let words = 0;
  for (const document of found.documents) {
    if (contents.length + document.pages > mostPages)
      return refused({ code: 'file_excessive', what: 'pages', limit: mostPages });
    for (let at = 0; at < document.pages; at++) {
      const content = contentOf(document, at, contents.length + 1);
      words += content.pieces.length;
      if (words > mostWords) return refused({ code: 'file_excessive', what: 'words', limit: mostWords });
      contents.push(content);
    }
  }
  if (contents.length === 0) return refused({ code: 'file_damaged', looksLike: 'OFD', detail: 'no pages' });
  const recognised = contents.filter((one) => one.recognised).length;
  if (recognised > 0 && contents.every(isBare))
    return refused({ code: 'pdf_scanned', pages: contents.length });
  const issues: Issue[] = recognised > 0 ? [{ code: 'pdf_recognised', pages: recognised }] : [];
  return { title: null, metas: [], blocks: blocksIn(contents), ...(issues.length > 0 && { issues }) };
};
