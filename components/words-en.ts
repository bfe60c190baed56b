import type { PanelWords } from './words.ts';

/** Words of the panel in English. */
export const en: PanelWords = {
  open: 'Open the results',
  close: 'Close',
  toLeft: 'Move to the left',
  toSide: 'Show beside the page, in the browser’s side panel',
  toPage: 'Show over the page',
  standsBeside: 'Side panel',
  notMoved: 'The browser does not open its side panel from here.',
  nothingOnTab:
    'Nothing has been checked on this page. A report on gov.cn is checked when it is opened; on any other page, press the toolbar button.',
  toRight: 'Move to the right',
  reports: (count) => `${count} reports on this page`,
  nothingRecognised: 'No table was recognised',
  violated: 'Does not hold',
  undetermined: 'Undetermined',
  unreadIssues: 'Not read',
  notes: 'Notes on reading',
  keyFigures: 'Key figures',
  show: 'Highlight on the page',
  marked: (count) =>
    count === 1 ? '1 cell highlighted on the page' : `${count} cells highlighted on the page`,
  notFound: 'The page has changed and these cells are not there any more. Reload it and try again.',
  cleared: 'Highlights removed',
  surplus: (by) => `left side ${by} higher`,
  shortfall: (by) => `left side ${by} lower`,
  left: 'Left',
  right: 'Right',
  zeros: (count) => (count === 1 ? 'and one zero' : `and ${count} zeros`),
  countedAsZero: 'blank, counted as 0',
  download: 'Download data',
  downloaded: (name) => `Downloaded ${name}`,
  copy: 'Copy data',
  copied: 'Copied to the clipboard',
  copyFailed: 'The browser does not allow copying. Download the file instead.',
  local: 'All done on this machine. Nothing was sent.',

  view: { conclusion: 'Results', data: 'Data', prose: 'Text' },
  views: 'Results',
  reader: { reading: 'Reviewing', compiling: 'Preparing' },
  readAs: 'View',
  resize: 'Resize the panel (arrow keys work too)',
  readAgain: 'Check again',
  readAgainDone: 'The page has been read and checked again.',
  options: 'Settings',
  shelf: 'Kept reports',
  keep: { no: 'Keep', same: 'Kept', older: 'Keep new version' },
  keepTitle: {
    no: 'Keeps what was read on this machine',
    same: 'This page is kept and has not changed',
    older: 'The page has changed since it was kept; keeps a new version as well',
  },
  keepAndGoOn: 'Keep, next',
  keepAndGoOnTitle:
    'Keeps the report and goes to the next of the list, or the next tab with a report that is not kept (K)',
  noNext: 'Kept. There is no next one: no other tab has a report that is not kept.',
  keepFromChip: 'Keep the report of this page',
  keepAnswer: {
    kept: 'Kept; see “Kept reports”',
    already: 'This page is kept already and has not changed',
    failed: 'It could not be kept. Try again.',
  },
  downloadFindings: 'Findings list',
  findingsTitle: 'Download the findings list (CSV), with those set aside',

  diagnosis: 'Cells that may be wrong',
  diagnosisOpen: 'Cells that may be wrong',
  diagnosisHint: 'Worked out from the identities, for checking only. No number on the page was changed.',
  wouldBe: 'would be',
  mends: (count) => (count === 1 ? 'Then this identity holds:' : `Then these ${count} identities hold:`),
  otherCandidates: (count) => `Other corrections (${count})`,

  dismiss: 'Set aside',
  whyDismiss: 'Why set aside?',
  cancel: 'Cancel',
  dismissed: 'Set aside. It counts again when a number changes; the findings list still shows it.',
  dismissedAs: (reason, day) => `Set aside: ${reason} (${day})`,
  asideTitle: 'Set aside',
  quietRule: 'Findings of this kind do not count, as set in the settings',
  recall: 'Count again',

  letterTitle: 'Message for whoever prepared the report',
  letterHint: 'Check it, then copy and send it. Guesses are for checking only: the original records decide.',
  copyLetter: 'Copy the text',
  letter: {
    opening: ({ authority, year, address }) =>
      `In the ${year === null ? '' : `${year} `}annual report on open government information of ${authority ?? 'your authority'}${address === null ? '' : ` (${address})`} these numbers do not agree. Please check them against the original records, and correct any error:`,
    item: (number, text) => `${number}. ${text}`,
    statement: (quote, sentence) => `The text “${quote}”: ${sentence}`,
    guesses: 'One possible correction, worked out from the figures alone:',
    guessesOpen: 'Possible corrections, worked out from the figures alone:',
    guess: (text) => `— ${text}.`,
    closing: 'Please check all identities again after a correction, and keep page and attachment alike.',
  },

  dataHint:
    'Click a cell to highlight it on the page; click a cell on the page to highlight it here. Arrow keys go from cell to cell.',
  legend: 'Legend',
  state: {
    blank: 'blank',
    mark: 'symbol',
    unreadable: 'unreadable',
    missing: 'not found',
  },
  stateSign: { blank: '␣', mark: '¶', unreadable: '?', missing: '∅' },
  inViolation: 'in an identity that does not hold',
  suspect: 'may be wrong',
  pickedCell: 'The chosen cell',
  printedAs: (raw, state, { table, row, column }) =>
    `${state === 'blank' ? 'Blank' : `Reads “${raw}”`}, in table ${table + 1} of the page, row ${row + 1}, column ${column + 1}`,
  outcomeSign: { satisfied: '✓', violated: '✗', undetermined: '?' },

  noClaims: 'No number was read in the text that could be compared with the tables.',
  claims: {
    contradicted: 'Text differs from the tables',
    aside: 'Set aside',
    inconsistent: 'Text does not add up',
    agreed: 'Agrees with the tables',
    consistent: 'Text adds up',
    undecided: 'Undetermined',
    uncovered: 'No matching cell or total',
  },
  claimOutcome: ({ outcome, scope, about }) => {
    if (outcome === 'satisfied') return 'agrees with the tables';
    if (outcome === 'violated') return 'differs from the tables';
    if (about === null) return 'no matching cell in the tables';
    if (scope === 'part') return 'covers only part of the total: not compared';
    if (scope === 'other_period') return 'for another period, or a change: not compared';
    return 'unclear what it covers: not compared';
  },
  uncoveredHint:
    'These numbers have no matching cell, and the text gives no parts to add up. Check them against the original records.',
  nothingUncovered: 'Every count in the text has a matching cell or total.',
  showText: 'Highlight this passage on the page',
  markedText: 'The passage is highlighted on the page',
  seeProse: 'See the numbers in the text',

  history: {
    title: 'Year-to-year check',
    levels: { firm: 'Differs', warning: 'To check', hint: 'Hint' },
    hold: (count) => `${count} year-to-year ${count === 1 ? 'relation holds' : 'relations hold'}`,
    doubts: (count) => `${count} to check; there may be another explanation`,
    source: (years) =>
      `Against the kept ${years.length === 1 ? 'report' : 'reports'} for ${years.join(', ')}`,
  },

  search: 'Search',
  searchHint: 'Rule, row or column',
  nothingFits: 'Nothing fits.',
  findings: 'Violated',
  previous: 'Previous',
  next: 'Next',

  outcomes: 'Outcomes of the year',
  partsDiffer: (sum, total) =>
    `The parts add up to ${sum}, the total printed is ${total}; shares are of ${sum}.`,
  asTable: 'Show as a table',

  noTotals: 'No totals were found on this page',
  copyTable: 'Copy table',
  copyTableTitle: 'Copies the table as it looks, merged cells included, for a spreadsheet or a document',
  saveTable: 'Download figures',
  saveTableTitle:
    'Downloads two CSV files: one figure a line with its row and column, and the relations of the table',
  totalsOfPage: 'Totals in the tables of this page',
  totalsHinted: (count) => `${count} ${count === 1 ? 'hint' : 'hints'}`,
  totalsOther: (count) => `${count} that hold or cannot be decided`,
  whyNone: 'Why there are no results',
  stillLoading:
    'The page may not have finished loading. It is read again when it changes; or click the toolbar button again.',
  pictures: (count) =>
    count === 1
      ? 'There is a large picture on the page. The tables may be in it; numbers in pictures cannot be read.'
      : `There are ${count} large pictures on the page. The tables may be in them; numbers in pictures cannot be read.`,
  foreignFrames:
    'The page shows pages of other sites, which the browser does not let the extension read. The report may be there: open one of these and check it:',
  onlyFiles: (count) =>
    count === 1
      ? 'There is an attachment on the page, which may be the report:'
      : `There are ${count} attachments on the page; one may be the report:`,
};
