import type { Trouble } from '../../components/trouble.tsx';

/** What went wrong in a script or a page of ours, put into words that whoever mends it needs. Kept small: the probe carries it. */

const longest = 4000;

/** A full disk or store is told apart: there the person can do something. */
const isFull = (words: string): boolean => /quota|no space|disk (?:is )?full/i.test(words);

export const troubleOf = (where: Trouble['where'], error: unknown): Trouble => {
  const { name = '', message = '', stack = '' } = error instanceof Error ? error : { message: String(error) };
  const words = `${name}: ${message}\n${stack}`;
  return { where, kind: isFull(`${name} ${message}`) ? 'full' : 'error', what: words.slice(0, longest) };
};
