import type { Claim } from '../extraction.ts';
import { heardOf } from './claim.ts';
import type { Prose, Segment, Token } from './clauses.ts';
import type { Predicate, Topic } from './meaning.ts';
import type { Memory, ReportContext, SentenceMemory } from './memory.ts';
import { phraseOf } from './phrase.ts';
import type { Phrase } from './slots.ts';
import { isHeaded, subjectOf } from './spoken.ts';
import { endsUnknown, isAndSoOn, isDispute, isWay, narrows, risky } from './word-classes.ts';

/** 申请渠道, 公开指南: means of the work, which nobody counts. */
const means = /(?:流程|机制|渠道|受理点|程序|指南|目录|率|制度)$/;

const isMeans = (token: Token): boolean =>
  token.kind === 'word' && token.meaning.is === 'neutral' && means.test(token.text);
/** 未收到通过任何渠道提交的申请 denies what comes after the means. */
const isNamed = (token: Token): boolean => token.kind === 'word' && token.meaning.is === 'topic';

/** 没有发生相关案件 denies what was spoken of. */
const isAnyCase = (token: Token): boolean =>
  token.kind === 'word' &&
  token.meaning.is === 'neutral' &&
  /^(?:相关|有关|该|的|案件|情况|情形|事项)$/.test(token.text);

/** 环评未收到申请, 政策解读未收到申请: what none came of stands before; 我局从未, 亦未 say no more than the denial. */
const isOfMatter = (tokens: readonly Token[], { body }: Phrase): boolean => {
  const last = tokens.at(-1);
  if (last?.kind === 'word' && (last.text === '登记' || isOf(last, (topic) => topic === 'other')))
    return true;
  const short = last?.kind === 'unknown' && last.text.length === 1;
  return body !== 'whole' && !short && endsUnknown(tokens, tokens.length - 1);
};

const isPointer = (token: Token): boolean => token.kind === 'word' && token.text === '该项';

const isOf = (token: Token, test: (topic: Topic) => boolean): boolean =>
  token.kind === 'word' && token.meaning.is === 'topic' && test(token.meaning.topic);

/** 没有因不予受理申请被行政复议: none for that reason, whatever others there were. */
const isForOtherReason = (denial: string, words: readonly Token[]): boolean => {
  const cause = words.findIndex((token) => token.kind === 'word' && token.meaning.is === 'cause');
  if (cause < 0 && !denial.endsWith('因')) return false;
  const dispute = words.findIndex((token) => isOf(token, isDispute));
  return words
    .slice(cause + 1, Math.max(cause + 1, dispute))
    .some(
      (token) =>
        isOf(token, (topic) => topic === 'other') && token.kind === 'word' && !token.text.endsWith('公开'),
    );
};

/** 上年度无结转, 无结转下年: which of the two, by the year before the denial. */
const carriedBefore = (token: Token | undefined): Predicate | null => {
  if (token?.kind !== 'word') return null;
  if (/^(?:上|去)(?:一)?年度?$/.test(token.text)) return 'carriedOver';
  return /^(?:下|次|明)(?:一)?年度?$/.test(token.text) ? 'carriedForward' : null;
};

/** 全年我局严格依法办事，未收到…: words before a denial that name no body, way or time leave it as it is. */
const areIdle = (tokens: readonly Token[]): boolean =>
  tokens.every((token) => token.kind !== 'unknown' || !(risky.test(token.text) || narrows.test(token.text)));

const endsWithCases = (tokens: readonly Token[]): boolean => {
  const last = tokens.findLast((token) => token.kind === 'word');
  return last?.kind === 'word' && /情况$/.test(last.text);
};

/** 未收到通过网络平台、来信等方式提出的申请: by any way. */
const afterWays = (words: readonly Token[]): readonly Token[] => {
  const [first] = words;
  if (first?.kind !== 'word' || first.text !== '通过') return words;
  const way = words.findIndex(
    (token, at) => token.kind === 'word' && isWay(token) && isAndSoOn(words[at - 1]),
  );
  return words.slice(way + 1);
};

