import type { Plugin } from 'vite';

/**
 * Takes Node's own modules as they are. An `import` of one goes through a façade that asks for every one of its exports, and some are
 * loaded only then: `node:fs` brings promises, streams and line reading with it, `node:util` a parser of arguments and a differ.
 * `process.getBuiltinModule` hands over the module itself (Node 20.16, 22.3).
 */

const imported = /^import (\{[^{}]+\}|\w+) from "(node:[\w/]+)";$/;

const plain = (line: string): string => {
  const [, names, module] = imported.exec(line) ?? [];
  return names && module
    ? `const ${names.replaceAll(' as ', ': ')} = process.getBuiltinModule("${module}");`
    : line;
};

export const plainBuiltins: Plugin = {
  name: 'gouji:plain-builtins',
  renderChunk: (code) => ({ code: code.split('\n').map(plain).join('\n'), map: null }),
  // Commander starts programs of their own for subcommands that are files; ours are none.
  transform: (code, id) =>
    id.includes('/commander/lib/command.js')
      ? { code: code.replace("require('node:child_process')", '{}'), map: null }
      : null,
};
