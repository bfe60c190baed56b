import { describe, expect, test } from 'vitest';
import { checkIdentities } from '../../parser/check/identities.ts';
import type { Check } from '../../parser/extraction.ts';
import { disclosure2019 } from '../../parser/forms/disclosure/edition-2019.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import type { Form } from '../../parser/forms/schema.ts';
import { type Printed, reportOf, route } from './figures.ts';

const checks = (
  printed: Printed,
  rest?: string,
  form: Form = disclosure2019,
  isLocal?: (ref: string) => boolean,
): Map<string, Check> =>
  new Map(checkIdentities(form, reportOf(form, printed, rest), isLocal).map((check) => [check.id, check]));

const check = (id: string, printed: Printed, rest?: string): Check => {
  const found = checks(printed, rest).get(id);
  if (!found) throw new Error(`No check ${id}`);
  return found;
};

const sum = 'review_litigation.outcomes_sum@reconsideration';

describe('three outcomes', () => {
  test('satisfied: both sides and no difference', () => {
    expect(check(sum, route('reconsideration', 3, 1, 2, 4, 10))).toMatchObject({
      outcome: 'satisfied',
      left: 10,
      right: 10,
      difference: 0,
      assumedZero: [],
    });
  });

  test('violated: the difference is left − right', () => {
    expect(check(sum, route('reconsideration', 3, 1, 2, 4, 12))).toMatchObject({
      outcome: 'violated',
      left: 10,
      right: 12,
      difference: -2,
    });
  });

  test('an undetermined identity has no sides, but its terms', () => {
    const found = check(sum, route('reconsideration', 3, '1?', 2, 4, 10));
    expect(found).toMatchObject({
      outcome: 'undetermined',
      left: null,
      right: null,
      difference: null,
      assumedZero: [],
    });
    expect(found.terms.map((term) => term.value)).toEqual([3, null, 2, 4, 10]);
  });

  test('terms come in the order of the form, with their weights', () => {
    expect(check('requests.balance@total', { 'requests.received_new.total': 7 }).terms).toEqual([
      { ref: 'requests.received_new.total', weight: 1, value: 7 },
      { ref: 'requests.carried_over.total', weight: 1, value: 0 },
      { ref: 'requests.total_processed.total', weight: -1, value: 0 },
      { ref: 'requests.carried_forward.total', weight: -1, value: 0 },
    ]);
  });

  test('sums are exact where binary floating point is not', () => {
    expect(check(sum, route('reconsideration', '0.1', '0.2', 0, 0, '0.3')).outcome).toBe('satisfied');
  });
});

test('each identity is checked once for every column or row, in a fixed order', () => {
  const ids = [...checks({}).keys()];
  expect(new Set(ids).size).toBe(ids.length);
  // balance and results_sum over 7 columns, applicants_sum over 23 rows, outcomes_sum over 3
  expect(ids).toHaveLength(7 + 7 + 23 + 3);
  expect([...checks({}, '0', disclosure2021).keys()]).toHaveLength(7 + 7 + 25 + 3);
  expect(ids.slice(0, 2)).toEqual([
    'requests.balance@natural_person',
    'requests.balance@commercial_enterprise',
  ]);
  expect([...checks(route('reconsideration', 1, 1, 1, 1, 9)).keys()]).toEqual(ids);
});

