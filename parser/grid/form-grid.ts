import type { Row, TableBlock } from '../source/blocks.ts';
import type { Grid, GridCell, GridProblem } from './grid.ts';

/** More slots than this are not formed: no report has them, and spans of 1000 × 65534 would take the machine's memory. */
export const mostSlots = 1_000_000;

/**
 * The algorithm for forming a table (HTML Standard 4.9.12.1), step by step, over rows that are already read.
 * It differs in three things: a rowspan that reaches past the last row of its group ends there, as browsers lay it out,
 * and is listed as a problem; of cells that overlap, the first keeps the slot; and columns that only `col` elements declare
 * are left out. Problems are returned beside the grid, never thrown.
 */
export const formGrid = (table: TableBlock): Grid => {
  const order: { row: Row; source: number }[] = [];
  const feet: { row: Row; source: number }[] = [];
  for (const [source, row] of table.rows.entries()) (row.foot ? feet : order).push({ row, source });
  order.push(...feet); // step 19: tfoot elements are processed last

  const cells: GridCell[] = [];
  const problems: GridProblem[] = [];
  const hidden = new Set<number>();
  const hiddenText = new Set<number>();
  const height = order.length;
  const rows: number[][] = order.map(() => []);
  let slots = 0;
  let width = 0;

  // The end of each row's group: a downward-growing cell may not leave it.
  const groupEnd = new Array<number>(height);
  for (let y = height - 1; y >= 0; y--) {
    const same = y + 1 < height && order[y]?.row.group === order[y + 1]?.row.group;
    groupEnd[y] = same ? (groupEnd[y + 1] ?? y + 1) : y + 1;
  }

  // The algorithm for processing rows.
  for (let y = 0; y < height; y++) {
    const source = order[y];
    const line = rows[y];
    if (!source || !line) continue;
    if (source.row.hidden) hidden.add(y);
    if (source.row.hiddenText) hiddenText.add(y);
    let x = 0; // step 2
    for (const [sourceCell, cell] of source.row.cells.entries()) {
      while (line[x] !== undefined) x++; // step 6: the first slot that no cell covers
      const end = groupEnd[y] ?? height;
      let bottom = cell.rowspan === 0 ? end : y + cell.rowspan; // steps 9 to 11
      if (bottom > end) {
        problems.push({ kind: 'rowspan_past_end', row: y, column: x });
        bottom = end;
      }
      slots += cell.colspan * (bottom - y);
      if (slots > mostSlots) {
        problems.push({ kind: 'too_large', slots });
        return { width: 0, height: 0, slots: new Int32Array(0), cells: [], hidden, hiddenText, problems };
      }
      const index = cells.length;
      cells.push({
        cell,
        row: y,
        column: x,
        width: cell.colspan,
        height: bottom - y,
        sourceRow: source.source,
        sourceCell,
      });
      for (let below = y; below < bottom; below++) {
        const target = rows[below];
        if (!target) continue;
        for (let across = x; across < x + cell.colspan; across++) {
          // step 14: a slot covered twice is a table model error; the first cell keeps it
          if (target[across] === undefined) target[across] = index;
          else problems.push({ kind: 'overlap', row: below, column: across });
        }
      }
      x += cell.colspan; // step 16
      width = Math.max(width, x);
    }
  }

  if (width * height > mostSlots) {
    problems.push({ kind: 'too_large', slots: width * height });
    return { width: 0, height: 0, slots: new Int32Array(0), cells: [], hidden, hiddenText, problems };
  }
  const flat = new Int32Array(width * height).fill(-1);
  rows.forEach((line, y) => {
    line.forEach((index, x) => {
      flat[y * width + x] = index;
    });
  });
  return { width, height, slots: flat, cells, hidden, hiddenText, problems };
};
