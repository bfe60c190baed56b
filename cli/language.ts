import type { Language } from '../parser/messages/words.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The language a run speaks: `--lang` if it is one of ours, else that of the locale (POSIX order: LC_ALL, LC_MESSAGES, LANG).
 * An environment that says nothing, or only C or POSIX, speaks Chinese: the reports are Chinese, and so are most who read them.
 */
export const languageOf = (argv: readonly string[], environment: Environment): Language => {
  const asked = argv.findLast((argument, at) => argument.startsWith('--lang=') || argv[at - 1] === '--lang');
  const chosen = asked?.replace(/^--lang=/, '');
  if (chosen === 'zh-CN' || chosen === 'en') return chosen;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return /^(zh|C$|C\.|POSIX|$)/i.test(locale) ? 'zh-CN' : 'en';
};
