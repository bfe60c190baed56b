import { check } from './check.ts';
import type { ExitCode } from './exit.ts';
import { languageOf } from './language.ts';
import { runToExit } from './run-to-exit.ts';

/** `gouji check PATH…` is the commonest command line, and the shortest: nothing in it needs a parser of options. Else null. */
const pathsToCheck = ([command, ...paths]: readonly string[]): readonly string[] | null =>
  command === 'check' && paths.length > 0 && paths.every((path) => path === '-' || !path.startsWith('-'))
    ? paths
    : null;

/** Runs one command line (without node and script). */
export const command = async (argv: readonly string[]): Promise<ExitCode> => {
  const language = languageOf(argv, process.env);
  const paths = pathsToCheck(argv);
  if (paths) return runToExit(() => check(paths, {}, language), language);
  const { run } = await import('./program.ts');
  return run(argv, language);
};
