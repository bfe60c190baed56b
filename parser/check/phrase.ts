import type { Body } from './bodies.ts';
import { carriedBeside, followedByCarried } from './carried.ts';
import type { Token } from './clauses.ts';
import { isNarrowing, type Meaning, type Predicate, type Topic } from './prose-words.ts';

/** What the words around one number, or of a member without a number, say. */
export type Phrase = {
  topic: Topic | null;
  /** The topic was named as a field of work, not as what is counted. */
  field: boolean;
  link: boolean;
  predicates: Predicate[];
  rows: string[];
  column: Extract<Meaning, { is: 'column' }>['column'] | null;
  route: Extract<Meaning, { is: 'route' }>['route'] | null;
  applicant: string | null;
  /** Of the body that is spoken of; null where none is named. */
  body: 'whole' | 'part' | 'unsure' | null;
  period: 'this' | 'other' | null;
  within: boolean;
  including: boolean;
  compare: boolean;
  rest: boolean;
  each: boolean;
  sum: boolean;
  negation: Token | null;
  /** Wording that names a cell only roughly. */
  loose: boolean;
  /** 受理 or 新收 is said: as a body does that decides. */
  accepts: boolean;
  /** Words that are not understood stand where they may change what is counted. */
  doubtful: boolean;
  /** Any word that is not understood. */
  unknown: boolean;
  /** It holds nothing but fillers. */
  empty: boolean;
};

/** Endings of names of bodies: what is not understood and ends so is another body. */
const bodyEnding =
  /(?:局|委|厅|办|镇|乡|街道|处|所|院|中心|部门|单位|机构|机关|公司|大队|支队|系统|园区|新区|县|区|市|村|社区|领域|方面|条线|窗口|站|科|股)(?:的|里|内|层面|方面|等)?$/;

/** Characters that name bodies, ways, times, persons, or that turn a verb round: with them, unknown words before a verb are no filler. */
const risky =
  /[局委办厅镇乡街处所院部门单位科股队站园区县市省系统窗口平台热线网信邮传真现场电类域面间月季关涉就户者企司校村未不非延超逾待正拟应需拒代协转督导补首次另]/;

type Context = { year: number | null; body: Body };

const levelWords = new Set(['各级', '各单位', '各地', '各行政机关', '基层']);

/** Reads what stands in `tokens`. Numerals in it are years, days and shares; counts part phrases before they come here. */
export const phraseOf = (tokens: readonly Token[], context: Context): Phrase =>
  tokens.length === 0 ? nothing : phraseIn(tokens, context);

const silence = (): Phrase => ({
  topic: null,
  field: false,
  link: false,
  predicates: [],
  rows: [],
  column: null,
  route: null,
  applicant: null,
  body: null,
  period: null,
  within: false,
  including: false,
  compare: false,
  rest: false,
  each: false,
  sum: false,
  negation: null,
  loose: false,
  accepts: false,
  doubtful: false,
  unknown: false,
  empty: true,
});

/** What no words say: beside most numbers there are none. */
const nothing: Readonly<Phrase> = Object.freeze(silence());

