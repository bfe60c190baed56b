import { expect, test } from 'vitest';
import { type Heard, settled } from '../../parser/prose/agreement.ts';
import { stepsOf } from './steps.ts';

/** Ten times as much takes so many times the steps: ten, where they are in proportion, and a hundred, where it is quadratic. */
const growth = async (work: (size: number) => unknown): Promise<number> => {
  // What is made once belongs to neither.
  await stepsOf(() => work(10));
  const few = await stepsOf(() => work(100));
  return (await stepsOf(() => work(1_000))) / few;
};

const numbers = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

const wrong = (at: number): Heard => ({
  claim: {
    quote: '',
    value: at,
    about: [`requests.row_${at}.total`],
    scope: 'whole',
    outcome: 'violated',
    block: 0,
    at,
  },
  readings: String(at),
  sentence: 0,
  family: 'requests',
  outcome: 'violated',
  doubt: 'slight',
  tied: true,
});

test('a search within a loop is seen, though each is one call of a built-in function', async () => {
  expect(
    await growth((size) => numbers(size).filter((one, _, all) => all.includes(-one - 1))),
  ).toBeGreaterThan(40);
  expect(await growth((size) => numbers(size).map((_, at, all) => all.slice(at)))).toBeGreaterThan(40);
  expect(
    await growth((size) => numbers(size).filter(() => '一'.repeat(size).indexOf('二') > 0)),
  ).toBeGreaterThan(40);
});

test('a loop of the parser within another is seen', async () => {
  const heard = numbers(1_000).map(wrong);
  // As the counts of a paragraph would be settled, if each were held against all the others.
  expect(
    await growth((size) => {
      for (let at = 0; at < size; at++) settled(heard.slice(0, size));
    }),
  ).toBeGreaterThan(40);
  expect(await growth((size) => settled(heard.slice(0, size)))).toBeLessThan(15);
});
