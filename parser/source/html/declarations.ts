import { pictureFont } from '../picture-fonts.ts';
import { colorOf } from './colors.ts';
import { withoutComments } from './comments.ts';

/** Declarations that decide what is seen: which they are, and what a shorthand says of them. */

type Declaration = { property: string; value: string };

const displays =
  /^(?:none|inline|block|inline-block|list-item|contents|flow-root|(?:inline-)?(?:table|flex|grid)|table-[a-z-]+|run-in|-webkit-(?:inline-)?box|-moz-(?:inline-)?box|-ms-flexbox|ruby[a-z-]*|inherit|initial|unset|revert)$/;
const number = String.raw`[+-]?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(?:e[+-]?\d{1,3})?`;
const length = `${number}(?:[a-z]{1,5}|%)?`;
/** Values that are to be worked out. */
const math = String.raw`(?:calc|min|max|clamp)\(.{0,200}`;
const lengths = new RegExp(`^(?:auto|${length}|inherit|initial|unset|${math})$`);

/** What a value must look like to be one of its property: a browser passes over any other. */
const valid: Readonly<Record<string, RegExp>> = {
  display: displays,
  visibility: /^(?:visible|hidden|collapse|inherit|initial|unset|revert)$/,
  opacity: new RegExp(`^(?:${number}%?|inherit|initial|unset|${math})$`),
  position: /^(?:static|relative|absolute|fixed|sticky|-webkit-sticky|inherit|initial|unset)$/,
  top: lengths,
  left: lengths,
  right: lengths,
  bottom: lengths,
  float: /^(?:left|right|none|inline-start|inline-end|inherit|initial|unset)$/,
  'vertical-align': new RegExp(
    `^(?:baseline|sub|super|top|bottom|middle|text-top|text-bottom|${length}|inherit|initial|unset)$`,
  ),
  'font-size': new RegExp(
    `^(?:xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger|${length}|inherit|initial|unset|${math})$`,
  ),
  order: /^(?:-?\d+|inherit|initial|unset)$/,
};

/** Properties that are kept as they are. */
const kept: ReadonlySet<string> = new Set([
  ...Object.keys(valid),
  ...(
    'all animation-name background-color background-image baseline-shift border box-shadow box-sizing clip clip-path color column-count content content-visibility ' +
    'direction filter flex-direction font-family font-feature-settings font-variant-position grid-area grid-column grid-row height letter-spacing ' +
    'line-height list-style-type margin-bottom margin-left margin-right margin-top mask-image max-height max-width mix-blend-mode mso-hide ' +
    'mso-text-raise offset-path overflow overflow-wrap padding-left padding-right rotate scale text-decoration-line text-indent transform translate ' +
    'unicode-bidi width word-break z-index zoom -webkit-box-reflect -webkit-text-fill-color -webkit-text-security'
  ).split(' '),
]);

/** Names of old and of lines that run otherwise, by those that are meant. */
const otherNames: Readonly<Record<string, string>> = {
  '-webkit-animation': 'animation',
  '-webkit-animation-name': 'animation-name',
  '-webkit-columns': 'columns',
  '-webkit-column-count': 'column-count',
  '-webkit-filter': 'filter',
  '-webkit-mask': 'mask',
  '-webkit-mask-image': 'mask-image',
  '-webkit-transform': 'transform',
  '-ms-transform': 'transform',
  'block-size': 'height',
  'inline-size': 'width',
  'inset-block-start': 'top',
  'inset-inline-start': 'left',
  'margin-block-start': 'margin-top',
  'margin-inline-end': 'margin-right',
  'margin-inline-start': 'margin-left',
  'max-block-size': 'max-height',
  'max-inline-size': 'max-width',
  'overflow-x': 'overflow',
  'overflow-y': 'overflow',
  'padding-inline-end': 'padding-right',
  'padding-inline-start': 'padding-left',
};

/** What a shorthand sets, of what is kept. */
const longhands: Readonly<Record<string, readonly string[]>> = {
  animation: ['animation-name'],
  background: ['background-image', 'background-color'],
  columns: ['column-count'],
  'flex-flow': ['flex-direction'],
  font: ['font-size', 'font-family'],
  inset: ['top', 'left'],
  'list-style': ['list-style-type'],
  margin: ['margin-top', 'margin-right', 'margin-bottom', 'margin-left'],
  mask: ['mask-image'],
  offset: ['offset-path'],
  padding: ['padding-right', 'padding-left'],
  'text-decoration': ['text-decoration-line'],
};

/** A border of any side, which draws something where an element has no text. */
const border = /^border(?:-(?:top|right|bottom|left|width|style))?$/;

/** Does a property concern what is seen? */
export const concerns = (property: string): boolean =>
  kept.has(property) ||
  property in longhands ||
  property in otherNames ||
  property.startsWith('--') ||
  border.test(property);

/** A value that waits for those of custom properties (CSS Custom Properties 1, 3): `property:value`. */
const pending = 'pending-';

/** Does a value rest on a custom property? */
export const isPending = (value: string): boolean => value.includes('var(');

