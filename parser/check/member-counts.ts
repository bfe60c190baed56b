import type { Token } from './clauses.ts';
import type { Numeral } from './numerals.ts';

/** A count of a member, with the words before it and, up to the next mark, behind it. */
export type Figure = { numeral: Numeral; left: readonly Token[]; right: readonly Token[] };

const isFigure = (token: Token, next: Token | undefined, last: Token | undefined): boolean => {
  if (token.kind !== 'numeral') return false;
  const { numeral } = token;
  if (numeral.kind === 'count') return true;
  // 申请数量为227。
  return (
    numeral.kind === 'bare' &&
    numeral.exact &&
    last?.kind === 'word' &&
    /^(?:为|共为|合计为|共计|合计)$/.test(last.text) &&
    (next === undefined || next.kind === 'stop')
  );
};

const none: readonly Token[] = [];

/** The counts of a member, each with the words before it and, up to the next mark, behind it. */
export const figuresOf = (tokens: readonly Token[]): { figures: Figure[]; tail: Token[] } => {
  const figures: Figure[] = [];
  let left: Token[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'numeral' && isFigure(token, tokens[at + 1], tokens[at - 1])) {
      const previous = figures.at(-1);
      if (previous) {
        // 3件不予公开、2件部分公开: a list mark parts what belongs to the number before it.
        const mark = left.findIndex((one) => one.kind === 'stop');
        if (mark >= 0) {
          previous.right = left.slice(0, mark);
          left = left.slice(mark + 1);
        } else if (left[0]?.kind === 'word' && left[0].meaning.is === 'topic')
          previous.right = left.slice(0, 1);
      }
      figures.push({ numeral: token.numeral, left: left.length > 0 ? left : none, right: none });
      if (left.length > 0) left = [];
    } else left.push(token);
  });
  const last = figures.at(-1);
  if (last) last.right = left.slice(0, Math.max(0, leftEnd(left)));
  return { figures, tail: left };
};

const leftEnd = (tokens: readonly Token[]): number => {
  const mark = tokens.findIndex((one) => one.kind === 'stop');
  return mark < 0 ? tokens.length : mark;
};
