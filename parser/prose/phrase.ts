import type { ProseCells } from '../forms/schema.ts';
import { nameApplicant } from './applicants.ts';
import type { OwnBody } from './bodies.ts';
import { carriedBeside, carriedTo, followedByCarried } from './carried.ts';
import type { Token } from './clauses.ts';
import { fillerAt, isDone, isOfApplications } from './idle-words.ts';
import type { Meaning } from './meaning.ts';
import { nameBody } from './named-body.ts';
import { nameTopic } from './named-topic.ts';
import { PhraseInProgress } from './phrase-in-progress.ts';
import { type Phrase, silence } from './slots.ts';
import { endsRange, isOtherTime, isPutOff } from './times.ts';
import { isAndSoOn, isApplicant, isObjection, isOfKind, isWay } from './word-classes.ts';

type PhraseContext = { year: number | null; body: OwnBody; ids: ProseCells | null };

/** Reads what stands in `tokens`. Numerals in it are years, days and shares; counts part phrases before they come here. */
export const phraseOf = (tokens: readonly Token[], context: PhraseContext): Phrase =>
  tokens.length === 0 ? nothing : new PhraseReader(tokens, context).read();

/** 会同, 联合, 配合, 征求: whoever follows took part, or was asked. */
const isJoining = (token: Token | undefined): boolean =>
  token?.kind === 'unknown' && /(?:[会协]同|[联配]合|协调|征求|函询|走访|服务|指导|督促)$/.test(token.text);

/** What no words say: beside most numbers there are none. */
const nothing: Readonly<Phrase> = Object.freeze(silence());

type WordToken = Extract<Token, { kind: 'word' }>;
type NumeralToken = Extract<Token, { kind: 'numeral' }>;
type Meant<Is extends Meaning['is']> = Extract<Meaning, { is: Is }>;

/** One run of words while it is read, token by token, into its phrase. */
class PhraseReader {
  readonly #said = new PhraseInProgress();
  readonly #tokens: readonly Token[];
  readonly #context: PhraseContext;
  /** The token that is read. */
  #at = 0;
  #reviewer = false;
  #everyApplicant = false;
  #caused = false;
  /** 异议 is spoken of. */
  #objected = false;
  /** The month that a day is of. */
  #dated: number | null = null;

  constructor(tokens: readonly Token[], context: PhraseContext) {
    this.#tokens = tokens;
    this.#context = context;
  }

  read(): Phrase {
    for (; this.#at < this.#tokens.length; this.#at++) {
      const token = this.#tokens[this.#at];
      if (token?.kind === 'unknown') this.#said.unknown(token.text, this.#context.body);
      else if (token?.kind === 'numeral') this.#readNumeral(token);
      else if (token?.kind === 'word') this.#readWord(token);
    }
    return this.#ended();
  }

