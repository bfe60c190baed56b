import type { Extraction } from '../parser/extraction.ts';
import type { IssueCode } from '../parser/issue.ts';
import { severity } from '../parser/severity.ts';

/** What is known of one report of a page. What is left out is not compared. */
export type ExpectedReport = {
  readonly form?: string | null;
  readonly year?: number | null;
  readonly authority?: string | null;
  /** Every fact that must be read, as printed, and no other: `table.row.column` → text, `''` for a blank cell. */
  readonly facts: Readonly<Record<string, string>>;
  /** The numbers behind some of the texts, where reading them takes more than digits. */
  readonly values?: Readonly<Record<string, number | null>>;
  readonly outcomes?: Readonly<Record<string, string>>;
  /** Rows that are not on the form: label → printed texts, left to right. */
  readonly extras?: Readonly<Record<string, readonly string[]>>;
};

/** `expected.json` of a corpus case. */
export type Expected = {
  readonly reports: readonly ExpectedReport[];
  /** Codes that must be present. Where none of them says that something was not read, no issue may say so. */
  readonly issues: readonly IssueCode[];
  readonly noIssues?: readonly IssueCode[];
};

const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');
const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Where an extraction differs from what is expected of it: one line for each difference, naming what it is about. */
export const differences = (extraction: Extraction, expected: ExpectedReport): string[] => {
  const lines: string[] = [];
  const compare = (name: string, read: unknown, wanted: unknown) => {
    if (wanted !== undefined && read !== wanted)
      lines.push(`${name}: read ${shown(read)}, expected ${shown(wanted)}`);
  };
  compare('form', extraction.form?.id ?? null, expected.form);
  compare('year', extraction.year?.value ?? null, expected.year);
  compare('authority', extraction.authority?.value ?? null, expected.authority);

  const extraRows = extraction.issues.filter((issue) => issue.code === 'extra_row');
  const isExtra = (ref: string) => extraRows.some((issue) => ref.startsWith(`${issue.table}.${issue.row}.`));
  const facts = new Map(extraction.facts.map((fact) => [fact.ref, fact]));
  if (facts.size !== extraction.facts.length) lines.push('a fact is given twice');
  for (const [ref, text] of Object.entries(expected.facts)) compare(ref, facts.get(ref)?.raw, text);
  for (const fact of extraction.facts)
    if (!(fact.ref in expected.facts) && !isExtra(fact.ref) && fact.state !== 'unreadable')
      lines.push(`${fact.ref}: read ${shown(fact.raw)}, expected nothing`);
  for (const [ref, value] of Object.entries(expected.values ?? {}))
    compare(`value of ${ref}`, facts.get(ref)?.value, value);

  const outcomes = new Map(extraction.checks.map((check) => [check.id, check.outcome]));
  for (const [id, outcome] of Object.entries(expected.outcomes ?? {})) compare(id, outcomes.get(id), outcome);

  for (const [label, texts] of Object.entries(expected.extras ?? {})) {
    // Several groups can each have a 小计: any of the rows of that name may be the one.
    const rows = extraRows
      .filter((issue) => withoutSpace(issue.label) === withoutSpace(label))
      .map((issue) =>
        extraction.facts
          .filter((fact) => fact.ref.startsWith(`${issue.table}.${issue.row}.`))
          .map((fact) => fact.raw)
          .join(' | '),
      );
    if (!rows.includes(texts.join(' | ')))
      lines.push(`extra row ${label}: read ${shown(rows)}, expected ${shown(texts.join(' | '))}`);
  }
  return lines;
};

/** Where all extractions of a page differ from what is expected of it. */
export const pageDifferences = (extractions: readonly Extraction[], expected: Expected): string[] => {
  const lines: string[] = [];
  if (extractions.length !== expected.reports.length)
    lines.push(`${extractions.length} extractions, expected ${expected.reports.length}`);
  const several = expected.reports.length > 1;
  expected.reports.forEach((report, at) => {
    const extraction = extractions[at];
    if (!extraction) return;
    lines.push(
      ...differences(extraction, report).map((line) => (several ? `report ${at + 1}: ${line}` : line)),
    );
  });

  const codes = new Set(extractions.flatMap((extraction) => extraction.issues.map((issue) => issue.code)));
  for (const code of expected.issues) if (!codes.has(code)) lines.push(`issue ${code} is missing`);
  for (const code of expected.noIssues ?? [])
    if (codes.has(code)) lines.push(`issue ${code} must not be here`);
  if (!expected.issues.some((code) => severity[code] === 'unread'))
    for (const code of codes) if (severity[code] === 'unread') lines.push(`issue ${code} is not expected`);
  return lines;
};
