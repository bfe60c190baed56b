import type { ProseCells } from '../forms/schema.ts';
import { nameApplicant } from './applicants.ts';
import type { OwnBody } from './bodies.ts';
import { carriedBeside, carriedTo, followedByCarried } from './carried.ts';
import type { Token } from './clauses.ts';
import { fillerAt, isDone, isOfApplications } from './idle-words.ts';
import { nameBody } from './named-body.ts';
import { nameTopic } from './named-topic.ts';
import { type Phrase, silence } from './slots.ts';
import { endsRange, isOtherTime, isPutOff } from './times.ts';
import {
  bodyEnding,
  isAndSoOn,
  isApplicant,
  isObjection,
  isOfKind,
  isWay,
  narrows,
  risky,
} from './word-classes.ts';

type PhraseContext = { year: number | null; body: OwnBody; ids: ProseCells | null };

/** Reads what stands in `tokens`. Numerals in it are years, days and shares; counts part phrases before they come here. */
export const phraseOf = (tokens: readonly Token[], context: PhraseContext): Phrase =>
  tokens.length === 0 ? nothing : phraseIn(tokens, context);

/** What no words say: beside most numbers there are none. */
const nothing: Readonly<Phrase> = Object.freeze(silence());

const phraseIn = (tokens: readonly Token[], { year, body, ids }: PhraseContext): Phrase => {
  const phrase = silence();
  // Unknown words that no filler has yet parted from what comes next.
  let pending = false;
  let headed = false;
  let reviewer = false;
  let everyApplicant = false;
  let caused = false;
  /** 异议 is spoken of. */
  let objected = false;
  /** The month that a day is of. */
  let dated: number | null = null;
  const head = (): void => {
    if (pending) phrase.doubtful = true;
    pending = false;
    headed = true;
    phrase.empty = false;
  };
  /** A cell is named: after 分别为 it has its own number, and is no longer one of several. */
  const named = (): void => {
    if (phrase.each) {
      phrase.each = false;
      phrase.within = true;
    }
    head();
  };
  const part = (): void => {
    pending = false;
  };
  const otherTime = (): void => {
    phrase.period = 'other';
    phrase.empty = false;
  };

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.kind === 'unknown') {
      if (!headed && !pending && body.isShort(token.text)) {
        phrase.body = 'whole';
        phrase.empty = false;
        continue;
      }
      phrase.unknown = true;
      phrase.empty = false;
      if (phrase.compare) continue;
      if (narrows.test(token.text)) phrase.narrowed = true;
      // 申请人李某, 某企业
      if (token.text.includes('某')) phrase.narrowed = phrase.doubtful = true;
      if (headed || risky.test(token.text)) phrase.doubtful = true;
      else pending = true;
      if (!headed && bodyEnding.test(token.text)) {
        phrase.body = 'unsure';
        phrase.near = body.isNear(token.text);
      }
      continue;
    }
    if (token.kind === 'numeral') {
      const { numeral } = token;
      if (numeral.kind === 'year') {
        const carried = carriedBeside(tokens, at, numeral.value, year);
        if (carried) {
          phrase.period = 'this';
          if (carried.predicate) {
            phrase.predicates.push(carried.predicate);
            head();
            at = carried.last;
          } else if (phrase.predicates.at(-1) === 'carried') {
            phrase.predicates.pop();
            phrase.predicates.push(carried.becomes);
          }
          continue;
        }
        dated = null;
        if (numeral.value !== year || endsRange(tokens, at, year)) otherTime();
        else if (!phrase.compare) phrase.period = 'this';
        part();
      } else if (numeral.kind === 'month' || numeral.kind === 'day') {
        if (isOtherTime(tokens, at, numeral, dated)) otherTime();
        if (numeral.kind === 'month') dated = numeral.value;
        part();
      } else if (/日|天/.test(numeral.counter)) {
        // 10个工作日内答复30件
        phrase.narrowed = true;
        phrase.doubtful = true;
      } else if (numeral.kind === 'count') {
        phrase.unknown = true;
        phrase.doubtful = true;
      }
      continue;
    }
    if (token.kind === 'stop') continue;
    const { meaning } = token;
    switch (meaning.is) {
      case 'topic':
        head();
        nameTopic(phrase, token, meaning.topic, tokens[at - 1], { objected, caused });
        break;
      case 'field':
        part();
        phrase.topic = 'requests';
        phrase.field = true;
        phrase.link = true;
        phrase.empty = false;
        break;
      case 'link':
        phrase.link = true;
        if (headed) break;
        if (pending) phrase.doubtful = true;
        break;
      case 'carrying': {
        const to = carriedTo(tokens, at, year);
        if (to) {
          phrase.predicates.push(to.predicate);
          head();
          at = to.last;
          break;
        }
        // What it says without a year is not known.
        phrase.unknown = true;
        phrase.empty = false;
        if (!headed) pending = true;
        break;
      }
      case 'predicate':
        // 企业登记申请: a name of a matter.
        if (token.text === '登记' && isApplicant(tokens[at - 1])) pending = true;
        head();
        phrase.predicates.push(meaning.predicate);
        if (meaning.loose) phrase.loose = true;
        if (/^(?:受理|新收|登记)/.test(token.text)) phrase.accepts = true;
        break;
      case 'row':
        named();
        phrase.rows.push(meaning.row);
        if (meaning.loose) phrase.loose = true;
        break;
      case 'column':
        named();
        phrase.column = meaning.column;
        phrase.some = meaning.some === true;
        if (meaning.loose) phrase.loose = true;
        // 复议机关维持5件: who decides is named, and whose act it was is not in question.
        if (reviewer && phrase.body === 'unsure') phrase.body = null;
        break;
      case 'route':
        named();
        if (phrase.route !== null && phrase.route !== meaning.route) phrase.loose = true;
        phrase.route = meaning.route;
        phrase.topic = 'litigation';
        break;
      case 'applicant':
        if (meaning.loose) {
          if (phrase.applicant === null && !everyApplicant) {
            phrase.applicantLoose = true;
            phrase.empty = false;
            part();
          }
        } else named();
        everyApplicant ||= nameApplicant(phrase, meaning, ids);
        if (everyApplicant) phrase.applicant = null;
        break;
      case 'body':
        phrase.empty = false;
        reviewer = /复议机关|诉讼机关/.test(token.text);
        if (nameBody(phrase, { ...token, meaning }, tokens, at, body, headed)) part();
        break;
      case 'period':
        phrase.empty = false;
        if (meaning.period === 'named') {
          part();
          break;
        }
        if (meaning.period === 'this') {
          if (!phrase.compare) phrase.period = 'this';
        } else if (followedByCarried(tokens, at)) {
          phrase.predicates.push(/^[下次明]/.test(token.text) ? 'carriedForward' : 'carriedOver');
          head();
          at++;
        } else phrase.period = 'other';
        part();
        break;
      case 'within':
        phrase.within = true;
        part();
        break;
      case 'matters':
        phrase.matters = true;
        part();
        break;
      case 'including':
        phrase.including = true;
        part();
        break;
      case 'compare':
        phrase.compare = true;
        phrase.empty = false;
        break;
      case 'rest':
        phrase.rest = true;
        break;
      case 'some':
        phrase.narrowed = true;
        phrase.doubtful = true;
        phrase.unknown = true;
        phrase.empty = false;
        break;
      case 'each':
        phrase.each = true;
        break;
      case 'sum':
        phrase.sum = true;
        // 审计申请: no sum.
        // 涉及征地的共受理: not all.
        if (!(token.text === '计' ? tokens[at - 1]?.kind === 'unknown' : isOfKind(tokens, at - 1))) part();
        break;
      case 'negation':
        phrase.negation = token;
        part();
        break;
      case 'cause':
        // 因依申请公开引起的行政复议: what follows is counted. Unknown words after it name the cause.
        headed = headed || phrase.topic !== null;
        caused = true;
        objected ||= isObjection(token);
        break;
      case 'and':
        break;
      case 'neutral':
        if (isWay(token) && isAndSoOn(tokens[at - 1]) && !headed) {
          // 通过网络、信函等渠道收到: by whatever way.
          phrase.doubtful = false;
          phrase.unknown = false;
          phrase.narrowed = false;
          part();
        } else {
          const { parts, narrows, doubts } = fillerAt(tokens, at, headed);
          if (parts) part();
          if (narrows) phrase.narrowed = true;
          if (doubts) phrase.doubtful = true;
        }
        break;
    }
  }
  if (phrase.predicates.some(isDone) && isOfApplications(tokens)) phrase.narrowed = pending = true;
  if (pending) phrase.doubtful = true;
  if (phrase.applicant === null) phrase.applicantLoose = false;
  // 剩余7件将于2023年1月答复, in the report of 2022.
  if (phrase.predicates.length === 1 && phrase.predicates.every(isDone) && isPutOff(tokens, year))
    return { ...phrase, predicates: ['carriedForward'], loose: true, period: 'this' };
  return phrase;
};
