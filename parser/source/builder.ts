import type { Obscurity } from '../issue.ts';
import { type Block, type Cell, mostCellsKept, type SourceDocument, type TableBlock } from './blocks.ts';
import { Concealment } from './concealment.ts';
import {
  type Attribute,
  closedByName,
  drawn,
  has,
  isHidden,
  isSpacer,
  isStruck,
  keepsPlace,
  mayShowFigure,
  noAttribute,
  nonNegative,
  ownLine,
  striking,
  styled,
} from './elements.ts';
import { digitClass } from './html/classes.ts';
import type { Look } from './html/look.ts';
import { mayBeFigure, Runs } from './runs.ts';
import { collapse, hasLetter, indentOf, raisedDigits, struckOut } from './seen-text.ts';
import { newTable, obscure, type TableInProgress } from './table-in-progress.ts';

/**
 * Turns a stream of "element opened / text / element closed" into blocks. Every reader of HTML drives this one builder,
 * so a saved file and the live page cannot be read differently. It expects the tree that an HTML parser would have built.
 *
 * @typeParam Node what `open` is told of an element's origin; kept for cells, so that a slot leads back to its element.
 */
export class BlockBuilder<Node = never> {
  readonly #blocks: Block[] = [];
  readonly #metas: { name: string; content: string }[] = [];
  readonly #tables: TableInProgress[] = [];
  /** Elements of cells: `[table.index][row][cell]`. */
  readonly cellNodes: Node[][][] = [];
  #title: string | null = null;
  #inTitle = false;
  #heading = 0;
  #tableCount = 0;
  readonly #concealment = new Concealment();
  /** How what is opened and written now is set; null where nobody tells. */
  #set: Look | null = null;
  /** Something that only the whole cascade can tell decides what is seen in a cell. */
  unsure = false;
  /** What makes text look as the page shows it: raised behind a figure it is the mark of a footnote, struck out it no longer counts. */
  #look: ((text: string) => string) | null = null;
  /** Depth below the element that makes it so; 0 outside one. */
  #altered = 0;
  #buffer = '';
  #lines: string[] = [];
  /** Lines of the cells that stand open around the current table. */
  readonly #outer: string[][] = [];

  /** Is what stands here not shown? A driver that does not close every element opens here only those that it closes. */
  concealed(): boolean {
    return this.#concealment.isOpen;
  }

  /** Something in the open cell may change what is seen of its figure: if it has one, `unsure` will be set. */
  doubt(): void {
    const table = this.#tables.at(-1);
    if (table?.cell) table.doubtful = true;
  }

  /** Has the open cell any text yet? */
  begun(): boolean {
    return this.#lines.length > 0 || this.#buffer.trim() !== '';
  }

  /** What stands in an element of a cell without being written there; a picture behind a figure changes nothing of it. */
  beside(what: 'generated' | 'drawn', closing: boolean): void {
    if (what === 'generated' || !closing || !this.begun()) this.obscure(what);
  }

