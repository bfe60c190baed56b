import { type Count, type CountedProse, placeOf, says, startOf, wordsBefore } from './counts.ts';
import { agrees, nearly, type Percentage } from './percentage.ts';

/** How many numbers before a change it may rest on: keeps the time linear. */
const recent = 6;

const changing = /增|减|升|降|多|少|涨|回落|翻/;
const falling = /减|降|少|回落/;
const earlierTime = /^(?:上|去|前)(?:一)?年|同期/;

/** 比2022年（31起）, 上年204件, 较上年的40件: what the number was before. */
const isEarlier = (count: Count): boolean => {
  if (changing.test(wordsBefore(count))) return false;
  if (
    count.phrase.period === 'other' ||
    earlierTime.test(wordsBefore(count)) ||
    (count.phrase.compare && count.left.length > 0)
  )
    return true;
  return count.segment.opener === 'open' && count.left.length === 0 && count.behindPast;
};

/** 全年227件，较上年增加23件，增长11.3%; 上年204件，今年227件，增长11.3%. */
const changeOf = (prose: CountedProse, counts: readonly Count[], at: number): Percentage | null => {
  const count = counts[at];
  if (!count) return null;
  const near = counts.slice(Math.max(0, at - recent), at).filter(({ numeral }) => numeral.kind === 'count');
  const last = near.findLast((one) => isEarlier(one));
  const difference = near.findLast(
    (one) => one !== last && one.phrase.compare && changing.test(wordsBefore(one)),
  );
  const now = near.findLast((one) => one !== last && one !== difference && !one.phrase.compare);
  const place = placeOf(prose, startOf(count), count.numeral.end, count.numeral.start);
  const open: Percentage = {
    ...place,
    of: 'change',
    printed: count.numeral.value,
    computed: null,
    part: null,
    base: null,
    outcome: 'undetermined',
  };
  // 增至227件 names where it went, not by how much.
  const goesTo = difference !== undefined && says(difference.left, /[至到]/);
  const known = [now, difference ?? last].every(
    (one) => one?.numeral.exact === true && one.numeral.counter === now?.numeral.counter,
  );
  if (!now || !(difference ?? last) || goesTo || !known) return open;
  const fell =
    says(count.left, falling) || (difference !== undefined && falling.test(wordsBefore(difference)));
  const current = now.numeral.value;
  const size = difference ? difference.numeral.value : Math.abs(current - (last?.numeral.value ?? current));
  const base = difference ? (fell ? current + size : current - size) : (last?.numeral.value ?? 0);
  if (base <= 0) return open;
  const computed = (size / base) * 100;
  const holds = agrees(computed, count.numeral);
  // Only where nothing else stands by that it could rest on.
  const first = Math.min(near.indexOf(now), last ? near.indexOf(last) : near.length);
  const verbs = new Set([now, last].flatMap((one) => one?.phrase.predicates.slice(-1) ?? []));
  const alone = near.length - first === 2 && !(difference && last) && verbs.size <= 1;
  const wrong = alone && !nearly(computed, count.numeral) && count.numeral.exact;
  return {
    ...open,
    computed,
    part: size,
    base,
    outcome: holds ? 'satisfied' : wrong ? 'violated' : 'undetermined',
  };
};

/** The changes in per cent that one block states beside the numbers they rest on. */
export const changesOf = (prose: CountedProse): Percentage[] =>
  prose.sentences.flatMap(({ counts }) =>
    counts.flatMap((count, at) => {
      if (count.numeral.kind !== 'percent' || !count.phrase.compare) return [];
      const change = changeOf(prose, counts, at);
      return change ? [change] : [];
    }),
  );
