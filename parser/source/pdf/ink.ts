import type { Obscurity } from '../../issue.ts';
import { initialState, numberIn, type State, setIn } from './graphics-state.ts';
import {
  boxIn,
  contrast,
  directionOf,
  type FontShape,
  type Glyph,
  holds,
  type Ink,
  isMirrored,
  isMisnamed,
  largestSign,
  leastAlpha,
  leastContrast,
  leastWidth,
  mostDrawn,
  mostGlyphs,
  shapeOf,
  slantsOf,
  tiny,
  wholePage,
  within,
} from './marks.ts';
import { type Codes, filling, type Operators, picturing, stroking } from './rules.ts';
import { apply, around, type Box, concat, identity, type Matrix, matrixOf, middle } from './shapes.ts';

/** Every character of a page as it is printed: where, in which colour and way, and what is printed over it. */

class InkedPage {
  readonly glyphs: Glyph[] = [];
  readonly drawn: Ink['drawn'] = [];
  readonly #grounds: { box: Box; color: string }[] = [];
  readonly #shadings: Box[] = [];
  readonly #codes: Codes;
  readonly #fontOf: (name: string) => FontShape;
  readonly #isShown: (group: unknown) => boolean;
  readonly #fills: ReadonlySet<unknown>;
  readonly #strokes: ReadonlySet<unknown>;
  readonly #pictures: ReadonlySet<unknown>;
  readonly #stack: State[] = [];
  readonly #marked: boolean[] = [];
  #state: State;
  #text: Matrix = identity;
  #at = { x: 0, y: 0, lineX: 0, lineY: 0 };
  #clips = false;

  constructor(
    codes: Codes,
    view: Matrix,
    fontOf: (name: string) => FontShape,
    isShown: (group: unknown) => boolean,
  ) {
    const coded = (names: readonly string[]) => new Set<unknown>(names.map((name) => codes[name]));
    this.#codes = codes;
    this.#fontOf = fontOf;
    this.#isShown = isShown;
    this.#fills = coded(filling);
    this.#strokes = coded(stroking);
    this.#pictures = coded(picturing);
    this.#state = initialState(view);
  }

  operator(code: number, args: unknown): void {
    const { save, restore, transform, constructPath, showText } = this.#codes;
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    if (code === showText) this.#show(list[0]);
    else if (code === constructPath) this.#path(list);
    else if (code === save) this.#stack.push({ ...this.#state });
    else if (code === restore) this.#state = this.#stack.pop() ?? this.#state;
    else if (code === transform) this.#state.matrix = concat(this.#state.matrix, matrixOf(args));
    else if (this.#pictures.has(code)) this.#picture();
    else this.#setting(code, list);
  }

  #setting(code: number, list: readonly unknown[]): void {
    const codes = this.#codes;
    const state = this.#state;
    const [first, second] = list;
    switch (code) {
      case codes.paintFormXObjectBegin:
        this.#stack.push({ ...state });
        state.matrix = concat(state.matrix, first ? matrixOf(first) : identity);
        // Nothing of it is drawn outside its box (8.10.1).
        if (second) state.clip = within(state.clip, boxIn(state.matrix, second));
        return;
      case codes.paintFormXObjectEnd:
        this.#state = this.#stack.pop() ?? state;
        return;
      case codes.beginGroup:
        // Within a group ink is counted anew; what comes of it is then laid on the page as a whole (11.4.7).
        this.#stack.push({ ...state });
        state.group = state.masked ? 0 : state.group * state.alpha;
        state.alpha = 1;
        state.masked = false;
        return;
      case codes.endGroup:
        this.#state = this.#stack.pop() ?? state;
        return;
      case codes.clip:
      case codes.eoClip:
        this.#clips = true;
        return;
      case codes.shadingFill: {
        const box = state.clip ?? wholePage;
        this.#cover(box, 'pattern');
        if (box.right - box.left <= largestSign) this.#shadings.push(box);
        return;
      }
      case codes.beginText:
        this.#text = identity;
        this.#at = { x: 0, y: 0, lineX: 0, lineY: 0 };
        return;
      case codes.setTextMatrix:
        this.#text = matrixOf(first);
        this.#at = { x: 0, y: 0, lineX: 0, lineY: 0 };
        return;
      case codes.moveText:
        this.#move(numberIn(first), numberIn(second));
        return;
      case codes.setLeadingMoveText:
        state.leading = numberIn(second);
        this.#move(numberIn(first), numberIn(second));
        return;
      case codes.nextLine:
        this.#move(0, state.leading);
        return;
      case codes.beginMarkedContent:
        this.#marked.push(true);
        return;
      case codes.beginMarkedContentProps:
        this.#marked.push(first !== 'OC' || this.#isShown(second));
        return;
      case codes.endMarkedContent:
        this.#marked.pop();
        return;
      default:
        setIn(state, codes, code, list);
    }
  }

