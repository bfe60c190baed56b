import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { markdownTable } from './table.ts';

const root = join(import.meta.dirname, '../..');
const times = 20;

const milliseconds = (args: readonly string[]): number => {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A whole process that checks one page, against an empty one. They take turns. */
export const startUp = async (): Promise<string> => {
  const page = 'samples/consistent-2020.html';
  const programs = new Map<string, readonly string[]>([
    ['empty Node', ['-e', '']],
    ['`node cli/gouji.ts check` of one page', ['cli/gouji.ts', 'check', page]],
  ]);
  if (existsSync(join(root, 'dist/gouji.js')))
    programs.set('the same, as packed for npm', ['dist/gouji.js', 'check', page]);
  const taken = new Map<string, number[]>();
  // The first turn fills Node's cache of compiled code.
  for (let turn = 0; turn <= times; turn++)
    for (const [name, args] of programs) {
      const took = milliseconds(args);
      if (turn > 0) taken.set(name, [...(taken.get(name) ?? []), took]);
    }
  const empty = median(taken.get('empty Node') ?? []);
  return markdownTable(
    ['whole process', 'milliseconds', 'ratio'],
    [...taken].map(([name, values]) => [
      name,
      median(values).toFixed(0),
      (median(values) / empty).toFixed(2),
    ]),
  );
};
