import type { Claim } from '../extraction.ts';
import type { Prose, Segment, Token } from './clauses.ts';
import { denialClaims } from './denials.ts';
import type { Memory, ReportContext, SentenceMemory } from './memory.ts';
import { phraseOf } from './phrase.ts';
import type { Phrase } from './slots.ts';
import { isHeaded, mentionsCause } from './spoken.ts';
import { isApplicant, isDispute, isOfKind } from './word-classes.ts';

/** 低保：, 低保方面，, 一是低保。: do the words of a member name what follows? */
const isLabel = (tokens: readonly Token[], next: Segment | undefined): boolean =>
  next === undefined || next.opener === 'colon' || (next.opener === 'clause' && isOfField(tokens.at(-1)));

const isOfField = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^(?:.*方面|.*情况|工作|[一二三四五六七八九十]是)$/.test(token.text);

const isIdle = (token: Token): boolean =>
  token.kind === 'word' && (token.meaning.is === 'neutral' || token.meaning.is === 'some');

/** 低保, 企业登记: a matter of which the form says nothing. */
const isOtherMatter = (tokens: readonly Token[]): boolean =>
  tokens.every(
    (token) =>
      token.kind === 'unknown' ||
      isApplicant(token) ||
      isOfField(token) ||
      (token.kind === 'word' &&
        (token.text.length === 1 || token.text === '登记' || (isOfField(tokens.at(-1)) && isIdle(token)))),
  ) && tokens.some(({ kind, ...token }) => kind === 'unknown' || ('text' in token && token.text === '登记'));

const isOfWay = (token: Token | undefined): boolean => token?.kind === 'word' && token.text === '通过';

const shortMember = 12;

/** What several bodies are called together, or one whose name is not known. */
const kindOfBodies =
  /(?:单位|企业|公司|集团|机构|组织|部门|学校|校|医院|院所|中心|场所|协会|乡镇|镇街|街道|社区|村|站|局|支队|大队|园区|窗口|大厅|柜台|层面|条线)$/;

/** 局属单位，收到12件; 市属国有企业，收到18件; 各中小学校，受理26件: others than the report's body are told of. */
const namesBodies = (tokens: readonly Token[], { predicates, rows, topic, body }: Phrase): boolean => {
  const last = tokens.findLast((token) => token.kind !== 'stop');
  return (
    body !== 'whole' &&
    // 经办窗口
    (predicates.length === 0 || last?.kind === 'unknown') &&
    rows.length === 0 &&
    topic === null &&
    last !== undefined &&
    'text' in last &&
    kindOfBodies.test(last.text) &&
    (last.kind === 'unknown' ||
      (isApplicant(last) && tokens.some((token) => token !== last && isBodyish(token))))
  );
};

const isBodyish = (token: Token): boolean =>
  token.kind === 'unknown' || (token.kind === 'word' && token.meaning.is === 'body');

const spelt = (tokens: readonly Token[]): string =>
  tokens.map((token) => ('text' in token ? token.text : '')).join('');

/** 新收申请同比增长12.3%，达146件: what the change led to follows. */
const reaches = (next: Segment | undefined): boolean => {
  const first = next?.opener === 'clause' ? next.tokens[0] : undefined;
  return first?.kind === 'word' && /^达到?$/.test(first.text);
};

/** A member without a count: it may say that there was nothing, wait for its number, or narrow what follows. */
export const claimsWithoutCount = (
  prose: Prose,
  segment: Segment,
  next: Segment | undefined,
  sentence: SentenceMemory,
  memory: Memory,
  context: ReportContext,
): Claim[] => {
  const { tokens } = segment;
  const phrase = phraseOf(tokens, context);
  const length = (tokens.at(-1)?.end ?? 0) - (tokens[0]?.start ?? 0);
  const claims = phrase.negation ? denialClaims(prose, segment, phrase, sentence, memory, context) : [];
  sentence.label = phrase.unknown ? null : phrase;
  if (isLabel(tokens, next) && isOtherMatter(tokens)) {
    memory.inDoubt = true;
    // As a heading it ends what was spoken of.
    if (next === undefined) memory.topic = null;
  }
  if (segment.opener === 'sentence' && length <= shortMember && namesBodies(tokens, phrase))
    sentence.narrowed = true;
  if (phrase.within) sentence.within = true;
  // 因政府信息公开工作，… ties what follows; a long member that mentions it does not.
  if (
    phrase.link &&
    (length <= shortMember || mentionsCause(tokens) || (isDispute(phrase.topic) && !phrase.unknown))
  )
    sentence.link = true;
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
  // 按申请人分类， divides, and leaves nothing out.
  const [first] = tokens;
  const divides = first?.kind === 'word' && /^按照?$/.test(first.text);
  // 疫情期间，收到12件; 通过邮箱，收到12件; 补正的，收到12件
  if (
    length <= shortMember &&
    !divides &&
    phrase.unknown &&
    !phrase.within &&
    !phrase.negation &&
    !isHeaded(phrase)
  ) {
    if (/(?:期间|时段|月份)$/.test(spelt(tokens))) sentence.period = 'other';
    if (isOfWay(tokens[0]) || isOfKind(tokens, tokens.length - 1)) sentence.narrowed = true;
    if (phrase.body === 'part') memory.body = 'part';
  }
  const ending = last?.kind === 'word' && !divides ? last.text : '';
  if (phrase.unknown && /^(?:方面|中|内|类|情况)$/.test(ending) && phrase.body !== 'whole')
    sentence.narrowed = true;
  if (
    phrase.unknown &&
    (phrase.topic === 'requests' || phrase.link) &&
    mentionsCause(tokens) &&
    !divides &&
    !phrase.field
  )
    sentence.narrowed = true;
  const waits =
    isHeaded(phrase) &&
    phrase.negation === null &&
    (!phrase.compare || reaches(next)) &&
    // 申请主要来自本市，共120件
    !phrase.matters &&
    next !== undefined &&
    segment.opener !== 'open';
  sentence.waiting = waits ? { ...phrase, compare: false } : phrase.empty ? sentence.waiting : null;
  if (sentence.topic !== null) memory.topic = sentence.topic;
  return claims;
};
