import { withoutRadicals } from '../characters.ts';
import { type Element, elementsIn, textIn } from '../office/xml.ts';
import { apply, around, type Box, type Matrix, type Piece } from '../pdf/shapes.ts';

/** The characters of a text object (11): where each stands, and which of them make a run. */

type Character = { text: string; box: Box; base: [number, number]; size: number };
type Run = { piece: Piece; characters: Character[] };

/** `1 2 g 3 4`: one and two, and three times four (11.3). A text has no more of them than characters. */
const deltasIn = (text: string | undefined, most: number): number[] => {
  const deltas: number[] = [];
  const signs = (text ?? '').trim().split(/\s+/).filter(Boolean);
  for (let at = 0; at < signs.length && deltas.length < most; at++) {
    if (signs[at] === 'g') {
      const [count, value] = [Number(signs[at + 1]), Number(signs[at + 2])];
      for (let nth = 0; nth < count && deltas.length < most; nth++) deltas.push(value);
      at += 2;
    } else deltas.push(Number(signs[at]));
  }
  return deltas.map((delta) => (Number.isFinite(delta) ? delta : 0));
};

/** Chinese characters are as wide as they are high, letters and digits half of that, where the distance to the next one does not say so. */
const widthOf = (character: string): number => (/[\u2E80-\u{3FFFF}]/u.test(character) ? 1 : 0.5);

/** Of the size, above and below the line that characters stand on. */
const above = 0.86;
const below = 0.14;
/** A wider gap parts words, as does a step to another line. */
const gap = 0.5;

type Placed = { text: string; x: number; y: number; width: number };

const placedIn = (code: Element, start: { x: number; y: number }, size: number, scale: number): Placed[] => {
  const characters = [...textIn(code).replace(/[\r\n]/g, '')];
  const across = deltasIn(code.attributes.DeltaX, characters.length);
  const down = deltasIn(code.attributes.DeltaY, characters.length);
  let { x, y } = start;
  return characters.map((text, at) => {
    const natural = size * scale * widthOf(text);
    const step = across[at] ?? (down[at] === undefined ? natural : 0);
    const placed = { text, x, y, width: step > 0 ? Math.min(step, natural) : natural };
    x += step;
    y += down[at] ?? 0;
    return placed;
  });
};

/** Do two characters follow one another in one word? */
const goesOn = (one: Placed, other: Placed, size: number): boolean => {
  const across = other.x - (one.x + one.width);
  const down = Math.abs(other.y - one.y);
  if (down > size * 0.05) return Math.abs(other.x - one.x) < size * gap && down < size * (1 + gap);
  return Math.abs(across) < size * gap;
};

/** @param matrix of the object, into points. */
export const runsOf = (object: Element, matrix: Matrix): Run[] => {
  const size = Number(object.attributes.Size ?? 0);
  const scale = Number(object.attributes.HScale ?? 1);
  if (!(size > 0)) return [];
  const start = { x: 0, y: 0 };
  const runs: Run[] = [];
  for (const code of elementsIn(object)) {
    if (code.name !== 'TextCode') continue;
    start.x = Number(code.attributes.X ?? start.x);
    start.y = Number(code.attributes.Y ?? start.y);
    let word: Placed[] = [];
    for (const placed of placedIn(code, start, size, scale)) {
      const last = word.at(-1);
      if (placed.text.trim() === '' || (last && !goesOn(last, placed, size))) {
        if (word.length > 0) runs.push(runOf(word, size, matrix));
        word = [];
      }
      if (placed.text.trim() !== '') word.push(placed);
    }
    if (word.length > 0) runs.push(runOf(word, size, matrix));
  }
  return runs;
};

const runOf = (word: readonly Placed[], size: number, matrix: Matrix): Run => {
  const height = size * Math.hypot(matrix[2], matrix[3]);
  const characters = word.map(({ text, x, y, width }): Character => {
    const corners = [
      [x, y - size * above],
      [x + width, y - size * above],
      [x, y + size * below],
      [x + width, y + size * below],
    ] as const;
    return {
      text,
      box: around(corners.map(([px, py]) => apply(matrix, px, py))),
      base: apply(matrix, x, y),
      size: height,
    };
  });
  const boxes = characters.map(({ box }) => box);
  const [first, last] = [word[0], word.at(-1)];
  const stacked = first && last && Math.abs(last.y - first.y) > Math.abs(last.x - first.x);
  const turned = Math.abs(matrix[1]) > Math.abs(matrix[0]);
  return {
    characters,
    piece: {
      left: Math.min(...boxes.map((box) => box.left)),
      top: Math.min(...boxes.map((box) => box.top)),
      right: Math.max(...boxes.map((box) => box.right)),
      bottom: Math.max(...boxes.map((box) => box.bottom)),
      text: withoutRadicals(word.map(({ text }) => text).join('')),
      size: height,
      runs: stacked || (turned && matrix[1] > 0) ? 'down' : turned ? 'up' : 'right',
    },
  };
};
