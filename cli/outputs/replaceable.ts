import { lstat, readlink, stat } from 'node:fs/promises';
import { OutputProblem } from './problem.ts';

/**
 * A whole output takes the place of what has its name. That may be a file: who is allowed to would put one in the place of `/dev/null`,
 * of the link `/dev/stdout`, of a pipe that somebody waits at.
 */
export const mustBeReplaceable = async (path: string): Promise<void> => {
  const there = await stat(path).catch(() => null);
  if (there === null) return;
  const isLink = (await lstat(path)).isSymbolicLink();
  const isOpenFile = isLink && (await readlink(path)).startsWith('/proc/');
  if (!there.isFile() || isOpenFile) throw new OutputProblem({ code: 'no_file', path });
};
