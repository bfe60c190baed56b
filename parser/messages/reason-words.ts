import type { ReasonCode } from '../extraction.ts';
import type { Obscurity } from '../issue.ts';

/** Why an identity is undetermined, with the cells at fault. */
export type ReasonPhrases = Record<ReasonCode, (cells: string) => string>;

/** Why it is not sure what a reader sees in a cell, as the end of a sentence. */
export type ObscurityPhrases = Record<Obscurity, string>;
