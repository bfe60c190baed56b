import type { PastFact } from '../../parser/check/history.ts';
import type { Extraction } from '../../parser/extraction.ts';
import type { Issue } from '../../parser/issue.ts';
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
  /** What each report lacks: why it takes no part in a comparison, and what of it was not read. */
  lacks?: true;
  /** Sentences beside the data, for standard error: what was not read, that something does not add up. */
  notes: boolean;
  language: Language;
  colours: boolean;
  /** Every possible mend instead of the likeliest only. */
  all: boolean;
};

const nothing: Omit<Asked, 'language'> = {
  text: null,
  extractions: false,
  entries: false,
  past: false,
  notes: false,
  colours: false,
  all: false,
};

/** What is wanted, and nothing besides. */
export const asking = (language: Language, wanted: Partial<Asked>): Asked => ({
  ...nothing,
  ...wanted,
  language,
});

/** Whether an answer names the bytes of its source by their sum. */
export const isSummed = ({ text, extractions, entries }: Asked): boolean =>
  extractions || entries || (text !== null && text !== 'summary');

/** The figures of one report for the comparison over the years, lighter than its extraction. */
export type Past = {
  source: string;
  authority: string;
  year: number;
  form: string;
  facts: readonly PastFact[];
};

/** What a report does not say, without which it cannot be compared with others; and what of it was not read. */
export type Lack = {
  source: string;
  /** Id of its form. */
  form: string | null;
  missing: ('form' | 'authority' | 'year')[];
  issues: Issue[];
};

/** One report as a run counts it. */
export type Counted = { exit: ExitCode; violated: boolean };

/** What comes of one source. Plain data: it crosses from a worker as it is. */
export type Answer = {
  /** One for each report, in UTF-8: bytes go from a thread to the output without being copied. */
  texts: Uint8Array<ArrayBuffer>[];
  counted: Counted[];
  notes: string[];
  past: Past[];
  /** Of reports that lack something only. */
  lacks: Lack[];
  extractions: Extraction[];
  entries: ReportEntry[];
};
