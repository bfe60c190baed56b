import type { Extraction } from '../extraction.ts';
import {
  type ExportedField,
  type ExportedReport,
  type ExportedRow,
  type ExportNotation,
  exportedFields,
  rowsOf,
} from './exported.ts';

/** Exported figures held against the pages they are said to be from. */

/** A row that is not proven: the page prints something else there, or has no such cell. */
type Unproven = {
  line: number;
  ref: string;
  /** Null where the page has no such cell. */
  field: ExportedField | null;
  exported: string;
  onPage: string;
};

export type Proof = {
  report: ExportedReport;
  /** The report of a page that it was held against; null where no page has it: then nothing is proven or refuted. */
  page: Extraction | null;
  proven: number;
  unproven: Unproven[];
  /** Cells of the page that the export does not have. */
  notExported: number;
  /** Whether the bytes of the page are those that the export was read from; null where that is not known. */
  sameBytes: boolean | null;
};

/** Holds every report of an export against the pages. */
export const prove = (
  reports: readonly ExportedReport[],
  notation: ExportNotation,
  pages: readonly Extraction[],
): Proof[] => {
  const there = pages.filter(({ form }) => form !== null);
  return reports.map((report) => {
    const page = pageOf(report, there, reports.length === 1);
    if (!page) {
      return { report, page: null, proven: 0, unproven: [], notExported: 0, sameBytes: null };
    }
    const printed = new Map(rowsOf(page, notation).map((row) => [row.ref, row]));
    const unproven = report.rows.flatMap((row) => unprovenOf(row, printed.get(row.ref)));
    const exported = new Set(report.rows.map(({ ref }) => ref));
    return {
      report,
      page,
      proven: report.rows.length - unproven.length,
      unproven,
      notExported: [...printed.keys()].filter((ref) => !exported.has(ref)).length,
      sameBytes: report.sha256 === null ? null : report.sha256 === page.source.sha256,
    };
  });
};

/**
 * The page that a report is from: by its bytes, else by what it says of itself, and of several such (two versions, a page and its PDF) the
 * one of the same name; one alone is held against the one page there is.
 */
const pageOf = (
  report: ExportedReport,
  pages: readonly Extraction[],
  alone: boolean,
): Extraction | undefined => {
  const sameBody = (page: Extraction): boolean =>
    (page.authority?.value ?? '') === report.authority && String(page.year?.value ?? '') === report.year;
  const sameBytes = (page: Extraction): boolean =>
    report.sha256 !== null && page.source.sha256 === report.sha256;
  const sameName = ({ source }: Extraction): boolean => (source.path ?? source.url ?? '') === report.source;
  return (
    pages.find((page) => sameBytes(page) && sameBody(page)) ??
    pages.find((page) => sameName(page) && sameBody(page)) ??
    pages.find((page) => sameBody(page) && (page.form?.id ?? '') === report.form) ??
    pages.find(sameBody) ??
    (alone && pages.length === 1 ? pages[0] : undefined)
  );
};

const unprovenOf = (row: ExportedRow, printed: ExportedRow | undefined): Unproven[] => {
  const { line, ref, cells } = row;
  if (!printed) return [{ line, ref, field: null, exported: cells.raw, onPage: '' }];
  const field = exportedFields.find((name) => !same(name, cells[name], printed.cells[name]));
  return field === undefined
    ? []
    : [{ line, ref, field, exported: cells[field], onPage: printed.cells[field] }];
};

/** A spreadsheet that saved the file again may have written 10.50 as 10.5: that is the same number, but not the same text. */
const same = (field: ExportedField, exported: string, printed: string): boolean =>
  exported === printed ||
  (field === 'value' && exported.trim() !== '' && printed !== '' && Number(exported) === Number(printed));
