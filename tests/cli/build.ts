import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the command once, as it is packed, for all tests that start it. */
export default async function setup(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await build({
    root,
    configFile: fileURLToPath(new URL('../../tools/package.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: '.output/command' },
  });
}
