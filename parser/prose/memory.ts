import type { Claim, Fact } from '../extraction.ts';
import type { ProseCells } from '../forms/schema.ts';
import type { Heard } from './agreement.ts';
import type { OwnBody } from './bodies.ts';
import type { Topic } from './meaning.ts';
import type { Phrase } from './slots.ts';
import type { Cells } from './subjects.ts';

/** What is known of the report whose text is read. `cells` is null where its form is not known. */
export type ReportContext = {
  year: number | null;
  body: OwnBody;
  cells: Cells | null;
  ids: ProseCells | null;
  facts: ReadonlyMap<string, Fact>;
  /** The cells of what came in this year, and of what was carried over. */
  arrivals: { received: string; carriedOver: string };
};

/** What earlier words of a paragraph still say to later ones. */
export type Memory = {
  topic: Topic | null;
  /** The last count stood beside words that are not understood: 项目审批申请320件，办结320件. */
  inDoubt: boolean;
  body: 'whole' | 'part' | 'unsure';
  /** A count of applications was read: reviews named after it are about them. */
  requestsCounted: boolean;
  /** An unsure body is named by a word that may well mean the report's own: 区政府办公室. */
  near: boolean;
  /** The paragraph names no body that may be another. */
  alone: boolean;
  /** The last count that was no part of another: what 其中 divides. */
  parent: Counted | null;
  /** The last such count was of something else: what 其中 divides is that. */
  astray: boolean;
  heard: Heard[];
  /** Another body was counted in this sentence, of which a later one may be a part: 市政府收到800件，由我局承办45件. */
  beside: boolean;
  /** The last sentence counted what was in another year that it named: the next one goes on with it, unless it names its own. */
  past: boolean;
};

/** A count whose parts may follow: what it counts, and the words that say so. */
export type Counted = {
  family: Heard['family'];
  phrase: Phrase;
  value: number;
  about: Claim['about'];
  divisible: boolean;
};

export type List = { sum: number; foreign: boolean; names: 'row' | 'applicant' | 'column' | null };

export const emptyList = (): List => ({ sum: 0, foreign: false, names: null });

/** What earlier words of a sentence still say to later ones. */
export type SentenceMemory = {
  /** Where it begins in folded text. */
  start: number;
  topic: Topic | null;
  period: 'this' | 'other' | null;
  within: boolean;
  link: boolean;
  /** Reviews and lawsuits in it are said to be about something else, or are counted anew for a body. */
  untied: boolean;
  /** It tells those rejected (驳回) from the rest, which tables may count among those upheld, or among other outcomes. */
  rejected: boolean;
  /** It says what came in or is carried on by words that only applications have: 新收, 结转下年. */
  remembersArrival: boolean;
  /** A member without a number narrowed what all of the sentence counts. */
  narrowed: boolean;
  /** The counter of documents that were made public unasked, beside which 依申请公开 is an attribute of documents. */
  attribute: string | null;
  /** Every row that it names. */
  rows: ReadonlySet<string>;
  /** Those that it has counted so far. */
  told: Set<string>;
  /** It tells those done in time from those done late. */
  late: boolean;
  /** The member before, where a colon may follow it: 依申请公开情况：无. */
  label: Phrase | null;
  /** What 其中 has listed so far: their sum, whether one of them names nothing of the form, and what the last one names. */
  list: List;
  /** Refs of what was said to have come in: this year, and from the year before. */
  arrived: Set<string>;
  /** The verb of a member without a number, waiting for it. */
  waiting: Phrase | null;
};
