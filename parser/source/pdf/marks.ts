import type { Obscurity } from '../../issue.ts';
import { subpaths } from './rules.ts';
import { apply, around, type Box, type Matrix } from './shapes.ts';

/** What can be told of one sign or shape on a page by itself: its direction, its colour against its ground, its form. */

export type Glyph = Box & {
  text: string;
  /** Height of its letters on the page. */
  size: number;
  /** Where the line that it stands on lies, across the direction of reading. */
  line: number;
  color: string;
  turned: 'right' | 'down' | 'left' | 'up' | 'askew';
  /** Drawn without ink, as the text under the picture of a scanned page is. */
  unseen: boolean;
  why: Obscurity | null;
};

/** Something drawn that is no text and no line of a table. */
export type Drawn = Box & { kind: 'picture' | 'curve' | 'stroke' };

/** A line that lies neither level nor upright, from one corner of its box to the other. */
export type Slant = Box & {
  kind: 'slant';
  /** From the lower left to the upper right. */
  rises: boolean;
};

export type Ink = { glyphs: Glyph[]; drawn: (Drawn | Slant)[] };

/** Less than this of the ink is not seen. */
export const leastAlpha = 0.15;
/** Letters squeezed to less of their height are not seen. */
export const leastWidth = 0.1;
/** Letters of fewer points are not seen. */
export const tiny = 2.5;
/** Sum of the differences of red, green and blue below which a colour is hardly told from its ground. */
export const leastContrast = 130;
/** A page with more is a drawing. */
export const mostGlyphs = 200_000;
export const mostDrawn = 50_000;
/** Higher or wider shapes are no characters. */
export const largestSign = 40;

const partsOf = (color: string): readonly [number, number, number] | null => {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return null;
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
};

export const contrast = (one: string, other: string): number => {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (!a || !b) return 765;
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
};

/** Where nothing cuts what is drawn. */
export const wholePage: Box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

export const holds = (box: Box, { x, y }: { x: number; y: number }): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

export const directionOf = (matrix: Matrix): Glyph['turned'] => {
  const [a, b] = matrix;
  if (Math.abs(b) < 0.05 * Math.abs(a)) return a > 0 ? 'right' : 'left';
  if (Math.abs(a) < 0.05 * Math.abs(b)) return b > 0 ? 'down' : 'up';
  return 'askew';
};

export const within = (clip: Box | null, box: Box): Box =>
  clip
    ? {
        left: Math.max(clip.left, box.left),
        top: Math.max(clip.top, box.top),
        right: Math.min(clip.right, box.right),
        bottom: Math.min(clip.bottom, box.bottom),
      }
    : box;

/** The box of a path, and whether it has the shape of a sign: curves, or more corners than a box has. */
export const shapeOf = (data: unknown, matrix: Matrix): { box: Box; signs: boolean } | null => {
  const paths = subpaths(data, matrix);
  const points = paths.flat();
  if (points.length === 0 || !(data instanceof Float32Array)) return null;
  let curves = false;
  for (let at = 0; at < data.length; ) {
    const code = data[at++];
    const numbers = code === 4 ? 0 : code === 2 ? 6 : code === 3 ? 4 : 2;
    if (numbers > 2) curves = true;
    // A curve bends towards its other points.
    for (let more = 0; more < numbers; more += 2)
      points.push(apply(matrix, data[at + more] ?? 0, data[at + more + 1] ?? 0));
    at += numbers;
  }
  return { box: around(points), signs: curves || paths.some((path) => path.length > 6) };
};

/** Is a text seen as in a mirror? The page is turned over on its way from the paper, where y goes up. */
export const isMirrored = ([a, b, c, d]: Matrix): boolean => a * d - b * c > 0;

/** Of a line that is meant to be slanted, across and down. */
const leastSlant = 3;

/** The lines of a stroked path that lie neither level nor upright. */
export const slantsOf = (data: unknown, matrix: Matrix): Slant[] =>
  subpaths(data, matrix).flatMap((path) =>
    path.flatMap(([x, y], at): Slant[] => {
      const [fromX, fromY] = path[at - 1] ?? [x, y];
      if (Math.abs(x - fromX) < leastSlant || Math.abs(y - fromY) < leastSlant) return [];
      const box = around([
        [fromX, fromY],
        [x, y],
      ]);
      return [{ ...box, kind: 'slant', rises: (x - fromX) * (y - fromY) < 0 }];
    }),
  );

/** A box given by two corners, as it lies on the page. */
export const boxIn = (matrix: Matrix, corners: unknown): Box => {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(corners as ArrayLike<number>);
  return around([apply(matrix, x1, y1), apply(matrix, x2, y1), apply(matrix, x1, y2), apply(matrix, x2, y2)]);
};

const digitNames = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Is a letter another than its font says that it is, or several figures at once? */
export const isMisnamed = (text: string, name: unknown): boolean => {
  if (/\d/.test(text) && text.trim().length > 1) return true;
  if (typeof name !== 'string') return false;
  const digit = digitNames.indexOf(name);
  return digit >= 0 ? text !== String(digit) : /^\d$/.test(text) && /^[A-Za-z]$/.test(name);
};

/** What a font says of itself, as far as it is needed here. */
export type FontShape = {
  matrix: readonly number[] | null;
  vertical: boolean;
  /** Its letters are pictures, whatever characters it says that they are. */
  pictured: boolean;
  /** What its letters are called, by their codes, where that is known. */
  names: readonly unknown[] | null;
};
