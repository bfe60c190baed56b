import { describe, expect, test } from 'vitest';
import { type Located, localise, type System } from '../../parser/check/localise.ts';
import { seeded } from '../corpus-pages/report.ts';

const unbounded = { looks: 1_000_000, repairs: 10_000 };

/** Equations as lines of weights, one for each cell. */
const system = (values: number[], lines: number[][], unit = 1): System => ({
  values,
  unit,
  equations: lines.map((weights) =>
    weights.flatMap((weight, cell) => (weight === 0 ? [] : [{ cell, weight }])),
  ),
});

const drawn = ({ repairs }: Located): string[] =>
  repairs.map((repair) => repair.map(({ cell, value }) => `${cell}=${value}`).join(' '));

describe('by hand', () => {
  test('nothing to do', () => {
    expect(localise(system([1, 2, 3], [[1, 1, -1]]), unbounded)).toEqual({ repairs: [], complete: true });
  });

  test('each cell of one equation, but none below nothing', () => {
    expect(drawn(localise(system([1, 2, 9], [[1, 1, -1]]), unbounded))).toEqual(['0=7', '1=8', '2=3']);
    expect(drawn(localise(system([1, 2, 1], [[1, 1, -1]]), unbounded))).toEqual(['1=0', '2=3']);
  });

  test('the cell that two equations share', () => {
    const lines = [
      [1, 1, -1, 0],
      [0, 1, 0, -1],
    ];
    expect(drawn(localise(system([1, 5, 3, 2], lines), unbounded))).toEqual(['1=2']);
  });

  test('two errors that cancel where an equation holds', () => {
    // Rows 0+1 = 10 and 2+3 = 10 hold; columns 0+2 and 1+3 do not.
    const lines = [
      [1, 1, 0, 0, -1, 0, 0, 0],
      [0, 0, 1, 1, 0, -1, 0, 0],
      [1, 0, 1, 0, 0, 0, -1, 0],
      [0, 1, 0, 1, 0, 0, 0, -1],
    ];
    expect(drawn(localise(system([7, 3, 4, 6, 10, 10, 10, 10], lines), unbounded))).toEqual([
      '0=6 1=4',
      '2=3 3=7',
      '6=11 7=9',
    ]);
  });

  test('only multiples of the unit', () => {
    // In tenths. 1.5 + 2 = 4.5: whole only in the middle. 1.5 + 2 = 4: only the figure with a decimal can take up the half.
    expect(drawn(localise(system([15, 20, 45], [[1, 1, -1]], 10), unbounded))).toEqual(['1=30']);
    expect(drawn(localise(system([15, 20, 40], [[1, 1, -1]], 10), unbounded))).toEqual(['0=20']);
  });

  test('a family of values: the least change in all', () => {
    // In tenths, 0.2 + 0.1 = 3: both become whole, from 3 and 0 to 0 and 3. The smaller part of the decimals is given up.
    expect(drawn(localise(system([2, 1, 30], [[1, 1, -1]], 10), unbounded))).toEqual(['0=30 1=0']);
    expect(drawn(localise(system([1, 2, 30], [[1, 1, -1]], 10), unbounded))).toEqual(['0=0 1=30']);
  });

  test('a bound ends the search and is admitted', () => {
    const one = system([1, 2, 9], [[1, 1, -1]]);
    expect(localise(one, { looks: 1, repairs: 10 })).toEqual({ repairs: [], complete: false });
    const two = localise(one, { looks: 100, repairs: 2 });
    expect([drawn(two), two.complete]).toEqual([['0=7', '1=8'], false]);
  });
});

/**
 * Table three in small: two outcome rows and （七）, 一 and 四; two kinds of applicants and 总计. 15 cells, 11 equations.
 * Cells by row: outcome, outcome, processed, received, forward.
 */
const small = ((): number[][] => {
  const line = (weights: [row: number, column: number, weight: number][]): number[] => {
    const all = Array.from({ length: 15 }, () => 0);
    for (const [row, column, weight] of weights) all[row * 3 + column] = weight;
    return all;
  };
  const across = [0, 1, 2, 3, 4].map((row) =>
    line([
      [row, 0, 1],
      [row, 1, 1],
      [row, 2, -1],
    ]),
  );
  const down = [0, 1, 2].flatMap((column) => [
    line([
      [0, column, 1],
      [1, column, 1],
      [2, column, -1],
    ]),
    line([
      [3, column, 1],
      [2, column, -1],
      [4, column, -1],
    ]),
  ]);
  return [...across, ...down];
})();

