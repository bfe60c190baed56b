import type { Obscurity } from '../../issue.ts';
import type { Glyph, Ink, Slant } from './marks.ts';
import { type Box, type Doubt, isHairApart, middle, type PageContent, type RuledLine } from './shapes.ts';

/**
 * What a reader sees in a cell of a printed page: the rule of this room. A cell is a figure only where all that is seen in it is that
 * figure, printed once, on one line, in one size, with nothing through it or over it.
 */

/** Of the size of letters: what stands that much higher or lower on its line is raised or lowered. */
const leastShift = 0.12;
/** Letters that much smaller than their neighbours are those of a mark. */
const leastRatio = 0.85;

const isDigit = (glyph: Glyph): boolean => /^[\d.,①-⑳¹²³⁰-⁹]/u.test(glyph.text);

const overlap = (a: Box, b: Box): number => {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across <= 0 || down <= 0 ? 0 : across * down;
};

const areaOf = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);

/** Pairs that stand near one another; a page of ten thousand characters has no fifty million of them. */
function* neighbours(glyphs: readonly Glyph[]): Generator<[Glyph, Glyph]> {
  const buckets = new Map<string, Glyph[]>();
  const step = 24;
  for (const glyph of glyphs) {
    const { x, y } = middle(glyph);
    const [column, row] = [Math.floor(x / step), Math.floor(y / step)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of buckets.get(`${column + dx} ${row + dy}`) ?? []) yield [other, glyph];
    const key = `${column} ${row}`;
    const bucket = buckets.get(key) ?? [];
    buckets.set(key, bucket);
    // More in one place are a pattern.
    if (bucket.length < 60) bucket.push(glyph);
  }
}

const between = (one: Glyph, other: Glyph): Obscurity | null => {
  if (one.turned !== other.turned)
    return overlap(one, other) > 0.2 * Math.min(areaOf(one), areaOf(other)) ? 'covered' : null;
  const common = overlap(one, other);
  const least = Math.min(areaOf(one), areaOf(other));
  if (common > 0.35 * least) {
    return one.text === other.text ? 'twice' : 'covered';
  }
  const size = Math.max(one.size, other.size);
  const upright = one.turned === 'right' || one.turned === 'left';
  const gap = upright
    ? Math.max(one.left, other.left) - Math.min(one.right, other.right)
    : Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
  if (gap > 0.5 * size || gap < -0.6 * size) return null;
  const away = Math.abs(one.line - other.line);
  const smaller = Math.min(one.size, other.size) < size * leastRatio;
  if (away > size * 0.8) return null;
  if (away > size * leastShift || smaller) return 'raised';
  if (one.color !== other.color) return 'covered';
  return null;
};

/** Without what is printed a second time a hair apart, to look bold or to cast a shadow. */
const once = (glyphs: readonly Glyph[]): Glyph[] => {
  const again = new Set<Glyph>();
  for (const [one, other] of neighbours(glyphs))
    if (
      one.text === other.text &&
      one.turned === other.turned &&
      !again.has(one) &&
      isHairApart(one.left - other.left, one.top - other.top, one.size, one.right - one.left)
    )
      again.add(other);
  return glyphs.filter((glyph) => !again.has(glyph));
};

/** Does a slanted line run through the middle of a sign? */
const crosses = (line: Slant, sign: Box): boolean => {
  const { x, y } = middle(sign);
  const part = (x - line.left) / (line.right - line.left);
  if (part < 0 || part > 1) return false;
  const height = line.bottom - line.top;
  const at = line.rises ? line.bottom - part * height : line.top + part * height;
  return Math.abs(at - y) < (sign.bottom - sign.top) / 2;
};

/** Where figures of a page are not plainly printed. */
export const doubtsOf = ({ glyphs, drawn }: Ink, rules: readonly RuledLine[]): Doubt[] => {
  const doubts: Doubt[] = [];
  const doubt = ({ left, top, right, bottom }: Box, why: Obscurity): void => {
    doubts.push({ left, top, right, bottom, why });
  };
  // What is laid across the page in a colour that is hardly seen is told from what is printed there.
  const printed = glyphs.filter((glyph) => glyph.turned !== 'askew' || glyph.why === null);
  for (const glyph of printed)
    if (glyph.why) doubt(glyph, glyph.why);
    else if (glyph.turned === 'left' && isDigit(glyph)) doubt(glyph, 'reordered');
  const digits = once(printed.filter(isDigit));
  for (const [one, other] of neighbours(digits)) {
    const why = between(one, other);
    if (why) {
      doubt(one, why);
      doubt(other, why);
    }
  }
  const lines = rules.filter((rule) => rule.horizontal);
  const strokes = drawn.filter(({ kind }) => kind === 'stroke');
  for (const glyph of digits) {
    if (glyph.turned !== 'right') continue;
    const height = glyph.bottom - glyph.top;
    const [from, to] = [glyph.top + height * 0.3, glyph.bottom - height * 0.25];
    const through = (at: number, left: number, right: number) =>
      at > from && at < to && left <= glyph.left + 1 && right >= glyph.right - 1;
    if (lines.some(({ at, from: left, to: right }) => through(at, left, right))) doubt(glyph, 'struck');
    for (const stroke of strokes) {
      const at = (stroke.top + stroke.bottom) / 2;
      if (through(at, stroke.left, stroke.right)) doubt(glyph, 'struck');
      // A short line before a figure may be its sign.
      else if (
        at > from &&
        at < to &&
        stroke.right <= glyph.left + 1 &&
        glyph.left - stroke.right < glyph.size
      )
        doubt(glyph, 'drawn');
    }
  }
  const slants = drawn.filter((one) => one.kind === 'slant');
  for (const glyph of digits) if (slants.some((slant) => crosses(slant, glyph))) doubt(glyph, 'struck');
  for (const one of drawn) if (one.kind === 'picture' || one.kind === 'curve') doubt(one, 'drawn');
  return doubts;
};

/** Why it is not sure what is seen in a cell: the first doubt that lies in it, or over it. */
export const doubtIn = (doubts: readonly Doubt[], cell: Box): Obscurity | null => {
  for (const doubt of doubts) {
    const { x, y } = middle(doubt);
    const inside = x > cell.left && x < cell.right && y > cell.top && y < cell.bottom;
    if (inside || overlap(doubt, cell) > 0.5 * areaOf(cell)) return doubt.why;
  }
  return null;
};

export const touches = (one: Box, other: Box): boolean => overlap(one, other) > 0;

const han = /\p{Script=Han}/u;

/** Could a cell with this text hold a figure? One in which nothing is written could. */
export const mayBeFigure = (text: string): boolean =>
  text.length <= 60 && (!han.test(text) || /\d/.test(text));

/** Where no lines make cells, a run of text stands for one: a figure in doubt is marked with a sign that no figure has. */
export const withDoubts = (content: PageContent): PageContent =>
  content.doubts.length === 0
    ? content
    : {
        ...content,
        pieces: content.pieces.map((piece) =>
          /^[\d.,]+$/.test(piece.text) && doubtIn(content.doubts, piece)
            ? { ...piece, text: `${piece.text}\uFFFD` }
            : piece,
        ),
      };
