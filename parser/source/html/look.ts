import type { Obscurity } from '../../issue.ts';
import { pictureFont } from '../picture-fonts.ts';
import { colorOf, isClear, isLight, sameColor } from './colors.ts';

/** How the text of an element is set, as far as it decides what a reader sees of it. */
export type Look = {
  /** It takes no room on the page. */
  gone: boolean;
  /** False under `visibility: hidden`, which an element inside can undo. */
  visible: boolean;
  struck: boolean;
  /** Where its line stands beside that of the cell; '' where it is the same. */
  shift: string;
  /** How much of its ink is left, with all that is see-through around it. */
  opacity: number;
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
  opacity: 1,
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
  // Of the screen of a desk.
  vw: 12.8,
  vh: 8,
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

/** Elements with lines of their own, which word processors set a little out of their cell. */
const blockNames = /^(?:p|div|center|h[1-6]|ul|ol|li|dl|section|pre|blockquote)$/;
/** So much over what stands beside it, in pixels, that something of that is covered. */
const overlap = -3;
const overlapOfBlock = -40;

/** Effects of a filter that leave a figure to be read. */
const plainFilter = /^(?:none$|progid|alpha|(?:grayscale|sepia|saturate|hue-rotate|drop-shadow)\([^()]*\)$)/;

/** Further properties, of which some values change what is seen. */
const further: readonly (readonly [property: string, telling: RegExp, why: Obscurity])[] = [
  ['font-variant-position', /su[bp]/, 'raised'],
  ['font-feature-settings', /su[bp]s|sinf|ordn|frac|numr|dnom/, 'raised'],
  ['baseline-shift', /su[bp]|[1-9]/, 'raised'],
  ['mask-image', /[(]/, 'hidden'],
  ['mix-blend-mode', /^(?!normal$)/, 'hidden'],
  ['animation-name', /^(?!none$)/, 'hidden'],
  ['column-count', /^(?:[2-9]|\d\d)/, 'reordered'],
  ['offset-path', /^(?!none$)/, 'reordered'],
  ['-webkit-box-reflect', /^(?!none$)/, 'twice'],
  ['content', /url\(/, 'drawn'],
  ['z-index', /^-/, 'covered'],
];

/** Away from where anybody looks: further than any table is wide, or so far that nothing of it is left. */
const far = 500;
/** No line of a cell is wider. */
const lineWidth = 600;
/** Letters that small are not seen. */
export const tiny = 3;

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
  const size = sizeOf(value('font-size'), parent.size) * zoomOf(value('zoom'));
  const position = value('position');
  let shift = parent.shift;
  if (!part) {
    const align = value('vertical-align');
    if (!onTheLine.test(align)) shift += `|${align}`;
    // Site styles float whole paragraphs to the left. Only beside text that is not, the order changes.
    if (/^(?:left|inline-start)$/.test(value('float'))) shift += floated;
    const raise = value('mso-text-raise');
    if (!nothing.test(raise)) shift += `|${raise}`;
  }
  let moved = false;
  if (position === 'relative' && !part) {
    const top = value('top');
    const bottom = value('bottom');
    if (!nothing.test(top)) shift += `|${top}`;
    else if (!nothing.test(bottom)) shift += `|-${bottom}`;
    if (!nothing.test(value('left')) || !nothing.test(value('right'))) moved = true;
  } else if (position === 'absolute' || position === 'fixed') {
    const away = ['left', 'right', 'top', 'bottom'].some((side) => pixels(value(side), size) < -far);
    if (away) why ??= 'hidden';
    moved = !part;
  }
  const opacity = parent.opacity * opacityOf(value('opacity'));
  if (opacity < 0.15) why ??= 'hidden';
  why ??= hiddenBy(name, value, size, position, part);
  if (moved) why ??= 'reordered';
  if (!part && /break-(?:all|word)|anywhere/.test(value('word-break') + value('overflow-wrap')))
    if (pixels(value('width'), size, Number.NaN) < size * narrow) why ??= 'wrapped';
  why ??= turnedBy(value, display, part);
  if (!part) why ??= laidOver(name, value, size);
  for (const [property, telling, reason] of part ? [] : further)
    if (value(property) !== '' && telling.test(value(property))) why ??= reason;
  if (pictureFont.test(value('font-family').split(',')[0] ?? '')) why ??= 'glyphs';
  const picture = value('background-image');
  if (isLine(picture)) why ??= 'struck';
  const told = picture.includes('gradient') ? (colorsIn(picture)[0] ?? '') : value('background-color');
  const ink = value('-webkit-text-fill-color') || value('color');
  const color = /^(?:|inherit|unset|currentcolor)$/.test(ink)
    ? parent.color
    : ink === 'initial'
      ? 'black'
      : ink;
  const own = told === 'currentcolor' ? color : told;
  const ground = own === '' || /^(?:inherit|initial|unset)$/.test(own) || isClear(own) ? parent.ground : own;
  return { gone: false, visible, struck, shift, opacity, size, color, ground, why };
};

/** Is nothing seen of letters that are set so? A colour that cannot be told may be that of the ground. */
export const isUnseen = ({ size, color, ground }: Look): boolean =>
  size < tiny || isClear(color) || sameColor(color, ground) || colorOf(color) === null;

const opacityOf = (text: string): number => {
  const opacity = Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1);
  return opacity >= 0 && opacity < 1 ? opacity : 1;
};

const zoomOf = (text: string): number => {
  const zoom = Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1);
  return zoom > 0 ? zoom : 1;
};