const consistent = (random: () => number): number[] => {
  const below = (most: number): number => Math.floor(random() * most);
  const columns = [0, 1].map(() => {
    const [first, second, forward] = [below(4), below(4), below(3)];
    return [first, second, first + second, first + second + forward, forward];
  });
  return [0, 1, 2, 3, 4].flatMap((row) => {
    const [a, b] = columns.map((column) => column[row] ?? 0);
    return [a ?? 0, b ?? 0, (a ?? 0) + (b ?? 0)];
  });
};

/** Every smallest set, found by trying every value of every set; null where it would take more than `most` cells. */
const byForce = (
  { values, equations }: System,
  most: number,
  highest: number,
): Map<string, number> | null => {
  const residual = (value: readonly number[], at: number): number =>
    (equations[at] ?? []).reduce((sum, { cell, weight }) => sum + weight * (value[cell] ?? 0), 0);
  const violated = equations.flatMap((terms, at) => (residual(values, at) === 0 ? [] : [terms]));
  const found = new Map<string, number>();
  const fill = (set: readonly number[], at: number, value: number[]): void => {
    const cell = set[at];
    if (cell === undefined) {
      if (equations.some((_, index) => residual(value, index) !== 0)) return;
      const by = set.reduce((sum, one) => sum + Math.abs((value[one] ?? 0) - (values[one] ?? 0)), 0);
      const key = set.join(' ');
      found.set(key, Math.min(found.get(key) ?? Number.POSITIVE_INFINITY, by));
      return;
    }
    const later = set.slice(at + 1);
    const settled = equations.flatMap((terms, index) =>
      terms.some((term) => term.cell === cell) && !terms.some((term) => later.includes(term.cell))
        ? [index]
        : [],
    );
    for (let one = 0; one <= highest; one += 1) {
      const next = value.with(cell, one);
      if (one !== values[cell] && settled.every((index) => residual(next, index) === 0))
        fill(set, at + 1, next);
    }
  };
  const sets = (size: number, from: number, set: readonly number[]): void => {
    if (size === 0) {
      if (violated.every((terms) => terms.some(({ cell }) => set.includes(cell)))) fill(set, 0, [...values]);
      return;
    }
    for (let cell = from; cell < values.length; cell += 1) sets(size - 1, cell + 1, [...set, cell]);
  };
  for (let size = 1; size <= most; size += 1) {
    sets(size, 0, []);
    if (found.size > 0) return found;
  }
  return null;
};

test('a small table three: the same sets as trying every value of every set, with the least change', () => {
  const random = seeded(2019);
  const sizes: number[] = [];
  for (let run = 0; run < 120; run += 1) {
    const values = consistent(random);
    for (let errors = 1 + (run % 3); errors > 0; errors -= 1)
      values[Math.floor(random() * 15)] = Math.floor(random() * 12);
    const one = system(values, small);
    const wanted = byForce(one, 3, 30);
    const located = localise(one, unbounded);
    if (small.every((line) => line.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0) === 0)) {
      expect(located).toEqual({ repairs: [], complete: true });
      continue;
    }
    expect(located.complete).toBe(true);
    expect(located.repairs.length, 'some change always does').toBeGreaterThan(0);
    if (wanted === null) {
      expect(located.repairs[0]?.length).toBeGreaterThan(3);
      continue;
    }
    sizes.push(located.repairs[0]?.length ?? 0);
    const found = new Map(
      located.repairs.map((repair) => [
        repair.map(({ cell }) => cell).join(' '),
        repair.reduce((sum, { cell, value }) => sum + Math.abs(value - (values[cell] ?? 0)), 0),
      ]),
    );
    expect(found.size, 'no set twice').toBe(located.repairs.length);
    expect(new Map([...found].sort()), `run ${run}: ${values.join(' ')}`).toEqual(
      new Map([...wanted].sort()),
    );
  }
  for (const size of [1, 2, 3]) expect(sizes).toContain(size);
}, 30_000);

