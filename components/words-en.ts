import type { PanelWords } from './words.ts';

/** Words of the panel in English. */
export const en: PanelWords = {
  open: 'Open the results',
  close: 'Close',
  toLeft: 'Move to the left',
  toRight: 'Move to the right',
  reports: (count) => `${count} reports on this page`,
  chip: ({ satisfied, violated, undetermined, contradicted, overYears, doubts, unread, aside }) => {
    if (violated + undetermined + satisfied + aside === 0) return 'No table recognised';
    const parts = [
      violated > 0 && `${violated} violated`,
      contradicted > 0 && `${contradicted} in the text`,
      overYears > 0 && `${overYears} over the years`,
      undetermined > 0 && `${undetermined} undetermined`,
      doubts > 0 && `${doubts} to check`,
      unread > 0 && `${unread} not read`,
      aside > 0 && `${aside} set aside`,
    ].filter((part) => part !== false);
    return parts.length > 0 ? parts.join(' · ') : `all ${satisfied} hold`;
  },
  unread: (count) =>
    `Besides, ${count === 1 ? 'one thing was' : `${count} things were`} not read; see below.`,
  nothingRecognised: 'No table was recognised',
  violated: 'Violated',
  undetermined: 'Undetermined',
  unreadIssues: 'Not read',
  notes: 'Notes on the reading',
  keyFigures: 'Key figures',
  show: 'Mark on the page',
  marked: (count) => (count === 1 ? 'One cell marked on the page' : `${count} cells marked on the page`),
  notFound: 'The page has changed and these cells are not there any more. Reload it and try again.',
  cleared: 'Marks removed',
  surplus: (by) => `left is ${by} more`,
  shortfall: (by) => `left is ${by} less`,
  left: 'Left',
  right: 'Right',
  zeros: (count) => (count === 1 ? 'and one zero' : `and ${count} zeros`),
  countedAsZero: 'blank, counted as 0',
  download: 'Download CSV',
  downloaded: (name) => `Downloaded ${name}`,
  copy: 'Copy CSV',
  copied: 'Copied to the clipboard',
  copyFailed: 'The browser does not allow copying. Download the file instead.',
  local: 'All done on this machine. Nothing was sent.',

  view: { conclusion: 'Findings', data: 'Data', prose: 'Text' },
  views: 'Results',
  reader: { reading: 'Reading', compiling: 'Compiling' },
  readAs: 'I am',
  verdict: (tally, ofOutcomes) =>
    tally.satisfied + tally.violated + tally.undetermined === 0
      ? 'Nothing left that raises a warning'
      : ofOutcomes(tally),
  contradicted: (count) =>
    count === 1
      ? 'One statement of the text contradicts the tables or the text itself.'
      : `${count} statements of the text contradict the tables or the text itself.`,
  differsOverYears: (firm, doubts) =>
    firm === 0
      ? `Against other years there ${doubts === 1 ? 'is one thing' : `are ${doubts} things`} to check.`
      : `${firm === 1 ? 'One figure differs' : `${firm} figures differ`} from other years${doubts > 0 ? `; ${doubts} more to check` : ''}.`,
  setAside: (count) =>
    `Besides, ${count} violated ${count === 1 ? 'relation was' : 'relations were'} set aside; see below.`,
  resize: 'Resize the panel (arrow keys work too)',
  options: 'Settings',
  shelf: 'Kept reports',
  keep: { no: 'Keep', same: 'Kept', older: 'Keep new version' },
  keepTitle: {
    no: 'Stores what was read on this machine',
    same: 'This page is kept and has not changed',
    older: 'The page is not as it was kept: keeps a new version beside the old one',
  },
  keepAnswer: {
    kept: 'Kept; see “Kept reports”',
    already: 'This page is kept already and has not changed',
    failed: 'It could not be kept. Try again.',
  },
  downloadFindings: 'Findings',
  findingsTitle: 'Download the findings as CSV, those set aside too',

  diagnosis: 'Cells most likely wrong',
  diagnosisHint: 'Worked out from the identities, for checking only. No number on the page was changed.',
  wouldBe: 'would be',
  mends: (count) => (count === 1 ? 'Then this identity holds:' : `Then these ${count} identities hold:`),
  otherCandidates: (count) => `Other candidates (${count})`,

  dismiss: 'Set aside',
  whyDismiss: 'Why set aside?',
  dismissalReason: {
    confirmed: 'Confirmed with the authority',
    reorganised: 'The body was merged, split or renamed',
    stated: 'The report itself explains it',
    unit: 'Another unit or scope',
    irrelevant: 'Does not matter here',
  },
  cancel: 'Cancel',
  dismissed: 'Set aside. It comes back when a number changes, and every export still lists it.',
  dismissedAs: (reason, day) => `Set aside: ${reason} (${day})`,
  asideTitle: 'Set aside',
  quietRule: 'This kind of warning is switched off in the settings',
  recall: 'Warn again',

  letterTitle: 'What to write to the webmaster',
  letterHint: 'Ready to copy. Guesses are for checking only: the original records decide.',
  copyLetter: 'Copy the text',
  letter: {
    opening: ({ authority, year, address }) =>
      `In the ${year === null ? '' : `${year} `}annual report on open government information of ${authority ?? 'your authority'}${address === null ? '' : ` (${address})`} these numbers do not agree. Please check them against the original records and correct them:`,
    item: (number, text) => `${number}. ${text}`,
    statement: (quote, sentence) => `The text “${quote}”: ${sentence}`,
    claim: (quote, cells) => `The text “${quote}” does not agree with ${cells.join(', ')}`,
    guesses: 'Worked out from the sums, most likely (for checking only):',
    guess: (text) => `— ${text}.`,
    closing: 'Please check all sums again after the correction, and keep page and attachment alike.',
  },

  dataHint:
    'Click a cell and its cell on the page is marked; click a cell on the page and it is marked here. Arrow keys go from cell to cell.',
  legend: 'Legend',
  state: {
    blank: 'blank',
    mark: 'a mark is printed',
    unreadable: 'not readable',
    missing: 'not on the page',
  },
  stateSign: { blank: '␣', mark: '¶', unreadable: '?', missing: '∅' },
  inViolation: 'in a violated identity',
  suspect: 'most likely wrong',
  pickedCell: 'The chosen cell',
  printedAs: (raw, state, { table, row, column }) =>
    `${state === 'blank' ? 'Blank' : `Printed “${raw}”`}, in table ${table + 1} of the page, row ${row + 1}, column ${column + 1}`,
  outcomeSign: { satisfied: '✓', violated: '✗', undetermined: '?' },

  noClaims: 'No number was read in the text that could be compared with the tables.',
  claims: {
    contradicted: 'Contradicts the tables',
    aside: 'Set aside',
    inconsistent: 'Contradicts itself',
    agreed: 'Agrees with the tables',
    consistent: 'Agrees with itself',
    undecided: 'Undecided',
    uncovered: 'Tied to no cell and no sum',
  },
  claimOutcome: ({ outcome, scope, about }) => {
    if (outcome === 'satisfied') return 'agrees with the tables';
    if (outcome === 'violated') return 'contradicts the tables';
    if (about === null) return 'no cell of the tables says this';
    if (scope === 'part') return 'speaks of a part only, not compared';
    if (scope === 'other_period') return 'speaks of another year, not compared';
    return 'unclear what it speaks of, not compared';
  },
  uncoveredHint:
    'No cell of the tables holds these numbers, and the text gives no parts to add up. Check them against the records.',
  nothingUncovered: 'Every count in the text is tied to a cell or to a sum.',
  showText: 'Mark this passage on the page',
  markedText: 'The passage is marked on the page',
  seeProse: 'See the numbers in the text',

  history: {
    title: 'Over the years',
    levels: { firm: 'Differs', warning: 'Check', hint: 'Hint' },
    hold: (count) =>
      `${count} ${count === 1 ? 'relation' : 'relations'} over the years hold${count === 1 ? 's' : ''}`,
    doubts: (count) => `${count} to check, which may be innocent`,
    source: (years) =>
      `Against the kept ${years.length === 1 ? 'report' : 'reports'} for ${years.join(', ')}`,
  },

  outcomes: 'Outcomes of the year',
  asTable: 'Show as a table',

  whyNone: 'Why there are no results',
  stillLoading:
    'The page is not complete yet, or its scripts fill it in later. It is read again when it changes; or click the toolbar button once more.',
  pictures: (count) =>
    count === 1
      ? 'There is a large picture on the page. The tables may be in it; numbers in pictures cannot be read.'
      : `There are ${count} large pictures on the page. The tables may be in them; numbers in pictures cannot be read.`,
  onlyFiles: (count) =>
    count === 1
      ? 'There is a file on the page, which may be the report:'
      : `There are ${count} files on the page; one may be the report:`,
};
