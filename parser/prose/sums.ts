import { closingSums } from './closing-sums.ts';
import { added, type Count, type CountedProse, placeOf, startOf } from './counts.ts';
import { judgeList, namesAll } from './list-judgement.ts';
import { isOf } from './outcomes.ts';
import { dividesUnsaid, isIncoming, sameCounter, verbOf } from './part-kinds.ts';
import type { SentenceSum } from './sentence-sum.ts';

/** Does this count begin something else than one more part? */
const endsList = (count: Count, first: Count): boolean => {
  const verb = verbOf(count);
  const expected = verbOf(first);
  if (verb !== undefined && verb !== expected && !(isIncoming(verb) && isIncoming(expected))) return true;
  const { topic } = count.phrase;
  const disputes = topic === 'review' || topic === 'litigation' || topic === 'disputes';
  return disputes && first.phrase.topic !== topic;
};

/** 不予处理10件，其中重复申请4件；其他处理7件 */
const leavesGroup = ({ phrase: { rows } }: Count, total: Count): boolean => {
  const [group] = total.phrase.rows;
  return group !== undefined && rows.length > 0 && !rows.every((row) => isOf(row, group));
};

const isNamed = (count: Count): boolean => count.opens || count.phrase.within;

const opens = (count: Count): boolean =>
  isNamed(count) ||
  namesAll(count) ||
  (count.first &&
    (count.segment.opener === 'colon' || (count.segment.opener === 'open' && count.phrase.including)));

/** 推文1541条（甲709篇，乙832条）: brackets right behind a number that hold counts of their own. */
const isBracketed = (total: Count, first: Count): boolean =>
  first.segment.opener === 'open' &&
  first.first &&
  first.depth === total.depth + 1 &&
  first.numeral.kind === 'count' &&
  first.phrase.period === null &&
  !first.phrase.predicates.some((one) => one.startsWith('carried'));

const isWhole = ({ numeral, phrase }: Count): boolean => numeral.kind === 'count' && !phrase.compare;

/** So many numbers before a list may be what it divides: keeps the time linear. */
const reach = 8;

type ListTotal = { total: Count; first: number; fewest: number };

/** The number that the list beginning at `first` divides: the last one before it that is neither a change nor in brackets of its own. */
const totalOf = (counts: readonly Count[], before: readonly Count[], first: number): ListTotal | null => {
  const count = counts[first];
  if (count?.numeral.kind !== 'count' || count.phrase.compare) return null;
  const near = counts.slice(Math.max(0, first - reach), first);
  const isAbove = (one: Count): boolean => isWhole(one) && one.depth <= count.depth;
  const last = near.findLast(isAbove) ?? (isNamed(count) ? before.findLast(isAbove) : undefined);
  if (!last) return null;
  const direct = counts[first - 1];
  const named = (isNamed(count) && !namesAll(count)) || count.phrase.including;
  if (opens(count))
    return {
      total: last,
      first,
      fewest: named || (count.segment.opener === 'colon' && count.phrase.rows.length > 0) ? 1 : 2,
    };
  if (direct !== last) return null;
  if (isBracketed(last, count)) return { total: last, first, fewest: 2 };
  return dividesUnsaid(last, count) && dividesUnsaid(last, counts[first + 1])
    ? { total: last, first, fewest: 2 }
    : null;
};

/** The parts of the list that begins at `at`. */
const partsFrom = (counts: readonly Count[], at: number, total: Count): Count[] => {
  const first = counts[at];
  const parts: Count[] = [];
  for (let next = at; first && next < counts.length; next++) {
    const count = counts[next];
    // Brackets end their own list, and a list within a part of this one is another.
    if (!count || count.depth < first.depth) break;
    if (count.depth > first.depth || count.numeral.kind === 'percent' || count.phrase.compare) continue;
    if (parts.length > 0 && (opens(count) || endsList(count, first) || leavesGroup(count, total))) break;
    if (sameCounter(count, total)) parts.push(count);
  }
  return parts;
};

