import type { HistoryFinding } from '../parser/compare/history.ts';

/** Whether the shelf holds this report: not at all, with this very content, or as its page stood before. */
export type KeptState = 'no' | 'same' | 'older';

/** What the shelf holds around a report that is open: the report itself, and how it fits the kept ones of the years beside it. */
export type ShelfContext = {
  kept: KeptState;
  history: readonly HistoryFinding[];
  /** What the person has written about the report, where it is kept with this very content; else empty. */
  note: string;
};

/** Before anybody has looked. */
export const notLooked: ShelfContext = { kept: 'no', history: [], note: '' };

/** What became of a wish to keep. */
export type KeepAnswer = 'kept' | 'already' | 'failed';
