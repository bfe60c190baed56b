import { browser } from 'wxt/browser';
import { shelfWordsIn } from '../../components/shelf/words.ts';
import { type Kept, keptOf } from '../../parser/export/kept.ts';
import { readShelfJson } from '../../parser/export/shelf-json.ts';
import { type Language, wordsIn } from '../../parser/messages/words.ts';
import { readFile } from '../../parser/read.ts';
import type { AttachmentReaders } from '../../parser/source/attachments.ts';

/** What a file of this machine holds, and sentences about what could not be read of it. */
export type FileReading = { records: Kept[]; troubles: string[] };

/** Reads what the command line reads, and what a shelf has exported. Never fails: what goes wrong becomes a sentence. */
export const recordsOf = async (file: File, language: Language): Promise<FileReading> => {
  const words = shelfWordsIn(language);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (/\.json$/i.test(file.name)) return fromShelf(file.name, bytes, language);
    return await fromReport(file, bytes, language);
  } catch (error) {
    console.error('Gouji: a file could not be read.', error);
    return { records: [], troubles: [words.trouble(file.name, 'failed', String(error))] };
  }
};

const fromShelf = (name: string, bytes: Uint8Array, language: Language): FileReading => {
  const words = shelfWordsIn(language);
  const read = readShelfJson(new TextDecoder().decode(bytes));
  switch (read.kind) {
    case 'shelf':
      return {
        records: read.reports,
        troubles: read.refused.length > 0 ? [words.refused(name, read.refused)] : [],
      };
    case 'newer':
      return { records: [], troubles: [words.trouble(name, 'newer', read.schema)] };
    case 'other':
      return { records: [], troubles: [words.trouble(name, 'other', '')] };
  }
};

const fromReport = async (
  file: File,
  bytes: Uint8Array<ArrayBuffer>,
  language: Language,
): Promise<FileReading> => {
  const now = new Date().toISOString();
  const tool = browser.runtime.getManifest().version;
  const readings = await readFile(file.name, bytes, await sha256(bytes), readers);
  const extractions = readings.map(({ extraction }) => extraction);
  // What holds no report is told, not kept.
  const reports = extractions.filter(({ form }) => form !== null);
  const records = reports.map((extraction, report) =>
    keptOf({ extraction, report, title: null, retrieved: now }, tool, now),
  );
  const troubles = extractions
    .filter(({ form }) => form === null)
    .flatMap((extraction) => {
      const about = wordsIn(language).about(extraction);
      return extraction.issues.map((issue) => `${file.name}：${about.issue(issue)}`);
    });
  return { records, troubles };
};

/** Each is loaded with the first file of its kind. The reader of PDF and that of DOC need more than a page of ours may do. */
const readers: AttachmentReaders = {
  docx: async (bytes) => (await import('../../parser/source/docx.ts')).readDocx(bytes),
  xlsx: async (bytes) => (await import('../../parser/source/xlsx.ts')).readXlsx(bytes),
  xls: async (bytes) => (await import('../../parser/source/xlsx.ts')).readXls(bytes),
};

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
