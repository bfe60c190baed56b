import { expect, test } from 'vitest';
import { clerks, counties, offices, provinces, triedAuthors } from './authors.ts';
import { triedWordings } from './wordings.ts';

const rate = ([right, of]: [number, number]): number => right / of;

test('ways of putting numbers: none is called wrong that is right, and most that are wrong are', () => {
  const { agreeing, wrong, denials, alarms } = triedWordings();
  expect(alarms).toEqual([]);
  expect(wrong[1]).toBeGreaterThan(700);
  expect(rate(agreeing)).toBeGreaterThanOrEqual(0.96);
  expect(rate(wrong)).toBeGreaterThanOrEqual(0.92);
  expect(rate(denials)).toBeGreaterThanOrEqual(0.94);
});

test('sentences in many hands: none is called wrong that is right, of the half that was mended on', () => {
  const { agreeing, free, within, denials, sums, shares, twice, alarms } = triedAuthors('tuned');
  expect(alarms).toEqual([]);
  expect(free[1] + within[1]).toBeGreaterThan(350);
  expect(rate(agreeing)).toBeGreaterThanOrEqual(0.97);
  expect(rate(free)).toBeGreaterThanOrEqual(0.9);
  expect(rate(within)).toBeGreaterThanOrEqual(0.93);
  expect(rate(denials)).toBeGreaterThanOrEqual(0.93);
  for (const found of [sums, shares, twice]) expect(rate(found)).toBeGreaterThanOrEqual(0.8);
});

test('sentences of bodies of every kind: none is called wrong that is right', () => {
  const tuned = triedAuthors('tuned', provinces);
  expect(tuned.alarms).toEqual([]);
  expect(tuned.free[1] + tuned.within[1]).toBeGreaterThan(480);
  expect(rate(tuned.agreeing)).toBeGreaterThanOrEqual(0.95);
  for (const found of [tuned.free, tuned.within]) expect(rate(found)).toBeGreaterThanOrEqual(0.9);
  expect(rate(tuned.denials)).toBeGreaterThanOrEqual(0.9);
  expect(triedAuthors('held', provinces).alarms).toEqual([]);
});

test('sentences of offices of every year, large and small: none is called wrong that is right', () => {
  const tuned = triedAuthors('tuned', offices);
  expect(tuned.alarms).toEqual([]);
  expect(tuned.free[1] + tuned.within[1]).toBeGreaterThan(600);
  expect(rate(tuned.agreeing)).toBeGreaterThanOrEqual(0.93);
  expect(rate(tuned.free)).toBeGreaterThanOrEqual(0.87);
  expect(rate(tuned.within)).toBeGreaterThanOrEqual(0.9);
  expect(rate(tuned.denials)).toBeGreaterThanOrEqual(0.9);
  for (const found of [tuned.sums, tuned.shares, tuned.twice])
    expect(rate(found)).toBeGreaterThanOrEqual(0.7);
  expect(triedAuthors('held', offices).alarms).toEqual([]);
});

test('sentences of clerks with lists, brackets and odd order, half of them of other matters: none is called wrong that is right', () => {
  const tuned = triedAuthors('tuned', clerks);
  expect(tuned.alarms).toEqual([]);
  expect(tuned.free[1] + tuned.within[1]).toBeGreaterThan(400);
  expect(rate(tuned.agreeing)).toBeGreaterThanOrEqual(0.96);
  for (const found of [tuned.free, tuned.within, tuned.denials, tuned.shares, tuned.twice])
    expect(rate(found)).toBeGreaterThanOrEqual(0.85);
  expect(rate(tuned.sums)).toBeGreaterThanOrEqual(0.7);
  expect(triedAuthors('held', clerks).alarms).toEqual([]);
});

test('sentences of counties, districts, towns and hospitals as their pages have them: none is called wrong that is right', () => {
  const tuned = triedAuthors('tuned', counties);
  expect(tuned.alarms).toEqual([]);
  expect(tuned.sentences).toBeGreaterThan(300);
  expect(rate(tuned.agreeing)).toBeGreaterThanOrEqual(0.97);
  for (const found of [tuned.free, tuned.within, tuned.denials, tuned.shares, tuned.twice])
    expect(rate(found)).toBeGreaterThanOrEqual(0.88);
  expect(triedAuthors('held', counties).alarms).toEqual([]);
});
