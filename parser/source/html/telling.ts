import { remembered } from '../../text/remembered.ts';
import { type PageText, wholeOf } from '../page-text.ts';
import { pictureFont } from '../picture-fonts.ts';
import { attributeIn } from './attributes.ts';
import { digitClass, mayHide } from './classes.ts';
import { isClear, isDark, isLight } from './colors.ts';
import { withoutComments } from './comments.ts';
import { broughtFamilies, concerns, declarationsOf, isPending } from './declarations.ts';
import { lookOf, plainLook, tiny } from './look.ts';

/**
 * Which markup may change what is seen, told from its source alone, one list of declarations at a time: by the same rules by which an
 * element is judged (`look.ts`), as if nothing else were said of it. It errs to one side: whatever might change something, is told, and
 * the page is then read with the whole cascade. What is not told here changes nothing.
 */

/** Values that rest on more than one declaration. */
const sets = /^(?:display|visibility|opacity|text-decoration-line)$/;
/** What is less may be next to nothing within another such element. */
const leastOpacity = 0.6;
/** They take an element off the page, and not only its text. */
const hiding = ['opacity', 'filter', 'mso-hide', 'content-visibility'];

export type Telling = {
  /** It may take its element off the page, or strike it out. */
  hides: boolean;
  /** It may change how a figure in it is seen. */
  alters: boolean;
  /** Only where it stands in a line; the parts of a table it leaves as they are. */
  inLine: boolean;
  /** What stands in it stands apart from the text beside it. */
  apart: boolean;
  /** Size of letters that it sets, as written; null where it sets none. */
  size: string | null;
  /** Its text may not be seen at all. */
  away: boolean;
  /** Its attributes decide what stands where. */
  reads: boolean;
};

/** What says nothing. */
export const nothing: Telling = {
  hides: false,
  alters: false,
  inLine: false,
  apart: false,
  size: null,
  away: false,
  reads: false,
};

/** What a list of declarations tells. */
const tellingDeclarations = (source: string): Telling => {
  const values = new Map<string, string>();
  const found: Telling = { ...nothing };
  // An escape may write any name.
  if (source.includes('\\')) found.hides = true;
  for (const part of withoutComments(source).split(';')) {
    const colon = part.indexOf(':');
    const property = part.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!concerns(property)) continue;
    const raw = part.slice(colon + 1);
    const strong = raw.indexOf('!');
    // What is cut here, a file within the sheet, is a picture.
    if (raw.includes('url(') && !raw.includes(')')) found.alters = true;
    for (const { property: name, value } of declarationsOf(
      property,
      strong < 0 ? raw : raw.slice(0, strong),
    )) {
      values.set(name, value);
      if (isPending(value)) found[sets.test(name) ? 'hides' : 'alters'] = true;
      if (strong >= 0 && (name === 'display' || name === 'visibility')) found.hides = true;
    }
  }
  if (values.size > 0) judge(values, found);
  return found;
};

