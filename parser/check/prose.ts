import type { Claim, Fact } from '../extraction.ts';
import type { Form } from '../forms/schema.ts';
import { bodyOf } from './bodies.ts';
import { claimAt, claimOf, type Doubts } from './claim.ts';
import {
  type Passage,
  type Prose,
  proseOf,
  type Segment,
  type Sentence,
  sentencesOf,
  type Token,
  tokensOf,
} from './clauses.ts';
import { denialClaims } from './denials.ts';
import { figuresOf } from './member-counts.ts';
import type { Context, Memory, SentenceMemory } from './memory.ts';
import { type Phrase, phraseOf } from './phrase.ts';
import { isHeaded, isTopicAlone, subjectOf } from './spoken.ts';
import { cellsOf } from './subjects.ts';

/**
 * Reads the counts of a report's text and sets them against its tables.
 *
 * Every count (a number with a counter: 件, 条, 次 …) becomes a claim; dates, document numbers, shares, money and ordinals do not.
 * A count that the tables say nothing of has `about: null`. Contradiction takes a count whose subject, year and body are all
 * understood and cells that are all printed numbers; every doubt makes it undetermined.
 */

const formalCounters: ReadonlySet<string> = new Set(['件', '宗', '起', '份', '条', '例', '']);
/** These may count applications, or the people, papers and times around them. */
const looseCounters: ReadonlySet<string> = new Set(['件次', '次', '个', '项', '封', '笔']);

const claimsOfSentence = (
  prose: Prose,
  { segments }: Sentence,
  memory: Memory,
  context: Context,
): Claim[] => {
  const sentence: SentenceMemory = {
    topic: null,
    period: null,
    within: false,
    link: false,
    remembersCarried: segments.some(remembersCarried),
    narrowed: false,
    waiting: null,
  };
  /** 其中 said outside of the brackets one stands in. */
  const outer: boolean[] = [];
  let depth = 0;
  return segments.flatMap((segment, position) => {
    while (depth < segment.depth) {
      outer.push(sentence.within);
      depth++;
    }
    while (depth > segment.depth) {
      sentence.within = outer.pop() ?? false;
      depth--;
    }
    return claimsOfSegment(prose, segment, segments[position + 1], sentence, memory, context);
  });
};

/** Does a member speak of applications carried over from the year before: 上年结转, 2019年结转? */
const remembersCarried = ({ tokens }: Segment): boolean =>
  tokens.some((token, at) => {
    if (token.kind !== 'word' || token.meaning.is !== 'predicate') return false;
    if (token.meaning.predicate === 'carried_over') return true;
    const before = tokens[at - 1];
    return (
      token.meaning.predicate === 'carried' &&
      ((before?.kind === 'numeral' && before.numeral.kind === 'year') ||
        (before?.kind === 'word' && before.meaning.is === 'period' && before.meaning.period === 'other'))
    );
  });

const remember = (phrase: Phrase, sentence: SentenceMemory, memory: Memory): void => {
  if (phrase.topic !== null) sentence.topic = phrase.topic;
  if (phrase.body !== null) memory.body = phrase.body;
  if (phrase.body === 'whole') sentence.narrowed = false;
  if (phrase.period !== null && !phrase.compare) sentence.period = phrase.period;
};

