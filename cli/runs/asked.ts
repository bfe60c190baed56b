import type { PastFact } from '../../parser/check/history.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { ReportEntry } from '../../report/entry.ts';
import type { ExitCode } from '../exit.ts';

/** What a run wants of every source; the same for all of them. Sent to a worker once. */
export type Asked = {
  /** The text that each report becomes in the output; null where the output is no text. */
  text: 'summary' | 'json' | 'ndjson' | 'csv' | null;
  /** The whole extractions, for outputs that are written here. */
  extractions: boolean;
  /** What the report page shows. */
  entries: boolean;
  /** What a comparison over the years needs. */
  past: boolean;
  /** Sentences beside the data, for standard error: what was not read, that something does not add up. */
  notes: boolean;
  language: Language;
  colours: boolean;
  /** Every possible mend instead of the likeliest only. */
  all: boolean;
};

/** The figures of one report for the comparison over the years, lighter than its extraction. */
export type Past = { authority: string; year: number; form: string; facts: readonly PastFact[] };

/** One report as a run counts it. */
export type Counted = { exit: ExitCode; violated: boolean };

/** What comes of one source. Plain data: it crosses from a worker as it is. */
export type Answer = {
  /** One for each report. */
  texts: string[];
  counted: Counted[];
  notes: string[];
  past: Past[];
  extractions: Extraction[];
  entries: ReportEntry[];
};
