import type { Token } from './clauses.ts';
import type { Topic } from './meaning.ts';
import type { Memory, SentenceMemory } from './memory.ts';
import type { Phrase } from './slots.ts';
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

/** Do words tell what led to what is counted, or what it is about? */
export const mentionsCause = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token) =>
      token.kind === 'word' && (token.meaning.is === 'cause' || token.text === '属于' || token.text === '的'),
  );

/** 12件涉及不予公开信息 is about matters, not outcomes. */
export const mentionsMatter = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.kind === 'word' && /^(?:涉及|涉|关于)$/.test(token.text));

/** The cells a count speaks of; null where the tables do not count it. */
export type Spoken = {
  subject: Subject;
  sure: Sure;
  topic: Topic;
  /** Its own words say that it is about disclosure, or it counts applications. */
  tied?: boolean;
} | null;

/** `slight`, `open`: as sure as a doubt of that kind lets it be. */
type Sure = 'yes' | 'slight' | 'open' | 'no';

/**
 * Is what is counted untied from disclosure: do other words than those of disclosure say what reviews and lawsuits are about, or are they counted anew
 * for a body, or with words that are not understood, after another sentence has counted those about disclosure: 行政诉讼9件。全县行政机关败诉3件?
 */
export const isUntied = (
  phrase: Phrase,
  doubtful: boolean,
  sentence: SentenceMemory,
  memory: Memory,
): boolean => {
  if (phrase.link || sentence.link) return false;
  if (sentence.untied) return true;
  if (sentence.within) return false;
  return (
    (doubtful && phrase.narrowed) ||
    ((doubtful || phrase.body !== null) &&
      memory.heard.some((one) => one.family === 'disputes' && one.sentence !== sentence.start))
  );
};

const inAndHandled: ReadonlySet<string> = new Set(['new', 'intake', 'handled']);

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
      // 行政诉讼9件，已审结的案件中维持5件
      !(phrase.column !== null && memory.parent?.family === 'disputes') &&
      (phrase.predicates.some((one) => one === 'handled' || one === 'processed') || phrase.accepts);
    const linked = phrase.link || (!asReviewer && (sentence.link || memory.requestsCounted));
    const done = predicate !== undefined && !['intake', 'new', 'handled'].includes(predicate);
    if (done && phrase.column === null) return nothing;
    const { review, litigation } = cells.ids.disputes;
    const routes =
      phrase.route !== null
        ? [phrase.route]
        : topic === 'review'
          ? review
          : topic === 'litigation'
            ? litigation
            : [...review, ...litigation];
    return {
      subject: cells.dispute(routes, { ...phrase, some: phrase.some || sentence.rejected }),
      sure:
        topic === 'disputes' && !phrase.sum && phrase.negation === null
          ? 'no'
          : // Where there were none at all, there were none for this reason.
            linked || (phrase.negation !== null && !phrase.accepts)
            ? 'yes'
            : asReviewer
              ? 'no'
              : 'open',
      topic: topic ?? 'litigation',
      tied: phrase.link,
    };
  }
  if (phrase.rows.length > 0) {
    if (topic !== null && topic !== 'requests') return nothing;
    const plain = phrase.rows.some((row) => row !== cells.ids.requests.granted);
    const received = phrase.predicates.some((one) => one === 'intake' || one === 'new');
    return {
      subject: cells.rows([...new Set(phrase.rows)], sentence.rows, phrase.applicant ?? undefined),
      sure: received ? 'no' : topic === 'requests' || plain ? 'yes' : 'slight',
      topic: 'requests',
    };
  }
  if (phrase.applicant !== null)
    return topic === 'requests'
      ? { subject: cells.received(phrase.applicant), sure: 'yes', topic: 'requests' }
      : nothing;
  if (predicate === undefined) {
    return phrase.topic === 'requests' && !phrase.field
      ? { subject: cells.request('handled'), sure: 'yes', topic: 'requests' }
      : nothing;
  }
  const own = phrase.predicates.find((one) => one.startsWith('carried'));
  // 受理并办理 may count what came in as well as what was done, as 办理 does.
  const main =
    own ??
    (phrase.predicates.every((one) => inAndHandled.has(one)) && phrase.predicates.includes('handled')
      ? 'handled'
      : predicate);
  const others = phrase.predicates.filter(
    (one) => one !== main && !(main === 'handled' && inAndHandled.has(one)),
  );
  const carried = main === 'carriedOver' || main === 'carriedForward';
  if (topic === null && main !== 'new' && !carried && !sentence.remembersArrival) return nothing;
  // 收到并答复12件 may count those only that were both received and answered.
  const joined =
    main === 'carriedForward' ||
    ((main === 'carried' || main === 'carriedOver') && others.every((one) => one === 'handled'))
      ? false
      : others.length > 0;
  return {
    subject: cells.request(main),
    // 新收案件77件 names no application.
    sure:
      joined || (topic === null && main !== 'new' && !carried)
        ? 'open'
        : topic === null && !carried
          ? 'slight'
          : 'yes',
    topic: 'requests',
  };
};
