import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import type { PageText } from '../page-text.ts';

/**
 * HTML tokens, by the states of the HTML Standard (13.2.5), as far as they decide where a tag ends and what is text.
 * It jumps from one significant character to the next instead of looking at every one. Attributes are read only when asked for.
 */
export type TokenSink = {
  text(data: string): void;
  /**
   * @param from `from`…`to`: where in the source its attributes stand, for `attributeIn`.
   * @param next ordinal of the first piece of the page behind the source.
   */
  startTag(name: string, source: string, from: number, to: number, next: number): void;
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

/** Position of the `<` of the end tag that closes raw text; −1 where there is none. */
const rawTextEnd = (source: string, from: number, name: string): number => {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2)) {
    const after = source.charCodeAt(at + 2 + name.length);
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue;
    if (after === gt || after === slash || isSpace(after)) return at;
  }
  return -1;
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
  return -1;
};

/** Position behind a comment whose `<!--` ends at `at`; −1 where it does not end. */
const commentEnd = (source: string, at: number): number => {
  if (source.charCodeAt(at) === gt) return at + 1;
  if (source.startsWith('->', at)) return at + 2;
  const close = /--!?>/g;
  close.lastIndex = at;
  return close.exec(source) === null ? -1 : close.lastIndex;
};

const behind = (source: string, at: number): number => {
  const close = source.indexOf('>', at);
  return close < 0 ? -1 : close + 1;
};

/** The names that nearly all tags have, as they are printed: to find one is cheaper than to put it into small letters anew. */
const usualNames: ReadonlyMap<string, string> = new Map(
  'a b br div em font h1 h2 h3 h4 img li link meta o:p p script span strong style table tbody td th thead tr u ul'
    .split(' ')
    .flatMap((name) => [[name, name] as const, [name.toUpperCase(), name] as const]),
);

const nameOf = (printed: string): string => usualNames.get(printed) ?? printed.toLowerCase();

/** Feeds the tokens of a page to a sink. */
export const tokenize = (page: PageText, sink: TokenSink): void => new Tokenizer(page, sink).run();

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

/**
 * Goes through a page piece by piece. A token that does not end in the piece in which it begins is looked at again with what follows: each
 * time with at least as much as there was, so that a long one is not looked at too often. What reads a token gives the place behind it, or −1.
 */
class Tokenizer {
  #source: string;
  /** Ordinal of the first piece behind the source. */
  #next = 1;
  /** The element in whose content nothing is markup but its end; '' outside of one. */
  #raw = '';

  readonly #page: PageText;
  readonly #sink: TokenSink;

  constructor(page: PageText, sink: TokenSink) {
    this.#page = page;
    this.#sink = sink;
    this.#source = page[0] ?? '';
  }

  run(): void {
    let at = 0;
    while (!this.#sink.done()) {
      if (at >= this.#source.length && this.#raw === '') {
        if (this.#isLast()) return;
        this.#source = this.#page[this.#next++] ?? '';
        at = 0;
        continue;
      }
      const end = this.#raw === '' ? this.#token(at) : this.#rawText(at);
      if (end >= 0) at = end;
      else if (this.#isLast()) return;
      else {
        this.#lengthen(at);
        at = 0;
      }
    }
  }

  #isLast(): boolean {
    return this.#next >= this.#page.length;
  }

  #lengthen(from: number): void {
    let source = this.#source.slice(from);
    const least = 2 * source.length;
    do source += this.#page[this.#next++] ?? '';
    while (source.length < least && !this.#isLast());
    this.#source = source;
  }

  #token(at: number): number {
    const source = this.#source;
    const open = source.indexOf('<', at);
    if (open !== at || !opensMarkup(source, open)) return this.#text(at, open);
    const code = source.charCodeAt(open + 1);
    if (isLetter(code)) return this.#startTag(open + 1);
    if (code === slash) {
      if (isLetter(source.charCodeAt(open + 2))) {
        const nameEnd = endOfName(source, open + 2);
        const close = tagEnd(source, nameEnd);
        if (close < 0) return -1; // eof in tag: the tag is dropped
        this.#sink.endTag(nameOf(source.slice(open + 2, nameEnd)));
        return close + 1;
      }
      return source.charCodeAt(open + 2) === gt ? open + 3 : behind(source, open + 2);
    }
    return source.startsWith('!--', open + 1) ? commentEnd(source, open + 4) : behind(source, open + 1);
  }

  /** @param first the first `<` from there on; −1 where there is none. */
  #text(at: number, first: number): number {
    const source = this.#source;
    let open = first;
    // A `<` that opens nothing is text.
    while (open >= 0 && !opensMarkup(source, open)) open = source.indexOf('<', open + 1);
    if (open < 0) {
      // The next piece begins with a tag; but what stands at the end of this one may be markup with more behind it.
      if (first >= 0 && !this.#isLast()) return -1;
      open = source.length;
    }
    this.#sink.text(decoded(source.slice(at, open)));
    return open;
  }

  #startTag(from: number): number {
    const source = this.#source;
    const nameEnd = endOfName(source, from);
    const close = tagEnd(source, nameEnd);
    if (close < 0) return -1;
    const name = nameOf(source.slice(from, nameEnd));
    this.#sink.startTag(name, source, nameEnd, close, this.#next);
    if (name === 'script' || escapableRawText.has(name) || rawText.has(name)) this.#raw = name;
    return close + 1;
  }

  /** What has no end takes all that follows. */
  #rawText(at: number): number {
    const [source, name] = [this.#source, this.#raw];
    const end = name === 'script' ? scriptEnd(source, at) : rawTextEnd(source, at, name);
    if (end < 0 && !this.#isLast()) return -1;
    const stop = end < 0 ? source.length : end;
    if (stop > at) {
      if (escapableRawText.has(name)) this.#sink.text(decodeHTML(source.slice(at, stop)));
      else if (name === 'xmp') this.#sink.text(source.slice(at, stop));
    }
    this.#raw = '';
    return stop;
  }
}
