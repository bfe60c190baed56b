import type { Token } from './clauses.ts';
import type { Numeral } from './numerals.ts';
import { isAndSoOn } from './word-classes.ts';

/** A count of a member, with the words before it and, up to the next mark, behind it. */
export type MemberFigure = { numeral: Numeral; left: readonly Token[]; right: readonly Token[] };

const names: ReadonlySet<string> = new Set(['row', 'column', 'applicant', 'predicate']);

const isFigure = (token: Token, next: Token | undefined, last: Token | undefined): boolean => {
  if (token.kind !== 'numeral') return false;
  const { numeral } = token;
  if (numeral.kind === 'count') return true;
  // 申请数量为227。 其中自然人50、商业企业5。 受理146，办结148
  return (
    numeral.kind === 'bare' &&
    numeral.exact &&
    last?.kind === 'word' &&
    (/^(?:为|共为|合计为|共计|合计|总计|其他)$/.test(last.text) || names.has(last.meaning.is)) &&
    (next === undefined || next.kind === 'stop')
  );
};

const isAnd = (token: Token | undefined): boolean => token?.kind === 'word' && token.meaning.is === 'and';

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
          // 10件人大建议和28件政协提案
        } else if (isAnd(left.at(-1))) {
          previous.right = left.slice(0, -1);
          left = [];
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
  if (!first.left.slice(each + 1).every(isLinking)) return figures;
  const named = first.left.slice(0, each);
  const names = namesOf(named, figures.length);
  if (!names) return figures;
  return figures.map((figure, at) => ({ ...figure, left: names[at] ?? none }));
};

/** 分别为, 分别是, 分别有 */
const isLinking = (token: Token): boolean =>
  token.kind === 'word' && (token.meaning.is === 'neutral' || token.text === '为');

/** 公开 beside 部分公开 is an outcome. */
const classOf = (token: Token): string | null =>
  token.kind !== 'word' || !isHead(token) ? null : token.text === '公开' ? 'row' : token.meaning.is;

/**
 * So many names of one kind that joints part, each with the words around it. What stands behind the last of them is said of all:
 * 自然人和法人提出的申请 are 自然人提出的申请 and 法人提出的申请.
 */
const namesOf = (tokens: readonly Token[], count: number): Token[][] | null => {
  const names: Token[][] = [[]];
  for (const token of tokens) {
    if (isJoint(token) && names.at(-1)?.some(isHead)) names.push([]);
    else names.at(-1)?.push(token);
  }
  if (names.length !== count) return null;
  const [first = []] = names;
  const last = names.at(-1) ?? [];
  const shared = first
    .map(classOf)
    .find((one) => one !== null && names.every((name) => name.some((token) => classOf(token) === one)));
  if (shared === undefined) return null;
  const tail = last.slice(last.findIndex((token) => classOf(token) === shared) + 1);
  return names.map((name, at) => (at === names.length - 1 ? name : [...name, ...tail]));
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
