import { expect, test } from 'vitest';
import { readTables } from '../../parser/read-tables.ts';
import { mostCellsKept, type SourceDocument } from '../../parser/source/blocks.ts';
import { readTokens } from '../../parser/source/html/tree.ts';
import { readDelimited } from '../../parser/source/plain-text/delimited.ts';

/** Of a table of half a million cells the first are kept, and the number of all rows. */

const [rows, columns] = [3000, 50];
const drawn = (row: (cells: string[]) => string): string =>
  Array.from({ length: rows }, (_, at) =>
    row(Array.from({ length: columns }, (_, column) => `${at + column}`)),
  ).join('');
const csv = drawn((cells) => `${cells.join(',')}\n`);
const html = `<table>${drawn((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)}</table><p>后文</p><table><tr><td>1</td></tr></table>`;

const cellsOf = (document: SourceDocument | null, nth = 0) =>
  document?.blocks.filter((block) => block.kind === 'table')[nth]?.rows.map(({ cells }) => cells.length) ??
  [];

test.each([
  ['tokens', () => readTokens([html])],
  ['delimited values', () => readDelimited(csv, null)],
])('of %s', (_, read) => {
  const cells = cellsOf(read());
  expect(cells).toHaveLength(rows);
  const whole = Math.floor(mostCellsKept / columns) + 1;
  expect(new Set(cells.slice(0, whole))).toEqual(new Set([columns]));
  expect(new Set(cells.slice(whole))).toEqual(new Set([0]));
});

test('what follows the table is read', () => {
  const document = readTokens([html]);
  expect(cellsOf(document, 1)).toEqual([1]);
  expect(JSON.stringify(document?.blocks.slice(1))).toContain('后文');
  expect(JSON.stringify(document?.blocks)).not.toContain('hiddenText');
});

test.each([
  ['a.html', html],
  ['a.csv', csv],
])('%s: which rows were left out is said, by the number of all of them', async (path, text) => {
  const { tables, issues } = await readTables({ path }, new TextEncoder().encode(text), '');
  expect(issues).toEqual([{ code: 'rows_left_out', table: 0, rows: 1200, of: rows }]);
  expect(tables[0]?.rows).toBe(1200);
});
