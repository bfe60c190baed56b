import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../parser/messages/words.ts';
import { runPhrasesIn } from './runs/run-phrases.ts';
import type { Named } from './sources/sources.ts';

/** The options of every command that reads many sources. */
export type RunOptions = {
  include?: string[];
  exclude?: string[];
  follow?: boolean;
  filesFrom?: string;
  jobs?: number;
  output?: string;
  resume?: boolean;
  progress?: boolean;
};

export const jobsOption = (language: Language): Option => {
  const { options, jobsAllowed } = runPhrasesIn(language);
  return new Option('-j, --jobs <count>', options.jobs).argParser((value) => {
    if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError(jobsAllowed);
    return Number(value);
  });
};

/** Which files are read, and how. */
export const withReadingOptions = (command: Command, language: Language): Command => {
  const { options } = runPhrasesIn(language);
  const collect = (glob: string, before: string[] = []): string[] => [...before, glob];
  return command
    .addOption(jobsOption(language))
    .addOption(new Option('--include <glob>', options.include).argParser(collect))
    .addOption(new Option('--exclude <glob>', options.exclude).argParser(collect))
    .addOption(new Option('--follow', options.follow))
    .addOption(new Option('--progress', options.progress))
    .addOption(new Option('--no-progress').hideHelp());
};

export const listOption = (language: Language): Option =>
  new Option('--files-from <list>', runPhrasesIn(language).options.filesFrom);

export const withRunOptions = (command: Command, language: Language): Command => {
  const { options } = runPhrasesIn(language);
  return withReadingOptions(
    command
      .addOption(new Option('-o, --output <file>', options.output))
      .addOption(new Option('--resume', options.resume))
      .addOption(listOption(language)),
    language,
  );
};

export const namedBy = (paths: readonly string[], options: RunOptions): Named => ({
  paths,
  ...(options.filesFrom === undefined ? {} : { list: options.filesFrom }),
  choice: {
    include: options.include ?? [],
    exclude: options.exclude ?? [],
    follow: options.follow ?? false,
  },
});
