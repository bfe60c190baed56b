import type { HistoryFinding } from '../compare/history.ts';
import type { Check, Claim, Extraction } from '../extraction.ts';
import type { Issue } from '../issue.ts';
import type { ProseFinding } from '../prose/prose-findings.ts';
import { cellsOf, type TotalLine } from './totals.ts';

/** Keys of findings: what a dismissal stands under. Where the rule, the cells or the numbers change, the finding is another and comes back. */

type ReportIdentity = Pick<Extraction, 'authority' | 'year' | 'form' | 'source'>;

/** Of which report: by what it says it is; by its address where it does not say. */
const reportKey = ({ authority, year, form, source }: ReportIdentity): string =>
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

/** Rule, cells and the numbers in them. */
export const checkKey = (check: Check, report: ReportIdentity): string =>
  `${reportKey(report)} ${check.id} ${check.terms.map(({ ref, value }) => `${ref}=${value}`).join(' ')}`;

/** The equation and the numbers in it. */
export const totalKey = (total: TotalLine, report: ReportIdentity): string =>
  `${reportKey(report)} total ${cellsOf(total)
    .map(({ ref, value }) => `${ref}=${value}`)
    .join(' ')}`;

/** The words, what they are about and the numbers there. */
export const claimKey = (claim: Claim, report: ReportIdentity & Pick<Extraction, 'facts'>): string => {
  const values = new Map(report.facts.map(({ ref, value }) => [ref, value]));
  const cells = (claim.about ?? []).map((ref) => `${ref}=${values.get(ref) ?? null}`);
  return `${reportKey(report)} claim ${claim.quote} ${claim.value} ${cells.join(' ')}`;
};

/** The words and the numbers in them. */
export const statementKey = (statement: ProseFinding, report: ReportIdentity): string =>
  `${reportKey(report)} prose.${statement.kind} ${statement.quote} ${wordedNumbers(statement).join(' ')}`;

const wordedNumbers = (statement: ProseFinding): (number | string | null)[] => {
  switch (statement.kind) {
    case 'sum':
      return [statement.total, ...statement.parts.map(({ value }) => value)];
    case 'percentage':
      return [statement.printed, statement.part, statement.base];
    case 'period':
      return [statement.from, statement.to].map(({ year, month, day }) => [year, month, day].join('-'));
    case 'balance':
      return [...statement.arrived, ...statement.left];
    case 'repeated':
      return [statement.value, statement.other.value];
    case 'year':
      return [statement.named, statement.year];
  }
};

/** The body, both years and the numbers. Wherever it is shown it is the same: what is set aside in one place is set aside in all. */
export const historyKey = ({ id, authority, years, terms }: HistoryFinding): string =>
  `${authority} ${years.join('-')} ${id} ${terms.map(({ year, ref, value }) => `${year}:${ref}=${value}`).join(' ')}`;

/** What was not read, and where. */
export const issueKey = (issue: Issue, report: ReportIdentity): string => {
  const place = 'slot' in issue ? ` ${issue.slot.table}:${issue.slot.row}:${issue.slot.column}` : '';
  return `${reportKey(report)} reading ${issue.code}${place}`;
};
