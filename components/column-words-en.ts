import type { ColumnWords } from './column-words.ts';

export const en: ColumnWords = {
  heading: 'A list of reports',
  title: (count) => `Reports that this page links to (${count})`,
  hint: (most) =>
    `Only a click fetches them, from the site of this page, to check them on this machine: one at a time, a second apart, at most ${most} a time, stopped whenever you like. No other site is asked and nothing is sent.`,
  all: 'All',
  year: 'Year',
  anyYear: 'All years',
  check: (count) => `Check the ${count} chosen`,
  stop: 'Stop',
  progress: (done, of) => `Checking ${done} of ${of}`,
  done: (read, of) => `Checked ${of}; a report was read in ${read}`,
  select: (name) => `Choose ${name}`,
  columns: { report: 'Report', result: 'Result' },
  reading: 'Reading …',
  open: 'Open',
  openOf: (name) => `Open the result: ${name}`,
  keepAll: (count) => `Keep the ${count} that were read`,
  kept: (count, failed) => (failed === 0 ? `Kept ${count}` : `Kept ${count}; ${failed} could not be kept`),
  more: 'List the next page too',
  noMore: 'The next page did not come, or links to no report',
  moreFound: (count) => `${count} more links are listed`,
  back: 'Back to the list',
  from: (name) => `Read from a link of this page: ${name}`,
};
