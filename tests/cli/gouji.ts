import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { full } from '../properties/seed.ts';

/** Runs the real command line. */

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

/**
 * Runs it in a process of its own; for a person who waits, what reads and answers is asked of one that stands ready, if it is free: starting
 * takes longer than most of what is asked. An output belongs to a process until that ends.
 */
export const gouji = async (args: readonly string[], options: Options = {}): Promise<Result> => {
  const { cwd = root, ...further } = options;
  const alone = full || Object.keys(further).length > 0 || args.some((one) => ownProcess.has(one));
  return (alone ? null : inTurn(args, cwd)) ?? started(args, options);
};

const ownProcess: ReadonlySet<string> = new Set(['-o', '--output', '--report', '--relations']);

const started = async (args: readonly string[], options: Options): Promise<Result> => {
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

let ready: ChildProcessByStdio<Writable, Readable, Readable> | null = null;
let isFree = true;

/** What the process that stands ready answers, or null where it is busy. */
const inTurn = (args: readonly string[], cwd: string): Promise<Result> | null => {
  if (!isFree) return null;
  isFree = false;
  ready ??= attendant();
  const { stdin, stdout, stderr } = ready;
  stdin.write(`${JSON.stringify({ args, cwd })}\n`);
  return Promise.all([until(stdout, /\0(\d+)\n$/), until(stderr, /\0$/)])
    .then(([out, error]) => ({ code: Number(out.end), stdout: out.text, stderr: error.text }))
    .finally(() => {
      isFree = true;
    });
};

const attendant = () => {
  const child = spawn(process.execPath, [join(root, 'tests/cli/in-turn.ts'), entry], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  child.stdin.on('error', () => {
    // It has ended: its streams say so to who waits.
  });
  return child;
};

/** What a stream gives before this end of it. */
const until = (stream: Readable, end: RegExp): Promise<{ text: string; end: string | undefined }> =>
  new Promise((done, failed) => {
    let text = '';
    const hear = (chunk: string): void => {
      text += chunk;
      const found = end.exec(text.slice(-8));
      if (!found) return;
      stream.off('data', hear).off('close', fail);
      done({ text: text.slice(0, -found[0].length), end: found[1] });
    };
    const fail = (): void => {
      ready = null;
      failed(new Error(`The process that stood ready has ended: ${text}`));
    };
    stream.on('data', hear).on('close', fail);
  });

/** A folder of its own with these files, readable for every user. Returns its path. */
export const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};
