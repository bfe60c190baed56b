import { readFileSync } from 'node:fs';
import type { HistoryFinding } from '../../parser/compare/history.ts';
import { extract } from '../../parser/extract.ts';
import type { Check, Extraction } from '../../parser/extraction.ts';
import { readHtml } from '../../parser/source/html/html.ts';

/** Readings for the states of the panel. All begin with what the parser really reads of the consistent sample. */

const source = {
  url: 'http://www.example.gov.cn/report.html',
  sha256: 'ab'.repeat(32),
  bytes: 4096,
  format: 'dom',
} as const;

const read = (sample: string): Extraction => {
  const [extraction] = extract(readHtml(readFileSync(`samples/${sample}.html`, 'utf8')), source);
  if (!extraction) throw new Error('The parser always gives at least one extraction.');
  return { ...extraction, claims: [] };
};

/** Everything holds, and the text says nothing. */
export const consistent = (): Extraction => read('consistent-2020');

/** One total is printed 88 where 89 would satisfy all. */
export const wrongCell = (): Extraction => read('one-wrong-cell-2020');

/** The first `count` identities are violated by 3. */
export const violated = (count: number): Extraction =>
  changed(count, (check) => {
    const left = (check.right ?? 0) + 3;
    return { ...check, outcome: 'violated', left, difference: 3 };
  });

/** The first `count` identities are undetermined, because their last cell is a blank total. */
export const undetermined = (count: number): Extraction =>
  changed(count, (check) => ({
    ...check,
    outcome: 'undetermined',
    left: null,
    right: null,
    difference: null,
    reason: { code: 'blank_total', refs: check.terms.slice(-1).map(({ ref }) => ref) },
  }));

const changed = (count: number, change: (check: Check) => Check): Extraction => {
  const extraction = consistent();
  const checks = extraction.checks.map((check, index) => (index < count ? change(check) : check));
  return { ...extraction, checks };
};

/** One cell was not readable, and a local row was kept. */
export const doubtful = (): Extraction => {
  const extraction = consistent();
  const fact = extraction.facts.find(({ ref }) => ref === 'requests.granted.total');
  if (!fact) throw new Error('The form has this cell.');
  return {
    ...extraction,
    coverage: { ...extraction.coverage, read: extraction.coverage.expected - 1 },
    issues: [
      { code: 'value_unreadable', ref: fact.ref, raw: '二O', slot: fact.slot },
      {
        code: 'extra_row',
        table: 'requests',
        row: 'extra_1',
        label: '其他事项',
        subtotal: false,
        slot: fact.slot,
      },
    ],
  };
};

/** The probe saw a phrase of the form, but there was no table to read. */
export const unrecognised = (): Extraction => ({
  schema: 'gouji/extraction/1',
  source,
  form: null,
  authority: null,
  year: null,
  facts: [],
  coverage: { read: 0, expected: 0 },
  checks: [],
  diagnoses: [],
  claims: [],
  issues: [{ code: 'no_report', tables: 3 }],
});

/** What 2022 carried over is not what 2021 carried forward. */
export const carriedOver = (more: Partial<HistoryFinding> = {}): HistoryFinding => ({
  id: 'history.carried_over@total',
  level: 'firm',
  outcome: 'violated',
  authority: '甲市人民政府',
  form: 'disclosure-2021',
  years: [2021, 2022],
  names: 'same',
  expected: 3,
  printed: 5,
  difference: 2,
  terms: [
    { year: 2021, ref: 'requests.carried_forward.total', weight: 1, value: 3 },
    { year: 2022, ref: 'requests.carried_over.total', weight: 1, value: 5 },
  ],
  ...more,
});
