import { type Count, type CountedProse, placeOf, startOf, withoutEnd, wordsBefore } from './counts.ts';
import { sameCounter } from './part-kinds.ts';
import { agrees, nearly, type Percentage, pairSums } from './percentage.ts';

/** How many numbers before a rate it may rest on: keeps the time linear. */
const recent = 6;

const counted = /(?:申请|事项|件|的|共|了|数|量)$/;

/** 主动公开 of 主动公开率为66%; null where it is no rate. */
const rated = (count: Count): string | null =>
  count.numeral.kind === 'percent' && !count.phrase.compare
    ? (/^([^率]{2,8})率(?:为|达|达到|均为|是|高达|约|均达|均达到)?$/.exec(wordsBefore(count))?.[1] ?? null)
    : null;

const rateOf = (prose: CountedProse, counts: readonly Count[], at: number): Percentage[] => {
  const count = counts[at];
  const part = counts[at - 1];
  const named = count ? rated(count) : null;
  if (!count || named === null || part?.numeral.kind !== 'count' || part.phrase.compare) return [];
  // 按时办结率 of those that were due is no rate of 办结55件.
  if (!withoutEnd(wordsBefore(part), counted).endsWith(named)) return [];
  const wholes = counts
    .slice(Math.max(0, at - recent), at - 1)
    .filter(
      ({ numeral, phrase, depth }) =>
        numeral.kind === 'count' && !phrase.compare && depth <= count.depth && numeral.value > 0,
    )
    .filter((one) => sameCounter(one, part))
    // 复议纠错3件，诉讼败诉1件，败诉率11.1% is no rate of what was corrected.
    .filter(({ phrase }) => phrase.column === null && phrase.rows.length === 0);
  // 公开率 of what was granted in whole and in part is no rate of 部分公开19件; 应公开800条，已公开784条 are two of one kind.
  const due = wholes.some((one) => wordsBefore(one).includes(`应${named}`));
  if (part.phrase.rows.length > 0 && !due) return [];
  const values = wholes.map(({ numeral }) => numeral.value);
  const rate = (base: number): number => (part.numeral.value / base) * 100;
  const fitting = [...values, ...pairSums(values)].find((base) => agrees(rate(base), count.numeral));
  const [base] = values;
  const exact = [part, count, ...wholes].every(({ numeral }) => numeral.exact);
  const wrong =
    fitting === undefined &&
    base !== undefined &&
    values.length === 1 &&
    exact &&
    base >= part.numeral.value &&
    // All that were due, as most texts mean it.
    count.numeral.value < 100 &&
    !nearly(rate(base), count.numeral);
  const of = fitting ?? (wrong ? base : null);
  return [
    {
      ...placeOf(prose, startOf(part), count.numeral.end, count.numeral.start),
      of: 'share',
      printed: count.numeral.value,
      computed: of === null ? null : rate(of),
      part: part.numeral.value,
      base: of,
      outcome: fitting !== undefined ? 'satisfied' : wrong ? 'violated' : 'undetermined',
    },
  ];
};

/** The rates that one block states beside the numbers they rest on: 制发公文80件，主动公开48件，主动公开率60%. */
export const ratesOf = (prose: CountedProse): Percentage[] =>
  prose.sentences.flatMap(({ counts }) => counts.flatMap((_, at) => rateOf(prose, counts, at)));
