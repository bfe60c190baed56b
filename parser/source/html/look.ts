import type { Obscurity } from '../../issue.ts';
import { pictureFont } from './declarations.ts';

/** How the text of an element is set, as far as it decides what a reader sees of it. */
export type Look = {
  /** It takes no room on the page. */
  gone: boolean;
  /** False under `visibility: hidden`, which an element inside can undo. */
  visible: boolean;
  struck: boolean;
  /** Where its line stands beside that of the cell; '' where it is the same. */
  shift: string;
  /** Height of its letters in pixels. */
  size: number;
  color: string;
  /** Colour of the ground on which it stands. */
  ground: string;
  /** Why, for any other reason, it is not sure how its text looks. */
  why: Obscurity | null;
};

export const plainLook: Look = {
  gone: false,
  visible: true,
  struck: false,
  shift: '',
  size: 16,
  color: 'black',
  ground: 'white',
  why: null,
};

/** A property as a browser computes it, or as a page declares it; '' where nothing is declared. */
export type Values = (property: string) => string;

const cellParts: ReadonlySet<string> = new Set([
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
]);
/** In a shift: set to the left of its line. */
export const floated = '|floated';

/** Values of `vertical-align` that leave a run of text where it is, or nearly so. */
const onTheLine = /^(?:|baseline|middle|inherit|initial|unset|revert|0(?:px|pt|em|%)?)$/;
const nothing =
  /^(?:|none|normal|auto|static|visible|inherit|initial|unset|revert|[+-]?0(?:\.0+)?(?:px|pt|em|rem|%)?)$/;

const units: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  rem: 16,
};
const keywords: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

/** A length in pixels; `em` is the size of the letters, `%` that of what it is a part of. NaN where it is none. */
const pixels = (text: string, em: number, whole = em): number => {
  const parts = /^([+-]?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9}))([a-z%]{0,5})$/.exec(text);
  if (!parts) return Number.NaN;
  const number = Number(parts[1]);
  const unit = parts[2] ?? '';
  if (unit === '%') return (number * whole) / 100;
  if (unit === 'em') return number * em;
  if (unit === 'ex' || unit === 'ch') return (number * em) / 2;
  if (unit === '') return number;
  return number * (units[unit] ?? Number.NaN);
};

const sizeOf = (text: string, parent: number): number => {
  if (text === 'smaller') return parent / 1.2;
  if (text === 'larger') return parent * 1.2;
  const size = keywords[text] ?? pixels(text, parent);
  return Number.isNaN(size) ? parent : size;
};

/** Away from where anybody looks: further than any table is wide, or so far that nothing of it is left. */
const far = 500;
/** Letters that small are not seen. */
const tiny = 3;

/**
 * How an element is set.
 * @param name of the element.
 * @param value what is computed or declared of a property.
 * @param parent how what stands around it is set.
 */
export const lookOf = (name: string, value: Values, parent: Look): Look => {
  if (parent.gone) return parent;
  const display = value('display');
  if (display === 'none') return { ...parent, gone: true };
  const part = cellParts.has(name);
  let why = parent.why;
  const visibility = value('visibility');
  const visible =
    visibility === 'hidden' || visibility === 'collapse'
      ? false
      : visibility === 'visible'
        ? true
        : parent.visible;
  const struck = parent.struck || value('text-decoration-line').includes('line-through');
  const size = sizeOf(value('font-size'), parent.size);
  const position = value('position');
  let shift = parent.shift;
  if (!part) {
    const align = value('vertical-align');
    if (!onTheLine.test(align)) shift += `|${align}`;
    // Site styles float whole paragraphs to the left. Only beside text that is not, the order changes.
    if (value('float') === 'left') shift += floated;
    const raise = value('mso-text-raise');
    if (!nothing.test(raise)) shift += `|${raise}`;
  }
  if (position === 'relative' && !part) {
    const top = value('top');
    const bottom = value('bottom');
    if (!nothing.test(top)) shift += `|${top}`;
    else if (!nothing.test(bottom)) shift += `|-${bottom}`;
    if (!nothing.test(value('left')) || !nothing.test(value('right'))) why ??= 'reordered';
  } else if (position === 'absolute' || position === 'fixed') {
    const away = ['left', 'right', 'top', 'bottom'].some((side) => pixels(value(side), size) < -far);
    why ??= away ? 'hidden' : part ? null : 'reordered';
  }
  why ??= hiddenBy(value, size, position, part);
  if (!part && /break-(?:all|word)|anywhere/.test(value('word-break') + value('overflow-wrap')))
    if (pixels(value('width'), size, Number.NaN) < size * narrow) why ??= 'wrapped';
  why ??= turnedBy(value, display, part);
  if (pictureFont.test(value('font-family').split(',')[0] ?? '')) why ??= 'glyphs';
  const own = value('background-color');
  const ground = own === '' || isClear(own) ? parent.ground : own;
  const ink = value('-webkit-text-fill-color') || value('color');
  const color = /^(?:|inherit|unset|currentcolor)$/.test(ink) ? parent.color : ink;
  if (size < tiny || isClear(color) || sameColor(color, ground)) why ??= 'hidden';
  return { gone: false, visible, struck, shift, size, color, ground, why };
};

