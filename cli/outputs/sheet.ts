import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { CsvCell } from '../../parser/export/csv.ts';

/**
 * One sheet of a workbook as SpreadsheetML (ECMA-376 part 1, 18.3), written row by row into a compressed file of its own: sheets grow
 * side by side, and a ZIP archive takes one member after the other. Text is always text: nothing is written as a formula.
 */

/** `repeated`: few different texts, which stand once for the whole workbook. */
export type Column = { name: string; width: number; repeated?: true };

/** The most rows that Excel has. */
export const mostRows = 1_048_576;

/** The most characters of a cell. */
const mostCharacters = 32_767;

/** Excel's texts by number. Bounded: what no longer finds room stands in its cell. */
export const sharedTexts = (most = 50_000) => {
  const numbers = new Map<string, number>();
  return {
    numbers,
    numberOf: (text: string): number | null => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      if (numbers.size >= most) return null;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
  };
};
export type SharedTexts = ReturnType<typeof sharedTexts>;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** What XML cannot hold is written `_xHHHH_`, and so is what would be taken for that (22.9.2.19, ST_Xstring). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

const codeOf = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, codeOf)
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? character);

const letter = (column: number): string => String.fromCharCode(65 + column);

const cut = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;

const cellOf = (cell: CsvCell, at: string, column: Column, shared: SharedTexts): string => {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  const text = cut(cell);
  const number = column.repeated ? shared.numberOf(text) : null;
  return number === null
    ? `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
    : `<c r="${at}" t="s"><v>${number}</v></c>`;
};

const start = (columns: readonly Column[]): string => {
  const widths = columns
    .map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const heads = columns
    .map(
      ({ name }, at) =>
        `<c r="${letter(at)}1" s="1" t="inlineStr"><is><t xml:space="preserve">${xmlText(name)}</t></is></c>`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${heads}</row>`;
};

const end = (columns: readonly Column[], rows: number): string =>
  `</sheetData><autoFilter ref="A1:${letter(columns.length - 1)}${rows}"/></worksheet>`;

/** A sheet that is being written. */
export type Sheet = {
  name: string;
  /** Rows so far, the heading among them. */
  rows: () => number;
  add(row: readonly CsvCell[]): Promise<void>;
  /** Ends the sheet and gives the file that holds it, as gzip. */
  end(): Promise<string>;
  /** Removes that file. */
  remove(): Promise<void>;
};

/** Text is handed to the compressor in pieces of this many characters. */
const pieceSize = 1 << 16;

export const openSheet = (
  name: string,
  file: string,
  columns: readonly Column[],
  shared: SharedTexts,
): Sheet => {
  const gzip = createGzip({ level: 3 });
  const written = pipeline(gzip, createWriteStream(file));
  // Whoever writes next, or ends the sheet, is told.
  written.catch(() => {});
  let rows = 1;
  let buffer = start(columns);
  const flush = async (): Promise<void> => {
    const piece = buffer;
    buffer = '';
    // What is destroyed never drains.
    if (gzip.destroyed) await written;
    else if (!gzip.write(piece)) await once(gzip, 'drain');
  };
  return {
    name,
    rows: () => rows,
    add: async (row) => {
      rows += 1;
      let line = `<row r="${rows}">`;
      for (const [at, column] of columns.entries())
        line += cellOf(row[at] ?? null, `${letter(at)}${rows}`, column, shared);
      buffer += `${line}</row>`;
      if (buffer.length >= pieceSize) await flush();
    },
    end: async () => {
      gzip.end(buffer + end(columns, rows));
      await written;
      return file;
    },
    remove: () => rm(file, { force: true }),
  };
};
