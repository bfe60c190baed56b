import { describe, expect, test } from 'vitest';
import { type ParentSum, parentSum } from '../../parser/compare/parent-sum.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { readReport } from '../check/read-report.ts';
import { inventReport, type Report, withFacts, withoutRows } from '../corpus-pages/report.ts';
import { sumOf } from './sum-of.ts';

const place = '青禾市白石区';
const children = ['财政局', '教育局', '河口镇人民政府'].map((name, at) =>
  inventReport('disclosure-2021', 40 + at, { authority: `${place}${name}`, year: 2022 }),
);
const parent = sumOf(children, `${place}人民政府`);
const [first, second, third] = children as [Report, Report, Report];
const cell = 'requests.granted.total';

const summed = (parts: readonly (Report | Extraction)[], expected: readonly string[] = [], whole = parent) =>
  parentSum(
    readReport(whole),
    parts.map((part, at) => ('facts' in part && 'checks' in part ? part : readReport(part, `${at}.html`))),
    expected,
  );
const counts = ({ tables }: ParentSum) =>
  tables.map(({ same, differs, undetermined }) => [same, differs, undetermined]);
const allSame = [
  [10, 0, 0],
  [175, 0, 0],
  [15, 0, 0],
];
const noneKnown = [
  [0, 0, 10],
  [0, 0, 175],
  [0, 0, 15],
];
const at = (result: ParentSum, ref: string) => result.cells.find((one) => one.ref === ref);

test('a report that is the sum of its parts agrees in every cell', () => {
  const result = summed(children);
  expect([counts(result), result.whole, result.missing]).toEqual([allSame, true, []]);
  expect(result.children.map(({ part }) => part)).toEqual(['counted', 'counted', 'counted']);
});

test('a difference stands in its cell, with its direction, and is no violation', () => {
  const more = Number(parent.facts[cell]) + 5;
  const found = at(summed(children, [], withFacts(parent, { [cell]: String(more) })), cell);
  expect(found).toMatchObject({ outcome: 'differs', parent: more, difference: 5, without: [] });
  expect(found?.stated).toEqual({ children: 3, sum: more - 5 });
});

describe('what is not known is never a zero', () => {
  test.each([
    ['', 'blank'],
    ['/', 'mark'],
    ['约三件', 'unreadable'],
  ])('a child that prints %j leaves the sum undetermined', (text, why) => {
    const result = summed([first, withFacts(second, { [cell]: text }), third]);
    expect(counts(result)).toEqual([
      [10, 0, 0],
      [174, 0, 1],
      [15, 0, 0],
    ]);
    expect(at(result, cell)).toMatchObject({
      outcome: 'undetermined',
      difference: null,
      stated: { children: 2, sum: Number(first.facts[cell]) + Number(third.facts[cell]) },
      without: [{ child: 1, why }],
    });
  });

  test('a row that a child does not print', () => {
    const result = summed([first, second, withoutRows(third, ['requests.not_processed_repeated'])]);
    expect(counts(result)[1]).toEqual([168, 0, 7]);
    expect(at(result, 'requests.not_processed_repeated.total')?.without).toEqual([
      { child: 2, why: 'no_cell' },
    ]);
  });

  test('a cell that the parent leaves blank', () => {
    const result = summed(children, [], withFacts(parent, { [cell]: '' }));
    expect(at(result, cell)).toMatchObject({ outcome: 'undetermined', state: 'blank', parent: null });
  });

  test('no child at all', () => {
    expect(counts(summed([]))).toEqual(noneKnown);
  });
});

describe('a child', () => {
  test('of another year is named, and every cell undetermined', () => {
    const result = summed([first, second, { ...third, year: 2021 }]);
    expect([counts(result), result.whole]).toEqual([noneKnown, false]);
    expect(result.children[2]).toMatchObject({ year: 2021, part: 'other_year' });
    expect(at(result, cell)?.stated.children).toBe(2);
  });

  test('of another year beside its report of this year does no harm', () => {
    const result = summed([...children, { ...third, year: 2021 }]);
    expect([counts(result), result.children.at(-1)?.part]).toEqual([allSame, 'other_year']);
  });

  test('in which nothing was read', () => {
    const unread: Extraction = { ...readReport(first, 'scan.pdf'), form: null, authority: null, facts: [] };
    const result = summed([first, second, unread]);
    expect([counts(result), result.children[2]?.part]).toEqual([noneKnown, 'unread']);
  });

  test('whose year is not known', () => {
    const result = summed([first, second, { ...readReport(third), year: null }]);
    expect([counts(result), result.children[2]?.part]).toEqual([noneKnown, 'no_year']);
  });

  test('on another form counts where the forms have the cell in common', () => {
    const old = inventReport('disclosure-2019', 9, { authority: `${place}河口镇人民政府`, year: 2022 });
    const result = summed([first, second, old]);
    expect(result.children[2]?.part).toBe('other_form');
    expect(at(result, 'requests.other_other.total')?.without).toEqual([{ child: 2, why: 'no_cell' }]);
    expect(at(result, cell)).toMatchObject({ outcome: 'differs', stated: { children: 3 } });
    expect(result.notInParent.map(({ ref }) => ref)).toContain('requests.other.total');
  });

  test('given twice with the same figures is counted once', () => {
    const result = summed([...children, first]);
    expect([counts(result), result.children[3]?.part]).toEqual([allSame, 'same_again']);
  });

  test('given twice with two figures is not known where they differ', () => {
    const result = summed([...children, withFacts(first, { [cell]: '7' })]);
    expect([counts(result)[1], result.children[3]?.part]).toEqual([[174, 0, 1], 'two_figures']);
    expect(at(result, cell)?.without).toEqual([{ child: 0, why: 'two_figures' }]);
  });

  test('that is the parent itself is left out', () => {
    const result = summed([parent, ...children]);
    expect([counts(result), result.children[0]?.part]).toEqual([allSame, 'parent']);
  });
});

test('names that are expected and not there are named, whether or not the list gives the place', () => {
  const result = summed(children, [
    '财政局',
    '青禾市白石区教育局',
    '白石区河口镇',
    '卫生健康局',
    `${place}水利局`,
  ]);
  expect([result.missing, result.whole]).toEqual([['卫生健康局', `${place}水利局`], false]);
  expect(summed(children, ['财政局', '教育局', '河口镇']).whole).toBe(true);
});

test('money in another unit is added up exactly', () => {
  const amount = 'proactive_disclosure.administrative_fees.amount';
  const result = summed(
    [
      withFacts(first, { [amount]: '0.1万元' }),
      withFacts(second, { [amount]: '2000元' }),
      withFacts(third, { [amount]: '0.00003亿元' }),
    ],
    [],
    withFacts(parent, { [amount]: '0.6万元' }),
  );
  expect(at(result, amount)).toMatchObject({ outcome: 'same', stated: { children: 3, sum: 0.6 } });
});
