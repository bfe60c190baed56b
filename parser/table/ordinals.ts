import { labelKey } from '../text/label.ts';
import { goOn } from './counting.ts';
import { isWording, type KeyedCell, type KeyedRow, type KeyedSheet } from './keyed-sheet.ts';

/** Headings of a column that counts the rows, as keys. */
export const ordinalHeadings: ReadonlySet<string> = new Set(
  ['序号', '编号', '行次', '项次', '序'].map(labelKey),
);

const digits = /^\d{1,3}$/;

/** So many numbers, each one more than that of the row above, count the rows. */
const leastCounting = 3;

/** The digits that stand left of words in a row, by their column; where another figure stands left of them, they are none that count. */
const beforeWords = ({ cells, hidden }: KeyedRow): KeyedCell[] => {
  if (hidden) return [];
  const last = cells.findLastIndex(isWording);
  const first = cells.findIndex((cell) => cell.figure.state === 'number');
  const cell = cells[first];
  return cell && first < last && cell.own && digits.test(cell.text) ? [cell] : [];
};

const isCounting = (cells: readonly KeyedCell[]): boolean =>
  cells.length >= leastCounting && goOn(cells.map(({ text }) => Number(text)));

/**
 * Takes out the numbers before labels that count the rows: under 序号, or one more from row to row. They are no figures, and no label
 * ends where they stand.
 */
export const withoutOrdinals = (sheet: KeyedSheet): KeyedSheet => {
  const columns = new Map<number, KeyedCell[]>();
  for (const cell of sheet.rows.flatMap(beforeWords))
    columns.set(cell.column, [...(columns.get(cell.column) ?? []), cell]);
  if (columns.size === 0) return sheet;
  const headed = new Set(
    sheet.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (ordinalHeadings.has(cell.key) ? [cell.column] : [])),
    ),
  );
  const ordinals = new Set(
    [...columns].flatMap(([column, cells]) => (headed.has(column) || isCounting(cells) ? cells : [])),
  );
  if (ordinals.size === 0) return sheet;
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => !ordinals.has(cell)) })),
  };
};
