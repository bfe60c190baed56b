import type { Token } from './clauses.ts';
import type { Numeral } from './numerals.ts';

/** 截至12月底 */
const endsYear = (tokens: readonly Token[], at: number): boolean => {
  const [before, month, behind] = tokens.slice(Math.max(0, at - 1), at + 2);
  return (
    before?.kind === 'word' &&
    /^(?:截至|截止|至|到)$/.test(before.text) &&
    month?.kind === 'numeral' &&
    month.numeral.value === 12 &&
    behind?.kind === 'word' &&
    /^(?:底|末|年底|年末)$/.test(behind.text)
  );
};

/** 2020年至2022年, 2021年和2022年 in the report of 2022: no number of several years is this year's. */
export const endsRange = (tokens: readonly Token[], at: number, year: number | null): boolean => {
  const joint = tokens[at - 1];
  const first = tokens[at - 2];
  return (
    first?.kind === 'numeral' &&
    first.numeral.kind === 'year' &&
    first.numeral.value !== year &&
    (joint?.kind === 'stop' ||
      (joint?.kind === 'unknown' && joint.text === '～') ||
      (joint?.kind === 'word' && /^(?:至|到|和|与|及|以及)$/.test(joint.text)))
  );
};

/** 将于2023年1月答复 in the report of 2022, 将于下一年度办结 */
export const isPutOff = (tokens: readonly Token[], year: number | null): boolean => {
  const will = tokens.findIndex((token) => token.kind === 'word' && token.text === '将');
  return (
    year !== null &&
    will >= 0 &&
    tokens
      .slice(will)
      .some(
        (token) =>
          (token.kind === 'numeral' && token.numeral.kind === 'year' && token.numeral.value === year + 1) ||
          (token.kind === 'word' && /^(?:下|次|明)(?:一)?年度?$/.test(token.text)),
      )
  );
};

const isMonth = (token: Token | undefined, month: number): boolean =>
  token?.kind === 'numeral' && token.numeral.kind === 'month' && token.numeral.value === month;
const isTo = (token: Token | undefined): boolean =>
  (token?.kind === 'word' || token?.kind === 'unknown') && /^[至到～~－-]$/.test(token.text);

/** 1月至12月: either of the two. */
const isWholeYear = (tokens: readonly Token[], at: number): boolean =>
  (isMonth(tokens[at], 1) && isTo(tokens[at + 1]) && isMonth(tokens[at + 2], 12)) ||
  (isMonth(tokens[at - 2], 1) && isTo(tokens[at - 1]) && isMonth(tokens[at], 12));

/**
 * Does a month or a day leave the year that is spoken of? 1月1日 and 12月31日 bound it, 截至12月底 ends it; 3月收到 is within.
 *
 * @param month the one that a day is of.
 */
export const isOtherTime = (
  tokens: readonly Token[],
  at: number,
  { kind, value }: Numeral,
  month: number | null,
): boolean => {
  if (kind === 'month' && isWholeYear(tokens, at)) return false;
  if (kind === 'day') return !((month === 1 && value === 1) || (month === 12 && value === 31));
  const day = tokens[at + 1];
  // 1月收到 is a month, 1月1日 may begin the year.
  const dated = (day?.kind === 'numeral' && day.numeral.kind === 'day') || endsYear(tokens, at);
  return !dated || !(value === 1 || value === 12);
};
