import type { Issue } from '../../issue.ts';
import type { Tag } from './tag.ts';
import { type TokenSink, tokenize } from './tokens.ts';

/** Where a page keeps what it shows, if not in its own text. */
type Elsewhere = {
  /** Pages that are written into frames of this one, in order. */
  inner: string[];
  /** Why the page has no content of its own; null where nothing says so. */
  issue: Issue | null;
};

/** A page that shows its content in a frame has a heading and a footer of its own at most. */
const littleText = 300;
const mostInner = 20;

/** A page that is written into the address of a frame (RFC 2397); null where it is none. */
const pageWithin = (address: string): string | null => {
  const head = /^data:text\/html[^,]*,/i.exec(address)?.[0];
  if (head === undefined) return null;
  const content = address.slice(head.length);
  try {
    if (!/;base64,$/i.test(head)) return decodeURIComponent(content);
    return new TextDecoder().decode(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));
  } catch {
    return null;
  }
};

class Frames implements TokenSink {
  readonly inner: string[] = [];
  letters = 0;
  frameset: string | null = null;
  frame: string | null = null;
  tables = 0;
  mount = false;
  /** Does a script run that may write the page? */
  scripted = false;
  pictures = false;
  #inTitle = false;
  #first = true;

  done(): boolean {
    return this.inner.length >= mostInner;
  }

  text(data: string): void {
    if (!this.#inTitle) this.letters += data.trim().length;
  }

  startTag({ name, attribute }: Tag): void {
    this.#inTitle = name === 'title';
    if (name === 'table') this.tables++;
    else if (name === 'img') this.pictures = true;
    else if (name === 'frame') {
      const address = attribute('src');
      if (this.#first || /main|content|right/i.test(attribute('name') ?? '')) this.frameset = address;
      this.#first = false;
    } else if (name === 'iframe') {
      const page = attribute('srcdoc');
      const written = page ?? pageWithin(attribute('src') ?? '');
      if (written !== null) this.inner.push(written);
      else this.frame ??= attribute('src');
    } else if (name === 'object' || name === 'embed')
      this.frame ??= attribute(name === 'object' ? 'data' : 'src');
    else if (name === 'meta' && /^refresh$/i.test(attribute('http-equiv') ?? ''))
      this.frame ??= /url\s*=\s*["']?([^"'\s]+)/i.exec(attribute('content') ?? '')?.[1] ?? null;
    else if (name === 'script') this.scripted = true;
    else if (name === 'div' && /^(?:app|root|__next|__nuxt)$/.test(attribute('id') ?? '')) this.mount = true;
  }

  endTag(): void {
    this.#inTitle = false;
  }
}

/** Does the page hold a table for browsers without scripts? */
const hasNoscriptTable = (html: string): boolean => {
  const text = html.toLowerCase();
  for (let open = text.indexOf('<noscript'); open >= 0; open = text.indexOf('<noscript', open + 1)) {
    const close = text.indexOf('</noscript', open);
    const table = text.indexOf('<table', open);
    if (table >= 0 && (close < 0 || table < close)) return true;
  }
  return false;
};

/** Looks for what a page without a report shows, and where that is. */
export const elsewhereOf = (html: string): Elsewhere => {
  const frames = new Frames();
  tokenize([html], frames);
  const { inner } = frames;
  const found = (what: 'frame' | 'noscript' | 'script', address: string | null): Elsewhere => ({
    inner,
    issue: { code: 'content_elsewhere', what, address },
  });
  if (frames.frameset !== null) return found('frame', frames.frameset);
  if (frames.tables > 0 || frames.letters > littleText) return { inner, issue: null };
  if (hasNoscriptTable(html)) return found('noscript', null);
  if (frames.frame !== null && frames.frame !== '') return found('frame', frames.frame);
  return frames.mount || (frames.scripted && !frames.pictures && frames.letters === 0 && inner.length === 0)
    ? found('script', null)
    : { inner, issue: null };
};