  #move(x: number, y: number): void {
    const at = this.#at;
    at.lineX += x;
    at.lineY += y;
    at.x = at.lineX;
    at.y = at.lineY;
  }

  #show(shown: unknown): void {
    if (!Array.isArray(shown) || this.glyphs.length > mostGlyphs) return;
    const state = this.#state;
    const { matrix: fontMatrix, vertical, pictured, names } = this.#fontOf(state.font);
    const unit = fontMatrix?.[0] ?? 0.001;
    const size = Math.abs(state.size);
    const direction = state.size < 0 ? -1 : 1;
    const inText = concat(state.matrix, this.#text);
    let along = 0;
    for (const one of shown) {
      if (typeof one === 'number') {
        along += ((vertical ? 1 : -1) * one * state.size) / 1000;
        continue;
      }
      if (typeof one !== 'object' || one === null) continue;
      const glyph = one as {
        unicode?: unknown;
        width?: unknown;
        isSpace?: unknown;
        originalCharCode?: unknown;
      };
      const width = numberIn(glyph.width) * state.size * unit;
      const space = (glyph.isSpace ? state.wordSpace : 0) + state.characterSpace;
      const text = typeof glyph.unicode === 'string' ? glyph.unicode : '';
      if (text.trim() !== '')
        this.#add(text, along, vertical ? size : width, inText, size * direction, {
          vertical,
          pictured: pictured || isMisnamed(text, names?.[numberIn(glyph.originalCharCode)]),
        });
      along += vertical ? width - space * direction : width + space * direction;
    }
    if (vertical) this.#at.y -= along;
    else this.#at.x += along * state.scale;
  }

  #add(
    text: string,
    along: number,
    width: number,
    inText: Matrix,
    size: number,
    { vertical, pictured }: Pick<FontShape, 'vertical' | 'pictured'>,
  ): void {
    const state = this.#state;
    const { x, y } = this.#at;
    const left = vertical ? x - width / 2 : x + along * state.scale;
    const base = vertical ? y - along - size : y;
    const corners = [
      [left, base + state.rise - 0.14 * size],
      [left + width * state.scale, base + state.rise - 0.14 * size],
      [left, base + state.rise + 0.86 * size],
      [left + width * state.scale, base + state.rise + 0.86 * size],
    ] as const;
    const box = around(corners.map(([px, py]) => apply(inText, px, py)));
    // Letters of less than no size, or width, stand on their heads.
    const shown = concat(inText, [Math.sign(size * state.scale) || 1, 0, 0, Math.sign(size) || 1, 0, 0]);
    const turned = directionOf(shown);
    const [originX, originY] = apply(inText, left, base + state.rise);
    const height = size * Math.hypot(inText[2], inText[3]);
    const unseen = state.mode === 3 || state.mode === 7;
    this.glyphs.push({
      ...box,
      text,
      size: Math.abs(height),
      line: turned === 'up' || turned === 'down' ? originX : originY,
      color: state.mode === 1 ? state.stroke : state.fill,
      turned,
      unseen,
      why:
        this.#hiddenBy(box, Math.abs(height), unseen) ??
        (pictured ? 'glyphs' : isMirrored(shown) ? 'reordered' : null),
    });
  }

  #hiddenBy(box: Box, height: number, unseen: boolean): Obscurity | null {
    const state = this.#state;
    const center = middle(box);
    if (unseen || height < tiny || this.#marked.includes(false)) return 'hidden';
    if (Math.min(box.right - box.left, box.bottom - box.top) < height * leastWidth) return 'hidden';
    const faint = state.alpha * state.group < leastAlpha;
    if (faint || state.fill === 'none' || state.fill === 'pattern' || state.masked) return 'hidden';
    if (state.blended) return 'hidden';
    if (state.clip && !holds(state.clip, center)) return 'hidden';
    const ground = this.#grounds.findLast((one) => holds(one.box, center))?.color ?? '#ffffff';
    const color = state.mode === 1 ? state.stroke : state.fill;
    return contrast(color, ground) < leastContrast ? 'hidden' : null;
  }

  #path(list: readonly unknown[]): void {
    const [operator, data] = list;
    const parts = Array.isArray(data) ? data : [];
    const { matrix, fill, alpha } = this.#state;
    const shape = shapeOf(parts[0], matrix);
    if (this.#clips) {
      this.#clips = false;
      if (shape) this.#state.clip = within(this.#state.clip, shape.box);
    }
    if (!shape || this.#marked.includes(false)) return;
    const { box, signs } = shape;
    if (this.#strokes.has(operator)) this.drawn.push(...slantsOf(parts[0], matrix));
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const filled = this.#fills.has(operator) && alpha >= leastAlpha && fill !== 'none';
    if (filled && width > 3 && height > 3 && !signs) this.#cover(box, fill);
    if (this.drawn.length >= mostDrawn) return;
    const seen = filled ? contrast(fill, '#ffffff') >= leastContrast : this.#strokes.has(operator);
    if (!seen) return;
    if (signs && width <= largestSign && height <= largestSign && height > 2)
      this.drawn.push({ ...box, kind: 'curve' });
    else if (height <= 2 && width > 1 && width <= largestSign) this.drawn.push({ ...box, kind: 'stroke' });
  }

  /** Small shadings on which nothing is written: they may be signs. */
  bareShadings(): Ink['drawn'] {
    return this.#shadings
      .filter((box) => !this.glyphs.some((glyph) => holds(box, middle(glyph))))
      .map((box) => ({ ...box, kind: 'curve' }));
  }

  /** What is painted hides what lies below it, and is the ground of what comes on top. */
  #cover(box: Box, color: string): void {
    for (const glyph of this.glyphs) if (!glyph.why && holds(box, middle(glyph))) glyph.why = 'covered';
    this.#grounds.push({ box, color });
  }

  #picture(): void {
    if (this.#marked.includes(false)) return;
    const box = boxIn(this.#state.matrix, [0, 0, 1, 1]);
    this.drawn.push({ ...(within(this.#state.clip, box) ?? box), kind: 'picture' });
  }
}

/**
 * @param fontOf what the font of a name is like.
 * @param isShown whether optional content is switched on (ISO 32000-1, 8.11).
 */
export const inkOf = (
  { fnArray, argsArray }: Operators,
  codes: Codes,
  view: Matrix,
  fontOf: (name: string) => FontShape,
  isShown: (group: unknown) => boolean,
): Ink => {
  const page = new InkedPage(codes, view, fontOf, isShown);
  fnArray.forEach((code, at) => {
    page.operator(code, argsArray[at]);
  });
  return { glyphs: page.glyphs, drawn: [...page.drawn, ...page.bareShadings()] };
};
