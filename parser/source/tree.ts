import type { SourceDocument } from './blocks.ts';
import { attributed, BlockBuilder, styled } from './builder.ts';
import { OpenElements } from './open-elements.ts';
import { attributeIn, type TokenSink, tokenize } from './tokens.ts';

/**
 * Reads HTML in one pass: the tree construction of the HTML Standard (13.2.6), done on a stack of open elements without building
 * a tree, and only as far as it decides which text stands in which cell or on which line. Formatting elements move no text, so
 * they are not tracked. Where a page does something whose outcome needs the whole algorithm (content between rows that is moved
 * before its table, templates, foreign content, framesets), it gives up, and the page is read with parse5 instead.
 *
 * @returns null where it gave up.
 */
export const readTokens = (html: string): SourceDocument | null => {
  const tree = new Tree();
  tokenize(html, tree);
  return tree.finish();
};

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Block elements whose end tag counts where one is open in scope. */
const blocks = set(
  'address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header hgroup ' +
    'listing main menu nav ol pre search section summary ul',
);
const markers = set('applet marquee object');
const headingNames = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const headings: ReadonlySet<string> = new Set(headingNames);
/** Elements without content, or whose whole content the tokenizer passes over. */
const empty = set(
  'area base basefont bgsound br embed hr image img input keygen link meta param source track wbr style script iframe noembed noframes noscript textarea',
);
const beyond = set('template math frameset plaintext xmp');
/** More open elements than this are no page that a person made. */
const deepest = 4_000;
const tableParts = set('caption col colgroup tbody td tfoot th thead tr');
const rowGroups = set('tbody thead tfoot');
/** HTML elements that end foreign content where they start (HTML Standard 13.2.6.5), apart from blocks and headings. */
const brokenOut = set(
  'b big body br code dd dt em embed font head hr i img li meta nobr p ruby s small span strike strong sub sup table tt u ul var',
);
/** Start tags that do nothing between rows: what they would move before the table is empty. */
const harmlessInTable = set('br hr link');
const noAttribute = () => null;
const hiding = /display\s{0,9}:\s{0,9}none|\shidden(?=[\s=/]|$)|line-through/i;
/** What attributes that matter, of all but images, fields and metas, have in common. Any other tag need not be taken apart. */
const telling = /span|hidden|display|line-through|&/i;
/** Start tags that may stand in a `select` without ending it. */
const selectable = set('option optgroup hr script');
/** Elements whose content is tokenised otherwise inside `svg`. */
const otherwiseInSvg = set(
  'title style script textarea iframe xmp noembed noframes noscript desc foreignobject',
);

class Tree implements TokenSink {
  readonly #builder = new BlockBuilder();
  readonly #open = new OpenElements();
  #formOpen = false;
  #gaveUp = false;
  /** The open element that makes another figure of its text, raised or struck out: of it, it counts where it ends. */
  #altering: string | null = null;
  /** The element whose raw text comes next: the title is read, a text area is passed over. */
  #rawText: 'title' | 'textarea' | null = null;
  /** Does the page hold a CDATA section? Looked for once, where an `svg` makes it a question. */
  #cdata: boolean | null = null;
  /** Open elements of a `select` or an `svg`, which are passed over as a whole. */
  #aside: string[] | null = null;

  done(): boolean {
    return this.#gaveUp;
  }

