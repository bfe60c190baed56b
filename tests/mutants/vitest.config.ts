import { defineConfig } from 'vitest/config';

/** The tests of the rooms that are mutated, as tests/mutants/run.ts names them. */
export default defineConfig({
  test: {
    // It reads the sources, where a mutant stands beside what it replaces.
    exclude: ['tests/messages/rules.test.ts'],
    include: (process.env.GOUJI_MUTATED ?? '').split('\n'),
    testTimeout: 60_000,
    isolate: false,
  },
});
