import type { Obscurity } from '../../issue.ts';

/** What a printed page is made of, in points, from its upper left corner: x to the right, y downwards. */

export type Box = { left: number; top: number; right: number; bottom: number };

/** A run of characters printed with one font on one line. */
export type Piece = Box & {
  text: string;
  /** Size of the font. */
  size: number;
  /** Which way the characters follow one another. */
  runs: 'right' | 'down' | 'up';
};

/** A ruled line: a horizontal one stands at y = `at`, a vertical one at x = `at`. */
export type RuledLine = { horizontal: boolean; at: number; from: number; to: number };

/** A place on a page where more or less is seen than the text there says. */
export type Doubt = Box & { why: Obscurity };

export type PageContent = {
  /** From 1. */
  page: number;
  width: number;
  height: number;
  pieces: Piece[];
  rules: RuledLine[];
  images: Box[];
  doubts: Doubt[];
  /** Its text was recognised in a picture of the page. */
  recognised?: true;
  /** Its text is drawn in curves. */
  outlined?: true;
};

/** `[a, b, c, d, e, f]` as in PDF: x′ = ax + cy + e, y′ = bx + dy + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export const concat = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const apply = (matrix: Matrix, x: number, y: number): [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** The matrix in six numbers that a library gives as some list; the identity for anything else. */
export const matrixOf = (value: unknown): Matrix => {
  const list = Array.isArray(value) || value instanceof Float32Array ? [...value].map(Number) : [];
  const [a, b, c, d, e, f] = list;
  if (a === undefined || b === undefined || c === undefined) return identity;
  if (d === undefined || e === undefined || f === undefined) return identity;
  return [a, b, c, d, e, f];
};

/**
 * Do two prints of one text, so far from one another, make one to the eye? A shadow lies beside and below, nearer than any next line;
 * on the same line another text of the same letters may follow.
 */
export const isHairApart = (across: number, down: number, size: number, width: number): boolean => {
  const [x, y] = [Math.abs(across), Math.abs(down)];
  if (y > size * 0.05) return x < size * 0.45 && y < size * 0.45;
  return x < Math.max(Math.min(size * 0.3, width * 0.45), 1);
};

/** The smallest box around points. */
export const around = (points: readonly (readonly [number, number])[]): Box => {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
};

export const middle = (box: Box): { x: number; y: number } => ({
  x: (box.left + box.right) / 2,
  y: (box.top + box.bottom) / 2,
});
