import type { ProseCells } from '../forms/schema.ts';
import type { Token } from './clauses.ts';
import { added, type Count, withoutEnd, wordsBefore } from './counts.ts';
import { isSwapped, isTransposed } from './mistyped.ts';
import { outcomesOf } from './outcomes.ts';
import { hasEveryAttribute, kindsOf, type PartKind } from './part-kinds.ts';

/** What a list of parts says of its total: the parts from `from` to `to` make up, or fail to make up, the number `of`. */
type ListJudgement = {
  outcome: 'satisfied' | 'violated' | 'undetermined';
  of: number;
  from: number;
  to: number;
  hint?: true;
};

const isGroupAndMember = (parts: readonly Count[]): boolean => {
  const rows = parts.flatMap(({ phrase }) => phrase.rows);
  const headings = rows.filter((row) => row.endsWith('*'));
  return headings.some((row) => rows.some((one) => one !== row && one.startsWith(row.slice(0, -1))));
};

/** 其余12件, 其他政府信息4条: all that is left, so that the list is complete. */
const isRest = ({ left, phrase }: Count): boolean => {
  const first = left.find((token) => token.kind === 'word' || token.kind === 'unknown');
  return (
    phrase.rows.length === 0 && first?.kind === 'word' && /^(?:其余|其他|其它|剩余|余下|余)$/.test(first.text)
  );
};

/** 收到9件，具体为征地6件、出让3件: what is listed is all there is. */
export const namesAll = (first: Count): boolean =>
  first.first && /^(?:具体|分别)(?:为|是|有)/.test(wordsBefore(first));

/** 其他 may also be one more kind of its own. */
const isOther = ({ left }: Count): boolean =>
  left.some((token) => token.kind === 'word' && /^其[他它]/.test(token.text));

/** Do the parts by their names leave nothing out? */
const isComplete = (
  whole: Count,
  parts: readonly Count[],
  kind: PartKind | null,
  ids: ProseCells | null,
): boolean => {
  const [first] = parts;
  if (first !== undefined && namesAll(first) && parts.length > 1) return true;
  const last = parts.at(-1);
  if (last !== undefined && isRest(last) && parts.length > (isOther(last) ? 2 : 1)) return true;
  const named = new Set(
    parts.flatMap(({ phrase: { rows, applicant, route } }) => [
      ...rows,
      ...[applicant, route].filter((one) => one !== null),
    ]),
  );
  if (kind === 'attribute') return hasEveryAttribute(parts);
  if (isTold(whole, parts)) return true;
  if (ids === null) return false;
  if (kind === 'row') return outcomesOf(ids).every((row) => named.has(row));
  if (kind === 'applicant') return named.has(ids.applicants.person) && named.has(ids.applicants.all);
  return kind === 'route' && parts.length === 2 && named.size === 2;
};

const before = /^(?:其中|包括|含|有|为|：)+/;
const ending = /(?:共|为|有|的|类|共计)$/;
const mostNamed = 6;
const longestNaming = 60;

/** 人大代表建议 of 建议提案: the end of a name that stands among the words; the name where none does. */
const endIn = (words: string, name: string): string => {
  for (let from = Math.max(0, name.length - words.length); from <= name.length - shortestEnd; from++)
    if (words.includes(name.slice(from))) return name.slice(from);
  return name;
};
const shortestEnd = 2;

/** 建议和提案36件，其中建议15件、提案21件: the words of the whole name every part, and nothing else is told of. */
const isTold = (whole: Count, parts: readonly Count[]): boolean => {
  const words = wordsBefore(whole);
  if (parts.length < 2 || parts.length > mostNamed || words.length > longestNaming) return false;
  const names = parts.map((part) => endIn(words, withoutEnd(wordsBefore(part).replace(before, ''), ending)));
  if (new Set(names).size < parts.length) return false;
  const places = names.map((name) => (name.length < 2 ? -1 : words.indexOf(name)));
  if (!places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? 0)))) return false;
  // Nothing but 和 or a mark between them.
  return names.every((name, at) => {
    const next = places[at + 1];
    return (
      next === undefined || /^(?:和|及|与|以及|、|)$/.test(words.slice((places[at] ?? 0) + name.length, next))
    );
  });
};

/** Two ways of dividing one number, side by side, make about twice as much of it. */
const mostOver = 1.5;
const fewestMixed = 4;
/** Parts that fall short of their total by no more than this share of it are worth a look. */
const nearShare = 0.1;
const fewestHinted = 3;

