import type { Language } from '../../parser/messages/words.ts';
import { warn } from '../terminal.ts';
import { type Lock, lockOutput } from './lock.ts';
import { takenOverSentence } from './problem.ts';
import { mustBeReplaceable } from './replaceable.ts';

/** The outputs of this process; each is its own until the process ends. */
const claimed = new Map<string, Lock>();

/** Makes an output this run's own. @throws OutputProblem where it is no file that may be replaced, or another run's. */
export const claimOutput = async (path: string, language: Language): Promise<void> => {
  if (claimed.has(path)) return;
  await mustBeReplaceable(path);
  const lock = lockOutput(path);
  if (claimed.size === 0)
    process.once('exit', () => {
      for (const one of claimed.values()) one.release();
    });
  claimed.set(path, lock);
  if (lock.takenOver) warn(takenOverSentence(path, lock.takenOver, language));
};

/** What was written is put in its place only by the run that still has the output. */
export const mustBeClaimed = (path: string): void => claimed.get(path)?.mustBeHeld();
