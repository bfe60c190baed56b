import { describe, expect, test } from 'vitest';
import type { LineReading } from '../../parser/tabulation.ts';
import { drawn } from '../table/sheets.ts';
import { relationsIn } from '../tables/found.ts';

/** How exact the figures of a table are taken to be: what a difference of a few units says. */

const lineAt = (rows: string, at: number): LineReading | undefined =>
  relationsIn(drawn(rows))
    .flatMap(({ lines }) => lines)
    .find((line) => line.at === at);

/** Rows of three parts and their total, of which the last total is off. */
const sums = (heading: string, parts: readonly (readonly number[])[], off: number): string =>
  [
    `地区 | ${heading.replaceAll(',', ' | ')}`,
    ...parts.map((row, at) => {
      const total = row.reduce((sum, one) => sum + one, 0) + (at === parts.length - 1 ? off : 0);
      return `${'甲乙丙丁戊己庚辛壬癸'[at]}区 | ${row.join(' | ')} | ${total}`;
    }),
  ].join('\n');

const figures = [
  [1203, 2317, 4419],
  [3121, 1178, 2236],
  [2904, 3345, 1187],
  [1466, 2573, 3391],
  [4082, 1615, 2749],
];

describe('what counts things is exact', () => {
  test('persons that are one too many are no rounding', () => {
    const rows = sums('城镇（人）,乡村（人）,其他（人）,合计（人）', figures, 1);
    expect(lineAt(rows, 5)).toMatchObject({ outcome: 'violated', rounding: false, strength: 'asserted' });
  });

  test('the heading may say so: 户数', () => {
    const rows = sums('城镇户数,乡村户数,其他户数,合计户数', figures, -1);
    expect(lineAt(rows, 5)).toMatchObject({ outcome: 'violated', strength: 'asserted' });
  });

  test.each(['城镇（万元）,乡村（万元）,其他（万元）,合计（万元）', '城镇,乡村,其他,合计'])(
    'amounts, and what is counted in nobody knows what, may be rounded: %s',
    (heading) => {
      expect(lineAt(sums(heading, figures, 1), 5)).toMatchObject({ outcome: 'satisfied', rounding: true });
    },
  );

  test('where several lines are off by one, they are rounded whatever their unit is called', () => {
    const rows = sums('城镇（人）,乡村（人）,其他（人）,合计（人）', figures, 1).replace('| 7939', '| 7940');
    expect(lineAt(rows, 1)).toMatchObject({ outcome: 'satisfied', rounding: true });
    expect(lineAt(rows, 5)).toMatchObject({ outcome: 'satisfied', rounding: true });
  });
});

describe('what is rounded to more than its last place', () => {
  const hundreds = figures.map((row) => row.map((one) => Math.round(one / 10) * 1000));

  test('two sums that are off by a hundred among multiples of it hold within rounding', () => {
    const rows = sums('一,二,三,合计', hundreds, 1000).replace('| 794000', '| 793000');
    expect(lineAt(rows, 5)).toMatchObject({ outcome: 'satisfied', rounding: true, difference: 1000 });
  });

  test('one alone may be either, and is a hint', () => {
    expect(lineAt(sums('一,二,三,合计', hundreds, 1000), 5)).toMatchObject({
      outcome: 'violated',
      strength: 'hint',
    });
  });

  test('what no rounding explains is asserted', () => {
    expect(lineAt(sums('一,二,三,合计', hundreds, 90_000), 5)).toMatchObject({
      outcome: 'violated',
      strength: 'asserted',
    });
  });

  test('counts that are rounded at random to 5 are so beside their percentages and above a number in a note', () => {
    const rows = `
      人口 | 农业户 | 总人口 | 农业户占比 | 总人口占比
      合计 | 16785 | 1573685 | 100.0 | 100.0
      甲 | 4235 | 877130 | 25.2 | 55.7
      乙 | 11860 | 587545 | 70.7 | 37.3
      丙 | 135 | 64025 | 0.8 | 4.1
      丁 | 300 | 22310 | 1.8 | 1.4
      戊 | 255 | 22670 | 1.5 | 1.4
      见附表 | 43 | | | `;
    expect(lineAt(rows, 2)).toMatchObject({ difference: 5, outcome: 'violated', strength: 'hint' });
  });

  test('decimals that are padded with zeros say nothing: 1,425.20 = 1,020.6 + 404.6', () => {
    const parts = [
      [1020.6, 404.6],
      [1056.7, 426.5],
      [1094.5, 448.7],
      [1096.4, 473.3],
      [1148.8, 513.9],
      [1164.1, 492.2],
      [1185.8, 513.3],
    ];
    const rows = [
      '年份 | 合计 | 男 | 女',
      ...parts.map(
        ([men = 0, women = 0], at) =>
          `${1981 + at} | ${(men + women + (at === 2 || at === 5 ? 0.1 : 0)).toFixed(2)} | ${men.toFixed(2)} | ${women}`,
      ),
    ].join('\n');
    expect(lineAt(rows, 3)).toMatchObject({ outcome: 'satisfied', rounding: true });
  });
});

test('figures that may be cut off and not rounded are hints, unless the others agree to the last digit', () => {
  const cells = (row: readonly number[], total: number): string =>
    `${row.map((one) => (one / 100).toFixed(2)).join(' | ')} | ${(total / 100).toFixed(2)}`;
  const rows = (offs: readonly number[]): string =>
    [
      '地区 | 一 | 二 | 三 | 合计',
      ...figures.map(
        (row, at) =>
          `${'甲乙丙丁戊'[at]}区 | ${cells(row, row.reduce((a, b) => a + b, 0) + (offs[at] ?? 0))}`,
      ),
    ].join('\n');
  expect(lineAt(rows([1, 0, -1, 0, 3]), 5)).toMatchObject({ outcome: 'violated', strength: 'hint' });
  expect(lineAt(rows([0, 0, 0, 0, 3]), 5)).toMatchObject({ outcome: 'violated', strength: 'asserted' });
});