const colorsIn = (picture: string): string[] =>
  (picture.match(/#[0-9a-f]{3,8}\b|[a-z]{2,6}\([^()]+\)|\b[a-z]{3,20}\b/g) ?? []).filter(
    (text) => colorOf(text) !== null,
  );

/** Is a picture behind a text a line through it: a gradient from nothing to a colour of ink, or one that is repeated halfway down? A bright one is the mark of a pen. */
const isLine = (picture: string): boolean => {
  if (picture.includes('gradient')) {
    const colors = colorsIn(picture);
    const inks = colors.filter((text) => (colorOf(text)?.[3] ?? 0) > 0.5);
    return inks.length < colors.length && inks.some((text) => !isLight(text));
  }
  return (
    /url\(/.test(picture) &&
    (/100% 100%/.test(picture) || (/repeat-x/.test(picture) && /50%|center/.test(picture)))
  );
};

/** Is it laid over what stands beside it, or something drawn over it? */
const laidOver = (name: string, value: Values, size: number): Obscurity | null => {
  const margin = (side: string): number => pixels(value(`margin-${side}`), size, 0) || 0;
  if (Math.min(margin('top'), margin('bottom')) < overlap) return 'covered';
  if (Math.min(margin('left'), margin('right')) < (blockNames.test(name) ? overlapOfBlock : overlap))
    return 'reordered';
  return /inset/.test(value('box-shadow')) ? 'struck' : null;
};

/** Of the size of letters: no figure of three digits fits into a box that is narrower. */
const narrow = 1.5;

/** Is it written, and yet not seen? */
const hiddenBy = (
  name: string,
  value: Values,
  size: number,
  position: string,
  part: boolean,
): Obscurity | null => {
  const filter = value('filter');
  if (filter !== '' && !plainFilter.test(filter)) return 'hidden';
  if (value('scale') === '0' || /scale[xy3d]{0,2}\( ?0(?:\.0+)? ?[,)]/.test(value('transform')))
    return 'hidden';
  if (value('content-visibility') === 'hidden' || value('mso-hide') === 'all') return 'hidden';
  if (!nothing.test(value('-webkit-text-security'))) return 'hidden';
  if (!nothing.test(value('clip-path'))) return 'hidden';
  if ((position === 'absolute' || position === 'fixed') && !nothing.test(value('clip'))) return 'hidden';
  const indent = pixels(value('text-indent'), size, lineWidth);
  if (Math.abs(indent) > far || pixels(value('margin-left'), size, 0) < -far) return 'hidden';
  // A rule across the page is a box without height, and without text.
  if (name !== 'hr' && /hidden|clip/.test(value('overflow'))) {
    const smaller = (side: string, least: number): boolean => pixels(value(side), size, Number.NaN) < least;
    if (['height', 'width', 'max-height', 'max-width'].some((side) => smaller(side, 5))) return 'hidden';
    if (!part && (smaller('height', size * 0.75) || smaller('max-height', size * 0.75))) return 'hidden';
    // A cell is as wide as its column, whatever it says; a box in it is not, and no figure of three digits fits into this one.
    if (smaller('max-width', size * narrow) || (!part && smaller('width', size * narrow))) return 'hidden';
  }
  if (/^(?:input|textarea)$/.test(name) && pixels(value('width'), size, Number.NaN) < size * narrow)
    return 'hidden';
  return null;
};

/** Do its characters, or its parts, stand in another order or place than they are written? */
const turnedBy = (value: Values, display: string, part: boolean): Obscurity | null => {
  if (value('direction') === 'rtl') return 'reordered';
  if (/flex/.test(display) && /reverse/.test(value('flex-direction'))) return 'reordered';
  if (!nothing.test(value('order'))) return 'reordered';
  if (['grid-row', 'grid-column', 'grid-area'].some((property) => !nothing.test(value(property))))
    return 'reordered';
  if (!part && /^(?:right|inline-end)$/.test(value('float'))) return 'reordered';
  for (const property of ['transform', 'rotate', 'scale', 'translate'])
    if (!nothing.test(value(property))) return 'reordered';
  const spacing = pixels(value('letter-spacing'), 16);
  return spacing < -4 ? 'covered' : null;
};
