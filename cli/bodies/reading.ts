import type { Extraction } from '../../parser/extraction.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import { namedBy, type RunOptions } from '../run-options.ts';
import { begin } from '../runs/begin.ts';
import type { Lack } from '../runs/request.ts';
import { asking } from '../runs/request.ts';
import type { Refusal } from '../runs/words.ts';
import { warn } from '../terminal.ts';

/** What the commands read that compare reports with one another: by the same run as `check`, without its summaries. */

export type ReadingOptions = Omit<RunOptions, 'output' | 'resume'>;

type Read = { reports: Extraction[]; lacks: Lack[] };

/** Reads all reports that the paths hold, those too in which nothing was found. */
export const readReports = async (
  paths: readonly string[],
  options: ReadingOptions,
  language: Language,
): Promise<Read | Refusal> => {
  const reports: Extraction[] = [];
  const lacks = await eachReport(paths, options, language, (extraction) => reports.push(extraction));
  return 'code' in lacks ? lacks : { reports, lacks };
};

/** Goes through all reports that the paths hold, one after the other; what was not read of them comes back. */
export const eachReport = async (
  paths: readonly string[],
  options: ReadingOptions,
  language: Language,
  take: (extraction: Extraction) => void,
): Promise<Lack[] | Refusal> => {
  const lacks: Lack[] = [];
  const refusal = await begin(
    {
      named: namedBy(paths, options),
      asked: asking(language, { reports: true, lacks: true }),
      format: 'ndjson',
      output: null,
      resume: false,
      jobs: options.jobs ?? null,
      progress: options.progress ?? null,
      also: async ({ reports, lacks: found }) => {
        for (const { extraction } of reports) take(extraction);
        lacks.push(...found);
      },
    },
    async () => {},
  );
  return refusal ?? lacks;
};

/** Says on standard error what was not read, a sentence for each reason. */
export const sayLacks = (lacks: readonly Lack[], language: Language): void => {
  for (const { source, form, issues } of lacks) {
    const about = wordsIn(language).about({ form: form === null ? null : { id: form }, issues });
    for (const issue of issues) warn(`${source}: ${about.issue(issue)}`);
  }
};