  /** An element whose content is not text of the page. `shown`: what a control shows; null where it is not known. */
  skip(name: string, shown: string | null): void {
    const cell = this.#tables.at(-1)?.cell;
    if (this.#concealment.isOpen || !cell || !this.inCell()) return;
    if (name === 'textarea' || name === 'select') {
      if (shown === null || shown.trim() === '') obscure(cell, 'control');
      else this.text(` ${shown} `);
    } else if (drawn.has(name)) obscure(cell, 'drawn');
  }

  /** Says why it is not sure what a reader sees in the open cell. */
  obscure(why: Obscurity): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell && this.inCell()) obscure(cell, why);
  }

  /** How the text that follows is set; null where only names and attributes are known. */
  set(look: Look | null): void {
    this.#set = look;
  }

  /** @param look how the element is set, where that is known better than by its name and attributes. */
  open(name: string, attribute: Attribute, node?: Node, look?: Look | null): void {
    if (this.#concealment.isOpen) {
      this.#conceal(name);
      return;
    }
    if (look) {
      // What is laid somewhere else in the cell may lie over its figure, though nothing is written in it.
      if ((look.why === 'reordered' || look.why === 'covered') && !keepsPlace.has(name))
        this.obscure(look.why);
      this.#set = look;
    }
    if (this.#conceals(name, attribute, look)) {
      this.#breakAround(name);
      this.#conceal(name);
      return;
    }
    if (this.#altered > 0) this.#altered++;
    switch (name) {
      case 'table':
      case 'caption':
      case 'thead':
      case 'tbody':
      case 'tfoot':
      case 'tr':
      case 'td':
      case 'th':
        this.#openPart(name, attribute, node, look);
        return;
      case 'br':
        this.#endLine();
        return;
      case 'img': {
        const cell = this.#tables.at(-1)?.cell;
        if (cell && look?.gone !== true && !isSpacer(attribute)) obscure(cell, 'drawn');
        this.#image(attribute);
        return;
      }
      case 'input':
        if (this.inCell() && look?.gone !== true) this.#input(attribute);
        return;
      case 'object':
      case 'embed':
      case 'meter':
      case 'progress':
        this.obscure('drawn');
        if (name === 'object') this.#breakLine();
        return;
      case 'ol':
        this.obscure('generated');
        this.#breakLine();
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
      case 'a':
      case 'b':
      case 'em':
      case 'i':
      case 'strong':
      case 'u':
        if (!look && isStruck(attribute)) this.#alter(struckOut);
        if (digitClass.test(attribute('class') ?? '')) {
          const table = this.#tables.at(-1);
          if (table) table.drawn = true;
        }
        return;
      case 'sup':
      case 's':
      case 'strike':
      case 'del':
        if (this.alters(name)) this.#alter(name === 'sup' ? raisedDigits : struckOut);
        return;
      case 'p':
        this.#breakLine();
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

  #openPart(name: string, attribute: Attribute, node: Node | undefined, look: Look | null | undefined): void {
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
        this.#openGroup(name, isHidden(name, attribute) || look?.gone === true);
        return;
      case 'tr':
        this.#openRow(attribute, look);
        return;
      case 'td':
      case 'th':
        this.#openCell(attribute, node, look);
        return;
      default:
    }
  }

  /** Is the element off the page, with all that is in it? Rows and cells keep their place in the grid, and see to it themselves. */
  #conceals(name: string, attribute: Attribute, look: Look | null | undefined): boolean {
    if (attribute === noAttribute && !closedByName.has(name)) return false;
    if (keepsPlace.has(name)) return false;
    // What stands in it is shown only where the file that it names is not.
    if (name === 'object' && !this.inCell() && has(attribute, 'data')) return true;
    if (look) {
      const unseen = !look.visible || look.why === 'hidden';
      return look.gone || (unseen && (name === 'table' || (ownLine.has(name) && !this.inCell())));
    }
    if (name === 'span' || name === 'font' || name === 'p' || ownLine.has(name) || name === 'table')
      return isHidden(name, attribute);
    return styled.has(name) && this.inCell() && isHidden(name, attribute);
  }

  /** An element with lines of its own parts those around it also where it is not shown. */
  #breakAround(name: string): void {
    if (name === 'p' || name === 'table' || ownLine.has(name)) this.#breakLine();
  }

  #conceal(name: string): void {
    const isTable = name === 'table';
    this.#concealment.open(isTable);
    if (!isTable) return;
    this.#tableCount++;
    this.cellNodes.push([]);
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
    if (this.#concealment.isOpen) {
      this.#concealment.text(data);
      return;
    }
    const set = this.#set;
    if (set) this.#tables.at(-1)?.runs?.add(data, set);
    const look = this.#look ?? (set?.struck ? struckOut : null);
    this.#buffer += look ? look(data) : data;
  }

  close(name: string): void {
    if (this.#concealment.isOpen) {
      this.#concealment.close(name === 'table');
      return;
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
    const { reports } = this.#concealment;
    const document = { title: this.#title, metas: this.#metas, blocks: this.#blocks };
    return reports > 0 ? { ...document, issues: [{ code: 'tables_hidden', tables: reports }] } : document;
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
    const indent = this.#lines.length === 0 && line !== '' ? indentOf(this.#buffer) : 0;
    this.#buffer = '';
    if (line !== '') this.#lines.push(line);
    const cell = indent > 0 ? this.#tables.at(-1)?.cell : null;
    if (cell && hasLetter.test(line)) cell.indent = indent;
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

  #input(attribute: Attribute): void {
    const type = attribute('type') ?? '';
    if (/^hidden$/i.test(type) || isHidden('input', attribute)) return;
    const value = attribute('value') ?? '';
    if (mayShowFigure(type, value)) this.#field(value);
    else this.obscure('control');
  }

  /** A field of a form shows what it holds. What it shows where its markup gives nothing, a script may have put there. */
  #field(value: string): void {
    this.text(` ${value} `);
    const cell = this.#tables.at(-1)?.cell;
    if (cell && value === '') obscure(cell, 'control');
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
    this.#tables.push(newTable(block));
  }

  #openGroup(name: string, hidden: boolean): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#closeRow();
    this.#breakLine();
    table.group++;
    table.foot = name === 'tfoot';
    table.hidden = hidden;
  }

  #openRow(attribute: Attribute, look?: Look | null): void {
    const table = this.#tables.at(-1);
    if (!table) {
      this.#breakLine();
      return;
    }
    this.#closeRow();
    this.#breakLine();
    table.row = { cells: [], group: table.group };
    table.full = table.cells > mostCellsKept;
    if (table.foot) table.row.foot = true;
    if (table.hidden || (look ? look.gone : isHidden('tr', attribute))) table.row.hidden = true;
    table.block.rows.push(table.row);
    this.cellNodes[table.block.index]?.push([]);
  }

  #closeRow(): void {
    this.#closeCell();
    const table = this.#tables.at(-1);
    if (table) table.row = null;
  }

  #openCell(attribute: Attribute, node?: Node, look?: Look | null): void {
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
    table.doubtful = false;
    table.drawn = false;
    table.runs = look ? new Runs() : null;
    if (look ? look.gone : isHidden('td', attribute)) return;
    if (table.full) return;
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
      this.#fill(table, table.cell);
      if (table.row && !table.full && table.row.cells.at(-1) !== table.cell && table.cell.text !== '')
        table.row.hiddenText = true;
    }
    table.cell = null;
    table.layout = false;
    table.before = -1;
  }

  #fill(table: TableInProgress, cell: Cell): void {
    cell.text = this.#lines.join('\n');
    this.#lines = [];
    const why = table.runs?.why;
    if (table.drawn && cell.text === '') obscure(cell, 'generated');
    if (why) obscure(cell, why);
    if (!cell.obscured && !table.doubtful) return;
    const figure = mayBeFigure(cell.text);
    if (table.doubtful && figure) this.unsure = true;
    // Words are a label however they are set.
    if (!figure) delete cell.obscured;
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
      if (only.obscured) obscure(parent.cell, only.obscured);
      return;
    }
    if (table.cells === 0) return;
    // Figures side by side in a table of their own are not the figure of the cell around it.
    const texts = table.block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join('');
    if (this.#lines.length === 0 && /^[\d.,]{1,20}$/.test(texts)) obscure(parent.cell, 'apart');
    parent.layout = true;
    parent.holdsLayout = true;
    if (this.#lines.length > 0) {
      this.#blocks.splice(parent.before, 0, { kind: 'paragraph', text: this.#lines.join('\n') });
      this.#lines = [];
    }
  }
}
