import { fileURLToPath } from 'node:url';

/**
 * The program and the style sheet of the report page, each as one text. They are written in TypeScript and JSX under `report/`, which
 * Node does not run: from the sources Vite puts them together when a report is asked for; the package holds the result in place of
 * this module (`tools/package.config.ts`).
 */
export type PageCode = {
  script: string;
  style: string;
  /** Of the packages in the program, which go wherever it goes. */
  licences: string;
};

export const pageCode = async (): Promise<PageCode> => {
  const { build } = await import('vite');
  const built = await build({
    root: fileURLToPath(new URL('../../', import.meta.url)),
    configFile: false,
    mode: 'production',
    publicDir: false,
    logLevel: 'error',
    // The library looks for it to tell development from production.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      license: { fileName: 'licences.md' },
      // The browsers of the offices: two years old and more.
      target: ['chrome100', 'firefox115', 'safari16.4'],
      lib: {
        entry: 'overview/index.tsx',
        formats: ['iife'],
        name: 'report',
        fileName: 'report',
        cssFileName: 'report',
      },
    },
  });
  const [bundle] = [built].flat();
  if (!bundle || !('output' in bundle)) throw new Error('Vite built nothing from overview/index.tsx.');
  let [script, style, licences] = ['', '', ''];
  for (const file of bundle.output) {
    if (file.type === 'chunk') script += file.code;
    else if (file.fileName.endsWith('.css')) style += String(file.source);
    else if (file.fileName === 'licences.md') licences = String(file.source);
  }
  return { script, style, licences };
};
