import type { Claim } from '../extraction.ts';
import type { Count, CountedProse, TextPlace } from './counts.ts';
import { placeOf, startOf, wordsBefore } from './counts.ts';
import { isMistyped, isSwapped } from './mistyped.ts';

/** One quantity that a text states twice: 共收到227件 in one section, 收到272件 in another. */
export type Repeated = TextPlace & {
  value: number;
  /** What it is elsewhere, and where. */
  other: { value: number; block: number; at: number };
  outcome: 'satisfied' | 'violated' | 'undetermined';
  hint?: true;
};

/** Of the same cells, one count agrees with the tables and one does not. */
const ofCells = (claims: readonly Claim[]): Repeated[] => {
  const first = new Map<string, Claim>();
  return claims.flatMap((claim): Repeated[] => {
    const { about, scope, outcome, block, at, value, quote } = claim;
    if (about === null || scope !== 'whole' || outcome === 'undetermined') return [];
    const key = about.join();
    const before = first.get(key);
    if (!before) {
      first.set(key, claim);
      return [];
    }
    if (before.value === value) return [];
    return [
      {
        quote,
        block,
        at,
        value,
        other: { value: before.value, block: before.block, at: before.at },
        outcome: 'violated',
      },
    ];
  });
};

/** What was made public unasked, which no table counts: 主动公开政府信息68条. Null where words stand by that may narrow it. */
const disclosed =
  /^(?:共|总共|共计|累计|总计)?(?:主动)?公开(?:各类)?(?:政府)?信息(?:共|总共|共计|累计|总数|总量)?$/;

/** 局门户网站 is 门户网站. */
const whose = /^(?:我|本)?[局委厅办县市区镇乡](?=门户|网站|官网|官方|微信|公众号)/;
const fewestWords = 4;
/** Kinds of words that do not say what is counted. */
const idle: ReadonlySet<string> = new Set(['period', 'body', 'sum', 'neutral', 'and', 'link']);

/** What a count counts, by the words before it; null where they leave that open, or name what the tables count. */
const nameOf = ({ numeral, phrase, depth, opens, left }: Count): string | null => {
  const { topic, predicates, rows } = phrase;
  if (numeral.kind !== 'count' || !numeral.exact || (topic !== null && topic !== 'other')) return null;
  if (phrase.compare || phrase.within || phrase.matters || phrase.rest || depth > 0 || opens) return null;
  if (phrase.period === 'other' || phrase.body === 'part' || phrase.body === 'unsure') return null;
  if (predicates.length > 0 || rows.length > 0 || left.some(({ kind }) => kind === 'stop')) return null;
  const words = left
    .map((token) =>
      token.kind === 'unknown' || (token.kind === 'word' && !idle.has(token.meaning.is)) ? token.text : '',
    )
    .join('')
    .replace(whose, '');
  // 信息 and 政府信息 say the same where something is made public.
  const about = left.some((token) => token.kind === 'word' && /信息$/.test(token.text)) ? '信息' : '';
  return words.length + about.length < fewestWords ? null : `${words}${about} ${numeral.counter}`;
};

/** The same words before two numbers of which one is a slip of the other. */
const ofNames = (text: readonly CountedProse[], start: number): Repeated[] => {
  const named = new Map<string, { prose: CountedProse; count: Count }[]>();
  for (const prose of text)
    for (const { counts } of prose.sentences)
      for (const count of counts) {
        const name = nameOf(count);
        if (name === null) continue;
        const known = named.get(name);
        if (known) known.push({ prose, count });
        else named.set(name, [{ prose, count }]);
      }
  return [...named.values()].flatMap(([one, other, third]): Repeated[] => {
    if (!one || !other || third) return [];
    const [before, value] = [one.count.numeral.value, other.count.numeral.value];
    return isSwapped(value, before) || isMistyped(value, before)
      ? [repeatedAt(one, other, start, { outcome: 'violated' })]
      : [];
  });
};

type Standing = { prose: CountedProse; count: Count };

const repeatedAt = (
  one: Standing,
  { prose, count }: Standing,
  start: number,
  judged: Pick<Repeated, 'outcome' | 'hint'>,
): Repeated => ({
  ...placeOf(prose, startOf(count), count.numeral.end, count.numeral.start),
  value: count.numeral.value,
  other: {
    value: one.count.numeral.value,
    block: one.prose.index + start,
    at: one.prose.folded.at[one.count.numeral.start] ?? 0,
  },
  ...judged,
});

type SaidCount = { prose: CountedProse; count: Count; plain: boolean };

const ofText = (text: readonly CountedProse[], start: number): Repeated[] => {
  const said = text.flatMap((prose) =>
    prose.sentences.flatMap(({ counts }) =>
      counts.flatMap((count): SaidCount[] => {
        const { numeral, phrase, depth, opens } = count;
        if (numeral.kind !== 'count' || !numeral.exact || numeral.counter !== '条') return [];
        if (phrase.compare || phrase.within || phrase.period === 'other' || depth > 0 || opens) return [];
        const words = wordsBefore(count).replace(
          /^(?:全年度?|本年度?|今年|年内|年度|年|度)*(?:我|本|全)?[局镇乡县区市]?/,
          '',
        );
        const plain = disclosed.test(words);
        return plain || words.slice(0, Math.max(0, words.search(/[共总]计?$/))).includes('公开')
          ? [{ prose, count, plain }]
          : [];
      }),
    ),
  );
  const [one, other] = said;
  if (!one || !other || said.length !== 2 || one.count.numeral.value === other.count.numeral.value) return [];
  const [value, before] = [other.count.numeral.value, one.count.numeral.value];
  const swapped = isSwapped(value, before);
  if (!swapped && !(one.plain && other.plain)) return [];
  return [
    repeatedAt(
      one,
      other,
      start,
      swapped ? { outcome: 'violated' } : { outcome: 'undetermined', hint: true },
    ),
  ];
};

/**
 * Quantities that a text states more than once, with different numbers.
 *
 * @param start ordinal of the first block in the source, from which `block` of a claim counts.
 */
export const repeatedCounts = (
  text: readonly CountedProse[],
  claims: readonly Claim[],
  start: number,
): Repeated[] => {
  const named = ofNames(text, start);
  return [
    ...ofCells(claims).map((found) => ({ ...found, block: found.block - start })),
    ...named,
    ...ofText(text, start).filter(
      ({ block, at }) => !named.some((one) => one.block === block && one.at === at),
    ),
  ];
};
