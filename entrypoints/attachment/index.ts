import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Buffer } from 'buffer';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { proseFindings } from '../../parser/check/prose-findings.ts';
import { readFile } from '../../parser/read.ts';
import type { AttachmentReaders } from '../../parser/source/attachments.ts';
import { readDoc } from '../../parser/source/doc.ts';
import { readDocx } from '../../parser/source/docx.ts';
import { readPdf } from '../../parser/source/pdf.ts';
import { readXls, readXlsx } from '../../parser/source/xlsx.ts';
import type { FileReader } from '../wire/attachment.ts';
import { characterMap } from './character-maps.ts';

/**
 * All that reads files, in one script for two homes: the shelf loads it with the first file that is dropped, and the background puts it
 * into a frame when the person asks for an attachment of it. It waits until it is called, and reaches nothing outside itself.
 */
export default defineUnlistedScript(() => {
  const home = globalThis as typeof globalThis & { goujiReadFile?: FileReader };
  home.goujiReadFile ??= async (origin, bytes) => {
    const readings = await readFile(origin, bytes, bytesToHex(sha256(bytes)), readers);
    return readings.map(({ extraction, blocks, start }) => ({
      extraction,
      findings: proseFindings(blocks, extraction, start),
    }));
  };
});

const readers: AttachmentReaders = {
  pdf: (bytes) => readPdf(bytes, characterMap),
  docx: readDocx,
  doc: (bytes) => readDoc(Buffer.from(bytes)),
  xlsx: readXlsx,
  xls: readXls,
};
