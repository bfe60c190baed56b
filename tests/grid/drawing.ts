import type { Grid } from '../../parser/grid/grid.ts';
import type { Cell, Row, TableBlock } from '../../parser/source/blocks.ts';

/**
 * Tables and grids as drawings, so that a failing comparison shows the table.
 * A cell is a word, with its spans behind it where they are not 1: `A`, `B 2x1` (colspan 2), `C 1x3` (rowspan 3), `D 1x0`.
 */
const readCell = (drawing: string): Cell => {
  const [text = '', spans = '1x1'] = drawing.trim().split(' ');
  const [colspan = 1, rowspan = 1] = spans.split('x').map(Number);
  return { text, colspan, rowspan };
};

export type GroupKind = 'thead' | 'tbody' | 'tfoot';

/** A table of row groups; each line of a group is a row, `|` between its cells. An empty line is a row without cells. */
export const tableOf = (...groups: { kind: GroupKind; rows: string }[]): TableBlock => ({
  kind: 'table',
  index: 0,
  geometry: 'grid',
  rows: groups.flatMap(({ kind, rows }, group) =>
    linesOf(rows).map(
      (line): Row => ({
        cells: line === '' ? [] : line.split('|').map(readCell),
        group,
        ...(kind === 'tfoot' ? { foot: true } : {}),
      }),
    ),
  ),
});

export const body = (rows: string): { kind: GroupKind; rows: string } => ({ kind: 'tbody', rows });
export const head = (rows: string): { kind: GroupKind; rows: string } => ({ kind: 'thead', rows });
export const foot = (rows: string): { kind: GroupKind; rows: string } => ({ kind: 'tfoot', rows });

/** Lines of a template literal without its first and last line break and its indentation. */
const linesOf = (text: string): string[] =>
  text
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '')
    .split('\n')
    .map((line) => line.trim());

/** A drawing as lines, for comparison with `draw`. */
export const drawing = linesOf;

/** One line for each row, one word for each slot: the text of the cell that covers it, `.` where there is none. */
export const draw = (grid: Grid): string[] =>
  Array.from({ length: grid.height }, (_, row) =>
    Array.from(
      { length: grid.width },
      (_, column) => grid.cells[grid.slots[row * grid.width + column] ?? -1]?.cell.text ?? '.',
    ).join(' '),
  );
