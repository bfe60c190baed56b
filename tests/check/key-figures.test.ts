import { expect, test } from 'vitest';
import { keyFigures } from '../../parser/check/key-figures.ts';
import { disclosure2019 } from '../../parser/forms/disclosure-2019.ts';
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
