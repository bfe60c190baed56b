import type { Extraction } from '../../parser/extraction.ts';
import { type Language, wordsIn } from '../../parser/messages/words.ts';
import { namedBy, type RunOptions } from '../run-options.ts';
import type { Lack } from '../runs/asked.ts';
import { asking } from '../runs/asked.ts';
import { begin } from '../runs/begin.ts';
import type { Refusal } from '../runs/run-phrases.ts';

/** What the commands read that compare reports with one another: by the same run as `check`, without its summaries. */

export type ReadingOptions = Omit<RunOptions, 'output' | 'resume'>;

export type Read = { reports: Extraction[]; lacks: Lack[] };

/** Reads all reports that the paths hold, those too in which nothing was found. */
export const readReports = async (
  paths: readonly string[],
  options: ReadingOptions,
  language: Language,
): Promise<Read | Refusal> => {
  const read: Read = { reports: [], lacks: [] };
  const refusal = await begin(
    {
      named: namedBy(paths, options),
      asked: asking(language, { extractions: true, lacks: true }),
      format: 'ndjson',
      output: null,
      resume: false,
      jobs: options.jobs ?? null,
      progress: options.progress ?? null,
      also: async ({ extractions, lacks }) => {
        read.reports.push(...extractions);
        read.lacks.push(...lacks);
      },
    },
    async () => {},
  );
  return refusal ?? read;
};

/** Says on standard error what was not read, a sentence for each reason. */
export const sayLacks = (lacks: readonly Lack[], language: Language): void => {
  for (const { source, form, issues } of lacks) {
    const about = wordsIn(language).about({ form: form === null ? null : { id: form }, issues });
    for (const issue of issues) console.error(`${source}: ${about.issue(issue)}`);
  }
};
