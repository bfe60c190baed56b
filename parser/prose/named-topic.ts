import type { Token } from './clauses.ts';
import type { Topic } from './meaning.ts';
import type { Phrase } from './slots.ts';
import { isBare, isDispute, isTopic } from './word-classes.ts';

/**
 * Names what a phrase is about, or joins one topic to those before it.
 *
 * @param objected 异议 was spoken of before.
 * @param caused words for a cause stand before: what was done there is no event of this topic.
 */
export const nameTopic = (
  phrase: Phrase,
  { text }: { text: string },
  topic: Topic,
  previous: Token | undefined,
  { objected, caused }: { objected: boolean; caused: boolean },
): void => {
  const ofOther = phrase.topic === 'other' && !phrase.disclosed;
  const besideOther = isTopic(previous, 'other');
  phrase.field = false;
  phrase.disclosed = /^(?:主动)?公开$/.test(text);
  // 工伤认定申请 ties nothing to disclosure.
  if (topic === 'requests' && !(isBare(text) && phrase.unknown)) phrase.link = true;
  // 行政许可事项申请 and 异议申请 are no applications for information.
  if (topic === 'requests' && (objected || besideOther || (ofOther && isBare(text)))) {
    phrase.topic = 'other';
    return;
  }
  // 投诉举报行政复议 is one of that kind alone, 行政处罚引发行政复议 what came of that.
  if (isDispute(topic) && ofOther && (besideOther || (caused && !phrase.link)))
    phrase.narrowed = phrase.doubtful = true;
  // 行政复议、行政诉讼共3件
  if (
    (topic === 'litigation' && phrase.topic === 'review') ||
    (topic === 'review' && phrase.topic === 'litigation')
  )
    phrase.topic = 'disputes';
  // 行政复议、诉讼和申诉
  else if (topic === 'other' && isDispute(phrase.topic)) phrase.mixed = true;
  else phrase.topic = topic;
  // 不服答复而申请行政复议的11件: what was done before is the cause.
  if (caused && topic !== 'requests') phrase.predicates = [];
};
