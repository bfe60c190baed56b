/** The public entry of the parser: sources in, checked extractions out. Pure; runs in Node, in browsers and in workers. */

export {
  type CellPair,
  compareReports,
  type FoldedCell,
  type ReportComparison,
  type TableComparison,
} from './check/differences.ts';
export { checkHistory, type HistoryFinding } from './check/history.ts';
export { type KeyFigures, keyFigures } from './check/key-figures.ts';
export {
  type CellSum,
  type Child,
  type ChildPart,
  type ParentSum,
  parentSum,
  type Without,
} from './check/parent-sum.ts';
export { extract, unrecognised } from './extract.ts';
export type { Check, Claim, Diagnosis, Extraction, Fact, Source } from './extraction.ts';
export type { Issue, IssueCode } from './issue.ts';
export { type Severity, severity } from './severity.ts';
export type { Block, Cell, Row, Slot, SourceDocument, TableBlock } from './source/blocks.ts';
export { type LiveReading, readDom } from './source/dom.ts';
export { readHtml } from './source/html.ts';
export { readText } from './source/text.ts';
