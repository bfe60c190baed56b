import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs the real command line in a process of its own. */

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The packed program, built by build.ts. */
export const entry = join(root, '.output', 'command', 'gouji.js');
/** The same as it stands in the sources, where each package is a file of its own. */
export const source = join(root, 'cli', 'gouji.ts');

export type Result = { code: number | null; stdout: string; stderr: string };

type Options = {
  input?: string | Uint8Array;
  environment?: Record<string, string>;
  cwd?: string;
  uid?: number;
  script?: string;
  nodeOptions?: readonly string[];
};

export const gouji = async (args: readonly string[], options: Options = {}): Promise<Result> => {
  const { input, environment = {}, cwd = root, uid, script = entry, nodeOptions = [] } = options;
  const child = spawn(process.execPath, [...nodeOptions, script, ...args], {
    cwd,
    // Nothing of the tester's own locale or colours.
    env: { PATH: process.env.PATH ?? '', ...environment },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const texts = [child.stdout, child.stderr].map(async (stream) => {
    let text = '';
    stream.setEncoding('utf8');
    for await (const chunk of stream) text += chunk;
    return text;
  });
  child.stdin.on('error', () => {
    // The command may end without reading its input.
  });
  child.stdin.end(input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  const [stdout = '', stderr = ''] = await Promise.all(texts);
  return { code, stdout, stderr };
};

/** A folder of its own with these files, readable for every user. Returns its path. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};
