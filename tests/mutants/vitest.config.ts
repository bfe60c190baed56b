import { defineConfig } from 'vitest/config';

/** The tests of the rooms that are mutated, as tests/mutants/run.ts names them. */
export default defineConfig({
  test: {
    exclude: [
      // It reads the sources, where a mutant stands beside what it replaces.
      'tests/messages/rules.test.ts',
      // What others say by hand, once more at random: seconds for each mutant.
      'tests/check/diagnose-random.test.ts',
    ],
    include: (process.env.GOUJI_MUTATED ?? '').split('\n'),
    testTimeout: 60_000,
    isolate: false,
  },
});
