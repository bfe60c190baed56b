import type { Language } from '../parser/messages/words.ts';
import type { ExitCode } from './exit.ts';
import { namedBy, ownFormsOf, type RunOptions } from './run-options.ts';
import { begin } from './runs/begin.ts';
import { type Format, formats, isTable } from './runs/formats.ts';
import { asking } from './runs/request.ts';
import type { Refusal } from './runs/words.ts';

export type ExtractOptions = RunOptions & { format?: Format; only?: 'facts' };

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
  const dataset = options.output !== undefined && /[/\\]$/.test(options.output);
  const format = dataset ? (options.format ?? 'parquet') : formatOf(options);
  if (typeof format !== 'string') return format;
  if (options.only && (dataset || (format !== 'csv' && format !== 'parquet')))
    return { code: 'only_of_figures', format };
  const forms = await ownFormsOf(options);
  if ('code' in forms) return forms;
  let exit: ExitCode = 0;
  const refusal = await begin(
    {
      named: namedBy(paths, options),
      asked: asking(language, {
        text: dataset || isTable(format) ? null : format,
        reports: !dataset && isTable(format) && format !== 'parquet',
        facts: !dataset && format === 'parquet',
        dataset,
        depth: options.only ?? 'all',
        notes: true,
        forms,
      }),
      format,
      output: options.output ?? null,
      resume: options.resume ?? false,
      jobs: options.jobs ?? null,
      progress: options.progress ?? null,
    },
    async (journal) => {
      // What is violated is for `check` to say: an export that was written whole is a success.
      exit = journal.counts().exit === 2 ? 2 : 0;
    },
  );
  return refusal ?? exit;
};
