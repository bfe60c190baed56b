import type { Obscurity } from '../../issue.ts';
import type { Block } from '../blocks.ts';
import { BlockBuilder } from '../builder.ts';
import { type DocxStyles, groundOf, isOutOfSight } from './docx-styles.ts';
import { type RunContext, TextReader, type TextSink } from './docx-text.ts';
import { type RunSetting, Seen } from './seen.ts';
import { alternativeOf, childOf, type Element, elementsIn, textIn, valIn } from './xml.ts';

/** The body of a Word document into blocks: paragraphs, tables with their spans, text boxes, and parts of other kinds that it takes in. */

/** Blocks of a part that the document takes in as it stands (17.17.2.1), by the id of its relation; null where it could not be read. */
type Included = ReadonlyMap<string, readonly Block[] | null>;

/** The text of notes by kind and id. */
type Notes = ReadonlyMap<string, Element>;

/** Boxes within boxes, and tables within tables. */
const deepest = 20;

/** Elements around paragraphs, rows and cells that change nothing of what is seen. */
const wrappers: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
]);

/** The children of an element, those of what only stands around them among them. */
const within = (parent: Element): Element[] =>
  elementsIn(parent).flatMap((child) => {
    if (wrappers.has(child.name)) return within(child);
    if (child.name !== 'mc:AlternateContent') return [child];
    const chosen = alternativeOf(child);
    return chosen ? within(chosen) : [];
  });

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '');

type LaidCell = { cell: Element; column: number; columns: number; rows: number; merged: boolean };

const countIn = (parent: Element | undefined, name: string): number => {
  const count = Number.parseInt(valIn(parent, name) ?? '', 10);
  return count > 0 ? Math.min(count, 1000) : 0;
};

/** The rows of a table, each cell with how many columns and rows it spans (17.4.17, 17.4.84, 17.4.22). */
const layOut = (rows: readonly Element[]): LaidCell[][] => {
  const laid: LaidCell[][] = [];
  const open = new Map<number, LaidCell>();
  for (const row of rows) {
    const line: LaidCell[] = [];
    let column = countIn(childOf(row, 'w:trPr'), 'w:gridBefore');
    const goesOn = new Set<number>();
    for (const cell of within(row)) {
      if (cell.name !== 'w:tc') continue;
      const properties = childOf(cell, 'w:tcPr');
      const columns = Math.max(1, countIn(properties, 'w:gridSpan'));
      const across = childOf(properties, 'w:hMerge');
      const last = line.at(-1);
      if (across && across.attributes['w:val'] !== 'restart' && last) {
        last.columns += columns;
        column += columns;
        continue;
      }
      const down = childOf(properties, 'w:vMerge');
      const above = open.get(column);
      const merged = down !== undefined && down.attributes['w:val'] !== 'restart' && above !== undefined;
      const one: LaidCell = { cell, column, columns, rows: 1, merged };
      if (merged) {
        above.rows += 1;
        goesOn.add(column);
      } else if (down) {
        open.set(column, one);
        goesOn.add(column);
      }
      line.push(one);
      column += columns;
    }
    for (const at of open.keys()) if (!goesOn.has(at)) open.delete(at);
    laid.push(line);
  }
  return laid;
};

/** A row of exactly so many twentieths of a point shows nothing. */
const leastHeight = 60;

const isHiddenRow = (row: Element): boolean => {
  const properties = childOf(row, 'w:trPr');
  const height = childOf(properties, 'w:trHeight')?.attributes;
  const flat = height?.['w:hRule'] === 'exact' && Number(height['w:val']) < leastHeight;
  return flat || isOn(childOf(properties, 'w:hidden')) || childOf(properties, 'w:del') !== undefined;
};

export class BodyReader {
  readonly #styles: DocxStyles;
  readonly #included: Included;
  readonly #notes: Notes;
  readonly #parts: (readonly Block[])[] = [];
  readonly #text: TextReader;
  readonly #cells: Seen[] = [];
  readonly #noted: { key: string; mark: string }[] = [];
  readonly #boxes: Element[] = [];
  #builder = new BlockBuilder();
  #depth = 0;

  constructor(styles: DocxStyles, included: Included, notes: Notes) {
    this.#styles = styles;
    this.#included = included;
    this.#notes = notes;
    const sink: TextSink = {
      text: (text, set) => this.#say(text, set),
      line: () => this.#builder.open('br', () => null),
      picture: (alt, floating) => this.#picture(alt, floating),
      doubt: (why) => this.#doubt(why),
      box: (content) => this.#box(content),
      note: (kind, id) => this.#note(kind, id),
    };
    this.#text = new TextReader(styles, sink);
  }

  /** The blocks of a body. The reader is not used afterwards. */
  read(body: Element): Block[] {
    this.#blocks(body, undefined, null);
    for (const { key, mark } of this.#noted) {
      const note = this.#notes.get(key);
      if (!note) continue;
      this.#builder.text(`${mark} `);
      this.#blocks(note, undefined, null);
    }
    this.#cut();
    let tables = 0;
    return this.#parts
      .flat()
      .map((block) => (block.kind === 'table' ? { ...block, index: tables++ } : block));
  }

