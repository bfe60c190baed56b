import type { SourceDocument } from '../blocks.ts';
import { type Attribute, BlockBuilder, noAttribute } from '../builder.ts';
import type { PageText } from '../page-text.ts';
import { OpenElements } from './open-elements.ts';
import type { Tag } from './tag.ts';
import { nothing, type Telling, type TellingKeys, tellingKeysOf, tellingSheets } from './telling.ts';
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
const beyond = set('template math frameset plaintext xmp canvas video audio datalist dialog');
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
/** What is to be known of an element by its name. */
const ofGrid = 1;
const cell = 2;
const onStack = 4;
const doubtful = 8;
const read = 16;
const looked = 32;
const kinds = new Map<string, number>();
const isKind = (kind: number, names: Iterable<string>): void => {
  for (const name of names) kinds.set(name, (kinds.get(name) ?? 0) | kind);
};
/** The parts of a table, of which it does not matter how they stand in a line. */
isKind(ofGrid | onStack, set('table tbody thead tfoot tr td th caption col colgroup'));
isKind(cell, ['td', 'th']);
isKind(onStack, [...blocks, ...headings, ...markers, 'form', 'li', 'dd', 'dt', 'button']);
/** They change what is seen of a figure by their name alone, or their content is not looked into here. */
isKind(
  doubtful,
  set(
    'sup sub s strike del small big ruby rt rp bdo object embed meter progress textarea ol marquee details select svg iframe',
  ),
);
isKind(read, ['img', 'image', 'input', 'meta', 'object']);
/** Not on the stack, but looked at everywhere. */
isKind(looked, ['span', 'font', 'p']);
/** Elements whose attributes are looked at outside of cells too. */
const attended = ofGrid | cell | onStack | doubtful | read | looked;
/** What starts in the body and does something there. */
const inBody = 64;
isKind(inBody, [...empty, ...beyond, 'title', 'sup', 's', 'strike', 'del']);
const inTable = 128;
isKind(inTable, tableParts);
/** What needs the whole algorithm. */
const whole = 256;
isKind(whole, beyond);
/** What is more than one plain declaration of `display`. */
const beyondDisplay = /visibility|opacity|line-through|filter|mso-hide|\\|!|display[\s\S]*display|\/\*/i;

