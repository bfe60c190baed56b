import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../parser/messages/words.ts';
import { runWordsIn } from './runs/words-in.ts';

export const jobsOption = (language: Language, command: 'jobs' | 'workerJobs' = 'jobs'): Option => {
  const { options, jobsAllowed } = runWordsIn(language);
  return new Option('-j, --jobs <count>', options[command]).argParser((value) => {
    if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError(jobsAllowed);
    return Number(value);
  });
};

/** Which files of folders are read. */
export const withFileChoice = (command: Command, language: Language): Command => {
  const { options } = runWordsIn(language);
  return command
    .addOption(new Option('--include <glob>', options.include).argParser(collect))
    .addOption(new Option('--exclude <glob>', options.exclude).argParser(collect))
    .addOption(new Option('--follow', options.follow));
};

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** The person's own forms, each in a file. */
export const formOption = (language: Language): Option =>
  new Option('--form <file>', runWordsIn(language).options.form).argParser(collect);

/** Which files are read, and how. */
export const withReadingOptions = (command: Command, language: Language): Command => {
  const { options } = runWordsIn(language);
  return withFileChoice(command.addOption(jobsOption(language)), language)
    .addOption(formOption(language))
    .addOption(new Option('--progress', options.progress))
    .addOption(new Option('--no-progress').hideHelp());
};

export const listOption = (language: Language): Option =>
  new Option('--files-from <list>', runWordsIn(language).options.filesFrom);

export const withRunOptions = (command: Command, language: Language): Command => {
  const { options } = runWordsIn(language);
  return withReadingOptions(
    command
      .addOption(new Option('-o, --output <file>', options.output))
      .addOption(new Option('--resume', options.resume))
      .addOption(listOption(language)),
    language,
  );
};
