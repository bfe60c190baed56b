import module from 'node:module';

/** The start of a worker thread. Without the cache each would compile anew what the command itself takes from it (`cli/gouji.ts`). */
module.enableCompileCache?.();

const { readForMain } = await import('./reader.ts');
readForMain();
