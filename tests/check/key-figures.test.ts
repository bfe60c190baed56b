import { expect, test } from 'vitest';
import { keyFigures } from '../../parser/check/key-figures.ts';
import { disclosure2021 } from '../../parser/forms/disclosure-2021.ts';
import { unrecognised } from '../../parser/index.ts';
import { type Printed, reportOf, route } from './figures.ts';

const figuresOf = (printed: Printed, rest?: string) =>
  keyFigures({
    ...unrecognised(null, { sha256: '', bytes: 0, format: 'html' }, []),
    facts: reportOf(disclosure2021, printed, rest),
  });

test('key figures are the printed numbers of the column 总计', () => {
  const printed = {
    'requests.received_new.total': 1,
    'requests.carried_over.total': 2,
    'requests.total_processed.total': 3,
    'requests.granted.total': 4,
    'requests.carried_forward.total': 5,
    'requests.received_new.natural_person': 99,
    ...route('reconsideration', 0, 0, 0, 0, 6),
    ...route('litigation_direct', 0, 0, 0, 0, 7),
    ...route('litigation_after_reconsideration', 0, 0, 0, 0, 8),
  };
  expect(figuresOf(printed)).toEqual({
    received: 1,
    carriedOver: 2,
    processed: 3,
    granted: 4,
    carriedForward: 5,
    reviews: 6,
    lawsuits: 15,
  });
});

test('a blank is not a zero, and half of the lawsuits are not the lawsuits', () => {
  const printed = route('litigation_direct', 0, 0, 0, 0, 7);
  expect(Object.values(figuresOf(printed, '')).every((figure) => figure === null)).toBe(true);
  expect(Object.values(figuresOf({}, '/')).every((figure) => figure === null)).toBe(true);
});
