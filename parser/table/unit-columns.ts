import { labelKey } from '../text/label.ts';
import { isUnit } from '../text/value.ts';
import { isWording, type KeyedCell, type KeyedSheet } from './keyed-sheet.ts';

/** Headings of a column that names the unit of each row, as keys. */
const unitHeadings: ReadonlySet<string> = new Set(['计量单位', '单位', '计数单位'].map(labelKey));

/** So many units under one heading are no chance. */
const leastUnits = 3;

/**
 * Takes out a column that names the unit of each row, 条 or 万元, between labels and figures: a unit is no label. The figures behind it are
 * counted in it.
 */
export const withoutUnits = (sheet: KeyedSheet): KeyedSheet => {
  const heading = sheet.rows
    .flatMap(({ index, hidden, cells }) => (hidden ? [] : cells.map((cell) => ({ index, cell }))))
    .find(({ cell }) => unitHeadings.has(cell.key));
  if (!heading) return sheet;
  const { column } = heading.cell;
  const below = sheet.rows.flatMap(({ index, cells }) =>
    index > heading.index ? cells.filter((cell) => cell.column === column && isWording(cell)) : [],
  );
  if (below.length < leastUnits || !below.every(({ key }) => isUnit(key))) return sheet;
  return {
    ...sheet,
    rows: sheet.rows.map((row) => {
      const at = row.cells.findIndex((cell) => below.includes(cell));
      const unit = row.cells[at]?.key;
      if (unit === undefined) return row;
      const counted = ({ figure, ...cell }: KeyedCell): KeyedCell => ({
        ...cell,
        figure: figure.state === 'number' ? { ...figure, unit: figure.unit ?? unit } : figure,
      });
      return { ...row, cells: [...row.cells.slice(0, at), ...row.cells.slice(at + 1).map(counted)] };
    }),
  };
};
