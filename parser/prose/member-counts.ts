import type { Token } from './clauses.ts';
import type { Numeral } from './numerals.ts';
import { isAndSoOn } from './word-classes.ts';

/** A count of a member, with the words before it and, up to the next mark, behind it. */
export type MemberFigure = { numeral: Numeral; left: readonly Token[]; right: readonly Token[] };

const names: ReadonlySet<string> = new Set(['row', 'column', 'applicant']);

const isFigure = (token: Token, next: Token | undefined, last: Token | undefined): boolean => {
  if (token.kind !== 'numeral') return false;
  const { numeral } = token;
  if (numeral.kind === 'count') return true;
  // 申请数量为227。 其中自然人50、商业企业5
  return (
    numeral.kind === 'bare' &&
    numeral.exact &&
    last?.kind === 'word' &&
    (/^(?:为|共为|合计为|共计|合计|其他)$/.test(last.text) || names.has(last.meaning.is)) &&
    (next === undefined || next.kind === 'stop')
  );
};

const none: readonly Token[] = [];

/** The counts of a member, each with the words before it and, up to the next mark, behind it. */
export const figuresOf = (tokens: readonly Token[]): { figures: MemberFigure[]; tail: Token[] } => {
  const figures: MemberFigure[] = [];
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
  return { figures: figures.length > 1 ? paired(figures) : figures, tail: left };
};

const heads: ReadonlySet<string> = new Set(['topic', 'predicate', 'row', 'column', 'route', 'applicant']);
const isHead = (token: Token): boolean =>
  token.kind === 'word' && heads.has(token.meaning.is) && token.text !== '申请';
const isJoint = (token: Token): boolean =>
  token.kind === 'stop' || (token.kind === 'word' && token.meaning.is === 'and');

/** 行政复议、行政诉讼分别为11件、10件: each number goes with the name that stands in its place. */
const paired = (figures: MemberFigure[]): MemberFigure[] => {
  const [first, ...others] = figures;
  const each = first?.left.findIndex((token) => token.kind === 'word' && token.text === '分别') ?? -1;
  if (!first || each < 1 || !others.every(({ left }) => left.every(isJoint))) return figures;
  // 公开和部分公开的分别为61件和19件
  const last = first.left[each - 1];
  const named = first.left.slice(0, last?.kind === 'word' && last.text === '的' ? each - 1 : each);
  // The names: the last words of a kind, with nothing but joints between them.
  const names: Token[] = [];
  let from = named.length;
  for (let at = named.length - 1; at >= 0; at--) {
    const token = named[at];
    if (!token || !(isJoint(token) ? at > 0 : isHead(token))) break;
    if (isHead(token)) names.unshift(token);
    from = at;
  }
  if (names.length !== figures.length) return figures;
  const before = named.slice(0, from);
  return figures.map((figure, at) => ({
    ...figure,
    left: [...(at === 0 ? before : []), ...names.slice(at, at + 1)],
  }));
};

const leftEnd = (tokens: readonly Token[]): number => {
  const mark = tokens.findIndex((one) => one.kind === 'stop');
  if (mark < 0) return tokens.length;
  if (!isRow(tokens[mark - 1])) return mark;
  // 其余45件为无法提供、不予处理和其他处理
  const end = tokens.findIndex((one, at) => at >= mark && !(isJoint(one) || isRow(one)));
  if (end < 0) return tokens.length;
  // 其余45件作无法提供、不予处理等答复
  return isAndSoOn(tokens[end]) && !tokens.slice(end).some(({ kind }) => kind === 'stop')
    ? tokens.length
    : mark;
};

const isRow = (token: Token | undefined): boolean => token?.kind === 'word' && token.meaning.is === 'row';
