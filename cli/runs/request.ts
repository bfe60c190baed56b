import type { ReportEntry } from '../../overview/entry.ts';
import type { PastFact } from '../../parser/compare/year-report.ts';
import type { CsvCell } from '../../parser/export/csv.ts';
import type { DatasetRows } from '../../parser/export/dataset-rows.ts';
import type { Depth } from '../../parser/extract.ts';
import type { Told } from '../../parser/findings/finding.ts';
import type { AnyForm } from '../../parser/forms/open-form.ts';
import type { Issue } from '../../parser/issue.ts';
import type { Language } from '../../parser/messages/words.ts';
import type { ExitCode } from '../exit.ts';
import type { PackedRows } from '../outputs/packed-rows.ts';
import type { FileRead, Wanted } from '../read.ts';

/** What a run wants of every source; the same for all of them. Sent to a worker once. */
export type Asked = {
  /** The text that each report becomes in the output; null where the output is no text. */
  text: 'summary' | 'json' | 'ndjson' | 'csv' | 'verdict-json' | 'verdict-ndjson' | 'findings-csv' | null;
  /** The whole reports, for outputs that are written here. */
  reports: boolean;
  /** The facts as rows of the CSV, for Parquet. */
  facts?: boolean;
  /** What the report page shows. */
  entries: boolean;
  /** The rows of the data set. */
  dataset?: boolean;
  /** Figures alone: the text is not read. */
  depth?: Depth;
  /** The findings as rows, for outputs that are written here. */
  rows: boolean;
  /** What a comparison over the years needs. */
  past: boolean;
  /** What each report lacks: why it takes no part in a comparison, and what of it was not read. */
  lacks?: true;
  /** On a page without a report, the totals of its tables instead. */
  totals?: true;
  /** Sentences beside the data, for standard error: what was not read, that something does not add up. */
  notes: boolean;
  language: Language;
  colours: boolean;
  /** Every possible mend instead of the likeliest only. */
  all: boolean;
  /** Whether the answer names the file that was read by its sum, for a journal. */
  noted?: boolean;
  /** The person's own forms, beside those that ship. */
  forms: readonly AnyForm[];
};

const nothing: Omit<Asked, 'language'> = {
  text: null,
  reports: false,
  entries: false,
  rows: false,
  past: false,
  notes: false,
  colours: false,
  all: false,
  forms: [],
};

/** What is wanted, and nothing besides. */
export const asking = (language: Language, wanted: Partial<Asked>): Asked => ({
  ...nothing,
  ...wanted,
  language,
});

/** What an answer needs of its source. */
export const wantedBy = ({
  text,
  reports,
  rows,
  entries,
  facts = false,
  noted = false,
  dataset = false,
  depth = 'all',
  totals,
}: Asked): Wanted => ({
  summed: noted || reports || rows || entries || facts || dataset || (text !== null && text !== 'summary'),
  tables: dataset,
  totals: totals ?? false,
  depth,
});

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
type ReportTally = { exit: ExitCode; violated: boolean };

/** What comes of one source. Plain data: it crosses from a worker as it is. */
export type Answer = {
  /** The file that was read; null where it was none. */
  file: FileRead | null;
  /** One for each report, in UTF-8: bytes go from a thread to the output without being copied. */
  texts: Uint8Array<ArrayBuffer>[];
  counted: ReportTally[];
  notes: string[];
  past: Past[];
  /** Of reports that lack something only. */
  lacks: Lack[];
  reports: Told[];
  facts: PackedRows[];
  entries: ReportEntry[];
  rows: CsvCell[][];
  /** Of each report what it adds to the data set; the first has the tables of the source. */
  dataset: DatasetRows[];
};
