import type { Prose } from './clauses.ts';
import { added, type Count, placeOf, startOf, wordsBefore } from './counts.ts';
import { isTransposed } from './mistyped.ts';
import { isIncoming, sameCounter, verbOf } from './part-kinds.ts';
import type { SentenceSum } from './sentence-sum.ts';

/** 合计 and 共计 by themselves, or with the verb of the numbers before: what follows adds those up. */
const addsUp = ({ left, numeral, phrase }: Count, before: readonly Count[]): boolean =>
  numeral.kind === 'count' &&
  phrase.sum &&
  !phrase.compare &&
  left.every(
    (token) =>
      token.kind === 'stop' ||
      (token.kind === 'unknown' && /^(?:两项|三项|四项|两者|三者|以上|数)+$/.test(token.text)) ||
      ((token.kind === 'unknown' || (token.kind === 'word' && token.meaning.is === 'topic')) &&
        before.length > 0 &&
        before.every((one) => wordsBefore(one).includes(token.text))) ||
      (token.kind === 'word' &&
        (token.meaning.is === 'neutral' ||
          token.meaning.is === 'and' ||
          (token.meaning.is === 'sum' && token.text !== '累计'))),
  );

const most = 6;
/** A number so much larger adds up more than what stands here. */
const mostOver = 1.5;

/** The numbers of a sentence right before one that adds them up. */
const addendsOf = (counts: readonly Count[], at: number, total: Count): Count[] => {
  const addends: Count[] = [];
  for (let before = at - 1; before >= 0 && addends.length <= most; before--) {
    const count = counts[before];
    if (count?.numeral.kind !== 'count' || count.phrase.compare || !sameCounter(count, total)) break;
    if (count.depth !== total.depth || (count.phrase.sum && addends.length > 0 && addsUp(count, []))) break;
    addends.unshift(count);
    if (count.opens || count.phrase.within || count.phrase.including) break;
  }
  return addends;
};

/** What came in and what was done are no addends of one sum. */
const ofOneKind = (addends: readonly Count[]): boolean => {
  const verbs = new Set(addends.map(verbOf).filter((verb) => verb !== undefined));
  return verbs.size <= 1 || [...verbs].every(isIncoming);
};

/** Sums that stand behind their parts: 行政处罚320条，行政许可145条，合计465条. */
export const closingSums = (prose: Prose, counts: readonly Count[]): SentenceSum[] =>
  counts.flatMap((total, at): SentenceSum[] => {
    if (at < 2 || !total.phrase.sum) return [];
    const addends = addendsOf(counts, at, total);
    if (!addsUp(total, addends)) return [];
    if (addends.length < 2 || addends.length > most) return [];
    const fitting = addends.findIndex((_, from) => added(addends.slice(from)) === total.numeral.value);
    const holds = fitting >= 0 && fitting < addends.length - 1;
    const parts = holds ? addends.slice(fitting) : addends;
    const sum = added(addends);
    const largest = Math.max(...addends.map(({ numeral }) => numeral.value));
    const sure =
      [total, ...addends].every(({ numeral }) => numeral.exact) &&
      // All that stands before it in the sentence, and nothing that is a part of another.
      addends.length === at &&
      !addends.some(({ opens, phrase }) => opens || phrase.within || phrase.including) &&
      ofOneKind(addends) &&
      total.numeral.value > largest &&
      (total.numeral.value < sum * mostOver || isTransposed(total.numeral.value, sum));
    const [first = total] = parts;
    return [
      {
        ...placeOf(prose, startOf(first), total.numeral.end, total.numeral.start),
        total: total.numeral.value,
        parts: parts.map(({ numeral }) => ({
          value: numeral.value,
          at: prose.folded.at[numeral.start] ?? 0,
        })),
        outcome: holds ? 'satisfied' : sure ? 'violated' : 'undetermined',
      },
    ];
  });
