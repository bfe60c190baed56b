import Papa from 'papaparse';
import { checkKey, claimKey, type Dismissals, findingKey, historyKey } from '../../components/dismissal.ts';
import { sentencesOf } from '../../components/sentences.ts';
import { findingRule, proseRule, type Told } from '../../components/tally.ts';
import { panelWordsIn } from '../../components/words.ts';
import type { ProseFinding } from '../../parser/check/prose-findings.ts';
import { claimWordsIn } from '../../parser/messages/claim-words.ts';
import { historySentence } from '../../parser/messages/history-words.ts';
import { type Language, wordsIn } from '../../parser/messages/words.ts';

const header = [
  'authority',
  'year',
  'form',
  'rule',
  'outcome',
  'sentence',
  'left',
  'right',
  'difference',
  'cells',
  'most_likely',
  'dismissed',
  'reason',
  'dismissed_at',
  'source',
] as const;

/**
 * What does not hold or cannot be decided, what the text contradicts, and what differs from other years, one finding a line: a file of
 * its own, beside the CSV of facts.
 * A finding that was set aside stands in it like any other, and says so. UTF-8 with BOM, CRLF, formulas neutralised.
 */
export const findingsOf = (report: Told, dismissals: Dismissals, language: Language): string => {
  const { extraction, findings = [], history = [] } = report;
  const about = wordsIn(language).about(extraction);
  const words = panelWordsIn(language);
  const { authority, year, form, source } = extraction;
  const guessOf = (id: string): string => {
    const diagnosis = extraction.diagnoses.find(({ explains }) => explains.includes(id));
    return diagnosis ? (sentencesOf(diagnosis, extraction, language).alternatives[0] ?? '') : '';
  };
  const line = (
    rule: string,
    outcome: string,
    sentence: string,
    key: string,
    numbers: unknown[],
  ): unknown[] => {
    const aside = dismissals[key];
    return [
      authority?.value ?? null,
      year?.value ?? null,
      form?.id ?? null,
      rule,
      outcome,
      sentence,
      ...numbers,
      aside !== undefined,
      aside ? words.dismissalReason[aside.reason] : null,
      aside?.at ?? null,
      source.url ?? source.path ?? null,
    ];
  };
  const checks = extraction.checks
    .filter(({ outcome }) => outcome !== 'satisfied')
    .map((check) =>
      line(check.id, check.outcome, about.equation(check), checkKey(check, extraction), [
        check.left,
        check.right,
        check.difference,
        check.terms.map(({ ref }) => ref).join(' '),
        guessOf(check.id),
      ]),
    );
  const claims = extraction.claims
    .filter(({ outcome }) => outcome === 'violated')
    .map((claim) =>
      line(proseRule, claim.outcome, claim.quote, claimKey(claim, extraction), [
        claim.value,
        null,
        null,
        (claim.about ?? []).join(' '),
        null,
      ]),
    );
  const said = claimWordsIn(language, extraction, extraction.facts);
  const ofText = findings
    .filter(({ outcome }) => outcome === 'violated')
    .map((found) =>
      line(
        findingRule(found),
        found.outcome,
        words.letter.statement(found.quote, said.finding(found)),
        findingKey(found, extraction),
        [...sidesOf(found), null, null],
      ),
    );
  const overYears = history
    .filter(({ outcome }) => outcome === 'violated')
    .map((found) =>
      line(found.id, found.outcome, historySentence(found, language), historyKey(found), [
        found.printed,
        found.expected,
        found.difference,
        found.terms.map(({ year, ref }) => `${year}:${ref}`).join(' '),
        null,
      ]),
    );
  const rows = Papa.unparse([[...header], ...checks, ...claims, ...ofText, ...overYears], {
    newline: '\r\n',
    escapeFormulae: true,
  });
  return `\uFEFF${rows}\r\n`;
};

/** What the parts come to, what is printed, and the difference, where it is one of whole numbers. */
const sidesOf = (found: ProseFinding): [number | null, number | null, number | null] => {
  switch (found.kind) {
    case 'sum': {
      const sum = found.parts.reduce((total, { value }) => total + value, 0);
      return [sum, found.total, sum - found.total];
    }
    case 'percentage':
      return [found.computed, found.printed, null];
    case 'period':
      return [null, null, null];
  }
};
