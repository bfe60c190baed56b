import { type FileHandle, open, stat } from 'node:fs/promises';
import { strToU8, Zip, type ZipInputFile, ZipPassThrough } from 'fflate';
import { partsBeside, type SharedTexts, sheetPath } from '../../parser/export/spreadsheet.ts';
import { OutputProblem } from './problem.ts';
import type { SheetWriter } from './sheet.ts';
import { partPath, takePlace } from './whole.ts';

/** The package around the sheets: a ZIP archive with the parts that every spreadsheet asks for. */

/** RFC 1952: what `node:zlib` writes before and after the deflated bytes. */
const gzip = { head: 10, tail: 8 };

const pieceSize = 1 << 18;
const most = 0xffffffff;

/** The same reports give the same bytes, whenever they are written. */
const day = new Date(1980, 0, 1);

/** Puts the ended sheets into one workbook, piece by piece, and renames it to its path when it is whole. */
export const packWorkbook = async (
  path: string,
  sheets: readonly SheetWriter[],
  shared: SharedTexts,
): Promise<void> => {
  const part = partPath(path);
  const target = await open(part, 'w');
  let pieces: Uint8Array[] = [];
  let length = 0;
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
    length += piece.length;
  });
  const flush = async (): Promise<void> => {
    // ZIP64 is left alone: no spreadsheet opens a workbook of that size.
    if (length > most) throw new OutputProblem({ code: 'workbook_too_large', path });
    const ready = pieces;
    pieces = [];
    for (const piece of ready) await target.write(piece);
  };
  try {
    const names = sheets.map(({ name }) => name);
    for (const [name, xml] of Object.entries(partsBeside(names, shared))) {
      const bytes = strToU8(xml);
      const member = new ZipPassThrough(name);
      member.mtime = day;
      zip.add(member);
      member.push(bytes, true);
      await flush();
    }
    for (const [at, sheet] of sheets.entries()) {
      const file = await sheet.end();
      const { size } = await stat(file);
      const source = await open(file);
      try {
        const tail = await bytesOf(source, size - gzip.tail, gzip.tail);
        const numbers = new DataView(tail.buffer, tail.byteOffset);
        const member: ZipInputFile & { mtime: Date } = {
          filename: sheetPath(at + 1),
          compression: 8,
          crc: numbers.getUint32(0, true),
          size: numbers.getUint32(4, true),
          mtime: day,
        };
        zip.add(member);
        for (let from = gzip.head; from < size - gzip.tail; from += pieceSize) {
          const piece = await bytesOf(source, from, Math.min(pieceSize, size - gzip.tail - from));
          member.ondata?.(null, piece, from + pieceSize >= size - gzip.tail);
          await flush();
        }
      } finally {
        await source.close();
      }
    }
    zip.end();
    await flush();
  } finally {
    await target.close();
    for (const sheet of sheets) await sheet.remove();
  }
  takePlace(part, path);
};

const bytesOf = async (file: FileHandle, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(length);
  await file.read(bytes, 0, length, from);
  return bytes;
};