/** Other numbers that a list may divide: 新收289件，上年结转12件，其中予以公开46件. */
const otherTotals = (
  counts: readonly Count[],
  before: readonly Count[],
  { total, first }: ListTotal,
): number[] => {
  const own = counts.slice(Math.max(0, first - reach), first);
  // 主动公开92条。其中：…: only a list that begins its sentence divides a number of the one before.
  const near = first === 0 ? before.slice(-reach) : own;
  const wholes = near.filter((one) => one !== total && isWhole(one) && sameCounter(one, total));
  const values = wholes.map(({ numeral }) => numeral.value);
  const previous = wholes.findLast((one) => isIncoming(verbOf(one)));
  const sums = [
    ...(isIncoming(verbOf(total)) && previous ? [previous] : []),
    // 建议12件、提案9件，其中…
    ...wholes.filter((one) => one.segment === total.segment).slice(-1),
  ];
  return [...values, ...sums.map(({ numeral }) => numeral.value + total.numeral.value)];
};

const isDoneWith = (verb: ReturnType<typeof verbOf>): boolean => verb === 'processed' || verb === 'answered';

const sumOf = (
  prose: CountedProse,
  total: Count,
  parts: readonly Count[],
  others: readonly number[],
): SentenceSum => {
  const { outcome, from, to, of, hint } = judgeList(total, parts, others, prose.cells);
  const named = parts.slice(from, to);
  // 收到146件，其中办结148件: those of the year before are among what was done.
  const withOlder = isIncoming(verbOf(total)) && named.some((part) => isDoneWith(verbOf(part)));
  const end = named.at(-1)?.numeral.end ?? total.numeral.end;
  return {
    ...placeOf(prose, startOf(total), end, total.numeral.start),
    total: of,
    parts: named.map(({ numeral }) => ({ value: numeral.value, at: prose.folded.at[numeral.start] ?? 0 })),
    outcome: outcome === 'violated' && withOlder ? 'undetermined' : outcome,
    ...(hint ? { hint } : {}),
  };
};

/** Lists of a sentence that a word (其中, 包括), brackets or a colon make parts of a number before it. */
const listsOf = (prose: CountedProse, before: readonly Count[], counts: readonly Count[]): SentenceSum[] => {
  const lists: SentenceSum[] = [];
  let taken = -1;
  for (let at = 0; at < counts.length; at++) {
    if (at < taken) continue;
    const found = totalOf(counts, before, at);
    if (!found) continue;
    const parts = partsFrom(counts, at, found.total);
    if (parts.length < found.fewest) continue;
    lists.push(sumOf(prose, found.total, parts, otherTotals(counts, before, found)));
    const last = parts.at(-1);
    // What stands between brackets of a list may be a list of its own.
    if (last && parts.length > 1 && counts[at + 1]?.depth === counts[at]?.depth) taken = at + 1;
  }
  return lists;
};

const fewestLoose = 3;

/** A sentence of items that add up to a number of the sentence before: 公开信息100条。公开甲40条，乙35条，丙25条. Found by its sum only. */
const looseList = (
  prose: CountedProse,
  before: readonly Count[],
  counts: readonly Count[],
): SentenceSum[] => {
  const parts = counts.filter(
    ({ numeral, phrase }) => numeral.kind === 'count' && numeral.exact && !phrase.compare,
  );
  if (
    parts.length < fewestLoose ||
    parts.some((count) => count.numeral.counter !== parts[0]?.numeral.counter)
  )
    return [];
  const all = added(parts);
  const total = before.find(
    ({ numeral }) =>
      numeral.kind === 'count' &&
      numeral.exact &&
      numeral.value === all &&
      numeral.counter === parts[0]?.numeral.counter,
  );
  return total ? [sumOf(prose, total, parts, [])] : [];
};

/** Sums that the text itself states, in document order. */
export const sentenceSums = (text: readonly CountedProse[]): SentenceSum[] =>
  text.flatMap((prose) => {
    let before: readonly Count[] = [];
    return prose.sentences.flatMap(({ counts }) => {
      const lists = listsOf(prose, before, counts);
      const found = lists.length > 0 ? lists : looseList(prose, before, counts);
      before = counts;
      return [...found, ...closingSums(prose, counts)];
    });
  });
