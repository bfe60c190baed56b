import type { Issue } from '../../issue.ts';
import type { SourceDocument } from '../blocks.ts';
import { detailOf, refused } from '../refused.ts';
import { BiffReader, type BiffRecord, Cut, fontIn, paletteColor, recordsIn } from './biff.ts';
import { builtInFormat } from './number-format.ts';
import { hasSoundChains } from './ole-chains.ts';
import { streamOf } from './ole-streams.ts';
import { blocksOf, holdsTooMuch, mostSheetCells, obscure, type WorkbookSheet } from './sheet.ts';
import { OldDrawings } from './xls-drawings.ts';
import { OldSheetReader, type OldWorkbook, runsIn } from './xls-sheet.ts';
import { type Font, plainFont, type XlsxStyle } from './xlsx-styles.ts';
import type { TextRun } from './xlsx-text.ts';

/** Workbooks of Excel 97–2003 (MS-XLS). */

const mostBytes = 64 * 2 ** 20;
/** Cells and all else that a workbook says. */
const mostRecords = 2_000_000;

const damaged = (detail: string): SourceDocument =>
  refused({ code: 'file_damaged', looksLike: 'XLS', detail });

/** Reads an XLS. Never rejects: what cannot be read is an issue (`file_damaged`, `file_encrypted`, `file_excessive`, `source_binary`). */
export const readXls = async (bytes: Uint8Array): Promise<SourceDocument> => {
  if (bytes.length > mostBytes) return refused({ code: 'file_excessive', what: 'bytes', limit: mostBytes });
  if (!hasSoundChains(bytes)) return damaged('MS-CFB');
  try {
    const stream = streamOf(bytes, ['Workbook', 'Book']);
    return stream ? documentOf(stream) : damaged('Workbook');
  } catch (error) {
    return damaged(detailOf(error));
  }
};

type Sheets = { name: string; at: number; hidden: boolean; cells: boolean }[];

const documentOf = (stream: Uint8Array): SourceDocument => {
  const globals: BiffRecord[] = [];
  let records = 0;
  for (const record of recordsIn(stream)) {
    if (records === 0) {
      const reader = new BiffReader(record.pieces);
      if (record.type !== 0x0809) return damaged('BOF');
      // The version of the format: Excel 5.0 and 95 wrote another (2.4.21).
      if (reader.short() !== 0x0600)
        return refused({ code: 'source_binary', looksLike: 'XLS (Excel 5.0/95)' });
    }
    if (record.type === 0x002f) return refused({ code: 'file_encrypted', looksLike: 'XLS' });
    if (record.type === 0x000a) break;
    globals.push(record);
    if (++records > mostRecords) break;
  }
  const { book, sheets } = workbookOf(globals);
  const issues: Issue[] = [];
  const read: WorkbookSheet[] = [];
  for (const { name, at, hidden, cells } of sheets) {
    if (!cells) continue;
    if (hidden) {
      issues.push({ code: 'sheet_hidden', sheet: name });
      continue;
    }
    const reader = new OldSheetReader(book);
    const drawings = new OldDrawings();
    // A chart within a sheet is a part of its own between a begin and an end.
    let depth = 0;
    for (const record of recordsIn(stream, at)) {
      if (++records > mostRecords)
        return refused({ code: 'file_excessive', what: 'cells', limit: mostSheetCells });
      if (record.type === 0x0809) depth += 1;
      else if (record.type === 0x000a && --depth <= 0) break;
      else if (depth === 1) {
        reader.record(record);
        drawings.record(record);
      }
    }
    const sheet = reader.finish(name);
    for (const range of drawings.ranges()) obscure(sheet, range, 'drawn');
    read.push(sheet);
  }
  if (holdsTooMuch(read)) return refused({ code: 'file_excessive', what: 'cells', limit: mostSheetCells });
  return { title: null, metas: [], blocks: blocksOf(read), ...(issues.length > 0 && { issues }) };
};

/** What holds for all sheets: texts, fonts, styles, and where the sheets are. */
const workbookOf = (globals: readonly BiffRecord[]): { book: OldWorkbook; sheets: Sheets } => {
  const ofType = (type: number): Uint8Array[][] =>
    globals.flatMap((record) => (record.type === type ? [record.pieces] : []));
  const palette = paletteIn(ofType(0x0092)[0]?.[0]);
  const fonts = ofType(0x0031).flatMap(([data]) =>
    data && data.length >= 12 ? [fontIn(data, palette)] : [],
  );
  const formats = new Map(
    ofType(0x041e).flatMap((pieces): [number, string][] => {
      const reader = new BiffReader(pieces);
      const id = reader.short();
      return [[id, reader.richText(reader.short()).text]];
    }),
  );
  const styles = ofType(0x00e0).flatMap(([data]): XlsxStyle[] =>
    data && data.length >= 20 ? [styleIn(data, fonts, formats, palette)] : [],
  );
  const [dates] = ofType(0x0022);
  return {
    book: {
      texts: ofType(0x00fc).flatMap((pieces) => sharedTexts(pieces, fonts)),
      fonts,
      styles,
      dates1904: (dates?.[0]?.[0] ?? 0) === 1,
    },
    sheets: ofType(0x0085).map((pieces) => {
      const reader = new BiffReader(pieces);
      const at = reader.long();
      const state = reader.byte() & 3;
      const kind = reader.byte();
      const { text } = reader.richText(reader.byte());
      return { name: text, at, hidden: state !== 0, cells: kind === 0 };
    }),
  };
};

const paletteIn = (data: Uint8Array | undefined): string[] => {
  if (!data) return [];
  const colors: string[] = [];
  for (let at = 2; at + 4 <= data.length; at += 4)
    colors.push(
      [...data.subarray(at, at + 3)]
        .map((part) => part.toString(16).padStart(2, '0'))
        .join('')
        .toUpperCase(),
    );
  return colors;
};

/** How cells are set (XF, 2.4.353). */
const styleIn = (
  data: Uint8Array,
  fonts: readonly Font[],
  formats: ReadonlyMap<number, string>,
  palette: readonly string[],
): XlsxStyle => {
  const reader = new BiffReader([data]);
  const font = reader.short();
  const format = reader.short();
  reader.short();
  const across = reader.byte() & 7;
  const pattern = (data[17] ?? 0) >> 2;
  const fore = (data[18] ?? 0) & 0x7f;
  return {
    font: fonts[font > 4 ? font - 1 : font] ?? plainFont,
    ground: pattern === 1 ? (paletteColor(fore, palette) ?? '808080') : 'FFFFFF',
    format: formats.get(format) ?? builtInFormat(format),
    repeated: across === 4,
  };
};

/** The texts that all sheets share (SST, 2.4.265); those behind a cut are not there. */
const sharedTexts = (pieces: readonly Uint8Array[], fonts: readonly Font[]): TextRun[][] => {
  const reader = new BiffReader(pieces);
  const texts: TextRun[][] = [];
  try {
    reader.long();
    for (let count = reader.long(); count > 0; count--)
      texts.push(runsIn(reader.richText(reader.short()), fonts));
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
  }
  return texts;
};
