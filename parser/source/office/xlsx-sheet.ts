import type { Range, WorkbookCell, WorkbookSheet } from './sheet.ts';
import type { CellSizes } from './xlsx-drawings.ts';
import { last, placeOf, rangeOf, rangesOf } from './xlsx-refs.ts';
import type { XlsxStyle, XlsxStyles } from './xlsx-styles.ts';
import { numberCell, runsOf, sharedCell, type TextRun, textCell } from './xlsx-text.ts';
import { type Element, readXml } from './xml.ts';

/** A worksheet part (ECMA-376 part 1, 18.3), read element by element: a sheet of many cells is no tree. */

export type Workbook = { texts: readonly TextRun[][]; styles: XlsxStyles; dates1904: boolean };

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
/** Of a row lower than this, in points, nobody can read the figures. */
const readableHeight = 5;

/** Where nothing is said: the width of a column in characters, the height of a row in points. */
const usual = { width: 9, height: 15 } as const;

/** English metric units (20.1.2.1) to a character, and to a point. */
const emu = { character: 66_675, point: 12_700 } as const;

const isFigure = /^[\d,.-]{2,20}$/;

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
  #text: 'value' | 'formula' | 'cells' | null = null;
  #inline: Element[] = [];
  #condition = '';
  /** A condition of newer kinds (MS-XLSX 2.6.23) names its cells last. */
  #newCondition: { tells: boolean; cells: string } | null = null;
  readonly #widths: { from: number; to: number; width: number }[] = [];
  readonly #heights = new Map<number, number>();
  #width: number = usual.width;
  #height: number = usual.height;
  /** Cells of figures that are wider than their columns. */
  readonly #wide: { row: number; column: number; cell: WorkbookCell }[] = [];

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
        this.#width = Number(attributes.defaultColWidth ?? usual.width);
        this.#height = Number(attributes.defaultRowHeight ?? usual.height);
        return;
      case 'col':
        if (attributes.width !== undefined)
          this.#widths.push({
            from: Number(attributes.min) - 1,
            to: Number(attributes.max) - 1,
            width: Number(attributes.width),
          });
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
      case 'iconSet':
      case 'dataBar':
      case 'x14:iconSet':
      case 'x14:dataBar':
        // Signs and bars in place of the figures.
        if (attributes.showValue !== undefined && !isOn(attributes.showValue)) this.#doubt();
        return;
      case 'x14:conditionalFormatting':
        this.#newCondition = { tells: false, cells: '' };
        return;
      case 'strike':
      case 'numFmt':
        if (this.#newCondition) this.#doubt();
        return;
      case 'color':
        if (
          this.#newCondition &&
          /^(?:FF)?FFFFFF$/i.test(attributes.rgb ?? (attributes.theme === '0' ? 'FFFFFF' : ''))
        )
          this.#doubt();
        return;
      case 'xm:sqref':
        this.#text = 'cells';
        return;
      case 'cfRule':
        if (attributes.dxfId !== undefined && this.#book.styles.mayChange(Number(attributes.dxfId)))
          this.#doubt();
        return;
      default:
    }
  }

  /** What the open condition applies to may look otherwise than it is stored. */
  #doubt(): void {
    if (this.#newCondition) this.#newCondition.tells = true;
    else this.doubtful.push(...rangesOf(this.#condition));
  }

  /** How wide and how high the cells are, for what lies over them. */
  readonly sizes: CellSizes = {
    width: (column) =>
      this.isHiddenColumn(column) ? 0 : (this.#widthOf(column) ?? this.#width) * emu.character,
    height: (row) => (this.isHiddenRow(row) ? 0 : (this.#heights.get(row) ?? this.#height) * emu.point),
  };

  #widthOf(column: number): number | undefined {
    return this.#widths.find(({ from, to }) => column >= from && column <= to)?.width;
  }

  /** Figures in columns that are too narrow for them stand there as ##, or are cut. */
  finish(): void {
    const isWide = ({ row, column }: { row: number; column: number }): boolean =>
      this.merges.some(({ top, left, right }) => top === row && left === column && right > left);
    for (const one of this.#wide) if (!isWide(one)) one.cell.obscured ??= 'hidden';
  }

  text(data: string): void {
    if (this.#inline.length > 0) this.#inline.at(-1)?.children.push(data);
    else if (this.#newCondition && this.#text === 'cells') this.#newCondition.cells += data;
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
    if (name === 'xm:sqref' || name === 'v' || name === 'f') this.#text = null;
    if (name === 'x14:conditionalFormatting') {
      const { tells = false, cells = '' } = this.#newCondition ?? {};
      if (tells) this.doubtful.push(...rangesOf(cells));
      this.#newCondition = null;
    }
    if (name !== 'c' || !this.#cell) return;
    const cell = this.#cell;
    this.#cell = null;
    if (cell.type !== 'inlineStr') this.#put(cell, this.#shown(cell));
  }

  #openRow({ r, hidden, ht }: Readonly<Record<string, string>>): void {
    const row = r === undefined ? this.#row + 1 : Number(r) - 1;
    this.#row = row >= 0 && row <= last.row ? row : last.row;
    this.#column = -1;
    if (ht !== undefined) this.#heights.set(this.#row, Number(ht));
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

  #put({ row, column, style }: CellInProgress, cell: WorkbookCell): void {
    if (cell.text === '' && !cell.obscured) return;
    if (isFigure.test(cell.text)) {
      if ((this.#heights.get(row) ?? usual.height) < readableHeight) cell.obscured ??= 'hidden';
      const width = this.#widthOf(column);
      const size = this.#book.styles.of(style).font.size;
      const scale = size > 0 && this.#book.styles.size > 0 ? size / this.#book.styles.size : 1;
      if (width !== undefined && cell.text.length * scale > width) this.#wide.push({ row, column, cell });
    }
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
        return sharedCell(this.#book.texts[Number(value)], value, style);
      case 'str':
        return textCell([{ text: value, font: null }], style);
      case 'b':
        return { text: value === '1' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { text: value, obscured: cell.pictured ? 'drawn' : 'uncomputed' };
      case 'd':
        return { text: value };
      default:
        return numberCell(value, style, { dates1904: this.#book.dates1904, zeros: this.#zeros });
    }
  }
}

/** What stands in a sheet, and where a condition may change how a figure looks. */
export const sheetOf = (
  name: string,
  xml: string,
  book: Workbook,
): WorkbookSheet & { doubtful: Range[]; sizes: CellSizes } => {
  const reader = new SheetReader(book);
  readXml(xml, {
    open: (element, attributes) => reader.open(element, attributes),
    text: (data) => reader.text(data),
    close: (element) => reader.close(element),
  });
  reader.finish();
  const { rows, merges, doubtful, sizes, isHiddenRow, isHiddenColumn } = reader;
  return { name, rows, merges, doubtful, sizes, isHiddenRow, isHiddenColumn };
};