describe('the search', () => {
  /** Rows and columns of a square whose last row and column are their totals. */
  const square = (size: number): number[][] => {
    const cells = size * size;
    const line = (has: (cell: number) => boolean, isTotal: (cell: number) => boolean): number[] =>
      Array.from({ length: cells }, (_, cell) => (has(cell) ? (isTotal(cell) ? -1 : 1) : 0));
    const ordinals = [...Array(size).keys()];
    return [
      ...ordinals.map((row) =>
        line(
          (cell) => Math.floor(cell / size) === row,
          (cell) => cell % size === size - 1,
        ),
      ),
      ...ordinals.map((column) =>
        line(
          (cell) => cell % size === column,
          (cell) => cell >= cells - size,
        ),
      ),
    ];
  };
  const table = (...figures: number[]): System => system(figures, square(4));
  const chained = [
    [1, 1, -1, 0, 0],
    [0, 0, 1, 1, -1],
  ];
  const apart = [
    [1, 1, -1, 0, 0, 0],
    [0, 0, 0, 1, 1, -1],
  ];

  test.each<[string, System, number, string[]]>([
    ['one equation', system([1, 2, 9], [[1, 1, -1]]), 5, ['0=7', '1=8', '2=3']],
    ['the total of all', table(1, 2, 3, 6, 4, 5, 6, 15, 7, 8, 9, 24, 12, 15, 18, 46), 4, ['15=45']],
    ['one cell in the middle', table(1, 2, 3, 6, 4, 6, 6, 15, 7, 8, 9, 24, 12, 15, 18, 45), 4, ['5=5']],
    ['two in one column', table(1, 2, 3, 6, 4, 6, 6, 15, 7, 9, 9, 24, 12, 15, 18, 45), 20, ['5=5 9=8']],
    [
      'three anywhere',
      table(1, 2, 4, 6, 4, 6, 6, 15, 8, 8, 9, 24, 12, 15, 18, 45),
      46,
      ['0=0 5=5 10=8', '0=0 6=5 9=7', '1=1 4=3 10=8', '1=1 6=5 8=7', '2=3 4=3 9=7', '2=3 5=5 8=7'],
    ],
    ['two wholes of decimals', system([2, 1, 30], [[1, 1, -1]], 10), 13, ['0=30 1=0']],
    ['decimals that cancel', system([15, 15, 30, 5, 5], chained, 10), 15, ['3=0 4=30']],
    [
      'one of each of two that share nothing',
      system([1, 1, 5, 1, 1, 9], apart),
      18,
      ['0=4 3=8', '0=4 4=8', '0=4 5=2', '1=4 3=8', '1=4 4=8', '1=4 5=2', '2=2 3=8', '2=2 4=8', '2=2 5=2'],
    ],
    [
      'weights that are none of 1 and −1',
      system(
        [3, 1, 9, 5],
        [
          [2, 1, -1, 0],
          [0, 3, -1, 1],
          [1, 0, 0, -1],
        ],
      ),
      34,
      ['0=2 2=5 3=2'],
    ],
  ])('looks no further than it must: %s', (_, one, looks, repairs) => {
    const found = localise(one, { looks, repairs: 1000 });
    expect([drawn(found), found.complete]).toEqual([repairs, true]);
    expect(localise(one, { looks: looks - 1, repairs: 1000 }).complete).toBe(false);
  });

  test('gives up where a sum is none that a double holds', () => {
    const large = Number.MAX_SAFE_INTEGER;
    expect(localise(system([large, large, 1], [[1, 1, -1]]), unbounded)).toEqual({
      repairs: [],
      complete: false,
    });
    expect(localise(system([large + 1, 2, 1], [[0, 1, -1]]), unbounded)).toEqual({
      repairs: [],
      complete: false,
    });
  });

  test('two figures that add up to nothing are both nothing', () => {
    expect(drawn(localise(system([1, 1], [[1, 1]]), unbounded))).toEqual(['0=0 1=0']);
  });

  test('a fault of ours is none of its bounds', () => {
    const broken = { values: [1, 2], unit: 1, equations: [null] } as unknown as System;
    expect(() => localise(broken, unbounded)).toThrow(TypeError);
  });
});
