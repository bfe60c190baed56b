import { shownNumber } from './number-format.ts';
import type { Range, WorkbookCell, WorkbookSheet } from './sheet.ts';
import type { XlsxStyle, XlsxStyles } from './xlsx-styles.ts';
import { cellOf, runsOf, type TextRun, textCell } from './xlsx-text.ts';
import { type Element, readXml } from './xml.ts';

/** A worksheet part (ECMA-376 part 1, 18.3), read element by element: a sheet of many cells is no tree. */

export type Workbook = { texts: readonly TextRun[][]; styles: XlsxStyles; dates1904: boolean };

/** Sheets have no more rows and columns (Excel, specifications and limits). */
const last = { row: 1_048_575, column: 16_383 };

/** `B12` as row 11, column 1; null for anything else. */
const placeOf = (ref: string): { row: number; column: number } | null => {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref);
  if (!parts) return null;
  let column = 0;
  for (const letter of (parts[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(parts[2]) - 1;
  return row < 0 || row > last.row || column - 1 > last.column ? null : { row, column: column - 1 };
};

const rangeOf = (ref: string): Range | null => {
  const [from = '', to = from] = ref.split(':');
  const [start, end] = [placeOf(from), placeOf(to)];
  return start && end ? { top: start.row, left: start.column, bottom: end.row, right: end.column } : null;
};

const isOn = (text: string | undefined): boolean => text === '1' || text === 'true';

type CellInProgress = {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string | null;
  formula: string | null;
  pictured: boolean;
};

/** A column narrower than this, in characters, shows nothing; a row lower than this, in points. */
const leastWidth = 0.3;
const leastHeight = 1;

class SheetReader {
  readonly rows = new Map<number, Map<number, WorkbookCell>>();
  readonly merges: Range[] = [];
  readonly doubtful: Range[] = [];
  readonly #book: Workbook;
  readonly #hiddenRows = new Set<number>();
  readonly #shownRows = new Set<number>();
  readonly #hiddenColumns: { from: number; to: number }[] = [];
  #allRowsHidden = false;
  #zeros = true;
  #formulas = false;
  #row = -1;
  #column = -1;
  #cell: CellInProgress | null = null;
  #text: 'value' | 'formula' | null = null;
  #inline: Element[] = [];
  #condition = '';

  constructor(book: Workbook) {
    this.#book = book;
  }

  isHiddenRow = (row: number): boolean =>
    this.#hiddenRows.has(row) || (this.#allRowsHidden && !this.#shownRows.has(row));

  isHiddenColumn = (column: number): boolean =>
    this.#hiddenColumns.some(({ from, to }) => column >= from && column <= to);

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#inline.length > 0 || name === 'is') {
      const element: Element = { name, attributes, children: [] };
      this.#inline.at(-1)?.children.push(element);
      this.#inline.push(element);
      return;
    }
    switch (name) {
      case 'sheetView':
        if (attributes.showZeros !== undefined) this.#zeros = isOn(attributes.showZeros);
        if (isOn(attributes.showFormulas)) this.#formulas = true;
        return;
      case 'sheetFormatPr':
        this.#allRowsHidden = isOn(attributes.zeroHeight);
        return;
      case 'col':
        if (isOn(attributes.hidden) || Number(attributes.width ?? 9) < leastWidth)
          this.#hiddenColumns.push({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 });
        return;
      case 'row':
        this.#openRow(attributes);
        return;
      case 'c':
        this.#openCell(attributes);
        return;
      case 'v':
        this.#text = 'value';
        return;
      case 'f':
        if (this.#cell) this.#cell.formula = '';
        this.#text = 'formula';
        return;
      case 'mergeCell': {
        const range = rangeOf(attributes.ref ?? '');
        if (range) this.merges.push(range);
        return;
      }
      case 'conditionalFormatting':
        this.#condition = attributes.sqref ?? '';
        return;
      case 'cfRule':
        if (attributes.dxfId !== undefined && this.#book.styles.mayChange(Number(attributes.dxfId)))
          this.doubtful.push(...this.#condition.split(/\s+/).flatMap((ref) => rangeOf(ref) ?? []));
        return;
      default:
    }
  }

  text(data: string): void {
    if (this.#inline.length > 0) this.#inline.at(-1)?.children.push(data);
    else if (this.#cell && this.#text === 'value') this.#cell.value = (this.#cell.value ?? '') + data;
    else if (this.#cell && this.#text === 'formula') this.#cell.formula = (this.#cell.formula ?? '') + data;
  }

  close(name: string): void {
    if (this.#inline.length > 0) {
      const element = this.#inline.pop();
      if (this.#inline.length === 0 && element && this.#cell)
        this.#put(this.#cell, textCell(runsOf(element), this.#styleOf(this.#cell)));
      return;
    }
    if (name === 'v' || name === 'f') this.#text = null;
    if (name !== 'c' || !this.#cell) return;
    const cell = this.#cell;
    this.#cell = null;
    if (cell.type !== 'inlineStr') this.#put(cell, this.#shown(cell));
  }

  #openRow({ r, hidden, ht }: Readonly<Record<string, string>>): void {
    const row = r === undefined ? this.#row + 1 : Number(r) - 1;
    this.#row = row >= 0 && row <= last.row ? row : last.row;
    this.#column = -1;
    if (isOn(hidden) || Number(ht ?? 20) < leastHeight) this.#hiddenRows.add(this.#row);
    else if (hidden !== undefined || ht !== undefined) this.#shownRows.add(this.#row);
  }

  #openCell({ r, t = 'n', s = '0', vm }: Readonly<Record<string, string>>): void {
    const place = r === undefined ? { row: this.#row, column: this.#column + 1 } : placeOf(r);
    if (!place) return;
    this.#column = place.column;
    this.#cell = {
      ...place,
      type: t,
      style: Number(s),
      value: null,
      formula: null,
      pictured: vm !== undefined,
    };
  }

  #styleOf({ style }: CellInProgress): XlsxStyle {
    return this.#book.styles.of(style);
  }

  #put({ row, column }: CellInProgress, cell: WorkbookCell): void {
    if (cell.text === '' && !cell.obscured) return;
    let line = this.rows.get(row);
    if (!line) {
      line = new Map();
      this.rows.set(row, line);
    }
    line.set(column, cell);
  }

  #shown(cell: CellInProgress): WorkbookCell {
    const style = this.#styleOf(cell);
    const { type, value, formula } = cell;
    if (this.#formulas && formula !== null) return { text: `=${formula}`, obscured: 'formatted' };
    // An empty result of a text is a result.
    if (formula !== null && (value === null || value === '') && type !== 'str')
      return { text: formula === '' ? '' : `=${formula}`, obscured: 'uncomputed' };
    if (value === null || value === '') return { text: '' };
    switch (type) {
      case 's':
        return textCell(this.#book.texts[Number(value)] ?? [], style);
      case 'str':
        return textCell([{ text: value, font: null }], style);
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { text: value, obscured: cell.pictured ? 'drawn' : 'uncomputed' };
      case 'd':
        return { text: value };
      default:
        return this.#number(Number(value), style);
    }
  }

  #number(value: number, style: XlsxStyle): WorkbookCell {
    if (!Number.isFinite(value)) return { text: '' };
    const { text, why } = shownNumber(value, style.format, this.#book.dates1904);
    return cellOf([{ text, font: null }], style, why ?? (value === 0 && !this.#zeros ? 'formatted' : null));
  }
}

/** What stands in a sheet, and where a condition may change how a figure looks. */
export const sheetOf = (name: string, xml: string, book: Workbook): WorkbookSheet & { doubtful: Range[] } => {
  const reader = new SheetReader(book);
  readXml(xml, {
    open: (element, attributes) => reader.open(element, attributes),
    text: (data) => reader.text(data),
    close: (element) => reader.close(element),
  });
  const { rows, merges, doubtful, isHiddenRow, isHiddenColumn } = reader;
  return { name, rows, merges, doubtful, isHiddenRow, isHiddenColumn };
};
