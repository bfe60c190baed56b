import type { Token } from './clauses.ts';
import { type CountedProse, placeOf, type TextPlace } from './counts.ts';

/** A day as the text names it; the year may be left out. */
type Day = { year: number | null; month: number; day: number };

/** The statistical period that a report states: 统计期限自2020年1月1日起至2020年12月31日止. */
export type StatedPeriod = TextPlace & {
  from: Day;
  to: Day;
  /** The year of the report. */
  year: number | null;
  /** `violated`: it is not the whole year of the report. */
  outcome: 'satisfied' | 'violated' | 'undetermined';
};

const opening = [
  '统计期限',
  '统计时限',
  '统计期间',
  '统计时间',
  '统计周期',
  '统计区间',
  '统计日期',
  '统计时段',
  '数据期限',
  '统计数据时间',
  '统计数据时段',
  '数据时间',
  '数据时段',
  '数据统计日期',
  '报告期限',
  '报告时限',
  '报告时段',
  '报告期为',
];

/** The days named in a row of tokens, each with the year before it where one stands there. */
const daysOf = (tokens: readonly Token[]): Day[] => {
  const days: Day[] = [];
  let year: number | null = null;
  let month: number | null = null;
  for (const token of tokens) {
    if (token.kind !== 'numeral') {
      // 2021年度报告的统计期限自1月1日: that year belongs to the report.
      if (month === null) year = null;
      continue;
    }
    const { numeral } = token;
    if (numeral.kind === 'year') year = numeral.value;
    else if (numeral.kind === 'month') month = numeral.value;
    else if (numeral.kind === 'day' && month !== null) {
      days.push({ year, month, day: numeral.value });
      year = null;
      month = null;
    }
  }
  return days;
};

/** The periods that a text gives for its figures, against the year of the report. */
export const statedPeriods = (text: readonly CountedProse[], year: number | null): StatedPeriod[] =>
  text.flatMap((prose) =>
    prose.sentences.flatMap(({ sentence }) => {
      const words = prose.folded.text.slice(sentence.start, sentence.end);
      const found = opening.map((word) => words.indexOf(word)).filter((at) => at >= 0);
      if (found.length === 0) return [];
      const start = sentence.start + Math.min(...found);
      const tokens = sentence.segments
        .flatMap((segment) => segment.tokens)
        .filter((token) => token.start >= start);
      const days = daysOf(tokens);
      const [from, to] = days;
      const first = tokens.find((token) => token.kind === 'numeral');
      if (!from || !to || !first) return [];
      const last = tokens.findLast((token) => token.kind === 'numeral');
      const wholeYear = from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31;
      const years = [from.year, to.year].filter((one) => one !== null);
      const outcome =
        year === null || days.length > 2
          ? 'undetermined'
          : wholeYear && years.every((one) => one === year)
            ? 'satisfied'
            : 'violated';
      return [{ ...placeOf(prose, start, last?.end ?? first.end, first.start), from, to, year, outcome }];
    }),
  );
