import type { Reasons } from '../findings/verdict.ts';

export type HeadlinePhrases = {
  /** Why a verdict is not a better one, then what holds; '' for each of which there is none. */
  parts: (reasons: Reasons) => string[];
  nothing: string;
};
