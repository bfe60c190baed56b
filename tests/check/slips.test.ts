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
