import { type Language, tallyOf, wordsIn } from '../parser/messages/words.ts';
import { type ExitCode, exitCodeOf, worse } from './exit.ts';
import { phrasesIn } from './phrases.ts';
import { extractionsOf } from './read.ts';
import { summaryOf } from './summary.ts';
import { paintFor } from './terminal.ts';

/** `gouji check`: one summary for each report, to standard output. */
export const check = async (paths: readonly string[], language: Language): Promise<ExitCode> => {
  const phrases = phrasesIn(language);
  const voice = { words: wordsIn(language), phrases, paint: paintFor(process.stdout, process.env) };
  const count = { reports: 0, violated: 0, unread: 0 };
  let exit: ExitCode = 0;
  const passedOver = (path: string, endings: ReadonlyMap<string, number>): void =>
    console.error(phrases.passedOver(path, endings));
  for await (const extraction of extractionsOf(paths, passedOver)) {
    if (count.reports > 0) console.log();
    console.log(summaryOf(extraction, voice));
    const one = exitCodeOf(extraction);
    count.reports += 1;
    if (tallyOf(extraction.checks).violated > 0) count.violated += 1;
    if (one === 2) count.unread += 1;
    exit = worse(exit, one);
  }
  if (count.reports > 1) console.log(`\n${phrases.total(count)}`);
  return exit;
};
