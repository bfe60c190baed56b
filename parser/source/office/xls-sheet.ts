import { BiffReader, type BiffRecord, Cut, rkNumber } from './biff.ts';
import { shownNumber } from './number-format.ts';
import { obscure, type Range, type WorkbookCell, type WorkbookSheet } from './sheet.ts';
import { type Font, plainFont, type XlsxStyle } from './xlsx-styles.ts';
import { cellOf, type TextRun, textCell } from './xlsx-text.ts';

/** A sheet of a workbook of Excel 97–2003 (MS-XLS 2.1.7.20.5). */

export type OldWorkbook = {
  texts: readonly TextRun[][];
  fonts: readonly Font[];
  styles: readonly XlsxStyle[];
  dates1904: boolean;
};

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

const plainStyle: XlsxStyle = {
  font: plainFont,
  ground: 'FFFFFF',
  format: 'General',
  repeated: false,
};

/** Runs of a text from the places where fonts change; before the first the font of the cell holds. */
export const runsIn = (
  { text, fonts }: { text: string; fonts: readonly { from: number; font: number }[] },
  known: readonly Font[],
): TextRun[] => {
  const runs: TextRun[] = [];
  let at = 0;
  let font: Font | null = null;
  const until = (end: number) => {
    if (end > at) runs.push({ text: text.slice(at, end), font });
    at = Math.max(at, end);
  };
  for (const change of fonts) {
    until(Math.min(change.from, text.length));
    // There is no font of the number 4 (2.5.129).
    font = known[change.font > 4 ? change.font - 1 : change.font] ?? null;
  }
  until(text.length);
  return runs;
};

/** Does a formula hold a text without characters (2.5.198.89), so that its result may be one? Writers that compute nothing store that of any. */
const givesText = (view: DataView): boolean => {
  for (let at = 22; at + 1 < view.byteLength; at++)
    if (view.getUint8(at) === 0x17 && view.getUint8(at + 1) === 0) return true;
  return false;
};

/** Does a formula end by joining texts (2.5.198.82), so that no number is its result? */
const joinsTexts = (view: DataView): boolean => {
  const end = view.byteLength > 22 ? 22 + view.getUint16(20, true) : 0;
  return end > 22 && end <= view.byteLength && view.getUint8(end - 1) === 0x08;
};

/** May a condition change what is seen of a figure (CF, 2.4.42; DXFN, 2.5.92): its number format, or white or struck letters? */
const mayChange = (data: Uint8Array, view: DataView): boolean => {
  if (data.length < 12) return false;
  const says = view.getUint32(6, true);
  if (says & (1 << 25)) return true;
  const font = 12 + 64;
  if (!(says & (1 << 26)) || data.length < font + 24) return false;
  const struck = (data[font + 4] ?? 0) & 0x80;
  const color = view.getInt32(font + 16, true);
  return struck !== 0 || color === 1 || color === 9;
};

export class OldSheetReader {
  readonly #book: OldWorkbook;
  readonly #rows = new Map<number, Map<number, WorkbookCell>>();
  readonly #merges: Range[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns: { from: number; to: number }[] = [];
  /** The formula whose result, a text, comes with the next record. */
  #awaited: { row: number; column: number; style: XlsxStyle } | null = null;
  /** How the sheet is viewed is said behind its cells: those of which that decides what is seen. */
  readonly #zeros: WorkbookCell[] = [];
  readonly #formulas: WorkbookCell[] = [];
  #conditional: Range[] = [];
  readonly #doubtful: Range[] = [];
  #showsZeros = true;
  #showsFormulas = false;

  constructor(book: OldWorkbook) {
    this.#book = book;
  }

