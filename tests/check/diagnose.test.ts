import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { diagnose } from '../../parser/check/diagnose.ts';
import { checkIdentities } from '../../parser/check/identities.ts';
import type { Diagnosis, Fact } from '../../parser/extraction.ts';
import { disclosure2019 } from '../../parser/forms/disclosure/edition-2019.ts';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { factOf, type Printed, reportOf, route } from './figures.ts';

const diagnosesOf = (facts: readonly Fact[]): Diagnosis[] =>
  diagnose(facts, checkIdentities(disclosure2019, facts));

const of = (printed: Printed, rest?: string): Diagnosis[] =>
  diagnosesOf(reportOf(disclosure2019, printed, rest));

/** `row.column 88 → 89, … : digit_changed`, one line for each alternative. */
const lines = ({ alternatives }: Diagnosis): string[] =>
  alternatives.map(
    ({ changes, likely }) =>
      `${changes
        .map(({ ref, from, to }) => `${ref.slice(ref.indexOf('.') + 1)} ${from ?? 'blank'} → ${to}`)
        .join(', ')}: ${likely}`,
  );

const fileDiagnoses = async (path: string): Promise<Diagnosis[]> => {
  const url = new URL(`../../${path}`, import.meta.url);
  return (await readBytes(path, readFileSync(url))).flatMap(({ diagnoses }) => diagnoses);
};

describe('published lessons', () => {
  test('a lone wrong total in table three is named with the value that mends all three identities', async () => {
    const [diagnosis, ...more] = await fileDiagnoses('samples/one-wrong-cell-2020.html');
    expect(more).toEqual([]);
    expect(diagnosis).toEqual({
      explains: [
        'requests.balance@natural_person',
        'requests.results_sum@natural_person',
        'requests.applicants_sum@total_processed',
      ],
      alternatives: [
        {
          changes: [{ ref: 'requests.total_processed.natural_person', from: 88, to: 89 }],
          likely: 'stale_total',
          rank: 1,
        },
      ],
      capped: false,
    });
  });

  test('a report that adds up has none', async () => {
    expect(await fileDiagnoses('samples/consistent-2020.html')).toEqual([]);
  });

  test('one case in the wrong column: the errors cancel in the total', () => {
    const [diagnosis, ...more] = of({
      'requests.received_new.natural_person': 60,
      'requests.granted.natural_person': 61,
      'requests.total_processed.natural_person': 61,
      'requests.received_new.commercial_enterprise': 1,
      'requests.granted.commercial_enterprise': 1,
      'requests.total_processed.commercial_enterprise': 1,
      'requests.received_new.other_organisation': 1,
      'requests.received_new.total': 62,
      'requests.granted.total': 62,
      'requests.total_processed.total': 62,
    });
    expect(more).toEqual([]);
    expect(diagnosis && lines(diagnosis)).toEqual([
      'received_new.natural_person 60 → 61, received_new.other_organisation 1 → 0: moved_between_cells',
    ]);
    expect(diagnosis?.explains).toEqual([
      'requests.balance@natural_person',
      'requests.balance@other_organisation',
    ]);
  });

  test('the same where other rows could hold it as well: all are listed', async () => {
    const [diagnosis] = await fileDiagnoses('tests/corpus/violated-case-in-wrong-column/source.html');
    expect(diagnosis && lines(diagnosis)).toEqual([
      'received_new.natural_person 588 → 589, received_new.other_organisation 578 → 577: moved_between_cells',
      'carried_over.natural_person 0 → 1, carried_over.other_organisation 13 → 12: moved_between_cells',
      'carried_forward.natural_person 40 → 39, carried_forward.other_organisation 18 → 19: moved_between_cells',
    ]);
  });

  test('two published totals: one diagnosis for table three, one for the route of table four', async () => {
    const diagnoses = await fileDiagnoses('tests/corpus/violated-totals/source.html');
    expect(diagnoses.map(lines)).toEqual([
      ['granted.total 203 → 194: stale_total'],
      ['reconsideration.total 0 → 65: stale_total'],
    ]);
  });

  const hongze = new URL('../../../shared/corpus/hongze-2023.expected.json', import.meta.url);
  const published: Printed = {
    ...route('reconsideration', 10, 1, 0, 0, 0),
    ...route('litigation_after_reconsideration', 5, 0, 0, 0, 0),
  };
  test('洪泽 2023: totals of table four printed 0', () => {
    expect(of(published).map(lines)).toEqual([
      ['reconsideration.total 0 → 11: stale_total'],
      [
        'litigation_after_reconsideration.total 0 → 5: stale_total',
        'litigation_after_reconsideration.upheld 5 → 0: null',
      ],
    ]);
  });

  test.skipIf(!existsSync(hongze))('洪泽 2023, the whole report', () => {
    const { facts: printed } = JSON.parse(readFileSync(hongze, 'utf8')) as { facts: Record<string, string> };
    const facts = Object.entries(printed).map(([ref, text]) => factOf(ref, text));
    expect(diagnose(facts, checkIdentities(disclosure2021, facts))).toEqual(of(published));
  });
});

