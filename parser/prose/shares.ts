import type { Prose } from './clauses.ts';
import { added, type Count, type CountedProse, placeOf, says, startOf, wordsBefore } from './counts.ts';
import { dividesUnsaid, isIncoming, kindOf, sameCounter, verbOf } from './part-kinds.ts';
import { agrees, nearly, type Percentage, pairSums } from './percentage.ts';

type Share = {
  prose: Prose;
  count: Count;
  part: Count;
  /** Numbers that it may be a share of. */
  bases: number[];
  /** What the words make it a share of: the number that they name, that a list divides, or that stands right above. */
  under: number | null;
  /** They say so: 占总数的, 占办结总数的. */
  strict: boolean;
  /** Its base is told by the noun alone, and may be made up of it and the number beside it. */
  beside: boolean;
  /** Nothing else stands before it that it could be a share of. */
  only: boolean;
  /** Numbers of what came in, of which no outcome is a share unless its words say so. */
  unlike: readonly number[];
};

/** How many numbers before a share may be its base: keeps the time linear. */
const recent = 12;

const isBase = ({ numeral, phrase }: Count): boolean => numeral.kind === 'count' && !phrase.compare;

/** 占总数的, 占办结总数的: the noun of the number that it is a share of; null where the words are others. */
const nounOfBase = (count: Count): string | null =>
  /^占(?:比|比例|比重)?(?:其|全部|全年|所有|总)?([^的]{0,12}?)(?:总数|总量|总件数|总条数|件数|数量|量|数)?的?(?:比例|比重)?(?:为|达|达到|约|约为|是)?$/.exec(
    wordsBefore(count),
  )?.[1] ?? null;

/** Is a number called so: 占申请总数的 of 收到政府信息公开申请146件? */
const isCalled = (count: Count, noun: string): boolean =>
  (noun === '申请' && count.phrase.topic === 'requests') || wordsBefore(count).includes(noun);

/** 收到申请58件，予以公开20件，占36.4%: perhaps of those that were done, which the text does not count. */
const isOutcomeOfArrivals = (part: Count, whole: Count): boolean =>
  part.phrase.rows.length > 0 && isIncoming(verbOf(whole));

/** 占42.3%, 占比42.3%, 占总数的42.3%; 占已办结的42.3% is of another number. */
const isOfWhole = (count: Count): boolean =>
  count.phrase.predicates.length === 0 &&
  count.phrase.rows.length === 0 &&
  !count.left.some((token) => token.kind === 'unknown' && !/^[的约]$/.test(token.text));

/** Shares of one paragraph. The base of a share is open unless its words or others of the paragraph tell it. */
const judged = (shares: readonly Share[]): Percentage[] => {
  const shareOf = ({ part }: Share, base: number): number => (part.numeral.value / base) * 100;
  const agreeing = shares.map((share) =>
    (share.strict && share.under !== null ? [share.under] : share.bases).find((base) =>
      agrees(shareOf(share, base), share.count.numeral),
    ),
  );
  const agreed = new Set(agreeing.filter((base) => base !== undefined));
  // The base on which all other shares agree.
  const [common] = agreed.size === 1 ? agreed : [];
  return shares.map((share, at) => {
    const own = agreeing[at];
    const base =
      own ?? share.bases.find((one) => one === common && !share.unlike.includes(one)) ?? share.under;
    const { prose, count, part } = share;
    const exact = part.numeral.exact && count.numeral.exact;
    // Nor of two of them together: those of this year and those carried over.
    const wrong = (of: number): boolean =>
      exact &&
      !nearly(shareOf(share, of), count.numeral) &&
      // Nor of it and the other: 主动公开520件，依申请公开148件，占公开总量的22%.
      ![...pairSums(share.bases), ...(share.beside ? [of + part.numeral.value] : [])].some((sum) =>
        agrees(shareOf(share, sum), count.numeral),
      );
    const [only = 0] = share.bases;
    const outcome =
      own !== undefined ? 'satisfied' : base !== null && wrong(base) ? 'violated' : 'undetermined';
    const hint = outcome === 'undetermined' && base === null && share.only && wrong(only);
    const start = startOf(part);
    return {
      ...placeOf(prose, start, count.numeral.end, count.numeral.start),
      of: 'share',
      printed: count.numeral.value,
      computed: base !== null ? shareOf(share, base) : hint ? shareOf(share, only) : null,
      part: part.numeral.value,
      base: base ?? (hint ? only : null),
      outcome,
      ...(hint ? { hint } : {}),
    };
  });
};

/** 占申请总量146件的82.9% */
const isStatedBase = (base: Count, count: Count): boolean =>
  base.numeral.kind === 'count' &&
  base.numeral.value > 0 &&
  /^占(?:申请|全部|其|总|全年|所有|收到|办理|办结|答复)/.test(wordsBefore(base)) &&
  /^的(?:比例|比重)?(?:为|达|达到|约)?$/.test(wordsBefore(count));

