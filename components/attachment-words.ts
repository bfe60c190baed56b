import type { Fact } from '../parser/extraction.ts';
import type { Slot } from '../parser/source/blocks.ts';
import type { unfetchedReasons } from './attachments.ts';

/** Words about the files that a page links to. */
export type AttachmentWords = {
  ofPage: (count: number) => string;
  /** The page is itself a file, in the browser's viewer. */
  isFile: string;
  check: string;
  checkOf: (name: string) => string;
  reading: string;
  /** The report on show was read in this file. */
  from: (name: string) => string;
  /** In place of the title of a report. */
  totals: string;
  /** In place of marks on the page. */
  noMarks: string;
  dataHint: string;
  printedAs: (raw: string, state: Fact['state'], slot: Slot) => string;
  done: string;
  none: string;
  otherKind: string;
  why: Record<(typeof unfetchedReasons)[number], (status?: number) => string>;
  hint: string;
  /** On the shelf, opened from a tab with a file that no extension may look into. */
  dropSaved: string;
};
