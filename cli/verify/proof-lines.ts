import type { Proof } from '../../parser/export/prove.ts';
import type { TablesProof } from '../../parser/export/prove-tables.ts';
import type { Language } from '../../parser/messages/words.ts';
import { wordsIn } from '../../parser/messages/words-in.ts';
import type { ExitCode } from '../exit.ts';
import type { Paint } from '../terminal.ts';
import { verifyWordsIn } from './words-in.ts';

/** What is said of reports and pages of tables of the shelf, each held against its page figure by figure. */

/** More would push the verdict off the screen; the rest is counted. */
const mostShown = 20;

/** What is said of one report, or of one page of tables. */
type SaidOfSource = {
  name: string;
  source: string;
  /** Where it was read now; null where no page was given. */
  at: string | null;
  /** Sentences of the rows that are not proven. */
  unproven: string[];
  notes: string[];
};

export const proofLines = (
  proofs: readonly (Proof | TablesProof)[],
  language: Language,
  paint: Paint,
): { lines: string[]; exit: ExitCode } => {
  const phrases = verifyWordsIn(language);
  const lines = [
    proofs
      .map((proof) =>
        linesOf(
          proof,
          'report' in proof ? ofReport(proof, language) : ofTables(proof, language),
          language,
          paint,
        ),
      )
      .map((own) => own.join('\n'))
      .join('\n\n'),
  ];
  const sum = (count: (proof: Proof | TablesProof) => number): number =>
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

const ofReport = ({ report, page, unproven }: Proof, language: Language): SaidOfSource => {
  const phrases = verifyWordsIn(language);
  const about = page && wordsIn(language).about(page);
  return {
    name: [report.authority, report.year].filter((part) => part !== '').join(' ') || phrases.unknownBody,
    source: report.source,
    at: page && (page.source.path ?? ''),
    unproven: unproven.slice(0, mostShown).map(({ line, ref, field, exported, onPage }) => {
      const cell = about?.cell(ref) ?? ref;
      return field === null
        ? phrases.absent(line, cell)
        : phrases.differs(line, cell, field, exported, onPage);
    }),
    notes: [],
  };
};

const ofTables = (
  { exported, page, unproven, figuresOnly }: TablesProof,
  language: Language,
): SaidOfSource => {
  const phrases = verifyWordsIn(language);
  return {
    name: exported.title || phrases.unknownPage,
    source: exported.source,
    at: page && (page.source.path ?? ''),
    unproven: unproven.slice(0, mostShown).map((one) => {
      const cell = phrases.ofTable(one.table + 1, one.label);
      return one.field === null
        ? phrases.absent(one.line, cell)
        : phrases.differs(one.line, cell, one.field, one.exported, one.onPage);
    }),
    notes: page && figuresOnly ? [phrases.otherVersion(exported.tool ?? '')] : [],
  };
};

const linesOf = (
  { page, proven, unproven, notExported, sameBytes }: Proof | TablesProof,
  said: SaidOfSource,
  language: Language,
  paint: Paint,
): string[] => {
  const phrases = verifyWordsIn(language);
  const title = paint('bold', said.name);
  if (page === null) return [`${title}  ${said.source}`, `  ${paint('yellow', '?')} ${phrases.noPage}`];
  const lines = [`${title}  ${said.source} ← ${said.at}`];
  if (unproven.length === 0) lines.push(`  ${paint('green', '✓')} ${phrases.allProven(proven)}`);
  else lines.push(`  ${paint('red', '✗')} ${phrases.someUnproven(proven, unproven.length)}`);
  lines.push(...said.unproven.map((sentence) => `    ${sentence}`));
  if (unproven.length > mostShown) lines.push(`    ${phrases.more(unproven.length - mostShown)}`);
  const notes = [
    ...said.notes,
    ...(notExported > 0 ? [phrases.notExported(notExported)] : []),
    ...(sameBytes === null ? [] : [sameBytes ? phrases.sameBytes : phrases.otherBytes]),
  ];
  return [...lines, ...notes.map((note) => `  ${paint('dim', '·')} ${note}`)];
};
