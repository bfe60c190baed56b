import type { Codes } from './rules.ts';
import type { Box, Matrix } from './shapes.ts';

/** What holds for everything that is drawn until it is set anew (ISO 32000-1, 8.4 and 9.3), as far as it decides what is seen. */

export type State = {
  matrix: Matrix;
  fill: string;
  stroke: string;
  alpha: number;
  clip: Box | null;
  font: string;
  size: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  rise: number;
  leading: number;
  mode: number;
  /** What is drawn goes through a soft mask, of which nothing more is known. */
  masked: boolean;
  /** What is drawn is mixed with what lies below it in a way that may leave nothing of it. */
  blended: boolean;
  /** Of the ink of all that is drawn into the groups that stand open. */
  group: number;
};

export const initialState = (view: Matrix): State => ({
  matrix: view,
  fill: '#000000',
  stroke: '#000000',
  alpha: 1,
  clip: null,
  font: '',
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  scale: 1,
  rise: 0,
  leading: 0,
  mode: 0,
  masked: false,
  blended: false,
  group: 1,
});

export const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Ways of mixing that leave dark letters on a bright page as they are, as a canvas calls them (11.3.5). */
const darkening = /^(?:source-over|multiply|darken|color-burn|hard-light|overlay|soft-light)$/;

const setGraphics = (state: State, name: unknown, value: unknown): void => {
  if (name === 'ca') state.alpha = numberIn(value);
  else if (name === 'BM') state.blended = !darkening.test(String(value));
  else if (name === 'SMask') state.masked = value !== false;
  else if (name === 'Font' && Array.isArray(value)) {
    state.font = String(value[0]);
    state.size = numberIn(value[1]);
  }
};

/** What one operator sets; others set nothing here. */
export const setIn = (state: State, codes: Codes, code: number, list: readonly unknown[]): void => {
  const [first, second] = list;
  switch (code) {
    case codes.setFillRGBColor:
      state.fill = String(first);
      return;
    case codes.setStrokeRGBColor:
      state.stroke = String(first);
      return;
    case codes.setFillTransparent:
      state.fill = 'none';
      return;
    case codes.setFillColorN:
      state.fill = 'pattern';
      return;
    case codes.setGState:
      for (const pair of Array.isArray(first) ? first : [])
        if (Array.isArray(pair)) setGraphics(state, pair[0], pair[1]);
      return;
    case codes.setFont:
      state.font = String(first);
      state.size = numberIn(second);
      return;
    case codes.setLeading:
      state.leading = -numberIn(first);
      return;
    case codes.setCharSpacing:
      state.characterSpace = numberIn(first);
      return;
    case codes.setWordSpacing:
      state.wordSpace = numberIn(first);
      return;
    case codes.setHScale:
      state.scale = numberIn(first) / 100;
      return;
    case codes.setTextRise:
      state.rise = numberIn(first);
      return;
    case codes.setTextRenderingMode:
      state.mode = numberIn(first);
      return;
    default:
  }
};
