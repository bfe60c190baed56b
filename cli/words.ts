import type { Severity } from '../parser/severity.ts';
import { linkedFolder } from './sources/item.ts';

/** What only the command line says. */
export type CommandWords = {
  about: string;
  checkAbout: string;
  extractAbout: string;
  programUsage: string;
  commandUsage: string;
  pathArgument: string;
  langOption: string;
  formatOption: string;
  verdictFormatOption: string;
  allOption: string;
  helpOption: string;
  versionOption: string;
  /** Headings that commander prints in English. */
  helpTitles: Readonly<Record<string, string>>;
  examples: string;
  exitCodes: string;
  /** A command line that was not understood, by commander's code for it, with its own words. */
  usageError: (code: string, detail: string) => string;
  /** A command line that cannot be done as it is. */
  refused: (sentence: string) => string;
  passedOver: (path: string, endings: ReadonlyMap<string, number>) => string;
  moreIssues: (count: number, level: Severity) => string;
  moreViolated: (count: number) => string;
  /** Of a page without a report. */
  byTotals: string;
  /** The clause of the report that a sentence is about. */
  quoted: (clause: string) => string;
  /** After the count of other mends: how to see them. */
  allListed: string;
  /** The last line of a run over several reports. */
  total: (count: { reports: number; violated: number; unread: number; years: number }) => string;
  /** Above the findings between the reports of one body: how many relations held. */
  overYears: (satisfied: number) => string;
  /** `npm start`: what was written, and what to try next. */
  written: (files: readonly string[]) => string;
  next: string;
};

export const commonExamples = `  gouji check report.html
  gouji check reports/
  gouji extract report.html --format csv > report.csv
  gouji extract reports/ -o facts.parquet
  gouji check reports/ -o verdicts.txt --report verdicts.html
  gouji tables budget.html
  gouji history reports/
  gouji compare page.html report.pdf
  gouji sum county.html departments/
  curl -s https://… | gouji check -`;

export const detailOf = (message: string): string => message.replace(/^error: /, '').replaceAll('\n', ' ');

export const list = (counts: ReadonlyMap<string, number>, link: string): string =>
  [...counts]
    .map(([kind, count]) => `${kind === linkedFolder ? link : kind === '' ? '*' : kind} × ${count}`)
    .join(', ');
