import { decodeHTML } from 'entities/decode';
import type { PageText } from '../page-text.ts';
import { gt, isSpace, slash, tagEnd } from './attributes.ts';
import { knownTag, longestKnown, nameOf, type Tag, tagOf, usualName } from './tag.ts';

/**
 * HTML tokens, by the states of the HTML Standard (13.2.5), as far as they decide where a tag ends and what is text.
 * It jumps from one significant character to the next instead of looking at every one, and over what it knows from before.
 */
export type TokenSink = {
  text(data: string): void;
  /**
   * @param from where in the source it begins, with its `<`.
   * @param next ordinal of the first piece of the page behind the source.
   */
  startTag(tag: Tag, source: string, from: number, next: number): void;
  endTag(name: string): void;
  /** True when the sink wants no more. */
  done(): boolean;
};

const escapableRawText: ReadonlySet<string> = new Set(['title', 'textarea']);

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
/** Character references decoded, U+0000 dropped as the tree construction does. */
const decoded = (text: string): string => {
  const whole = text.includes('&') ? decodeHTML(text) : text;
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
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

/** Feeds the tokens of a page to a sink. */
export const tokenize = (page: PageText, sink: TokenSink): void => new Tokenizer(page, sink).run();

const opensMarkup = (source: string, at: number): boolean => {
  const code = source.charCodeAt(at + 1);
  if (isLetter(code) || code === 33 /* ! */ || code === 63 /* ? */) return true;
  return code === slash && at + 2 < source.length;
};

/** No usual end tag is longer. */
const longestName = 12;

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
    if (isLetter(code)) return this.#startTag(open);
    if (code === slash) {
      if (isLetter(source.charCodeAt(open + 2))) {
        const end = source.indexOf('>', open + 2);
        const isShort = end > 0 && end - open < longestName;
        const name = isShort ? usualName(source.slice(open + 2, end)) : undefined;
        if (name !== undefined) {
          this.#sink.endTag(name);
          return end + 1;
        }
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

  #startTag(open: number): number {
    const source = this.#source;
    const first = source.indexOf('>', open + 2);
    const isShort = first > 0 && first - open <= longestKnown;
    const known = isShort ? knownTag(source.slice(open + 1, first)) : undefined;
    if (known) {
      // Where it ended before, it ends again.
      this.#sink.startTag(known, source, open, this.#next);
      if (known.raw) this.#raw = known.name;
      return first + 1;
    }
    const nameEnd = endOfName(source, open + 1);
    const close = tagEnd(source, nameEnd);
    if (close < 0) return -1;
    const tag = tagOf(source.slice(open + 1, close), nameEnd - open - 1);
    this.#sink.startTag(tag, source, open, this.#next);
    if (tag.raw) this.#raw = tag.name;
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
