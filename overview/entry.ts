import type { Outcome, Counts as VerdictCounts } from '../parser/findings/verdict.ts';

/** What the report page knows. Written by `cli/overview`, read by the page; nothing here needs Node or a browser. */

/** One sentence in each language: the page is switched without asking anybody. */
export type Said = { zh: string; en: string };

/** As `parser/findings/verdict.ts` decides it, from what needs a look to what does not. */
export const verdicts = ['violated', 'open', 'unread', 'holds'] as const satisfies readonly Outcome[];

/** How many of each, as the verdict counts them; `unread`: things not read, `notes`: remarks on the reading. */
type RowCounts = VerdictCounts & { unread: number; notes: number };

/** What the list shows, sorts and filters by. */
export type ReportRow = {
  authority: string | null;
  year: number | null;
  /** `disclosure-2021`, or null where no form was recognised. */
  form: string | null;
  /** Path or address, as the run was given it. */
  path: string;
  verdict: Outcome;
  counts: RowCounts;
  coverage: { read: number; expected: number };
  /** 本年新收 as printed, column 总计. */
  received: number | null;
  /** What was found, each kind once: ids of rules violated, and codes of issues that say something was not read. */
  kinds: readonly string[];
};

/** A row as it is written: values without their names, 100,000 times. */
export type PackedRow = readonly [
  authority: string | null,
  year: number | null,
  form: string | null,
  path: string,
  verdict: number,
  satisfied: number,
  violated: number,
  undetermined: number,
  hints: number,
  unread: number,
  notes: number,
  read: number,
  expected: number,
  received: number | null,
  kinds: readonly string[],
];

export const packRow = ({ counts, coverage, ...row }: ReportRow): PackedRow => [
  row.authority,
  row.year,
  row.form,
  row.path,
  verdicts.indexOf(row.verdict),
  counts.satisfied,
  counts.violated,
  counts.undetermined,
  counts.hints,
  counts.unread,
  counts.notes,
  coverage.read,
  coverage.expected,
  row.received,
  row.kinds,
];

export const unpackRow = (packed: PackedRow): ReportRow => {
  const [authority, year, form, path, verdict, satisfied, violated, undetermined, hints] = packed;
  const [, , , , , , , , , unread, notes, read, expected, received, kinds] = packed;
  return {
    authority,
    year,
    form,
    path,
    verdict: verdicts[verdict] ?? 'unread',
    counts: { satisfied, violated, undetermined, hints, unread, notes },
    coverage: { read, expected },
    received,
    kinds,
  };
};

/** Sentences, of which at most some are kept: `more` says how many were left out. */
export type Sentences = { said: readonly Said[]; more: number };

/** What became of the year's cases, part by part as the form has them; null where no figure is printed, none where the form has no parts. */
type Outcomes = readonly (number | null)[];

/** What is shown of one report when it is opened. */
export type Detail = {
  /** Where the source is, as seen from the page. Known to whoever writes the page only. */
  link?: string | null;
  verdict: Said;
  form: Said | null;
  sha256: string;
  url: string | null;
  figures: readonly { name: Said; value: string | null }[];
  rate: Said | null;
  outcomes: Outcomes;
  /** For each contradiction which figures may be wrong, the likeliest first. */
  diagnoses: readonly { alternatives: readonly Said[]; remark: Said | null }[];
  violated: Sentences;
  /** `quote`: the words of the report that the sentence is about. */
  contradicted: { said: readonly (Said & { quote: string })[]; more: number };
  undetermined: Sentences;
  unread: Sentences;
  notes: Sentences;
};

/** One report. */
export type ReportEntry = { row: ReportRow; detail: Detail };

/** A relation between the years of one body that does not hold. */
export type BrokenOverYears = {
  id: string;
  authority: string;
  level: 'firm' | 'warning' | 'hint';
  said: Said;
};

/** What is known at the end of the run only. */
export type ReportSummary = {
  /** `gouji 0.1.0` */
  tool: string;
  /** When the page was made, ISO 8601. */
  made: string;
  overYears: readonly BrokenOverYears[];
  /** What else the run has to say, such as files that were passed over. */
  remarks: readonly Said[];
};

/** What a kind of finding is called and where its rule is published. `reading`: it is about our reading, not about the report. */
export type FindingKind = {
  about: 'report' | 'reading';
  name: Said;
  scope: Said | null;
  wording: string | null;
  source: Said | null;
};

/** The last data of the page: everything but rows and details. */
export type Closing = {
  summary: ReportSummary;
  kinds: Readonly<Record<string, FindingKind>>;
  /** How many reports one piece of details holds. */
  perPiece: number;
  /** What the parts are called into which the cases of a report fall, by the ids of forms. */
  outcomeNames: Readonly<Record<string, readonly Said[]>>;
};
