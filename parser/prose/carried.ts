import type { Segment, Token } from './clauses.ts';
import type { Predicate } from './meaning.ts';

const isCarried = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  (token.meaning.is === 'carrying' ||
    (token.meaning.is === 'predicate' && token.meaning.predicate === 'carried'));

/** 上年 or 下年度 right before 结转. */
export const followedByCarried = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === 'word' &&
    /^(?:上|去|下|次|明)(?:一)?年/.test(token.text) &&
    !token.text.endsWith('同期') &&
    isCarried(tokens[at + 1])
  );
};

/** Past 至, 到 and 年度 between a year and its verb. */
const pastJoints = (tokens: readonly Token[], from: number, step: 1 | -1): number => {
  let next = from;
  for (let steps = 0; steps < 2; steps++) {
    const token = tokens[next];
    if (token?.kind === 'word' && /^(?:至|到|入|年|度|年度|度内|从|由)$/.test(token.text)) next += step;
  }
  return next;
};

/** 顺延至2023年 in the report of 2022. */
export const carriedTo = (
  tokens: readonly Token[],
  at: number,
  year: number | null,
): { predicate: Predicate; last: number } | null => {
  const last = pastJoints(tokens, at + 1, 1);
  const token = tokens[last];
  if (year === null || token?.kind !== 'numeral' || token.numeral.kind !== 'year') return null;
  if (token.numeral.value === year + 1) return { predicate: 'carriedForward', last };
  return token.numeral.value === year - 1 ? { predicate: 'carriedOver', last } : null;
};

/** 2019年结转 and 结转至2021年办理 in the report of 2020: the year belongs to the verb. */
export const carriedBeside = (
  tokens: readonly Token[],
  at: number,
  named: number,
  year: number | null,
): { predicate: Predicate | null; becomes: Predicate; last: number } | null => {
  if (year === null) return null;
  const previous = pastJoints(tokens, at - 1, -1);
  if (isCarried(tokens[previous]))
    return { predicate: null, becomes: named > year ? 'carriedForward' : 'carriedOver', last: at };
  const next = pastJoints(tokens, at + 1, 1);
  if (named === year - 1 && isCarried(tokens[next]))
    return { predicate: 'carriedOver', becomes: 'carriedOver', last: next };
  return null;
};

/** 新收, 上年结转, 结转下年 */
export const remembersArrival = ({ tokens }: Segment): boolean =>
  tokens.some(
    (token) =>
      token.kind === 'word' &&
      token.meaning.is === 'predicate' &&
      (token.meaning.predicate === 'new' ||
        (token.meaning.predicate.startsWith('carried') && token.meaning.predicate !== 'carried')),
  );
