import { tight } from '../text/label.ts';
import { labelParts } from './label-parts.ts';
import { cellAt, type Half, isBlank, type Sheet, type SheetCell, type StubEntry } from './sheet.ts';

/** What stands beside each row, in each half: its label, the groups that reach over several rows, its code and its unit. */

const columnsOf = (sheet: Sheet, { from, to }: Half, kind: string): number[] => {
  const found: number[] = [];
  for (let column = from; column < to; column++) {
    if (sheet.columns[column] === 'figures') break;
    if (sheet.columns[column] === kind) found.push(column);
  }
  return found;
};

/** Units may stand anywhere in front of the figures or behind them. */
const unitColumn = (sheet: Sheet, { from, to }: Half): number | null => {
  for (let column = from; column < to; column++) if (sheet.columns[column] === 'unit') return column;
  return null;
};

/** A dash in the place of a label names nothing. */
const textOf = (cell: SheetCell | null): string =>
  isBlank(cell) || cell?.figure.state === 'mark' ? '' : (cell?.text ?? '');

/** The group beside a row: the cell that reaches down to it, or, where spans are lost, the last one written above it. */
const groupAt = (sheet: Sheet, row: number, column: number): string => {
  const own = textOf(cellAt(sheet, row, column));
  if (own !== '') return own;
  for (let above = row - 1; above >= 0 && sheet.rows[above] === 'body'; above--) {
    const text = textOf(cellAt(sheet, above, column));
    if (text !== '') return text;
  }
  return '';
};

/** A code that stands in several columns, level by level; what is printed once for several rows holds for all of them. */
const codeAt = (sheet: Sheet, row: number, columns: readonly number[]): string => {
  const own = columns.map((column) => tight(textOf(cellAt(sheet, row, column))));
  const last = own.findLastIndex((text) => text !== '');
  return own
    .map((text, at) => (text === '' && at < last ? tight(groupAt(sheet, row, columns[at] ?? 0)) : text))
    .join('');
};

const entryOf = (sheet: Sheet, half: Half, row: number): StubEntry | null => {
  const kind = sheet.rows[row];
  if (kind !== 'body' && kind !== 'bare') return null;
  const labels = columnsOf(sheet, half, 'label');
  const codes = columnsOf(sheet, half, 'code');
  const code = codeAt(sheet, row, codes);
  let at = labels.findLastIndex((column) => textOf(cellAt(sheet, row, column)) !== '');
  let cell = at < 0 ? null : cellAt(sheet, row, labels[at] ?? -1);
  if (cell === null) {
    // Without a label of its own a row may be named in a column of codes or ordinals: 合计 across both.
    const elsewhere = [...codes, ...columnsOf(sheet, half, 'ordinal')].find((column) =>
      /\p{L}/u.test(textOf(cellAt(sheet, row, column))),
    );
    if (elsewhere !== undefined) cell = cellAt(sheet, row, elsewhere);
    else if (code === '') return null;
    at = -1;
  }
  const text = textOf(cell);
  const groups = labels.slice(0, Math.max(at, 0)).flatMap((column) => {
    const group = groupAt(sheet, row, column);
    return group === '' || cellAt(sheet, row, column) === cell ? [] : [group];
  });
  const parts = labelParts(text);
  const unit = unitColumn(sheet, half);
  return {
    text: text === '' ? code : text,
    path: [...groups, text === '' ? code : text],
    code: /^\d{1,11}$/.test(code) ? code : parts.code,
    numbering: parts.numbering,
    indent: (cell?.indent ?? 0) + parts.indent,
    ofWhich: parts.ofWhich,
    minus: parts.minus,
    unit: unit === null ? null : groupAt(sheet, row, unit) || null,
    parent: null,
  };
};

export const stub = (sheet: Sheet): Sheet => ({
  ...sheet,
  stubs: sheet.halves.map((half) => sheet.rows.map((_, row) => entryOf(sheet, half, row))),
});
