import { build } from 'vite';

/** A module of the content script, with all that it imports, as one script that a page can run: it defines `gouji`. */
export const scriptOf = async (entry: string): Promise<string> => {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'gouji', fileName: 'script' } },
  });
  const [bundle] = [output].flat();
  if (!bundle || !('output' in bundle)) throw new Error(`${entry} was not built.`);
  return bundle.output[0].code;
};
