import type { TextPlace } from './counts.ts';

/** A number of the text and the parts that the text gives of it: 公开295件，其中甲14件，乙281件. */
export type SentenceSum = TextPlace & {
  total: number;
  parts: { value: number; at: number }[];
  /**
   * `violated`: the parts exceed the total, or the text says that they are all and they are not.
   * `undetermined`: they are fewer, and 其中 names some parts only.
   */
  outcome: 'satisfied' | 'violated' | 'undetermined';
  /** Undetermined, but so near that it is worth a look. */
  hint?: true;
};
