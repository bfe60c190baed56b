import { once } from 'node:events';
import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { languageOf } from './language.ts';
import { problemSentence } from './outputs/problem.ts';
import { warn } from './terminal.ts';

/**
 * Standard output. Setting up Node's stream for it takes as long as reading a page, so a pipe or a file is written to by its
 * descriptor. The stream is for terminals (their encoding is Node's to know), and for a pipe that is full and does not wait.
 */

/**
 * A reader that has seen enough (`| head`) closes the pipe: that ends the run, and is no failure. Anything else is told, and the run
 * ends there: what is printed after a gap would be taken for the whole.
 */
const endUnwritten = (error: unknown): void => {
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (error.code === 'EPIPE') process.exit();
  const problem = { code: 'cannot_print', detail: String(error.code) } as const;
  warn(problemSentence(problem, languageOf(process.argv.slice(2), process.env)));
  process.exit(2);
};

let stream: NodeJS.WriteStream | null = null;

/** Node's own stream, for what prints by itself: `console.log`, the help. */
export const openStream = (): NodeJS.WriteStream => {
  stream ??= process.stdout.on('error', endUnwritten);
  return stream;
};

/** A terminal is a character device, and not the null device; of others, the stream knows. */
const mayBeTerminal = (): boolean => {
  if (process.platform === 'win32') return true;
  const output = fstatSync(1);
  return output.isCharacterDevice() && output.rdev !== statSync(devNull).rdev;
};

/** @returns how many bytes were taken before the pipe was full. */
const writeDirectly = (bytes: Uint8Array): number => {
  let from = 0;
  try {
    while (from < bytes.length) from += writeSync(1, bytes, from);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) endUnwritten(error);
  }
  return from;
};

export const standardOutput = {
  get isTTY(): boolean {
    return mayBeTerminal() && openStream().isTTY;
  },
  /** Resolves when more may be written. What is written first comes first, whichever way it goes. */
  async write(bytes: Uint8Array): Promise<void> {
    const rest = stream === null && !mayBeTerminal() ? bytes.subarray(writeDirectly(bytes)) : bytes;
    if (rest.length > 0 && !openStream().write(rest)) await once(openStream(), 'drain');
  },
};
