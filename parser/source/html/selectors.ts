import type { Selector } from 'css-what';
import { declarationsOf } from './declarations.ts';

/** Where a rule counts, and how much: its media query and its selector. */

/** The screen for which a page is looked at where it asks: that of a desk. */
const screen = { width: 1280, height: 800 } as const;

/** True or false; null where it cannot be told. */
type Truth = boolean | null;

/** Questions of which the answer is known by the kind of screen, each with what is answered with yes. */
const answers: Readonly<Record<string, RegExp>> = {
  orientation: /^landscape$/,
  hover: /^hover$/,
  'any-hover': /^hover$/,
  pointer: /^fine$/,
  'any-pointer': /^(?:fine|coarse)$/,
  'prefers-color-scheme': /^light$/,
  'prefers-reduced-motion': /^no-preference$/,
  'prefers-reduced-transparency': /^no-preference$/,
  'prefers-contrast': /^no-preference$/,
  'forced-colors': /^none$/,
  'inverted-colors': /^none$/,
  '-ms-high-contrast': /^none$/,
  scripting: /^enabled$/,
  'display-mode': /^browser$/,
  update: /^fast$/,
};

const pixels = (text: string): number => {
  const [, number, unit] = /^([\d.]+)(px|em|rem)?$/.exec(text) ?? [];
  return Number(number ?? Number.NaN) * (unit === 'em' || unit === 'rem' ? 16 : 1);
};

const isLess = (one: number, sign: string, other: number): Truth => {
  if (Number.isNaN(one) || Number.isNaN(other)) return null;
  const least = sign.endsWith('=') && one === other;
  return least || (sign.startsWith('<') ? one < other : sign.startsWith('>') ? one > other : false);
};

/** A side of the screen by its name, or a length. */
const lengthOf = (text: string): number =>
  text === 'width' || text === 'height' ? screen[text] : pixels(text);

/** What is answered to `min-width: 600px`, `400px < width <= 900px` and the like (Media Queries 4). */
const answerTo = (asked: string): Truth => {
  // No browser of today reads a value with a backslash in it.
  if (asked.includes('\\')) return false;
  const feature = asked.replace(/\s+/g, '');
  const [name = '', value = ''] = feature.split(':');
  const [, bound, side] = /^(min|max)-(?:device-)?(width|height)$/.exec(name) ?? [];
  if (side !== undefined) return isLess(lengthOf(side), bound === 'min' ? '>=' : '<=', pixels(value));
  const [first = '', sign, second = '', next, third = ''] = feature.split(/([<>]=?|=)/);
  if (sign !== undefined)
    return both(
      isLess(lengthOf(first), sign, lengthOf(second)),
      next === undefined ? true : isLess(lengthOf(second), next, lengthOf(third)),
    );
  const yes = answers[name];
  return yes && value !== '' ? yes.test(value) : null;
};

const both = (one: Truth, other: Truth): Truth =>
  one === false || other === false ? false : one === null || other === null ? null : true;
const either = (one: Truth, other: Truth): Truth =>
  one === true || other === true ? true : one === null || other === null ? null : false;
const opposite = (one: Truth): Truth => (one === null ? null : !one);

/** Conditions in brackets, joined by `and` or by `or`; null where they are nested, or some are denied. */
const conditions = (text: string, answer: (inside: string) => Truth): Truth => {
  const inside = [...text.matchAll(/\(([^()]*)\)/g)].map(([, one = '']) => one.trim());
  const rest = text.replace(/\([^()]*\)/g, '');
  if (/[()]|\bnot\b/.test(rest)) return null;
  const each = inside.map(answer);
  return /\bor\b/.test(rest) ? each.reduce(either, false) : each.reduce(both, true);
};

/** Does a rule count on the screen of a desk, and does it count elsewhere: on paper, or where it cannot be told? */
export const mediaOf = (query: string): { screen: boolean; elsewhere: boolean } => {
  const text = query.toLowerCase().trim();
  if (text === '' || text === 'all') return { screen: true, elsewhere: true };
  const each = text.split(',').map((one) => {
    const negated = /^\s*not\b/.test(one);
    const body = one
      .trim()
      .replace(/^(?:not|only)\b/, '')
      .trim();
    const type = /^[a-z-]+/.exec(body)?.[0] ?? '';
    const asked = conditions(body.slice(type.length), answerTo);
    const here = both(/^(?:|all|screen)$/.test(type), asked);
    const print = /\bprint\b/.test(one);
    const seen = negated ? opposite(here) : here;
    return { screen: seen === true, elsewhere: (negated ? type === 'screen' : print) || seen === null };
  });
  return { screen: each.some((one) => one.screen), elsewhere: each.some((one) => one.elsewhere) };
};

const supported =
  /^(?:position|float|opacity|color|width|height|gap|object-fit|transform|filter|grid-|flex|--|-webkit-)/;

/** Does a browser of today know what a rule asks for (CSS Conditional Rules 3)? */
export const supportOf = (condition: string): Truth => {
  const text = condition.toLowerCase().trim();
  const negated = /^not\b/.test(text);
  const known = conditions(negated ? text.slice(3) : text, (inside) => {
    const [property = '', value = ''] = inside.split(':').map((one) => one.trim());
    if (/^-(?:ms|moz|o|khtml)-/.test(property) || /^-(?:ms|moz|o)-/.test(value)) return false;
    if (property === 'display') return declarationsOf(property, value).length > 0;
    return supported.test(property) ? true : null;
  });
  return negated ? opposite(known) : known;
};

type Specificity = [ids: number, classes: number, types: number];

export const specificityOf = (tokens: readonly Selector[]): Specificity => {
  const sum: Specificity = [0, 0, 0];
  for (const token of tokens) {
    if (token.type === 'attribute') sum[token.name === 'id' && token.action === 'equals' ? 0 : 1]++;
    else if (token.type === 'tag' || token.type === 'pseudo-element') sum[2]++;
    else if (token.type === 'pseudo') {
      if (Array.isArray(token.data)) {
        if (token.name === 'where') continue;
        const most = token.data
          .map(specificityOf)
          .toSorted((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2])[0];
        most?.forEach((count, at) => {
          sum[at as 0 | 1 | 2] += count;
        });
      } else sum[1]++;
    }
  }
  return sum;
};

/** What of the last part of a selector an element must have: the surest of it. */
export const keyOf = (tokens: readonly Selector[]): string => {
  let key = '';
  for (const token of tokens.toReversed()) {
    if (token.type === 'attribute') {
      if (token.name === 'id' && token.action === 'equals') return `#${token.value}`;
      if (token.name === 'class' && token.action === 'element') key = `.${token.value}`;
    } else if (token.type === 'tag') key ||= token.name;
    else if (token.type !== 'pseudo' && token.type !== 'universal' && token.type !== 'pseudo-element') break;
  }
  return key;
};
