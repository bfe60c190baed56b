import { numbersColumns } from './boxhead.ts';
import { cellAt, isBlank, type Sheet } from './sheet.ts';

/**
 * What stands over each column, from outside in. A heading reaches over the columns that its cell spans; where a table has lost
 * its spans, over the blank cells to its right, as far as the row below it goes on with headings.
 */
export const headings = (sheet: Sheet): Sheet => {
  const firstBody = sheet.rows.findIndex((kind) => kind === 'body' || kind === 'bare');
  const end = firstBody < 0 ? sheet.height : firstBody;
  const rows = Array.from({ length: end }, (_, row) => row).filter(
    (row) => sheet.rows[row] === 'head' && !numbersColumns(sheet, row),
  );
  const spanned = sheet.cells.some(({ row, width }) => width > 1 && sheet.rows[row] === 'head');
  const paths = Array.from({ length: sheet.width }, (_, column) => {
    const path: string[] = [];
    rows.forEach((_, at) => {
      const text = textOver(sheet, rows, at, column, spanned);
      if (text !== '' && path.at(-1) !== text) path.push(text);
    });
    return path;
  });
  return { ...sheet, headings: paths };
};

const textOver = (
  sheet: Sheet,
  rows: readonly number[],
  at: number,
  column: number,
  spanned: boolean,
): string => {
  const row = rows[at] ?? 0;
  const cell = cellAt(sheet, row, column);
  if (!isBlank(cell)) return cell?.text ?? '';
  const isHeadedBelow = (one: number): boolean =>
    rows.slice(at + 1).some((lower) => !isBlank(cellAt(sheet, lower, one)));
  if (spanned || !isHeadedBelow(column)) return '';
  for (let left = column - 1; left >= 0; left--) {
    const before = cellAt(sheet, row, left);
    if (!isBlank(before)) return isHeadedBelow(left) ? (before?.text ?? '') : '';
  }
  return '';
};
