import { Command, CommanderError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { type Language, languages } from '../parser/messages/words.ts';
import { addBodyCommands } from './bodies/commands.ts';
import type { CheckOptions } from './check.ts';
import { type ExitCode, worse } from './exit.ts';
import type { ExtractOptions } from './extract.ts';
import { jobsOption, withRunOptions } from './options.ts';
import { phrasesIn } from './phrases.ts';
import { formats } from './runs/formats.ts';
import { type Refusal, runPhrasesIn } from './runs/run-phrases.ts';
import { widthOf } from './terminal.ts';
import { verifyPhrasesIn } from './verify-phrases.ts';

/** The command line as commander describes it. A command's work is loaded when it runs, so that help and errors are quick. */

const programIn = (language: Language, done: (exit: ExitCode | Refusal) => void): Command => {
  const phrases = phrasesIn(language);
  const running = runPhrasesIn(language);
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
  withRunOptions(program.command('check'), language)
    .summary(phrases.checkAbout)
    .description(phrases.checkAbout)
    .usage(phrases.commandUsage)
    .helpOption('-h, --help', phrases.helpOption)
    .argument('[path...]', phrases.pathArgument)
    .option('--all', phrases.allOption)
    .option('--report <file>', running.options.report)
    .addOption(lang())
    .addHelpText('after', `\n${phrases.exitCodes}`)
    .action(async (paths: string[], options: CheckOptions) => {
      if (paths.length === 0 && options.filesFrom === undefined) return done({ code: 'no_source' });
      const { check } = await import('./check.ts');
      done(await check(paths, options, language));
    });
  withRunOptions(program.command('extract'), language)
    .summary(phrases.extractAbout)
    .description(phrases.extractAbout)
    .usage(phrases.commandUsage)
    .helpOption('-h, --help', phrases.helpOption)
    .argument('[path...]', phrases.pathArgument)
    .addOption(new Option('--format <format>', phrases.formatOption).choices(formats))
    .addOption(lang())
    .addHelpText('after', `\n${phrases.exitCodes}`)
    .action(async (paths: string[], options: ExtractOptions) => {
      if (paths.length === 0 && options.filesFrom === undefined) return done({ code: 'no_source' });
      const { extract } = await import('./extract.ts');
      done(await extract(paths, options, language));
    });
  program
    .command('worker')
    .summary(running.workerAbout)
    .description(`${running.workerAbout}\n\n${running.workerLines}`)
    .usage('[--jobs N] < pages.ndjson > answers.ndjson')
    .helpOption('-h, --help', phrases.helpOption)
    .addOption(jobsOption(language).default(1))
    .addOption(lang())
    .action(async ({ jobs }: { jobs: number }) => {
      const { worker } = await import('./worker.ts');
      done(await worker(language, jobs));
    });
  const verifying = verifyPhrasesIn(language);
  program
    .command('verify')
    .summary(verifying.about)
    .description(verifying.about)
    .usage(verifying.usage)
    .helpOption('-h, --help', phrases.helpOption)
    .argument('<export>', verifying.exportArgument)
    .argument('<page...>', verifying.pageArgument)
    .addOption(lang())
    .addHelpText('after', `\n${verifying.exitCodes}`)
    .action(async (path: string, pages: string[]) => {
      const { verify } = await import('./verify.ts');
      done(await verify(path, pages, language));
    });
  addBodyCommands(program, {
    language,
    lang,
    helpOption: phrases.helpOption,
    pathArgument: phrases.pathArgument,
    done,
  });
  return program;
};

/** Runs one command line (without node and script). Never throws for what a user can do wrong: a wrong command line is exit 2. */
export const run = async (argv: readonly string[], language: Language): Promise<ExitCode> => {
  let exit: ExitCode = 0;
  const program = programIn(language, (one) => {
    if (typeof one === 'number') exit = worse(exit, one);
    else {
      console.error(phrasesIn(language).refused(runPhrasesIn(language).refusal(one)));
      exit = 2;
    }
  });
  if (argv.length === 0) {
    program.outputHelp({ error: true });
    return 2;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      console.error(phrasesIn(language).usageError(error.code, error.message));
      return 2;
    }
    const { OutputProblem, problemSentence } = await import('./outputs/problem.ts');
    if (!(error instanceof OutputProblem)) throw error;
    console.error(problemSentence(error.problem, language));
    return 2;
  }
};
