import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { packedPage } from '../cli/overview/packed-page.ts';
import { plainBuiltins } from '../cli/plain-builtins.ts';
import packageJson from '../package.json' with { type: 'json' };
import { eagerFunctions } from './eager-functions.ts';

/**
 * Builds what `npm pack` publishes: the command and the library. Starting takes longer than reading a page, and each file that Node
 * opens takes its part of that: so what every run needs is in few files, its small dependencies with it.
 */

const bundled = [
  'commander',
  'encoding-sniffer',
  'entities',
  'fastest-levenshtein',
  'get-east-asian-width',
  'papaparse',
  'zod',
];
const outside = Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies }).filter(
  (name) => !bundled.includes(name),
);

/** Stands in for the package that knows the labels of encodings: `TextDecoder` knows them too, without its character tables. */
const labelToName = fileURLToPath(new URL('../entrypoints/attachment/label-to-name.ts', import.meta.url));

export default defineConfig({
  publicDir: false,
  plugins: [eagerFunctions, plainBuiltins, packedPage],
  ssr: { noExternal: bundled },
  resolve: { alias: { 'whatwg-encoding': labelToName } },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      input: {
        gouji: 'cli/gouji.ts',
        thread: 'cli/runs/thread.ts',
        index: 'cli/index.ts',
        dom: 'parser/dom.ts',
        export: 'parser/export/index.ts',
        forms: 'parser/forms/index.ts',
      },
      external: [/^node:/, ...outside.map((name) => new RegExp(`^${name}(/|$)`))],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          // Each with all that it imports. Forms and reading are the library's too, so nothing of Node may come into them.
          groups: [
            // A form that a person writes is checked by a schema, which no other run needs.
            { name: 'forms', test: /\/parser\/forms\/(?![a-z]+-shape|own-)/, priority: 4 },
            {
              name: 'reading',
              test: /\/parser\/(?:read|severity|check\/(?:key-figures|prose-findings)|messages\/(?:claim-words|words))\.ts$/,
              priority: 3,
            },
            { name: 'command', test: /\/cli\/command\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
});
