import type { Language } from '../../parser/messages/words.ts';
import type { Output, ResumableOutput } from '../outputs/output.ts';
import { writingTo } from '../outputs/problem.ts';
import { standardOutput } from '../standard-output.ts';
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

type Write = (bytes: Uint8Array) => Promise<void>;

const utf8 = new TextEncoder();

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
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length === 0) return;
    size += bytes.length;
    await write(bytes);
  };
  const [separator, ending] = [utf8.encode(between), utf8.encode(after)];
  if (size === 0) await put(utf8.encode(start));
  return {
    has: null,
    write: async (_key, { texts }) => {
      const pieces = texts.flatMap((one, at) =>
        first && at === 0 ? [one, ending] : [separator, one, ending],
      );
      if (texts.length > 0) first = false;
      await put(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces));
      return size;
    },
    say: async (lines) => put(utf8.encode(lines.map((line) => `${line}\n`).join(''))),
    end: async () => {
      await put(utf8.encode(end(first)));
      await close();
    },
  };
};

export const toStandardOutput = (text: NonNullable<Asked['text']>): Promise<Destination> =>
  inText(text, standardOutput.write, { any: false, from: 0 }, async () => {});

/** @param from bytes that an earlier run has left and that stay. */
export const toTextFile = (
  path: string,
  text: NonNullable<Asked['text']>,
  goesOn: { any: boolean; from: number },
): Promise<Destination> =>
  writingTo(path, async () => {
    const { open, rename } = await import('node:fs/promises');
    const part = partPath(path);
    const file = await open(part, goesOn.from > 0 ? 'r+' : 'w');
    await file.truncate(goesOn.from);
    let at = goesOn.from;
    return inText(
      text,
      (piece) =>
        writingTo(path, async () => {
          for (let from = 0; from < piece.length; ) {
            const { bytesWritten } = await file.write(piece, from, piece.length - from, at);
            from += bytesWritten;
            at += bytesWritten;
          }
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
