import type { AttachmentWords } from './attachment-words.ts';

export const en: AttachmentWords = {
  isFile: 'This tab shows a PDF file; the file itself is read.',
  ofPage: (count) => `Attachments of the page (${count})`,
  check: 'Check the attachment',
  checkOf: (name) => `Check the attachment: ${name}`,
  reading: 'Reading…',
  from: (name) => `Read from the attachment: ${name}`,
  totals: 'Totals in the tables of the attachment',
  noMarks: 'This cell is in the attachment; there is nothing to highlight on the page',
  dataHint:
    'Click a cell to see what is printed and where. Arrow keys go from cell to cell. Cells of an attachment cannot be highlighted on the page.',
  printedAs: (raw, state, { table, row, column }) =>
    `${state === 'blank' ? 'Blank' : `Reads “${raw}”`}, in table ${table + 1} of the file, row ${row + 1}, column ${column + 1}`,
  done: 'The attachment has been read',
  none: 'The attachment could not be read; the reason is given below its name',
  otherKind:
    'This type of file cannot be read. Ask the authority for a web page, a PDF, a Word or an Excel file.',
  why: {
    elsewhere: () =>
      'It is on another site (protocol, host and port must be the same) and is not fetched. Save it, then drop it onto the page “Kept reports”.',
    unreachable: () =>
      'The file could not be fetched: no connection, or the site passes on to another one. Save it and drop it onto the page “Kept reports”.',
    status: (status) =>
      `The site did not return the file (HTTP ${status}); the link may be dead. Open the link on the page to see.`,
    too_large: () =>
      'The file has more than 50 MB and was not read. Save it and drop it onto the page “Kept reports”.',
    too_slow: () =>
      'It took more than a minute to fetch and was stopped. Try again later, or save it, then drop it onto the page “Kept reports”.',
    gone: () => 'The page has changed and the file was not read. Reload the page and try again.',
    failed: () =>
      'The program failed while reading the file. Save it and drop it onto the page “Kept reports”.',
  },
  hint: 'Only a click fetches that one file, from the site of this page, to read it on this machine. No other site is asked and nothing is sent.',
  dropSaved:
    'The browser does not let extensions read the PDF in that tab. Save the file there (Ctrl+S) and drop it onto this page, or choose it with “Open files”, to check it.',
};
