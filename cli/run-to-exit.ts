import type { Language } from '../parser/messages/words.ts';
import type { ExitCode } from './exit.ts';
import { OutputProblem, problemSentence } from './outputs/problem.ts';
import type { Refusal } from './runs/words.ts';
import { runWordsIn } from './runs/words-in.ts';
import { warn } from './terminal.ts';
import { commandWordsIn } from './words-in.ts';

/** Does one command, and ends it as each of them ends: what a user can do wrong is told in a sentence, and is exit 2. */
export const runToExit = async (
  command: () => Promise<ExitCode | Refusal>,
  language: Language,
): Promise<ExitCode> => {
  try {
    const end = await command();
    if (typeof end === 'number') return end;
    warn(commandWordsIn(language).refused(runWordsIn(language).refusal(end)));
  } catch (error) {
    if (!(error instanceof OutputProblem)) {
      // Node would end a fault of ours with 1, which says that a report is wrong.
      process.once('exit', () => {
        process.exitCode = 2;
      });
      throw error;
    }
    warn(problemSentence(error.problem, language));
  }
  return 2;
};
