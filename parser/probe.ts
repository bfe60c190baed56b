import { characters, wordings } from './forms/probe-signs.ts';

/**
 * Is this page worth reading? Looks only at tables of a report's size, and at their text only until one phrase of the
 * form, or a word for a total, is found. No dependencies but those wordings: this is what runs on every page.
 */

/** Of each wording a character that other tables seldom print: for a text with none of them the pattern need not be made ready. */
const holdsPhrase = (text: string): boolean => {
  for (const one of characters) if (text.includes(one)) return wordings.test(text);
  return false;
};

/** Rows of the smallest and the largest table that is looked at: one line of figures under its headings … a report in one layout table. */
const fewest = 3;
const most = 400;

/** `XPathResult.STRING_TYPE`; to ask for it by its name makes the browser build the interface. */
const stringType = 2;

/** The text of the whole page; null where in XML the names of the elements would need their namespace. */
const textOf = (page: Document): string | null =>
  page.contentType === 'text/html'
    ? page.evaluate('string(/html/body)', page, null, stringType, null).stringValue
    : null;

const tableWith = (page: Document, is: (table: HTMLTableElement) => boolean): boolean => {
  const tables = page.getElementsByTagName('table');
  // The innermost come last, and have the least text.
  for (let at = tables.length - 1; at >= 0; at--) {
    const table = tables[at];
    if (table && is(table)) return true;
  }
  return false;
};

const hasSize = ({ rows: { length } }: HTMLTableElement): boolean => length >= fewest && length <= most;

/**
 * True where a table of the live page holds a phrase that only these reports print. Reads only.
 *
 * The text of the whole page is looked at first. The browser puts it together by itself: the first element that it hands to
 * a script costs more than the whole look.
 */
export const holdsReport = (page: Document, text = textOf(page)): boolean =>
  (text === null || holdsPhrase(text)) &&
  // Asked last: of a table without a phrase the browser need not make the list of its rows.
  tableWith(page, (table) => holdsPhrase(table.textContent ?? '') && hasSize(table));

/** A word for a total, also set apart by spaces; 计划, 计算 and 计量 are none. */
const total = /[合总總小共][ \u3000\u00a0]{0,8}[计計](?![划劃算量])/;
const figure = /^\s{0,40}[-−]?\d[\d,，]{0,30}(?:\.\d{1,20})?\s{0,40}$/;

/** Cells with nothing but a figure that a table has at least: two parts and their total, on two lines. */
const fewestFigures = 6;

/** True where a table of the live page holds a word for a total, and figures. Reads only. */
const holdsTotals = (page: Document, text = textOf(page)): boolean =>
  (text === null || total.test(text)) &&
  tableWith(page, (table) => total.test(table.textContent ?? '') && hasSize(table) && holdsFigures(table));

const holdsFigures = (table: HTMLTableElement): boolean => {
  let figures = 0;
  for (const row of table.rows)
    for (const cell of row.cells)
      if (figure.test(cell.textContent ?? '') && ++figures >= fewestFigures) return true;
  return false;
};

/** What makes a page worth reading: a report, or else tables that state totals. */
export const worthIn = (page: Document): 'report' | 'totals' | null => {
  const text = textOf(page);
  if (holdsReport(page, text)) return 'report';
  return holdsTotals(page, text) ? 'totals' : null;
};
