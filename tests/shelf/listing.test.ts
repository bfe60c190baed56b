import { describe, expect, test } from 'vitest';
import { addressOf, type View, viewAt } from '../../components/shelf/address.ts';
import { filtered, linesOf, noFilter, ordered } from '../../components/shelf/listing.ts';
import { shelfRow } from '../components/shelf-rows.ts';

describe('the order of the list', () => {
  const rows = [
    shelfRow({ authority: null, year: 2022 }),
    shelfRow({ authority: '乙县', year: null }),
    shelfRow({ authority: '乙县', year: 2021 }),
    shelfRow({ authority: '甲市', year: 2020, kept: '2026-05-01T00:00:00.000Z' }),
    shelfRow({ authority: '甲市', year: 2023 }),
  ];
  const shown = (order: Parameters<typeof ordered>[1]) =>
    ordered(rows, order).map(({ row }) => `${row.authority ?? '?'} ${row.year ?? '?'}`);

  // As Chinese is sorted: 甲 jiǎ before 乙 yǐ.
  test('by authority and year puts the unknown last', () =>
    expect(shown('authority')).toEqual(['甲市 2023', '甲市 2020', '乙县 2021', '乙县 ?', '? 2022']));
  test('by year', () =>
    expect(shown('year')).toEqual(['甲市 2023', '? 2022', '乙县 2021', '甲市 2020', '乙县 ?']));
  test('by the time of keeping', () => expect(shown('kept')[0]).toBe('甲市 2020'));
  test('is the same whatever order the rows come in', () =>
    expect(ordered([...rows].reverse(), 'violated')).toEqual(ordered(rows, 'violated')));
  test('has a heading for each authority, with its count', () => {
    const lines = linesOf(filtered(ordered(rows, 'authority'), noFilter), 'authority');
    expect(lines.flatMap((line) => (line.kind === 'group' ? [[line.authority, line.count]] : []))).toEqual([
      ['甲市', 2],
      ['乙县', 2],
      [null, 1],
    ]);
  });
});

describe('versions', () => {
  const place = 'http://www.example.gov.cn/report.html';
  const [first, second] = [
    shelfRow({ place, retrieved: '2026-01-01T00:00:00.000Z' }),
    shelfRow({ place, retrieved: '2026-03-01T00:00:00.000Z' }),
  ] as const;

  test('are counted from the first reading', () => {
    const entries = ordered([second, first], 'authority');
    expect(entries.map(({ row, version, versions }) => [row.id, version, versions])).toEqual([
      [second.id, 2, 2],
      [first.id, 1, 2],
    ]);
    expect(filtered(entries, noFilter)).toHaveLength(1);
  });

  test.each([
    ['another year at the same address', { year: 2023 }],
    ['the second report of the same page', { report: 1 }],
    ['another place', { place: 'http://www.example.gov.cn/other.html' }],
  ])('are not: %s', (_what, change) => {
    const entries = ordered([first, { ...second, ...change }], 'authority');
    expect(entries.map(({ versions }) => versions)).toEqual([1, 1]);
  });
});

describe('the address', () => {
  test.each<View>([
    { view: 'list' },
    { view: 'report', id: 'ab/0/0.1.0/http://www.example.gov.cn/?a=1&b=#/二' },
    { view: 'compare', ids: ['a/b', '100%'] },
  ])('names its view: %j', (view) => expect(viewAt(addressOf(view))).toEqual(view));

  test.each(['', '#', '#report', '#report/', '#compare/a', '#nonsense/a', '#report/%E4%'])(
    'that says nothing names the list: %j',
    (hash) => expect(viewAt(hash)).toEqual({ view: 'list' }),
  );
});
