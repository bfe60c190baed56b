import { decodeHTMLAttribute } from 'entities/decode';

/** The attributes of a tag, by the states of the HTML Standard from 13.2.5.32 on. */

export const gt = 62;
export const slash = 47;
const equals = 61;
const doubleQuote = 34;
const singleQuote = 39;

export const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 13 || code === 12;

/** Position of the `>` that ends a tag whose attributes begin at `at`; −1 where the source ends before. */
export const tagEnd = (source: string, start: number): number => {
  let at = start;
  const end = source.length;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (code === gt) return at;
    if (isSpace(code) || code === slash) {
      at++;
      continue;
    }
    // attribute name: a leading = belongs to it
    at++;
    let next = source.charCodeAt(at);
    while (at < end && next !== equals && next !== gt && next !== slash && !isSpace(next))
      next = source.charCodeAt(++at);
    while (at < end && isSpace(next)) next = source.charCodeAt(++at);
    if (next !== equals) continue;
    next = source.charCodeAt(++at);
    while (at < end && isSpace(next)) next = source.charCodeAt(++at);
    if (next === doubleQuote || next === singleQuote) {
      const close = source.indexOf(next === doubleQuote ? '"' : "'", at + 1);
      if (close < 0) return -1;
      at = close + 1;
    } else {
      while (at < end && next !== gt && !isSpace(next)) next = source.charCodeAt(++at);
    }
  }
  return -1;
};

/** The value of an attribute among those of a tag; null where it is absent, '' where it has no value. The first of two counts. */
export const attributeIn = (source: string, wanted: string): string | null => {
  const to = source.length;
  let at = 0;
  while (at < to) {
    const code = source.charCodeAt(at);
    if (isSpace(code) || code === slash) {
      at++;
      continue;
    }
    const nameStart = at++;
    let next = source.charCodeAt(at);
    while (at < to && next !== equals && next !== slash && !isSpace(next)) next = source.charCodeAt(++at);
    const isWanted = at - nameStart === wanted.length && source.slice(nameStart, at).toLowerCase() === wanted;
    while (at < to && isSpace(source.charCodeAt(at))) at++;
    let value = '';
    if (at < to && source.charCodeAt(at) === equals) {
      at++;
      while (at < to && isSpace(source.charCodeAt(at))) at++;
      const quote = source.charCodeAt(at);
      if (at < to && (quote === doubleQuote || quote === singleQuote)) {
        const close = source.indexOf(quote === doubleQuote ? '"' : "'", at + 1);
        if (isWanted) value = source.slice(at + 1, close);
        at = close + 1;
      } else {
        const valueStart = at;
        while (at < to && !isSpace(source.charCodeAt(at))) at++;
        if (isWanted) value = source.slice(valueStart, at);
      }
    }
    if (isWanted) return value.includes('&') ? decodeHTMLAttribute(value) : value;
  }
  return null;
};
