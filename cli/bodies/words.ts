import type { BodySeries } from '../../parser/compare/series.ts';
import type { Lack } from '../runs/request.ts';
import type { Head } from './head.ts';

/** What `gouji history`, `gouji compare` and `gouji sum` say. */

export type HistoryCounts = {
  bodies: number;
  reports: number;
  /** Relations that do not hold, but for the hints. */
  violated: number;
  /** Of these, those that may have another explanation. */
  warnings: number;
  /** What is only worth a look. */
  hints: number;
  undetermined: number;
  satisfied: number;
  /** Reports that take no part. */
  apart: number;
};

export type Relations = Pick<HistoryCounts, 'violated' | 'warnings' | 'hints' | 'undetermined' | 'satisfied'>;

type Command = { about: string; usage: string; exitCodes: string };

export type BodyWords = {
  history: Command;
  compare: Command & { one: string; other: string };
  sum: Command & { parent: string; children: string; expect: string; all: string };
  historyFormat: string;
  jsonFormat: string;
  comma: string;
  relations: (counts: Relations) => string;
  oneYearOnly: (bodies: readonly BodySeries[]) => string;
  takesNoPart: (lack: Lack) => string;
  historyTotal: (counts: HistoryCounts) => string;
  /** Body and year of a report. */
  titleOf: (head: Head) => string;
  sameFigures: (cells: number) => string;
  otherForms: string;
  tableCompared: (counts: { title: string; common: number; differing: number }) => string;
  onlyIn: (which: 'one' | 'other', rows: readonly string[], cells: number) => string;
  checksDiffer: (count: number) => string;
  checksSame: string;
  alone: (which: 'one' | 'other', head: Head) => string;
  compareTotal: (counts: { same: number; differing: number; alone: number }) => string;
  listUnreadable: (path: string) => string;
  noParent: (path: string) => string;
  severalParents: (path: string, count: number) => string;
  besideSum: (children: number) => string;
  missing: (names: readonly string[]) => string;
  notWhole: string;
  tableSummed: (counts: { title: string; same: number; differs: number; undetermined: number }) => string;
  unknownFigures: string;
  notInParent: string;
  allUndetermined: string;
  whyOnlyHint: string;
};

/** Names that a line bears; the rest is counted. */
export const namesInLine = 12;

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
