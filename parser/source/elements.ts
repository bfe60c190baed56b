import { withoutComments } from './html/comments.ts';

/** What is to be known of HTML elements, by their names and attributes, where their text is put together. */

/** Reads one attribute of the element being opened; null or undefined where it is absent. */
export type Attribute = (name: string) => string | null | undefined;

/** Of an element of whose attributes none matters. */
export const noAttribute: Attribute = () => null;

/** Elements whose content is never shown as text of the page. Drivers leave out their whole subtree. */
export const unread: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'noframes',
  'noembed',
  'textarea',
  'select',
  'iframe',
  'svg',
  'math',
  'canvas',
  'video',
  'audio',
  'datalist',
]);

/** Of these, what is drawn: it may be a figure. */
export const drawn: ReadonlySet<string> = new Set([
  'svg',
  'math',
  'canvas',
  'video',
  'iframe',
  'object',
  'embed',
  'meter',
  'progress',
]);

/** Elements that only change how text looks. In a cell they can hide a part of its figure, and only there are they looked at. */
export const styled: ReadonlySet<string> = new Set(['a', 'b', 'em', 'i', 'strong', 'u']);

/** Elements that stand on lines of their own (HTML Standard, rendering: flow content). */
export const ownLine: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form header hgroup hr li listing main menu nav ol p pre search section summary ul object applet marquee xmp'
  ).split(' '),
);

/** Parts of a table whose place in the grid is kept, or settled, where they are not shown. */
export const keepsPlace: ReadonlySet<string> = new Set([
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'input',
  'img',
  'title',
  'meta',
]);

/** Elements that are not shown unless they say so. */
export const closedByName: ReadonlySet<string> = new Set(['dialog', 'details']);

/** Rules for parsing non-negative integers (HTML Standard 2.3.4.2), without the error detail. */
export const nonNegative = (text: string | null | undefined): number | null => {
  if (text === null || text === undefined) return null;
  const digits = /^[\t\n\f\r ]*\+?(\d{1,9})/.exec(text);
  return digits ? Number(digits[1]) : null;
};

/** Does a style attribute take an element off the page? The last of several declarations counts. */
const hidesIt = (style: string): boolean => {
  if (style === '' || !/display/i.test(style)) return false;
  const declared = withoutComments(style).matchAll(/(?:^|[;\s])display\s{0,9}:\s{0,9}([a-z-]{1,30})/gi);
  return [...declared].at(-1)?.[1]?.toLowerCase() === 'none';
};

export const has = (attribute: Attribute, name: string): boolean => (attribute(name) ?? null) !== null;

export const isHidden = (name: string, attribute: Attribute): boolean =>
  has(attribute, 'hidden') ||
  has(attribute, 'popover') ||
  (name === 'dialog' && !has(attribute, 'open')) ||
  (name === 'details' && !has(attribute, 'open')) ||
  hidesIt(attribute('style') ?? '');

/** An `input` in which no text stands, or none that is a figure. */
const fieldless =
  /^(?:hidden|checkbox|radio|submit|reset|button|image|file|color|range|password|date|time|month|week|datetime-local)$/i;

/** Valid floating-point numbers (HTML Standard 2.3.4.3). */
const aNumber = /^-?(?:\d{1,20}(?:\.\d{1,20})?|\.\d{1,20})(?:e[+-]?\d{1,3})?$/i;

/** Is a picture too small for anything to be seen in it, as those that only hold a place? */
export const isSpacer = (attribute: Attribute): boolean =>
  ['width', 'height'].some((side) => {
    const size = nonNegative(attribute(side));
    return size !== null && size <= 3;
  }) ||
  /(?:^|[;\s])(?:width|height)\s*:\s*[0-3](?:\.\d+)?(?:px|pt)?\s*(?:;|$)/i.test(attribute('style') ?? '');

/** Elements whose text is struck out. */
export const striking: ReadonlySet<string> = new Set(['s', 'strike', 'del']);

export const isStruck = (attribute: Attribute): boolean => {
  const style = attribute('style');
  return Boolean(style) && /line-through/i.test(style ?? '');
};

/** May text stand in an `input` of this type that is a figure? @param value what its markup gives. A field for numbers shows nothing else. */
export const mayShowFigure = (type: string, value: string): boolean =>
  !fieldless.test(type) && (!/^number$/i.test(type) || aNumber.test(value));
