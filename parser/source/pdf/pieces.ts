import { withoutRadicals } from '../characters.ts';
import {
  apply,
  around,
  concat,
  isHairApart,
  type Matrix,
  matrixOf,
  middle,
  type Piece,
  type RuledLine,
} from './shapes.ts';

/** A text item of pdfjs. */
export type PdfItem = { str: string; width: number; height: number; transform: unknown; fontName: string };

/** Of the font's size, above and below the line that characters stand on: Chinese fonts differ little. */
const above = 0.86;
const below = 0.14;

/** The runs of characters of a page. What is printed twice in one place (a make-do bold) is taken once. */
export const piecesOf = (
  items: readonly PdfItem[],
  isVertical: (fontName: string) => boolean,
  view: Matrix,
): Piece[] => {
  const pieces: Piece[] = [];
  const seen = new Map<string, Piece[]>();
  for (const item of items) {
    if (item.str.trim() === '' || isAskew(concat(view, matrixOf(item.transform)))) continue;
    const piece = pieceOf(item, isVertical(item.fontName), view);
    const same = seen.get(piece.text) ?? [];
    if (same.some((one) => isRepeated(one, piece))) continue;
    seen.set(piece.text, same);
    // Text that comes as often as that is a pattern.
    if (same.length < 2000) same.push(piece);
    pieces.push(piece);
  }
  return pieces;
};

/** Text that runs across the page at an angle is a mark laid over it, and no part of what stands there. */
const isAskew = ([a, b]: Matrix): boolean =>
  Math.min(Math.abs(a), Math.abs(b)) > 0.05 * Math.max(Math.abs(a), Math.abs(b));

/** Is a run printed a second time a hair apart, to look bold or to cast a shadow? */
const isRepeated = (one: Piece, other: Piece): boolean => {
  return isHairApart(one.left - other.left, one.top - other.top, one.size, one.right - one.left);
};

const pieceOf = (item: PdfItem, vertical: boolean, view: Matrix): Piece => {
  const matrix = concat(view, matrixOf(item.transform));
  const scale = Math.hypot(matrix[2], matrix[3]) || 1;
  // `width` and `height` are lengths on the page already; the matrix scales by the font's size.
  const long = (vertical ? item.height : item.width) / (Math.hypot(matrix[0], matrix[1]) || 1);
  const corners = vertical
    ? [
        [-0.5, 0],
        [0.5, 0],
        [-0.5, -item.height / scale],
        [0.5, -item.height / scale],
      ]
    : [
        [0, -below],
        [0, above],
        [long, -below],
        [long, above],
      ];
  const box = around(corners.map(([x = 0, y = 0]) => apply(matrix, x, y)));
  const turned = Math.abs(matrix[1]) > Math.abs(matrix[0]);
  const runs = vertical || (turned && matrix[1] > 0) ? 'down' : turned ? 'up' : 'right';
  return { ...box, text: withoutRadicals(item.str.trim()), size: scale, runs };
};

/** Chinese characters are as wide as they are high, Latin letters and digits about half of that. */
const weightOf = (character: string): number => (/[\u2E80-\u{3FFFF}]/u.test(character) ? 2 : 1);

/**
 * Cuts a run where a vertical rule passes through a space in it: pdfjs takes words of neighbouring cells for one run where the
 * gap between them is narrow.
 */
export const cutAtRules = (piece: Piece, rules: readonly RuledLine[]): Piece[] => {
  if (piece.runs !== 'right' || !piece.text.includes(' ')) return [piece];
  const { y } = middle(piece);
  const crossing = rules
    .filter(
      (rule) =>
        !rule.horizontal &&
        rule.from <= y &&
        rule.to >= y &&
        rule.at > piece.left + 1 &&
        rule.at < piece.right - 1,
    )
    .map((rule) => rule.at)
    .sort((a, b) => a - b);
  let rest = piece;
  const cut: Piece[] = [];
  for (const x of crossing) {
    const at = spaceNear(rest, x);
    if (at === null) continue;
    cut.push({ ...rest, text: rest.text.slice(0, at).trim(), right: x - 1 });
    rest = { ...rest, text: rest.text.slice(at).trim(), left: x + 1 };
  }
  return [...cut, rest];
};

/** Place of the space nearest to x, if one is near. */
const spaceNear = (piece: Piece, x: number): number | null => {
  const characters = [...piece.text];
  const total = characters.reduce((sum, character) => sum + weightOf(character), 0);
  const unit = (piece.right - piece.left) / total;
  let left = piece.left;
  let offset = 0;
  let best: { at: number; away: number } | null = null;
  for (const character of characters) {
    const width = weightOf(character) * unit;
    const away = Math.abs(left + width / 2 - x);
    if (character === ' ' && away < piece.size * 2 && (best === null || away < best.away))
      best = { at: offset, away };
    left += width;
    offset += character.length;
  }
  return best?.at ?? null;
};
