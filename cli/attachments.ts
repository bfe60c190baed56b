import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AttachmentReaders } from '../parser/source/attachments.ts';
import type { PdfAsset } from '../parser/source/pdf.ts';

/** Readers of attachments, each loaded with the first file of its kind. */

const pdfAsset: PdfAsset = async (folder, name) => {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return new Uint8Array(readFileSync(join(home, folder, name)));
};

export const attachmentReaders: AttachmentReaders = {
  pdf: async (bytes) => (await import('../parser/source/pdf.ts')).readPdf(bytes, pdfAsset),
  docx: async (bytes) => (await import('../parser/source/docx.ts')).readDocx(bytes),
  doc: async (bytes) => (await import('../parser/source/doc.ts')).readDoc(Buffer.from(bytes)),
  xlsx: async (bytes) => (await import('../parser/source/xlsx.ts')).readXlsx(bytes),
  xls: async (bytes) => (await import('../parser/source/xlsx.ts')).readXls(bytes),
};
