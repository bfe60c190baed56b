import type { TableBlock } from '../../parser/source/blocks.ts';
import { layOut, type Sheet } from '../../parser/table/sheet.ts';

/**
 * Tables as drawings for the steps of the model: a line is a row, `|` stands between cells, `→3` behind a text spans columns, `↓2` rows,
 * `·` before it sets it in. A cell that another one covers is left out, as in HTML.
 */
const readCell = (drawing: string) => {
  const [, dots = '', text = '', across = '1', down = '1'] =
    /^(·*)(.*?)(?:→(\d+))?(?:↓(\d+))?$/s.exec(drawing.trim()) ?? [];
  return {
    text,
    colspan: Number(across),
    rowspan: Number(down),
    ...(dots === '' ? {} : { indent: dots.length * 2 }),
  };
};

export const drawn = (rows: string): TableBlock => ({
  kind: 'table',
  index: 0,
  geometry: 'grid',
  rows: rows
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '')
    .split('\n')
    .map((line) => ({ group: 0, cells: line.split('|').map(readCell) })),
});

export const laidOut = (rows: string): Sheet => layOut(drawn(rows));

/** Steps in a row, as `tableOf` takes them. */
export const through = (rows: string, ...steps: ((sheet: Sheet) => Sheet)[]): Sheet =>
  steps.reduce((sheet, step) => step(sheet), laidOut(rows));