describe('a blank is not a zero', () => {
  test('rule 1: an identity none of whose cells holds a number is undetermined, and names them', () => {
    const found = check(sum, route('reconsideration', '', '', '', '', ''));
    expect(found.outcome).toBe('undetermined');
    expect(found.reason).toEqual({
      code: 'no_number',
      refs: Object.keys(route('reconsideration', 0, 0, 0, 0, 0)),
    });
  });

  test('an empty form passes nothing', () => {
    expect(
      [...checks({}, '').values()].every(
        ({ outcome, reason }) => outcome === 'undetermined' && reason?.code === 'no_number',
      ),
    ).toBe(true);
  });

  test('rule 2: a blank part counts as zero, and the check says so', () => {
    expect(check(sum, route('reconsideration', 3, '', 2, '', 5))).toMatchObject({
      outcome: 'satisfied',
      assumedZero: [
        'review_litigation.reconsideration.corrected',
        'review_litigation.reconsideration.pending',
      ],
    });
  });

  test('rule 2: a blank part that cannot be zero is a violation that says what was assumed', () => {
    expect(check(sum, route('reconsideration', 3, '', 2, 0, 6))).toMatchObject({
      outcome: 'violated',
      difference: -1,
      assumedZero: ['review_litigation.reconsideration.corrected'],
    });
  });

  test('rule 2: all parts blank under a total that is not zero', () => {
    expect(check(sum, route('reconsideration', '', '', '', '', 6))).toMatchObject({
      outcome: 'violated',
      left: 0,
      right: 6,
    });
  });

  test('rule 2: a blank total above parts that are all zero counts as zero', () => {
    expect(check(sum, route('reconsideration', 0, 0, 0, 0, ''))).toMatchObject({
      outcome: 'satisfied',
      assumedZero: ['review_litigation.reconsideration.total'],
    });
  });

  test('rule 2: a blank total above a part that is not zero was left out: undetermined', () => {
    const found = check(sum, route('reconsideration', 0, 2, '', 0, ''));
    expect(found.outcome).toBe('undetermined');
    expect(found.reason).toEqual({ code: 'blank_total', refs: ['review_litigation.reconsideration.total'] });
  });

  test('rule 2: a blank total above a part that cannot be read may have been left out: undetermined, never violated', () => {
    const all = checks({
      'requests.received_new.natural_person': 5,
      'requests.received_new.total': 5,
      'requests.granted.natural_person': '5?',
      'requests.total_processed.natural_person': '',
    });
    // 5 + 0 against a blank and 0 would be a contradiction that nobody printed.
    expect(all.get('requests.balance@natural_person')).toMatchObject({
      outcome: 'undetermined',
      reason: { code: 'blank_total', refs: ['requests.total_processed.natural_person'] },
    });
  });

  test('rule 2: then every identity that names the total is undetermined, and no other', () => {
    const all = checks({
      // 总计 of the row 予以公开 was left out: its row and its column are open
      'requests.granted.natural_person': 5,
      'requests.granted.total': '',
      'requests.received_new.natural_person': 5,
      'requests.received_new.total': 5,
      'requests.total_processed.natural_person': 5,
      'requests.total_processed.total': 5,
    });
    const open = [...all.values()].filter(({ outcome }) => outcome === 'undetermined');
    expect(open.map(({ id, reason }) => [id, reason?.code, reason?.refs])).toEqual([
      ['requests.results_sum@total', 'blank_total', ['requests.granted.total']],
      ['requests.applicants_sum@granted', 'blank_total', ['requests.granted.total']],
    ]);
    expect([...all.values()].filter(({ outcome }) => outcome === 'violated')).toEqual([]);
  });

  test('rule 2: a total of its column may be left out while its row holds', () => {
    const all = checks({
      'requests.granted.natural_person': 5,
      'requests.granted.total': 5,
      'requests.received_new.natural_person': 5,
      'requests.received_new.total': 5,
      'requests.total_processed.natural_person': '',
      'requests.total_processed.total': '',
    });
    const open = [...all.values()].filter(({ outcome }) => outcome === 'undetermined').map(({ id }) => id);
    expect(open).toEqual([
      'requests.balance@natural_person',
      'requests.balance@total',
      'requests.results_sum@natural_person',
      'requests.results_sum@total',
      'requests.applicants_sum@total_processed',
    ]);
  });

  test('no side of the balance is a total: its blanks count as zero', () => {
    expect(
      check('requests.balance@natural_person', {
        'requests.received_new.natural_person': 5,
        'requests.carried_forward.natural_person': '',
        'requests.carried_over.natural_person': '',
      }),
    ).toMatchObject({
      outcome: 'violated',
      difference: 5,
      assumedZero: ['requests.carried_over.natural_person', 'requests.carried_forward.natural_person'],
    });
  });

  test.each(['/', '-', '—', '无', 'N/A'])('a mark (%s) is treated like a blank', (mark) => {
    expect(check(sum, route('reconsideration', 3, mark, 2, 0, 5))).toMatchObject({
      outcome: 'satisfied',
      assumedZero: ['review_litigation.reconsideration.corrected'],
    });
    expect(check(sum, route('reconsideration', 3, 0, 2, 0, mark)).reason?.code).toBe('blank_total');
    expect(check(sum, route('reconsideration', mark, mark, mark, mark, mark)).reason?.code).toBe('no_number');
  });
});

