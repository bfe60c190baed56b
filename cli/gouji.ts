#!/usr/bin/env node
import module from 'node:module';

// Starting takes longer than reading one page: the second run takes compiled code from Node's cache in the temporary folder.
module.enableCompileCache?.();

const { command } = await import('./command.ts');
process.exitCode = await command(process.argv.slice(2));
