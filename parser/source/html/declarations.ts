import { withoutComments } from './comments.ts';

/** Declarations that decide what is seen: which they are, and what a shorthand says of them. */

type Declaration = { property: string; value: string };

const displays =
  /^(?:none|inline|block|inline-block|list-item|contents|flow-root|(?:inline-)?(?:table|flex|grid)|table-[a-z-]+|run-in|-webkit-(?:inline-)?box|-moz-(?:inline-)?box|-ms-flexbox|ruby[a-z-]*|inherit|initial|unset|revert)$/;
const length = String.raw`[+-]?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(?:[a-z]{1,5}|%)?`;
const lengths = new RegExp(`^(?:auto|${length}|inherit|initial|unset|calc\\(.{0,200})$`);

/** What a value must look like to be one of its property: a browser passes over any other. */
const valid: Readonly<Record<string, RegExp>> = {
  display: displays,
  visibility: /^(?:visible|hidden|collapse|inherit|initial|unset|revert)$/,
  opacity: /^(?:[+-]?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})%?|inherit|initial|unset|calc\(.{0,200})$/,
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
    `^(?:xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger|${length}|inherit|initial|unset|calc\\(.{0,200})$`,
  ),
  order: /^(?:-?\d+|inherit|initial|unset)$/,
};

/** Properties that are kept as they are. */
const kept: ReadonlySet<string> = new Set([
  ...Object.keys(valid),
  ...(
    'background-color background-image clip clip-path color content content-visibility direction filter flex-direction font-family ' +
    'grid-area grid-column grid-row height letter-spacing list-style-type margin-left max-height max-width mso-hide mso-text-raise overflow rotate scale ' +
    'overflow-wrap text-decoration-line text-indent transform translate unicode-bidi width word-break -webkit-text-fill-color -webkit-text-security'
  ).split(' '),
]);

/** A value that rests on a custom property may be anything. */
const unknown = /\b(?:var|env|attr)\(/;

/** What content adds nothing that is seen. */
const emptyContent =
  /^(?:none|normal|""|''|"\s+"|'\s+'|"\\(?:20|a0|200b|feff)\s?"|'\\(?:20|a0|200b|feff)\s?'|inherit|initial|unset)$/i;

/** Fonts whose letters and digits are drawn as pictures. */
export const pictureFont = /\b(?:wingdings|webdings|marlett|zapf ?dingbats)\b/i;

/** A declaration as longhands; none where it does not concern what is seen, or is not valid. */
export const declarationsOf = (name: string, raw: string): Declaration[] => {
  const property = name.toLowerCase();
  const text = withoutComments(raw).replace(/\s+/g, ' ').trim();
  const value = property === 'content' ? text : text.toLowerCase();
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
      const found: Declaration[] = [
        { property: 'background-image', value: /url\([^()]{0,2000}\)|gradient/.exec(value)?.[0] ?? 'none' },
      ];
      const color =
        /#[0-9a-f]{3,8}\b|rgba?\([^()]{0,60}\)|\b(?:white|black|red|blue|transparent|window|windowtext)\b/.exec(
          value.replace(/url\([^()]{0,2000}\)/g, ''),
        )?.[0];
      if (color) found.push({ property: 'background-color', value: color });
      return found;
    }
    case 'flex-flow':
      return [{ property: 'flex-direction', value }];
    case 'overflow-x':
    case 'overflow-y':
      return [{ property: 'overflow', value }];
    case 'inset':
      return [
        { property: 'top', value: value.split(' ')[0] ?? '' },
        { property: 'left', value: value.split(' ').at(-1) ?? '' },
      ];
    case 'margin': {
      const sides = value.split(' ');
      return [{ property: 'margin-left', value: sides[3] ?? sides[1] ?? sides[0] ?? '' }];
    }
    case 'list-style':
      return [{ property: 'list-style-type', value }];
    case '-webkit-transform':
    case '-ms-transform':
      return [{ property: 'transform', value }];
    case 'all':
      return [];
    default:
  }
  if (!kept.has(property)) return [];
  const pattern = valid[property];
  if (pattern && !pattern.test(value) && !unknown.test(value)) return [];
  return [{ property, value }];
};