  finish(name: string): WorkbookSheet {
    if (!this.#showsZeros) for (const cell of this.#zeros) cell.obscured ??= 'formatted';
    const sheet = this.#sheet(name);
    for (const range of this.#doubtful) obscure(sheet, range, 'formatted');
    if (this.#showsFormulas) for (const cell of this.#formulas) cell.obscured ??= 'formatted';
    return sheet;
  }

  #sheet(name: string): WorkbookSheet {
    return {
      name,
      rows: this.#rows,
      merges: this.#merges,
      isHiddenRow: (row) => this.#hiddenRows.has(row),
      isHiddenColumn: (column) => this.#hiddenColumns.some(({ from, to }) => column >= from && column <= to),
    };
  }

  record({ type, pieces }: BiffRecord): void {
    try {
      this.#record(type, new BiffReader(pieces), pieces[0] ?? new Uint8Array());
    } catch (error) {
      // What a cut record would have said stays unsaid; the table shows that a cell is missing.
      if (!(error instanceof Cut)) throw error;
    }
  }

  #record(type: number, reader: BiffReader, data: Uint8Array): void {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    switch (type) {
      case 0x0208: {
        // Row: its height, and whether it has none (2.4.221).
        const row = reader.short();
        reader.skip(4);
        const height = reader.short() & 0x7fff;
        reader.skip(4);
        if ((reader.short() & 0x20) !== 0 || height === 0) this.#hiddenRows.add(row);
        return;
      }
      case 0x007d: {
        const from = reader.short();
        const to = reader.short();
        const width = reader.short();
        reader.short();
        if ((reader.short() & 1) !== 0 || width === 0) this.#hiddenColumns.push({ from, to });
        return;
      }
      case 0x023e: {
        const flags = reader.short();
        this.#showsFormulas = (flags & 1) !== 0;
        this.#showsZeros = (flags & 0x10) !== 0;
        return;
      }
      case 0x00e5:
        for (let count = reader.short(); count > 0; count--) {
          const [top, bottom, left, right] = [reader.short(), reader.short(), reader.short(), reader.short()];
          this.#merges.push({ top, bottom, left, right });
        }
        return;
      case 0x0203: {
        const cell = this.#place(reader);
        if (data.length >= 14) this.#number(cell, view.getFloat64(6, true));
        return;
      }
      case 0x027e:
        this.#number(this.#place(reader), rkNumber(reader.long() | 0));
        return;
      case 0x00bd: {
        const row = reader.short();
        const first = reader.short();
        for (let column = first; column < first + (data.length - 6) / 6; column++) {
          const style = this.#styleOf(reader.short());
          this.#number({ row, column, style }, rkNumber(reader.long() | 0));
        }
        return;
      }
      case 0x00fd: {
        const cell = this.#place(reader);
        this.#put(cell, textCell(this.#book.texts[reader.long()] ?? [], cell.style));
        return;
      }
      case 0x0204: {
        const cell = this.#place(reader);
        this.#text(cell, reader.richText(reader.short()));
        return;
      }
      case 0x0205: {
        const cell = this.#place(reader);
        const value = reader.byte();
        const text = reader.byte() === 1 ? (errors[value] ?? '#N/A') : value === 1 ? 'TRUE' : 'FALSE';
        this.#put(cell, { text });
        return;
      }
      case 0x0006:
        this.#formula(this.#place(reader), view);
        return;
      case 0x01b0: {
        // The cells of the conditions that follow (2.4.56).
        reader.skip(12);
        this.#conditional = Array.from({ length: reader.short() }, () => {
          const [top, bottom, left, right] = [reader.short(), reader.short(), reader.short(), reader.short()];
          return { top, bottom, left, right };
        });
        return;
      }
      case 0x01b1:
        if (mayChange(data, view)) this.#doubtful.push(...this.#conditional);
        return;
      case 0x0207: {
        const cell = this.#awaited;
        this.#awaited = null;
        if (cell) this.#text(cell, reader.richText(reader.short()));
        return;
      }
      default:
    }
  }

  #styleOf(index: number): XlsxStyle {
    return this.#book.styles[index] ?? plainStyle;
  }

  #place(reader: BiffReader): { row: number; column: number; style: XlsxStyle } {
    return { row: reader.short(), column: reader.short(), style: this.#styleOf(reader.short()) };
  }

  #put({ row, column }: { row: number; column: number }, cell: WorkbookCell): void {
    if (cell.text === '' && !cell.obscured) return;
    const line = this.#rows.get(row) ?? new Map<number, WorkbookCell>();
    this.#rows.set(row, line);
    line.set(column, cell);
  }

  #text(
    cell: { row: number; column: number; style: XlsxStyle },
    text: { text: string; fonts: { from: number; font: number }[] },
  ): void {
    this.#put(cell, textCell(runsIn(text, this.#book.fonts), cell.style));
  }

  #number(cell: { row: number; column: number; style: XlsxStyle }, value: number): void {
    if (!Number.isFinite(value)) return;
    const { text, why } = shownNumber(value, cell.style.format, this.#book.dates1904);
    const shown = cellOf([{ text, font: null }], cell.style, why);
    if (value === 0) this.#zeros.push(shown);
    this.#put(cell, shown);
  }

  /** The result that a formula had when it was stored (2.4.127). */
  #formula(cell: { row: number; column: number; style: XlsxStyle }, view: DataView): void {
    if (view.byteLength < 16) return;
    if (view.getUint16(12, true) !== 0xffff) {
      const value = view.getFloat64(6, true);
      // Writers that compute nothing store a zero, and that it is to be computed when the file is opened.
      if (value === 0 && ((view.getUint16(14, true) & 3) !== 0 || joinsTexts(view)))
        this.#put(cell, { text: '', obscured: 'uncomputed' });
      else {
        this.#number(cell, value);
        const stored = this.#rows.get(cell.row)?.get(cell.column);
        if (stored) this.#formulas.push(stored);
      }
      return;
    }
    const code = view.getUint8(8);
    switch (view.getUint8(6)) {
      case 0:
        this.#awaited = cell;
        return;
      case 1:
        this.#put(cell, { text: code === 1 ? 'TRUE' : 'FALSE' });
        return;
      case 2:
        this.#put(cell, { text: errors[code] ?? '#N/A', obscured: 'uncomputed' });
        return;
      case 3:
        if (!givesText(view)) this.#put(cell, { text: '', obscured: 'uncomputed' });
        return;
      default:
    }
  }
}
