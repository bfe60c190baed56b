import { stat } from 'node:fs/promises';
import { everything } from './choice.ts';
import { arePages, isArchive, type NamedPaths } from './sources.ts';
import { filesOf } from './walk.ts';

/** How many sources a command line names, for the time left; null where only reading them would tell. */
export const countOf = async ({ paths, list, choice = everything }: NamedPaths): Promise<number | null> => {
  if (list !== undefined) return null;
  let count = 0;
  for (const path of paths) {
    if (path === '-' || isArchive(path) || arePages(path)) return null;
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => null,
    );
    // A pattern, or nothing at all.
    if (isFolder === null) return null;
    if (!isFolder) count += 1;
    else
      for await (const found of filesOf(path, choice)) {
        if (found.kind === 'file' && isArchive(found.path)) return null;
        if (found.kind !== 'passed_over') count += 1;
      }
  }
  return count;
};
