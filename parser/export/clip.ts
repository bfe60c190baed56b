import type { Grid } from '../grid/grid.ts';
import { neutral } from './csv.ts';

/** A table for the clipboard, as it looks: HTML with its spans, and text with a tab between cells, where a span's text stands at its top left. */
export type Clip = { html: string; text: string };

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');

/** As spreadsheets write a cell that holds what stands between cells. */
const quoted = (text: string): string => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A sign alone, or before a figure, is no formula: what is printed is copied as it is. */
const signed = /^[+-][\d,.]{0,40}[%％]?$/;

/** Rows that the page does not show are left out. A text that a spreadsheet would run as a formula is neutralised. */
export const clipOf = ({ width, height, cells, hidden }: Grid): Clip => {
  const shown = Array.from({ length: height }, (_, row) => row).filter((row) => !hidden.has(row));
  const marks = new Map(shown.map((row) => [row, '']));
  const texts = new Map(shown.map((row) => [row, new Array<string>(width).fill('')]));
  const inOrder = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  for (const { cell, row, column, width: across, height: down } of inOrder) {
    // Of a cell that begins in a row that is not shown, the first row that is.
    const seen: number[] = [];
    for (let one = row; one < row + down; one++) if (marks.has(one)) seen.push(one);
    const [first] = seen;
    if (first === undefined) continue;
    const printed = cell.text.trim();
    const text = signed.test(printed) ? printed : `${neutral(printed)}`;
    const spans = `${across > 1 ? ` colspan="${across}"` : ''}${seen.length > 1 ? ` rowspan="${seen.length}"` : ''}`;
    marks.set(first, `${marks.get(first)}<td${spans}>${escaped(text)}</td>`);
    const line = texts.get(first);
    if (line) line[column] = quoted(text);
  }
  return {
    html: `<table border="1">${shown.map((row) => `<tr>${marks.get(row)}</tr>`).join('')}</table>`,
    text: shown.map((row) => texts.get(row)?.join('\t')).join('\r\n'),
  };
};
