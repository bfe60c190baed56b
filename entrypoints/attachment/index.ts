import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Buffer } from 'buffer';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { holdsTotals } from '../../parser/findings/totals.ts';
import { openWithOwn, withOwn } from '../../parser/forms/registry.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { readFile } from '../../parser/read.ts';
import { readTables } from '../../parser/read-tables.ts';
import type { AttachmentReaders } from '../../parser/source/attachments.ts';
import { readOfd } from '../../parser/source/ofd/ofd.ts';
import { readDoc } from '../../parser/source/office/doc.ts';
import { readDocx } from '../../parser/source/office/docx.ts';
import { readXls } from '../../parser/source/office/xls.ts';
import { readXlsx } from '../../parser/source/office/xlsx.ts';
import { readPdf } from '../../parser/source/pdf/pdf.ts';
import { isWithoutReport, withTableIssues } from '../../parser/unread.ts';
import type { FileReader } from '../wire/attachment.ts';
import { characterMap } from './character-maps.ts';

/**
 * All that reads files, in one script for two homes: the shelf loads it with the first file that is dropped, and the background puts it
 * into a frame when the person asks for an attachment of it. It waits until it is called, and reaches nothing outside itself.
 */
export default defineUnlistedScript(() => {
  const home = globalThis as typeof globalThis & { goujiReadFile?: FileReader };
  home.goujiReadFile ??= async (origin, bytes, own, totals) => {
    const hash = bytesToHex(sha256(bytes));
    const readings = await readFile(origin, bytes, hash, readers, withOwn(own));
    const reports = readings.map(({ extraction, start, text }) => ({
      extraction,
      findings: proseFindings(text, extraction, start),
    }));
    if (!totals || !reports.every(({ extraction }) => isWithoutReport(extraction))) return { reports };
    const { tables, issues } = await readTables(origin, bytes, hash, readers, openWithOwn(own));
    const told = reports.map((report, at) =>
      at > 0 ? report : { ...report, extraction: withTableIssues(report.extraction, issues) },
    );
    return { reports: told, tables: holdsTotals(tables) ? tables : [] };
  };
});

const readers: AttachmentReaders = {
  pdf: (bytes) => readPdf(bytes, characterMap),
  docx: readDocx,
  doc: (bytes) => readDoc(Buffer.from(bytes)),
  xlsx: readXlsx,
  xls: readXls,
  ofd: readOfd,
};
