import { describe, expect, test } from 'vitest';
import { checkIdentities } from '../../parser/check/identities.ts';
import { likelihood, settingOf } from '../../parser/check/slips.ts';
import { disclosure2019 } from '../../parser/forms/disclosure/edition-2019.ts';
import { type Printed, reportOf } from './figures.ts';

const change = (ref: string, from: number | null, to: number) => ({ ref: `requests.${ref}`, from, to });

const likely = (changes: ReturnType<typeof change>[], printed: Printed = {}): string | null => {
  const facts = reportOf(disclosure2019, {
    ...Object.fromEntries(changes.map(({ ref, from }) => [ref, from ?? ''])),
    ...printed,
  });
  return likelihood(changes, settingOf(facts, checkIdentities(disclosure2019, facts))).likely;
};

describe('how sets of cells went wrong', () => {
  test.each([
    ['a blank', [change('granted.natural_person', null, 4)], 'blank_to_number'],
    ['a total left at 0', [change('granted.total', 0, 14)], 'stale_total'],
    ['a total without a trace', [change('granted.total', 203, 187)], 'stale_total'],
    ['a total with swapped digits', [change('granted.total', 91, 19)], 'digit_swapped'],
    ['a part without a trace', [change('granted.natural_person', 203, 187)], null],
    [
      'two figures exchanged',
      [change('granted.natural_person', 12, 30), change('granted.other_organisation', 30, 12)],
      'cells_exchanged',
    ],
    [
      'a figure in the column beside',
      [change('granted.natural_person', 0, 12), change('granted.commercial_enterprise', 12, 0)],
      'shifted',
    ],
    [
      'a figure in the row below',
      [change('granted.natural_person', 0, 12), change('partially_granted.natural_person', 12, 0)],
      'shifted',
    ],
    [
      'a whole figure two columns away',
      [change('granted.natural_person', 0, 12), change('granted.research_institution', 12, 0)],
      'moved_between_cells',
    ],
    [
      'some cases in a column of their own',
      [change('granted.natural_person', 60, 61), change('granted.other_organisation', 1, 0)],
      'moved_between_cells',
    ],
    [
      'the same in neither one row nor one column',
      [change('granted.natural_person', 60, 72), change('partially_granted.other_organisation', 17, 5)],
      null,
    ],
    [
      'a figure over two cells',
      [change('granted.natural_person', 1, 12), change('granted.commercial_enterprise', 2, 0)],
      'figure_split',
    ],
    [
      'two slips of one kind',
      [change('granted.natural_person', 12, 21), change('carried_over.other_organisation', 34, 43)],
      'digit_swapped',
    ],
    [
      'two slips of two kinds',
      [change('granted.natural_person', 12, 21), change('carried_over.other_organisation', 3, 43)],
      null,
    ],
  ])('%s', (_, changes, expected) => {
    expect(likely(changes)).toBe(expected);
  });

  test('a run of figures one row off, with one between that would not change', () => {
    const rows = disclosure2019.tables[1].bands[0].rows.map((row) => row.id).slice(2, 7);
    const printed = [4, 4, 7, 9, 0];
    const meant = [8, 4, 4, 7, 9];
    const changes = rows.flatMap((row, at) =>
      printed[at] === meant[at] ? [] : [change(`${row}.natural_person`, printed[at] ?? 0, meant[at] ?? 0)],
    );
    const figures = Object.fromEntries(
      rows.map((row, at) => [`requests.${row}.natural_person`, printed[at] ?? 0]),
    );
    expect(changes).toHaveLength(4);
    expect(likely(changes, figures)).toBe('shifted');
    const elsewhere = changes.map((one, at) => (at === 1 || at === 2 ? { ...one, to: one.to + 50 } : one));
    expect(likely(elsewhere, figures)).toBeNull();
  });

  test('the likelier kind costs less', () => {
    const facts = reportOf(disclosure2019, {});
    const setting = settingOf(facts, checkIdentities(disclosure2019, facts));
    const costOf = (from: number, to: number): number =>
      likelihood([change('granted.natural_person', from, to)], setting).cost;
    expect(costOf(98, 89)).toBeLessThan(costOf(8, 89));
    expect(costOf(8, 89)).toBeLessThan(costOf(88, 89));
    expect(costOf(88, 89)).toBeLessThan(costOf(203, 194));
  });
});

