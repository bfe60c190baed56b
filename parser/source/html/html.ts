import { load } from 'cheerio';
import type { SourceDocument } from '../blocks.ts';
import { mustBeText } from '../given.ts';
import { readParsed } from './parsed.ts';
import type { Tag } from './tag.ts';
import { type TokenSink, tokenize } from './tokens.ts';
import { readTokens } from './tree.ts';

/**
 * Reads a saved page, whatever its markup: any string gives a document. Most pages are read in one pass over their tokens; a page
 * whose markup needs the whole tree construction algorithm goes through cheerio (parse5).
 */
export const readHtml = (html: string): SourceDocument => {
  mustBeText(html, 'readHtml');
  return readTokens([html]) ?? readTree(html);
};

/** Reads a page through a parsed tree. Slower than `readTokens`; what would take time beyond all bounds is refused with an issue. */
export const readTree = (html: string): SourceDocument => {
  const survey = new Survey();
  tokenize([html], survey);
  if (survey.done()) {
    const issue = { code: 'markup_excessive' as const, tags: survey.tags, depth: survey.deepest };
    return { title: null, metas: [], blocks: [], issues: [issue] };
  }
  return readParsed(load(survey.isHarmless() ? html : survey.plain()).root()[0]);
};

/** Reads a page that is XML: elements may close themselves, and CDATA is text. Character references are those of XHTML's DTD. */
export const readXhtml = (xml: string): SourceDocument =>
  readParsed(
    load(xml, {
      xml: {
        xmlMode: false,
        recognizeSelfClosing: true,
        recognizeCDATA: true,
        lowerCaseTags: true,
        decodeEntities: true,
      },
    }).root()[0],
  );

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const formatting = names('a b big code em font i nobr s small strike strong tt u');
/** Elements whose end tag people leave out: they say nothing about depth. */
const impliedEnd = names(
  'p li dd dt option optgroup td th tr tbody thead tfoot colgroup caption html head body',
);
const noEnd = names(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr',
);
const rawText = names('style script iframe noembed noframes noscript');
const kept =
  'colspan rowspan hidden style src alt name content type value class id dir size color bgcolor background open selected media width height'.split(
    ' ',
  );

/** The parser's time grows with the square of the tags it has to move, and with depth × tags: no page of people comes near. */
const mostTags = 40_000;
const mostDeep = 512;
/** Formatting elements left open are opened again in every paragraph that follows. */
const mostUnclosed = 30;
const longestAttributes = 20_000;

/**
 * Looks over the tokens of a page before it is parsed. What is costly and moves no text, formatting elements left open and
 * attributes by the thousand, can be left out: `plain` writes the page again with nothing but what the blocks depend on.
 */
class Survey implements TokenSink {
  tags = 0;
  deepest = 0;
  readonly #parts: string[] = [];
  #depth = 0;
  #unclosed = 0;
  #harmless = true;

  done(): boolean {
    return this.tags > mostTags || this.deepest > mostDeep;
  }

  isHarmless(): boolean {
    return this.#harmless;
  }

  plain(): string {
    return this.#parts.join('');
  }

  text(data: string): void {
    this.#parts.push(data.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  }

  startTag({ name, attributes, attribute }: Tag): void {
    this.tags++;
    if (attributes.length > longestAttributes) this.#harmless = false;
    if (formatting.has(name)) {
      if (++this.#unclosed > mostUnclosed) this.#harmless = false;
      return;
    }
    if (rawText.has(name)) return;
    if (!noEnd.has(name) && !impliedEnd.has(name)) this.deepest = Math.max(this.deepest, ++this.#depth);
    this.#parts.push('<', name);
    for (const key of kept) {
      const value = attribute(key);
      if (value !== null)
        this.#parts.push(' ', key, '="', value.replaceAll('&', '&amp;').replaceAll('"', '&quot;'), '"');
    }
    this.#parts.push(attributes.endsWith('/') ? '/>' : '>');
  }

  endTag(name: string): void {
    if (formatting.has(name)) {
      this.#unclosed = Math.max(0, this.#unclosed - 1);
      return;
    }
    if (rawText.has(name)) return;
    if (!impliedEnd.has(name)) this.#depth = Math.max(0, this.#depth - 1);
    this.#parts.push('</', name, '>');
  }
}
