import { browser } from 'wxt/browser';
import { shelfWordsIn } from '../../components/shelf/words-in.ts';
import { type Kept, recordOf } from '../../parser/export/kept.ts';
import { readShelfJson } from '../../parser/export/shelf-json.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { AttachmentReports, FileReader } from '../wire/attachment.ts';
import { readOwnForms } from '../wire/own-forms.ts';

/** What a file of this machine holds, and sentences about what could not be read of it. */
type FileReading = { records: Kept[]; troubles: string[] };

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
  const { reports: readings, tables } = await (await reader())(
    { path: file.name },
    bytes,
    await readOwnForms(),
    'totals',
  );
  const reports = readings.filter(({ extraction }) => extraction.form !== null);
  const records = (reports.length > 0 ? reports : readings.slice(0, 1)).flatMap(
    ({ extraction, findings: statements }, report) =>
      recordOf({ extraction, statements, tables, report, title: null, retrieved: now }, tool, now) ?? [],
  );
  // What holds neither a report nor totals is told, not kept.
  const unkept = records.some(({ kind }) => kind === 'tables') ? [] : readings;
  return {
    records,
    troubles: whyUnread(
      file.name,
      unkept.map(({ extraction }) => extraction),
      language,
    ),
  };
};

/** Why there is no report where none is, in sentences. */
export const whyUnread = (name: string, extractions: readonly Extraction[], language: Language): string[] =>
  extractions
    .filter(({ form }) => form === null)
    .flatMap((extraction) => {
      const about = wordsIn(language).about(extraction);
      return extraction.issues.map((issue) => `${name}：${about.issue(issue)}`);
    });

/** Reads a file that is only to be checked: its reports, or, where it holds none, its tables with their totals. */
export const readToCheck = async (file: File): Promise<AttachmentReports> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return (await reader())({ path: file.name }, bytes, await readOwnForms(), 'totals');
};

/** What reads files is a script of its own, larger than all the rest: it is loaded with the first file. */
const reader = async (): Promise<FileReader> => {
  const home = globalThis as typeof globalThis & { goujiReadFile?: FileReader };
  if (!home.goujiReadFile) await import(/* @vite-ignore */ browser.runtime.getURL('/attachment.js'));
  if (!home.goujiReadFile) throw new Error('attachment.js has brought no reader');
  return home.goujiReadFile;
};
