import { writeSync } from 'node:fs';
import type { Language } from '../../parser/messages/words.ts';
import type { Output, ResumableOutput } from '../outputs/output.ts';
import { writingTo } from '../outputs/problem.ts';
import { standardOutput } from '../standard-output.ts';
import type { OutputStep } from './journal.ts';
import type { Answer, Asked } from './request.ts';

/** Where answers go, one after the other: standard output, a file of text, a file of tables. */
export type Destination = {
  /** @returns bytes of the output after this answer, and the sum of what was added; 0 where the output tells by itself what it holds. */
  write: (key: string, answer: Answer) => Promise<OutputStep>;
  /** Waits until what was written survives a power cut. */
  sync: () => Promise<void>;
  /** An output that knows by itself which sources it holds. */
  tells: ResumableOutput | null;
  /** Lines after the last answer, where the output is text for people. */
  say: (lines: readonly string[]) => Promise<void>;
  end: () => Promise<void>;
};

/** How the texts of the reports stand together. */
type TextLayout = { start: string; between: string; after: string; end: (none: boolean) => string };

const layoutOf = async (text: NonNullable<Asked['text']>): Promise<TextLayout> => {
  switch (text) {
    case 'summary':
      return { start: '', between: '\n', after: '\n', end: () => '' };
    case 'ndjson':
    case 'verdict-ndjson':
      return { start: '', between: '', after: '', end: () => '' };
    case 'json':
    case 'verdict-json':
      return { start: '[\n', between: ',\n', after: '', end: (none) => (none ? ']\n' : '\n]\n') };
    case 'csv':
      return {
        start: (await import('../../parser/export/csv.ts')).csvStart(),
        between: '',
        after: '',
        end: () => '',
      };
    case 'findings-csv':
      return {
        start: (await import('../../parser/export/verdict.ts')).findingsStart(),
        between: '',
        after: '',
        end: () => '',
      };
  }
};

type Write = (bytes: Uint8Array) => Promise<void>;

const utf8 = new TextEncoder();

type Channel = {
  write: Write;
  /** CRC-32 of bytes that follow others. */
  sum: (bytes: Uint8Array, before: number) => number;
  sync: () => Promise<void>;
  close: () => Promise<void>;
};

/** @param goesOn whether an earlier run has written before. */
const inText = async (
  text: NonNullable<Asked['text']>,
  { write, sum, sync, close }: Channel,
  goesOn: { any: boolean; from: number },
): Promise<Destination> => {
  const { start, between, after, end } = await layoutOf(text);
  let first = !goesOn.any;
  let size = goesOn.from;
  let summed = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length === 0) return;
    size += bytes.length;
    summed = sum(bytes, summed);
    await write(bytes);
  };
  const [separator, ending] = [utf8.encode(between), utf8.encode(after)];
  if (size === 0) await put(utf8.encode(start));
  return {
    tells: null,
    write: async (_key, { texts }) => {
      const pieces = texts.flatMap((one, at) =>
        first && at === 0 ? [one, ending] : [separator, one, ending],
      );
      if (texts.length > 0) first = false;
      await put(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces));
      const step = { end: size, sum: summed };
      summed = 0;
      return step;
    },
    sync,
    say: async (lines) => put(utf8.encode(lines.map((line) => `${line}\n`).join(''))),
    end: async () => {
      await put(utf8.encode(end(first)));
      await close();
    },
  };
};

export const toStandardOutput = (text: NonNullable<Asked['text']>): Promise<Destination> =>
  inText(
    text,
    { write: standardOutput.write, sum: () => 0, sync: async () => {}, close: async () => {} },
    { any: false, from: 0 },
  );

/** @param from bytes that an earlier run has left and that stay. */
export const toTextFile = (
  path: string,
  text: NonNullable<Asked['text']>,
  goesOn: { any: boolean; from: number },
): Promise<Destination> =>
  writingTo(path, async () => {
    const { open } = await import('node:fs/promises');
    const { crc32 } = await import('node:zlib');
    const { partPath, takePlace } = await import('../outputs/whole.ts');
    const part = partPath(path);
    const file = await open(part, goesOn.from > 0 ? 'r+' : 'w');
    await file.truncate(goesOn.from);
    let at = goesOn.from;
    return inText(
      text,
      {
        // At once: to hand a piece to another thread and be told takes longer than to write it.
        write: (piece) =>
          writingTo(path, async () => {
            for (let from = 0; from < piece.length; ) {
              const bytesWritten = writeSync(file.fd, piece, from, piece.length - from, at);
              from += bytesWritten;
              at += bytesWritten;
            }
          }),
        sum: crc32,
        sync: () => writingTo(path, () => file.datasync()),
        close: () =>
          writingTo(path, async () => {
            await file.close();
            takePlace(part, path);
          }),
      },
      goesOn,
    );
  });

/** Of an output that tells by itself what it holds. */
const noStep: OutputStep = { end: 0, sum: 0 };

export const toTables = async (
  path: string,
  format: 'xlsx' | 'parquet' | 'sqlite',
  language: Language,
  resume: boolean,
): Promise<Destination> => {
  if (format === 'parquet') return toParquet(path);
  const output = await openTables(path, format, language, resume);
  const resumable = 'has' in output ? output : null;
  return {
    tells: resumable,
    write: async (key, { reports }) => {
      await output.write(key, reports);
      return noStep;
    },
    sync: async () => resumable?.sync(),
    say: async () => {},
    end: () => output.end(),
  };
};

const openTables = async (
  path: string,
  format: 'xlsx' | 'sqlite',
  language: Language,
  resume: boolean,
): Promise<Output | ResumableOutput> => {
  switch (format) {
    case 'xlsx':
      return (await import('../outputs/xlsx.ts')).openXlsx(path, language);
    case 'sqlite':
      return (await import('../outputs/sqlite.ts')).openSqlite(path, resume);
  }
};

/** The facts as Parquet. */
const toParquet = async (path: string): Promise<Destination> => {
  const output = await (await import('../outputs/parquet.ts')).openParquet(path);
  return {
    tells: null,
    write: async (_key, { facts }) => {
      for (const rows of facts) await output.write(rows);
      return noStep;
    },
    sync: async () => {},
    say: async () => {},
    end: () => output.end(),
  };
};

/** A folder of tables. */
export const toDataset = async (folder: string, format: 'parquet' | 'csv'): Promise<Destination> => {
  const output = await (await import('../outputs/dataset.ts')).openDataset(folder, format);
  return {
    tells: null,
    write: async (_key, { dataset }) => {
      await output.write(dataset);
      return noStep;
    },
    sync: async () => {},
    say: async () => {},
    end: () => output.end(),
  };
};

/** The findings as a workbook. */
export const toFindings = async (path: string, language: Language): Promise<Destination> => {
  const output = await (await import('../outputs/findings.ts')).openFindings(path, language);
  return {
    tells: null,
    write: async (_key, { rows }) => {
      await output.write(rows);
      return noStep;
    },
    sync: async () => {},
    say: async () => {},
    end: () => output.end(),
  };
};
