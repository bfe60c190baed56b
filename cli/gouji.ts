#!/usr/bin/env node
import module from 'node:module';

// Starting takes longer than reading one page: the second run takes compiled code from Node's cache in the temporary folder.
module.enableCompileCache?.();

// A reader that has seen enough (`| head`) closes the pipe: that ends the run, and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const { languageOf } = await import('./language.ts');
const { run } = await import('./program.ts');
const argv = process.argv.slice(2);
process.exitCode = await run(argv, languageOf(argv, process.env));
