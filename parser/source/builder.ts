import type { Block, Cell, Row, SourceDocument, TableBlock } from './blocks.ts';

/** Reads one attribute of the element being opened; null or undefined where it is absent. */
export type Attribute = (name: string) => string | null | undefined;

/** Elements whose content is never shown as text of the page. Drivers leave out their whole subtree. */
export const unread: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'noframes',
  'noembed',
  'textarea',
  'select',
  'iframe',
  'svg',
  'math',
]);

/** Elements that only change how text looks. In a cell they can hide a part of its figure, and only there are they looked at. */
export const styled: ReadonlySet<string> = new Set(['a', 'b', 'em', 'i', 'strong', 'u']);

/** Elements of which `open` looks at attributes; drivers need not offer them for any other. */
export const attributed: ReadonlySet<string> = new Set([
  'td',
  'th',
  'tr',
  'img',
  'input',
  'meta',
  'span',
  'font',
  'p',
  ...styled,
]);

/** Elements that stand on lines of their own (HTML Standard, rendering: flow content). */
const ownLine: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote button center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form header hgroup hr li listing main menu nav ol p pre search section summary ul object applet marquee xmp'
  ).split(' '),
);

type OpenTable = {
  block: TableBlock;
  row: Row | null;
  cell: Cell | null;
  group: number;
  cells: number;
  foot: boolean;
  /** The open cell holds a table of more than one cell: it is layout, so its text becomes paragraphs. */
  layout: boolean;
  /** Some cell of it was layout. */
  holdsLayout: boolean;
  /** Where in `blocks` the text that stands before the first nested table belongs. */
  before: number;
  caption: boolean;
  /** What the caption says. It stands above its table, though its element stands inside. */
  captions: Block[];
};

/** Rules for parsing non-negative integers (HTML Standard 2.3.4.2), without the error detail. */
const nonNegative = (text: string | null | undefined): number | null => {
  if (text === null || text === undefined) return null;
  const digits = /^[\t\n\f\r ]*\+?(\d{1,9})/.exec(text);
  return digits ? Number(digits[1]) : null;
};

const isHidden = (attribute: Attribute): boolean => {
  if (attribute('hidden') !== null && attribute('hidden') !== undefined) return true;
  const style = attribute('style');
  return style !== null && style !== undefined && /display\s{0,9}:\s{0,9}none/i.test(style);
};

/** Is an `input` one in which its text stands, as in a box to be filled in? */
const showsValue = (attribute: Attribute): boolean =>
  /^(?:|text|number|tel)$/i.test(attribute('type') ?? '') && !isHidden(attribute);

/** Elements whose text is struck out. */
const striking: ReadonlySet<string> = new Set(['s', 'strike', 'del']);

const isStruck = (attribute: Attribute): boolean => /line-through/i.test(attribute('style') ?? '');

/** White space as CSS collapses it; white space at the ends, no-break spaces included, is not text. */
const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').trim();

