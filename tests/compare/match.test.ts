import { expect, test } from 'vitest';
import { matchReports } from '../../parser/compare/match.ts';
import type { Extraction } from '../../parser/extraction.ts';
import { readReport } from '../check/read-report.ts';
import { inventReport } from '../corpus-pages/report.ts';

const report = (authority: string, year: number): Extraction =>
  readReport(inventReport('disclosure-2021', 1, { authority, year }));
const brief = ({ pairs, alone }: ReturnType<typeof matchReports>) => ({
  pairs: pairs.map((pair) => pair.map(({ authority, year }) => `${authority?.value} ${year?.value}`)),
  alone: alone.map(({ which, report: { authority, year } }) => `${which} ${authority?.value} ${year?.value}`),
});

test('one report on each side are compared, whatever they are', () => {
  const pair = matchReports([report('青禾市财政局', 2021)], [report('青禾市教育局', 2022)]);
  expect(brief(pair)).toEqual({ pairs: [['青禾市财政局 2021', '青禾市教育局 2022']], alone: [] });
});

test('of many, those of one body and year; then those of one body; the rest is left alone', () => {
  const ones = [report('青禾市财政局', 2021), report('青禾市财政局', 2022), report('青禾市教育局', 2021)];
  const others = [report('青禾市财政局', 2022), report('青禾市教育局', 2023), report('青禾市水利局', 2022)];
  expect(brief(matchReports(ones, others))).toEqual({
    pairs: [
      ['青禾市财政局 2022', '青禾市财政局 2022'],
      ['青禾市教育局 2021', '青禾市教育局 2023'],
    ],
    alone: ['one 青禾市财政局 2021', 'other 青禾市水利局 2022'],
  });
});

test('which of two reports of one body and year is meant is not guessed', () => {
  const twice = [report('青禾市财政局', 2021), report('青禾市财政局', 2021)];
  expect(matchReports(twice, [report('青禾市财政局', 2021)]).pairs).toEqual([]);
});
