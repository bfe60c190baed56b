import Papa from 'papaparse';
import { checkKey, claimKey, type Dismissals } from '../../components/dismissal.ts';
import { sentencesOf } from '../../components/sentences.ts';
import { panelWordsIn } from '../../components/words.ts';
import type { Extraction } from '../../parser/extraction.ts';
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
 * What does not hold, cannot be decided or contradicts the tables, one finding a line: a file of its own, beside the CSV of facts.
 * A finding that was set aside stands in it like any other, and says so. UTF-8 with BOM, CRLF, formulas neutralised.
 */
export const findingsOf = (extraction: Extraction, dismissals: Dismissals, language: Language): string => {
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
      line('prose.claim', claim.outcome, claim.quote, claimKey(claim, extraction), [
        claim.value,
        null,
        null,
        (claim.about ?? []).join(' '),
        null,
      ]),
    );
  const rows = Papa.unparse([[...header], ...checks, ...claims], { newline: '\r\n', escapeFormulae: true });
  return `\uFEFF${rows}\r\n`;
};
