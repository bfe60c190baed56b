import { describe, expect, test } from 'vitest';
import { compareNames } from '../../parser/compare/body-names.ts';
import { checkHistory, type HistoryFinding } from '../../parser/compare/history.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { historySentence } from '../../parser/messages/history.ts';

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
      '2022 年“二、上年结转政府信息公开申请数量”行“总计”列为 5，2021 年“四、结转下年度继续办理”行“总计”列为 4，相差 1',
    );
    expect(total && historySentence(total, 'en')).toMatch(/ in 2022 is 5; .+ in 2021 is 4, difference 1$/);
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

describe('what is not known stays open', () => {
  const cells = (issued: number | null, repealed: number | null, inForce: number | null) => ({
    'proactive_disclosure.regulations.issued': issued,
    'proactive_disclosure.regulations.repealed': repealed,
    'proactive_disclosure.regulations.in_force': inForce,
  });
  const earlier = report('甲局', 2021, cells(0, 0, 18));
  const later = (...figures: Parameters<typeof cells>) =>
    checkHistory([earlier, report('甲局', 2022, cells(...figures))]);

  test('one of the terms is blank: the sum is not compared, however it would come out', () => {
    expect(later(null, 1, 17)).toMatchObject([
      { outcome: 'undetermined', expected: null, printed: 17, difference: null },
    ]);
    expect(later(0, null, 18)).toMatchObject([{ outcome: 'undetermined', difference: null }]);
  });

  test('the figure that is compared is blank', () => {
    expect(later(2, 1, null)).toMatchObject([
      { outcome: 'undetermined', expected: null, printed: null, difference: null },
    ]);
  });

  test('every term stands with its year and its sign', () => {
    const ref = (column: string): string => `proactive_disclosure.regulations.${column}`;
    expect(later(2, 1, 19)[0]?.terms).toEqual([
      { year: 2021, ref: ref('in_force'), weight: 1, value: 18 },
      { year: 2022, ref: ref('issued'), weight: 1, value: 2 },
      { year: 2022, ref: ref('repealed'), weight: -1, value: 1 },
      { year: 2022, ref: ref('in_force'), weight: -1, value: 19 },
    ]);
  });

  test('a row that the earlier report does not have was not carried on from it', () => {
    const more = { ...cells(2, 1, 19), 'proactive_disclosure.normative_documents.in_force': 3 };
    expect(brief(checkHistory([earlier, report('甲局', 2022, more)]))).toEqual([
      '2021→2022 history.in_force@regulations warning satisfied 0',
    ]);
  });

  test('a column that the earlier report does not have leaves its relation open', () => {
    const [finding] = checkHistory([
      report('甲局', 2021, { 'requests.carried_forward.total': 4 }),
      report('甲局', 2022, { 'requests.carried_over.other_organisation': 1 }),
    ]);
    expect(finding).toMatchObject({ id: 'history.carried_over@other_organisation', outcome: 'undetermined' });
  });

  test('rows and columns of another table that have the same names are not meant', () => {
    const twice = { ...cells(2, 1, 19), 'requests.regulations.in_force': 5 };
    expect(checkHistory([earlier, report('甲局', 2022, twice)])).toHaveLength(1);
  });

  test('a form that nobody knows has no relations', () => {
    const unknown = report('甲局', 2021, cells(0, 0, 18), 'unknown');
    expect(checkHistory([unknown, report('甲局', 2022, cells(0, 0, 9))])).toEqual([]);
  });

  test('without form, year or body a report takes no part', () => {
    const other = report('甲局', 2022, cells(0, 0, 9));
    expect(checkHistory([earlier, other])).toHaveLength(1);
    for (const lacking of [{ form: null }, { year: null }, { authority: null }])
      expect(checkHistory([earlier, { ...other, ...lacking }])).toEqual([]);
  });
});

