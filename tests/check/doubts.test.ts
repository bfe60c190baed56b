import { describe, expect, test } from 'vitest';
import { doubtsOf, surelyRead, withoutAccusation } from '../../parser/check/doubts.ts';
import type { Claim, Extraction } from '../../parser/extraction.ts';
import { factOf } from './figures.ts';

type Issues = Extraction['issues'];

const slot = { table: 1, row: 2, column: 0 };
const of = (code: string, table = 'requests'): Issues[number] =>
  ({ code, table, slot }) as unknown as Issues[number];

describe('tables that were not surely read', () => {
  test.each([
    'figures_unaccounted',
    'row_in_doubt',
    'row_repeated',
    'table_repeated',
    'pieces_unsure',
    'columns_unknown',
  ])('%s', (code) => {
    expect([...doubtsOf([of(code)])]).toEqual([['requests', code]]);
  });

  test('a page that holds two years side by side prints each table twice', () => {
    expect([...doubtsOf([of('comparison_page')])]).toEqual([['requests', 'table_repeated']]);
  });

  test('of several reasons the first is told, of each table its own', () => {
    const issues = [of('pieces_unsure'), of('row_in_doubt'), of('row_repeated', 'review_litigation')];
    expect([...doubtsOf(issues)]).toEqual([
      ['requests', 'pieces_unsure'],
      ['review_litigation', 'row_repeated'],
    ]);
  });

  test('other issues put nothing in doubt', () => {
    expect(doubtsOf([of('extra_row'), of('label_differs'), of('cells_dropped')]).size).toBe(0);
  });
});

const doubts = doubtsOf([of('row_in_doubt')]);

describe('a count of the text', () => {
  const claim = (outcome: Claim['outcome'], ...about: string[]): Claim => ({
    ...{ quote: '新收90件', value: 90, scope: 'whole', block: 3, at: 12 },
    ...{ outcome, about: about.length === 0 ? null : about },
  });
  const [doubtful, sure] = ['requests.granted.total', 'review_litigation.reconsideration.total'];

  test('about a table in doubt is not called wrong, though it be about a sure one as well', () => {
    for (const about of [[doubtful], [sure, doubtful]])
      expect(withoutAccusation([claim('violated', ...about)], doubts)).toEqual([
        claim('undetermined', ...about),
      ]);
  });

  test('about others is, and what agrees goes on to agree', () => {
    const others = [
      claim('violated', sure),
      claim('violated'),
      claim('satisfied', doubtful),
      claim('violated', 'requests_2.a.b'),
    ];
    expect(withoutAccusation(others, doubts)).toEqual(others);
  });
});

describe('figures that a comparison with other reports may use', () => {
  const facts = [
    factOf('requests.granted.total', '5'),
    factOf('requests.other.total', ''),
    factOf('review_litigation.reconsideration.total', '7'),
  ];

  test('are all of those of a report that was surely read', () => {
    expect(surelyRead({ facts, issues: [of('extra_row')] })).toBe(facts);
  });

  test('are none of a table in doubt; a blank of it stays a blank', () => {
    const [granted, ...others] = facts;
    expect(surelyRead({ facts, issues: [of('row_in_doubt')] })).toEqual([
      { ...granted, value: null, state: 'unreadable' },
      ...others,
    ]);
  });
});
