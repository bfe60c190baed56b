import type { Extraction } from '../extraction.ts';
import type { Finding } from '../findings/finding.ts';
import type { Verdict } from '../findings/verdict.ts';
import { findingWords } from '../messages/finding-words.ts';
import type { Language } from '../messages/words.ts';
import { type CsvCell, csvLines, csvOf } from './csv.ts';
import { slotOf, sourceOf } from './json.ts';

/** Verdicts as data: JSON with the keys in the order of the schema, and CSV with a row for each finding. */

const findingOf = ({
  kind,
  rule,
  strength,
  key,
  about,
  numbers,
  quote,
  slot,
  setAside,
}: Finding): object => ({
  kind,
  rule,
  strength,
  key,
  about,
  numbers,
  ...(quote === undefined ? {} : { quote }),
  ...(slot === undefined ? {} : { slot: slotOf(slot) }),
  ...(setAside === undefined ? {} : { setAside: { reason: setAside.reason, at: setAside.at } }),
});

/** As `gouji/verdict/1` has it. */
const ordered = ({ source, form, authority, year, verdict, counts, findings }: Verdict): object => ({
  schema: 'gouji/verdict/1',
  source: sourceOf(source),
  form: form && { id: form.id, title: form.title, issuedAs: form.issuedAs },
  authority: authority && { value: authority.value, evidence: authority.evidence },
  year: year && { value: year.value, evidence: year.evidence },
  verdict,
  counts: {
    satisfied: counts.satisfied,
    violated: counts.violated,
    undetermined: counts.undetermined,
    hints: counts.hints,
  },
  findings: findings.map(findingOf),
});

/** One verdict, indented for people, without a line break at its end. */
export const verdictJson = (verdict: Verdict): string => JSON.stringify(ordered(verdict), null, 2);

/** One verdict in one line, with its line break. */
export const verdictLine = (verdict: Verdict): string => `${JSON.stringify(ordered(verdict))}\n`;

/** A row is a finding. A report without one has a row of its own, so that no report is missing. */
export const findingColumns = [
  'authority',
  'year',
  'form',
  'verdict',
  'kind',
  'rule',
  'strength',
  'sentence',
  'equation',
  'cells',
  'quote',
  'set_aside',
  'set_aside_at',
  'note',
  'source',
  'sha256',
] as const;

/**
 * The rows of one report, cells as they are.
 * @param note what the person has written about it, where it is kept.
 */
export const findingRows = (
  verdict: Verdict,
  extraction: Extraction,
  language: Language,
  note = '',
): CsvCell[][] => {
  const { authority, year, form, source, findings } = verdict;
  const start = [authority?.value ?? null, year?.value ?? null, form?.id ?? null, verdict.verdict];
  const end = [note || null, source.url ?? source.path ?? null, source.sha256];
  const words = findingWords(language, extraction);
  if (findings.length === 0) {
    const nothing = Array<null>(findingColumns.length - start.length - end.length).fill(null);
    return [[...start, ...nothing, ...end]];
  }
  return findings.map((finding) => [
    ...start,
    finding.kind,
    finding.rule,
    finding.strength,
    words.sentence(finding),
    words.equation(finding),
    finding.about.join(' '),
    finding.quote ?? null,
    finding.setAside === undefined ? null : words.reason(finding.setAside.reason),
    finding.setAside?.at ?? null,
    ...end,
  ]);
};

/** BOM and header line. */
export const findingsStart = (): string => csvOf(findingColumns, []);

/** The rows of one report, without header. */
export const findingLines = (
  verdict: Verdict,
  extraction: Extraction,
  language: Language,
  note = '',
): string => csvLines(findingRows(verdict, extraction, language, note));
