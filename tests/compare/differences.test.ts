import { describe, expect, test } from 'vitest';
import { compareReports } from '../../parser/compare/differences.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { forms } from '../../parser/forms/registry.ts';
import { comparisonWords } from '../../parser/messages/comparisons.ts';
import { readReport } from '../check/read-report.ts';
import { inventReport, withEach, withFacts } from '../corpus-pages/report.ts';

const report = inventReport('disclosure-2021', 5);
const granted = Number(report.facts['requests.granted.total']);
const compared = (changes: Record<string, string>) =>
  compareReports(readReport(report), readReport(withFacts(report, changes)), forms);
const differing = (changes: Record<string, string>) =>
  compared(changes).cells.flatMap(({ ref, how, difference }) => (how ? [[ref, how, difference]] : []));

test('a report and itself have the same figures and the same outcomes', () => {
  const { same, tables, checks, keyFigures } = compared({});
  expect([same, checks]).toEqual([true, []]);
  expect(tables).toEqual([
    { table: 'proactive_disclosure', common: 10, differing: 0, onlyOne: 0, onlyOther: 0 },
    { table: 'requests', common: 175, differing: 0, onlyOne: 0, onlyOther: 0 },
    { table: 'review_litigation', common: 15, differing: 0, onlyOne: 0, onlyOther: 0 },
  ]);
  expect(keyFigures.map(({ difference }) => difference)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

describe('a cell', () => {
  test.each([
    ['another number', '12345', 'number', 12345 - granted],
    ['blank', '', 'state', null],
    ['a mark', '/', 'state', null],
    ['unreadable', '约三件', 'state', null],
  ])('that is %s', (_, text, how, difference) => {
    expect(differing({ 'requests.granted.total': text })).toEqual([
      ['requests.granted.total', how, difference],
    ]);
  });

  test('with the unit of its count is the same number', () => {
    expect(differing({ 'requests.granted.total': `${granted}件` })).toEqual([]);
  });

  test('in another unit of money is not', () => {
    const amount = 'proactive_disclosure.administrative_fees.amount';
    expect(differing({ [amount]: `${report.facts[amount]}元` })).toEqual([[amount, 'unit', null]]);
  });

  test.each(['', '/'])('%j in both reports is no difference, and never a zero', (text) => {
    const blank = withEach(report, text, (ref) => ref === 'requests.granted.total');
    const zero = withEach(report, '0', (ref) => ref === 'requests.granted.total');
    expect(compareReports(readReport(blank), readReport(blank), forms).same).toBe(true);
    expect(compareReports(readReport(blank), readReport(zero), forms).same).toBe(false);
  });

  test('with decimals differs by exactly what is printed', () => {
    const amount = 'proactive_disclosure.administrative_fees.amount';
    const one = readReport(withFacts(report, { [amount]: '0.3' }));
    const other = readReport(withFacts(report, { [amount]: '0.1' }));
    expect(compareReports(one, other, forms).cells.find(({ ref }) => ref === amount)?.difference).toBe(-0.2);
  });
});

test('checks with another outcome are named', () => {
  const { checks } = compared({ 'requests.granted.total': String(granted + 1) });
  expect(checks).toEqual([
    { id: 'requests.results_sum@total', one: 'satisfied', other: 'violated' },
    { id: 'requests.applicants_sum@granted', one: 'satisfied', other: 'violated' },
  ]);
});

describe('two forms', () => {
  const [one, other] = [inventReport('disclosure-2019', 1), inventReport('disclosure-2021', 2)].map(
    (invented) => readReport(invented),
  ) as [Extraction, Extraction];
  const comparison = compareReports(one, other, forms);

  test('what they have in common is compared, the rest is named on both sides', () => {
    expect(comparison.tables.map(({ common, onlyOne, onlyOther }) => [common, onlyOne, onlyOther])).toEqual([
      [3, 19, 7],
      [154, 7, 21],
      [15, 0, 0],
    ]);
    const said = comparisonWords([one, other], 'zh-CN');
    expect(said.onlyIn(comparison, 'requests', 'one')).toEqual(['（六）其他处理']);
    expect(said.onlyIn(comparison, 'requests', 'other')).toHaveLength(3);
    expect(said.onlyIn(comparison, 'proactive_disclosure', 'other')).toContain(
      '规章（本年制发件数、本年废止件数、现行有效件数）',
    );
  });

  test('one row in place of three is held against their sum', () => {
    const three = ['other_not_corrected_in_time', 'other_fee_not_paid_in_time', 'other_other'];
    const value = (extraction: Extraction, row: string): number =>
      extraction.facts.find(({ ref }) => ref === `requests.${row}.total`)?.value ?? Number.NaN;
    const sum = three.reduce((all, row) => all + value(other, row), 0);
    expect(comparison.folded.at(-1)).toEqual({
      ref: 'requests.other.total',
      parts: three.map((row) => `requests.${row}.total`),
      whole: 'one',
      figure: value(one, 'other'),
      sum,
      difference: sum - value(one, 'other'),
    });
    expect(comparison.folded).toHaveLength(7);
    const reversed = compareReports(other, one, forms).folded.at(-1);
    expect([reversed?.whole, reversed?.difference]).toEqual(['other', value(one, 'other') - sum]);
  });
});

test.each([
  ['zh-CN', `（一）予以公开：总计 ${granted} → ${granted + 2}（+2）`],
  ['en', `3(1) disclosed in full: total ${granted} → ${granted + 2} (+2)`],
] as const)('a row that differs is one line in %s', (language, line) => {
  const one = readReport(report);
  const other = readReport(withFacts(report, { 'requests.granted.total': String(granted + 2) }));
  const said = comparisonWords([one, other], language);
  expect(said.differing(compareReports(one, other, forms), 'requests')).toEqual([line]);
});
