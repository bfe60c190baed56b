import type { HistoryFinding } from '../parser/check/history.ts';
import type { ProseFinding } from '../parser/check/prose-findings.ts';
import type { Check, Claim, Extraction } from '../parser/extraction.ts';

/**
 * Findings that a person has set aside. The finding stays in the report and in every export; it only raises no alarm any more.
 * The reason is a choice, not a text: what is typed into a page, the page can overhear.
 */
export const dismissalReasons = ['confirmed', 'reorganised', 'stated', 'unit', 'irrelevant'] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** By the key of the finding. `at` is an ISO 8601 time. */
export type Dismissals = Readonly<Record<string, { reason: DismissalReason; at: string }>>;

/** Of which report: by what it says it is; by its address where it does not say. */
const reportKey = ({ authority, year, form, source }: Extraction): string =>
  keyOfReport(
    form?.id,
    authority?.value ?? null,
    year?.value ?? null,
    source.url ?? source.path ?? source.sha256,
  );

/** Every key of a finding of one report begins with this, and a space. */
export const keyOfReport = (
  form: string | undefined,
  authority: string | null,
  year: number | null,
  place: string,
): string => (authority !== null && year !== null ? `${form} ${authority} ${year}` : `${form} ${place}`);

/** Rule, cells and the numbers in them: where one of these changes, the finding is another and comes back. */
export const checkKey = (check: Check, extraction: Extraction): string =>
  `${reportKey(extraction)} ${check.id} ${check.terms.map(({ ref, value }) => `${ref}=${value}`).join(' ')}`;

/** The words, what they are about and the numbers there. */
export const claimKey = (claim: Claim, extraction: Extraction): string => {
  const values = new Map(extraction.facts.map(({ ref, value }) => [ref, value]));
  const cells = (claim.about ?? []).map((ref) => `${ref}=${values.get(ref) ?? null}`);
  return `${reportKey(extraction)} claim ${claim.quote} ${claim.value} ${cells.join(' ')}`;
};

/** The words and the numbers in them. */
export const findingKey = (finding: ProseFinding, extraction: Extraction): string =>
  `${reportKey(extraction)} prose.${finding.kind} ${finding.quote} ${numbersOf(finding).join(' ')}`;

const numbersOf = (finding: ProseFinding): (number | string | null)[] => {
  switch (finding.kind) {
    case 'sum':
      return [finding.total, ...finding.parts.map(({ value }) => value)];
    case 'percentage':
      return [finding.printed, finding.part, finding.base];
    case 'period':
      return [finding.from, finding.to].map(({ year, month, day }) => [year, month, day].join('-'));
  }
};

/** The body, both years and the numbers. Panel and shelf share it: what is set aside in one is set aside in the other. */
export const historyKey = ({ id, authority, years, terms }: HistoryFinding): string =>
  `${authority} ${years.join('-')} ${id} ${terms.map(({ year, ref, value }) => `${year}:${ref}=${value}`).join(' ')}`;
