import { once } from 'node:events';
import type { Extraction } from '../parser/extraction.ts';
import { type Language, tallyOf, wordsIn } from '../parser/messages/words.ts';
import { severity } from '../parser/severity.ts';
import { type ExitCode, exitCodeOf, worse } from './exit.ts';
import { phrasesIn } from './phrases.ts';
import { extractionsOf } from './read.ts';

export type Format = 'json' | 'ndjson' | 'csv';

/** A format as it is written piece by piece: a folder of thousands of reports is never held as one string. */
type Writing = {
  start: string;
  one: (extraction: Extraction, first: boolean) => string;
  end: (none: boolean) => string;
};

const writingOf = async (format: Format): Promise<Writing> => {
  if (format === 'csv') {
    const { csvRows, csvStart } = await import('../parser/export/csv.ts');
    return { start: csvStart(), one: csvRows, end: () => '' };
  }
  const { jsonOf, toNdjsonLine } = await import('../parser/export/json.ts');
  if (format === 'ndjson') return { start: '', one: toNdjsonLine, end: () => '' };
  return {
    start: '[',
    one: (extraction, first) => `${first ? '' : ','}\n${jsonOf(extraction)}`,
    end: (none) => (none ? ']\n' : '\n]\n'),
  };
};

const write = async (text: string): Promise<void> => {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
};

/** What a person should know beside the data: what was not read, and that something does not add up. */
const report = (extraction: Extraction, language: Language): void => {
  const words = wordsIn(language);
  const { issues, source, checks } = extraction;
  const about = words.about(extraction);
  const lines = issues.filter((issue) => severity[issue.code] === 'unread').map(about.issue);
  const tally = tallyOf(checks);
  if (tally.violated > 0) lines.push(words.verdict(tally));
  for (const line of lines) console.error(`${source.path}: ${line}`);
};

/** `gouji extract`: the data to standard output, the rest to standard error. */
export const extract = async (
  paths: readonly string[],
  format: Format,
  language: Language,
): Promise<ExitCode> => {
  const writing = await writingOf(format);
  let exit: ExitCode = 0;
  let first = true;
  const passedOver = (path: string, endings: ReadonlyMap<string, number>): void =>
    console.error(phrasesIn(language).passedOver(path, endings));
  await write(writing.start);
  for await (const extraction of extractionsOf(paths, passedOver)) {
    await write(writing.one(extraction, first));
    first = false;
    report(extraction, language);
    exit = worse(exit, exitCodeOf(extraction));
  }
  await write(writing.end(first));
  return exit;
};
