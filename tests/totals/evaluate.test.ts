import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableOf } from '../../parser/table/table.ts';
import { evaluate } from '../../parser/totals/evaluate.ts';
import { figuresOf } from '../../parser/totals/figures.ts';
import { runs, seeded } from '../properties/seed.ts';
import { drawn } from '../table/sheets.ts';

/** One row, of which the first figure is the total of the others. */
const evaluated = (...cells: string[]) => {
  const names = ['合计', ...cells.slice(1).map((_, at) => `第${'甲乙丙丁戊己庚辛'[at]}项`)];
  const sheet = tableOf(
    drawn(
      `项目 | ${names.join(' | ')}\n数额 | ${cells.join(' | ')}\n另行 | ${cells.map(() => '1').join(' | ')}`,
    ),
  );
  const slot = (column: number): number => sheet.width + column;
  const parts = cells.slice(1).map((_, at) => ({ slot: slot(at + 2), weight: 1 as const }));
  return evaluate(figuresOf(sheet), { target: slot(1), parts });
};

test.each([
  [['0.30', '0.10', '0.20'], { outcome: 'satisfied', rounding: false, difference: 0 }],
  [['10.01', '3.34', '3.33', '3.33'], { outcome: 'satisfied', rounding: true, difference: 0.01 }],
  [['10.03', '3.34', '3.33', '3.33'], { outcome: 'violated', rounding: false, difference: 0.03 }],
  // Two addends that are not 0 and a total: 3 halves of the last place, and no more.
  [['10', '4', '5'], { outcome: 'satisfied', rounding: true }],
  [['11', '4', '5'], { outcome: 'violated', difference: 2 }],
  [['10', '4', '6', '0', '0', '0'], { outcome: 'satisfied', rounding: false }],
  [['10.5', '4', '6'], { outcome: 'satisfied', rounding: true }],
  [['12', '4', '', '8'], { outcome: 'satisfied', live: 2 }],
  [['12', '4', '-', '8'], { outcome: 'satisfied', live: 2 }],
  [['12', '4', '>7', '8'], { outcome: 'undetermined', reason: 'not_read' }],
  [['12', '4', '29,70-', '8'], { outcome: 'undetermined', reason: 'not_read' }],
  [['12', '4', '…', '8'], { outcome: 'undetermined', reason: 'not_read' }],
  [['', '4', '8'], { outcome: 'undetermined', reason: 'blank_total' }],
  [['', '', ''], { outcome: 'undetermined', reason: 'no_number' }],
])('%j', (cells, expected) => {
  expect(evaluated(...cells)).toMatchObject(expected);
});

test(`rounded parts never contradict their rounded sum (${seeded})`, () => {
  const figure = fc.integer({ min: -10_000_000, max: 10_000_000 });
  fc.assert(
    fc.property(
      fc.array(figure, { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 0, max: 3 }),
      (exact, decimals) => {
        // Figures in thousandths, printed with fewer places.
        const printed = (units: number): string =>
          (Math.round(units / 10 ** (3 - decimals)) / 10 ** decimals).toFixed(decimals);
        const total = exact.reduce((a, b) => a + b, 0);
        expect(evaluated(printed(total), ...exact.map(printed)).outcome).not.toBe('violated');
      },
    ),
    runs(300),
  );
});

test(`what is off by more than the intervals allow is violated, however large the figures (${seeded})`, () => {
  const figure = fc.integer({ min: 1, max: 900_000_000_000_000 });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 2, maxLength: 6 }), (parts) => {
      const total = parts.reduce((sum, part) => sum + BigInt(part), 0n) + BigInt(parts.length) + 2n;
      if (total > 9_000_000_000_000_000n) return;
      expect(evaluated(String(total), ...parts.map(String))).toMatchObject({
        outcome: 'violated',
        difference: parts.length + 2,
      });
    }),
    runs(200),
  );
});
