import { type PageText, wholeOf } from '../page-text.ts';
import { attributeIn } from './attributes.ts';
import { withoutComments } from './comments.ts';
import { pictureFont } from './declarations.ts';

/**
 * Which markup may change what is seen, told from its source alone. It errs to one side: whatever might, is told, and the page is then
 * read with the whole cascade. What is not told here changes nothing.
 */

/** Properties of which some value tells something, and the beginnings of such values: most declarations have none. */
const perhaps =
  /display\s*:(?!\s*(?:[bi]|table|flex|grid))|visibility|opacity|line-through|vertical-align\s*:(?!\s*(?:mid|bas))|position\s*:\s*[af]|clip|mso-(?:text-raise|hide)|text-indent\s*:\s*-|float\s*:\s*[lr]|order\s*:\s*-?[1-9]|direction|unicode-bidi|transform|(?:rotate|scale|translate)\s*:|filter|letter-spacing\s*:\s*-|security|fill-color|color\s*:\s*(?:#f|white|snow|iv|tra|rgb|hsl|var|win)|list-style|inset|(?:top|left|right|bottom)\s*:|overflow|gradient|grid-(?:ar|co|ro)|(?:height|width)\s*:\s*[0-4](?:px|pt|em|%|[;}\s"]|$)|[;{\s"']width\s*:\s*\d?\d(?:\.\d{1,4})?(?:px|pt|em)|^width|margin-left\s*:\s*-|font(?:-size)?\s*:|\\|\/\*|\ball\s*:|mask|dings\b|marlett/i;

/** A ground is looked at where anything dark is written. Two expressions, since one that spans a value would not be linear. */
const ground = /background/i;
const perhapsDark = /#[0-2]|black|rgb|hsl|var|url|win|gradient/i;

const perhapsTelling = (source: string): boolean =>
  perhaps.test(source) || (ground.test(source) && perhapsDark.test(source));

const plainValues: Readonly<Record<string, RegExp>> = {
  display:
    /^(?:inline|block|inline-block|table[a-z-]*|flex|inline-flex|grid|inline-grid|flow-root|inherit|initial|unset|-webkit-box|-webkit-inline-box|-moz-box|-ms-flexbox)$/,
  visibility: /^(?:visible|inherit)$/,
  opacity: /^(?:1(?:\.0*)?|0?\.[3-9]\d*|100%)$/,
  filter: /^(?:none|alpha\(opacity=(?:[3-9]\d|100)\))$/,
  'vertical-align': /^(?:baseline|middle|inherit|initial|unset)$/,
  position: /^(?:static|relative|inherit|initial|unset)$/,
  float: /^(?:none|inherit|initial)$/,
  direction: /^(?:ltr|inherit)$/,
  order: /^0$/,
  'list-style': /none/,
  'list-style-type': /none/,
  'flex-direction': /^(?:row|column|inherit|initial)$/,
  transform: /^none$/,
  'mso-hide': /^(?:none|screen)$/,
};
/** The other way round: values that tell something. */
const tellingValues: Readonly<Record<string, RegExp>> = {
  'text-decoration': /line-through|var\(/,
  'text-decoration-line': /line-through|var\(/,
  'text-indent': /^-?\d{3}|var\(/,
  'margin-left': /^-\d{3}/,
  'flex-flow': /reverse/,
  overflow: /hidden|clip/,
  'letter-spacing': /^-(?:[3-9]|\d{2}|0?\.[2-9]\d{0,3}em|1em)/,
};
/** Their value decides whether it is an offset of anything. */
const offsets = /^(?:top|left|right|bottom|inset|mso-text-raise)$/;
const zero = /^(?:auto|inherit|initial|[+-]?0(?:\.0+)?(?:px|pt|em|%)?)$/;
const flat = /^(?:max-)?(?:height|width)$/;
/** So narrow that a figure may be broken in it, wherever breaking is set. */
const narrow = /^(?:\d?\d(?:\.\d+)?(?:px|pt)|[0-3]?(?:\.\d+)?em)$/;
const always =
  /^(?:grid-area|grid-column|grid-row|clip|clip-path|content-visibility|unicode-bidi|rotate|scale|translate|all|-webkit-text-security|-webkit-text-fill-color|mask|-webkit-mask)$/;
const grounds = /^(?:background|background-color|background-image)$/;
/** Nearly as light as the ground, or not there at all. */
const pale = /#(?:f[0-9a-f]){3}|#fff|white|snow|ivory|transparent|rgba?\(\s*2[45]\d|hsl|var\(/i;
const clear = /rgba\((?:[^(),]*,){3}\s*(?:[01.]{1,3}\s*)?\)/i;
const unseen = (color: string): boolean => pale.test(color) || clear.test(color);

/** As dark as letters are, or a picture. */
const dark =
  /#(?:[0-2][0-9a-f]){3}|#[0-2]{3}\b|black|windowtext|rgba?\(\s*\d{1,2}\D|hsl|var\(|url\(|gradient\(/i;

export type Telling = {
  /** It may take its element off the page, or strike it out. */
  hides: boolean;
  /** It may change how a figure in it is seen. */
  alters: boolean;
  /** Only where it stands in a line; the parts of a table it leaves as they are. */
  inLine: boolean;
  /** Size of letters that it sets, as written; null where it sets none. */
  size: string | null;
  /** Its attributes decide what stands where. */
  reads: boolean;
};

/** What says nothing. */
export const nothing: Telling = { hides: false, alters: false, inLine: false, size: null, reads: false };

/** What a list of declarations tells. */
const tellingDeclarations = (source: string): Telling => {
  if (!perhapsTelling(source)) return nothing;
  const found: Telling = { ...nothing };
  const text = withoutComments(source);
  if (text.includes('\\')) found.hides = true;
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    const property = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const raw = part.slice(colon + 1);
    const strong = raw.includes('!');
    const value = (strong ? raw.slice(0, raw.indexOf('!')) : raw).trim().toLowerCase();
    const plain = plainValues[property];
    if (plain) {
      if (plain.test(value) && !(strong && (property === 'display' || property === 'visibility'))) continue;
      if (
        /^(?:display|visibility|opacity|filter|text-decoration|text-decoration-line|mso-hide)$/.test(property)
      )
        found.hides = true;
      else if (property === 'vertical-align' || property === 'float') found.inLine = true;
      else found.alters = true;
    } else if (tellingValues[property]) {
      if (tellingValues[property].test(value))
        found[property.startsWith('text-decoration') ? 'hides' : 'alters'] = true;
    } else if (offsets.test(property)) {
      if (!zero.test(value)) found.inLine = true;
    } else if (always.test(property)) {
      if (value !== 'none' && value !== 'auto') found.alters = true;
    } else if (flat.test(property)) {
      if (/^[0-4](?:\.\d+)?(?:px|pt|em|%)?$/.test(value)) found.alters = true;
      else if (property === 'width' && narrow.test(value)) found.inLine = true;
    } else if (property === 'color') {
      if (unseen(value)) found.alters = true;
    } else if (grounds.test(property)) {
      if (dark.test(value)) found.alters = true;
    } else if (property === 'font-family') {
      if (pictureFont.test(value)) found.alters = true;
    } else if (property === 'font-size') found.size = value;
    else if (property === 'font') {
      if (pictureFont.test(value)) found.alters = true;
      found.size = /\d[\d.]{0,9}(?:px|pt|em|rem|%)/.exec(value)?.[0] ?? value;
    }
  }
  return found;
};

/** What all attributes that tell something have in common. Nearly all links have none of them. */
const told = /[\s/"'](?:style|hidden|dir|size|color|face|bgcolor|background|colspan|rowspan)/i;
const hidingClasses =
  /\b(?:sr-only|visually-?hidden|screen-reader-text|d-none|is-hidden|hidden|invisible)\b/i;

/** What the attributes of a tag tell by themselves, without the style sheets of the page. */
export const tellingAttributes = (name: string, attributes: string): Telling =>
  told.test(attributes) || hidingClasses.test(attributes) ? tellingOf(name, attributes) : nothing;

const tellingOf = (name: string, attributes: string): Telling => {
  const value = (wanted: string): string => attributeIn(attributes, wanted) ?? '';
  const found = { ...tellingDeclarations(value('style')) };
  found.reads = /span|hidden|display|line-through|&/i.test(attributes);
  if (/(?:^|\s)hidden(?=[\s=/]|$)/i.test(attributes)) found.hides = true;
  if (/\sdir\s*=/i.test(attributes) && value('dir').toLowerCase() !== 'ltr') found.alters = true;
  if (hidingClasses.test(attributes) && hidingClasses.test(value('class'))) found.alters = true;
  if (/\sbackground\s*=/i.test(attributes)) found.alters = true;
  if (name === 'font') {
    if (unseen(value('color')) || pictureFont.test(value('face'))) found.alters = true;
    found.size ??= attributeIn(attributes, 'size');
  }
  if (/bgcolor/i.test(attributes) && dark.test(value('bgcolor'))) found.alters = true;
  const { hides, alters, inLine, size, reads } = found;
  return hides || alters || inLine || size !== null || reads ? found : nothing;
};

/** What the sheets of a page tell, by keys of the elements of which they tell it: `*`, `td`, `.class`, `#id`. */
export type TellingKeys = Map<string, Telling>;

const pseudoElement = /:(?:before|after|marker|first-letter|first-line)/i;

/** In lower case a text may have another length, so that places would not be those of the source. */
const sheetStart = /<style/gi;
const sheetEnd = /<\/style/gi;

/** What the style sheets of a page tell, or of what is left of one. */
export const tellingSheets = (page: PageText): TellingKeys => {
  const keys: TellingKeys = new Map();
  for (const [at, piece] of page.entries()) {
    // A sheet that goes on behind its piece is read with all that follows.
    if (readSheets(piece, at === page.length - 1, keys)) continue;
    readSheets(wholeOf(page.slice(at)), true, keys);
    break;
  }
  return keys;
};

/** @returns false where the last sheet has no end and may have one behind the source; all before it is then in `keys`, which does no harm. */
const readSheets = (source: string, isLast: boolean, keys: TellingKeys): boolean => {
  const placeOf = (expression: RegExp, at: number): number => {
    expression.lastIndex = at;
    return expression.exec(source)?.index ?? -1;
  };
  for (let open = placeOf(sheetStart, 0); open >= 0; ) {
    const start = source.indexOf('>', open) + 1;
    const close = start > 0 ? placeOf(sheetEnd, start) : -1;
    if (close < 0 && !isLast) return false;
    const end = close < 0 ? source.length : close;
    if (start > 0) tellSheet(source.slice(start, end), keys);
    open = placeOf(sheetStart, end);
  }
  return true;
};

/** Adds what a style sheet tells to `keys`. */
const tellSheet = (source: string, keys: TellingKeys): void => {
  if (!perhapsTelling(source) && !/content/i.test(source)) return;
  // What stands between two braces is the block of a rule where nothing opens in it, and what stands before, its selectors.
  const pieces = withoutComments(source)
    .replace(/<!--|-->/g, '')
    .split('{');
  for (let at = 1; at < pieces.length; at++) {
    const close = pieces[at]?.indexOf('}') ?? -1;
    const block = close < 0 ? (pieces[at] ?? '') : (pieces[at]?.slice(0, close) ?? '');
    const before = pieces[at - 1] ?? '';
    const prelude = before.slice(Math.max(before.lastIndexOf('}'), before.lastIndexOf(';')) + 1);
    const pseudo = pseudoElement.test(prelude);
    const generated = /content\s*:\s*(?!["']\s*["']|none|normal)/i.test(block) || /first-l/.test(prelude);
    const found: Telling = pseudo ? { ...nothing, alters: generated } : tellingDeclarations(block);
    if (!found.hides && !found.alters && !found.inLine && found.size === null) continue;
    for (const selector of prelude.split(',')) add(keys, keyOf(selector), found);
  }
};

const add = (keys: TellingKeys, key: string, found: Telling): void => {
  const before = keys.get(key);
  keys.set(
    key,
    before
      ? {
          hides: before.hides || found.hides,
          alters:
            before.alters ||
            found.alters ||
            (before.size !== null && found.size !== null && before.size !== found.size),
          inLine: before.inLine || found.inLine,
          size: before.size ?? found.size,
          reads: false,
        }
      : found,
  );
};

/** What the sheets of a page tell of an element that these simple selectors mean. */
export const tellingKeysOf = (keys: TellingKeys, selectors: readonly string[]): Telling => {
  const own: TellingKeys = new Map();
  for (const selector of selectors) {
    const found = keys.get(selector);
    if (found) add(own, '', found);
  }
  return own.get('') ?? nothing;
};

/** What an element must have to be meant: the surest of the last part of a selector; `*` where nothing is sure. */
const keyOf = (selector: string): string => {
  if (selector.includes('\\') || /:(?:is|where|not|has|host|slotted)/i.test(selector)) return '*';
  const last =
    selector
      .trim()
      .split(/[\s>+~]+/)
      .at(-1) ?? '';
  const plain = last.replace(/\[[^\][]{0,200}\]/g, '').replace(/::?[a-z-]{1,40}(?:\([^()]{0,200}\))?/gi, '');
  return (
    /#[\p{L}\p{N}_-]+/u.exec(plain)?.[0] ??
    /\.[\p{L}\p{N}_-]+/u.exec(plain)?.[0] ??
    (/^[a-z][a-z0-9]*/i.exec(plain)?.[0]?.toLowerCase() || '*')
  );
};
