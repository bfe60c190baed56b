import { tight } from '../text/label.ts';
import { numberColumns } from './counting.ts';
import {
  cellAt,
  cellsFrom,
  isBlank,
  isNumber,
  isWords,
  type RowKind,
  type Sheet,
  type SheetCell,
} from './sheet.ts';

/** Which rows are headings and which are figures, and what the headings say over each column. */

const noteWords = /^(?:注|备注|说明|数据来源|资料来源|来源|附注|note|source|\*|＊)/i;
/** A row across the table with more text than this says something about the table, and names nothing in it. */
const longestTitle = 40;

const isYear = ({ figure }: SheetCell): boolean =>
  figure.state === 'number' && Number.isInteger(figure.value) && figure.value >= 1900 && figure.value <= 2100;

const printedValue = ({ figure }: SheetCell): number =>
  figure.state === 'number' ? figure.value : Number.NaN;

const thousands = /^[(（]1[,，]?000(?:[,，]?000)?[)）]$/;

const isMonotone = (numbers: readonly number[]): boolean =>
  numbers.length > 1 &&
  (numbers.every((one, at) => at === 0 || one > (numbers[at - 1] ?? 0)) ||
    numbers.every((one, at) => at === 0 || one < (numbers[at - 1] ?? 0)));

const differsBelow = (sheet: Sheet, row: number, cells: readonly SheetCell[]): boolean =>
  cells.some(({ column }) =>
    [1, 2, 3, 4, 5, 6].some((down) => {
      const below = cellAt(sheet, row + down, column);
      return below !== null && isNumber(below) && !isYear(below);
    }),
  );

/** Years over columns, or columns that are numbered: 1 2 3 4. */
const numbersHeadings = (sheet: Sheet, row: number, numbers: readonly SheetCell[]): boolean => {
  const values = numbers.map(printedValue);
  const texts = numbers.map(({ text }) => text);
  if (numberColumns(texts) || numberColumns(texts, 0)) return true;
  // (1,000) over each column says in what it counts.
  if (numbers.every((cell) => thousands.test(cell.text.trim()))) return true;
  if (!numbers.every(isYear) || !differsBelow(sheet, row, numbers)) return false;
  // One year over all columns, or the same over several: quarters of one, or budget and outcome.
  const isSame = new Set(values).size < Math.max(2, numbers.length);
  return isMonotone(values) || (isSame && isBlank(cellAt(sheet, row, 0)));
};

/** More words than numbers over columns which hold numbers below: classes by size are headings, though one of them is a number. */
const wordsOverFigures = (sheet: Sheet, row: number, cells: readonly SheetCell[]): boolean => {
  const words = cells.filter(({ column, figure }) => column > 0 && figure.state === 'unreadable');
  if (words.length <= cells.filter(isNumber).length) return false;
  const over = words.filter(({ column }) => {
    const below = [1, 2, 3, 4, 5].map((down) => cellAt(sheet, row + down, column));
    return below.filter(isNumber).length * 2 > below.filter((cell) => !isBlank(cell)).length;
  });
  return over.length * 2 > words.length;
};

/** 栏次, with the numbers of the columns in its row: it heads nothing, and counts nothing. */
export const numbersColumns = (sheet: Sheet, row: number): boolean => {
  const [first, ...others] = cellsFrom(sheet, row).filter((cell) => !isBlank(cell));
  const isRowOfNumbers = ({ text }: SheetCell): boolean => tight(text) === '栏次';
  return (
    first !== undefined &&
    isRowOfNumbers(first) &&
    others.length > 0 &&
    others.every((cell) => isRowOfNumbers(cell) || /^\d{1,2}$/.test(tight(cell.text)))
  );
};

const firstBodyRow = (sheet: Sheet): number => {
  for (let row = 0; row < sheet.height; row++) {
    if (sheet.rows[row] === 'hidden') continue;
    const cells = cellsFrom(sheet, row).filter((cell) => !isBlank(cell));
    const numbers = cells.filter(isNumber);
    if (numbers.length === 0) continue;
    // A lone number in the first column may be the ordinal of a line of words.
    if (numbersColumns(sheet, row) || numbersHeadings(sheet, row, numbers)) continue;
    if (wordsOverFigures(sheet, row, cells)) continue;
    return row;
  }
  return -1;
};

/** Without any number, the boxhead is the first row with what its cells reach down to. */
const headOfWords = (sheet: Sheet): number => {
  const first = cellsFrom(sheet, 0);
  return Math.min(sheet.height, Math.max(1, ...first.map(({ height }) => height)));
};

const written = (sheet: Sheet, row: number): SheetCell[] =>
  cellsFrom(sheet, row).filter((cell) => !isBlank(cell));

/** One text at the left or across, and nothing beside it. */
const isAlone = (sheet: Sheet, row: number): boolean => {
  const cells = written(sheet, row);
  return cells.length === 0 || (cells.length === 1 && cells[0]?.column === 0 && cells[0].height === 1);
};

const kindAbove = (sheet: Sheet, row: number, first: number): RowKind => {
  if (!isAlone(sheet, row)) return 'head';
  const isHead = (other: number): boolean => !isAlone(sheet, other);
  const above = Array.from({ length: row }, (_, at) => at).some(isHead);
  const below = Array.from({ length: first - row - 1 }, (_, at) => row + 1 + at).some(isHead);
  if (!above) return 'title';
  return below ? 'head' : 'bare';
};

const kindBelow = (sheet: Sheet, row: number, isFigures: (column: number) => boolean): RowKind => {
  const cells = written(sheet, row);
  const [only] = cells;
  if (cells.length === 1 && only && (only.width >= sheet.width || only.column === 0)) {
    if (noteWords.test(only.text) || (only.width >= sheet.width && only.text.length > longestTitle))
      return 'note';
  }
  if (cells.some((cell) => isFigures(cell.column) && cell.figure.state !== 'unreadable')) return 'body';
  if (
    cells.some((cell) => isFigures(cell.column) && cell.figure.state === 'unreadable' && cell.figure.digits)
  )
    return cells.filter((cell) => isFigures(cell.column) && isWords(cell)).length > 1 ? 'head' : 'body';
  return cells.filter((cell) => cell.column > 0 && isFigures(cell.column)).length > 1 ? 'head' : 'bare';
};

/** Columns where most of what is written below the boxhead is no words. */
const figureColumns = (sheet: Sheet, first: number): boolean[] => {
  const balance = new Array<number>(sheet.width).fill(0);
  for (const cell of sheet.cells) {
    if (cell.row < first || isBlank(cell)) continue;
    balance[cell.column] = (balance[cell.column] ?? 0) + (isWords(cell) ? -1 : 1);
  }
  return balance.map((one) => one > 0);
};

/** Says of each row what it is. */
export const boxhead = (sheet: Sheet): Sheet => {
  if (sheet.height === 0) return sheet;
  const found = firstBodyRow(sheet);
  const first = found < 0 ? headOfWords(sheet) : found;
  const figures = figureColumns(sheet, first);
  const rows = sheet.rows.map((kind, row): RowKind => {
    if (kind === 'hidden') return kind;
    if (numbersColumns(sheet, row)) return 'head';
    return row < first
      ? kindAbove(sheet, row, first)
      : kindBelow(sheet, row, (column) => figures[column] === true);
  });
  return { ...sheet, rows };
};
