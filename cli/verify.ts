import { readFile } from 'node:fs/promises';
import { readExported } from '../parser/export/exported.ts';
import { type Proof, prove } from '../parser/export/prove.ts';
import type { Extraction } from '../parser/extraction.ts';
import { type Language, wordsIn } from '../parser/messages/words.ts';
import type { ExitCode } from './exit.ts';
import { phrasesIn } from './phrases.ts';
import { extractionsOf } from './read.ts';
import { type Paint, paintFor } from './terminal.ts';
import { verifyPhrasesIn } from './verify-phrases.ts';

/** More would push the verdict off the screen; the rest is counted. */
const mostShown = 20;

/** `gouji verify`: reads the pages again and says of every exported row whether it stands there. */
export const verify = async (
  path: string,
  pages: readonly string[],
  language: Language,
): Promise<ExitCode> => {
  const phrases = verifyPhrasesIn(language);
  const fail = (sentence: string): ExitCode => {
    console.error(sentence);
    return 2;
  };
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return fail(phrases.notFound(path));
  const exported = readExported(text);
  if (exported.kind === 'unreadable') return fail(phrases.unreadable(path, exported.at));
  if (exported.kind === 'newer') return fail(phrases.newer(path, exported.schema));
  if (!exported.reports.some(({ rows }) => rows.length > 0)) return fail(phrases.empty(path));

  const read: Extraction[] = [];
  const passedOver = (folder: string, endings: ReadonlyMap<string, number>): void =>
    console.error(phrasesIn(language).passedOver(folder, endings));
  for await (const extraction of extractionsOf(pages, passedOver)) read.push(extraction);
  // A file without a report beside the right page does no harm; where it stands in its place, that report has no page.
  for (const extraction of read.filter(({ form }) => form === null)) {
    const about = wordsIn(language).about(extraction);
    for (const issue of extraction.issues) console.error(`${extraction.source.path}: ${about.issue(issue)}`);
  }

  const proofs = prove(exported.reports, exported.notation, read);
  const paint = paintFor(process.stdout, process.env);
  console.log(proofs.map((proof) => linesOf(proof, language, paint).join('\n')).join('\n\n'));
  const sum = (count: (proof: Proof) => number): number =>
    proofs.reduce((total, proof) => total + count(proof), 0);
  const [unproven, noPage] = [
    sum((proof) => proof.unproven.length),
    sum(({ page }) => Number(page === null)),
  ];
  if (proofs.length > 1) {
    const proven = sum((proof) => proof.proven);
    console.log(`\n${phrases.total({ reports: proofs.length, proven, unproven, noPage })}`);
  }
  if (noPage > 0) return 2;
  return unproven > 0 ? 1 : 0;
};

const linesOf = (proof: Proof, language: Language, paint: Paint): string[] => {
  const phrases = verifyPhrasesIn(language);
  const { report, page, proven, unproven, notExported, sameBytes } = proof;
  const name = [report.authority, report.year].filter((part) => part !== '').join(' ');
  const title = paint('bold', name || phrases.unknownBody);
  if (page === null) return [`${title}  ${report.source}`, `  ${paint('yellow', '?')} ${phrases.noPage}`];
  const about = wordsIn(language).about(page);
  const lines = [`${title}  ${report.source} ← ${page.source.path ?? ''}`];
  if (unproven.length === 0) lines.push(`  ${paint('green', '✓')} ${phrases.allProven(proven)}`);
  else lines.push(`  ${paint('red', '✗')} ${phrases.someUnproven(proven, unproven.length)}`);
  for (const { line, ref, field, exported, onPage } of unproven.slice(0, mostShown)) {
    const cell = about.cell(ref);
    lines.push(
      `    ${field === null ? phrases.absent(line, cell) : phrases.differs(line, cell, field, exported, onPage)}`,
    );
  }
  if (unproven.length > mostShown) lines.push(`    ${phrases.more(unproven.length - mostShown)}`);
  const notes = [
    ...(notExported > 0 ? [phrases.notExported(notExported)] : []),
    ...(sameBytes === null ? [] : [sameBytes ? phrases.sameBytes : phrases.otherBytes]),
  ];
  return [...lines, ...notes.map((note) => `  ${paint('dim', '·')} ${note}`)];
};
