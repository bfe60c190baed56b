import type { Prose } from './clauses.ts';
import { type Count, type Place, placeOf, says, type Told } from './counts.ts';
import type { Predicate } from './prose-words.ts';

/** A number of the text and the parts that the text gives of it: 公开295件，其中甲14件，乙281件. */
export type SentenceSum = Place & {
  total: number;
  parts: { value: number; at: number }[];
  /**
   * `violated`: the parts exceed the total, or the text says that they are all and they are not.
   * `undetermined`: they are fewer, and 其中 names some parts only.
   */
  outcome: 'satisfied' | 'violated' | 'undetermined';
};

const groups = ['granted', 'partially_granted', 'denied_*', 'unavailable_*', 'not_processed_*', 'other_*'];
const channel = /网|信函|邮|当面|现场|传真|窗口|平台|线上|线下|来信|来访/;

/** By what a part is told from the others. Parts of two kinds overlap: 自然人80件，网上申请70件. */
const kindOf = ({ phrase, left }: Count): string => {
  if (phrase.rows.length > 0) return 'row';
  if (phrase.applicant !== null) return 'applicant';
  if (phrase.column !== null) return 'column';
  if (phrase.route !== null) return 'route';
  if (left.some((token) => (token.kind === 'unknown' || token.kind === 'word') && channel.test(token.text)))
    return 'channel';
  return phrase.body === 'part' || phrase.body === 'unsure' ? 'body' : 'other';
};

const incoming: readonly (Predicate | undefined)[] = ['new', 'intake', 'carried_over'];
const verbOf = ({ phrase }: Count): Predicate | undefined =>
  phrase.rows.length > 0 ? undefined : phrase.predicates.at(-1);

/** Does this count begin something else than one more part? */
const endsList = (count: Count, first: Count): boolean => {
  const verb = verbOf(count);
  const expected = verbOf(first);
  if (verb !== undefined && verb !== expected && !(incoming.includes(verb) && incoming.includes(expected)))
    return true;
  const { topic } = count.phrase;
  const disputes = topic === 'review' || topic === 'litigation' || topic === 'disputes';
  return disputes && first.phrase.topic !== topic;
};

const opens = (count: Count): boolean =>
  count.phrase.within ||
  count.segment.opener === 'colon' ||
  (count.segment.opener === 'open' && count.phrase.including);

const isGroupAndMember = (parts: readonly Count[]): boolean => {
  const rows = parts.flatMap(({ phrase }) => phrase.rows);
  const headings = groups.filter((row) => row.endsWith('*') && rows.includes(row));
  return headings.some((row) => rows.some((one) => one !== row && one.startsWith(row.slice(0, -1))));
};

const isRest = ({ left, phrase }: Count): boolean =>
  phrase.rows.length === 0 && says(left, /^(?:其余|其他|其它|剩余|余下|余)$/);

const judgeParts = (
  total: Count,
  parts: readonly Count[],
): { outcome: SentenceSum['outcome']; used: number } => {
  const exact = [total, ...parts].every(({ numeral }) => numeral.exact);
  let all = 0;
  for (const [at, part] of parts.entries()) {
    all += part.numeral.value;
    // What follows a complete list is another one: 自然人80件、企业1件，网上70件、信函11件.
    if (exact && at > 0 && all === total.numeral.value) return { outcome: 'satisfied', used: at + 1 };
  }
  const undetermined = { outcome: 'undetermined' as const, used: parts.length };
  const kinds = new Set(parts.map(kindOf));
  if (!exact || kinds.size > 1 || isGroupAndMember(parts)) return undetermined;
  if (all === total.numeral.value) return { outcome: 'satisfied', used: parts.length };
  const last = parts.at(-1);
  const rows = new Set(parts.flatMap(({ phrase }) => phrase.rows));
  const complete =
    parts.length > 1 && ((last !== undefined && isRest(last)) || groups.every((row) => rows.has(row)));
  if (all > total.numeral.value || complete) return { outcome: 'violated', used: parts.length };
  return undetermined;
};

const sumOf = (prose: Prose, total: Count, parts: readonly Count[]): SentenceSum => {
  const { outcome, used } = judgeParts(total, parts);
  const named = parts.slice(0, used);
  const end = named.at(-1)?.numeral.end ?? total.numeral.end;
  return {
    ...placeOf(prose, total.segment.tokens[0]?.start ?? total.numeral.start, end, total.numeral.start),
    total: total.numeral.value,
    parts: named.map(({ numeral }) => ({ value: numeral.value, at: prose.folded.at[numeral.start] ?? 0 })),
    outcome,
  };
};

/** Lists of a sentence that a word (其中, 包括) or a colon makes parts of the number before it. */
const listsOf = (prose: Prose, counts: readonly Count[]): SentenceSum[] =>
  counts.flatMap((total, at) => {
    const first = counts[at + 1];
    if (
      !first ||
      total.numeral.kind !== 'count' ||
      total.phrase.compare ||
      first.phrase.compare ||
      !opens(first)
    )
      return [];
    if (first.segment.opener === 'colon' && !first.phrase.within && first.phrase.rows.length === 0) return [];
    const parts: Count[] = [];
    for (let next = at + 1; next < counts.length; next++) {
      const count = counts[next];
      if (!count) break;
      // Brackets end their own list, and a list within a part of this one is another.
      if (count.depth < first.depth) break;
      if (count.depth > first.depth || count.numeral.kind === 'percent' || count.phrase.compare) continue;
      if (parts.length > 0 && (opens(count) || endsList(count, first))) break;
      if (count.numeral.counter !== total.numeral.counter) continue;
      parts.push(count);
    }
    return parts.length > 0 ? [sumOf(prose, total, parts)] : [];
  });

const fewestLoose = 3;

/** A sentence of items that add up to a number of the sentence before: 公开信息100条。公开甲40条，乙35条，丙25条. Found by its sum only. */
const looseList = (prose: Prose, before: readonly Count[], counts: readonly Count[]): SentenceSum[] => {
  const parts = counts.filter(
    ({ numeral, phrase }) => numeral.kind === 'count' && numeral.exact && !phrase.compare,
  );
  if (
    parts.length < fewestLoose ||
    parts.some((count) => count.numeral.counter !== parts[0]?.numeral.counter)
  )
    return [];
  const all = parts.reduce((total, { numeral }) => total + numeral.value, 0);
  const total = before.find(
    ({ numeral }) =>
      numeral.kind === 'count' &&
      numeral.exact &&
      numeral.value === all &&
      numeral.counter === parts[0]?.numeral.counter,
  );
  return total ? [sumOf(prose, total, parts)] : [];
};

/** Sums that the text itself states, in document order. */
export const sentenceSums = (text: readonly Told[]): SentenceSum[] =>
  text.flatMap((prose) => {
    let before: readonly Count[] = [];
    return prose.sentences.flatMap(({ counts }) => {
      const lists = listsOf(prose, counts);
      const found = lists.length > 0 ? lists : looseList(prose, before, counts);
      before = counts;
      return found;
    });
  });
