import type { ProseCells } from '../forms/schema.ts';
import type { Segment, Token } from './clauses.ts';
import type { Counted, List, Memory, ReportContext } from './memory.ts';
import { isOf } from './outcomes.ts';
import { phraseOf } from './phrase.ts';
import type { Phrase } from './slots.ts';

const whole: ReadonlySet<string> = new Set(['new', 'intake', 'all', 'handled', 'processed', 'answered']);

/**
 * Is a count behind 其中 a part of the one before it that a cell of the form holds? It has to name a row, column, applicant or route, and
 * nothing else, and the number that is divided has to count all of what that cell is a part of.
 *
 * @param unknown words that are not understood stand before it: a channel, a topic, a body.
 */
export const partOf = (
  phrase: Phrase,
  { parent, astray }: Memory,
  unknown: boolean,
  list: List,
  ids: ProseCells | null,
): Parthood => {
  if (phrase.narrowed) return 'no';
  if (parent === null) return namesCell(phrase) && !astray ? 'open' : 'no';
  if (!fits(phrase, parent, list, ids)) return 'no';
  // 其中涉及征地20件，予以公开8件 may tell of those alone.
  if (list.foreign && list.names === null && phrase.rows.length > 0 && parent.phrase.rows.length === 0)
    return 'no';
  return parent.divisible && !unknown ? 'slight' : 'open';
};

/** Not a part; a part, where others of the paragraph agree (`slight`); a part of what is not understood, or by words that are not. */
export type Parthood = 'no' | 'slight' | 'open';

const namesCell = ({ rows, applicant, column, route }: Phrase): boolean =>
  rows.length > 0 || applicant !== null || column !== null || route !== null;

const incoming: ReadonlySet<string> = new Set(['new', 'intake', 'all', 'handled']);
const outgoing: ReadonlySet<string> = new Set(['processed', 'answered', 'carriedForward']);

const fits = (phrase: Phrase, parent: Counted, list: List, ids: ProseCells | null): boolean => {
  const above = parent.phrase;
  // 收到58件，其中6件结转下年度; but 其中网络申请44件，办结43件 tells of those.
  const [event] = phrase.predicates;
  if (!namesCell(phrase) && event !== undefined && phrase.predicates.length === 1) {
    if (parent.family !== 'requests' || namesCell(above) || list.foreign) return false;
    if (event === 'new') return above.predicates.every((one) => one === 'handled' || one === 'all');
    // 结转 by itself, of all that were there to be done.
    if (event === 'carriedOver' || event === 'carried')
      return above.predicates.every((one) => one !== 'new' && whole.has(one));
    return outgoing.has(event) && above.predicates.every((one) => incoming.has(one));
  }
  if (phrase.rows.length > 0) {
    if (parent.family !== 'requests' || phrase.applicant !== null || above.applicant !== null) return false;
    const [group] = above.rows;
    if (group !== undefined)
      return (
        above.rows.length === 1 &&
        group.endsWith('*') &&
        phrase.rows.every((row) => row !== group && row.startsWith(group.slice(0, -1)))
      );
    return above.predicates.every((one) => whole.has(one));
  }
  // 行政争议共21件，其中行政复议11件
  if (
    parent.family === 'disputes' &&
    parent.phrase.topic === 'disputes' &&
    !namesCell(phrase) &&
    !namesCell(above)
  )
    return phrase.topic === 'review' || phrase.topic === 'litigation';
  if (phrase.applicant !== null)
    return (
      parent.family === 'requests' &&
      above.rows.length === 0 &&
      // 法人和其他组织25件（商业企业17件、科研机构2件）
      (above.applicant === null ||
        (ids !== null &&
          above.applicant === ids.applicants.all &&
          ids.applicants.organisations.includes(phrase.applicant))) &&
      above.predicates.every((one) => whole.has(one))
    );
  if (phrase.column !== null || phrase.route !== null)
    return parent.family === 'disputes' && above.column === null;
  return false;
};

/** What is done or carried forward is a new event, and no part of what came in: 其中自然人741件；共办理728件，结转下一年33件. */
export const closesList = (
  phrase: Phrase,
  { opener }: Segment,
  complete: boolean,
  parent: Counted | null,
): boolean => {
  // 行政复议3件，其中结果维持2件，行政诉讼5件
  if (parent?.phrase.topic === 'disputes' && phrase.predicates.length === 0) return false;
  const disputes = phrase.topic === 'review' || phrase.topic === 'litigation';
  if (disputes && phrase.topic !== parent?.phrase.topic && phrase.column === null && phrase.route === null)
    return true;
  // 其中网上申请40件、信函申请18件，予以公开20件: the list is at its end.
  if (
    complete &&
    (phrase.rows.length > 0 || phrase.predicates.some((one) => one !== 'intake' && one !== 'new'))
  )
    return true;
  // 不予公开23件，其中国家秘密2件；无法提供28件
  const [group, second] = parent?.phrase.rows ?? [];
  if (group !== undefined && second === undefined && phrase.rows.some((row) => !isOf(row, group)))
    return true;
  if (phrase.rows.length > 0 || phrase.applicant !== null || phrase.column !== null) return false;
  if (phrase.predicates.includes('carriedForward') && !phrase.loose) return true;
  return (
    (opener === 'semicolon' || phrase.sum) &&
    phrase.predicates.some((one) => one !== 'intake' && (one !== 'handled' || phrase.sum))
  );
};

export const isAnsweredAlone = ({ predicates, rows }: Phrase): boolean =>
  rows.length === 0 && predicates.length === 1 && predicates[0] === 'answered';

/** 受理12件，答复7件，不予受理4件: what follows stands beside the answers, and is no part of them. */
export const isOutcome = (
  left: readonly Token[] | undefined,
  next: Segment | undefined,
  context: ReportContext,
): boolean => {
  const tokens = left ?? (next?.opener === 'clause' ? next.tokens : []);
  const said = phraseOf(
    tokens.filter(({ kind }) => kind !== 'numeral'),
    context,
  );
  return (
    !said.within &&
    !said.including &&
    // 答复148件，答复予以公开的61件 divides it.
    !said.predicates.includes('answered') &&
    (said.rows.length > 0 || tokens.some((one) => one.kind === 'word' && one.text === '不予受理'))
  );
};

/** 新收到227件申请，其中178件予以公开, where others were carried over. */
export const leavesOutCarried = (
  parent: Counted | null,
  { received, carriedOver }: ReportContext['arrivals'],
): boolean => parent?.about?.includes(received) === true && !parent.about.includes(carriedOver);
