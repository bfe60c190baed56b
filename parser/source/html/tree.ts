import type { SourceDocument } from '../blocks.ts';
import { BlockBuilder } from '../builder.ts';
import { type Attribute, noAttribute } from '../elements.ts';
import type { PageText } from '../page-text.ts';
import { Appearance } from './appearance.ts';
import {
  attended,
  blocks,
  empty,
  headingNames,
  headings,
  inTable,
  kinds,
  looked,
  markers,
  ofGrid,
  read,
  rowGroups,
  setOf,
  whole,
} from './kinds.ts';
import { OpenElements } from './open-elements.ts';
import { PassedOver } from './passed-over.ts';
import type { Tag } from './tag.ts';
import { type TokenSink, tokenize } from './tokens.ts';
import { isFormula } from './walk.ts';

/**
 * Reads HTML in one pass: the tree construction of the HTML Standard (13.2.6), done on a stack of open elements without building
 * a tree, and only as far as it decides which text stands in which cell or on which line. Formatting elements move no text, so
 * they are not tracked. Where a page does something whose outcome needs the whole algorithm (content between rows that is moved
 * before its table, templates, foreign content, framesets), it gives up, and the page is read with parse5 instead.
 *
 * @returns null where it gave up.
 */
export const readTokens = (html: PageText): SourceDocument | null => {
  const tree = new Tree(html);
  tokenize(html, tree);
  return tree.finish();
};

/** More open elements than this are no page that a person made. */
const deepest = 4_000;
/** Start tags that do nothing between rows: what they would move before the table is empty. */
const harmlessInTable = setOf('br hr link');

class Tree implements TokenSink {
  readonly #page: PageText;
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
  readonly #appearance: Appearance;
  /** The `select` or `svg` that is being passed over. */
  #passedOver: PassedOver | null = null;

  constructor(page: PageText) {
    this.#page = page;
    this.#appearance = new Appearance(page, this.#builder);
  }

  done(): boolean {
    return this.#gaveUp || this.#builder.unsure;
  }

