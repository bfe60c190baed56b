import { describe, expect, test } from 'vitest';
import { partsOf, systemOf } from '../../parser/check/part.ts';
import type { Check, Fact } from '../../parser/extraction.ts';
import { factOf } from './figures.ts';

/** `a + b = c`, which does or does not hold, or is undetermined for a reason. */
const check = (
  equation: string,
  outcome: Check['outcome'],
  reason?: NonNullable<Check['reason']>['code'],
): Check => {
  const [left = '', total = ''] = equation.split(' = ');
  return {
    ...{ id: equation, outcome, left: null, right: null, difference: null, assumedZero: [] },
    terms: [
      ...left.split(' + ').map((ref) => ({ ref, weight: 1 as const, value: null })),
      { ref: total, weight: -1, value: null },
    ],
    ...(reason === undefined ? {} : { reason: { code: reason, refs: [] } }),
  };
};

const facts = (...refs: string[]): Fact[] => refs.map((ref) => factOf(ref, '1'));
const all = facts('a', 'b', 'c', 'd', 'e', 'f', 'g');

/** Each part as its checks, those of them that are violated, and its cells. */
const drawn = (checks: Check[]): string[] =>
  partsOf(all, checks).map(
    (part) =>
      `${part.checks.map(({ id }) => id).join(', ')} | ${part.violated.join(', ')} | ${part.facts.map(({ ref }) => ref).join('')}`,
  );

describe('parts that hold a violation', () => {
  test('are checks that share a cell, in their order; what shares none is another part', () => {
    expect(
      drawn([
        check('d + e = f', 'satisfied'),
        check('c + b = d', 'satisfied'),
        check('a + b = c', 'violated'),
        check('g = g', 'violated'),
      ]),
    ).toEqual(['d + e = f, c + b = d, a + b = c | a + b = c | abcdef', 'g = g | g = g | g']);
  });

  test('a part with two violations is one', () => {
    expect(drawn([check('a + b = c', 'violated'), check('c + d = e', 'violated')])).toEqual([
      'a + b = c, c + d = e | a + b = c, c + d = e | abcde',
    ]);
  });

  test('where all holds there is none', () => {
    expect(drawn([check('a + b = c', 'satisfied')])).toEqual([]);
  });

  test('what cannot be decided connects nothing, unless no number stands in it', () => {
    const violated = check('a + b = c', 'violated');
    expect(drawn([violated, check('c + d = e', 'undetermined', 'not_read')])).toEqual([
      'a + b = c | a + b = c | abc',
    ]);
    expect(drawn([violated, check('c + d = e', 'undetermined')])).toEqual(['a + b = c | a + b = c | abc']);
    expect(drawn([violated, check('c + d = e', 'undetermined', 'no_number')])).toEqual([
      'a + b = c, c + d = e | a + b = c | abcde',
    ]);
  });
});

describe('a part as whole numbers', () => {
  test('decimals are scaled away, a blank or a mark stands as zero', () => {
    const [part] = partsOf(
      [factOf('a', '1.5'), factOf('b', ''), factOf('c', '/'), factOf('d', '20')],
      [check('a + b + c = d', 'violated')],
    );
    expect(part && systemOf(part)).toEqual({
      values: [15, 0, 0, 200],
      unit: 10,
      equations: [
        [
          { cell: 0, weight: 1 },
          { cell: 1, weight: 1 },
          { cell: 2, weight: 1 },
          { cell: 3, weight: -1 },
        ],
      ],
    });
  });

  test('a cell that the report does not have is none of the equation', () => {
    const [part] = partsOf(facts('a', 'c'), [check('a + b = c', 'violated')]);
    expect(part && systemOf(part)).toEqual({
      values: [1, 1],
      unit: 1,
      equations: [
        [
          { cell: 0, weight: 1 },
          { cell: 1, weight: -1 },
        ],
      ],
    });
  });
});
