import type { SourceDocument } from './blocks.ts';
import { attributed, BlockBuilder } from './builder.ts';
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
const headings = set('h1 h2 h3 h4 h5 h6');
/** Elements without content, or whose whole content the tokenizer passes over. */
const empty = set(
  'area base basefont bgsound br embed hr image img input keygen link meta param source track wbr style script iframe noembed noframes noscript textarea',
);
const beyond = set('template math frameset plaintext xmp');
/** More open elements than this are no page that a person made; every search of the stack stays short. */
const deepest = 4_000;
const tableParts = set('caption col colgroup tbody td tfoot th thead tr');
const rowGroups = set('tbody thead tfoot');
const scopeEnds = set('applet caption html table td th marquee object template');
/** Elements at which the search for an open `li`, `dd` or `dt` stops (the special category without address, div and p). */
const listStops = set(
  'applet article aside blockquote body button caption center colgroup dd details dir dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav object ol pre search section summary table tbody td tfoot th ' +
    'thead tr ul',
);
/** HTML elements that end foreign content where they start (HTML Standard 13.2.6.5), apart from blocks and headings. */
const brokenOut = set(
  'b big body br code dd dt em embed font head hr i img li meta nobr p ruby s small span strike strong sub sup table tt u ul var',
);
/** Start tags that do nothing between rows: what they would move before the table is empty. */
const harmlessInTable = set('br hr input link');
const noAttribute = () => null;
const hiding = /display\s{0,9}:\s{0,9}none|\shidden(?=[\s=/]|$)/i;
/** Start tags that may stand in a `select` without ending it. */
const selectable = set('option optgroup hr script');
/** Elements whose content is tokenised otherwise inside `svg`. */
const otherwiseInSvg = set(
  'title style script textarea iframe xmp noembed noframes noscript desc foreignobject',
);

class Tree implements TokenSink {
  readonly #builder = new BlockBuilder();
  readonly #stack: string[] = [];
  #formOpen = false;
  #gaveUp = false;
  /** The element whose raw text comes next: the title is read, a text area is passed over. */
  #rawText: 'title' | 'textarea' | null = null;
  /** Open elements of a `select` or an `svg`, which are passed over as a whole. */
  #aside: string[] | null = null;

  done(): boolean {
    return this.#gaveUp;
  }

