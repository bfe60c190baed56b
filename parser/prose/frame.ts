import type { Token } from './clauses.ts';
import { namedIn } from './lists.ts';
import type { MemberFigure } from './member-counts.ts';
import { emptyList, type Memory, type ReportContext, type SentenceMemory } from './memory.ts';
import { isOf, outcomesOf } from './outcomes.ts';
import { phraseOf } from './phrase.ts';
import type { Phrase } from './slots.ts';
import { isHeaded, isTopicAlone, mentionsCause } from './spoken.ts';

/** A number with the words that name what it counts: who, when, which event, row, column, applicant or route. */
export type Frame = {
  /** What the words that name it say. */
  phrase: Phrase;
  /** Those words stand before the number, behind it, or in a member before. */
  named: 'before' | 'behind';
  before: Phrase;
  behind: Phrase;
  /** Words that are not understood stand where they may change what is counted. */
  doubtful: boolean;
  /** It counts a change, or what it was before. */
  compares: boolean;
};

/** 其中咨询12件; 不掌握4件，已通过网站对外公开1件: something else among the parts of a list, which goes on after it. */
const isBeside = ({ topic, predicates, disclosed }: Phrase, { within, list }: SentenceMemory): boolean =>
  topic === 'other' && (within || (list.names === 'row' && disclosed && predicates.length === 0));

const remember = (phrase: Phrase, sentence: SentenceMemory, memory: Memory): void => {
  if (phrase.topic !== null && !isBeside(phrase, sentence)) sentence.topic = phrase.topic;
  if (phrase.body !== null) {
    memory.body = phrase.body;
    memory.near = phrase.near && memory.alone;
  }
  if (phrase.body === 'whole') sentence.narrowed = false;
  if (phrase.period !== null && !phrase.compare) sentence.period = phrase.period;
};

/** 结转下一年度继续办理, by itself. */
const isCarriedOn = (tokens: readonly Token[], context: ReportContext): boolean => {
  const { predicates, unknown, topic } = phraseOf(tokens, context);
  return predicates.length === 1 && predicates[0] === 'carriedForward' && !unknown && topic === null;
};

/**
 * Fills the frame of one number and remembers what its words say to those that follow.
 *
 * @param silent the member behind, where the number is the last of its own and that one has none.
 */
export const frameOf = (
  figure: MemberFigure,
  next: readonly Token[],
  silent: readonly Token[],
  nextFigure: MemberFigure | undefined,
  sentence: SentenceMemory,
  memory: Memory,
  context: ReportContext,
): Frame => {
  const said = phraseOf(figure.left, context);
  if (said.within || said.matters) {
    sentence.within = true;
    sentence.list = emptyList();
  }
  const before = namedIn(said, figure.left, next, sentence, memory, context);
  const behind = namedIn(
    phraseOf(figure.right, context),
    figure.right,
    nextFigure?.right ?? next,
    sentence,
    memory,
    context,
  );
  remember(before, sentence, memory);
  // Which words name what is counted: those before the number, those behind it, or a member that waited for its number.
  let phrase = before;
  let named: 'before' | 'behind' = 'before';
  let doubtful = before.doubtful;
  if (
    !isHeaded(before) ||
    (isTopicAlone(before) && (behind.predicates.length > 0 || behind.rows.length > 0))
  ) {
    if (isHeaded(behind)) {
      named = 'behind';
      phrase = { ...behind, topic: behind.topic ?? before.topic, sum: behind.sum || before.sum };
      doubtful = doubtful || before.unknown || behind.doubtful || behind.unknown;
    } else if (isCarriedOn(silent, context) && !before.unknown && !behind.unknown) {
      // 7件因未到期，结转下一年度
      phrase = phraseOf(silent, context);
    } else if (sentence.waiting && !before.unknown) {
      phrase = sentence.waiting;
      doubtful = phrase.doubtful;
    }
  } else if (behind.topic !== null && before.topic === null) {
    // 收到12件征地信息公开申请
    phrase = { ...before, topic: behind.topic };
    if (behind.doubtful || behind.unknown) doubtful = true;
  } else if (behind.unknown && !behind.compare && (behind.doubtful || mentionsCause(figure.right)))
    doubtful = true;
  // 在已办结的申请中有12件引发行政复议
  if (phrase === before && behind.topic !== null && before.topic !== null && behind.topic !== before.topic)
    doubtful = true;
  if (phrase.topic !== null && !phrase.field && !isBeside(phrase, sentence)) sentence.topic = phrase.topic;
  // 办结148件。上述148件中，…
  const above = memory.parent;
  if (!isHeaded(phrase) && above?.value === figure.numeral.value && pointsBack(figure))
    phrase = { ...above.phrase, within: false };
  // 新收58件，上年结转3件，共计61件
  if (before.sum && !isHeaded(phrase) && !before.unknown && sentence.arrived.size === 2)
    phrase = { ...phrase, predicates: ['all'] };
  // 予以公开61件，部分公开19件，…，总计148件
  else if (
    before.sum &&
    !isHeaded(phrase) &&
    !before.unknown &&
    !behind.unknown &&
    sentence.list.names === 'row' &&
    context.ids &&
    (outcomesOf(context.ids).every((outcome) => [...sentence.told].some((row) => isOf(row, outcome))) ||
      // As the form itself has it: …，总计148件，结转下年度7件.
      (sentence.told.size >= fewestTold &&
        isFormTotal(figure.left) &&
        isCarriedOn(upToNumber(next), context)))
  )
    phrase = { ...phrase, predicates: ['processed'], topic: 'requests', loose: true };
  // 由204件增至227件
  const compares =
    before.compare ||
    startsComparison(nextFigure?.left) ||
    (startsComparison(figure.right) && endsWithFrom(figure.left));
  return { phrase, named, before, behind, doubtful, compares };
};

const upToNumber = (tokens: readonly Token[]): readonly Token[] => {
  const at = tokens.findIndex(({ kind }) => kind === 'numeral');
  return at < 0 ? tokens : tokens.slice(0, at);
};

const fewestTold = 3;
const isFormTotal = (tokens: readonly Token[]): boolean => {
  const [only, second] = tokens;
  return only?.kind === 'word' && only.text === '总计' && !second;
};

/** 上述148件中, 以上80件申请中 */
const pointsBack = ({ left, right }: MemberFigure): boolean => {
  const last = right.at(-1);
  return (
    left.length > 0 &&
    left.every((token) => token.kind === 'word' && /^(?:上述|以上|该)$/.test(token.text)) &&
    last?.kind === 'word' &&
    /^[中里]$/.test(last.text)
  );
};

/** 由115件上升, 从115件降下来 */
const endsWithFrom = (tokens: readonly Token[]): boolean => {
  const last = tokens.at(-1);
  return (last?.kind === 'word' || last?.kind === 'unknown') && /[由从]$/.test(last.text);
};

const startsComparison = (tokens: readonly Token[] | undefined): boolean => {
  const first = tokens?.[0];
  return first?.kind === 'word' && first.meaning.is === 'compare';
};