/** Of the size of letters: no figure of three digits fits into a box that is narrower. */
const narrow = 1.5;

/** Is it written, and yet not seen? */
const hiddenBy = (value: Values, size: number, position: string, part: boolean): Obscurity | null => {
  const opacity = value('opacity');
  if (opacity !== '' && Number.parseFloat(opacity) < 0.15) return 'hidden';
  if (/opacity\(\s*0/.test(value('filter'))) return 'hidden';
  if (value('content-visibility') === 'hidden' || value('mso-hide') === 'all') return 'hidden';
  if (!nothing.test(value('-webkit-text-security'))) return 'hidden';
  if (!nothing.test(value('clip-path'))) return 'hidden';
  if ((position === 'absolute' || position === 'fixed') && !nothing.test(value('clip'))) return 'hidden';
  const indent = pixels(value('text-indent'), size, 0);
  if (Math.abs(indent) > far || pixels(value('margin-left'), size, 0) < -far) return 'hidden';
  if (/hidden|clip/.test(value('overflow'))) {
    const smaller = (side: string, least: number): boolean => pixels(value(side), size, Number.NaN) < least;
    if (['height', 'width', 'max-height', 'max-width'].some((side) => smaller(side, 5))) return 'hidden';
    // A cell is as wide as its column, whatever it says; a box in it is not, and no figure of three digits fits into this one.
    if (!part && (smaller('width', size * narrow) || smaller('max-width', size * narrow))) return 'hidden';
  }
  return null;
};

/** Do its characters, or its parts, stand in another order or place than they are written? */
const turnedBy = (value: Values, display: string, part: boolean): Obscurity | null => {
  if (value('direction') === 'rtl') return 'reordered';
  if (!part && /gradient/.test(value('background-image'))) return 'struck';
  if (/flex/.test(display) && /reverse/.test(value('flex-direction'))) return 'reordered';
  if (!nothing.test(value('order'))) return 'reordered';
  if (['grid-row', 'grid-column', 'grid-area'].some((property) => !nothing.test(value(property))))
    return 'reordered';
  if (!part && value('float') === 'right') return 'reordered';
  for (const property of ['transform', 'rotate', 'scale', 'translate'])
    if (!nothing.test(value(property))) return 'reordered';
  const spacing = pixels(value('letter-spacing'), 16);
  return spacing < -4 ? 'covered' : null;
};

type Color = readonly [red: number, green: number, blue: number, alpha: number];

const named: Readonly<Record<string, Color>> = {
  transparent: [0, 0, 0, 0],
  white: [255, 255, 255, 1],
  snow: [255, 250, 250, 1],
  ivory: [255, 255, 240, 1],
  whitesmoke: [245, 245, 245, 1],
  black: [0, 0, 0, 1],
  windowtext: [0, 0, 0, 1],
  window: [255, 255, 255, 1],
  red: [255, 0, 0, 1],
  blue: [0, 0, 255, 1],
};

/** Colours as they are written in pages; null for one that is written otherwise. */
const colorOf = (text: string): Color | null => {
  const known = named[text];
  if (known) return known;
  const hex = /^#([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (hex) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const at = (from: number): number => Number.parseInt(digits.slice(from, from + 2), 16);
    return [at(0), at(2), at(4), digits.length === 8 ? at(6) / 255 : 1];
  }
  const parts = /^rgba?\(([^()]*)\)$/
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .filter((part) => part !== '');
  if (!parts || parts.length < 3) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts.map((part) =>
    part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part),
  );
  return [red, green, blue, alpha];
};

const isClear = (text: string): boolean => (colorOf(text)?.[3] ?? 1) < 0.1;

/** Colours that nobody can tell apart. */
const sameColor = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [a, b] = [colorOf(one), colorOf(other)];
  if (!a || !b) return false;
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) < 40;
};
