import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Issue } from '../parser/issue.ts';

/** Paths into bytes. Whatever goes wrong becomes an issue of that one path, so that the others are still read. */

/** Files that a walk through a folder reads. A file named outright is read whatever its ending. */
export const endings: readonly string[] = [
  '.html',
  '.htm',
  '.shtml',
  '.xhtml',
  '.mhtml',
  '.mht',
  '.txt',
  '.md',
  '.pdf',
  '.docx',
  '.doc',
  '.xlsx',
  '.xls',
];

export type Found =
  | { kind: 'bytes'; path: string; bytes: Uint8Array }
  | { kind: 'issue'; path: string; issue: Issue }
  /** Files of a folder that were not looked at, counted by ending. */
  | { kind: 'passed_over'; path: string; endings: ReadonlyMap<string, number> };

/** Standard input. */
const standardInput = '-';

const issueOf = (path: string, error: unknown): Issue => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file_not_found', path };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'file_forbidden', path };
  return { code: 'file_failed', path, detail: code };
};

const isReadme = (name: string): boolean => /^readme\b/i.test(name);

/** One order on every machine, whatever the file system or the locale. */
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

async function* walk(
  folder: string,
  above: readonly string[],
  passedOver: Map<string, number>,
): AsyncGenerator<Found> {
  let entries: Dirent[];
  let real: string;
  try {
    entries = await readdir(folder, { withFileTypes: true });
    real = await realpath(folder);
  } catch (error) {
    yield { kind: 'issue', path: folder, issue: issueOf(folder, error) };
    return;
  }
  // A link to a folder above would lead round for ever.
  if (above.includes(real)) return;
  for (const entry of entries.sort(byName)) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (await isFolder(entry, path)) {
      yield* walk(path, [...above, real], passedOver);
      continue;
    }
    const ending = extname(entry.name).toLowerCase();
    if (endings.includes(ending) && !isReadme(entry.name)) yield* readOne(path);
    else {
      const name = isReadme(entry.name) ? entry.name : ending;
      passedOver.set(name, (passedOver.get(name) ?? 0) + 1);
    }
  }
}

const isFolder = async (entry: Dirent, path: string): Promise<boolean> => {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  try {
    return (await stat(path)).isDirectory();
  } catch {
    // A broken link: reading it will say so.
    return false;
  }
};

async function* readOne(path: string): AsyncGenerator<Found> {
  try {
    yield { kind: 'bytes', path, bytes: await readFile(path) };
  } catch (error) {
    yield { kind: 'issue', path, issue: issueOf(path, error) };
  }
}

async function* readFolder(path: string): AsyncGenerator<Found> {
  const passedOver = new Map<string, number>();
  let found = false;
  for await (const source of walk(path, [], passedOver)) {
    found = true;
    yield source;
  }
  if (!found) {
    yield { kind: 'issue', path, issue: { code: 'folder_empty', path, endings: [...endings] } };
  }
  if (passedOver.size > 0) yield { kind: 'passed_over', path, endings: passedOver };
}

const readStream = async (stream: Readable): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** What the paths hold, in the order given; the files of a folder by name. Never throws. */
export async function* sourcesOf(paths: readonly string[], input: Readable): AsyncGenerator<Found> {
  for (const path of paths) {
    try {
      if (path === standardInput) yield { kind: 'bytes', path, bytes: await readStream(input) };
      else if ((await stat(path)).isDirectory()) yield* readFolder(path);
      else yield* readOne(path);
    } catch (error) {
      yield { kind: 'issue', path, issue: issueOf(path, error) };
    }
  }
}