describe('rule 3: what was not read decides nothing', () => {
  test('a cell that cannot be read', () => {
    const found = check(sum, route('reconsideration', 3, '1?', 2, 4, 10));
    expect(found.reason).toEqual({ code: 'not_read', refs: ['review_litigation.reconsideration.corrected'] });
  });

  test('a cell that is not there', () => {
    const found = check(sum, route('reconsideration', 3, null, 2, 4, 10));
    expect(found.reason).toEqual({
      code: 'not_printed',
      refs: ['review_litigation.reconsideration.corrected'],
    });
  });

  test('a table that is not there leaves its identities undetermined, the others decided', () => {
    const facts = reportOf(disclosure2019, {}).filter((fact) => !fact.ref.startsWith('review_litigation.'));
    const outcomes = checkIdentities(disclosure2019, facts).map(({ id, outcome }) =>
      [id.split('.')[0], outcome].join(' '),
    );
    expect(new Set(outcomes)).toEqual(new Set(['requests satisfied', 'review_litigation undetermined']));
  });

  test('an unreadable cell touches only the identities that name it', () => {
    const open = [...checks({ 'requests.granted.natural_person': '1 1' }).values()].filter(
      ({ outcome }) => outcome !== 'satisfied',
    );
    expect(open.map(({ id }) => id)).toEqual([
      'requests.results_sum@natural_person',
      'requests.applicants_sum@granted',
    ]);
  });
});

describe('a row in place of others (2021: （六）其他处理)', () => {
  const split = ['other_not_corrected_in_time', 'other_fee_not_paid_in_time', 'other_other'];
  const column = 'natural_person';
  const without: Printed = Object.fromEntries(
    split.flatMap((row) =>
      disclosure2021.tables[1].bands[0].columns.map(({ id }) => [`requests.${row}.${id}`, null] as const),
    ),
  );
  const one: Printed = Object.fromEntries(
    disclosure2021.tables[1].bands[0].columns.map(({ id }) => [`requests.other.${id}`, 0] as const),
  );
  const results = (printed: Printed) =>
    checks(printed, '0', disclosure2021).get(`requests.results_sum@${column}`);

  test('printed alone, it is the term', () => {
    const found = results({
      ...without,
      ...one,
      [`requests.other.${column}`]: 4,
      [`requests.total_processed.${column}`]: 4,
    });
    expect(found).toMatchObject({ outcome: 'satisfied', left: 4 });
    expect(found?.terms.map((term) => term.ref)).not.toContain(`requests.other_other.${column}`);
  });

  test('printed above them, it is their subtotal and is not added a second time', () => {
    const found = results({
      ...one,
      [`requests.other.${column}`]: 4,
      [`requests.other_other.${column}`]: 4,
      [`requests.total_processed.${column}`]: 4,
    });
    expect(found).toMatchObject({ outcome: 'satisfied', left: 4 });
    expect(found?.terms.map((term) => term.ref)).not.toContain(`requests.other.${column}`);
  });

  test('not printed, it is not missed', () => {
    const all = checks({}, '0', disclosure2021);
    expect(all.has('requests.applicants_sum@other')).toBe(false);
    expect([...all.values()].every(({ outcome }) => outcome === 'satisfied')).toBe(true);
  });

  test('printed alone, its own row adds up too, and the three are not asked for', () => {
    const all = checks({ ...without, ...one }, '0', disclosure2021);
    expect(all.has('requests.applicants_sum@other')).toBe(true);
    for (const row of split) expect(all.has(`requests.applicants_sum@${row}`)).toBe(false);
  });
});

