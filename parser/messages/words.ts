import type { Check, Diagnosis, ReasonCode } from '../extraction.ts';
import type { NamedLine } from '../forms/as-printed.ts';
import type { Issue } from '../issue.ts';
import type { Severity } from '../severity.ts';

/** The languages spoken, in the order in which they are offered. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

type CheckOutcome = Check['outcome'];

/** The report that words are about, an extraction: its form lends the names of rows and columns, its issues and lines the labels of rows of its own. */
export type SpokenReport = {
  form: { id: string } | null;
  issues: readonly Issue[];
  lines?: readonly NamedLine[];
};

/** Undetermined checks that share a reason, and one sentence about all of them. */
export type UndeterminedGroup = { code: ReasonCode; checks: readonly Check[]; text: string };

/** What a diagnosis says. */
export type DiagnosisText = {
  /** One sentence for each alternative, the likeliest first: the cells, printed and would-be, what holds then, and a guess worded as one. */
  alternatives: readonly string[];
  /** That figures alone cannot decide between several, that there may be more, or that none was found; null where exactly one is possible. */
  remark: string | null;
};

/** Words about one report. All take data and give one plain string without a line break. */
export type ReportWords = {
  /** A cell by its labels: `“（一）予以公开”行“总计”列`. An id that the form does not know is shown as it is. */
  cell: (ref: string) => string;
  /** The row of a cell by its short name, without quotes: `（一）予以公开`. */
  row: (ref: string) => string;
  /** Its column likewise: `总计`. */
  column: (ref: string) => string;
  /** Where an identity holds or not: `自然人列`, `“（一）予以公开”行`. */
  where: (check: Check) => string;
  /** The identity itself, in the form's words: `一+二 = 三（七）+四`. */
  identity: (check: Check) => string;
  /**
   * Place, identity and numbers: `自然人列 一+二 = 三（七）+四：90 + 0 ≠ 88 + 1（差 1）`. Zeros of a long sum are left out, and it says so.
   * An undetermined check gives its reason in place of the numbers.
   */
  equation: (check: Check) => string;
  /** Why a check is undetermined, naming the cells at fault; empty for a check that is determined. */
  reason: (check: Check) => string;
  /** The undetermined among these checks, one sentence for each reason, so that many do not drown the rest. */
  undetermined: (checks: readonly Check[]) => UndeterminedGroup[];
  /** Which figures may be wrong: in the conditional, and causes as guesses. `checks`: all of the report. */
  diagnosis: (diagnosis: Diagnosis, checks: readonly Check[]) => DiagnosisText;
  /** What was not read or is in doubt, where, and what can be done. About our reading, never about the report's figures. */
  issue: (issue: Issue) => string;
};

export type Words = {
  language: Language;
  outcome: Record<CheckOutcome, string>;
  severity: Record<Severity, string>;
  about: (subject: SpokenReport) => ReportWords;
  /** Headings and short phrases of the summary and the panel. */
  ui: {
    /** 勾稽 */
    product: string;
    authority: string;
    year: string;
    form: string;
    coverage: string;
    checks: string;
    verdict: string;
    issues: string;
    unknown: string;
    /** A figure that is blank or was not read. */
    noFigure: string;
    /** `2020 年` */
    yearValue: (year: number) => string;
    /** `政府信息公开工作年度报告（国办公开办函〔2019〕60号）` */
    formValue: (form: { title: string; issuedAs: string }) => string;
    /** `200 / 200 格`. @param blank none of them holds a number. */
    coverageValue: (coverage: { read: number; expected: number }, blank: boolean) => string;
  };
};

/** Was nothing of the report's form filled in? */
export const isBlank = ({ issues }: Pick<SpokenReport, 'issues'>): boolean =>
  issues.some(({ code }) => code === 'blank_form');
