import type { AttachmentKind } from './attachments.ts';
import { kindOfOle } from './office/ole.ts';

/** Files that are not text, told by their first bytes. */

const ole = 'DOC/XLS/WPS (OLE)';

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** First bytes and what they belong to. */
const signatures: readonly { bytes: readonly number[]; name: string }[] = [
  { bytes: ascii('%PDF-'), name: 'PDF' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], name: ole },
  { bytes: ascii('{\\rtf'), name: 'RTF' },
  { bytes: [0x89, ...ascii('PNG')], name: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], name: 'JPEG' },
  { bytes: ascii('GIF8'), name: 'GIF' },
  { bytes: ascii('II*\0'), name: 'TIFF' },
  { bytes: [0x1f, 0x8b], name: 'GZIP' },
  { bytes: ascii('Rar!'), name: 'RAR' },
  { bytes: [...ascii('7z'), 0xbc, 0xaf], name: '7z' },
];

/** A ZIP is named by a part that only one kind of document has; part names stand uncompressed in it. */
const zipped: readonly { part: string; name: string }[] = [
  { part: 'word/', name: 'DOCX' },
  { part: 'xl/workbook.bin', name: 'XLSB' },
  { part: 'xl/', name: 'XLSX' },
  { part: 'ppt/', name: 'PPTX' },
  { part: 'OFD.xml', name: 'OFD' },
];

const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, at) => bytes[from + at] === byte);

/** What a binary file looks like (`PDF`, `DOCX`, `PNG` …), or null for text and for what is not known. */
export const signatureOf = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, ascii('PK\x03\x04'))) {
    // Latin-1 keeps every byte apart, so a part name is found wherever it stands.
    const names = new TextDecoder('latin1').decode(bytes);
    const isIn = (part: string): boolean =>
      names.includes(part) || (part.includes('/') && names.includes(part.replaceAll('/', '\\')));
    return zipped.find(({ part }) => isIn(part))?.name ?? 'ZIP';
  }
  const name = signatures.find((signature) => startsWith(bytes, signature.bytes))?.name ?? null;
  return name ?? (isPdfBehind(bytes) ? 'PDF' : null);
};

/** Viewers look for the head of a PDF in its first kilobyte (ISO 32000-1, annex H 3.4.1): a server's head, or rubbish, may stand before it. */
const isPdfBehind = (bytes: Uint8Array): boolean => {
  const head = ascii('%PDF-');
  const first = bytes.subarray(0, 1024);
  for (let at = first.indexOf(0x25); at >= 0; at = first.indexOf(0x25, at + 1)) {
    const before = bytes[at - 1];
    if (startsWith(bytes, head, at) && (before === 10 || before === 13))
      return new TextDecoder('latin1').decode(bytes).includes('endobj');
  }
  return false;
};

const kinds: Readonly<Record<string, AttachmentKind>> = {
  PDF: 'pdf',
  DOCX: 'docx',
  XLSX: 'xlsx',
  OFD: 'ofd',
};

/** Which reader of attachments the bytes are for: null where there is none. */
export const attachmentKind = (bytes: Uint8Array): AttachmentKind | 'encrypted' | null => {
  const name = signatureOf(bytes);
  if (name === null) return null;
  if (name !== ole) return kinds[name] ?? null;
  const kind = kindOfOle(bytes);
  return kind === 'DOC' ? 'doc' : kind === 'XLS' ? 'xls' : kind;
};
