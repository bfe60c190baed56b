import { around, type Box, type Piece } from './shapes.ts';

/** Runs of characters into lines, and lines into the text of a cell. */

export type TextLine = Box & { text: string; size: number };

/** Most that a word processor leaves between a border and the text, on each side. */
const padding = 6;

const boxOf = (pieces: readonly Piece[]): Box =>
  around(pieces.flatMap(({ left, top, right, bottom }) => [[left, top] as const, [right, bottom] as const]));

const digitAtEnd = /[\d.,]$/;
const digitAtStart = /^[\d.,]/;

/** Pieces side by side into one text: a gap is a space where it is wider than the letters are spaced; the spaces of digits are narrow. */
const lineOf = (pieces: readonly Piece[]): TextLine => {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const least = digitAtEnd.test(text) && digitAtStart.test(piece.text) ? 0.2 : 0.3;
    if (text !== '' && piece.left - right > piece.size * least) text += ' ';
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  return { ...boxOf(pieces), text, size: Math.max(...pieces.map((piece) => piece.size)) };
};

/** Runs that go down stand in columns, read from right to left; those that go up, from left to right. */
const turnedLines = (pieces: readonly Piece[]): TextLine[] => {
  const columns: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.left + b.right - a.left - a.right)) {
    const column = columns.at(-1);
    const [first] = column ?? [];
    if (column && first && piece.right > (first.left + first.right) / 2) column.push(piece);
    else columns.push([piece]);
  }
  const up = pieces[0]?.runs === 'up';
  if (up) columns.reverse();
  return columns.map((column) => {
    const sorted = [...column].sort((a, b) => (up ? b.bottom - a.bottom : a.top - b.top));
    return {
      ...boxOf(column),
      text: sorted.map((piece) => piece.text).join(''),
      size: Math.max(...column.map((piece) => piece.size)),
    };
  });
};

/** Upright pieces that stand on one line, line by line from above downwards, each from left to right. */
export const sideBySide = (pieces: readonly Piece[]): Piece[][] => {
  const lines: Piece[][] = [];
  let open: Piece[] = [];
  let box: Box | null = null;
  for (const piece of [...pieces].sort((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    if (piece.runs !== 'right') continue;
    const shared: number = box ? Math.min(piece.bottom, box.bottom) - Math.max(piece.top, box.top) : -1;
    const height: number = box ? Math.min(piece.bottom - piece.top, box.bottom - box.top) : 0;
    // The first piece says where the line stands: taller ones must not draw the next line in.
    if (box === null || shared < height * 0.5) {
      open = [];
      lines.push(open);
      box = piece;
    }
    open.push(piece);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
};

/** The lines of printed text, from above downwards. */
export const linesOfPieces = (pieces: readonly Piece[]): TextLine[] => {
  const lines = sideBySide(pieces).map(lineOf);
  const turned = turnedLines(pieces.filter((piece) => piece.runs !== 'right'));
  if (turned.length === 0) return lines;
  if (lines.length === 0) return turned;
  return [...lines, ...turned].sort((a, b) => a.top - b.top);
};

const letter = /[A-Za-z]/;

/**
 * The text of a cell. A line that ended because the cell was full goes on in the next, so that a long figure stays one; other
 * lines are kept apart, as paragraphs are.
 */
export const cellText = (pieces: readonly Piece[], cell: Box): string => {
  if (pieces.some((piece) => piece.runs !== 'right') && !pieces.some((piece) => piece.runs === 'right'))
    return turnedLines(pieces)
      .map((line) => line.text)
      .join('');
  const lines = linesOfPieces(pieces);
  let text = '';
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before) {
      const room = cell.right - cell.left - (before.right - before.left) - 2 * padding;
      const next = line.size * (/^[\u2E80-\u{3FFFF}]/u.test(line.text) ? 1 : 0.5);
      const wrapped = room < next;
      if (!wrapped) text += '\n';
      else if (letter.test(text.at(-1) ?? '') && letter.test(line.text[0] ?? '')) text += ' ';
    }
    text += line.text;
  });
  return text;
};