  finish(): SourceDocument | null {
    this.#endRawText();
    if (this.#gaveUp || this.#aside) return null;
    while (this.#stack.length > 0) this.#pop();
    return this.#builder.finish();
  }

  text(data: string): void {
    if (this.#aside || this.#rawText === 'textarea') return;
    // Text between rows is moved before the table.
    if (this.#rawText === null && this.#inTableContext()) {
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
    if (this.#stack.length > deepest) this.#gaveUp = true;
    if (beyond.has(name)) {
      this.#gaveUp = true;
      return;
    }
    if ((name === 'span' || name === 'font' || name === 'p') && hiding.test(source.slice(from, to))) {
      this.#gaveUp = true;
      return;
    }
    const attribute = attributed.has(name)
      ? (wanted: string) => attributeIn(source, from, to, wanted)
      : noAttribute;
    if (tableParts.has(name)) this.#startTablePart(name, attribute);
    else if (this.#inTableContext()) this.#startBetweenRows(name);
    else if (name === 'select' || name === 'svg') this.#startAside(name, source, to);
    else this.#startInBody(name, attribute);
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
    if (name === 'svg' && source.includes('<![CDATA[')) this.#gaveUp = true;
    const selfClosing = source[to - 1] === '/';
    // <svg width=16/> is not self-closing: the slash belongs to the value
    if (selfClosing && !/["'\s]/.test(source[to - 2] ?? '') && source[to - 2] !== 'g') this.#gaveUp = true;
    if (!selfClosing) open.push(name);
    this.#aside = open.length > 0 ? open : null;
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
    switch (name) {
      case 'p':
        if (!this.#inTableContext()) this.#builder.close('p');
        return;
      case 'br':
        if (!this.#inTableContext()) this.#builder.open('br', noAttribute);
        return;
      case 'form':
        this.#endForm();
        return;
      case 'table':
        if (this.#inTableScope('table')) {
          this.#popTo('table');
        }
        return;
      case 'td':
      case 'th':
        // ignored in a row or row group: there no such element is open in table scope
        if (this.#inTableScope(name)) this.#popTo(name);
        return;
      case 'tr':
        if (this.#inTableScope('tr')) this.#popTo('tr');
        return;
      case 'tbody':
      case 'thead':
      case 'tfoot':
        if (this.#inTableScope(name)) this.#popTo(name);
        // In a row, the end of a group that is not open ends the row: so parse5 7 does, where the standard would ignore it.
        else if (this.#stack.at(-1) === 'tr') this.#pop();
        return;
      case 'caption':
        if (this.#inTableScope('caption')) this.#popTo('caption');
        return;
      case 'colgroup':
        if (this.#stack.at(-1) === 'colgroup') this.#pop();
        return;
      case 'li':
      case 'dd':
      case 'dt':
        if (this.#inScope(name, name === 'li')) this.#popTo(name);
        return;
      default:
    }
    if (headings.has(name)) {
      const at = this.#stack.findLastIndex((open) => headings.has(open));
      if (at >= 0 && this.#scopeFrom() <= at) this.#popTo(this.#stack[at] ?? name);
    } else if (blocks.has(name) || markers.has(name)) {
      if (this.#inScope(name, false)) this.#popTo(name);
    }
  }

  #startInBody(name: string, attribute: (name: string) => string | null): void {
    if (headings.has(name)) {
      // An open heading is closed only where it is the current node; formatting elements, not tracked, may stand between.
      if (headings.has(this.#stack.at(-1) ?? '')) this.#gaveUp = true;
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
        this.#closeListItem(['li']);
        this.#push(name);
        return;
      case 'dd':
      case 'dt':
        this.#closeListItem(['dd', 'dt']);
        this.#push(name);
        return;
      case 'button':
        if (this.#inScope('button', false)) this.#popTo('button');
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
      default:
    }
    if (empty.has(name)) this.#builder.open(name, attribute);
    else if (blocks.has(name) || markers.has(name)) this.#push(name);
    else if (name === 'p' || name === 'span' || name === 'font') this.#builder.open(name, attribute);
  }

  /** Start tags where a row, a cell or the end of the table is expected. */
  #startBetweenRows(name: string): void {
    switch (name) {
      case 'table':
        // closes the table in which it stands
        this.#popTo('table');
        this.startTag(name, '', 0, 0);
        return;
      case 'form':
        this.#formOpen = true;
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
    const table = this.#stack.lastIndexOf('table');
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
        if (this.#stack.at(-1) === 'colgroup') return;
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
        const row = this.#stack.indexOf('tr', table);
        if (row >= 0) this.#cutTo(row);
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
    if (rowGroups.has(this.#stack[group] ?? '')) {
      this.#cutTo(group);
      return;
    }
    this.#cutTo(table);
    this.#push('tbody');
  }

  #endForm(): void {
    const open = this.#formOpen;
    this.#formOpen = false;
    if (!open || !this.#inScope('form', false)) return;
    // The form leaves the stack, but what was opened in it stays open.
    this.#stack.splice(this.#stack.lastIndexOf('form'), 1);
  }

  #closeListItem(names: readonly string[]): void {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const open = this.#stack[at] ?? '';
      if (names.includes(open)) {
        this.#cutTo(at - 1);
        return;
      }
      if (listStops.has(open)) return;
    }
  }

  #push(name: string, attribute: (name: string) => string | null = noAttribute): void {
    this.#stack.push(name);
    this.#builder.open(name, attribute);
  }

  #pop(): void {
    const name = this.#stack.pop();
    if (name !== undefined) this.#builder.close(name);
  }

  /** Pops until an element of that name has been popped. */
  #popTo(name: string): void {
    this.#cutTo(this.#stack.lastIndexOf(name) - 1);
  }

  /** Pops all above position `at`. */
  #cutTo(at: number): void {
    while (this.#stack.length > at + 1) this.#pop();
  }

  #inTableContext(): boolean {
    const current = this.#stack.at(-1);
    return current !== undefined && isTableContext(current);
  }

  /** Position of the innermost element that ends every scope; 0 where there is none. */
  #scopeFrom(): number {
    return Math.max(
      0,
      this.#stack.findLastIndex((open) => scopeEnds.has(open)),
    );
  }

  #inScope(name: string, list: boolean): boolean {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      const open = this.#stack[at] ?? '';
      if (open === name) return true;
      if (scopeEnds.has(open) || (list && (open === 'ol' || open === 'ul'))) return false;
    }
    return false;
  }

  #inTableScope(name: string): boolean {
    const at = this.#stack.lastIndexOf(name);
    return at >= 0 && at >= this.#stack.lastIndexOf('table');
  }
}

/** Is the current node one between whose children no text may stand? */
const isTableContext = (name: string): boolean =>
  name === 'table' ||
  name === 'tr' ||
  name === 'tbody' ||
  name === 'thead' ||
  name === 'tfoot' ||
  name === 'colgroup';
