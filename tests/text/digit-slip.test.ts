import { describe, expect, test } from 'vitest';
import { digitSlip } from '../../parser/text/digit-slip.ts';

describe('slips of the typist', () => {
  test.each([
    [98, 89, 'digit_swapped'],
    [1023, 1203, 'digit_swapped'],
    [8, 88, 'digit_missing'],
    [105, 1005, 'digit_missing'],
    [0, 10, 'digit_missing'],
    [11, 1, 'digit_extra'],
    [1234, 123, 'digit_extra'],
    [88, 89, 'digit_changed'],
    [190, 790, 'digit_changed'],
    // One digit for another tells nothing: any other number of one digit is as near.
    [3, 8, null],
    // Digits that change places over others, or two that are wrong, are no single slip.
    [321, 123, null],
    [203, 194, null],
    [12, 345, null],
    [100, 1, null],
    [1123, 231, null],
    [231, 1123, null],
    [1203, 3201, null],
    [12, 30, null],
    [12, 23, null],
    [12, 31, null],
    [1234, 2143, null],
    [12, 1334, null],
  ])('%d for %d: %s', (printed, meant, slip) => {
    expect(digitSlip(printed, meant)).toBe(slip);
  });
});
