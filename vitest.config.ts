import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A limit that only what hangs will reach: the machine may be busy with other things. */
const limits = { testTimeout: 180_000, hookTimeout: 180_000 };

/** Rooms whose tests start processes of the command, threads of their own, or browsers, or stand in for one. */
const apart = [
  'tests/cli/**',
  'tests/components/**',
  'tests/entrypoints/**',
  'tests/browser/**',
  'tests/package/**',
];

export default defineConfig(({ mode }) => ({
  test: {
    // Vitest leaves one core to whoever watches; browsers and processes are waited for more than they compute.
    maxWorkers: Math.max(2, availableParallelism()) + (process.env.CI ? 0 : 1),
    // Read by tests/properties/seed.ts, also in the processes that tests start.
    env: { GOUJI_FULL: mode === 'full' ? '1' : (process.env.GOUJI_FULL ?? '') },
    projects: [
      {
        test: {
          ...limits,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: apart,
          // The parser keeps no state, so the files may share what they have loaded.
          isolate: false,
        },
      },
      {
        test: {
          ...limits,
          name: 'cli',
          include: ['tests/cli/**/*.test.ts'],
          globalSetup: 'tests/cli/build.ts',
          isolate: false,
        },
      },
      {
        test: {
          ...limits,
          name: 'components',
          environment: 'happy-dom',
          include: ['tests/components/**/*.test.{ts,tsx}'],
        },
      },
      // Each file has its own stand-in for the browser, which what it loads keeps.
      { test: { ...limits, name: 'entrypoints', include: ['tests/entrypoints/**/*.test.ts'] } },
      { test: { ...limits, name: 'package', include: ['tests/package/**/*.test.ts'] } },
      {
        test: {
          ...limits,
          name: 'browser',
          globalSetup: 'tests/browser/build.ts',
          include: ['tests/browser/**/*.test.ts'],
          // A worker has one browser of each kind, which its files share.
          isolate: false,
          // A browser of a busy machine may drop a tab or a press. What fails twice is a fault; a retried test is named in the output.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
}));
