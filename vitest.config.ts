import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/components/**', 'tests/browser/**', 'tests/package/**'],
        },
      },
      {
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['tests/components/**/*.test.{ts,tsx}'],
        },
      },
      { test: { name: 'package', include: ['tests/package/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'browser',
          globalSetup: 'tests/browser/build.ts',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Two cores, and each file starts a browser.
          fileParallelism: false,
        },
      },
    ],
  },
});
