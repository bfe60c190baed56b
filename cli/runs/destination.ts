import { once } from 'node:events';
import { open, rename } from 'node:fs/promises';
import type { Language } from '../../parser/messages/words.ts';
import type { Output, ResumableOutput } from '../outputs/output.ts';
import { writingTo } from '../outputs/problem.ts';
import type { Answer, Asked } from './asked.ts';
import { partPath } from './journal.ts';

/** Where answers go, one after the other: standard output, a file of text, a file of tables. */
export type Destination = {
  /** @returns bytes of the output after this answer; 0 where the output tells by itself what it holds. */
  write: (key: string, answer: Answer) => Promise<number>;
  /** Does the output hold this source? Asked of those only that know by themselves. */
  has: ((key: string) => boolean) | null;
  /** Lines after the last answer, where the output is text for people. */
  say: (lines: readonly string[]) => Promise<void>;
  end: () => Promise<void>;
};

/** How the texts of the reports stand together. */
type Layout = { start: string; between: string; after: string; end: (none: boolean) => string };

const layoutOf = async (text: NonNullable<Asked['text']>): Promise<Layout> => {
  switch (text) {
    case 'summary':
      return { start: '', between: '\n', after: '\n', end: () => '' };
    case 'ndjson':
      return { start: '', between: '', after: '', end: () => '' };
    case 'json':
      return { start: '[\n', between: ',\n', after: '', end: (none) => (none ? ']\n' : '\n]\n') };
    case 'csv':
      return {
        start: (await import('../../parser/export/csv.ts')).csvStart(),
        between: '',
        after: '',
        end: () => '',
      };
  }
};

type Write = (text: string) => Promise<void>;

/** @param goesOn whether an earlier run has written before. */
const inText = async (
  text: NonNullable<Asked['text']>,
  write: Write,
  goesOn: { any: boolean; from: number },
  close: () => Promise<void>,
): Promise<Destination> => {
  const { start, between, after, end } = await layoutOf(text);
  let first = !goesOn.any;
  let size = goesOn.from;
  const put = async (piece: string): Promise<void> => {
    if (piece === '') return;
    size += Buffer.byteLength(piece);
    await write(piece);
  };
  if (size === 0) await put(start);
  return {
    has: null,
    write: async (_key, { texts }) => {
      const piece = texts.map((one, at) => (first && at === 0 ? '' : between) + one + after).join('');
      if (texts.length > 0) first = false;
      await put(piece);
      return size;
    },
    say: async (lines) => put(lines.map((line) => `${line}\n`).join('')),
    end: async () => {
      await put(end(first));
      await close();
    },
  };
};

export const toStandardOutput = (text: NonNullable<Asked['text']>): Promise<Destination> =>
  inText(
    text,
    async (piece) => {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    },
    { any: false, from: 0 },
    async () => {},
  );

/** @param from bytes that an earlier run has left and that stay. */
export const toTextFile = (
  path: string,
  text: NonNullable<Asked['text']>,
  goesOn: { any: boolean; from: number },
): Promise<Destination> =>
  writingTo(path, async () => {
    const part = partPath(path);
    const file = await open(part, goesOn.from > 0 ? 'r+' : 'w');
    await file.truncate(goesOn.from);
    let at = goesOn.from;
    return inText(
      text,
      (piece) =>
        writingTo(path, async () => {
          const { bytesWritten } = await file.write(piece, at, 'utf8');
          at += bytesWritten;
        }),
      goesOn,
      () =>
        writingTo(path, async () => {
          await file.close();
          await rename(part, path);
        }),
    );
  });

export const toTables = async (
  path: string,
  format: 'xlsx' | 'parquet' | 'sqlite',
  language: Language,
): Promise<Destination> => {
  const output = await openTables(path, format, language);
  const resumable = 'has' in output ? output : null;
  return {
    has: resumable === null ? null : (key) => resumable.has(key),
    write: async (key, { extractions }) => {
      await output.write(key, extractions);
      return 0;
    },
    say: async () => {},
    end: () => output.end(),
  };
};

const openTables = async (
  path: string,
  format: 'xlsx' | 'parquet' | 'sqlite',
  language: Language,
): Promise<Output | ResumableOutput> => {
  switch (format) {
    case 'xlsx':
      return (await import('../outputs/xlsx.ts')).openXlsx(path, language);
    case 'parquet':
      return (await import('../outputs/parquet.ts')).openParquet(path);
    case 'sqlite':
      return (await import('../outputs/sqlite.ts')).openSqlite(path);
  }
};