/** What such a value says of a property, once those are put in. */
export const settled = (property: string, value: string): string => {
  const colon = value.startsWith(pending) ? value.indexOf(':') : -1;
  const declared =
    colon < 0
      ? declarationsOf(property, value)
      : declarationsOf(value.slice(pending.length, colon), value.slice(colon + 1));
  return declared.find((one) => one.property === property)?.value ?? '';
};

const keywords = /^(?:inherit|initial|unset|revert|currentcolor|-webkit-link|linktext|highlight|graytext)$/;
/** A colour by a function of which it is not known what it gives is still one. */
const colorCall = /^[a-z-]{2,20}\(/;
const colors = /^(?:color|background-color|-webkit-text-fill-color)$/;

/** A value that is given from elsewhere may be anything. */
const unknown = /\b(?:env|attr)\(/;

/** What content adds nothing that is seen. */
const emptyContent =
  /^(?:none|normal|""|''|"\s+"|'\s+'|"\\(?:20|a0|200b|feff)\s?"|'\\(?:20|a0|200b|feff)\s?'|inherit|initial|unset)$/i;

/** An escape stands for a character by its number, or for the sign behind it (CSS Syntax 3, 4.3.7). */
const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(
        /\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi,
        (_, code: string | undefined, sign: string | undefined) =>
          code === undefined
            ? (sign ?? '')
            : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
      )
    : text;

/** A declaration as longhands; none where it does not concern what is seen, or is not valid. */
export const declarationsOf = (name: string, raw: string): Declaration[] => {
  const lower = unescaped(name).toLowerCase();
  const property = otherNames[lower] ?? lower;
  const text = withoutComments(raw).replace(/\s+/g, ' ').trim();
  const value = property === 'content' ? text : unescaped(text).toLowerCase();
  if (property.startsWith('--')) return [{ property, value }];
  const set = longhands[property];
  if (set && isPending(value))
    return set.map((one) => ({ property: one, value: `${pending}${property}:${value}` }));
  switch (property) {
    case 'text-decoration':
      return [
        { property: 'text-decoration-line', value: /line-through/.test(value) ? 'line-through' : 'none' },
      ];
    case 'content':
      return [{ property, value: emptyContent.test(value) ? '' : value }];
    case 'font': {
      const size =
        /(?:^|\s)([+-]?[\d.]{1,12}(?:px|pt|em|rem|%|in|cm|mm|pc)|0|xx-small|x-small|small|medium|large|x-large|xx-large)(?:\s*\/|\s)/.exec(
          value,
        )?.[1];
      const family = pictureFont.exec(value)?.[0];
      return [
        ...(size === undefined ? [] : [{ property: 'font-size', value: size }]),
        ...(family === undefined ? [] : [{ property: 'font-family', value: family }]),
      ];
    }
    case 'background': {
      const picture = /url\([^()]{0,2000}\)|gradient/.test(value) ? value : 'none';
      const words =
        value.replace(/url\([^()]{0,2000}\)/g, '').match(/[a-z]{2,6}\([^()]+\)|#?[a-z0-9]{3,20}/g) ?? [];
      const color = picture.includes('gradient')
        ? undefined
        : words.find((word) => word === 'currentcolor' || colorOf(word) !== null);
      return [
        { property: 'background-image', value: picture },
        { property: 'background-color', value: color ?? 'transparent' },
      ];
    }
    case 'flex-flow':
      return [{ property: 'flex-direction', value }];
    case 'inset':
      return [
        { property: 'top', value: value.split(' ')[0] ?? '' },
        { property: 'left', value: value.split(' ').at(-1) ?? '' },
      ];
    case 'padding': {
      const [top = '', right = top, , left = right] = value.split(' ');
      return [
        { property: 'padding-right', value: right },
        { property: 'padding-left', value: left },
      ];
    }
    case 'margin': {
      const [top = '', right = top, bottom = top, left = right] = value.split(' ');
      return [
        { property: 'margin-top', value: top },
        { property: 'margin-right', value: right },
        { property: 'margin-bottom', value: bottom },
        { property: 'margin-left', value: left },
      ];
    }
    case 'list-style':
    case 'mask':
    case 'columns':
    case 'offset':
      return [{ property: set?.[0] ?? property, value }];
    case 'animation':
      return [{ property: 'animation-name', value: /^none\b|^$/.test(value) ? 'none' : value }];
    default:
  }
  if (border.test(property)) return [{ property: 'border', value }];
  if (!kept.has(property)) return [];
  const pattern = valid[property];
  if (isPending(value)) return [{ property, value }];
  if (pattern && !pattern.test(value) && !unknown.test(value)) return [];
  if (colors.test(property) && colorOf(value) === null && !keywords.test(value) && !colorCall.test(value))
    return [];
  return [{ property, value }];
};

/** Families of fonts that a sheet brings along within itself: their digits may look like others. */
export const broughtFamilies = (sheet: string): string[] =>
  sheet
    .split(/@font-face/i)
    .slice(1)
    .flatMap((rest) => {
      const block = rest.slice(0, Math.max(0, rest.indexOf('}')));
      if (!block.includes('data:')) return [];
      return [/font-family\s*:\s*["']?([^;"'{}]+)/i.exec(block)?.[1]?.trim().toLowerCase() ?? ''];
    });
