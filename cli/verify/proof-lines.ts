import type { Proof } from '../../parser/export/prove.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { ExitCode } from '../exit.ts';
import type { Paint } from '../terminal.ts';
import { verifyPhrasesIn } from './phrases.ts';

/** What is said of reports of the shelf, each held against its page figure by figure. */

/** More would push the verdict off the screen; the rest is counted. */
const mostShown = 20;

export const proofLines = (
  proofs: readonly Proof[],
  language: Language,
  paint: Paint,
): { lines: string[]; exit: ExitCode } => {
  const phrases = verifyPhrasesIn(language);
  const lines = [proofs.map((proof) => linesOf(proof, language, paint).join('\n')).join('\n\n')];
  const sum = (count: (proof: Proof) => number): number =>
    proofs.reduce((total, proof) => total + count(proof), 0);
  const [unproven, noPage] = [
    sum((proof) => proof.unproven.length),
    sum(({ page }) => Number(page === null)),
  ];
  if (proofs.length > 1) {
    const proven = sum((proof) => proof.proven);
    lines.push(`\n${phrases.total({ reports: proofs.length, proven, unproven, noPage })}`);
  }
  return { lines, exit: noPage > 0 ? 2 : unproven > 0 ? 1 : 0 };
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