describe('a table is equal to last year’s in every cell or not at all', () => {
  const figures = (values: number[]) => row('received_new', values);
  const hints = (earlier: Extraction, later: Extraction): string[] =>
    checkHistory([earlier, later]).flatMap(({ id, level }) => (level === 'hint' ? [id] : []));
  const year = (number: number, cells: Record<string, number | null>) => report('甲局', number, cells);

  test('five figures are enough, four are not', () => {
    for (const [values, expected] of [
      [[5, 4, 3, 2, 1, 0, 0], ['history.unchanged@requests']],
      [[5, 4, 3, 2, 0, 0, 0], []],
    ] as const)
      expect(hints(year(2021, figures([...values])), year(2022, figures([...values])))).toEqual(expected);
  });

  test('one other figure, one cell more, or a mark for a blank is a change', () => {
    const cells = figures([5, 4, 3, 2, 1, 6, 21]);
    const total = 'requests.received_new.total';
    expect(hints(year(2021, cells), year(2022, { ...cells, [total]: 22 }))).toEqual([]);
    expect(hints(year(2021, { ...cells, 'requests.granted.total': 1 }), year(2022, cells))).toEqual([]);
    const blank = year(2022, { ...cells, [total]: null });
    const marked = {
      ...blank,
      facts: blank.facts.map((fact) => (fact.ref === total ? { ...fact, state: 'mark' as const } : fact)),
    };
    expect(hints(year(2021, { ...cells, [total]: null }), blank)).toEqual(['history.unchanged@requests']);
    expect(hints(year(2021, { ...cells, [total]: null }), marked)).toEqual([]);
  });

  test('each table by itself', () => {
    const both = (upheld: number) => ({
      ...figures([5, 4, 3, 2, 1, 6, 21]),
      'review_litigation.reconsideration.upheld': upheld,
    });
    expect(checkHistory([year(2021, both(1)), year(2022, both(2))])).toEqual([
      {
        id: 'history.unchanged@requests',
        level: 'hint',
        outcome: 'violated',
        authority: '甲局',
        form: 'disclosure-2021',
        years: [2021, 2022],
        names: 'same',
        expected: null,
        printed: null,
        difference: null,
        terms: [],
      },
    ]);
  });
});

describe('several reports of one year', () => {
  const received = (total: number) => report('甲局', 2021, { 'requests.received_new.total': total });

  test('with the same figures are one', () => {
    expect(checkHistory([received(1), received(1)])).toEqual([]);
  });

  test('are said once, however many there are', () => {
    expect(checkHistory([received(1), received(2), received(3)])).toEqual([
      {
        id: 'history.two_reports',
        level: 'hint',
        outcome: 'violated',
        authority: '甲局',
        form: 'disclosure-2021',
        years: [2021, 2021],
        names: 'same',
        expected: null,
        printed: null,
        difference: null,
        terms: [],
      },
    ]);
  });

  test('the first is compared with the year before', () => {
    const findings = checkHistory([
      report('甲局', 2020, { 'requests.carried_forward.total': 1 }),
      report('甲局', 2021, { 'requests.carried_over.total': 1 }),
      report('甲局', 2021, { 'requests.carried_over.total': 2 }),
    ]);
    expect(brief(findings)).toEqual([
      '2020→2021 history.carried_over@total firm satisfied 0',
      '2021→2021 history.two_reports hint violated',
    ]);
  });
});

test('the report under an earlier name is compared with the year that follows it alone', () => {
  const total = (authority: string, year: number) =>
    report(authority, year, { 'requests.carried_forward.total': 1, 'requests.carried_over.total': 1 });
  const findings = checkHistory([
    total('沭阳县发展和改革局', 2021),
    total('沭阳县发展和改革委员会', 2022),
    total('沭阳县发展和改革委员会', 2024),
  ]);
  expect(brief(findings)).toEqual(['2021→2022 history.carried_over@total warning satisfied 0']);
});

test('a figure of a table in doubt proves nothing against another year', () => {
  const before = report('青阳市林业局', 2021, row('carried_forward', [1, 0, 0, 0, 0, 0, 1]));
  const after = report('青阳市林业局', 2022, row('carried_over', [2, 0, 0, 0, 0, 0, 2]));
  const outcomes = (one: Extraction): Set<string> =>
    new Set(
      checkHistory([before, one]).flatMap(({ id, outcome }) =>
        id.startsWith('history.carried_over') ? [outcome] : [],
      ),
    );
  expect(outcomes(after)).toEqual(new Set(['violated', 'satisfied']));
  const issues: Extraction['issues'] = [
    { code: 'figures_unaccounted', table: 'requests', figures: ['7'], count: 1, slot },
  ];
  expect(outcomes({ ...after, issues })).toEqual(new Set(['undetermined']));
});
