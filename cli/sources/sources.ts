import { createReadStream, statSync } from 'node:fs';
import { everything, type FileChoice, globOf } from './choice.ts';
import { type FoundSource, pathIssue } from './item.ts';

/** What a command line names, into sources in one order. Whatever goes wrong becomes an issue of that one path, so that the others are still read. */

/** Standard input: opened where it is named only, since that alone takes as long as reading a page. */
type StandardInput = () => AsyncIterable<Uint8Array>;

const standardInput = '-';

export type NamedPaths = {
  paths: readonly string[];
  /** A file of paths, one a line; `-` is standard input. */
  list?: string;
  choice?: FileChoice;
};

export const isArchive = (path: string): boolean => /\.(?:warc|warc\.gz|wacz)$/i.test(path);
export const arePages = (path: string): boolean => /\.(?:ndjson|jsonl)$/i.test(path);

/** More is no page. */
const longestStream = 256 * 2 ** 20;

/** How long a pipe may be silent, in milliseconds. */
const longestSilence = 60_000;
const pause = 20;

/** A pipe that is named is read while somebody writes to it; where nobody does, nothing is waited for. */
async function* endlessAt(path: string): AsyncGenerator<Uint8Array> {
  const { closeSync, constants, openSync, readSync } = await import('node:fs');
  const { setTimeout: sleep } = await import('node:timers/promises');
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    for (let silent = 0; silent < longestSilence; ) {
      const bytes = new Uint8Array(64 * 1024);
      let read: number;
      try {
        read = readSync(file, bytes);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
        silent += pause;
        await sleep(pause);
        continue;
      }
      if (read === 0) return;
      silent = 0;
      yield bytes.subarray(0, read);
    }
    throw Object.assign(new Error('silent'), { code: 'ETIMEDOUT' });
  } finally {
    closeSync(file);
  }
}

/** Standard input is one page, or pages one a line: no page, and nothing else that is read, begins with `{"`. */
async function* ofStream(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<FoundSource> {
  const chunks = stream[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let start = '';
  for (;;) {
    const { value, done } = await chunks.next();
    if (done) break;
    held.push(value);
    start = Buffer.concat(held)
      .subarray(0, 256)
      .toString('latin1')
      .replace(/^\u00EF\u00BB\u00BF/, '')
      .trimStart();
    if (start.length > 1) break;
  }
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield* held;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  if (/^\{\s*"/.test(start)) {
    const { pagesOf } = await import('./pages.ts');
    yield* pagesOf(name, whole());
    return;
  }
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of whole()) {
    size += chunk.length;
    if (size > longestStream) {
      const issue = { code: 'file_excessive', what: 'bytes', limit: longestStream } as const;
      yield { kind: 'issue', key: name, path: name, issue };
      return;
    }
    all.push(chunk);
  }
  yield { kind: 'page', key: name, origin: { path: name }, bytes: Buffer.concat(all) };
}

/** A pipe or a device that gives nothing is no empty page: it is said to be what it is. */
async function* orIrregular(found: AsyncIterable<FoundSource>, path: string): AsyncGenerator<FoundSource> {
  for await (const one of found)
    yield one.kind === 'page' && one.bytes.length === 0
      ? { kind: 'issue', key: path, path, issue: { code: 'file_irregular', path } }
      : one;
}

/** An archive among files is the pages it holds. */
async function* opened(
  found: AsyncIterable<FoundSource> | Iterable<FoundSource>,
): AsyncGenerator<FoundSource> {
  for await (const one of found)
    if (one.kind === 'file' && isArchive(one.path))
      yield* (await import('./archives.ts')).archivedPages(one.path);
    else yield one;
}

async function* ofPath(path: string, choice: FileChoice, input: StandardInput): AsyncGenerator<FoundSource> {
  try {
    if (path === standardInput) {
      yield* ofStream(input(), standardInput);
      return;
    }
    const found = statSync(path);
    const { isEndless } =
      found.isFile() || found.isDirectory() ? { isEndless: null } : await import('./walk.ts');
    if (isEndless?.(found)) yield* orIrregular(ofStream(endlessAt(path), path), path);
    else if (found.isDirectory()) yield* opened((await import('./walk.ts')).filesOf(path, choice));
    else if (arePages(path)) {
      const { pagesOf } = await import('./pages.ts');
      yield* pagesOf(path, createReadStream(path));
    } else yield* opened([{ kind: 'file', key: path, path }]);
  } catch (error) {
    if (path.includes('\uFFFD')) {
      const { filesOf, meantBy } = await import('./walk.ts');
      const meant = meantBy(path);
      if (meant) {
        if (statSync(meant.bytes).isDirectory()) yield* opened(filesOf(meant.shown, choice, meant.bytes));
        else yield { kind: 'file', key: meant.shown, path: meant.shown, name: meant.bytes };
        return;
      }
    }
    // A name that does not stand on the disk as it is written may be a pattern that the shell was kept from.
    const pattern = await globOf(path);
    if (pattern)
      yield* opened(
        (await import('./walk.ts')).filesOf(pattern.folder, { ...choice, pattern: pattern.glob }),
      );
    else yield { kind: 'issue', key: path, path, issue: pathIssue(path, error) };
  }
}

async function* listed(list: string, input: StandardInput): AsyncGenerator<string> {
  const { linesOf } = await import('./lines.ts');
  const stream: AsyncIterable<Uint8Array> = list === standardInput ? input() : createReadStream(list);
  for await (const { bytes } of linesOf(stream)) {
    const path = Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
    if (path.trim() !== '') yield path;
  }
}

/** What is named, in the order given; the files of a folder by name. A source that is named twice comes twice. Never throws. */
export async function* sourcesOf(
  { paths, list, choice = everything }: NamedPaths,
  input: StandardInput,
): AsyncGenerator<FoundSource> {
  for (const path of paths) yield* ofPath(path, choice, input);
  if (list === undefined) return;
  try {
    for await (const path of listed(list, input)) yield* ofPath(path, choice, input);
  } catch (error) {
    yield { kind: 'issue', key: list, path: list, issue: pathIssue(list, error) };
  }
}