  #cut(): void {
    this.#parts.push(this.#builder.finish().blocks);
    this.#builder = new BlockBuilder();
  }

  #say(text: string, set: RunSetting): void {
    const cell = this.#cells.at(-1);
    if (cell) {
      if (set.gone && set.why === 'revised') cell.delete();
      this.#builder.text(cell.add(text, set));
    } else if (!set.gone) this.#builder.text(new Seen().add(text, set));
  }

  #doubt(why: Obscurity): void {
    this.#cells.at(-1)?.doubt(why);
  }

  #picture(alt: string, floating: boolean): void {
    if (this.#cells.length > 0) this.#builder.obscure(floating ? 'covered' : 'drawn');
    this.#builder.open('img', (name) => (name === 'alt' ? alt : null));
  }

  /** A box in a cell may lie anywhere; beside the text it is read after its paragraph. */
  #box(content: Element): void {
    if (this.#cells.length === 0) {
      this.#boxes.push(content);
      return;
    }
    this.#doubt('drawn');
    this.#blocks(content, undefined, null);
  }

  #note(kind: string, id: string): string {
    const key = `${kind} ${id}`;
    const known = this.#noted.find((one) => one.key === key);
    if (known) return known.mark;
    const mark = `[${this.#noted.length + 1}]`;
    this.#noted.push({ key, mark });
    return mark;
  }

  #blocks(parent: Element, table: string | undefined, ground: string | null): void {
    if (this.#depth >= deepest) return;
    this.#depth += 1;
    for (const child of within(parent)) {
      if (child.name === 'w:p') this.#paragraph(child, table, ground);
      else if (child.name === 'w:tbl') this.#table(child);
      else if (child.name === 'w:altChunk') this.#include(child.attributes['r:id'] ?? '');
      else if (child.name === 'w:subDoc') this.#doubt('drawn');
    }
    this.#depth -= 1;
  }

  #include(id: string): void {
    const blocks = this.#included.get(id);
    if (this.#cells.length > 0) {
      this.#doubt('drawn');
      for (const block of blocks ?? []) if ('text' in block) this.#builder.text(block.text);
    } else if (blocks) {
      this.#cut();
      this.#parts.push(blocks);
    }
  }

  #paragraph(paragraph: Element, table: string | undefined, ground: string | null): void {
    const properties = childOf(paragraph, 'w:pPr');
    const heading = this.#cells.length === 0 ? this.#styles.headingOf(properties) : 0;
    const name = heading > 0 ? `h${heading}` : 'p';
    const around: RunContext = {
      paragraph: properties,
      table,
      ground: groundOf(childOf(properties, 'w:shd')) ?? ground,
    };
    if (this.#cells.length > 0 && this.#styles.isNumbered(properties)) this.#doubt('generated');
    if (this.#cells.length > 0 && isOutOfSight(properties) && textIn(paragraph).trim() !== '')
      this.#doubt('hidden');
    this.#builder.open(name, () => null);
    this.#text.read(paragraph, around);
    this.#builder.close(name);
    for (const box of this.#boxes.splice(0)) this.#blocks(box, undefined, null);
  }

  #table(table: Element): void {
    const style = valIn(childOf(table, 'w:tblPr'), 'w:tblStyle');
    const rows = within(table).filter(({ name }) => name === 'w:tr');
    const laid = layOut(rows);
    this.#builder.open('table', () => null);
    rows.forEach((row, at) => {
      const hidden = isHiddenRow(row);
      this.#builder.open('tr', (name) => (name === 'hidden' && hidden ? '' : null));
      const before = countIn(childOf(row, 'w:trPr'), 'w:gridBefore');
      if (before > 0) {
        this.#builder.open('td', (name) => (name === 'colspan' ? String(before) : null));
        this.#builder.close('td');
      }
      for (const one of laid[at] ?? []) if (!one.merged) this.#cell(one, style);
      this.#builder.close('tr');
    });
    this.#builder.close('table');
  }

  #cell({ cell, columns, rows }: LaidCell, style: string | undefined): void {
    this.#builder.open('td', (name) =>
      name === 'colspan' ? String(columns) : name === 'rowspan' ? String(rows) : null,
    );
    const seen = new Seen();
    this.#cells.push(seen);
    const properties = childOf(cell, 'w:tcPr');
    this.#blocks(cell, style, groundOf(childOf(properties, 'w:shd')) ?? null);
    this.#cells.pop();
    // Cells that come, go or are merged by a change that is not settled (17.13.5).
    if (['w:cellDel', 'w:cellIns', 'w:cellMerge'].some((name) => childOf(properties, name)))
      seen.doubt('revised');
    const { text, why } = seen.whole();
    this.#builder.text(text);
    if (why) this.#builder.obscure(why);
    this.#builder.close('td');
  }
}

/** The notes of a part that are notes, and not lines between them (17.11.17). */
export const notesIn = (kind: 'footnotes' | 'endnotes', part: Element): [string, Element][] =>
  elementsIn(part).flatMap((note): [string, Element][] =>
    note.attributes['w:type'] === undefined && textIn(note).trim() !== ''
      ? [[`${kind} ${note.attributes['w:id'] ?? ''}`, note]]
      : [],
  );
