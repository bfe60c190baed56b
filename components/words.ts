import type { HistoryFinding } from '../parser/compare/history.ts';
import type { Claim, Fact } from '../parser/extraction.ts';
import type { Slot } from '../parser/source/blocks.ts';
import type { PanelReader } from './settings.ts';
import type { KeepAnswer, KeptState } from './shelf-context.ts';

/** Words of the panel's own controls. What is said about a report comes from `parser/messages`. */
export type PanelWords = {
  open: string;
  close: string;
  toLeft: string;
  toSide: string;
  toPage: string;
  /** On the chip. */
  standsBeside: string;
  notMoved: string;
  nothingOnTab: string;
  toRight: string;
  reports: (count: number) => string;
  nothingRecognised: string;
  violated: string;
  undetermined: string;
  unreadIssues: string;
  notes: string;
  keyFigures: string;
  show: string;
  marked: (count: number) => string;
  notFound: string;
  cleared: string;
  surplus: (by: string) => string;
  shortfall: (by: string) => string;
  left: string;
  right: string;
  zeros: (count: number) => string;
  countedAsZero: string;
  download: string;
  downloaded: (name: string) => string;
  copy: string;
  copied: string;
  copyFailed: string;
  local: string;

  view: Record<'conclusion' | 'data' | 'prose', string>;
  views: string;
  reader: Record<PanelReader, string>;
  readAs: string;
  resize: string;
  readAgain: string;
  readAgainDone: string;
  options: string;
  shelf: string;
  keep: Record<KeptState, string>;
  keepTitle: Record<KeptState, string>;
  keepAndGoOn: string;
  keepAndGoOnTitle: string;
  noNext: string;
  /** On the chip. */
  keepFromChip: string;
  keepAnswer: Record<KeepAnswer, string>;
  downloadFindings: string;
  findingsTitle: string;

  diagnosis: string;
  /** Where several cells are as likely. */
  diagnosisOpen: string;
  diagnosisHint: string;
  wouldBe: string;
  mends: (count: number) => string;
  otherCandidates: (count: number) => string;

  dismiss: string;
  whyDismiss: string;
  cancel: string;
  dismissed: string;
  dismissedAs: (reason: string, day: string) => string;
  asideTitle: string;
  quietRule: string;
  recall: string;

  letterTitle: string;
  letterHint: string;
  copyLetter: string;
  letter: {
    opening: (about: { authority: string | null; year: number | null; address: string | null }) => string;
    item: (number: number, text: string) => string;
    /** Words of the text, and what is wrong with them. */
    statement: (quote: string, sentence: string) => string;
    guesses: string;
    guessesOpen: string;
    guess: (text: string) => string;
    closing: string;
  };

  dataHint: string;
  legend: string;
  /** How a cell was read; `missing` where the page has none. */
  state: Record<Exclude<Fact['state'], 'number'> | 'missing', string>;
  /** The same as a sign, in place of a figure. */
  stateSign: Record<Exclude<Fact['state'], 'number'> | 'missing', string>;
  inViolation: string;
  suspect: string;
  pickedCell: string;
  printedAs: (raw: string, state: Fact['state'], slot: Slot) => string;
  outcomeSign: Record<Claim['outcome'], string>;

  noClaims: string;
  claims: Record<
    'contradicted' | 'inconsistent' | 'aside' | 'agreed' | 'consistent' | 'undecided' | 'uncovered',
    string
  >;
  claimOutcome: (claim: Claim) => string;
  uncoveredHint: string;
  nothingUncovered: string;
  showText: string;
  markedText: string;
  seeProse: string;

  history: {
    title: string;
    levels: Record<HistoryFinding['level'], string>;
    hold: (count: number) => string;
    /** Above those that are folded, because they may be innocent. */
    doubts: (count: number) => string;
    /** Against the reports of which years. */
    source: (years: readonly number[]) => string;
  };

  search: string;
  searchHint: string;
  nothingFits: string;
  findings: string;
  previous: string;
  next: string;

  outcomes: string;
  /** The parts drawn do not make the total that the report prints. */
  partsDiffer: (sum: string, total: string) => string;
  asTable: string;

  /** No report, and no totals either: nothing is wrong. */
  noTotals: string;
  copyTable: string;
  copyTableTitle: string;
  saveTable: string;
  saveTableTitle: string;
  /** Totals that fail for sure, those worth a look, those that hold or cannot be decided. */
  totalsOfPage: string;
  totalsHinted: (count: number) => string;
  totalsOther: (count: number) => string;
  whyNone: string;
  stillLoading: string;
  pictures: (count: number) => string;
  foreignFrames: string;
  onlyFiles: (count: number) => string;
};