const closing = /^(?:共计|合计|总计|共|总共)(?:公开|发布)?(?:信息|申请)?$/;

/** 网站103条，占比97.2%；其他3条，占比2.8%，共计106条: the total of all of a sentence, where it stands behind its parts and they make it up. */
const totalBehind = (counts: readonly Count[], at: number): number | null => {
  const last = counts.at(-1);
  if (!last || counts.indexOf(last) <= at || !isBase(last) || !closing.test(wordsBefore(last))) return null;
  const parts = counts.slice(0, -1).filter(isBase);
  return parts.length > 1 &&
    parts.every((part) => sameCounter(part, last)) &&
    added(parts) === last.numeral.value
    ? last.numeral.value
    : null;
};

/** 科研机构2件、法律服务机构3件，合占3.4%: of the numbers before it together. */
const isOfSeveral = (count: Count): boolean =>
  /(?:[合共]计?|累计|[两三四五六][者项类])占/.test(wordsBefore(count));

/** The shares that one block states beside the numbers they are of. */
export const sharesOf = (prose: CountedProse): Percentage[] => {
  const shares: Share[] = [];
  let seen: Count[] = [];
  for (const { counts } of prose.sentences) {
    /** The number that the list one stands in divides, and its depth. */
    let list: { whole: Count; depth: number } | null = null;
    counts.forEach((count, at) => {
      if (count.numeral.kind === 'count') {
        const whole: Count | undefined =
          counts.slice(Math.max(0, at - recent), at).findLast(isBase) ??
          (at === 0 ? seen.findLast(isBase) : undefined);
        const divides = whole && dividesUnsaid(whole, count);
        if ((count.opens || count.phrase.within || (divides && !list)) && whole)
          list = { whole, depth: count.depth };
        // A new event ends the list: 其中网上9件；办结10件，占50%.
        else if (
          list &&
          (count.depth < list.depth || (count.phrase.predicates.length > 0 && count.phrase.rows.length === 0))
        )
          list = null;
        return;
      }
      const base = counts[at - 1];
      // 自然人121件，占申请总量146件的82.9%
      const stated = base !== undefined && isStatedBase(base, count);
      const part = stated ? counts[at - 2] : base;
      if (count.numeral.kind !== 'percent' || count.phrase.compare) return;
      const bracketed = count.segment.opener === 'open' && count.left.length === 0;
      if (part?.numeral.kind !== 'count' || part.phrase.compare) return;
      if (stated) {
        const of = base.numeral.value;
        if (of >= part.numeral.value && sameCounter(base, part))
          shares.push({
            prose,
            count,
            part,
            bases: [of],
            under: of,
            strict: true,
            beside: false,
            only: true,
            unlike: [],
          });
        return;
      }
      if (!(bracketed || says(count.left, /^占/)) || isOfSeveral(count)) return;
      const wholes = [...seen, ...counts.slice(Math.max(0, at - recent), at - 1)].filter(
        (one) =>
          isBase(one) &&
          sameCounter(one, part) &&
          one.numeral.value >= part.numeral.value &&
          one.numeral.value > 0,
      );
      const behind = wholes.length === 0 ? totalBehind(counts, at) : null;
      const bases = behind !== null ? [behind] : [...new Set(wholes.map(({ numeral }) => numeral.value))];
      const noun = bracketed ? '' : nounOfBase(count);
      const [called, another] = new Set(
        noun ? wholes.filter((one) => isCalled(one, noun)).map(({ numeral }) => numeral.value) : [],
      );
      const inList = list !== null && isOfWhole(count) && bases.includes(list.whole.numeral.value);
      const [only] = wholes;
      const above =
        noun === '' &&
        wholes.length === 1 &&
        only !== undefined &&
        only === counts[at - 2] &&
        part.phrase.predicates.length === 0 &&
        !isOutcomeOfArrivals(part, only)
          ? only.numeral.value
          : null;
      const under =
        list !== null && inList && !isOutcomeOfArrivals(part, list.whole) ? list.whole.numeral.value : above;
      shares.push({
        prose,
        count,
        part,
        bases,
        under: behind ?? (called !== undefined && another === undefined ? called : under),
        strict: behind === null && noun !== null && (noun !== '' || says(count.left, /^总/)),
        beside: called !== undefined && !inList,
        only: bases.length === 1 && kindOf(part) !== 'other' && isOfWhole(count),
        unlike: wholes.filter((one) => isOutcomeOfArrivals(part, one)).map(({ numeral }) => numeral.value),
      });
    });
    seen = [...seen, ...counts].slice(-recent);
  }
  return judged(shares);
};
