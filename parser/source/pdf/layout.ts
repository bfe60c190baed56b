import { sideBySide } from './lines.ts';
import type { PageContent, Piece } from './shapes.ts';

/** Pages without ruled lines as plain text in columns, as `pdftotext -layout` prints them: what stands below one another there stands so here. */

/** How many columns a text takes: Chinese characters take two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2E80-\u{3FFFF}]/u.test(character) ? 2 : 1), 0);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const layoutText = (pages: readonly PageContent[]): string => {
  const pieces = pages.flatMap((page) => page.pieces);
  // Half of the usual size is one column.
  const unit = Math.max(median(pieces.map((piece) => piece.size)) / 2, 1);
  const margin = Math.min(...pieces.map((piece) => piece.left));
  return pages
    .map((page) =>
      sideBySide(page.pieces)
        .map((line) => printed(line, margin, unit))
        .join('\n'),
    )
    .join('\n\f');
};

const printed = (line: readonly Piece[], margin: number, unit: number): string => {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of line) {
    const column = Math.round((piece.left - margin) / unit);
    const gap = piece.left - right;
    const apart = gap > unit * 0.6 || (gap > unit * 0.2 && /\d$/.test(text) && /^\d/.test(piece.text));
    // What goes on without a gap is one word, also where letters are larger than usual and so take more columns. Figures of two
    // columns can stand nearer to one another than words do.
    if (apart) text += ' '.repeat(Math.max(column - widthOf(text), text === '' ? 0 : 2));
    text += piece.text;
    right = piece.right;
  }
  return text;
};
