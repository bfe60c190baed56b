import type { Claim, Fact } from '../extraction.ts';
import type { Form } from '../forms/schema.ts';
import { settled } from './agreement.ts';
import { bodyOf } from './bodies.ts';
import { claimAt, heardOf } from './claim.ts';
import type { Prose, ProseSource, Segment, Sentence, Token } from './clauses.ts';
import { countable, doubtsOf } from './doubts.ts';
import { frameOf } from './frame.ts';
import { isDone } from './idle-words.ts';
import { listed, openIn, withoutHeading } from './lists.ts';
import { figuresOf } from './member-counts.ts';
import { emptyList, type Memory, type ReportContext, type SentenceMemory } from './memory.ts';
import { closesList, type Parthood, partOf } from './parts.ts';
import { phraseOf } from './phrase.ts';
import { sentenceMemory } from './sentence-words.ts';
import { claimsWithoutCount } from './silent-members.ts';
import { isHeaded, isUntied, subjectOf } from './spoken.ts';
import { cellsOf } from './subjects.ts';
import { type Text, textOf } from './text.ts';
import { isDispute } from './word-classes.ts';

/**
 * Reads the counts of a report's text and sets them against its tables.
 *
 * Every count (a number with a counter: 件, 条, 次 …) becomes a claim; dates, document numbers, shares, money and ordinals do not.
 * A count that the tables say nothing of has `about: null`. Contradiction takes a count whose subject, year and body are all
 * understood and cells that are all printed numbers; every doubt makes it undetermined.
 */

const claimsOfSentence = (
  prose: Prose,
  { segments, start }: Sentence,
  memory: Memory,
  context: ReportContext,
): Claim[] => {
  if (segments.length === 0) {
    memory.past = false;
    return [];
  }
  const sentence = sentenceMemory(segments, start);
  if (memory.past) sentence.period = 'other';
  memory.beside = false;
  /** What was said outside of the brackets one stands in. */
  const outer: (Pick<SentenceMemory, 'within' | 'period' | 'topic'> & Pick<Memory, 'body' | 'near'>)[] = [];
  const moveTo = (depth: number): void => {
    while (outer.length < depth) {
      const { within, period, topic } = sentence;
      const { body, near } = memory;
      outer.push({ within, period, topic, body, near });
    }
    while (outer.length > depth) {
      const { within = false, period = null, topic = null, body, near = false } = outer.pop() ?? {};
      sentence.within = within;
      // 全县办结148件（其中县政府办31件），予以公开61件
      if (body) {
        memory.body = body;
        memory.near = near;
      }
      // 新收146件（2021年为115件），办结148件: the other year is told of in the brackets only.
      if (period !== null) sentence.period = period;
      if (topic !== null) sentence.topic = topic;
    }
  };
  const claims = segments.flatMap((segment, position) => {
    moveTo(segment.depth);
    return claimsOfSegment(prose, segment, segments[position + 1], sentence, memory, context);
  });
  moveTo(0);
  memory.past =
    sentence.period === 'other' &&
    claims.some(({ scope, about }) => scope === 'other_period' && about !== null);
  return claims;
};

const isNumeral = ({ kind }: Token): boolean => kind === 'numeral';

