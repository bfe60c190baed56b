import type { NamedPaths } from '../sources/sources.ts';
import type { Format } from './formats.ts';
import type { Asked } from './request.ts';

/** What must be the same for a run to be gone on with, by the names of the command line: what stands in the output depends on it. */
export type Task = Readonly<Record<(typeof taskParts)[number], unknown>>;

const taskParts = [
  'command',
  '--format',
  '--lang',
  '--all',
  '--form',
  '--only',
  'PATH',
  '--files-from',
  '--include',
  '--exclude',
  '--follow',
] as const;

export const taskOf = (asked: Asked, format: Format | 'summary', named: NamedPaths): Task => {
  const { include = [], exclude = [], follow = false } = named.choice ?? {};
  return {
    command: [asked.past ? 'check' : 'extract', asked.text, asked.rows],
    '--format': format,
    '--lang': asked.language,
    '--all': asked.all,
    '--form': asked.forms,
    '--only': asked.depth ?? 'all',
    PATH: named.paths,
    '--files-from': named.list ?? null,
    '--include': include,
    '--exclude': exclude,
    '--follow': follow,
  };
};

/** The options in which two runs differ. */
export const differing = (one: Task, other: Task): string[] =>
  taskParts.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));
