import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../parser/recognise/align.ts';
import { runs, seeded } from '../properties/seed.ts';

/** Pairs equal letters; a letter and its capital are alike by half. */
const pairs = (printed: string, official: string, least = 0.5): string =>
  align(
    printed.length,
    official.length,
    (i, j) => {
      const [a = '', b = ''] = [printed[i], official[j]];
      return a === b ? 1 : a.toLowerCase() === b.toLowerCase() ? 0.5 : 0;
    },
    least,
  )
    .map((partner) => (partner === null ? '-' : String(partner)))
    .join('');

describe('alignment', () => {
  test('equal lists pair one to one', () => {
    expect(pairs('abcd', 'abcd')).toBe('0123');
  });

  test('a missing official item is passed over', () => {
    expect(pairs('abd', 'abcd')).toBe('013');
  });

  test('a printed item that is not official gets no partner', () => {
    expect(pairs('abxcd', 'abcd')).toBe('01-23');
  });

  test('pairs never cross: of two that would, one is left', () => {
    expect(pairs('ba', 'ab').replace('-', '')).toHaveLength(1);
  });

  test('the pairing with the greatest sum of likeness, not the first that fits', () => {
    // taking A for a would leave nothing for the real a
    expect(pairs('Aab', 'ab')).toBe('-01');
  });

  test('a pair below the least likeness is never made', () => {
    expect(pairs('A', 'a', 0.5)).toBe('0');
    expect(pairs('A', 'a', 0.6)).toBe('-');
  });

  test('empty lists', () => {
    expect(pairs('', 'ab')).toBe('');
    expect(pairs('ab', '')).toBe('--');
  });

  const scores = fc.integer({ min: 1, max: 5 }).chain((official) =>
    fc.array(
      fc.array(fc.constantFrom(0, 0.4, 0.5, 0.7, 0.8, 1), { minLength: official, maxLength: official }),
      {
        maxLength: 5,
      },
    ),
  );

  test(`no pairing in order has a greater sum (${seeded})`, () => {
    const bestOf = (rows: number[][], from: number): number => {
      const [row, ...rest] = rows;
      if (!row) return 0;
      let best = bestOf(rest, from);
      for (let j = from; j < row.length; j++) {
        const score = row[j] ?? 0;
        if (score >= 0.5) best = Math.max(best, score + bestOf(rest, j + 1));
      }
      return best;
    };
    fc.assert(
      fc.property(scores, (rows) => {
        const partners = align(rows.length, rows[0]?.length ?? 0, (i, j) => rows[i]?.[j] ?? 0, 0.5);
        const made = partners.flatMap((partner, i) => (partner === null ? [] : [{ i, partner }]));
        expect(made.map(({ partner }) => partner)).toEqual(
          [...new Set(made.map(({ partner }) => partner))].sort((a, b) => a - b),
        );
        const sum = made.reduce((total, { i, partner }) => total + (rows[i]?.[partner] ?? 0), 0);
        expect(sum).toBeCloseTo(bestOf(rows, 0), 10);
      }),
      runs(500),
    );
  });
});
