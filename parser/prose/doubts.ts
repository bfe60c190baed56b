import type { CountDoubts } from './claim.ts';
import type { Segment, Token } from './clauses.ts';
import type { Frame } from './frame.ts';
import type { MemberFigure } from './member-counts.ts';
import type { Memory, ReportContext, SentenceMemory } from './memory.ts';
import type { Numeral } from './numerals.ts';
import { isAnsweredAlone, isOutcome, leavesOutCarried, type Parthood } from './parts.ts';
import { isAttribute } from './sentence-words.ts';
import { isTopicAlone, mentionsMatter } from './spoken.ts';
import { isAndSoOn } from './word-classes.ts';

const formalCounters: ReadonlySet<string> = new Set(['件', '宗', '起', '份', '条', '例', '']);
/** These may count applications, or the people, papers and times around them. */
const looseCounters: ReadonlySet<string> = new Set(['件次', '次', '个', '项', '封', '笔']);
const counting: ReadonlySet<string> = new Set(['项', '个']);

/** Does its counter count applications, reviews or lawsuits, if perhaps among other things? */
export const countable = ({ counter }: Numeral): boolean =>
  formalCounters.has(counter) || looseCounters.has(counter);

/** Where the number of a frame stands. */
type Standing = {
  figure: MemberFigure;
  previousFigure: MemberFigure | undefined;
  nextFigure: MemberFigure | undefined;
  nextMember: Segment | undefined;
  /** Of the number before it, where 其中 or brackets hold it. */
  part: Parthood;
};

/** What speaks against taking the number of a frame as the one that its cell holds. */
export const doubtsOf = (
  { phrase, before, named, doubtful }: Frame,
  { figure, previousFigure, nextFigure, nextMember, part }: Standing,
  sentence: SentenceMemory,
  memory: Memory,
  context: ReportContext,
): CountDoubts => {
  const { numeral } = figure;
  const isPart = part !== 'no';
  return {
    period: sentence.period === 'other' || before.period === 'other',
    part: memory.body === 'part',
    within: sentence.within && !isPart,
    open:
      doubtful ||
      phrase.mixed ||
      memory.inDoubt ||
      memory.beside ||
      part === 'open' ||
      (before.rest && !phrase.predicates.some(isCarried)),
    unsure:
      (isAnsweredAlone(phrase) &&
        !sentence.within &&
        !dividesIt(figure.right) &&
        isOutcome(nextFigure?.left, nextMember, context)) ||
      (memory.body === 'unsure' && !memory.near) ||
      before.each ||
      (isExcepted(figure.left) && !phrase.predicates.includes('carriedForward')) ||
      isOfPersons(previousFigure, figure.left) ||
      // 一人一件申请86件: the word goes with the number before it.
      (previousFigure !== undefined &&
        figure.left.length === 1 &&
        named === 'before' &&
        isTopicAlone(phrase)) ||
      // 收到申请的有11个 are departments.
      (numeral.counter === '个' &&
        figure.left.some((token) => token.kind === 'word' && token.text === '的')) ||
      (named === 'behind' && phrase.rows.length > 0 && mentionsMatter(figure.right)) ||
      // 一件申请多项内容的拆分办理 speaks of any.
      (named === 'behind' && numeral.value === 1 && isTopicAlone(phrase)) ||
      // 行政复议14件，涉及的申请10件 are those that something came of.
      (named === 'before' && isTopicAlone(phrase) && mentionsMatter(figure.left)) ||
      sentence.late ||
      // 其他申请2件 are some of them.
      (before.rest && isTopicAlone(phrase)) ||
      // 主动公开36件、依申请公开43件、不予公开12件 are attributes of documents.
      (sentence.attribute === numeral.counter && isAttribute(phrase, context.ids)) ||
      (doubtful && (phrase.narrowed || isTopicAlone(phrase))) ||
      sentence.narrowed ||
      // 依申请公开信息151条 are pieces of information.
      (numeral.counter === '条' &&
        numeral.value > 0 &&
        named === 'before' &&
        phrase.predicates.length === 0 &&
        !isPart),
    rest:
      before.rest &&
      memory.parent !== null &&
      numeral.value === memory.parent.value - sentence.list.sum &&
      // 其他3宗，未审结2宗: the list goes on.
      !(phrase.column !== null && namesColumn(nextFigure?.left ?? nextMember?.tokens ?? [])),
    fewer: isPart && leavesOutCarried(memory.parent, context.arrivals),
    more: named === 'behind' && before.rest && endsOpen(figure.right),
    slight:
      memory.body === 'unsure' ||
      phrase.loose ||
      isPart ||
      phrase.applicant !== null ||
      (numeral.kind === 'bare' && endsWithVerb(figure.left)) ||
      // 申请13项 counts applications; 收到13项 might count matters.
      (!formalCounters.has(numeral.counter) &&
        !(phrase.topic === 'requests' && phrase.predicates.length > 0 && counting.has(numeral.counter))),
  };
};

/** 在作出的55件答复中，… */
const dividesIt = (right: readonly Token[]): boolean => {
  const last = right.at(-1);
  return last?.kind === 'word' && /^[中里]$/.test(last.text);
};

/** 王某等5人累计提出申请63件: so many are theirs, and nobody says that they are all. */
const isOfPersons = (previous: MemberFigure | undefined, left: readonly Token[]): boolean =>
  previous !== undefined &&
  /^[人名位户家]$/.test(previous.numeral.counter) &&
  left.some((token) => token.kind === 'word' && /^(?:提出|提交|递交|申请)$/.test(token.text));

/** 其余45件作无法提供、不予处理等答复: more outcomes than are named. */
const endsOpen = (right: readonly Token[]): boolean =>
  right.some((token, at) => isAndSoOn(token) && isNamed(right[at - 1]));

const isNamed = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (token.meaning.is === 'row' || token.meaning.is === 'applicant');

const namesColumn = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'word' && token.meaning.is === 'column');

/** 除7件外均已办结 */
const isExcepted = (left: readonly Token[]): boolean => {
  const last = left.at(-1);
  return last?.kind === 'word' && /^除/.test(last.text);
};

/** 受理146: a number without a counter beside a verb. */
const endsWithVerb = (left: readonly Token[]): boolean => {
  const last = left.at(-1);
  return last?.kind === 'word' && last.meaning.is === 'predicate';
};

const isCarried = (predicate: string): boolean => predicate.startsWith('carried');