describe('what binds', () => {
  test('an identity that holds: no alternative breaks it', () => {
    // 自然人 granted is one too many against its row and its column: only that cell mends both.
    const [diagnosis] = of({
      'requests.received_new.natural_person': 7,
      'requests.received_new.total': 7,
      'requests.granted.natural_person': 8,
      'requests.granted.total': 7,
      'requests.total_processed.natural_person': 7,
      'requests.total_processed.total': 7,
    });
    expect(diagnosis && lines(diagnosis)).toEqual(['granted.natural_person 8 → 7: null']);
  });

  test('an undetermined identity does not, and connects nothing', () => {
    const unread = { 'requests.total_processed.total': '约9', 'requests.granted.total': 2 };
    const [diagnosis] = of(unread);
    // Column 总计 has lost both its sums, so its cell is tied to its row alone.
    expect(diagnosis?.explains).toEqual(['requests.applicants_sum@granted']);
    expect(diagnosis?.alternatives[0]?.changes).toEqual([{ ref: 'requests.granted.total', from: 2, to: 0 }]);
    expect(diagnosis?.alternatives).toHaveLength(1);
  });

  test('a column without any number binds: whatever is put there must add up', () => {
    const columns = [
      'commercial_enterprise',
      'research_institution',
      'public_interest_organisation',
      'legal_service_institution',
      'other_organisation',
    ];
    const rows = disclosure2019.tables[1].bands[0].rows.map((row) => row.id);
    const blanks = Object.fromEntries(
      rows.flatMap((row) => columns.map((column) => [`requests.${row}.${column}`, ''])),
    );
    const flow = (column: string, count: number): Printed =>
      Object.fromEntries(
        ['received_new', 'granted', 'total_processed'].map((row) => [`requests.${row}.${column}`, count]),
      );
    const [diagnosis] = of({ ...blanks, ...flow('natural_person', 30), ...flow('total', 34) });
    const found = diagnosis ? lines(diagnosis) : [];
    expect(found).toContain(
      'received_new.research_institution blank → 4, granted.research_institution blank → 4, total_processed.research_institution blank → 4: blank_to_number',
    );
    expect(found).toContain(
      'received_new.natural_person 30 → 34, granted.natural_person 30 → 34, total_processed.natural_person 30 → 34: digit_changed',
    );
    // Five blank columns, 自然人 or 总计; never three cells of three columns.
    expect(found).toHaveLength(7);
  });

  test('a total that was left blank does not bind', () => {
    const diagnoses = of(route('reconsideration', 3, 1, 2, 4, ''));
    expect(diagnoses).toEqual([]);
  });
});