const claimsOfSegment = (
  prose: Prose,
  segment: Segment,
  nextMember: Segment | undefined,
  sentence: SentenceMemory,
  memory: Memory,
  context: ReportContext,
): Claim[] => {
  const { figures, tail } = figuresOf(segment.tokens);
  if (figures.length === 0) return claimsWithoutCount(prose, segment, nextMember, sentence, memory, context);
  const claims: Claim[] = [];
  let compare = false;
  for (const [position, figure] of figures.entries()) {
    const nextFigure = figures[position + 1];
    const next = nextFigure?.left ?? nextMember?.tokens ?? [];
    const silent =
      !nextFigure && nextMember?.opener === 'clause' && !nextMember.tokens.some(isNumeral)
        ? nextMember.tokens
        : [];
    const frame = frameOf(figure, next, silent, nextFigure, sentence, memory, context);
    const { before, behind, doubtful } = frame;
    let { phrase } = frame;
    compare = compare || frame.compares;
    // What a list names says nothing of what follows the list.
    if (!sentence.within && (doubtful || phrase.topic !== null || phrase.body === 'whole'))
      memory.inDoubt = doubtful;
    const topic = phrase.topic ?? sentence.topic ?? memory.topic;
    if (context.ids) phrase = openIn(phrase, topic, memory.parent, context.ids);
    // 收到申请146件，撤销申请2件，并案处理4件: what became of applications, by a word for reviews.
    if (topic === 'requests' && phrase.column !== null && phrase.route === null) memory.inDoubt = true;
    if (sentence.within) phrase = withoutHeading(phrase, memory.parent);
    sentence.waiting = null;
    const complete = memory.parent !== null && sentence.list.sum === memory.parent.value;
    if (
      sentence.within &&
      !before.within &&
      segment.depth === 0 &&
      closesList(phrase, segment, complete, memory.parent)
    )
      sentence.within = false;
    const including = before.including && !phrase.predicates.some((one) => one.startsWith('carried'));
    if (including) sentence.within = true;

    // Where there were none at all, there were none for this reason.
    if (figure.numeral.value === 0 && isDispute(phrase.topic) && phrase.predicates.length === 0)
      phrase = { ...phrase, sum: true, link: true };
    // 1件撤回: what became of one is no count of all.
    const nameless = isDispute(topic) && !isHeaded(phrase) && (before.unknown || behind.unknown);
    const spoken =
      context.cells && !compare && !nameless && before.negation === null
        ? subjectOf(phrase, topic, sentence, memory, context.cells)
        : null;
    const { numeral } = figure;
    // 总数为227 counts only what the tables count.
    if (numeral.kind !== 'count' && spoken === null) continue;
    const place = { prose, segment, at: numeral.start, sentence: sentence.start };
    const part: Parthood =
      sentence.within && spoken !== null
        ? partOf(phrase, memory, before.unknown, sentence.list, context.ids)
        : 'no';
    const isPart = part !== 'no';
    if (phrase.rows.length > 0) {
      if (isPart || !sentence.within) sentence.list.names = 'row';
    } else if (phrase.applicant !== null) sentence.list.names = 'applicant';
    else if (phrase.column !== null) sentence.list.names = 'column';
    if (!sentence.within && segment.depth === 0 && spoken === null && !compare && numeral.kind === 'count') {
      memory.parent = null;
      memory.astray = before.unknown;
    }
    if (!spoken || !countable(numeral) || !numeral.exact) {
      if (numeral.kind === 'count' && !compare)
        listed(sentence, numeral.value, isPart || phrase.rows.length > 0);
      claims.push(claimAt(place, numeral.value, null, compare ? 'other_period' : 'unknown', 'undetermined'));
      continue;
    }
    const stands = { figure, previousFigure: figures[position - 1], nextFigure, nextMember, part };
    const doubts = doubtsOf({ ...frame, phrase }, stands, sentence, memory, context);
    if (isDispute(spoken.topic) && isUntied(phrase, doubtful, sentence, memory))
      sentence.untied = doubts.unsure = true;
    listed(sentence, numeral.value, isPart || phrase.rows.length > 0);
    const heard = heardOf(place, numeral.value, spoken, doubts, context);
    if (memory.body === 'unsure' && !memory.near && heard.outcome !== 'satisfied') memory.beside = true;
    memory.heard.push(heard);
    // 受理行政复议36件，维持20件: whoever decides on the acts of others counts theirs.
    if (spoken.sure === 'no' && heard.family === 'disputes' && heard.outcome !== 'satisfied')
      sentence.untied = true;
    const { claim } = heard;
    if (
      !sentence.within &&
      segment.depth === 0 &&
      // 行政诉讼9件：维持5件、纠正4件。其中直接起诉5件
      !(phrase.column !== null && memory.parent?.phrase.topic === topic) &&
      !phrase.predicates.some((one) => one.startsWith('carried'))
    ) {
      memory.astray = false;
      memory.parent = {
        about: claim.about,
        family: heard.family,
        phrase,
        value: numeral.value,
        divisible: heard.doubt !== 'grave' || heard.outcome === 'satisfied',
      };
    }
    // A body whose count agrees with the table is the body the table is about.
    if (claim.outcome === 'satisfied' && memory.body === 'unsure' && numeral.value >= 5)
      memory.body = 'whole';
    // 新收146件，上年结转9件，予以公开61件，…，总计148件: a sum behind outcomes adds up those.
    if (phrase.rows.length > 0 || phrase.predicates.some(isDone)) sentence.arrived.clear();
    for (const row of phrase.rows) sentence.told.add(row);
    for (const row of [context.arrivals.received, context.arrivals.carriedOver])
      if (claim.about?.includes(row)) sentence.arrived.add(row);
    // 新增依法行政案件30件 and 不予公开23件 do not make the lawsuits behind them those about disclosure.
    if (
      spoken.topic === 'requests' &&
      phrase.rows.length === 0 &&
      (claim.outcome === 'satisfied' || heard.doubt === 'none' || heard.doubt === 'slight')
    )
      memory.requestsCounted = true;
    if (before.link || behind.link) sentence.link = true;
    sentence.topic ??= spoken.topic;
    claims.push(claim);
  }
  // 自然人申请50件中，予以公开18件
  const last = segment.tokens.at(-1);
  if (last?.kind === 'word' && last.text === '中' && figures.length === 1) {
    sentence.within = true;
    sentence.list = emptyList();
  }
  // 12件申请中，… and 未收到… after the last count.
  const behind = phraseOf(tail, context);
  if (behind.topic !== null && behind.topic !== 'other') sentence.topic = behind.topic;
  if (sentence.topic !== null) memory.topic = sentence.topic;
  return claims;
};

