import { expect, test } from 'vitest';
import { oneIn } from '../properties/seed.ts';
import { readCases } from './cases.ts';
import { judge } from './judge.ts';

/** What other programs make of a cell that is set in some way is read as it is seen, or called unreadable. */

const cases = readCases();

test('there are some hundred cases', () => expect(cases.length).toBeGreaterThan(700));

test.each(oneIn(16, cases).map((one) => [one.file, one] as const))('%s', async (_, one) => {
  const { outcome, why } = await judge(one);
  expect(['right', 'told'], why).toContain(outcome);
});