describe('values', () => {
  test('never negative: a part cannot fall below nothing', () => {
    const [diagnosis] = of(route('reconsideration', 3, 1, 12, 4, 10));
    expect(diagnosis && lines(diagnosis)).toEqual([
      'reconsideration.other 12 → 2: digit_extra',
      'reconsideration.total 10 → 20: digit_changed',
    ]);
  });

  test('a blank cell that was counted as zero may be the one', () => {
    const [diagnosis] = of(route('reconsideration', 3, '', 2, 4, 10));
    const found = diagnosis ? lines(diagnosis) : [];
    expect(found[0]).toBe('reconsideration.corrected blank → 1: blank_to_number');
    expect(found).toHaveLength(5);
    expect(diagnosis?.alternatives[0]?.changes[0]?.from).toBeNull();
  });

  test('whole, and exact where a decimal stands in a count', () => {
    // Whole numbers that sum to 3, in any way: both decimals must change. The least change is given.
    const [tenths] = of(route('reconsideration', '0.1', '0.2', 0, 0, 3));
    expect(tenths && lines(tenths)).toEqual([
      'reconsideration.upheld 0.1 → 0, reconsideration.corrected 0.2 → 3: null',
    ]);
    const [decimal] = of(route('reconsideration', '1.5', '1.5', 2, 0, 6));
    expect(decimal && lines(decimal)).toEqual([
      'reconsideration.total 6 → 5: stale_total',
      'reconsideration.other 2 → 3: null',
      'reconsideration.pending 0 → 1: null',
    ]);
  });

  test('figures too large to be summed exactly are given up, and it says so', () => {
    expect(of(route('reconsideration', '900719925474099', '900719925474099', 0, 0, 3))[0]?.capped).toBe(
      false,
    );
    const huge = Array.from({ length: 4 }, () => '9007199254740991');
    expect(of(route('reconsideration', ...huge, 3))).toEqual([
      { explains: ['review_litigation.outcomes_sum@reconsideration'], alternatives: [], capped: true },
    ]);
  });
});

describe('where the search ends', () => {
  const scrambled = reportOf(disclosure2019, {}).map((fact, at) =>
    fact.ref.startsWith('requests.') ? factOf(fact.ref, String((at * 7919) % 101)) : fact,
  );

  test('a table that is wrong throughout gets an honest answer, always the same', () => {
    const [diagnosis, ...more] = diagnosesOf(scrambled);
    expect(more).toEqual([]);
    expect(diagnosis).toMatchObject({ alternatives: [], capped: true });
    expect(diagnosis?.explains.length).toBeGreaterThan(30);
    expect(diagnosesOf(scrambled)).toEqual([diagnosis]);
  });

  test('of very many alternatives the likeliest fifty are listed', () => {
    // Two columns off by +2 and −2, every row in order: two cells of any one row may be meant, if it has as many as 2 to give.
    const rows = disclosure2019.tables[1].bands[0].rows.map((row) => row.id).slice(2, 10);
    const cells: Record<string, number> = {};
    const offBy = (columns: Record<string, number>, total: number): void => {
      for (const [column, by] of Object.entries({ ...columns, total: 0 })) {
        const figure = column === 'total' ? total : 50;
        for (const row of rows) cells[`requests.${row}.${column}`] = figure;
        for (const row of ['received_new', 'total_processed'])
          cells[`requests.${row}.${column}`] = rows.length * figure + by;
      }
    };
    offBy({ natural_person: 2, commercial_enterprise: -2 }, 100);
    const [diagnosis] = of(cells);
    expect(diagnosis?.alternatives).toHaveLength(rows.length);
    expect(diagnosis?.capped).toBe(false);

    // Two more of that kind: each pair may stand in any row, 64 ways in all.
    offBy({ public_interest_organisation: 7, legal_service_institution: -7 }, 200);
    const [both] = of(cells);
    expect(both?.alternatives).toHaveLength(50);
    expect(both?.capped).toBe(true);
    expect(both?.alternatives.map(({ rank }) => rank)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(both?.alternatives.every(({ changes }) => changes.length === 4)).toBe(true);
  });
});