/** 未收到政府信息公开申请, 未发生行政复议、行政诉讼: a zero, said in words. Only what is understood to the last word. */
export const denialClaims = (
  prose: Prose,
  segment: Segment,
  phrase: Phrase,
  sentence: SentenceMemory,
  memory: Memory,
  context: ReportContext,
): Claim[] => {
  const { tokens } = segment;
  const denials = tokens.flatMap((token, at) =>
    token.kind === 'word' && token.meaning.is === 'negation' ? [{ denial: token, at }] : [],
  );
  const first = denials[0];
  const { cells } = context;
  if (!first || !cells || phrase.compare) return [];
  const before = phraseOf(tokens.slice(0, first.at), context);
  return denials.flatMap(({ denial, at }, position) => {
    // An application is made in writing.
    const words = afterWays(tokens.slice(at + 1, denials[position + 1]?.at)).filter(
      (token) => !(token.kind === 'word' && token.text === '书面'),
    );
    // 行政复议、行政诉讼均为零 and 依申请公开情况：无 deny what stands before.
    const last = words.every(isAnyCase) && denials.length === 1;
    // 行政复议和行政诉讼方面，我局没有发生
    const unnamed = last && !isHeaded(before) && !before.field && !before.unknown;
    const labelled = (last && segment.opener === 'colon' && at === 0) || unnamed;
    const said = labelled && sentence.label ? sentence.label : last ? before : phraseOf(words, context);
    if (words.findLastIndex(isMeans) > words.findLastIndex(isNamed)) return [];
    const restWord = tokens
      .slice(at + 1, denials[position + 1]?.at)
      .some((token) => token.kind === 'word' && token.meaning.is === 'rest' && token.text !== '有关');
    if (said.unknown || said.doubtful || restWord || said.each) return [];
    // 不涉及国家秘密 says of what a document is not about.
    if (denial.text === '不涉及' && !isDispute(said.topic)) return [];
    if (isDispute(said.topic) && isForOtherReason(denial.text, words)) return [];
    // 该项申请 is whatever was spoken of.
    if (words.some(isPointer) && (sentence.topic ?? memory.topic) !== 'requests') return [];
    // 暂无依申请公开情况
    const field = said.field && (labelled || endsWithCases(words));
    if (!(isHeaded(said) || field) || said.topic === 'other') return [];
    const topic = said.topic ?? before.topic ?? sentence.topic ?? memory.topic;
    const named = /受理|收到|接|新收/.test(denial.text);
    // 无…申请 and 未收到…申请 are about what came in; 没有办理 would be about something else.
    // 未收到和处理…申请 says first that none came.
    const carried = said.predicates.join() === 'carried' ? carriedBefore(tokens[at - 1]) : null;
    const predicates =
      said.predicates.length > 0 && !(named && said.topic !== null)
        ? carried === null
          ? said.predicates
          : [carried]
        : topic === 'requests'
          ? ['new' as const]
          : [];
    // 办理数为零 counts; 未办理 may tell of something else.
    if (
      !(denial.text === '零' && last) &&
      predicates.some((one) => one === 'handled' || one === 'processed' || one === 'answered')
    )
      return [];
    const told: Phrase = {
      ...said,
      topic,
      predicates: said.rows.length > 0 ? [] : predicates,
      negation: denial,
    };
    const link = sentence.link || phrase.link;
    const spoken = subjectOf(told, topic, { ...sentence, link }, memory, cells);
    if (!spoken) return [];
    const body = phrase.body ?? memory.body;
    const heard = heardOf(
      { prose, segment, at: denial.start, sentence: sentence.start },
      0,
      spoken,
      {
        period: carried === null && (phrase.period ?? sentence.period) === 'other',
        part: body === 'part',
        within: sentence.within || phrase.within,
        fewer: false,
        more: false,
        open: false,
        rest: false,
        slight: body === 'unsure',
        unsure:
          (body === 'unsure' && !(phrase.near || memory.near)) ||
          (before.unknown && !last && !areIdle(tokens.slice(0, first.at))) ||
          sentence.narrowed ||
          isOfMatter(tokens.slice(0, first.at), before) ||
          said.loose ||
          // 无不予公开信息
          (said.rows.length > 0 && said.topic === null && sentence.topic !== 'requests') ||
          (!named && topic === 'requests' && said.field && !field),
      },
      context,
    );
    if (spoken.topic === 'requests') memory.requestsCounted = true;
    memory.heard.push(heard);
    return [heard.claim];
  });
};