/** Digits at the start of raised text as the characters that look so: 12¹. */
const raisedDigits = (text: string): string =>
  text.replace(/^\d{1,9}/, (digits) => [...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join(''));

/** Struck text as the characters that look so: 1̶2̶. */
const struckOut = (text: string): string => text.replace(/\S/gu, '$&\u0336');

/**
 * Turns a stream of "element opened / text / element closed" into blocks. Every reader of HTML drives this one builder,
 * so a saved file and the live page cannot be read differently. It expects the tree that an HTML parser would have built.
 *
 * @typeParam Node what `open` is told of an element's origin; kept for cells, so that a slot leads back to its element.
 */
export class BlockBuilder<Node = never> {
  readonly #blocks: Block[] = [];
  readonly #metas: { name: string; content: string }[] = [];
  readonly #tables: OpenTable[] = [];
  /** Elements of cells: `[table.index][row][cell]`. */
  readonly cellNodes: Node[][][] = [];
  #title: string | null = null;
  #inTitle = false;
  #heading = 0;
  #tableCount = 0;
  /** Depth below an element that is not shown; 0 outside one. */
  #concealed = 0;
  /** What makes text look as the page shows it: raised behind a figure it is the mark of a footnote, struck out it no longer counts. */
  #look: ((text: string) => string) | null = null;
  /** Depth below the element that makes it so; 0 outside one. */
  #altered = 0;
  #buffer = '';
  #lines: string[] = [];
  /** Lines of the cells that stand open around the current table. */
  readonly #outer: string[][] = [];

  open(name: string, attribute: Attribute, node?: Node): void {
    if (this.#concealed > 0) {
      this.#concealed++;
      return;
    }
    if (this.#altered > 0) this.#altered++;
    switch (name) {
      case 'table':
        this.#openTable();
        return;
      case 'caption':
        this.#endLine();
        this.#endParagraph();
        this.#setCaption(true);
        return;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        this.#openGroup(name);
        return;
      case 'tr':
        this.#openRow(attribute);
        return;
      case 'td':
      case 'th':
        this.#openCell(attribute, node);
        return;
      case 'br':
        this.#endLine();
        return;
      case 'img': {
        const cell = this.#tables.at(-1)?.cell;
        if (cell) cell.image = true;
        this.#image(attribute);
        return;
      }
      case 'input':
        if (this.inCell() && showsValue(attribute)) this.#field(attribute('value') ?? '');
        return;
      case 'title':
        this.#inTitle = this.#title === null;
        this.#endLine();
        this.#endParagraph();
        return;
      case 'meta': {
        const key = attribute('name');
        const content = attribute('content');
        if (key && content) this.#metas.push({ name: key, content: collapse(content) });
        return;
      }
      case 'span':
      case 'font':
        if (isHidden(attribute)) this.#concealed = 1;
        else if (isStruck(attribute)) this.#alter(struckOut);
        return;
      case 'a':
      case 'b':
      case 'em':
      case 'i':
      case 'strong':
      case 'u':
        if (this.inCell() && isHidden(attribute)) this.#concealed = 1;
        else if (this.inCell() && isStruck(attribute)) this.#alter(struckOut);
        return;
      case 'sup':
      case 's':
      case 'strike':
      case 'del':
        if (this.alters(name)) this.#alter(name === 'sup' ? raisedDigits : struckOut);
        return;
      case 'p':
        this.#breakLine();
        if (isHidden(attribute)) this.#concealed = 1;
        return;
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#breakLine();
        this.#heading = Number(name[1]);
        return;
      default:
        if (ownLine.has(name)) this.#breakLine();
    }
  }

  /**
   * Does this element make of the text in it another figure than its characters are? Raised digits could be taken for more digits of the
   * figure in a cell, and what is struck out, there or in the text, for a part of what has taken its place.
   */
  alters(name: string): boolean {
    if (name === 'sup') return this.inCell() && /\d$/.test(this.#buffer);
    return striking.has(name);
  }

  #alter(look: (text: string) => string): void {
    if (this.#altered > 0) return;
    this.#altered = 1;
    this.#look = look;
  }

  text(data: string): void {
    if (this.#concealed === 0) this.#buffer += this.#look ? this.#look(data) : data;
  }

  close(name: string): void {
    if (this.#concealed > 0) {
      this.#concealed--;
      if (this.#concealed > 0) return;
    }
    if (this.#altered > 0 && --this.#altered === 0) this.#look = null;
    switch (name) {
      case 'table':
        this.#closeTable();
        return;
      case 'caption':
        this.#breakLine();
        this.#setCaption(false);
        return;
      case 'tr':
        this.#closeRow();
        return;
      case 'td':
      case 'th':
        this.#closeCell();
        return;
      case 'title':
        if (this.#inTitle) {
          this.#title = collapse(this.#buffer);
          this.#inTitle = false;
        }
        this.#buffer = '';
        return;
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.#breakLine();
        this.#heading = 0;
        return;
      default:
        // Where a form ends depends on elements that carry no text: its end is no line break.
        if (name !== 'form' && ownLine.has(name)) this.#breakLine();
    }
  }

  /** Closes what is still open and gives the document. The builder is not used afterwards. */
  finish(): SourceDocument {
    while (this.#tables.length > 0) this.#closeTable();
    this.#endLine();
    this.#endParagraph();
    return { title: this.#title, metas: this.#metas, blocks: this.#blocks };
  }

  #setCaption(open: boolean): void {
    const table = this.#tables.at(-1);
    if (table) table.caption = open;
  }

  /** Is text now the content of a table cell (and not of a paragraph)? */
  inCell(): boolean {
    const table = this.#tables.at(-1);
    return table !== undefined && table.cell !== null && !table.layout;
  }

  /** Lines without any text are dropped: an empty paragraph between two characters of a label says nothing. */
  #endLine(): void {
    if (this.#buffer === '') return;
    const line = collapse(this.#buffer);
    this.#buffer = '';
    if (line !== '') this.#lines.push(line);
  }

  /** The end of a line that is also the end of a paragraph, unless it stands in a cell. */
  #breakLine(): void {
    this.#endLine();
    if (!this.inCell()) this.#endParagraph();
  }

  #endParagraph(): void {
    if (this.inCell()) return;
    this.#endLine();
    if (this.#lines.length === 0) return;
    const text = this.#lines.join('\n');
    this.#lines = [];
    const block: Block =
      this.#heading > 0 ? { kind: 'heading', level: this.#heading, text } : { kind: 'paragraph', text };
    const table = this.#tables.at(-1);
    if (table?.caption) table.captions.push(block);
    else this.#blocks.push(block);
  }

  #image(attribute: Attribute): void {
    if (!this.inCell()) {
      this.#endLine();
      this.#endParagraph();
    }
    this.#blocks.push({ kind: 'image', src: attribute('src') ?? '', alt: collapse(attribute('alt') ?? '') });
  }

  /** A field of a form shows what it holds. What it shows where its markup gives nothing, a script may have put there. */
  #field(value: string): void {
    this.text(` ${value} `);
    const cell = this.#tables.at(-1)?.cell;
    if (cell && value === '') cell.image = true;
  }

  #openTable(): void {
    const parent = this.#tables.at(-1);
    if (parent?.cell && !parent.layout) {
      this.#endLine();
      if (parent.before < 0) parent.before = this.#blocks.length;
      this.#outer.push(this.#lines);
      this.#lines = [];
    } else {
      this.#endParagraph();
      this.#outer.push([]);
    }
    const block: TableBlock = { kind: 'table', index: this.#tableCount++, geometry: 'grid', rows: [] };
    this.#blocks.push(block);
    this.cellNodes.push([]);
    this.#tables.push({
      block,
      row: null,
      cell: null,
      group: 0,
      cells: 0,
      foot: false,
      layout: false,
      holdsLayout: false,
      before: -1,
      caption: false,
      captions: [],
    });
  }

  #openGroup(name: string): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#closeRow();
    this.#breakLine();
    table.group++;
    table.foot = name === 'tfoot';
  }

  #openRow(attribute: Attribute): void {
    const table = this.#tables.at(-1);
    if (!table) {
      this.#breakLine();
      return;
    }
    this.#closeRow();
    this.#breakLine();
    table.row = { cells: [], group: table.group };
    if (table.foot) table.row.foot = true;
    if (isHidden(attribute)) table.row.hidden = true;
    table.block.rows.push(table.row);
    this.cellNodes[table.block.index]?.push([]);
  }

  #closeRow(): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (table) table.row = null;
  }

  #openCell(attribute: Attribute, node?: Node): void {
    const table = this.#tables.at(-1);
    if (!table) {
      this.#breakLine();
      return;
    }
    this.#closeCell();
    this.#breakLine();
    if (!table.row) this.#openRow(() => null);
    const colspan = nonNegative(attribute('colspan')) ?? 1;
    const rowspan = nonNegative(attribute('rowspan')) ?? 1;
    table.cell = {
      text: '',
      colspan: colspan === 0 ? 1 : Math.min(colspan, 1000),
      rowspan: Math.min(rowspan, 65534),
    };
    // A browser lays its row out as if it were not there.
    if (isHidden(attribute)) return;
    table.cells++;
    table.row?.cells.push(table.cell);
    if (node !== undefined) this.cellNodes[table.block.index]?.at(-1)?.push(node);
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table?.cell) return;
    this.#endLine();
    if (table.layout) {
      this.#endParagraph();
    } else {
      table.cell.text = this.#lines.join('\n');
      this.#lines = [];
      if (table.row && table.row.cells.at(-1) !== table.cell && table.cell.text !== '')
        table.row.hiddenText = true;
    }
    table.cell = null;
    table.layout = false;
    table.before = -1;
  }

  #closeTable(): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#closeRow();
    this.#breakLine();
    this.#tables.pop();
    if (table.captions.length > 0) {
      const behind = this.#blocks.splice(this.#blocks.lastIndexOf(table.block));
      for (const block of [...table.captions, ...behind]) this.#blocks.push(block);
    }
    this.#lines = this.#outer.pop() ?? [];
    const parent = this.#tables.at(-1);
    if (!parent?.cell || parent.layout) return;
    const only =
      table.cells === 1 ? table.block.rows.find((row) => row.cells.length > 0)?.cells[0] : undefined;
    if (only && !table.holdsLayout) {
      // A table of one cell is a box around a text: the text is also that of the cell in which the box stands.
      if (only.text !== '') this.#lines.push(only.text);
      if (only.image) parent.cell.image = true;
      return;
    }
    if (table.cells === 0) return;
    parent.layout = true;
    parent.holdsLayout = true;
    if (this.#lines.length > 0) {
      this.#blocks.splice(parent.before, 0, { kind: 'paragraph', text: this.#lines.join('\n') });
      this.#lines = [];
    }
  }
}
