import type { Obscurity } from '../../issue.ts';
import { childOf, descendants, type Element, elementsIn, textIn } from '../office/xml.ts';
import {
  contrast,
  type Drawn,
  directionOf,
  type Glyph,
  holds,
  largestSign,
  leastAlpha,
  leastContrast,
  mostDrawn,
  mostGlyphs,
  tiny,
} from '../pdf/marks.ts';
import { edges, mostRules, type Subpath, thinBox } from '../pdf/rules.ts';
import {
  apply,
  around,
  type Box,
  concat,
  type Matrix,
  matrixOf,
  middle,
  type Piece,
  type RuledLine,
} from '../pdf/shapes.ts';
import { boxIn, type Layer, numbersIn, type Resources } from './package.ts';
import { runsOf } from './text-run.ts';

/** The objects of a page, painted one after the other into what the reader of printed pages knows: characters, lines, pictures. */

type Painting = {
  glyphs: Glyph[];
  drawn: Drawn[];
  pieces: Piece[];
  rules: RuledLine[];
  images: Box[];
};

/** Composite units may hold composite units. */
const deepest = 8;

type FillPaint = { color: string; alpha: number };

const hex = (part: number): string =>
  Math.max(0, Math.min(255, Math.round(part)))
    .toString(16)
    .padStart(2, '0');

/** `r g b`, `g` or `c m y k`, each from 0 to 255 (8.3.3), also as #RR. A pattern or a shading is of no colour that is known. */
const colorIn = (value: string | undefined): string => {
  const parts = (value ?? '')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => (part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number(part)));
  const [a, b, c, d] = parts;
  if (a === undefined || parts.some(Number.isNaN)) return '';
  if (b === undefined || c === undefined) return `#${hex(a).repeat(3)}`;
  if (d === undefined) return `#${hex(a)}${hex(b)}${hex(c)}`;
  return `#${[a, b, c].map((one) => hex(255 - Math.min(255, one + d))).join('')}`;
};

const opaque = 255;

export class Painter {
  readonly painting: Painting = { glyphs: [], drawn: [], pieces: [], rules: [], images: [] };
  readonly #grounds: { box: Box; color: string }[] = [];
  readonly #resources: Resources;
  readonly #view: Matrix;

  /** @param view millimetres of the page into points. */
  constructor(resources: Resources, view: Matrix) {
    this.#resources = resources;
    this.#view = view;
  }

  layer({ objects, x, y, drawParam }: Layer): void {
    this.#objects(objects, concat(this.#view, [1, 0, 0, 1, x, y]), drawParam, 0);
  }

  /** A seal, or another picture in a box of millimetres. */
  picture(box: Box): void {
    this.#picture(box, this.#view);
  }

