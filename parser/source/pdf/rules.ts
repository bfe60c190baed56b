import {
  apply,
  around,
  type Box,
  concat,
  identity,
  type Matrix,
  matrixOf,
  type RuledLine,
} from './shapes.ts';

/** What is drawn on a page besides text: ruled lines and pictures. */

/** The drawing operators of a page, as pdfjs lists them: codes and their arguments. */
export type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] };
/** pdfjs' codes by name. */
export type Codes = Readonly<Record<string, number>>;

type StrokeState = { matrix: Matrix; fill: string; stroke: string };

/** Filled boxes up to this thick are lines. */
const thickest = 3;
/** Shorter ones are corners where two borders meet. */
const shortest = 3;
const slope = 0.7;
const white = '#ffffff';

/** A page with more strokes than any table needs is a drawing. */
export const mostRules = 20_000;

export const stroking = [
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
];
export const filling = [
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
];
/** Operators that paint a picture. */
export const picturing = [
  'paintImageXObject',
  'paintInlineImageXObject',
  'paintImageMaskXObject',
  'paintImageXObjectRepeat',
  'paintImageMaskXObjectRepeat',
  'paintSolidColorImageMask',
];

/** @param view the matrix of the page's view: it turns the page upright and lets y run downwards. */
export const drawingOf = (
  { fnArray, argsArray }: Operators,
  codes: Codes,
  view: Matrix,
): { rules: RuledLine[]; images: Box[] } => {
  const rules: RuledLine[] = [];
  const images: Box[] = [];
  const strokes = new Set(stroking.map((name) => codes[name]));
  const fills = new Set(filling.map((name) => codes[name]));
  const stack: StrokeState[] = [];
  let state: StrokeState = { matrix: view, fill: '', stroke: '' };
  fnArray.forEach((code, at) => {
    const args = argsArray[at];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    switch (code) {
      case codes.save:
        stack.push(state);
        return;
      case codes.restore:
      case codes.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        return;
      case codes.transform:
        state = { ...state, matrix: concat(state.matrix, matrixOf(args)) };
        return;
      case codes.paintFormXObjectBegin:
        stack.push(state);
        state = { ...state, matrix: concat(state.matrix, list[0] ? matrixOf(list[0]) : identity) };
        return;
      case codes.setFillRGBColor:
        state = { ...state, fill: String(list[0]) };
        return;
      case codes.setStrokeRGBColor:
        state = { ...state, stroke: String(list[0]) };
        return;
      case codes.paintImageXObject:
      case codes.paintInlineImageXObject:
      case codes.paintImageMaskXObject:
        // An image fills the unit square of its own space (8.9.5).
        images.push(
          around(
            [
              [0, 0],
              [1, 0],
              [0, 1],
              [1, 1],
            ].map(([x = 0, y = 0]) => apply(state.matrix, x, y)),
          ),
        );
        return;
      case codes.constructPath: {
        if (rules.length > mostRules) return;
        const paths = Array.isArray(list[1]) ? list[1] : [];
        const operator = Number(list[0]);
        for (const path of subpaths(paths[0], state.matrix)) {
          if (strokes.has(operator) && state.stroke !== white) rules.push(...edges(path));
          if (fills.has(operator) && state.fill !== white) rules.push(...thinBox(path));
        }
        return;
      }
      default:
    }
  });
  return { rules, images };
};

export type Subpath = [number, number][];

/** Straight subpaths in the space of the page: pdfjs' codes are 0 move, 1 line, 2 and 3 curves, 4 close. */
export const subpaths = (data: unknown, matrix: Matrix): Subpath[] => {
  if (!(data instanceof Float32Array)) return [];
  const paths: Subpath[] = [];
  let path: Subpath = [];
  for (let at = 0; at < data.length; ) {
    const code = data[at++];
    if (code === 4) {
      const [start] = path;
      if (start) path.push(start);
    } else {
      const numbers = code === 2 ? 6 : code === 3 ? 4 : 2;
      const point = apply(matrix, data[at + numbers - 2] ?? 0, data[at + numbers - 1] ?? 0);
      at += numbers;
      if (code !== 1) {
        // A curve draws no ruled line; what follows starts at its end.
        path = [];
        paths.push(path);
      }
      path.push(point);
    }
  }
  return paths;
};

/** The straight lines of a stroked path that lie level or upright. */
export const edges = (path: Subpath): RuledLine[] => {
  const rules: RuledLine[] = [];
  path.forEach(([x, y], at) => {
    const [fromX, fromY] = path[at - 1] ?? [x, y];
    const width = Math.abs(x - fromX);
    const height = Math.abs(y - fromY);
    if (height <= slope && width > shortest)
      rules.push({
        horizontal: true,
        at: (y + fromY) / 2,
        from: Math.min(x, fromX),
        to: Math.max(x, fromX),
      });
    else if (width <= slope && height > shortest)
      rules.push({
        horizontal: false,
        at: (x + fromX) / 2,
        from: Math.min(y, fromY),
        to: Math.max(y, fromY),
      });
  });
  return rules;
};

/** Word processors draw a border as a filled box. */
export const thinBox = (path: Subpath): RuledLine[] => {
  if (path.length < 4 || path.length > 5) return [];
  const { left, right, top, bottom } = around(path);
  if (bottom - top <= thickest && right - left > shortest)
    return [{ horizontal: true, at: (top + bottom) / 2, from: left, to: right }];
  if (right - left <= thickest && bottom - top > shortest)
    return [{ horizontal: false, at: (left + right) / 2, from: top, to: bottom }];
  return [];
};