/** Start tags that may stand in a `select` without ending it. */
const selectable = set('option optgroup hr script');
/** Elements whose content is tokenised otherwise inside `svg`. */
const otherwiseInSvg = set(
  'title style script textarea iframe xmp noembed noframes noscript desc foreignobject',
);

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
  /** What the style sheets of the page tell; null before the first. */
  #keys: TellingKeys | null = null;
  /** What they tell of the tags that came by. */
  readonly #told = new Map<Tag, Telling>();
  /** Has any element been opened? */
  #begun = false;
  /** Place of the outermost part of a table that may change what is seen in all its cells. */
  #doubtFrom: number | null = null;
  /** Name of such a part that is about to be opened. */
  #doubtNext: string | null = null;
  /** The same of the outermost element whose text may not be seen at all. */
  #awayFrom: number | null = null;
  #awayNext: string | null = null;
  /**
   * Size of letters that was set last in the open cell, '?' where what set it has ended; the element that set it; and the size of
   * the text before. '' is that of the cell.
   */
  #size = '';
  #sizedBy = '';
  #sizeBefore: string | null = null;
  /** Open elements of a `select` or an `svg`, which are passed over as a whole. */
  #aside: string[] | null = null;

  constructor(page: PageText) {
    this.#page = page;
  }

  done(): boolean {
    return this.#gaveUp || this.#builder.unsure;
  }

  finish(): SourceDocument | null {
    this.#endRawText();
    if (this.#gaveUp || this.#aside) return null;
    this.#cutTo(-1);
    const document = this.#builder.finish();
    return this.#builder.unsure ? null : document;
  }

  text(data: string): void {
    if (this.#aside) return;
    if (this.#rawText === 'textarea') {
      this.#builder.skip('textarea', data);
      return;
    }
    // Whether that is a text of the page only the whole cascade can tell.
    if (this.#awayFrom !== null && /\S/.test(data) && !this.#builder.concealed()) this.#gaveUp = true;
    // Text between rows is moved before the table.
    if (this.#rawText === null && this.#open.inTableContext()) {
      if (/[^\t\n\f\r ]/.test(data)) this.#gaveUp = true;
      return;
    }
    if (this.#size !== '' && /\S/.test(data)) this.#sizedText();
    this.#builder.text(data);
  }

  /** Letters of two sizes in one figure may be those of a mark. */
  #sizedText(): void {
    if (this.#sizeBefore !== null && (this.#sizeBefore !== this.#size || this.#size === '?'))
      this.#builder.doubt();
    this.#sizeBefore = this.#size;
  }

  #endRawText(): void {
    if (this.#rawText === 'title' && !this.#builder.concealed()) this.#builder.close('title');
    this.#rawText = null;
  }

  startTag(tag: Tag, source: string, from: number, next: number): void {
    const { name } = tag;
    this.#endRawText();
    if (this.#aside) {
      this.#startAside(tag);
      return;
    }
    if (this.#open.size > deepest || this.#altering) this.#gaveUp = true;
    const kind = kinds.get(name) ?? 0;
    if (
      (kind & whole) !== 0 ||
      (name === 'style' && this.#keys === null && !this.#startSheets(source, from, next))
    ) {
      this.#gaveUp = true;
      return;
    }
    const inCell = (kind & ofGrid) === 0 && this.#builder.inCell();
    if (inCell && name === 'script' && isFormula(tag.attribute('type'))) this.#builder.obscure('drawn');
    let attribute: Attribute = noAttribute;
    if (inCell || (kind & attended) !== 0) {
      if (!this.#isPlain(tag, kind, inCell)) {
        this.#gaveUp = true;
        return;
      }
      if (tag.telling.reads || (kind & read) !== 0) attribute = tag.attribute;
    }
    if ((kind & inTable) !== 0) this.#startTablePart(name, attribute);
    else if (this.#open.inTableContext()) this.#startBetweenRows(tag, source, from, next);
    else if (name === 'select' || name === 'svg') this.#startAside(tag);
    else if ((kind & looked) !== 0) {
      // Of elements whose end is not known here nothing is opened in what is not shown.
      if (!this.#builder.concealed()) this.#builder.open(name, attribute);
    } else if (kind !== 0) this.#startInBody(name, attribute);
  }

  /** At the first style sheet, all are looked at. False where one tells something of what has gone by. */
  #startSheets(source: string, from: number, next: number): boolean {
    this.#keys = tellingSheets([source.slice(from), ...this.#page.slice(next)]);
    return !this.#begun || this.#keys.size === 0;
  }

  /** False where an element may change what is seen in a way that only the whole cascade can tell. */
  #isPlain(tag: Tag, kind: number, inCell: boolean): boolean {
    const { name, telling: found } = tag;
    if (inCell && (kind & doubtful) !== 0) {
      if (name === 'details' || name === 'select') return false;
      this.#builder.doubt();
    }
    if ((kind & cell) !== 0) {
      this.#size = '';
      this.#sizeBefore = null;
    }
    const told = this.#keys && this.#keys.size > 0 ? this.#toldBySheets(this.#keys, tag) : nothing;
    if (inCell) return this.#isPlainInCell(name, kind, found, told);
    if (found === nothing && told === nothing) return true;
    if ((kind & ofGrid) !== 0) this.#doubtNext = found.alters || told.alters ? name : null;
    const stacked = (kind & onStack) !== 0;
    if (told.hides && stacked) return false;
    if (stacked && (kind & ofGrid) === 0) this.#awayNext = found.away || told.away ? name : null;
    // What takes a whole part off the page the builder sees by itself; of what only sets text otherwise the end is not known here.
    return !found.hides || (stacked && name !== 'form' && !beyondDisplay.test(tag.attributes));
  }

  #toldBySheets(keys: TellingKeys, tag: Tag): Telling {
    let told = this.#told.get(tag);
    if (!told) {
      told = tellingKeysOf(keys, tag.selectors);
      this.#told.set(tag, told);
    }
    return told;
  }

  #isPlainInCell(name: string, kind: number, found: Telling, told: Telling): boolean {
    if (found.hides || told.hides) return false;
    if (found.alters || found.inLine || told.alters || told.inLine) this.#builder.doubt();
    // What has lines of its own by its name is parted from the text beside it anyway.
    if ((found.apart || told.apart) && name !== 'p' && (kind & onStack) === 0) this.#builder.doubt();
    const size = found.size ?? told.size;
    if (size !== null) {
      if (this.#size === '' && this.#builder.begun()) this.#sizeBefore = '';
      this.#size = size;
      this.#sizedBy = name;
    } else if (this.#size !== '' && (name === 'p' || (kind & onStack) !== 0)) this.#size = '?';
    return true;
  }

  /** Inside a `select` or `svg`: nothing of it is text of the page, as long as it ends where it says. */
  #startAside({ name, attributes }: Tag): void {
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
    if (name === 'svg' && this.#holdsCdata()) this.#gaveUp = true;
    const selfClosing = attributes.endsWith('/');
    // <svg width=16/> is not self-closing: the slash belongs to the value
    if (selfClosing && !/["'\s]/.test(attributes.at(-2) ?? ' ')) this.#gaveUp = true;
    if (!selfClosing) open.push(name);
    this.#aside = open.length > 0 ? open : null;
  }

  #holdsCdata(): boolean {
    this.#cdata ??= this.#page.some((piece) => piece.includes('<![CDATA['));
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
    if (this.#size !== '' && this.#sizedBy === name) this.#size = '?';
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
        if (this.#doubtFrom !== null) this.#builder.doubt();
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
    this.#begun = true;
    this.#open.push(name);
    this.#builder.open(name, attribute);
    if (this.#awayNext === name) {
      this.#awayNext = null;
      this.#awayFrom ??= this.#open.size - 1;
    }
    if (this.#doubtNext !== name) return;
    this.#doubtNext = null;
    this.#doubtFrom ??= this.#open.size - 1;
  }

  #pop(): void {
    const name = this.#open.pop();
    if (name !== undefined) this.#builder.close(name);
    if (this.#doubtFrom !== null && this.#open.size <= this.#doubtFrom) this.#doubtFrom = null;
    if (this.#awayFrom !== null && this.#open.size <= this.#awayFrom) this.#awayFrom = null;
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