/** Neighbouring parts of one kind. */
const runsOf = (kinds: readonly PartKind[]): [from: number, to: number][] => {
  const runs: [number, number][] = [];
  kinds.forEach((kind, at) => {
    const last = runs.at(-1);
    if (last && kinds[at - 1] === kind) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
};

/**
 * Sets parts against what they divide. A list belongs to the number it fits, which need not be the nearest.
 *
 * @param others numbers that it may divide instead.
 * @param ids where the form counts what the parts name.
 */
export const judgeList = (
  whole: Count,
  parts: readonly Count[],
  others: readonly number[],
  ids: ProseCells | null,
): ListJudgement => {
  const of = whole.numeral.value;
  const all = added(parts);
  const open: ListJudgement = { outcome: 'undetermined', of, from: 0, to: parts.length };
  if (![whole, ...parts].every(({ numeral }) => numeral.exact)) return open;
  if (all === of) return { ...open, outcome: 'satisfied' };
  // Parts that 其中 need not have listed all make up no slip of their total by chance.
  if (parts.length > 1 && isTransposed(all, of)) return { ...open, outcome: 'violated' };
  const kinds = kindsOf(parts);
  const runs = runsOf(kinds);
  const blended =
    runs.length > 1 &&
    parts.length >= fewestMixed &&
    kinds.every((kind) => kind === 'channel' || kind === 'other');
  if (runs.length > 1 && !blended) {
    // 自然人80件、企业1件，网上申请70件、信函申请11件 divide one number twice.
    const judged = runs.map(([from, to]): ListJudgement => {
      const run = parts.slice(from, to);
      const sum = added(run);
      if (run.length > 1 && sum === of) return { ...open, outcome: 'satisfied', from, to };
      const sure = run.length > 1 && kinds[from] !== 'other' && !isGroupAndMember(run);
      return sure &&
        sum > of &&
        (sum < of * mostOver || isSwapped(sum, of)) &&
        !others.some((one) => one >= sum)
        ? { ...open, outcome: 'violated', from, to }
        : open;
    });
    return (
      judged.find(({ outcome }) => outcome === 'violated') ??
      judged.find(({ outcome }) => outcome === 'satisfied') ??
      prefixOf(parts, of, open) ??
      open
    );
  }
  const [kind = 'other'] = kinds;
  // What follows a complete list of things without a common name may be another list.
  if (kind === 'other' || blended) {
    const prefix = prefixOf(parts, of, open);
    if (prefix) return prefix;
  }
  if (others.includes(all)) return { ...open, outcome: 'satisfied', of: all };
  if (isGroupAndMember(parts)) return prefixOf(parts, of, open) ?? open;
  if (all > of) {
    const counters = parts.some(({ numeral }) => numeral.counter !== whole.numeral.counter);
    const twice =
      (all === 2 * of && prefixOf(parts, of, open) !== null) ||
      (((kind === 'other' && parts.length >= fewestMixed) || blended || counters) && all > of * mostOver);
    return (twice && !isSwapped(all, of)) || others.some((one) => one > all)
      ? open
      : { ...open, outcome: 'violated' };
  }
  if (isComplete(whole, parts, kind, ids)) return { ...open, outcome: 'violated' };
  return parts.length >= fewestHinted && of - all <= Math.max(1, of * nearShare)
    ? { ...open, hint: true }
    : open;
};

/** The mark that parts a count from the one before it. */
const markOf = (part: Count, before: Count): string =>
  part.segment === before.segment ? 'list' : part.segment.opener;

/** 文件22件，通知18件，人事5件，预决算2件，计划1件: nouns with one counter and one mark between them are one list to its end. */
const isOneList = (parts: readonly Count[]): boolean => {
  const [first, second] = parts;
  if (!first || !second) return false;
  const mark = markOf(second, first);
  return parts.every(
    (part, at) =>
      part.numeral.counter === first.numeral.counter &&
      (at === 0 || markOf(part, parts[at - 1] ?? part) === mark) &&
      (at === 0 || isNoun(part)),
  );
};

/** 工作计划1条; no verb, no attribute of documents, nothing that stands beside the list. */
const isNoun = ({ phrase, left }: Count): boolean =>
  phrase.predicates.length === 0 &&
  !phrase.rest &&
  (phrase.topic === null || phrase.topic === 'other') &&
  !left.some((token) => token.kind === 'word' && token.meaning.is === 'sum' && token.text !== '计') &&
  !beginsAnew.test(firstOf(left));

const firstOf = (left: readonly Token[]): string => {
  const first = left.find(({ kind }) => kind !== 'stop');
  return first?.kind === 'word' ? first.text : '';
};

/** What is made public, or done, in its own right. */
const beginsAnew =
  /^(?:主动公开|公开|发布|公布|制发|印发|回应|解读|政策解读|转主动公开|不予受理|培训|会议|检查|考核|点击|查阅)$/;

const prefixOf = (parts: readonly Count[], of: number, open: ListJudgement): ListJudgement | null => {
  let sum = 0;
  const end = parts.findIndex(({ numeral }, at) => {
    sum += numeral.value;
    return at > 0 && sum === of;
  });
  if (end < 0) return null;
  return end === parts.length - 1 || !isOneList(parts)
    ? { ...open, outcome: 'satisfied', to: end + 1 }
    : null;
};