describe('local rows that the form does not have', () => {
  const isLocal = (ref: string) => ref.startsWith('requests.extra_1.');
  const local: Printed = { 'requests.extra_1.natural_person': 3, 'requests.extra_1.total': 3 };
  const columns = { 'requests.total_processed.natural_person': 3, 'requests.received_new.natural_person': 3 };

  test('a sum that the local row may belong to is never called violated', () => {
    const found = checks({ ...local, ...columns }, '0', disclosure2019, isLocal).get(
      'requests.results_sum@natural_person',
    );
    expect(found).toMatchObject({
      outcome: 'undetermined',
      reason: { code: 'extra_row', refs: ['requests.extra_1.natural_person'] },
    });
  });

  test('a sum that holds without it holds', () => {
    const printed = { ...local, ...columns, 'requests.granted.natural_person': 3 };
    const found = checks(printed, '0', disclosure2019, isLocal).get('requests.results_sum@natural_person');
    expect(found?.outcome).toBe('satisfied');
  });

  test('a local row that says zero explains nothing', () => {
    const printed = { ...columns, 'requests.extra_1.natural_person': 0 };
    const found = checks(printed, '0', disclosure2019, isLocal).get('requests.results_sum@natural_person');
    expect(found?.outcome).toBe('violated');
  });

  test('a subtotal is no local row', () => {
    const found = checks({ ...local, ...columns }, '0', disclosure2019, () => false).get(
      'requests.results_sum@natural_person',
    );
    expect(found?.outcome).toBe('violated');
  });

  test('other columns, other tables and the balance are not excused', () => {
    const printed = {
      ...local,
      'requests.total_processed.commercial_enterprise': 2,
      'requests.received_new.research_institution': 1,
      ...route('reconsideration', 1, 0, 0, 0, 2),
    };
    const all = checks(printed, '0', disclosure2019, isLocal);
    expect(all.get('requests.results_sum@commercial_enterprise')?.outcome).toBe('violated');
    expect(all.get('requests.balance@research_institution')?.outcome).toBe('violated');
    expect(all.get(sum)?.outcome).toBe('violated');
  });

  test('a sum along another row is not excused either: a local row is no part of it', () => {
    const all = checks({ ...local, 'requests.granted.natural_person': 1 }, '0', disclosure2019, isLocal);
    expect(all.get('requests.applicants_sum@granted')?.outcome).toBe('violated');
  });
});

describe('a table that was not surely read', () => {
  const doubted = (printed: Printed) =>
    checkIdentities(
      disclosure2019,
      reportOf(disclosure2019, printed),
      () => false,
      new Map([['review_litigation', 'row_in_doubt']]),
    );

  test('accuses nobody: what does not hold is undetermined, with the reason', () => {
    const printed = { ...route('reconsideration', 1, 0, 0, 0, 2), 'requests.granted.natural_person': 1 };
    const open = doubted(printed).filter(({ outcome }) => outcome !== 'satisfied');
    expect(open.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
      ['requests.results_sum@natural_person', 'violated', undefined],
      ['requests.applicants_sum@granted', 'violated', undefined],
      [sum, 'undetermined', { code: 'row_in_doubt', refs: [] }],
    ]);
  });

  test('an identity that holds in it holds', () => {
    expect(doubted({}).every(({ outcome }) => outcome === 'satisfied')).toBe(true);
  });
});

test('the sum of another table and column is excused by no row of the body’s own', () => {
  const printed = {
    'requests.extra_1.natural_person': '',
    'review_litigation.extra_1.natural_person': 3,
    'requests.total_processed.natural_person': 3,
    'requests.received_new.natural_person': 3,
  };
  const isLocal = (ref: string) => ref.includes('.extra_1.');
  expect(
    checks(printed, '0', disclosure2019, isLocal).get('requests.results_sum@natural_person')?.outcome,
  ).toBe('violated');
});

test('a row in place of others is their subtotal as soon as one of them is printed', () => {
  const columns = disclosure2021.tables[1].bands[0].columns.map(({ id }) => id);
  const printed = Object.fromEntries([
    ...columns.map((column) => [`requests.other.${column}`, 4]),
    ...['other_not_corrected_in_time', 'other_fee_not_paid_in_time'].flatMap((row) =>
      columns.map((column) => [`requests.${row}.${column}`, null]),
    ),
  ]);
  const found = checks(printed, '0', disclosure2021).get('requests.results_sum@natural_person');
  expect(found?.terms.map(({ ref }) => ref)).not.toContain('requests.other.natural_person');
  expect(found?.reason?.code).toBe('not_printed');
});