  finish(): SourceDocument | null {
    this.#endRawText();
    if (this.#gaveUp || this.#aside) return null;
    this.#cutTo(-1);
    return this.#builder.finish();
  }

  text(data: string): void {
    if (this.#aside || this.#rawText === 'textarea') return;
    // Text between rows is moved before the table.
    if (this.#rawText === null && this.#open.inTableContext()) {
      if (/[^\t\n\f\r ]/.test(data)) this.#gaveUp = true;
      return;
    }
    this.#builder.text(data);
  }

  #endRawText(): void {
    if (this.#rawText === 'title') this.#builder.close('title');
    this.#rawText = null;
  }

  startTag(name: string, source: string, from: number, to: number): void {
    this.#endRawText();
    if (this.#aside) {
      this.#startAside(name, source, to);
      return;
    }
    if (this.#open.size > deepest || this.#altering) this.#gaveUp = true;
    if (beyond.has(name)) {
      this.#gaveUp = true;
      return;
    }
    const attribute = this.#attributeOf(name, source, from, to);
    if (attribute === null) {
      this.#gaveUp = true;
      return;
    }
    if (tableParts.has(name)) this.#startTablePart(name, attribute);
    else if (this.#open.inTableContext()) this.#startBetweenRows(name, attribute);
    else if (name === 'select' || name === 'svg') this.#startAside(name, source, to);
    else this.#startInBody(name, attribute);
  }

  /** How to read the attributes of a start tag, as far as anything depends on them; null where it hides what follows. */
  #attributeOf(
    name: string,
    source: string,
    from: number,
    to: number,
  ): ((wanted: string) => string | null) | null {
    if (from === to || !attributed.has(name)) return noAttribute;
    if (styled.has(name))
      return this.#builder.inCell() && hiding.test(source.slice(from, to)) ? null : noAttribute;
    const reading = (wanted: string): string | null => attributeIn(source, from, to, wanted);
    if (name === 'img' || name === 'meta' || name === 'input') return reading;
    const attributes = source.slice(from, to);
    if (!telling.test(attributes)) return noAttribute;
    const hides = name === 'span' || name === 'font' || name === 'p';
    return hides && hiding.test(attributes) ? null : reading;
  }

  /** Inside a `select` or `svg`: nothing of it is text of the page, as long as it ends where it says. */
  #startAside(name: string, source: string, to: number): void {
    const open = this.#aside ?? [];
    if (open[0] === 'select') {
      // options need no end tag: only what ends the select itself is of interest
      if (!selectable.has(name)) this.#gaveUp = true;
      return;
    }
    if (
      open.length > 0 &&
      (otherwiseInSvg.has(name) || brokenOut.has(name) || blocks.has(name) || headings.has(name))
    )
      this.#gaveUp = true;
    if (name === 'svg' && this.#holdsCdata(source)) this.#gaveUp = true;
    const selfClosing = source[to - 1] === '/';
    // <svg width=16/> is not self-closing: the slash belongs to the value
    if (selfClosing && !/["'\s]/.test(source[to - 2] ?? '') && source[to - 2] !== 'g') this.#gaveUp = true;
    if (!selfClosing) open.push(name);
    this.#aside = open.length > 0 ? open : null;
  }

  #holdsCdata(source: string): boolean {
    this.#cdata ??= source.includes('<![CDATA[');
    return this.#cdata;
  }

  endTag(name: string): void {
    this.#endRawText();
    if (this.#aside) {
      if (this.#aside[0] === 'select') {
        if (name === 'select') this.#aside = null;
        else if (!selectable.has(name)) this.#gaveUp = true;
        return;
      }
      if (this.#aside.pop() !== name) this.#gaveUp = true;
      if (this.#aside.length === 0) this.#aside = null;
      return;
    }
    if (this.#altering) {
      this.#builder.close(this.#altering);
      if (name !== this.#altering) this.#gaveUp = true;
      this.#altering = null;
      return;
    }
    switch (name) {
      case 'p':
        if (!this.#open.inTableContext()) this.#builder.close('p');
        return;
      case 'br':
        if (!this.#open.inTableContext()) this.#builder.open('br', noAttribute);
        return;
      case 'form':
        this.#endForm();
        return;
      case 'table':
        this.#end(this.#open.placeOf('table'));
        return;
      case 'td':
      case 'th':
        // ignored in a row or row group: there no such element is open in table scope
        this.#end(this.#open.placeInTableScope(name));
        return;
      case 'tr':
        this.#end(this.#open.placeInTableScope('tr'));
        return;
      case 'tbody':
      case 'thead':
      case 'tfoot':
        if (this.#open.placeInTableScope(name) >= 0) this.#end(this.#open.placeOf(name));
        // In a row, the end of a group that is not open ends the row: so parse5 7 does, where the standard would ignore it.
        else if (this.#open.current === 'tr') this.#pop();
        return;
      case 'caption':
        this.#end(this.#open.placeInTableScope('caption'));
        return;
      case 'colgroup':
        if (this.#open.current === 'colgroup') this.#pop();
        return;
      case 'li':
        this.#end(this.#open.placeInListScope(name));
        return;
      case 'dd':
      case 'dt':
        this.#end(this.#open.placeInScope(name));
        return;
      default:
    }
    // the end of any heading ends the heading that is open
    if (headings.has(name)) this.#end(Math.max(...headingNames.map((one) => this.#open.placeInScope(one))));
    else if (blocks.has(name) || markers.has(name)) this.#end(this.#open.placeInScope(name));
  }

  #startInBody(name: string, attribute: (name: string) => string | null): void {
    if (headings.has(name)) {
      // An open heading is closed only where it is the current node; formatting elements, not tracked, may stand between.
      if (headings.has(this.#open.current)) this.#gaveUp = true;
      else this.#push(name);
      return;
    }
    switch (name) {
      case 'table':
        this.#push(name);
        return;
      case 'form':
        if (this.#formOpen) return;
        this.#formOpen = true;
        this.#push(name);
        return;
      case 'li':
        this.#closeListItem('li');
        this.#push(name);
        return;
      case 'dd':
      case 'dt':
        this.#closeListItem('dd', 'dt');
        this.#push(name);
        return;
      case 'button':
        this.#end(this.#open.placeInScope('button'));
        this.#push(name);
        return;
      case 'title':
        this.#rawText = 'title';
        this.#builder.open('title', noAttribute);
        return;
      case 'textarea':
        this.#rawText = 'textarea';
        return;
      case 'image':
        this.#builder.open('img', attribute);
        return;
      case 'sup':
      case 's':
      case 'strike':
      case 'del':
        if (!this.#builder.alters(name)) return;
        this.#altering = name;
        this.#builder.open(name, attribute);
        return;
      default:
    }
    if (empty.has(name)) this.#builder.open(name, attribute);
    else if (blocks.has(name) || markers.has(name)) this.#push(name);
    else if (name === 'p' || name === 'span' || name === 'font') this.#builder.open(name, attribute);
  }

  /** Start tags where a row, a cell or the end of the table is expected. */
  #startBetweenRows(name: string, attribute: (name: string) => string | null): void {
    switch (name) {
      case 'table':
        // closes the table in which it stands
        this.#end(this.#open.placeOf('table'));
        this.startTag(name, '', 0, 0);
        return;
      case 'form':
        this.#formOpen = true;
        return;
      case 'input':
        // one that shows its text would be moved before the table
        if (!/^hidden$/i.test(attribute('type') ?? '')) this.#gaveUp = true;
        return;
      case 'style':
      case 'script':
        return;
      case 'html':
      case 'head':
      case 'body':
      case 'frame':
        return;
      default:
        if (!harmlessInTable.has(name)) this.#gaveUp = true;
    }
  }

  #startTablePart(name: string, attribute: (name: string) => string | null): void {
    const table = this.#open.placeOf('table');
    if (table < 0) return; // ignored in body
    switch (name) {
      case 'caption':
        this.#cutTo(table);
        this.#push('caption');
        return;
      case 'colgroup':
        this.#cutTo(table);
        this.#push('colgroup');
        return;
      case 'col':
        if (this.#open.current === 'colgroup') return;
        this.#cutTo(table);
        this.#push('colgroup');
        return;
      case 'tbody':
      case 'thead':
      case 'tfoot':
        this.#cutTo(table);
        this.#push(name);
        return;
      case 'tr':
        this.#openGroup(table);
        this.#push('tr', attribute);
        return;
      default: {
        const row = this.#open.placeOf('tr');
        if (row > table) this.#cutTo(row);
        else {
          this.#openGroup(table);
          this.#push('tr');
        }
        this.#push(name, attribute);
        return;
      }
    }
  }

  /** Clears the stack back to a row group of the current table; opens one where there is none. */
  #openGroup(table: number): void {
    const group = table + 1;
    if (rowGroups.has(this.#open.nameAt(group))) {
      this.#cutTo(group);
      return;
    }
    this.#cutTo(table);
    this.#push('tbody');
  }

  #endForm(): void {
    const open = this.#formOpen;
    this.#formOpen = false;
    const place = this.#open.placeInScope('form');
    // The form leaves the stack, but what was opened in it stays open.
    if (open && place >= 0) this.#open.remove(place);
  }

  #closeListItem(...names: readonly string[]): void {
    const stop = this.#open.listStop();
    if (names.includes(this.#open.nameAt(stop))) this.#end(stop);
  }

  #push(name: string, attribute: (name: string) => string | null = noAttribute): void {
    this.#open.push(name);
    this.#builder.open(name, attribute);
  }

  #pop(): void {
    const name = this.#open.pop();
    if (name !== undefined) this.#builder.close(name);
  }

  /** Pops the element at `place` and all above it; nothing where there is none (−1). */
  #end(place: number): void {
    if (place >= 0) this.#cutTo(place - 1);
  }

  /** Pops all above `place`. */
  #cutTo(place: number): void {
    while (this.#open.size > place + 1) this.#pop();
  }
}
