import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { type Language, languages } from '../parser/messages/words.ts';
import { type CheckOptions, verdictFormats } from './check-options.ts';
import type { ExitCode } from './exit.ts';
import type { ExtractOptions } from './extract.ts';
import { formOption, jobsOption, listOption, withFileChoice, withRunOptions } from './options.ts';
import { runToExit } from './run-to-exit.ts';
import { formats } from './runs/formats.ts';
import type { Refusal } from './runs/words.ts';
import { runWordsIn } from './runs/words-in.ts';
import { openStream } from './standard-output.ts';
import type { TablesOptions } from './tables/tables.ts';
import { warn, widthOf } from './terminal.ts';
import { commandWordsIn } from './words-in.ts';

/** The command line as commander describes it. A command's work is loaded when it runs, so that help and errors are quick. */

/** What a command is described with. */
type CommandContext = {
  program: Command;
  language: Language;
  /** `--lang`, as every command has it. */
  lang: () => Option;
  done: (exit: ExitCode | Refusal) => void;
};

const reading = (
  { program, language, lang }: CommandContext,
  name: 'check' | 'extract',
  about: string,
): Command => {
  const phrases = commandWordsIn(language);
  return withRunOptions(program.command(name), language)
    .summary(about)
    .description(about)
    .usage(phrases.commandUsage)
    .helpOption('-h, --help', phrases.helpOption)
    .argument('[path...]', phrases.pathArgument)
    .addOption(lang())
    .addHelpText('after', `\n${phrases.exitCodes}`);
};

/** A number from 1, as people count. */
const ordinal = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return value;
};

/** The commands in the order of the help. Each is described when it is asked for, or all where none is: describing takes its time. */
const commands: Readonly<Record<string, (around: CommandContext) => void | Promise<void>>> = {
  check: (around) => {
    const { language, done } = around;
    const phrases = commandWordsIn(language);
    reading(around, 'check', phrases.checkAbout)
      .option('--all', phrases.allOption)
      .option('--report <file>', runWordsIn(language).options.report)
      .addOption(new Option('--format <format>', phrases.verdictFormatOption).choices(verdictFormats))
      .action(async (paths: string[], options: CheckOptions) => {
        if (paths.length === 0 && options.filesFrom === undefined) return done({ code: 'no_source' });
        const { check } = await import('./check.ts');
        done(await check(paths, options, language));
      });
  },
  extract: (around) => {
    const { language, done } = around;
    const phrases = commandWordsIn(language);
    reading(around, 'extract', phrases.extractAbout)
      .addOption(new Option('--format <format>', phrases.formatOption).choices(formats))
      .addOption(new Option('--only <what>', runWordsIn(language).options.only).choices(['facts']))
      .action(async (paths: string[], options: ExtractOptions) => {
        if (paths.length === 0 && options.filesFrom === undefined) return done({ code: 'no_source' });
        const { extract } = await import('./extract.ts');
        done(await extract(paths, options, language));
      });
  },
  tables: async ({ program, language, lang, done }) => {
    const phrases = (await import('./tables/words-in.ts')).tableWordsIn(language);
    const { options } = runWordsIn(language);
    const { commandUsage, helpOption, pathArgument } = commandWordsIn(language);
    withFileChoice(program.command('tables'), language)
      .summary(phrases.about)
      .description(phrases.about)
      .usage(commandUsage)
      .helpOption('-h, --help', helpOption)
      .argument('[path...]', pathArgument)
      .addOption(
        new Option('--format <format>', phrases.format).choices(['json', 'ndjson', 'csv', 'xlsx', 'parquet']),
      )
      .addOption(new Option('-o, --output <file>', options.output))
      .addOption(new Option('--relations <file>', phrases.relations))
      .addOption(formOption(language))
      .addOption(listOption(language))
      .addOption(lang())
      .addHelpText('after', `\n${phrases.exitCodes}`)
      .action(async (paths: string[], given: TablesOptions) => {
        if (paths.length === 0 && given.filesFrom === undefined) return done({ code: 'no_source' });
        const { tables } = await import('./tables/tables.ts');
        done(await tables(paths, given, language));
      });
  },
  form: async ({ program, language, lang, done }) => {
    const phrases = (await import('./tables/words-in.ts')).tableWordsIn(language);
    const { helpOption } = commandWordsIn(language);
    program
      .command('form')
      .summary(phrases.formAbout)
      .description(phrases.formAbout)
      .usage('draft <page>')
      .helpOption('-h, --help', helpOption)
      .helpCommand(false)
      .command('draft')
      .summary(phrases.draftAbout)
      .description(phrases.draftAbout)
      .usage('<page> [--table N] [--rows named|open] > my-form.json')
      .helpOption('-h, --help', helpOption)
      .argument('<page>', phrases.draftPage)
      .addOption(new Option('--table <n>', phrases.draftTable).argParser(ordinal))
      .addOption(new Option('--rows <kind>', phrases.draftRows).choices(['named', 'open']))
      .addOption(lang())
      .addHelpText('after', `\n${phrases.draftExit}`)
      .action(async (path: string, options: { table?: number; rows?: 'named' | 'open' }) => {
        const { draftForm } = await import('./tables/form-draft.ts');
        done(await draftForm(path, options, language));
      });
  },
  worker: ({ program, language, lang, done }) => {
    const phrases = runWordsIn(language);
    program
      .command('worker')
      .summary(phrases.workerAbout)
      .description(`${phrases.workerAbout}\n\n${phrases.workerLines}`)
      .usage('[--jobs N] < pages.ndjson > answers.ndjson')
      .helpOption('-h, --help', commandWordsIn(language).helpOption)
      .addOption(jobsOption(language, 'workerJobs').default(1))
      .addOption(lang())
      .action(async ({ jobs }: { jobs: number }) => {
        const { worker } = await import('./worker.ts');
        done(await worker(language, jobs));
      });
  },
  verify: async ({ program, language, lang, done }) => {
    const phrases = (await import('./verify/words-in.ts')).verifyWordsIn(language);
    program
      .command('verify')
      .summary(phrases.about)
      .description(phrases.about)
      .usage(phrases.usage)
      .helpOption('-h, --help', commandWordsIn(language).helpOption)
      .argument('<export>', phrases.exportArgument)
      .argument('<page...>', phrases.pageArgument)
      .addOption(lang())
      .addHelpText('after', `\n${phrases.exitCodes}`)
      .action(async (path: string, pages: string[]) => {
        const { verify } = await import('./verify/verify.ts');
        done(await verify(path, pages, language));
      });
  },
  'history compare sum wide': async ({ program, language, lang, done }) => {
    const { addBodyCommands } = await import('./bodies/commands.ts');
    const { helpOption, pathArgument } = commandWordsIn(language);
    addBodyCommands(program, { language, lang, helpOption, pathArgument, done });
  },
};

