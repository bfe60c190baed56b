import type { Prose } from './clauses.ts';
import { type Count, type Place, placeOf, says, type Told } from './counts.ts';

/** A share or a change in per cent, and the numbers of the text it rests on. */
export type Percentage = Place & {
  /** `share`: 42件，占51.85%. `change`: 增加23件，增长11.3%. */
  of: 'share' | 'change';
  /** The per cent printed; a fall is positive, as it is printed. */
  printed: number;
  /** The per cent that the numbers give, unrounded; null where they are not known. */
  computed: number | null;
  /** Of a share, the part; of a change, its size. Null where it is not stated. */
  part: number | null;
  /** What it is a per cent of; null where the text leaves that open. */
  base: number | null;
  outcome: 'satisfied' | 'violated' | 'undetermined';
};

/** Rounded or cut off at the decimals printed. */
const agrees = (computed: number, { value, decimals }: { value: number; decimals: number }): boolean => {
  const step = 10 ** -decimals;
  const slack = 1e-9;
  return (
    Math.abs(computed - value) <= step / 2 + slack || (computed >= value - slack && computed < value + step)
  );
};

type Share = { prose: Prose; count: Count; part: Count; bases: number[] };

const fewestAgreeing = 2;

/** Shares of one paragraph. The base of a share is open unless others of the paragraph agree on it. */
const judgeShares = (shares: readonly Share[]): Percentage[] => {
  const shareOf = ({ part }: Share, base: number): number => (part.numeral.value / base) * 100;
  const agreeing = shares.map((share) =>
    share.bases.find((base) => agrees(shareOf(share, base), share.count.numeral)),
  );
  const agreed = agreeing.filter((base) => base !== undefined);
  // The base on which all other shares agree.
  const common = agreed.length >= fewestAgreeing && new Set(agreed).size === 1 ? agreed[0] : undefined;
  return shares.map((share, at) => {
    const own = agreeing[at];
    const base = own ?? share.bases.find((one) => one === common) ?? null;
    const { prose, count, part } = share;
    const sure = part.numeral.exact && count.numeral.exact;
    return {
      ...placeOf(
        prose,
        part.segment.tokens[0]?.start ?? part.numeral.start,
        count.numeral.end,
        count.numeral.start,
      ),
      of: 'share',
      printed: count.numeral.value,
      computed: base === null ? null : shareOf(share, base),
      part: part.numeral.value,
      base,
      outcome: own !== undefined ? 'satisfied' : base !== null && sure ? 'violated' : 'undetermined',
    };
  });
};

const falling = /减|降|回落|下降/;

/** 全年227件，较上年增加23件，增长11.3%; 上年204件，今年227件，增长11.3%. */
const changeOf = (prose: Prose, counts: readonly Count[], at: number): Percentage | null => {
  const count = counts[at];
  if (!count?.phrase.compare) return null;
  const earlier = counts
    .slice(Math.max(0, at - recent), at)
    .filter(({ numeral }) => numeral.kind === 'count');
  const difference = earlier.findLast(({ phrase }) => phrase.compare);
  const now = earlier.findLast(({ phrase }) => !phrase.compare && phrase.period !== 'other');
  const last = earlier.findLast(({ phrase }) => !phrase.compare && phrase.period === 'other');
  const fell = says(count.left, falling) || (difference !== undefined && says(difference.left, falling));
  const known = [now, difference ?? last].every(
    (one) => one?.numeral.exact === true && one.numeral.counter === now?.numeral.counter,
  );
  const current = now?.numeral.value ?? 0;
  // 增至227件 names where it went, not by how much.
  const states = difference !== undefined && !says(difference.left, /[至到]/);
  const size = difference ? difference.numeral.value : last ? Math.abs(current - last.numeral.value) : null;
  const base = difference
    ? fell
      ? current + (size ?? 0)
      : current - (size ?? 0)
    : (last?.numeral.value ?? null);
  const place = placeOf(
    prose,
    count.segment.tokens[0]?.start ?? count.numeral.start,
    count.numeral.end,
    count.numeral.start,
  );
  const sure =
    known &&
    (states || (difference === undefined && last !== undefined)) &&
    base !== null &&
    base > 0 &&
    size !== null;
  if (!sure) {
    return {
      ...place,
      of: 'change',
      printed: count.numeral.value,
      computed: null,
      part: null,
      base: null,
      outcome: 'undetermined',
    };
  }
  const computed = (size / base) * 100;
  const holds = agrees(computed, count.numeral);
  return {
    ...place,
    of: 'change',
    printed: count.numeral.value,
    computed,
    part: size,
    base,
    outcome: holds
      ? 'satisfied'
      : earlier.filter(({ numeral }) => numeral.exact).length === 2
        ? 'violated'
        : 'undetermined',
  };
};

/** The shares and changes in per cent that a text states beside the numbers they rest on, in document order. */
export const percentages = (text: readonly Told[]): Percentage[] =>
  text.flatMap((prose) => {
    const shares: Share[] = [];
    const changes: Percentage[] = [];
    let seen: Count[] = [];
    for (const { counts } of prose.sentences) {
      counts.forEach((count, at) => {
        if (count.numeral.kind !== 'percent') return;
        if (count.phrase.compare) {
          const change = changeOf(prose, counts, at);
          if (change) changes.push(change);
          return;
        }
        const part = counts[at - 1];
        const bracketed = count.segment.opener === 'open' && count.left.length === 0;
        if (part?.numeral.kind !== 'count' || !(bracketed || says(count.left, /^占/))) return;
        if (part.phrase.compare) return;
        const bases = [...seen, ...counts.slice(Math.max(0, at - recent), at - 1)]
          .filter(
            ({ numeral, phrase }) =>
              numeral.kind === 'count' &&
              !phrase.compare &&
              numeral.counter === part.numeral.counter &&
              numeral.value >= part.numeral.value &&
              numeral.value > 0,
          )
          .map(({ numeral }) => numeral.value);
        shares.push({ prose, count, part, bases: [...new Set(bases)] });
      });
      seen = [...seen, ...counts].slice(-recent);
    }
    return [...judgeShares(shares), ...changes].sort((a, b) => a.at - b.at);
  });

/** How many numbers before a share may be its base: keeps the time linear. */
const recent = 12;
