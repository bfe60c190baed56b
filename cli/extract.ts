import type { Language } from '../parser/messages/words.ts';
import type { ExitCode } from './exit.ts';
import { namedBy, type RunOptions } from './run-options.ts';
import { asking } from './runs/asked.ts';
import { begin } from './runs/begin.ts';
import { type Format, formats, isTable } from './runs/formats.ts';
import type { Refusal } from './runs/run-phrases.ts';

export type ExtractOptions = RunOptions & { format?: Format };

/** The format that is asked for, else the one that the name of the output tells. */
const formatOf = ({ format, output }: ExtractOptions): Format | Refusal => {
  if (format) return format;
  if (output === undefined) return { code: 'format_missing' };
  const ending = /\.(\w+)$/.exec(output)?.[1]?.toLowerCase() ?? '';
  const known: Record<string, Format> = { jsonl: 'ndjson', db: 'sqlite' };
  return known[ending] ?? formats.find((one) => one === ending) ?? { code: 'format_unknown', output };
};

/** `gouji extract`: the data to standard output or into a file, the rest to standard error. */
export const extract = async (
  paths: readonly string[],
  options: ExtractOptions,
  language: Language,
): Promise<ExitCode | Refusal> => {
  const format = formatOf(options);
  if (typeof format !== 'string') return format;
  let exit: ExitCode = 0;
  const refusal = await begin(
    {
      named: namedBy(paths, options),
      asked: asking(language, {
        text: isTable(format) ? null : format,
        extractions: isTable(format),
        notes: true,
      }),
      format,
      output: options.output ?? null,
      resume: options.resume ?? false,
      jobs: options.jobs ?? null,
      progress: options.progress ?? null,
    },
    async (journal) => {
      exit = journal.counts().exit;
    },
  );
  return refusal ?? exit;
};
