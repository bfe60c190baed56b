import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type CsvCell, csvColumns, factRows } from '../../parser/export/csv.ts';
import { type Kept, tabulationOf } from '../../parser/export/kept.ts';
import {
  provenanceColumns,
  provenanceRows,
  reportColumns,
  reportRows,
} from '../../parser/export/provenance.ts';
import {
  type Column,
  mostRows,
  partsBeside,
  sharedTexts,
  sheetEnd,
  sheetPath,
  sheetRow,
  sheetStart,
} from '../../parser/export/spreadsheet.ts';
import { figureColumns, figureRows, relationColumns, relationRows } from '../../parser/export/tables-rows.ts';

/** Kept records as an Excel workbook: the figures, where each is from, and the reports; of pages of tables theirs. Numbers are numbers, text is text. */

type WorkbookOfRecords = {
  add: (report: Kept) => void;
  end: () => Blob;
};

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Rows are handed to the compressor in pieces of this many characters. */
const pieceSize = 1 << 17;

export const openWorkbook = (): WorkbookOfRecords => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  });
  const shared = sharedTexts();
  const names: string[] = [];
  const member = (path: string): ZipDeflate => {
    const own = new ZipDeflate(path, { level: 3 });
    zip.add(own);
    return own;
  };
  /** A kind of rows: a sheet, and where that is full another. */
  const sheetsOf = (kind: string, headings: readonly string[]) => {
    const columns = headings.map(columnOf);
    const open = (nth: number) => {
      names.push(nth === 1 ? kind : `${kind} ${nth}`);
      return { file: member(sheetPath(names.length)), rows: 1, text: sheetStart(columns) };
    };
    let nth = 1;
    let sheet = open(nth);
    const end = (): void => sheet.file.push(strToU8(sheet.text + sheetEnd(columns, sheet.rows)), true);
    return {
      add: (rows: readonly CsvCell[][]): void => {
        for (const row of rows) {
          if (sheet.rows >= mostRows) {
            end();
            nth += 1;
            sheet = open(nth);
          }
          sheet.rows += 1;
          sheet.text += sheetRow(row, sheet.rows, columns, shared);
        }
        if (sheet.text.length < pieceSize) return;
        sheet.file.push(strToU8(sheet.text));
        sheet.text = '';
      },
      end,
    };
  };
  /** A kind of which there may be none: no sheet before its first row. */
  const laterSheetsOf = (kind: string, headings: readonly string[]): ReturnType<typeof sheetsOf> => {
    let sheets: ReturnType<typeof sheetsOf> | null = null;
    return {
      add: (rows) => {
        if (rows.length === 0) return;
        sheets ??= sheetsOf(kind, headings);
        sheets.add(rows);
      },
      end: () => sheets?.end(),
    };
  };
  const figures = sheetsOf('figures', csvColumns);
  const provenance = sheetsOf('provenance', provenanceColumns);
  const reports = sheetsOf('reports', reportColumns);
  const tables = laterSheetsOf('tables', ['report', ...figureColumns]);
  const relations = laterSheetsOf('relations', ['report', ...relationColumns]);
  let count = 0;
  return {
    add: (report) => {
      figures.add(factRows(report.extraction));
      provenance.add(provenanceRows([report], count));
      reports.add(reportRows([report]));
      count += report.extraction.facts.length;
      if (report.kind !== 'tables') return;
      const tabulation = tabulationOf(report);
      tables.add(figureRows(tabulation).map((row) => [report.id, ...row]));
      relations.add(relationRows(tabulation).map((row) => [report.id, ...row]));
    },
    end: () => {
      for (const sheets of [figures, provenance, reports, tables, relations]) sheets.end();
      for (const [path, xml] of Object.entries(partsBeside(names, shared)))
        member(path).push(strToU8(xml), true);
      zip.end();
      return new Blob(pieces, { type: xlsxType });
    },
  };
};

/** In characters. */
const widths: Partial<Record<string, number>> = {
  authority: 26,
  row_label: 34,
  column_label: 18,
  raw: 16,
  source: 40,
  report: 24,
  ref: 40,
  url: 46,
  title: 40,
  sha256: 24,
  retrieved: 24,
  kept: 24,
  note: 60,
};

/** Of what a cell of them says there are few, or one a report. */
const repeated: ReadonlySet<string> = new Set([
  ...['authority', 'form', 'table', 'row_label', 'column_label', 'state', 'unit', 'source', 'ref', 'row'],
  ...['report', 'url', 'path', 'retrieved', 'sha256', 'hash_of', 'tool', 'column', 'kept', 'form_title'],
]);

const columnOf = (name: string): Column => ({
  name,
  width: widths[name] ?? 14,
  ...(repeated.has(name) && { repeated: true as const }),
});
