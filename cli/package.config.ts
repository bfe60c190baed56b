import { defineConfig } from 'vite';
import packageJson from '../package.json' with { type: 'json' };

/** Builds what `npm pack` publishes: the command and the library, their dependencies left outside. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        gouji: 'cli/gouji.ts',
        thread: 'cli/runs/thread.ts',
        index: 'parser/index.ts',
        export: 'parser/export/index.ts',
        forms: 'parser/forms/index.ts',
      },
      external: [
        /^node:/,
        ...Object.keys(packageJson.dependencies).map((name) => new RegExp(`^${name}(/|$)`)),
      ],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
