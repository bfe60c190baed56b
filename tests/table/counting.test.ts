import { expect, test } from 'vitest';
import { goOn, numberColumns } from '../../parser/table/counting.ts';

test.each([
  [['1', '2', '3'], true],
  [['1', ' 2 ', '3', '4'], true],
  [['1', '2'], false],
  [['1', '2', '4'], false],
  [['2', '3', '4'], false],
  [['0', '1', '2'], false],
  [['1', '2', '3件'], false],
  [['1', '2', ''], false],
  [[], false],
])('%j number the columns: %s', (printed, expected) => {
  expect(numberColumns(printed)).toBe(expected);
});

test('the first column may have another number', () => {
  expect(numberColumns(['0', '1', '2'], 0)).toBe(true);
  expect(numberColumns(['1', '2', '3'], 0)).toBe(false);
});

test('numbers go on where each is one more than that before', () => {
  expect(goOn([7, 8, 9])).toBe(true);
  expect(goOn([7, 9])).toBe(false);
  expect(goOn([9, 8])).toBe(false);
});
