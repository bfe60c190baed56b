import type { Token } from './clauses.ts';
import type { Predicate, Topic } from './meaning.ts';

/** What the words around one number, or of a member without a number, say. */
export type Phrase = {
  topic: Topic | null;
  /** The topic was named as a field of work, not as what is counted. */
  field: boolean;
  link: boolean;
  predicates: Predicate[];
  rows: string[];
  column: string | null;
  /** The column is named by a word for some of what it counts: fewer may be right. */
  some: boolean;
  route: string | null;
  applicant: string | null;
  /** The applicant is named by a word that also stands for all of them: 公民, 企业. */
  applicantLoose: boolean;
  /** Of the body that is spoken of; null where none is named. */
  body: 'whole' | 'part' | 'unsure' | null;
  /** `unsure`, but by a word that may well mean the report's own body. */
  near: boolean;
  period: 'this' | 'other' | null;
  within: boolean;
  /** What the applications are about follows: 主要集中在征地62件. */
  matters: boolean;
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
  /** Reviews and lawsuits are named beside something that the tables do not count. */
  mixed: boolean;
  /** A way, a field or a kind is named that the tables do not tell apart: 网上申请, 征地类申请. */
  narrowed: boolean;
  /** What was made public is named last, as an outcome may be: 已主动公开. */
  disclosed: boolean;
  /** It holds nothing but fillers. */
  empty: boolean;
};

/** A phrase in which nothing is said yet. */
export const silence = (): Phrase => ({
  topic: null,
  field: false,
  link: false,
  predicates: [],
  rows: [],
  column: null,
  some: false,
  route: null,
  applicant: null,
  applicantLoose: false,
  body: null,
  near: false,
  period: null,
  within: false,
  matters: false,
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
  narrowed: false,
  mixed: false,
  disclosed: false,
  empty: true,
});