  #readNumeral({ numeral }: NumeralToken): void {
    if (numeral.kind === 'year') this.#readYear(numeral.value);
    else if (numeral.kind === 'month' || numeral.kind === 'day') {
      if (isOtherTime(this.#tokens, this.#at, numeral, this.#dated)) this.#said.otherTime();
      if (numeral.kind === 'month') this.#dated = numeral.value;
      this.#said.part();
    } else if (/日|天/.test(numeral.counter)) {
      // 10个工作日内答复30件
      this.#said.phrase.narrowed = true;
      this.#said.phrase.doubtful = true;
    } else if (numeral.kind === 'count') {
      this.#said.phrase.unknown = true;
      this.#said.phrase.doubtful = true;
    }
  }

  #readYear(value: number): void {
    const { phrase } = this.#said;
    const { year } = this.#context;
    const carried = carriedBeside(this.#tokens, this.#at, value, year);
    if (carried) {
      phrase.period = 'this';
      if (carried.predicate) {
        phrase.predicates.push(carried.predicate);
        this.#said.head();
        this.#at = carried.last;
      } else if (phrase.predicates.at(-1) === 'carried') {
        phrase.predicates.pop();
        phrase.predicates.push(carried.becomes);
      }
      return;
    }
    this.#dated = null;
    if (value !== year || endsRange(this.#tokens, this.#at, year)) this.#said.otherTime();
    else if (!phrase.compare) phrase.period = 'this';
    this.#said.part();
  }

  #readWord(token: WordToken): void {
    const { meaning } = token;
    switch (meaning.is) {
      case 'topic':
        this.#said.head();
        nameTopic(this.#said.phrase, token, meaning.topic, this.#tokens[this.#at - 1], {
          objected: this.#objected,
          caused: this.#caused,
        });
        break;
      case 'predicate':
        this.#readPredicate(token.text, meaning);
        break;
      case 'row':
        this.#said.named();
        this.#said.phrase.rows.push(meaning.row);
        if (meaning.loose) this.#said.phrase.loose = true;
        break;
      case 'column':
        this.#readColumn(meaning);
        break;
      case 'route':
        this.#readRoute(meaning);
        break;
      case 'applicant':
        this.#readApplicant(meaning);
        break;
      case 'body':
        this.#said.phrase.empty = false;
        this.#reviewer = /复议机关|诉讼机关/.test(token.text);
        if (
          nameBody(
            this.#said.phrase,
            { ...token, meaning },
            this.#tokens,
            this.#at,
            this.#context.body,
            this.#said.headed,
          )
        )
          this.#said.part();
        // 指导街道办理依申请公开6件: what others did.
        if (isJoining(this.#tokens[this.#at - 1]) && !this.#said.headed) {
          this.#said.phrase.body = 'unsure';
          this.#said.phrase.near = false;
        }
        break;
      case 'carrying':
        this.#readCarrying();
        break;
      case 'period':
        this.#readPeriod(token.text, meaning);
        break;
      case 'sum':
        this.#said.phrase.sum = true;
        // 审计申请: no sum.
        // 涉及征地的共受理: not all.
        if (
          !(token.text === '计'
            ? this.#tokens[this.#at - 1]?.kind === 'unknown'
            : isOfKind(this.#tokens, this.#at - 1))
        )
          this.#said.part();
        break;
      case 'negation':
        this.#said.phrase.negation = token;
        this.#said.part();
        break;
      case 'cause':
        // 因依申请公开引起的行政复议: what follows is counted. Unknown words after it name the cause.
        this.#said.headed = this.#said.headed || this.#said.phrase.topic !== null;
        this.#caused = true;
        this.#objected ||= isObjection(token);
        break;
      case 'neutral':
        this.#readFiller(token);
        break;
      default:
        this.#said.manner(meaning.is);
    }
  }

  #readPredicate(text: string, { predicate, loose }: Meant<'predicate'>): void {
    const { phrase } = this.#said;
    // 企业登记申请: a name of a matter.
    if (text === '登记' && isApplicant(this.#tokens[this.#at - 1])) this.#said.pending = true;
    this.#said.head();
    phrase.predicates.push(predicate);
    if (loose) phrase.loose = true;
    if (/^(?:受理|新收|登记)/.test(text)) phrase.accepts = true;
  }

  #readColumn({ column, some, loose }: Meant<'column'>): void {
    const { phrase } = this.#said;
    this.#said.named();
    phrase.column = column;
    phrase.some = some === true;
    if (loose) phrase.loose = true;
    // 复议机关维持5件: who decides is named, and whose act it was is not in question.
    if (this.#reviewer && phrase.body === 'unsure') phrase.body = null;
  }

  #readRoute({ route }: Meant<'route'>): void {
    const { phrase } = this.#said;
    this.#said.named();
    if (phrase.route !== null && phrase.route !== route) phrase.loose = true;
    phrase.route = route;
    phrase.topic = 'litigation';
  }

  #readApplicant(meaning: Meant<'applicant'>): void {
    const { phrase } = this.#said;
    if (!meaning.loose) this.#said.named();
    else if (phrase.applicant === null && !this.#everyApplicant) {
      phrase.applicantLoose = true;
      phrase.empty = false;
      // 会同企业答复31件 names who took part.
      if (isJoining(this.#tokens[this.#at - 1])) phrase.narrowed = true;
      else this.#said.part();
    }
    this.#everyApplicant ||= nameApplicant(phrase, meaning, this.#context.ids);
    if (this.#everyApplicant) phrase.applicant = null;
  }

  #readCarrying(): void {
    const { phrase } = this.#said;
    const to = carriedTo(this.#tokens, this.#at, this.#context.year);
    if (to) {
      phrase.predicates.push(to.predicate);
      this.#said.head();
      this.#at = to.last;
      return;
    }
    // What it says without a year is not known.
    phrase.unknown = true;
    phrase.empty = false;
    if (!this.#said.headed) this.#said.pending = true;
  }

  #readPeriod(text: string, { period }: Meant<'period'>): void {
    const { phrase } = this.#said;
    phrase.empty = false;
    if (period === 'this') {
      if (!phrase.compare) phrase.period = 'this';
    } else if (period === 'other') {
      if (followedByCarried(this.#tokens, this.#at)) {
        phrase.predicates.push(/^[下次明]/.test(text) ? 'carriedForward' : 'carriedOver');
        this.#said.head();
        this.#at++;
      } else phrase.period = 'other';
    }
    this.#said.part();
  }

  #readFiller(token: WordToken): void {
    const { phrase } = this.#said;
    if (isWay(token) && isAndSoOn(this.#tokens[this.#at - 1]) && !this.#said.headed) {
      // 通过网络、信函等渠道收到: by whatever way.
      phrase.doubtful = false;
      phrase.unknown = false;
      phrase.narrowed = false;
      this.#said.part();
      return;
    }
    const { parts, narrows, doubts } = fillerAt(this.#tokens, this.#at, this.#said.headed);
    if (parts) this.#said.part();
    if (narrows) phrase.narrowed = true;
    if (doubts) phrase.doubtful = true;
  }

  /** What is known only when all of it was read. */
  #ended(): Phrase {
    const { phrase } = this.#said;
    if (phrase.predicates.some(isDone) && isOfApplications(this.#tokens))
      phrase.narrowed = this.#said.pending = true;
    if (this.#said.pending) phrase.doubtful = true;
    if (phrase.applicant === null) phrase.applicantLoose = false;
    // 剩余7件将于2023年1月答复, in the report of 2022.
    if (
      phrase.predicates.length === 1 &&
      phrase.predicates.every(isDone) &&
      isPutOff(this.#tokens, this.#context.year)
    )
      return { ...phrase, predicates: ['carriedForward'], loose: true, period: 'this' };
    return phrase;
  }
}
