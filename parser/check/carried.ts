import type { Token } from './clauses.ts';
import type { Predicate } from './prose-words.ts';

const isCarried = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.meaning.is === 'predicate' && token.meaning.predicate === 'carried';

/** 上年 right before 结转. */
export const followedByCarried = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === 'word' &&
    /^(?:上|去)(?:一)?年/.test(token.text) &&
    !token.text.endsWith('同期') &&
    isCarried(tokens[at + 1])
  );
};

/** 2019年结转 and 结转至2021年办理 in the report of 2020: the year belongs to the verb. */
export const carriedBeside = (
  tokens: readonly Token[],
  at: number,
  named: number,
  year: number | null,
): { predicate: Predicate | null; becomes: Predicate; last: number } | null => {
  if (year === null) return null;
  const skip = (from: number, step: 1 | -1): number => {
    let next = from;
    for (let steps = 0; steps < 2; steps++) {
      const token = tokens[next];
      if (token?.kind === 'word' && /^(?:至|到|入|年|度|年度|度内|从|由)$/.test(token.text)) next += step;
    }
    return next;
  };
  const previous = skip(at - 1, -1);
  if (isCarried(tokens[previous]))
    return { predicate: null, becomes: named > year ? 'carried_forward' : 'carried_over', last: at };
  const next = skip(at + 1, 1);
  if (named === year - 1 && isCarried(tokens[next]))
    return { predicate: 'carried_over', becomes: 'carried_over', last: next };
  return null;
};
