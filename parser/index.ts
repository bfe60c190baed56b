/** The steps of the parser that are public, part of the entry `gouji`. Pure; they run in Node, in browsers and in workers. */

export { type KeyFigures, keyFigures } from './check/key-figures.ts';
export {
  type CellPair,
  compareReports,
  type Difference,
  type FoldedCell,
  type ReportComparison,
  type TableComparison,
} from './compare/differences.ts';
export { checkHistory, type HistoryFinding } from './compare/history.ts';
export {
  type CellSum,
  type Child,
  type ChildPart,
  type ParentSum,
  parentSum,
  type Without,
} from './compare/parent-sum.ts';
export { extract, unrecognised } from './extract.ts';
export type { Check, Claim, Diagnosis, Extraction, Fact, Source } from './extraction.ts';
export type { Finding, Strength, Told } from './findings/finding.ts';
export { type Counts, type Outcome, type Verdict, verdictOn } from './findings/verdict.ts';
export type { Issue, IssueCode } from './issue.ts';
export { type Severity, severity } from './severity.ts';
export type { Block, Cell, Row, Slot, SourceDocument, TableBlock } from './source/blocks.ts';
export { readHtml } from './source/html/html.ts';
export { readText } from './source/plain-text/text.ts';
export { tables as tabulate } from './tables.ts';
export type {
  LineReading,
  RelationReading,
  TableFigure,
  TableReading,
  Tabulation,
} from './tabulation.ts';