const judge = (values: ReadonlyMap<string, string>, found: Telling): void => {
  const value = (property: string): string => values.get(property) ?? '';
  found.size = values.get('font-size') ?? null;
  const [inLine, part] = [lookOf('span', value, plainLook), lookOf('td', value, plainLook)];
  if (part.gone || !part.visible || part.struck) found.hides = true;
  if (part.why === 'hidden' && hiding.some((property) => values.has(property))) found.hides = true;
  if (part.why === 'hidden' || inLine.why === 'hidden' || part.size < tiny || isClear(part.color))
    found.away = true;
  if (inLine.apart !== null) found.apart = true;
  if (inLine.stacks) found.inLine = true;
  if (part.size < tiny) found.alters = true;
  if (part.why !== null || value('all') !== '' || part.opacity < leastOpacity) found.alters = true;
  // Letters of so little of the size of others may be so in another such element.
  if (/^0?\.[0-5]|^[0-5]?\d(?:\.\d{1,9})?%|v[wh]$|smaller|\(/.test(found.size ?? '')) found.alters = true;
  if (inLine.why !== null || inLine.shift !== '' || inLine.size !== part.size) found.inLine = true;
  if (values.has('width') && lookOf('input', value, plainLook).why !== null) found.inLine = true;
  if (values.has('zoom') || values.has('list-style-type') || value('display') === 'list-item')
    found.inLine = true;
  const ink = value('-webkit-text-fill-color') || value('color');
  if (ink !== '' && !isDark(ink)) found.alters = true;
  const ground = value('background-color');
  if (ground !== '' && !isLight(ground)) found.alters = true;
  if (value('background-image').includes('(')) found.alters = true;
};

/** What all attributes that tell something have in common. Nearly all links have none of them. */
const told = /[\s/"'](?:style|hidden|popover|dir|size|color|face|bgcolor|background|colspan|rowspan)/i;
const aClass = /class=["']?([^"'>]+)/i;

const isTellingClass = (attributes: string): boolean => {
  const classes = aClass.exec(attributes)?.[1];
  return classes !== undefined && (mayHide(classes) || digitClass.test(classes));
};

/** What the attributes of a tag tell by themselves, without the style sheets of the page. */
export const tellingAttributes = (name: string, attributes: string): Telling =>
  told.test(attributes) || isTellingClass(attributes) ? tellingOf(name, attributes) : nothing;

const tellingOf = (name: string, attributes: string): Telling => {
  const value = (wanted: string): string => attributeIn(attributes, wanted) ?? '';
  const found = { ...tellingDeclarations(value('style')) };
  found.reads = /span|hidden|popover|display|line-through|&/i.test(attributes);
  if (/(?:^|\s)(?:hidden|popover)(?=[\s=/]|$)/i.test(attributes)) found.hides = true;
  if (/\sdir\s*=/i.test(attributes) && value('dir').toLowerCase() !== 'ltr') found.alters = true;
  if (isTellingClass(attributes)) {
    found.alters = true;
    found.away = mayHide(value('class'));
  }
  if (/\sbackground\s*=/i.test(attributes)) found.alters = true;
  if (name === 'font') {
    const color = value('color').trim().toLowerCase();
    if ((color !== '' && !isDark(color)) || pictureFont.test(value('face'))) found.alters = true;
    found.size ??= attributeIn(attributes, 'size');
  }
  const ground = /bgcolor/i.test(attributes) ? value('bgcolor').trim().toLowerCase() : '';
  if (ground !== '' && !isLight(ground)) found.alters = true;
  const { hides, alters, inLine, apart, size, away, reads } = found;
  return hides || alters || inLine || apart || away || size !== null || reads ? found : nothing;
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
  for (const [key, found] of toldBySheet(source)) add(keys, key, found);
};

const toldAnew = (source: string): TellingKeys => {
  const keys: TellingKeys = new Map();
  // Fonts that the sheet brings along may be used by any rule.
  if (broughtFamilies(source).length > 0) add(keys, '*', { ...nothing, alters: true });
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
    const generated =
      /content\s*:\s*(?!["']\s*["']|none|normal)/i.test(block) ||
      /first-l/.test(prelude) ||
      (/content/i.test(block) && /background|border/i.test(block));
    const found: Telling = pseudo ? { ...nothing, alters: generated } : tellingDeclarations(block);
    const { hides, alters, inLine, apart, away, size } = found;
    if (!(hides || alters || inLine || apart || away) && size === null) continue;
    for (const selector of prelude.split(',')) add(keys, keyOf(selector), found);
  }
  return keys;
};

/** The pages of a site have the same sheets. */
const toldBySheet = remembered(toldAnew, { most: 64, longest: 50_000 });

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
          apart: before.apart || found.apart,
          size: before.size ?? found.size,
          away: before.away || found.away,
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
      .replace(/\[[^\][]{0,200}\]/g, '[]')
      .trim()
      .split(/[\s>+~]+/)
      .at(-1) ?? '';
  const plain = last.replaceAll('[]', '').replace(/::?[a-z-]{1,40}(?:\([^()]{0,200}\))?/gi, '');
  return (
    /#[\p{L}\p{N}_-]+/u.exec(plain)?.[0] ??
    /\.[\p{L}\p{N}_-]+/u.exec(plain)?.[0] ??
    (/^[a-z][a-z0-9]*/i.exec(plain)?.[0]?.toLowerCase() || '*')
  );
};