const programIn = async (
  argv: readonly string[],
  language: Language,
  done: (exit: ExitCode | Refusal) => void,
): Promise<Command> => {
  const phrases = commandWordsIn(language);
  const lang = (): Option => new Option('--lang <language>', phrases.langOption).choices(languages);
  const program = new Command('gouji')
    .description(phrases.about)
    .usage(phrases.programUsage)
    .version(packageJson.version, '-V, --version', phrases.versionOption)
    .helpOption('-h, --help', phrases.helpOption)
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => phrases.helpTitles[title] ?? title,
      // The descriptions name the choices already.
      optionDescription: (option) => option.description,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
      displayWidth: widthOf,
    })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
    .addOption(lang())
    .addHelpText('after', `\n${phrases.examples}\n\n${phrases.exitCodes}`);
  const named = Object.keys(commands).filter((names) => names.split(' ').some((name) => argv.includes(name)));
  const around = { program, language, lang, done };
  for (const names of named.length > 0 ? named : Object.keys(commands)) await commands[names]?.(around);
  return program;
};

/** Runs one command line (without node and script). Never throws for what a user can do wrong: a wrong command line is exit 2. */
export const run = async (argv: readonly string[], language: Language): Promise<ExitCode> => {
  openStream();
  let end: ExitCode | Refusal = 0;
  const program = await programIn(argv, language, (one) => {
    end = one;
  });
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return 2;
  }
  return runToExit(async () => {
    try {
      await program.parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode === 0) return 0;
      warn(commandWordsIn(language).usageError(error.code, error.message));
      return 2;
    }
    return end;
  }, language);
};
