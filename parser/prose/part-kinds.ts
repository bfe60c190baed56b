import { type Count, wordsBefore } from './counts.ts';
import type { Predicate } from './meaning.ts';

const channel =
  /网|信函|邮|电话|来电|当面|现场|传真|窗口|平台|线上|线下|来信|来访|微信|微博|公众号|客户端|新媒体|公开栏|公示栏|宣传栏|电子屏|报纸|电视|广播|视频号/;

/** What became of a thing, which says nothing of its kind: 信息公开类9件，胜诉40件. */
const result =
  /胜诉|败诉|撤回|撤诉|撤销|驳回|办结|办复|完成|终止|审结|结案|开庭|出庭|应诉|满意|逾期|超期|延期|重复|采纳|落实|回复|答复|整改|开展|参加|出席/;

/** `attribute`: 主动公开, 依申请公开 and 不予公开 as what documents are marked with. */
export type PartKind =
  | 'row'
  | 'applicant'
  | 'column'
  | 'route'
  | 'channel'
  | 'attribute'
  | 'result'
  | 'other';

/** By what a part is told from the others. Parts of two kinds overlap: 自然人80件，网上申请70件. */
export const kindOf = (count: Count): PartKind => {
  const { phrase } = count;
  if (phrase.rows.length > 0) return 'row';
  // 下属事业单位预决算信息5条 names no applicant.
  if (phrase.applicant !== null && !(phrase.applicantLoose && phrase.unknown)) return 'applicant';
  if (phrase.column !== null) return 'column';
  if (phrase.route !== null) return 'route';
  const words = wordsBefore(count);
  return channel.test(words) ? 'channel' : result.test(words) ? 'result' : 'other';
};

const attributes = ['主动公开', '依申请公开', '不予公开'];
const attributeOf = (count: Count): string | undefined => {
  const words = wordsBefore(count);
  return attributes.find((one) => words.includes(one)) ?? (words.endsWith('不公开') ? '不予公开' : undefined);
};

/** By what each of several parts is told from the others. */
export const kindsOf = (parts: readonly Count[]): PartKind[] => {
  const marked = new Set(parts.map(attributeOf));
  return marked.has('主动公开') && marked.size > 1 && !marked.has(undefined)
    ? parts.map(() => 'attribute')
    : parts.map(kindOf);
};

/** Does each attribute that a document may have stand among the parts? */
export const hasEveryAttribute = (parts: readonly Count[]): boolean =>
  new Set(parts.map(attributeOf)).size === attributes.length;

const incoming: ReadonlySet<Predicate | undefined> = new Set(['new', 'intake', 'carriedOver']);
export const isIncoming = (verb: Predicate | undefined): boolean => incoming.has(verb);

/** What the words before a count say was done; undefined where they name an outcome, or nothing. */
export const verbOf = ({ phrase }: Count): Predicate | undefined =>
  phrase.rows.length > 0 ? undefined : phrase.predicates.at(-1);

/** Counters of pieces of information, which one sentence mixes: 公开47条，其中文件22件，通知25条. */
const pieces: ReadonlySet<string> = new Set([
  '条',
  '件',
  '份',
  '篇',
  '则',
  '个',
  '项',
  '期',
  '次',
  '宗',
  '起',
]);

/** Do both count the same things? */
export const sameCounter = (one: Count, other: Count): boolean =>
  one.numeral.counter === other.numeral.counter ||
  (pieces.has(one.numeral.counter) && pieces.has(other.numeral.counter));

/** Ways and applicants beside what came in divide it, though no word says so: 收到58件，网络申请40件，信函申请18件. */
export const dividesUnsaid = (whole: Count, part: Count | undefined): boolean =>
  part !== undefined &&
  (kindOf(part) === 'channel' || kindOf(part) === 'applicant') &&
  kindOf(whole) === 'other' &&
  whole.phrase.predicates.some((one) => one === 'intake' || one === 'new') &&
  !part.phrase.compare &&
  // 收到146件，邮寄答复90件: what was done is no part of what came in.
  (verbOf(part) === undefined || isIncoming(verbOf(part))) &&
  part.depth === whole.depth;
