import { basename, relative, sep } from 'node:path';

/** Which files of a folder a run wants. A file named outright is read whatever is chosen here. */
export type FileChoice = {
  /** Globs of which one must match, where there is any; against the path below the folder given, or the bare name where a glob has no slash. */
  include: readonly string[];
  /** A glob that must match besides: the pattern that the files were asked for by. */
  pattern?: string;
  exclude: readonly string[];
  /** Whether links to folders are walked through as well. */
  follow: boolean;
};

export const everything: FileChoice = { include: [], exclude: [], follow: false };

/** Whether a glob means it, in the notation that shells use; picomatch is loaded only where there is a glob. */
const matcherOf = async (globs: readonly string[]): Promise<(name: string) => boolean> => {
  const { default: picomatch } = await import('picomatch');
  const matchers = globs.map((glob) => picomatch(glob, { basename: !glob.includes('/'), nocase: true }));
  return (name) => matchers.some((matches) => matches(name));
};

/** As a shell would expand it: a name without a slash is a file of that folder, not of one below. */
const patternOf = async (pattern: string): Promise<(name: string) => boolean> => {
  const { default: picomatch } = await import('picomatch');
  return picomatch(pattern);
};

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** Whether a file below `folder` is wanted. */
export const chooserOf = async ({
  include,
  pattern,
  exclude,
}: FileChoice): Promise<(folder: string, path: string) => boolean> => {
  if (include.length === 0 && exclude.length === 0 && pattern === undefined) return () => true;
  const [wanted, unwanted] = await Promise.all([matcherOf(include), matcherOf(exclude)]);
  const asked = pattern === undefined ? () => true : await patternOf(pattern);
  return (folder, path) => {
    const below = slashes(relative(folder, path) || basename(path));
    return asked(below) && (include.length === 0 || wanted(below)) && !unwanted(below);
  };
};

/** A pattern that a shell left as it was, as one with an asterisk in quotes: the folder it starts from, and what must match below. */
export const globOf = async (path: string): Promise<{ folder: string; glob: string } | null> => {
  if (!/[*?[{(]/.test(path)) return null;
  const { default: picomatch } = await import('picomatch');
  const { base, glob, isGlob } = picomatch.scan(slashes(path));
  return isGlob ? { folder: base || '.', glob } : null;
};
