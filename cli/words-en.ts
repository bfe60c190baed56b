import { endings } from './sources/endings.ts';
import { type CommandWords, commonExamples, detailOf, list } from './words.ts';

export const en: CommandWords = {
  about:
    'Reads the three statistical tables of a Chinese open-government annual report and checks the identities between their figures.',
  checkAbout: 'check reports and give a verdict on each',
  extractAbout: 'write the data (data to standard output, all else to standard error)',
  programUsage: '<command> [options] PATH…',
  commandUsage: '[options] PATH…',
  pathArgument: `file, folder or - (standard input); in a folder, these types are read: ${endings.join(' ')}`,
  langOption: 'language: zh-CN or en; default: the system’s',
  formatOption:
    'format: json, ndjson (one report a line), csv (one figure a line), xlsx, parquet or sqlite; default: by the extension of --output',
  verdictFormatOption:
    'write data instead of the summary: json, ndjson (one report a line), csv or xlsx (one finding a row)',
  allOption: 'where several corrections would satisfy the identities, list each of them',
  helpOption: 'show help',
  versionOption: 'show the version',
  helpTitles: {},
  examples: `Examples:\n${commonExamples}`,
  exitCodes:
    'Exit codes: 0 nothing fails to hold (some may be undetermined), 1 something does not hold, in the tables, the text or firmly from year to year, 2 something could not be read, even if something also does not hold (extract decides nothing: 0 or 2)',
  usageError: (_code, detail) => `${detailOf(detail).replace(/\.$/, '')}. See gouji --help.`,
  refused: (sentence) => `${sentence}. See gouji --help.`,
  passedOver: (path, counts) =>
    `${path}: skipped, not a type that is read: ${list(counts, 'links to folders (--follow reads them)')}`,
  moreIssues: (count, level) =>
    `${count} more ${level === 'unread' ? 'not read' : count === 1 ? 'note on reading' : 'notes on reading'}; gouji extract --format json lists them all`,
  byTotals: 'No annual report: the totals of its tables were checked',
  moreViolated: (count) => `${count} more; gouji check --format json lists them all`,
  quoted: (clause) => `(in the report: ${clause})`,
  allListed: ' (--all lists them)',
  total: ({ reports, violated, unread, years }) =>
    `${reports} reports: ${violated} with something that does not hold (text included), ${unread} with something that was not read${years > 0 ? `; ${years} that differ from year to year` : ''}`,
  overYears: (satisfied) =>
    `Year-to-year check${satisfied > 0 ? `: ${satisfied} ${satisfied === 1 ? 'relation holds' : 'relations hold'}` : ''}`,
  written: (files) => `Written:\n${files.map((file) => `  ${file}`).join('\n')}`,
  next: `one-wrong-cell-2020.html contains one deliberate error, named above. What to try next:
  check a report of your own  npx node cli/gouji.ts check report.html
  check a whole folder        npx node cli/gouji.ts check reports/
  save the data as CSV        npx node cli/gouji.ts extract report.html --format csv > report.csv
  see all there is            npx node cli/gouji.ts --help`,
};
