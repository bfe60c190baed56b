import { type Command, Option } from 'commander';
import type { Language } from '../../parser/messages/words.ts';
import type { ExitCode } from '../exit.ts';
import { listOption, withReadingOptions } from '../options.ts';
import type { Refusal } from '../runs/words.ts';
import { runWordsIn } from '../runs/words-in.ts';
import type { CompareOptions } from './compare.ts';
import type { HistoryOptions } from './history.ts';
import type { SumOptions } from './sum.ts';
import type { WideOptions } from './wide.ts';
import { bodyWordsIn, wideWordsIn } from './words-in.ts';

type Common = {
  language: Language;
  /** `--lang`, as every command has it. */
  lang: () => Option;
  helpOption: string;
  pathArgument: string;
  done: (exit: ExitCode | Refusal) => void;
};

const collected = (value: string, before: string[] = []): string[] => [...before, value];

/** The commands that hold reports against one another: over the years, side by side, whole against parts. */
export const addBodyCommands = (
  program: Command,
  { language, lang, helpOption, pathArgument, done }: Common,
): void => {
  const phrases = bodyWordsIn(language);
  const format = (other: 'ndjson' | 'json', about: string): Option =>
    new Option('--format <format>', about).choices(['text', other]);
  const described = (name: 'history' | 'compare' | 'sum'): Command =>
    program
      .command(name)
      .summary(phrases[name].about)
      .description(phrases[name].about)
      .usage(phrases[name].usage)
      .helpOption('-h, --help', helpOption)
      .addHelpText('after', `\n${phrases[name].exitCodes}`);
  withReadingOptions(described('history'), language)
    .argument('[path...]', pathArgument)
    .addOption(listOption(language))
    .addOption(format('ndjson', phrases.historyFormat))
    .addOption(lang())
    .action(async (paths: string[], options: HistoryOptions) => {
      if (paths.length === 0 && options.filesFrom === undefined) return done({ code: 'no_source' });
      const { history } = await import('./history.ts');
      done(await history(paths, options, language));
    });
  withReadingOptions(described('compare'), language)
    .argument('<a>', phrases.compare.one)
    .argument('<b>', phrases.compare.other)
    .addOption(format('json', phrases.jsonFormat))
    .addOption(lang())
    .action(async (one: string, other: string, options: CompareOptions) => {
      const { compare } = await import('./compare.ts');
      done(await compare(one, other, options, language));
    });
  withReadingOptions(described('sum'), language)
    .argument('<parent>', phrases.sum.parent)
    .argument('[child...]', phrases.sum.children)
    .addOption(listOption(language))
    .addOption(new Option('--expect <list>', phrases.sum.expect))
    .addOption(new Option('--all', phrases.sum.all))
    .addOption(format('json', phrases.jsonFormat))
    .addOption(lang())
    .action(async (parent: string, children: string[], options: SumOptions) => {
      if (children.length === 0 && options.filesFrom === undefined) return done({ code: 'no_source' });
      const { sum } = await import('./sum.ts');
      done(await sum(parent, children, options, language));
    });
  const wideWords = wideWordsIn(language);
  withReadingOptions(
    program
      .command('wide')
      .summary(wideWords.about)
      .description(wideWords.about)
      .usage(wideWords.usage)
      .helpOption('-h, --help', helpOption)
      .addHelpText('after', `\n${wideWords.exitCodes}`),
    language,
  )
    .argument('[path...]', pathArgument)
    .addOption(listOption(language))
    .addOption(new Option('-o, --output <file>', runWordsIn(language).options.output))
    .addOption(new Option('--format <format>', wideWords.format).choices(['csv', 'xlsx']))
    .addOption(new Option('--ref <glob>', wideWords.ref).argParser(collected))
    .addOption(new Option('--share', wideWords.share))
    .addOption(new Option('--change', wideWords.change))
    .addOption(lang())
    .action(async (paths: string[], options: WideOptions) => {
      if (paths.length === 0 && options.filesFrom === undefined) return done({ code: 'no_source' });
      const { wide } = await import('./wide.ts');
      done(await wide(paths, options, language));
    });
};
