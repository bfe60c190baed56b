import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';

/**
 * HTML tokens, by the states of the HTML Standard (13.2.5), as far as they decide where a tag ends and what is text.
 * It jumps from one significant character to the next instead of looking at every one. Attributes are read only when asked for.
 */
export type TokenSink = {
  text(data: string): void;
  /** `from`…`to`: where in the source its attributes stand, for `attributeIn`. */
  startTag(name: string, source: string, from: number, to: number): void;
  endTag(name: string): void;
  /** True when the sink wants no more. */
  done(): boolean;
};

/** Elements whose content is text up to their own end tag (rawtext, with scripting on as in a browser). */
const rawText: ReadonlySet<string> = new Set(['style', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript']);
const escapableRawText: ReadonlySet<string> = new Set(['title', 'textarea']);

const gt = 62;
const slash = 47;
const equals = 61;
const doubleQuote = 34;
const singleQuote = 39;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 13 || code === 12;

/** Character references decoded, U+0000 dropped as the tree construction does. */
const decoded = (text: string): string => {
  const whole = text.includes('&') ? decodeHTML(text) : text;
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
};

/** Position of the `>` that ends a tag whose attributes begin at `at`; −1 where the source ends before. */
const tagEnd = (source: string, start: number): number => {
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

/** The value of an attribute in the source of a tag; null where it is absent, '' where it has no value. The first of two counts. */
export const attributeIn = (source: string, from: number, to: number, wanted: string): string | null => {
  let at = from;
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

/** Position of the `<` of the end tag that closes raw text; the length of the source where there is none. */
const rawTextEnd = (source: string, from: number, name: string): number => {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2)) {
    const after = source.charCodeAt(at + 2 + name.length);
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue;
    if (after === gt || after === slash || isSpace(after)) return at;
  }
  return source.length;
};

/** The same for a script, in which `<!--` … `<script>` hides an end tag (script data escaped and double escaped states). */
const scriptEnd = (source: string, from: number): number => {
  const signs = /<\/script[\t\n\f\r />]|<script[\t\n\f\r />]|-->|<!--/gi;
  let escaped = 0;
  signs.lastIndex = from;
  for (let sign = signs.exec(source); sign !== null; sign = signs.exec(source)) {
    const text = sign[0];
    if (text === '<!--') {
      if (escaped === 0) {
        escaped = 1;
        signs.lastIndex = sign.index + 2; // its dashes may also be those of -->
      }
    } else if (text === '-->') escaped = 0;
    else if (text[1] === '/') {
      if (escaped < 2) return sign.index;
      escaped = 1;
    } else if (escaped === 1) escaped = 2;
  }
  return source.length;
};

/** Position behind a comment whose `<!--` ends at `at`. */
const commentEnd = (source: string, at: number): number => {
  if (source.charCodeAt(at) === gt) return at + 1;
  if (source.startsWith('->', at)) return at + 2;
  const close = /--!?>/g;
  close.lastIndex = at;
  return close.exec(source) === null ? source.length : close.lastIndex;
};

const behind = (source: string, at: number): number => {
  const close = source.indexOf('>', at);
  return close < 0 ? source.length : close + 1;
};

/** The names that nearly all tags have, as they are printed: to find one is cheaper than to put it into small letters anew. */
const usualNames: ReadonlyMap<string, string> = new Map(
  'a b br div em font h1 h2 h3 h4 img li link meta o:p p script span strong style table tbody td th thead tr u ul'
    .split(' ')
    .flatMap((name) => [[name, name] as const, [name.toUpperCase(), name] as const]),
);

const nameOf = (printed: string): string => usualNames.get(printed) ?? printed.toLowerCase();

/** Feeds the tokens of a page to a sink. */
export const tokenize = (source: string, sink: TokenSink): void => {
  const end = source.length;
  let at = 0;
  while (at < end && !sink.done()) {
    let open = source.indexOf('<', at);
    // A `<` that opens nothing is text.
    while (open >= 0 && !opensMarkup(source, open)) open = source.indexOf('<', open + 1);
    if (open < 0) open = end;
    if (open > at) sink.text(decoded(source.slice(at, open)));
    if (open >= end) return;
    const code = source.charCodeAt(open + 1);
    if (isLetter(code)) at = startTag(source, open + 1, sink);
    else if (code === slash) {
      if (isLetter(source.charCodeAt(open + 2))) {
        const nameEnd = endOfName(source, open + 2);
        const close = tagEnd(source, nameEnd);
        if (close < 0) return; // eof in tag: the tag is dropped
        sink.endTag(nameOf(source.slice(open + 2, nameEnd)));
        at = close + 1;
      } else at = source.charCodeAt(open + 2) === gt ? open + 3 : behind(source, open + 2);
    } else at = source.startsWith('!--', open + 1) ? commentEnd(source, open + 4) : behind(source, open + 1);
  }
};

const opensMarkup = (source: string, at: number): boolean => {
  const code = source.charCodeAt(at + 1);
  if (isLetter(code) || code === 33 /* ! */ || code === 63 /* ? */) return true;
  return code === slash && at + 2 < source.length;
};

const endOfName = (source: string, from: number): number => {
  let at = from;
  for (let code = source.charCodeAt(at); at < source.length; code = source.charCodeAt(++at)) {
    if (code === gt || code === slash || isSpace(code)) break;
  }
  return at;
};

const startTag = (source: string, from: number, sink: TokenSink): number => {
  const nameEnd = endOfName(source, from);
  const close = tagEnd(source, nameEnd);
  if (close < 0) return source.length;
  const name = nameOf(source.slice(from, nameEnd));
  sink.startTag(name, source, nameEnd, close);
  const at = close + 1;
  if (name === 'script') return scriptEnd(source, at);
  if (escapableRawText.has(name)) {
    const stop = rawTextEnd(source, at, name);
    if (stop > at) sink.text(decodeHTML(source.slice(at, stop)));
    return stop;
  }
  if (!rawText.has(name)) return at;
  const stop = rawTextEnd(source, at, name);
  if (name === 'xmp' && stop > at) sink.text(source.slice(at, stop));
  return stop;
};
