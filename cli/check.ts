import type { Language } from '../parser/messages/words.ts';
import type { ExitCode } from './exit.ts';
import { namedBy, type RunOptions } from './options.ts';
import { phrasesIn } from './phrases.ts';
import { begin } from './runs/begin.ts';
import type { Journal } from './runs/journal.ts';
import type { Refusal } from './runs/run-phrases.ts';
import { coloursOn, paintIn } from './terminal.ts';

export type CheckOptions = RunOptions & { all?: boolean };

/** `gouji check`: one summary for each report, then what the reports of one body say of each other from year to year. */
export const check = async (
  paths: readonly string[],
  options: CheckOptions,
  language: Language,
): Promise<ExitCode | Refusal> => {
  const output = options.output ?? null;
  const colours = output === null && coloursOn(process.stdout, process.env);
  let exit: ExitCode = 0;
  const refusal = await begin(
    {
      named: namedBy(paths, options),
      asked: {
        text: 'summary',
        extractions: false,
        entries: false,
        past: true,
        notes: false,
        language,
        colours,
        all: options.all ?? false,
      },
      format: 'summary',
      output,
      resume: options.resume ?? false,
      jobs: options.jobs ?? null,
      progress: options.progress ?? null,
    },
    async (journal, destination) => {
      const counts = journal.counts();
      exit = counts.exit;
      const lines = await overYears(journal, language, colours);
      if (lines.firm) exit = exit === 2 ? 2 : 1;
      if (counts.reports > 1) lines.text.push(`\n${phrasesIn(language).total(counts)}`);
      await destination.say(lines.text);
    },
  );
  return refusal ?? exit;
};

/** What the reports of one body say of each other; nothing where there are not two of one body. */
const overYears = async (
  journal: Journal,
  language: Language,
  colours: boolean,
): Promise<{ text: string[]; firm: boolean }> => {
  const reports = journal.reports();
  if (reports.length < 2) return { text: [], firm: false };
  const { historyOf } = await import('../parser/check/history.ts');
  const { historySentence } = await import('../parser/messages/history-words.ts');
  const paint = paintIn(colours);
  const signs = { firm: paint('red', '✗'), warning: paint('yellow', '!'), hint: paint('dim', '·') };
  const text: string[] = [];
  let [satisfied, any, firm, authority] = [0, false, false, ''];
  for (const finding of historyOf(reports)) {
    any = true;
    if (finding.outcome === 'satisfied') satisfied += 1;
    if (finding.outcome !== 'violated') continue;
    if (finding.authority !== authority) text.push(`  ${paint('bold', finding.authority)}`);
    authority = finding.authority;
    text.push(`  ${signs[finding.level]} ${historySentence(finding, language)}`);
    firm ||= finding.level === 'firm';
  }
  if (any) text.unshift(`\n${phrasesIn(language).overYears(satisfied)}`);
  return { text, firm };
};
