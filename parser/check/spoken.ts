import type { Memory, SentenceMemory } from './memory.ts';
import type { Phrase } from './phrase.ts';
import type { Topic } from './prose-words.ts';
import type { Cells, Subject } from './subjects.ts';

/** Does a phrase name something that can be counted? */
export const isHeaded = (phrase: Phrase): boolean =>
  phrase.predicates.length > 0 ||
  phrase.rows.length > 0 ||
  phrase.column !== null ||
  phrase.route !== null ||
  phrase.applicant !== null ||
  (phrase.topic !== null && !phrase.field);

/** 信息公开申请中40件不予公开: the words before name no more than the topic. */
export const isTopicAlone = (phrase: Phrase): boolean =>
  phrase.topic === 'requests' &&
  phrase.predicates.length === 0 &&
  phrase.rows.length === 0 &&
  phrase.applicant === null;

/** The cells a count speaks of; null where the tables do not count it. */
export type Spoken = { subject: Subject; sure: boolean; topic: Topic } | null;

const nothing: Spoken = null;

/** The cells that a phrase speaks of, and whether it says so beyond doubt. */
export const subjectOf = (
  phrase: Phrase,
  topic: Topic | null,
  sentence: SentenceMemory,
  memory: Memory,
  cells: Cells,
): Spoken => {
  if (topic === 'other') return nothing;
  const disputes = topic === 'review' || topic === 'litigation' || topic === 'disputes';
  const predicate = phrase.predicates.at(-1);
  if (phrase.route !== null || phrase.column !== null || (disputes && phrase.rows.length === 0)) {
    if (!disputes && phrase.route === null) return nothing;
    // A body that reviews the acts of others receives many more: 受理行政复议申请1890件.
    const asReviewer =
      phrase.predicates.some((one) => one === 'handled' || one === 'processed') || phrase.accepts;
    const linked = phrase.link || (!asReviewer && (sentence.link || memory.requestsCounted));
    const done = predicate !== undefined && !['intake', 'new', 'handled'].includes(predicate);
    if (done && phrase.column === null) return nothing;
    const both = ['litigation_direct', 'litigation_after_reconsideration'];
    const routes =
      phrase.route !== null
        ? [phrase.route]
        : topic === 'review'
          ? ['reconsideration']
          : topic === 'litigation'
            ? both
            : ['reconsideration', ...both];
    return {
      subject: cells.dispute(routes, phrase.column ?? 'total'),
      sure: linked && (topic !== 'disputes' || phrase.sum || phrase.negation !== null),
      topic: topic ?? 'litigation',
    };
  }
  if (phrase.rows.length > 0) {
    if (topic !== null && topic !== 'requests') return nothing;
    const plain = phrase.rows.some((row) => row !== 'granted');
    const received = phrase.predicates.some((one) => one === 'intake' || one === 'new');
    return {
      subject: cells.rows([...new Set(phrase.rows)], phrase.applicant ?? undefined),
      sure: (topic === 'requests' || plain) && !received,
      topic: 'requests',
    };
  }
  if (phrase.applicant !== null)
    return topic === 'requests'
      ? { subject: cells.received(phrase.applicant), sure: false, topic: 'requests' }
      : nothing;
  if (predicate === undefined) {
    return phrase.topic === 'requests' && !phrase.field
      ? { subject: cells.request('handled', true), sure: true, topic: 'requests' }
      : nothing;
  }
  const own = phrase.predicates.find((one) => one.startsWith('carried'));
  const main = own ?? predicate;
  const others = phrase.predicates.filter((one) => one !== main);
  const strong = main === 'new' || main === 'carried_over' || main === 'carried_forward';
  if (topic === null && !strong) return nothing;
  // 收到并答复12件 may count those only that were both received and answered.
  const joined =
    main === 'carried_forward' || (main === 'carried' && others.every((one) => one === 'handled'))
      ? false
      : others.length > 0;
  return { subject: cells.request(main, sentence.remembersCarried), sure: !joined, topic: 'requests' };
};