  finish(): SourceDocument | null {
    this.#endRawText();
    if (this.#gaveUp || this.#passedOver) return null;
    this.#cutTo(-1);
    const document = this.#builder.finish();
    return this.#builder.unsure ? null : document;
  }

  text(data: string): void {
    if (this.#passedOver) return;
    if (this.#rawText === 'textarea') {
      this.#builder.skip('textarea', data);
      return;
    }
    // Whether that is a text of the page only the whole cascade can tell.
    if (this.#appearance.isAway && /\S/.test(data) && !this.#builder.concealed()) this.#gaveUp = true;
    // Text between rows is moved before the table.
    if (this.#rawText === null && this.#open.inTableContext()) {
      if (/[^\t\n\f\r ]/.test(data)) this.#gaveUp = true;
      return;
    }
    this.#appearance.text(data);
    this.#builder.text(data);
  }

  #endRawText(): void {
    if (this.#rawText === 'title' && !this.#builder.concealed()) this.#builder.close('title');
    this.#rawText = null;
  }

  startTag(tag: Tag, source: string, from: number, next: number): void {
    const { name } = tag;
    this.#endRawText();
    if (this.#passedOver) {
      this.#passOver(tag);
      return;
    }
    if (this.#open.size > deepest || this.#altering) this.#gaveUp = true;
    const kind = kinds.get(name) ?? 0;
    if ((kind & whole) !== 0 || (name === 'style' && !this.#appearance.sheet(source, from, next))) {
      this.#gaveUp = true;
      return;
    }
    const inCell = (kind & ofGrid) === 0 && this.#builder.inCell();
    if (inCell && name === 'script' && isFormula(tag.attribute('type'))) this.#builder.obscure('drawn');
    let attribute: Attribute = noAttribute;
    if (inCell || (kind & attended) !== 0) {
      if (!this.#appearance.isPlain(tag, kind, inCell)) {
        this.#gaveUp = true;
        return;
      }
      if (tag.telling.reads || (kind & read) !== 0) attribute = tag.attribute;
    }
    if ((kind & inTable) !== 0) this.#startTablePart(name, attribute);
    else if (this.#open.inTableContext()) this.#startBetweenRows(tag, source, from, next);
    else if (name === 'select' || name === 'svg') this.#passOver(tag);
    else if ((kind & looked) !== 0) {
      // Of elements whose end is not known here nothing is opened in what is not shown.
      if (!this.#builder.concealed()) this.#builder.open(name, attribute);
    } else if (kind !== 0) this.#startInBody(name, attribute);
  }

  #passOver(tag: Tag): void {
    if (tag.name === 'svg' && this.#holdsCdata()) this.#gaveUp = true;
    this.#passedOver ??= new PassedOver();
    if (!this.#passedOver.start(tag)) this.#gaveUp = true;
    if (!this.#passedOver.isOpen) this.#passedOver = null;
  }

  #holdsCdata(): boolean {
    this.#cdata ??= this.#page.some((piece) => piece.includes('<![CDATA['));
    return this.#cdata;
  }

  endTag(name: string): void {
    this.#endRawText();
    if (this.#passedOver) {
      if (!this.#passedOver.end(name)) this.#gaveUp = true;
      if (!this.#passedOver.isOpen) this.#passedOver = null;
      return;
    }
    this.#appearance.endTag(name);
    if (this.#altering) {
      this.#builder.close(this.#altering);
      if (name !== this.#altering) this.#gaveUp = true;
      this.#altering = null;
      return;
    }
    switch (name) {
      case 'p':
        if (!this.#open.inTableContext() && !this.#builder.concealed()) this.#builder.close('p');
        return;
      case 'br':
        if (!this.#open.inTableContext() && !this.#builder.concealed()) this.#builder.open('br', noAttribute);
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

  #startInBody(name: string, attribute: Attribute): void {
    if (headings.has(name)) {
      // An open heading is closed only where it is the current node; formatting elements, not tracked, may stand between.
      if (headings.has(this.#open.current)) this.#gaveUp = true;
      else this.#push(name, attribute);
      return;
    }
    switch (name) {
      case 'table':
        this.#push(name, attribute);
        return;
      case 'form':
        if (this.#formOpen) return;
        this.#formOpen = true;
        this.#push(name);
        return;
      case 'li':
        this.#closeListItem('li');
        this.#push(name, attribute);
        return;
      case 'dd':
      case 'dt':
        this.#closeListItem('dd', 'dt');
        this.#push(name, attribute);
        return;
      case 'button':
        this.#end(this.#open.placeInScope('button'));
        this.#push(name, attribute);
        return;
      case 'title':
        this.#rawText = 'title';
        if (!this.#builder.concealed()) this.#builder.open('title', noAttribute);
        return;
      case 'textarea':
        this.#rawText = 'textarea';
        return;
      default:
    }
    if (blocks.has(name) || markers.has(name)) {
      this.#push(name, attribute);
      return;
    }
    // Of elements whose end is not known here nothing is opened in what is not shown.
    if (this.#builder.concealed()) return;
    switch (name) {
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
    else if (name === 'p' || name === 'span' || name === 'font') this.#builder.open(name, attribute);
  }

  /** Start tags where a row, a cell or the end of the table is expected. */
  #startBetweenRows(tag: Tag, source: string, from: number, next: number): void {
    switch (tag.name) {
      case 'table':
        // closes the table in which it stands
        this.#end(this.#open.placeOf('table'));
        this.startTag(tag, source, from, next);
        return;
      case 'form':
        this.#formOpen = true;
        return;
      case 'input':
        // one that shows its text would be moved before the table
        if (!/^hidden$/i.test(tag.attribute('type') ?? '')) this.#gaveUp = true;
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
        if (!harmlessInTable.has(tag.name)) this.#gaveUp = true;
    }
  }

  #startTablePart(name: string, attribute: Attribute): void {
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
        this.#push(name, attribute);
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
        this.#appearance.openedCell();
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

  #push(name: string, attribute: Attribute = noAttribute): void {
    this.#open.push(name);
    this.#builder.open(name, attribute);
    this.#appearance.opened(name, this.#open.size - 1);
  }

  #pop(): void {
    const name = this.#open.pop();
    if (name !== undefined) this.#builder.close(name);
    this.#appearance.closedTo(this.#open.size);
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