/** 四、政府信息公开行政复议、行政诉讼情况 */
const isAboutDisclosure = (topic: Memory['topic'], { folded }: Prose): boolean =>
  isDispute(topic) && folded.text.includes('信息公开');

const isBodyWord = (token: Token): boolean => token.kind === 'word' && token.meaning.is === 'body';
const joins = (token: Token): boolean =>
  token.kind === 'stop' || (token.kind === 'word' && token.meaning.is === 'and');

/** Does a paragraph name one body only, if by several words together: 厅机关及所属单位? */
const isAlone = ({ sentences }: { sentences: readonly Sentence[] }): boolean => {
  let named = 0;
  for (const { segments } of sentences)
    for (const { tokens } of segments) {
      let goesOn = false;
      for (const token of tokens) {
        if (isBodyWord(token) && !goesOn) named++;
        goesOn = isBodyWord(token) || (goesOn && joins(token));
      }
    }
  return named <= 1;
};

const arrivalsOf = (form: Form | null): ReportContext['arrivals'] => {
  const cells = form?.prose?.cells.requests;
  const ref = (row: string | undefined): string => `${cells?.table}.${row}.${cells?.total}`;
  return { received: ref(cells?.received), carriedOver: ref(cells?.carriedOver) };
};

/**
 * The counts that a report's text states, in document order. Linear in the length of the text.
 *
 * @param blocks all blocks of the report; `block` of a claim is an ordinal among them.
 * @param form the form its tables are on; null ties no count to a cell.
 * @param authority the body the report is about, as it names itself: tells 全区 from another body's 全市.
 * @param text the same blocks, where they have been cut into words already.
 */
export const readProse = (
  blocks: readonly ProseSource[],
  form: Form | null,
  facts: readonly Fact[],
  year: number | null,
  authority: string | null = null,
  text: Text = textOf(blocks, form, authority),
): Claim[] => {
  const body = bodyOf(authority);
  const byRef = new Map(facts.map((fact) => [fact.ref, fact]));
  const context: ReportContext = {
    year,
    body,
    cells: form ? cellsOf(form, new Set(byRef.keys())) : null,
    ids: form?.prose?.cells ?? null,
    facts: byRef,
    arrivals: arrivalsOf(form),
  };
  let heading: Pick<Memory, 'topic' | 'body' | 'requestsCounted'> = {
    topic: null,
    body: 'whole',
    requestsCounted: false,
  };
  return text.flatMap((prose) => {
    const memory: Memory = {
      ...heading,
      inDoubt: false,
      near: false,
      alone: isAlone(prose),
      parent: null,
      astray: false,
      heard: [],
      past: false,
      beside: false,
    };
    const claims = prose.sentences.flatMap((sentence) => claimsOfSentence(prose, sentence, memory, context));
    // A heading, or a line as short as one, names the topic and the body of what follows.
    if (prose.heading || prose.text.length <= 30) {
      const { topic, body: named } = memory;
      heading = { topic, body: named, requestsCounted: isAboutDisclosure(topic, prose) };
    }
    const changed = settled(memory.heard);
    return changed.size === 0 ? claims : claims.map((claim) => changed.get(claim) ?? claim);
  });
};
