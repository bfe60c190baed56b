import { describe, expect, test } from 'vitest';
import { compareNames } from '../../parser/check/body-names.ts';
import { checkHistory, type HistoryFinding } from '../../parser/check/history.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { historySentence } from '../../parser/messages/history-words.ts';

const slot = { table: 0, row: 0, column: 0 };

/** A report with only the cells that matter; a cell given as null is blank. */
const report = (
  authority: string,
  year: number,
  cells: Record<string, number | null>,
  form = 'disclosure-2021',
): Extraction => ({
  schema: 'gouji/extraction/1',
  source: { path: `${authority}-${year}.html`, sha256: '', bytes: 0, format: 'html' },
  form: { id: form, title: '', issuedAs: '' },
  authority: { value: authority, evidence: '' },
  year: { value: year, evidence: '' },
  facts: Object.entries(cells).map(([ref, value]) => ({
    ref,
    value,
    state: value === null ? ('blank' as const) : ('number' as const),
    raw: value === null ? '' : String(value),
    unit: null,
    slot,
  })),
  coverage: { read: 0, expected: 0 },
  checks: [],
  diagnoses: [],
  claims: [],
  issues: [],
});

const columns = [
  'natural_person',
  'commercial_enterprise',
  'research_institution',
  'public_interest_organisation',
  'legal_service_institution',
  'other_organisation',
  'total',
];
const row = (id: string, values: (number | null)[]): Record<string, number | null> =>
  Object.fromEntries(columns.map((column, at) => [`requests.${id}.${column}`, values[at] ?? null]));

const brief = (findings: readonly HistoryFinding[]): string[] =>
  findings.map(
    (one) =>
      `${one.years.join('→')} ${one.id} ${one.level} ${one.outcome}${one.difference === null ? '' : ` ${one.difference}`}`,
  );

describe('carried over is what was carried forward', () => {
  const earlier = report('甲县人民政府', 2021, row('carried_forward', [3, 1, 0, 0, 0, 0, 4]));

  test('all seven columns are compared; the total is the firm one', () => {
    const later = report('甲县人民政府', 2022, row('carried_over', [3, 1, 0, 0, 0, 0, 5]));
    expect(brief(checkHistory([later, earlier]))).toEqual([
      '2021→2022 history.carried_over@natural_person warning satisfied 0',
      '2021→2022 history.carried_over@commercial_enterprise warning satisfied 0',
      '2021→2022 history.carried_over@research_institution warning satisfied 0',
      '2021→2022 history.carried_over@public_interest_organisation warning satisfied 0',
      '2021→2022 history.carried_over@legal_service_institution warning satisfied 0',
      '2021→2022 history.carried_over@other_organisation warning satisfied 0',
      '2021→2022 history.carried_over@total firm violated 1',
    ]);
  });

  test('a blank is not a zero', () => {
    const later = report('甲县人民政府', 2022, row('carried_over', [null, 1, 0, 0, 0, 0, 4]));
    expect(brief(checkHistory([earlier, later]))[0]).toBe(
      '2021→2022 history.carried_over@natural_person warning undetermined',
    );
  });

  test('a year in between that is missing is not bridged', () => {
    const later = report('甲县人民政府', 2023, row('carried_over', [9, 9, 9, 9, 9, 9, 9]));
    expect(checkHistory([earlier, later])).toEqual([]);
  });

  test('two bodies are never compared', () => {
    const later = report('乙县人民政府', 2022, row('carried_over', [9, 9, 9, 9, 9, 9, 9]));
    expect(checkHistory([earlier, later])).toEqual([]);
  });

  test('the office of a government may be another body: nothing is firm', () => {
    const later = report('甲县人民政府办公室', 2022, row('carried_over', [3, 1, 0, 0, 0, 0, 5]));
    const total = checkHistory([earlier, later]).at(-1);
    expect(total).toMatchObject({ names: 'office', level: 'warning', outcome: 'violated' });
    expect(total && historySentence(total, 'zh-CN')).toContain('可能不是同一主体');
  });

  test('the sentence names both cells and both numbers', () => {
    const later = report('甲县人民政府', 2022, row('carried_over', [3, 1, 0, 0, 0, 0, 5]));
    const total = checkHistory([earlier, later]).at(-1);
    expect(total && historySentence(total, 'zh-CN')).toBe(
      '2022 年“二、上年结转政府信息公开申请数量”行“总计”列与 2021 年“四、结转下年度继续办理”行“总计”列：5 ≠ 4（差 1）',
    );
    expect(total && historySentence(total, 'en')).toMatch(/^2022, .+ against 2021, .+: 5 ≠ 4 \(off by 1\)$/);
  });
});

