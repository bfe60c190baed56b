import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Choice, chooserOf } from './choice.ts';
import { endingOf, endings } from './endings.ts';
import { countKind, type Found, linkedFolder, pathIssue } from './item.ts';

const isReadme = (name: string): boolean => /^readme\b/i.test(name);

/** One order on every machine, whatever the file system or the locale. */
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

type Walk = {
  /** The folder given. */
  top: string;
  follow: boolean;
  wanted: (folder: string, path: string) => boolean;
  passedOver: Map<string, number>;
};

/** What a link leads to; a broken one is a file, since reading it will say so. */
const leadsToFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

async function* below(folder: string, above: readonly string[], walk: Walk): AsyncGenerator<Found> {
  let entries: Dirent[];
  let real: string;
  try {
    entries = await readdir(folder, { withFileTypes: true });
    real = await realpath(folder);
  } catch (error) {
    yield { kind: 'issue', key: folder, path: folder, issue: pathIssue(folder, error) };
    return;
  }
  // A link to a folder above would lead round for ever.
  if (above.includes(real)) return;
  for (const entry of entries.sort(byName)) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const linked = entry.isSymbolicLink() && (await leadsToFolder(path));
    if (linked && !walk.follow) countKind(walk.passedOver, linkedFolder);
    else if (linked || entry.isDirectory()) yield* below(path, [...above, real], walk);
    else if (!walk.wanted(walk.top, path)) continue;
    else if (!endings.includes(endingOf(entry.name)) || isReadme(entry.name))
      countKind(walk.passedOver, isReadme(entry.name) ? entry.name : endingOf(entry.name));
    else yield { kind: 'file', key: path, path };
  }
}

/** The files of a folder and of all below it, by name. Says what it passed over for its kind; not what was not chosen. */
export async function* filesOf(folder: string, choice: Choice): AsyncGenerator<Found> {
  const passedOver = new Map<string, number>();
  const walk = { top: folder, follow: choice.follow, wanted: await chooserOf(choice), passedOver };
  let found = false;
  for await (const source of below(folder, [], walk)) {
    found = true;
    yield source;
  }
  if (!found)
    yield {
      kind: 'issue',
      key: folder,
      path: folder,
      issue: { code: 'folder_empty', path: folder, endings: [...endings] },
    };
  if (passedOver.size > 0) yield { kind: 'passed_over', path: folder, kinds: passedOver };
}
