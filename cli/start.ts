import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { toCsv } from '../parser/export/csv.ts';
import type { Extraction } from '../parser/extraction.ts';
import { verdictOn } from '../parser/findings/verdict.ts';
import { wordsIn } from '../parser/messages/words-in.ts';
import { proseFindings } from '../parser/prose/prose-findings.ts';
import { exitCodeOf } from './exit.ts';
import { languageOf } from './language.ts';
import { readingsOf } from './read.ts';
import { summaryOf } from './summary.ts';
import { paintFor, say } from './terminal.ts';
import { commandWordsIn } from './words-in.ts';

/**
 * `npm start`: the main job on the samples. Prints the summary of each, writes its data into `out/`, says what to try next.
 * One sample holds an error on purpose, so a violation is no failure here; a sample that cannot be read is.
 */

process.chdir(join(import.meta.dirname, '..'));
const language = languageOf(process.argv.slice(2), process.env);
const phrases = commandWordsIn(language);
const voice = { words: wordsIn(language), phrases, paint: paintFor(process.stdout, process.env) };

const all: Extraction[] = [];
let exit: 0 | 2 = 0;
// What lies beside the samples (their readme) is no news to anyone here.
for await (const { extraction, start, text } of readingsOf(['samples'], () => {})) {
  const verdict = verdictOn({ extraction, statements: proseFindings(text, extraction, start) });
  say(`${summaryOf(extraction, verdict, voice)}\n`);
  all.push(extraction);
  exit = exitCodeOf(verdict) === 2 ? 2 : exit;
}

await mkdir('out', { recursive: true });
const written: string[] = [];
const write = async (name: string, extractions: readonly Extraction[]): Promise<void> => {
  const file = join('out', `${name}.csv`);
  await writeFile(file, toCsv(extractions));
  written.push(file);
};
for (const [path, extractions] of Map.groupBy(all, ({ source }) => source.path ?? '')) {
  await write(basename(path, extname(path)), extractions);
}
await write('all', all);

say(phrases.written(written));
say(`\n${phrases.next}`);
process.exitCode = exit;
