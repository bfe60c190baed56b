import type { Obscurity } from '../../issue.ts';
import { pictureFont } from '../picture-fonts.ts';
import { colorOf, isClear, isLight, sameColor } from './colors.ts';
import {
  blockNames,
  far,
  hiddenBy,
  isBordered,
  laidOver,
  narrow,
  nothing,
  turnedBy,
  type Values,
} from './hiding.ts';
import { pixels } from './lengths.ts';

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
  /** What sets it apart from the text beside it: a line of its own, or a gap; null where it goes on in its line. */
  apart: { readonly why: Obscurity } | null;
  /** What stands in it stands one below the other. */
  stacks: boolean;
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
  apart: null,
  stacks: false,
  why: null,
};

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
/** Values of `display` that give an element lines of its own. */
const onOwnLine = /^(?:block|flex|grid|table|list-item|flow-root|-webkit-box)$/;

const keywords: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};

const sizeOf = (text: string, parent: number): number => {
  if (text === 'smaller') return parent / 1.2;
  if (text === 'larger') return parent * 1.2;
  const size = keywords[text] ?? pixels(text, parent);
  return Number.isNaN(size) ? parent : size;
};

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
  const apart =
    part || blockNames.test(name) ? null : (apartBy(value, display, size, parent) ?? parent.apart);
  const stacks =
    /grid/.test(display) || (/flex/.test(display) && value('flex-direction').startsWith('column'));
  return { gone: false, visible, struck, shift, opacity, size, color, ground, apart, stacks, why };
};

/** Of the size of letters: so wide a gap parts the figures on both sides. */
const widestGap = 0.5;

const apartBy = (value: Values, display: string, size: number, parent: Look): Look['apart'] => {
  if (parent.stacks || onOwnLine.test(display)) return { why: 'wrapped' };
  const isWide = (side: string): boolean => pixels(value(side), size, 0) > size * widestGap;
  return isBordered(value('border')) ||
    ['margin-left', 'margin-right', 'padding-left', 'padding-right'].some(isWide)
    ? { why: 'apart' }
    : null;
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