  #objects(objects: readonly Element[], view: Matrix, drawParam: string | null, depth: number): void {
    for (const object of objects) {
      // An object that is not visible is not painted (8.5).
      if (object.attributes.Visible === 'false' || depth > deepest) continue;
      const box = boxIn(object.attributes.Boundary);
      const inner = box ? concat(view, [1, 0, 0, 1, box.left, box.top]) : view;
      const ctm = object.attributes.CTM;
      const matrix = ctm === undefined ? inner : concat(inner, matrixOf(numbersIn(ctm)));
      const param = object.attributes.DrawParam ?? drawParam;
      switch (object.name) {
        case 'PageBlock':
          this.#objects(elementsIn(object), view, drawParam, depth + 1);
          break;
        case 'TextObject':
          this.#text(object, matrix, box && this.#boxed(box, view), param);
          break;
        case 'PathObject':
          this.#path(object, matrix, param);
          break;
        case 'ImageObject':
          if (box) this.#picture(box, view);
          break;
        case 'CompositeObject': {
          const unit = this.#resources.composites.get(object.attributes.ResourceID ?? '');
          for (const content of unit ? elementsIn(unit).filter(({ name }) => name === 'Content') : [])
            this.#objects(elementsIn(content), matrix, param, depth + 1);
          break;
        }
        default:
      }
    }
  }

  #boxed(box: Box, view: Matrix): Box {
    return around([apply(view, box.left, box.top), apply(view, box.right, box.bottom)]);
  }

  /** The paint of an object: its own, or that of the parameters that it refers to, which may refer to others (8.2). */
  #paint(object: Element, name: 'FillColor' | 'StrokeColor', drawParam: string | null): FillPaint {
    let color = childOf(object, name);
    let param = drawParam;
    for (let depth = 0; !color && param !== null && depth < deepest; depth++) {
      const found = this.#resources.drawParams.get(param);
      color = childOf(found, name);
      param = found?.attributes.Relative ?? null;
    }
    const alpha = (one: Element | undefined): number => Number(one?.attributes.Alpha ?? opaque) / opaque;
    return {
      color: color ? colorIn(color.attributes.Value) : '#000000',
      alpha: alpha(color) * alpha(object),
    };
  }

  #text(object: Element, matrix: Matrix, boundary: Box | null, drawParam: string | null): void {
    const { Fill, Stroke } = object.attributes;
    const filled = Fill !== 'false';
    const paint = this.#paint(object, filled ? 'FillColor' : 'StrokeColor', drawParam);
    const bare = !filled && Stroke !== 'true';
    const clips = this.#clipsOf(object, matrix);
    const turned = directionOf(matrix);
    for (const run of runsOf(object, matrix)) {
      // Text that runs across the page at an angle is a mark laid over it.
      if (turned !== 'askew') this.painting.pieces.push(run.piece);
      for (const { text, box, base, size } of run.characters) {
        if (this.painting.glyphs.length > mostGlyphs) return;
        const center = middle(box);
        const outside =
          (boundary !== null && !holds(grown(boundary, size), center)) ||
          (clips !== null && !clips.some((clip) => holds(clip, center)));
        const unseen = bare || outside || paint.alpha < leastAlpha;
        this.painting.glyphs.push({
          ...box,
          text,
          size,
          line: turned === 'up' || turned === 'down' ? base[0] : base[1],
          color: paint.color,
          turned,
          unseen,
          why: unseen || size < tiny ? 'hidden' : this.#contrasted(paint.color, center),
        });
      }
    }
  }

  #contrasted(color: string, center: { x: number; y: number }): Obscurity | null {
    const ground = this.#grounds.findLast((one) => holds(one.box, center))?.color ?? '#ffffff';
    return contrast(color, ground) < leastContrast ? 'hidden' : null;
  }

  /** The boxes of what an object is clipped to (8.4); null where it is not. */
  #clipsOf(object: Element, matrix: Matrix): Box[] | null {
    const clips = childOf(object, 'Clips');
    if (!clips) return null;
    return [...descendants(clips, 'Path')].flatMap((path) => {
      const points = pathsIn(path, matrix).paths.flat();
      return points.length > 0 ? [around(points)] : [];
    });
  }

  #path(object: Element, matrix: Matrix, drawParam: string | null): void {
    const { rules, drawn } = this.painting;
    if (rules.length > mostRules) return;
    const { paths, curved } = pathsIn(object, matrix);
    const points = paths.flat();
    if (points.length === 0) return;
    const box = around(points);
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const fill = this.#paint(object, 'FillColor', drawParam);
    const stroke = this.#paint(object, 'StrokeColor', drawParam);
    // A path is stroked, and not filled, where nothing is said (9.1).
    const strokes =
      object.attributes.Stroke !== 'false' &&
      stroke.alpha >= leastAlpha &&
      contrast(stroke.color, '#ffffff') >= leastContrast;
    const fills = object.attributes.Fill === 'true' && fill.alpha >= leastAlpha;
    const inked = fills && contrast(fill.color, '#ffffff') >= leastContrast;
    for (const path of paths) {
      if (strokes) rules.push(...edges(path));
      if (inked) rules.push(...thinBox(path));
    }
    const signs = curved || paths.some((path) => path.length > 6);
    if (fills && width > 3 && height > 3 && !signs) this.#cover(box, fill.color);
    if ((!strokes && !inked) || drawn.length >= mostDrawn) return;
    if (signs && width <= largestSign && height <= largestSign && height > 2)
      drawn.push({ ...box, kind: 'curve' });
    else if (height <= 2 && width > 1 && width <= largestSign) drawn.push({ ...box, kind: 'stroke' });
  }

  /** What is painted hides what lies below it, and is the ground of what comes on top. */
  #cover(box: Box, color: string): void {
    for (const glyph of this.painting.glyphs)
      if (!glyph.why && holds(box, middle(glyph))) glyph.why = 'covered';
    this.#grounds.push({ box, color });
  }

  #picture(box: Box, view: Matrix): void {
    const place = this.#boxed(box, view);
    this.painting.drawn.push({ ...place, kind: 'picture' });
    this.painting.images.push(place);
  }
}

const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
});

/** How many numbers each sign of abbreviated path data takes (9.3.2). */
const taken: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** The straight subpaths of a path; what follows a curve starts at its end. */
const pathsIn = (object: Element, matrix: Matrix): { paths: Subpath[]; curved: boolean } => {
  const data = childOf(object, 'AbbreviatedData');
  const signs = (data ? textIn(data) : '').trim().split(/[\s,]+/);
  const paths: Subpath[] = [];
  let path: Subpath = [];
  let curved = false;
  for (let at = 0; at < signs.length; ) {
    const sign = signs[at++] ?? '';
    const numbers = taken[sign];
    if (numbers === undefined) continue;
    if (sign === 'C') {
      const [start] = path;
      if (start) path.push(start);
      continue;
    }
    const [x, y] = signs.slice(at + numbers - 2, at + numbers).map(Number);
    at += numbers;
    if (x === undefined || y === undefined || Number.isNaN(x) || Number.isNaN(y)) continue;
    const point = apply(matrix, x, y);
    if (sign === 'L') path.push(point);
    else {
      curved ||= numbers > 2;
      if (path.length > 0) paths.push(path);
      path = [point];
    }
  }
  if (path.length > 0) paths.push(path);
  return { paths, curved };
};