const phraseIn = (tokens: readonly Token[], { year, body }: Context): Phrase => {
  const phrase = silence();
  // Unknown words that no filler has yet parted from what comes next.
  let pending = false;
  let headed = false;
  let everyLevel = false;
  let dated: { month: number | null; year: boolean } | null = null;
  const head = (): void => {
    if (pending) phrase.doubtful = true;
    pending = false;
    headed = true;
    phrase.empty = false;
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
      phrase.unknown = true;
      phrase.empty = false;
      if (phrase.compare) continue;
      if (headed || risky.test(token.text)) phrase.doubtful = true;
      else pending = true;
      if (!headed && bodyEnding.test(token.text)) phrase.body = 'unsure';
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
        dated = { month: null, year: true };
        if (numeral.value === year) phrase.period = phrase.compare ? phrase.period : 'this';
        else otherTime();
        part();
      } else if (numeral.kind === 'month' || numeral.kind === 'day') {
        const whole =
          (numeral.kind === 'month' && (numeral.value === 1 || numeral.value === 12)) ||
          (numeral.kind === 'day' &&
            ((dated?.month === 1 && numeral.value === 1) || (dated?.month === 12 && numeral.value === 31)));
        if (numeral.kind === 'month') {
          dated = { month: numeral.value, year: false };
          const day = tokens[at + 1];
          // 1月收到 is a month, 1月1日 may begin the year.
          if (!(day?.kind === 'numeral' && day.numeral.kind === 'day')) otherTime();
        }
        if (!whole) otherTime();
        part();
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
        phrase.field = false;
        if (meaning.topic === 'requests') phrase.link = true;
        // 行政许可申请 is no application for information.
        if (meaning.topic === 'requests' && phrase.topic === 'other' && isTopic(tokens[at - 1], 'other'))
          break;
        // 行政复议、行政诉讼共3件
        if (meaning.topic === 'litigation' && phrase.topic === 'review') phrase.topic = 'disputes';
        else phrase.topic = meaning.topic;
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
      case 'predicate':
        head();
        phrase.predicates.push(meaning.predicate);
        if (meaning.loose) phrase.loose = true;
        if (/^(?:受理|新收|登记)/.test(token.text)) phrase.accepts = true;
        break;
      case 'row':
        head();
        phrase.rows.push(meaning.row);
        if (meaning.loose) phrase.loose = true;
        break;
      case 'column':
        head();
        phrase.column = meaning.column;
        break;
      case 'route':
        head();
        if (phrase.route !== null && phrase.route !== meaning.route) phrase.loose = true;
        phrase.route = meaning.route;
        phrase.topic = 'litigation';
        break;
      case 'applicant':
        head();
        phrase.applicant = meaning.column;
        break;
      case 'body': {
        phrase.empty = false;
        const kind =
          meaning.body === 'own'
            ? 'whole'
            : meaning.body === 'region'
              ? body.isWhole(token.text)
                ? 'whole'
                : 'unsure'
              : meaning.body;
        // 全区各级各部门 is the whole district; 全区各部门 may leave its government out.
        if (kind === 'part' && phrase.body === 'whole' && (everyLevel || levelWords.has(token.text))) {
          everyLevel = true;
          break;
        }
        // 市政府办公厅代表市政府: the body that was named first speaks.
        if (kind === 'unsure' && phrase.body === 'whole' && isBehalf(tokens[at - 1])) break;
        // 省政府受理涉我市的行政复议: who acts comes first.
        if (kind === 'whole' && phrase.body !== null && headed) break;
        phrase.body = kind;
        part();
        break;
      }
      case 'period':
        phrase.empty = false;
        if (meaning.period === 'this') {
          if (!phrase.compare) phrase.period = 'this';
        } else if (followedByCarried(tokens, at)) {
          phrase.predicates.push('carried_over');
          head();
          at++;
        } else phrase.period = 'other';
        part();
        break;
      case 'within':
        phrase.within = true;
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
      case 'each':
        phrase.each = true;
        break;
      case 'sum':
        phrase.sum = true;
        part();
        break;
      case 'negation':
        phrase.negation = token;
        part();
        break;
      case 'cause':
        // 因依申请公开引起的行政复议: what follows is counted. Unknown words after it name the cause.
        headed = headed || phrase.topic !== null;
        break;
      case 'and':
        break;
      case 'neutral':
        if (isNarrowing(token.text)) {
          if (headed || token.text === '通过' || token.text === '当面' || token.text === '有效')
            phrase.doubtful = true;
        } else if (token.text.length > 1) part();
        break;
    }
  }
  if (pending) phrase.doubtful = true;
  return phrase;
};

const isBehalf = (token: Token | undefined): boolean => token?.kind === 'word' && token.text === '代表';

const isTopic = (token: Token | undefined, topic: Topic): boolean =>
  token?.kind === 'word' && token.meaning.is === 'topic' && token.meaning.topic === topic;
