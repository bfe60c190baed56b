import type { Extraction } from '../parser/extraction.ts';
import { type Language, tallyOf, wordsIn } from '../parser/messages/words.ts';
import { type ExitCode, exitCodeOf, worse } from './exit.ts';
import { phrasesIn } from './phrases.ts';
import { extractionsOf } from './read.ts';
import { summaryOf } from './summary.ts';
import { type Paint, paintFor } from './terminal.ts';

/** `gouji check`: one summary for each report, to standard output. `all`: with every possible mend. */
export const check = async (
  paths: readonly string[],
  language: Language,
  all: boolean,
): Promise<ExitCode> => {
  const phrases = phrasesIn(language);
  const voice = { words: wordsIn(language), phrases, paint: paintFor(process.stdout, process.env), all };
  const count = { reports: 0, violated: 0, unread: 0 };
  const kept: Extraction[] = [];
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
    kept.push(extraction);
  }
  exit = worse(exit, await overYears(kept, language, voice.paint));
  if (count.reports > 1) console.log(`\n${phrases.total(count)}`);
  return exit;
};

/** What the reports of one body say of each other from year to year; nothing where there are not two of one body. */
const overYears = async (
  extractions: readonly Extraction[],
  language: Language,
  paint: Paint,
): Promise<ExitCode> => {
  if (extractions.length < 2) return 0;
  const { checkHistory } = await import('../parser/check/history.ts');
  const findings = checkHistory(extractions);
  if (findings.length === 0) return 0;
  const { historySentence } = await import('../parser/messages/history-words.ts');
  const phrases = phrasesIn(language);
  const signs = { firm: paint('red', '✗'), warning: paint('yellow', '!'), hint: paint('dim', '·') };
  console.log(`\n${phrases.overYears(findings.filter(({ outcome }) => outcome === 'satisfied').length)}`);
  const broken = findings.filter(({ outcome }) => outcome === 'violated');
  for (const authority of new Set(broken.map((finding) => finding.authority))) {
    console.log(`  ${paint('bold', authority)}`);
    for (const finding of broken.filter((one) => one.authority === authority)) {
      const sign = signs[finding.level];
      console.log(`  ${sign} ${historySentence(finding, language)}`);
    }
  }
  return broken.some(({ level }) => level === 'firm') ? 1 : 0;
};
