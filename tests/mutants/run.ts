import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

/**
 * Changes the code in small ways and sees whether a test notices: `npm run mutate` in the files that differ from the main branch,
 * `npm run mutate -- grid check` in rooms, `npm run mutate -- parser/check/slips.ts` in files. Says which changes survived, and the share of
 * those that were noticed.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);

/**
 * Tests that look at a room besides its own: what its own tests leave to them. Each costs time for every mutant, so that a room which has
 * tests enough names none.
 */
const beside: Record<string, readonly string[]> = {
  grid: ['tests/source/dom.test.ts', 'tests/properties/tiling.test.ts'],
  imprint: ['tests/extract.test.ts', 'tests/corpus.test.ts'],
  recognise: ['tests/extract.test.ts', 'tests/corpus.test.ts'],
  prose: ['tests/check/**'],
  source: ['tests/corpus.test.ts'],
  export: ['tests/outputs/**', 'tests/shelf/**'],
};

/** A catalogue of sentences: how they are worded is for people to judge. */
const onlyWords = /^cli\/(?:.*[/-])?words(?:-zh|-en|-in)?\.ts$/;

/** The room of a file, `grid` or `cli/runs`, or null where no mutants are made. */
const roomOf = (path: string): string | null => {
  const [, parser, cli] = /^(?:parser\/([\w-]+)\/|(cli\/\w+)\/).+\.ts$/.exec(path) ?? [];
  return parser ?? cli ?? null;
};

const git = (...args: string[]): string[] =>
  execFileSync('git', args, { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

const changed = (): string[] => [
  ...git('diff', '--name-only', '--diff-filter=d', 'main...', '--', 'parser', 'cli'),
  ...git('diff', '--name-only', '--diff-filter=d', 'HEAD', '--', 'parser', 'cli'),
];

const filesOf = (named: string): string[] => {
  const place = [named, `parser/${named}`, `cli/${named}`].find((path) => existsSync(path));
  if (place === undefined)
    throw new Error(`There is no ${named}: name a room (grid, check, cli/runs …) or a file of one.`);
  return git('ls-files', place.split(':')[0] ?? place);
};

/**
 * The tests that are asked about a file: those of its room that import it, where the file was named and there are such, which is quick and strict;
 * else all of the room, and those beside it.
 */
const testsOf = (path: string): string[] => {
  const room = roomOf(path) ?? '';
  const folder = `tests/${room.replace('cli/', '')}`;
  const own = asked.includes(path)
    ? git('ls-files', `${folder}/*.test.ts`).filter((test) =>
        readFileSync(test, 'utf8').includes(`/${path}'`),
      )
    : [];
  if (own.length > 0) return own;
  return [
    `${folder}/**/*.test.ts`,
    ...(beside[room] ?? []).map((tests) => tests.replace(/\*\*$/, '**/*.test.ts')),
  ];
};

const asked = process.argv.slice(2);
const files = [...new Set(asked.length > 0 ? asked.flatMap(filesOf) : changed())].filter(
  (path) => roomOf(path) !== null && !onlyWords.test(path),
);
if (files.length === 0) {
  console.log('No file of a room has changed: name one (npm run mutate -- grid).');
  process.exit();
}

// A property is tried a few times for each mutant, as for a person who waits.
delete process.env.CI;
process.env.GOUJI_MUTATED = [...new Set(files.flatMap(testsOf))].join('\n');

await new Stryker({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
  mutate: files,
  // The compiler in use has no interface for programs, and vitest needs none.
  tsconfigFile: 'none',
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: '.output/mutants.json' },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, skipFull: true },
  tempDirName: '.output/mutants',
  ignorePatterns: ['.output', 'dist', 'out'],
  // What a mutant makes endless is given up after the time of its tests and so long again.
  timeoutMS: 10_000,
  disableTypeChecks: false,
}).runMutationTest();
