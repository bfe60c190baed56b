import type { Fact } from '../extraction.ts';
import type { Body } from './bodies.ts';
import type { Phrase } from './phrase.ts';
import type { Topic } from './prose-words.ts';
import type { Cells } from './subjects.ts';

/** What is known of the report whose text is read. `cells` is null where its form is not known. */
export type Context = {
  year: number | null;
  body: Body;
  cells: Cells | null;
  facts: ReadonlyMap<string, Fact>;
};

/** What earlier words of a paragraph still say to later ones. */
export type Memory = {
  topic: Topic | null;
  /** The last count stood beside words that are not understood: 项目审批申请320件，办结320件. */
  inDoubt: boolean;
  body: 'whole' | 'part' | 'unsure';
  /** A count of applications was read: reviews named after it are about them. */
  requestsCounted: boolean;
};

/** What earlier words of a sentence still say to later ones. */
export type SentenceMemory = {
  topic: Topic | null;
  period: 'this' | 'other' | null;
  within: boolean;
  link: boolean;
  /** Last year's applications are mentioned, so that a count of those done holds them. */
  remembersCarried: boolean;
  /** A member without a number narrowed what all of the sentence counts. */
  narrowed: boolean;
  /** The verb of a member without a number, waiting for it. */
  waiting: Phrase | null;
};