const claimsOfSegment = (
  prose: Prose,
  segment: Segment,
  next: Segment | undefined,
  sentence: SentenceMemory,
  memory: Memory,
  context: Context,
): Claim[] => {
  const { figures, tail } = figuresOf(segment.tokens);
  if (figures.length === 0) return claimsWithoutCount(prose, segment, next, sentence, memory, context);
  const claims: Claim[] = [];
  let compare = false;
  let rest = false;
  for (const [position, figure] of figures.entries()) {
    const before = phraseOf(figure.left, context);
    const behind = phraseOf(figure.right, context);
    remember(before, sentence, memory);
    if (before.within) sentence.within = true;
    // 由204件增至227件
    compare = compare || before.compare || startsComparison(figures[position + 1]?.left);
    rest = before.rest;
    // Which words name what is counted: those before the number, those behind it, or a member that waited for its number.
    let phrase = before;
    let doubtful = before.doubtful;
    if (
      !isHeaded(before) ||
      (isTopicAlone(before) && (behind.predicates.length > 0 || behind.rows.length > 0))
    ) {
      if (isHeaded(behind)) {
        phrase = { ...behind, topic: behind.topic ?? before.topic, sum: behind.sum || before.sum };
        doubtful = doubtful || before.unknown || behind.doubtful || behind.unknown;
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
    if (phrase.topic !== null && !phrase.field) sentence.topic = phrase.topic;
    if (doubtful || phrase.topic !== null || phrase.body === 'whole') memory.inDoubt = doubtful;
    const topic = phrase.topic ?? sentence.topic ?? memory.topic;
    sentence.waiting = null;
    const resets =
      segment.opener === 'semicolon' &&
      phrase.rows.length === 0 &&
      phrase.predicates.some((one) => one !== 'intake' && one !== 'handled') &&
      !before.within;
    if (resets) sentence.within = false;
    const including = before.including && !phrase.predicates.some((one) => one.startsWith('carried'));
    if (including) sentence.within = true;

    const spoken =
      context.cells && !compare && before.negation === null
        ? subjectOf(phrase, topic, sentence, memory, context.cells)
        : null;
    const { numeral } = figure;
    const countable = formalCounters.has(numeral.counter) || looseCounters.has(numeral.counter);
    // 总数为227 counts only what the tables count.
    if (numeral.kind !== 'count' && spoken === null) continue;
    const place = { prose, segment, at: numeral.start, end: numeral.end };
    if (!spoken || !countable || !numeral.exact) {
      claims.push(claimAt(place, numeral.value, null, compare ? 'other_period' : 'unknown', 'undetermined'));
      continue;
    }
    const doubts: Doubts = {
      period: sentence.period === 'other' || before.period === 'other',
      part: memory.body === 'part',
      within: sentence.within,
      unsure:
        memory.body === 'unsure' ||
        doubtful ||
        phrase.loose ||
        memory.inDoubt ||
        !spoken.sure ||
        before.each ||
        (rest && !phrase.predicates.includes('carried_forward')) ||
        sentence.narrowed ||
        !formalCounters.has(numeral.counter) ||
        // 依申请公开信息151条 are pieces of information.
        (numeral.counter === '条' && phrase.predicates.length === 0),
    };
    const claim = claimOf(place, numeral.value, spoken, doubts, context);
    // A body whose count agrees with the table is the body the table is about.
    if (claim.outcome === 'satisfied' && memory.body === 'unsure' && numeral.value >= 5)
      memory.body = 'whole';
    if (spoken.topic === 'requests') memory.requestsCounted = true;
    if (before.link || behind.link) sentence.link = true;
    sentence.topic ??= spoken.topic;
    claims.push(claim);
  }
  // 12件申请中，… and 未收到… after the last count.
  const behind = phraseOf(tail, context);
  if (behind.topic !== null && behind.topic !== 'other') sentence.topic = behind.topic;
  if (sentence.topic !== null) memory.topic = sentence.topic;
  return claims;
};

const startsComparison = (tokens: readonly Token[] | undefined): boolean => {
  const first = tokens?.[0];
  return first?.kind === 'word' && first.meaning.is === 'compare';
};

const mentionsCause = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.kind === 'word' && (token.meaning.is === 'cause' || token.text === '属于' || token.text === '的'),
  );

const shortMember = 12;

/** A member without a count: it may say that there was nothing, wait for its number, or narrow what follows. */
const claimsWithoutCount = (
  prose: Prose,
  segment: Segment,
  next: Segment | undefined,
  sentence: SentenceMemory,
  memory: Memory,
  context: Context,
): Claim[] => {
  const { tokens } = segment;
  const phrase = phraseOf(tokens, context);
  const length = (tokens.at(-1)?.end ?? 0) - (tokens[0]?.start ?? 0);
  const claims = phrase.negation ? denialClaims(prose, segment, phrase, sentence, memory, context) : [];
  if (phrase.within) sentence.within = true;
  // 因政府信息公开工作，… ties what follows; a long member that mentions it does not.
  if (phrase.link && (length <= shortMember || mentionsCause(tokens))) sentence.link = true;
  // A long member that mentions the hotline in passing does not make the sentence one about the hotline.
  if (phrase.topic !== null && (phrase.topic !== 'other' || length <= shortMember))
    sentence.topic = phrase.topic;
  if (phrase.period !== null && !phrase.compare) sentence.period = phrase.period;
  // 区政府本级： or 从各部门看， is a heading of what follows; 指导各部门改进流程， is not.
  const last = tokens.at(-1);
  const label = !phrase.unknown && phrase.predicates.length === 0;
  if (phrase.body === 'whole') {
    memory.body = 'whole';
    sentence.narrowed = false;
  } else if (phrase.body !== null && label) memory.body = phrase.body;
  else if (phrase.body === 'unsure' && last?.kind === 'unknown' && length <= 20) memory.body = 'unsure';
  const ending = last?.kind === 'word' ? last.text : '';
  if (phrase.unknown && /^(?:方面|中|内|类|情况)$/.test(ending) && phrase.body !== 'whole')
    sentence.narrowed = true;
  if (
    phrase.unknown &&
    (phrase.topic === 'requests' || phrase.link) &&
    mentionsCause(tokens) &&
    !phrase.field
  )
    sentence.narrowed = true;
  const waits =
    isHeaded(phrase) &&
    phrase.negation === null &&
    !phrase.compare &&
    next !== undefined &&
    segment.opener !== 'open';
  sentence.waiting = waits ? phrase : phrase.empty ? sentence.waiting : null;
  if (sentence.topic !== null) memory.topic = sentence.topic;
  return claims;
};

/**
 * The counts that a report's text states, in document order. Linear in the length of the text.
 *
 * @param blocks all blocks of the report; `block` of a claim is an ordinal among them.
 * @param form the form its tables are on; null ties no count to a cell.
 * @param authority the body the report is about, as it names itself: tells 全区 from another body's 全市.
 */
export const readProse = (
  blocks: readonly Passage[],
  form: Form | null,
  facts: readonly Fact[],
  year: number | null,
  authority: string | null = null,
): Claim[] => {
  const body = bodyOf(authority);
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]));
  const context: Context = {
    year,
    body,
    cells: form ? cellsOf(form, new Set(byRef.keys())) : null,
    facts: byRef,
  };
  let heading: Pick<Memory, 'topic' | 'body'> = { topic: null, body: 'whole' };
  return proseOf(blocks).flatMap((prose) => {
    const sentences = sentencesOf(tokensOf(prose.folded.text, body.names));
    const memory: Memory = { ...heading, inDoubt: false, requestsCounted: false };
    const claims = sentences.flatMap((sentence) => claimsOfSentence(prose, sentence, memory, context));
    // A heading, or a line as short as one, names the topic and the body of what follows.
    if (prose.heading || prose.text.length <= 30) heading = { topic: memory.topic, body: memory.body };
    return claims;
  });
};
