import { describe, expect, test } from 'vitest';
import type { ReportRow } from '../../overview/entry.ts';
import {
  everything,
  firstOrder,
  listingOf,
  type ReportFilter,
  type ReportOrder,
  tallyByCoverage,
  tallyByKind,
  tallyByYear,
} from '../../overview/listing.ts';

const counts = { satisfied: 40, violated: 0, undetermined: 0, hints: 0, unread: 0, notes: 0 };
const row = (part: Partial<ReportRow>): ReportRow => ({
  authority: '甲市财政局',
  year: 2021,
  form: 'disclosure-2021',
  path: 'a.html',
  verdict: 'holds',
  counts,
  coverage: { read: 200, expected: 200 },
  received: 5,
  kinds: [],
  ...part,
});

const rows: ReportRow[] = [
  row({ authority: '乙市', path: '0.html' }),
  row({ verdict: 'violated', counts: { ...counts, violated: 1 }, kinds: ['requests.balance'], year: 2020 }),
  row({
    verdict: 'violated',
    counts: { ...counts, violated: 3 },
    kinds: ['requests.balance', 'prose.claim'],
  }),
  row({
    authority: null,
    year: null,
    verdict: 'unread',
    coverage: { read: 0, expected: 0 },
    received: null,
    kinds: ['no_tables'],
    path: 'ＢＡＤ.PDF',
  }),
  row({
    verdict: 'open',
    counts: { ...counts, unread: 2 },
    coverage: { read: 100, expected: 200 },
    kinds: ['no_tables'],
  }),
];

const listed = (filter: Partial<ReportFilter> = {}, order: ReportOrder = firstOrder): number[] => [
  ...listingOf(rows).select({ ...everything, ...filter }, order),
];

describe('the list', () => {
  test('begins with what is most wrong', () => {
    expect(listed()).toEqual([2, 1, 4, 3, 0]);
  });

  test.each<[string, Partial<ReportFilter>, number[]]>([
    ['verdict', { verdict: 'violated' }, [2, 1]],
    ['year', { year: 2020 }, [1]],
    ['year not found', { year: 'unknown' }, [3]],
    ['kind', { kind: 'no_tables' }, [4, 3]],
    ['words of name', { words: ' 财政 甲市' }, [2, 1, 4]],
    ['a file name, whatever its width and case', { words: 'bad.pdf' }, [3]],
    ['all at once', { words: '甲', verdict: 'violated', year: 2021, kind: 'prose.claim' }, [2]],
    ['nothing', { words: '丙' }, []],
  ])('is filtered by %s', (_name, filter, expected) => {
    expect(listed(filter)).toEqual(expected);
  });

  test.each<[ReportOrder['by'], boolean, number]>([
    ['violated', true, 2],
    ['unread', true, 4],
    ['coverage', false, 3],
    ['received', false, 3],
    ['year', false, 3],
    ['authority', false, 1],
    ['authority', true, 3],
  ])('is sorted by %s, descending %s', (by, down, first) => {
    expect(listed({}, { by, down })[0]).toBe(first);
    expect(listed({}, { by, down }).toSorted()).toEqual([0, 1, 2, 3, 4]);
  });

  test('names sort as Chinese names do', () => {
    const named = ['重庆', '安徽', '北京'].map((authority) => row({ authority }));
    const order = listingOf(named).select(everything, { by: 'authority', down: false });
    expect([...order].map((at) => named[at]?.authority)).toEqual(['安徽', '北京', '重庆']);
  });

  test('offers the years from the latest', () => {
    expect(listingOf(rows).years).toEqual([2021, 2020, 'unknown']);
  });
});

test('tallies', () => {
  expect(tallyByYear(rows)).toEqual([
    { year: 2020, counts: { violated: 1, open: 0, unread: 0, holds: 0 } },
    { year: 2021, counts: { violated: 1, open: 1, unread: 0, holds: 1 } },
    { year: 'unknown', counts: { violated: 0, open: 0, unread: 1, holds: 0 } },
  ]);
  expect(tallyByKind(rows)).toEqual([
    { kind: 'no_tables', reports: 2 },
    { kind: 'requests.balance', reports: 2 },
    { kind: 'prose.claim', reports: 1 },
  ]);
  expect(tallyByCoverage(rows)).toEqual({ all: 3, most: 0, half: 1, less: 0, nothing: 1 });
});