describe('what is in force rolls forward', () => {
  const cells = (issued: number, repealed: number, inForce: number): Record<string, number> => ({
    'proactive_disclosure.regulations.issued': issued,
    'proactive_disclosure.regulations.repealed': repealed,
    'proactive_disclosure.regulations.in_force': inForce,
  });
  test.each([
    [2, 1, 19, 'satisfied', 0],
    [2, 1, 18, 'violated', -1],
  ])('18 + %i − %i against %i', (issued, repealed, inForce, outcome, difference) => {
    const [finding] = checkHistory([
      report('甲局', 2021, cells(0, 0, 18)),
      report('甲局', 2022, cells(issued, repealed, inForce)),
    ]);
    expect(finding).toMatchObject({
      id: 'history.in_force@regulations',
      level: 'warning',
      outcome,
      difference,
      expected: 19,
    });
  });
});

test('items of last year: those of the year before and their change (2019 form)', () => {
  const cells = (items: number, change: number): Record<string, number> => ({
    'proactive_disclosure.administrative_licensing.items_last_year': items,
    'proactive_disclosure.administrative_licensing.change': change,
  });
  const [finding] = checkHistory([
    report('甲局', 2019, cells(236, -6), 'disclosure-2019'),
    report('甲局', 2020, cells(231, 0), 'disclosure-2019'),
  ]);
  expect(finding).toMatchObject({
    id: 'history.items_last_year@administrative_licensing',
    outcome: 'violated',
    expected: 230,
    printed: 231,
  });
});

describe('a table equal to last year’s', () => {
  test('is a hint where it holds figures', () => {
    const cells = row('received_new', [5, 4, 3, 2, 1, 6, 21]);
    expect(brief(checkHistory([report('甲局', 2021, cells), report('甲局', 2022, cells)]))).toContain(
      '2021→2022 history.unchanged@requests hint violated',
    );
  });
  test('is none where it holds zeros', () => {
    const cells = row('received_new', [0, 0, 0, 0, 0, 0, 0]);
    expect(checkHistory([report('甲局', 2021, cells), report('甲局', 2022, cells)])).toEqual([]);
  });
});

test('two reports of one year with different figures are named, and the first is used', () => {
  const findings = checkHistory([
    report('甲局', 2021, row('received_new', [1, 0, 0, 0, 0, 0, 1])),
    report('甲局', 2021, row('received_new', [2, 0, 0, 0, 0, 0, 2])),
  ]);
  expect(brief(findings)).toEqual(['2021→2021 history.two_reports hint violated']);
});

test.each([
  ['济宁市兖州区', '济宁市兖州区人民政府', 'same'],
  ['上海市人民政府', '上海市人民政府办公厅', 'office'],
  ['沭阳县发展和改革局', '沭阳县发展和改革委员会', 'alike'],
  ['沭阳县发展和改革局', '沭阳县财政局', null],
  ['沭阳县财政局', '泗阳县财政局', null],
])('%s and %s: %s', (one, other, names) => {
  expect(compareNames(one, other)).toBe(names);
  expect(compareNames(other, one)).toBe(names);
});
