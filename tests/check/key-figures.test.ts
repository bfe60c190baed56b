import { expect, test } from 'vitest';
import { keyFigures, outcomesOf, overviewOf } from '../../parser/check/key-figures.ts';
import { disclosure2019 } from '../../parser/forms/disclosure/edition-2019.ts';
import { extraction } from '../export/extraction.ts';
import { factsWith } from '../messages/figures.ts';

const figuresOf = (cells: Record<string, number | string>) =>
  keyFigures(extraction({ facts: factsWith(disclosure2019, cells) }));

test('key figures are those of the column 总计', () => {
  expect(
    figuresOf({
      'requests.received_new.natural_person': 7,
      'requests.received_new.total': 92,
      'requests.carried_over.total': 1,
      'requests.total_processed.total': 90,
      'requests.granted.total': 20,
      'requests.carried_forward.total': 3,
      'review_litigation.reconsideration.total': 4,
      'review_litigation.litigation_direct.total': 5,
      'review_litigation.litigation_after_reconsideration.total': 6,
    }),
  ).toEqual({
    received: 92,
    carriedOver: 1,
    processed: 90,
    granted: 20,
    carriedForward: 3,
    reviews: 4,
    lawsuits: 11,
  });
});

test('a blank is not a zero, nor is half a sum a sum', () => {
  const figures = figuresOf({
    'requests.granted.total': '',
    'review_litigation.litigation_direct.total': '',
    'review_litigation.litigation_after_reconsideration.total': 6,
  });
  expect(figures.granted).toBeNull();
  expect(figures.lawsuits).toBeNull();
});

test('nothing read, nothing known', () => {
  expect(Object.values(keyFigures(extraction({ facts: [] })))).toEqual(Array(7).fill(null));
});

test('a form whose figures nobody looks for first has none, nor has a report of which none was read', () => {
  const of = extraction({ facts: factsWith(disclosure2019, {}) });
  expect(overviewOf(of)).toBe(disclosure2019.overview);
  expect(overviewOf({ ...of, facts: [] })).toBeNull();
  expect(overviewOf({ ...of, form: null })).toBeNull();
  const other = { id: 'penalties-2018', title: '', issuedAs: '' };
  expect(overviewOf({ ...of, form: other })).toBeNull();
  expect(keyFigures({ ...of, form: other })).toEqual({});
});

test('the outcomes of a year are sums of rows, null where none of them is a number', () => {
  const facts = factsWith(disclosure2019, {
    'requests.granted.total': 5,
    'requests.denied_state_secret.total': 1,
    'requests.denied_internal_affairs.total': 2,
  });
  const counts = outcomesOf(extraction({ facts })).map(({ name, count }) => [name.zh, count]);
  expect(counts).toEqual([
    ['予以公开', 5],
    ['部分公开', 0],
    ['不予公开', 3],
    ['无法提供', 0],
    ['不予处理', 0],
    ['其他处理', 0],
  ]);
  const blank = facts.map((fact) => ({ ...fact, value: null, state: 'blank' as const }));
  expect(outcomesOf(extraction({ facts: blank })).map(({ count }) => count)).toEqual(Array(6).fill(null));
});

test('a form that nobody knows, or that says nothing of outcomes, has none; nor has a row that was not read', () => {
  const of = extraction({ facts: factsWith(disclosure2019, {}) });
  for (const id of ['unknown', 'penalties-2018']) {
    const other = { ...of, form: { id, title: '', issuedAs: '' } };
    expect([overviewOf(other), keyFigures(other), outcomesOf(other)], id).toEqual([null, {}, []]);
  }
  expect(outcomesOf({ ...of, form: null })).toEqual([]);
  expect(outcomesOf({ ...of, facts: [] }).map(({ count }) => count)).toEqual(Array(6).fill(null));
});