describe('where the figures stand decides what explains them', () => {
  /** Columns of a row, in order, as changes from what is printed to what is meant. */
  const columns = [
    'natural_person',
    'commercial_enterprise',
    'research_institution',
    'public_interest_organisation',
  ];
  const inRow = (printed: number[], meant: number[], row = 'granted') =>
    columns.flatMap((column, at) =>
      printed[at] === meant[at] ? [] : [change(`${row}.${column}`, printed[at] ?? 0, meant[at] ?? 0)],
    );
  const shownRow = (figures: number[], row = 'granted'): Printed =>
    Object.fromEntries(columns.map((column, at) => [`requests.${row}.${column}`, figures[at] ?? 0]));

  test.each([
    ['one column to the right', [0, 11, 22, 33], [11, 22, 33, 0], 'shifted'],
    ['one column to the left', [11, 22, 33, 0], [0, 11, 22, 33], 'shifted'],
    ['with a blank column at its end', [11, 22, 0, 0], [0, 11, 22, 0], 'shifted'],
    // Two cells are exchanged, moved or wrong, but no run.
    ['in two cells', [11, 22, 0, 0], [90, 11, 0, 0], null],
    // Zeros stand next to each other anyway.
    ['with one figure only', [0, 0, 7, 0], [0, 7, 0, 5], null],
  ])('a row that stands %s', (_, printed, meant, kind) => {
    expect(likely(inRow(printed, meant), shownRow(printed))).toBe(kind);
  });

  test('of a shifted run all but one stand beside their place', () => {
    const printed = [50, 11, 22, 33];
    expect(likely(inRow(printed, [11, 22, 33, 7]), shownRow(printed))).toBe('shifted');
    expect(likely(inRow(printed, [11, 22, 9, 7]), shownRow(printed))).toBeNull();
  });

  test('a run lies in one row or one column of one table', () => {
    const corner = [
      'granted.natural_person',
      'granted.commercial_enterprise',
      'partially_granted.natural_person',
    ];
    // The first two stand as a run would; the third lies below them.
    const bent = corner.map((place, at) => change(place, [40, 61, 61][at] ?? 0, [61, 25, 61][at] ?? 0));
    const beside = {
      'requests.granted.research_institution': 25,
      'requests.partially_granted.commercial_enterprise': 61,
    };
    expect(likely(bent, beside)).toBeNull();
    const places = [
      'granted.natural_person',
      'granted.commercial_enterprise',
      'partially_granted.commercial_enterprise',
    ];
    const printed = { 'requests.granted.natural_person': 40, 'requests.granted.commercial_enterprise': 61 };
    const changes = places.map((place, at) => change(place, [40, 61, 25][at] ?? 0, [61, 25, 90][at] ?? 0));
    expect(likely(changes, printed)).toBeNull();
  });

  test('two figures are one that was split only where they stand side by side, and the second becomes nothing', () => {
    const split = (second: string, to: number): string | null =>
      likely([change('granted.natural_person', 4, 47), change(second, 7, to)]);
    expect(split('granted.commercial_enterprise', 0)).toBe('figure_split');
    expect(split('granted.commercial_enterprise', 3)).not.toBe('figure_split');
    expect(split('granted.research_institution', 0)).not.toBe('figure_split');
    expect(split('partially_granted.natural_person', 0)).toBe('figure_split');
    // Nothing before a figure is no part of it.
    expect(
      likely([change('granted.natural_person', 0, 7), change('granted.commercial_enterprise', 7, 0)]),
    ).toBe('shifted');
  });

  test('figures are exchanged where each should hold the other, and neither is nothing', () => {
    const pair = (from: [number, number], to: [number, number]): string | null =>
      likely([
        change('granted.natural_person', from[0], to[0]),
        change('granted.other_organisation', from[1], to[1]),
      ]);
    expect(pair([12, 50], [50, 12])).toBe('cells_exchanged');
    expect(pair([12, 50], [50, 13])).toBeNull();
    expect(pair([12, 50], [49, 12])).toBeNull();
    expect(pair([12, 0], [0, 12])).toBe('moved_between_cells');
    expect(pair([0, 12], [12, 0])).toBe('moved_between_cells');
    expect(pair([60, 17], [72, 5])).toBe('moved_between_cells');
    expect(pair([60, 17], [72, 29])).toBeNull();
  });

  test('cells of two tables have nothing to do with one another', () => {
    const facts = reportOf(disclosure2019, {});
    const setting = settingOf(facts, checkIdentities(disclosure2019, facts));
    const changes = [
      change('granted.natural_person', 12, 50),
      { ref: 'review_litigation.reconsideration.upheld', from: 50, to: 12 },
    ];
    expect(likelihood(changes, setting).likely).toBeNull();
    const unknown = [change('granted.natural_person', 12, 50), change('nowhere.natural_person', 50, 12)];
    expect(likelihood(unknown, setting).likely).toBeNull();
    expect(likelihood([...unknown].reverse(), setting).likely).toBeNull();
  });
});

describe('a total', () => {
  const parts = { 'requests.granted.natural_person': 9, 'requests.granted.commercial_enterprise': 0 };
  const costOf = (from: number, to: number, printed: Printed = parts): number => {
    const facts = reportOf(disclosure2019, { ...printed, 'requests.granted.total': from });
    return likelihood(
      [change('granted.total', from, to)],
      settingOf(facts, checkIdentities(disclosure2019, facts)),
    ).cost;
  };

  test('of which one part is the whole difference left it out, or took it twice: that is likelier than no trace', () => {
    expect(costOf(200, 209)).toBe(costOf(209, 200));
    expect(costOf(200, 209)).toBeLessThan(costOf(200, 217));
    // Either sum in which it is the total will do.
    expect(costOf(200, 205, { ...parts, 'requests.granted.research_institution': 5 })).toBe(costOf(200, 209));
  });

  test('that stayed nothing was not filled in', () => {
    expect(costOf(0, 217)).toBe(costOf(200, 209));
  });

  test('is no total where a sum has two on that side', () => {
    const facts = reportOf(disclosure2019, {});
    const setting = settingOf(facts, checkIdentities(disclosure2019, facts));
    // 一 + 二 = （七） + 四: neither side is one cell.
    expect(setting.partsOfTotal.has('requests.carried_forward.natural_person')).toBe(false);
    expect(setting.partsOfTotal.get('requests.total_processed.natural_person')).toHaveLength(1);
    expect(setting.partsOfTotal.get('requests.total_processed.total')).toHaveLength(2);
  });
});
