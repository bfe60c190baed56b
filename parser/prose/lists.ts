import type { ProseCells } from '../forms/schema.ts';
import type { Token } from './clauses.ts';
import type { Topic } from './meaning.ts';
import type { Counted, Memory, ReportContext, SentenceMemory } from './memory.ts';
import { isOf, outcomesOf } from './outcomes.ts';
import type { Phrase } from './slots.ts';
import { isHeaded } from './spoken.ts';
import { isDispute } from './word-classes.ts';

const isFiller = (token: Token): boolean =>
  token.kind === 'word' && (token.meaning.is === 'within' || token.meaning.is === 'neutral');
const namesRow = (token: Token): boolean => token.kind === 'word' && token.meaning.is === 'row';
const namesApplicant = (token: Token): boolean => token.kind === 'word' && token.meaning.is === 'applicant';
const isJoint = (token: Token): boolean =>
  token.kind === 'stop' || (token.kind === 'word' && token.meaning.is === 'and');
const isWithin = (token: Token): boolean => token.kind === 'word' && token.meaning.is === 'within';
const isPublicAnswer = (token: Token): boolean =>
  token.kind === 'word' && /^(?:公开答复|答复公开)$/.test(token.text);
/** By itself it may be any body; beside persons it is an applicant: 个人121件、单位25件. */
const isUnit = (token: Token): boolean => token.kind === 'word' && token.text === '单位';

/** Notes a number that 其中 lists. */
export const listed = ({ within, list }: SentenceMemory, value: number, isPart: boolean): void => {
  if (!within) return;
  list.sum += value;
  if (!isPart) list.foreign = true;
};

/** What is not done yet: of applications it is carried forward, of reviews and lawsuits it has a column. */
export const openIn = (
  phrase: Phrase,
  topic: Topic | null,
  parent: Counted | null,
  ids: ProseCells,
): Phrase => {
  const { pending } = ids.disputes;
  const [event] = phrase.predicates;
  if (topic === 'requests' && phrase.column === pending && phrase.route === null && event === undefined)
    return { ...phrase, column: null, predicates: ['carriedForward'], loose: true };
  const alone = event === 'carriedForward' && phrase.loose && phrase.predicates.length === 1;
  return isDispute(topic) && parent?.family === 'disputes' && alone && phrase.column === null
    ? { ...phrase, column: pending, predicates: [] }
    : phrase;
};

/** 无法提供28件，其中因不掌握无法提供21件: the part names its heading again. */
export const withoutHeading = (phrase: Phrase, parent: Counted | null): Phrase => {
  const [heading, second] = parent?.phrase.rows ?? [];
  if (heading === undefined || second !== undefined || phrase.rows.length < 2) return phrase;
  const rows = phrase.rows.filter((row) => row !== heading);
  return rows.length > 0 && rows.every((row) => isOf(row, heading)) ? { ...phrase, rows } : phrase;
};

const mostGroups = 4;
/** Do the rows named leave 其他处理 alone? */
const namesMost = (rows: ReadonlySet<string>, ids: ProseCells): boolean =>
  outcomesOf(ids).filter((outcome) => [...rows].some((row) => isOf(row, outcome))).length >= mostGroups;

/**
 * Words that name a cell only beside others of their kind: 其中公民50件、企业8件; 维持5件、纠正2件、其他1件. Elsewhere they name none.
 */
export const namedIn = (
  phrase: Phrase,
  left: readonly Token[],
  next: readonly Token[],
  { within, list, rows }: SentenceMemory,
  { parent }: Memory,
  { ids }: ReportContext,
): Phrase => {
  if (!ids) return phrase;
  if (phrase.applicantLoose) {
    const isPerson = phrase.applicant === ids.applicants.person;
    const beside = next.some((token) => namesApplicant(token) && (isPerson || !isUnit(token)));
    return within || list.names === 'applicant' || beside
      ? phrase
      : { ...phrase, applicant: null, doubtful: true };
  }
  const [only, second] = left.filter(
    (token) => token.kind !== 'stop' && token.kind !== 'numeral' && !isFiller(token),
  );
  // 公开及部分公开80件
  const [, joint, row] = left.filter((token) => token.kind !== 'numeral' && !isFiller(token));
  if (
    only?.kind === 'word' &&
    only.text === '公开' &&
    joint !== undefined &&
    isJoint(joint) &&
    row?.kind === 'word' &&
    phrase.rows.join() === ids.requests.partlyGranted
  )
    return { ...phrase, topic: null, rows: [ids.requests.granted, ids.requests.partlyGranted], loose: true };
  // 公开20件、部分公开9件、不公开7件
  if (
    only?.kind === 'word' &&
    only.text === '公开' &&
    !second &&
    (list.names === 'row' || next.some(namesRow))
  )
    return { ...phrase, topic: null, rows: [ids.requests.granted], loose: true };
  // 公开答复148件，其中全部公开61件: all that was answered, and no outcome.
  if (phrase.rows.join() === ids.requests.granted && left.some(isPublicAnswer) && next.some(isWithin))
    return { ...phrase, doubtful: true, narrowed: true };
  const isOther =
    phrase.rest &&
    only?.kind === 'word' &&
    /^其[他它]/.test(only.text) &&
    !isHeaded(phrase) &&
    !phrase.unknown;
  if (!isOther || (parent === null && list.names !== 'column')) return phrase;
  switch (list.names) {
    case 'row':
      // 予以公开61件、部分公开19件、其他68件: all that is no row named before it.
      // 逾期不补正4件，其他3件: all but what is named of them.
      if ([...rows].some((row) => isOf(row, ids.requests.groups.at(-1) ?? '')))
        return { ...phrase, doubtful: true };
      return namesMost(rows, ids)
        ? { ...phrase, rows: ids.requests.groups.slice(-1) }
        : { ...phrase, doubtful: true };
    case 'applicant':
      return { ...phrase, applicant: ids.applicants.remaining };
    case 'column':
      return { ...phrase, column: ids.disputes.remaining };
    case null:
      return phrase;
  }
};
