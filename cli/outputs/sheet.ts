import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { CsvCell } from '../../parser/export/csv.ts';
import {
  type Column,
  type SharedTexts,
  sheetEnd,
  sheetRow,
  sheetStart,
} from '../../parser/export/spreadsheet.ts';

/**
 * One sheet of a workbook, written row by row into a compressed file of its own: sheets grow side by side, and a ZIP archive takes one member
 * after the other.
 */

/** A sheet that is being written. */
export type SheetWriter = {
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
): SheetWriter => {
  const gzip = createGzip({ level: 3 });
  const written = pipeline(gzip, createWriteStream(file));
  // Whoever writes next, or ends the sheet, is told.
  written.catch(() => {});
  let rows = 1;
  let buffer = sheetStart(columns);
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
      buffer += sheetRow(row, rows, columns, shared);
      if (buffer.length >= pieceSize) await flush();
    },
    end: async () => {
      gzip.end(buffer + sheetEnd(columns, rows));
      await written;
      return file;
    },
    remove: () => rm(file, { force: true }),
  };
};
