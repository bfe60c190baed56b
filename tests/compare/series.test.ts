import { expect, test } from 'vitest';
import { bodiesOf, seriesOf } from '../../parser/compare/series.ts';
import type { YearReport } from '../../parser/compare/year-report.ts';
import { seriesSentences } from '../../parser/messages/history.ts';

const report = (authority: string, year: number): YearReport => ({
  authority,
  year,
  form: 'disclosure-2021',
  facts: () => [],
});
const series = (...reports: YearReport[]) => bodiesOf(reports).map(seriesOf);

test('years between the first and the last without a report are missing', () => {
  expect(series(report('甲县人民政府', 2023), report('甲县', 2019), report('甲县', 2020))).toEqual([
    { authority: '甲县人民政府', years: [2019, 2020, 2023], missing: [2021, 2022], before: null },
  ]);
});

test('two reports of one year are one year', () => {
  expect(series(report('甲县', 2020), report('甲县', 2020), report('甲县', 2021))).toEqual([
    { authority: '甲县', years: [2020, 2021], missing: [], before: null },
  ]);
});

test('a body that is called otherwise from one year to the next has a report before its first', () => {
  const [one, other] = series(report('青禾市环境保护局', 2019), report('青禾市生态环境保护局', 2020));
  expect([one?.before, other?.before]).toContainEqual({
    authority: '青禾市环境保护局',
    year: 2019,
    names: 'alike',
  });
});

test('where two bodies may have been it, none is taken', () => {
  const all = series(
    report('青禾市环境保护局', 2019),
    report('青禾市环境保护分局', 2019),
    report('青禾市生态环境保护局', 2020),
  );
  expect(all.map(({ before }) => before)).toEqual([null, null, null]);
});

test.each([
  ['zh-CN', ['没有 2020、2021 年度的报告，相邻年度无法比较']],
  ['en', ['no report was given for 2020 and 2021, so the neighbouring years cannot be compared']],
] as const)('says in %s what is missing, and nothing where nothing is', (language, sentences) => {
  const [gap] = series(report('甲县', 2019), report('甲县', 2022));
  const [whole] = series(report('甲县', 2019), report('甲县', 2020));
  expect(gap && seriesSentences(gap, language)).toEqual(sentences);
  expect(whole && seriesSentences(whole, language)).toEqual([]);
});
