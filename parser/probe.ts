/**
 * Is this page worth reading? Looks only at tables of a report's size, and at their text only until one phrase of the
 * form is found. No dependencies: this is what runs on every page.
 */
const phrases =
  /尚\s*未\s*[审審]\s*[结結]|勾\s*稽\s*[关關]|第\s*二\s*十\s*[条條]\s*第|[转轉]\s*下\s*年\s*度|本\s*年\s*新\s*收\s*政\s*府\s*信\s*息|公\s*开\s*申\s*请\s*数\s*量/;

/** Of each phrase a character that other tables seldom print: for a text with none of them the pattern need not be made ready. */
const signs = ['尚', '勾', '十', '转', '轉', '收', '量'];

const holdsPhrase = (text: string): boolean => {
  for (const sign of signs) if (text.includes(sign)) return phrases.test(text);
  return false;
};

/** Rows of the smallest and the largest table that is looked at: one line of figures under its headings … a report in one layout table. */
const fewest = 3;
const most = 400;

/** `XPathResult.STRING_TYPE`; to ask for it by its name makes the browser build the interface. */
const stringType = 2;

/**
 * True where a table of the live page holds a phrase that only these reports print. Reads only.
 *
 * The text of the whole page is looked at first. The browser puts it together by itself: the first element that it hands to
 * a script costs more than the whole look.
 */
export const holdsReport = (page: Document): boolean => {
  if (
    // In XML the names of the elements would need their namespace.
    page.contentType === 'text/html' &&
    !holdsPhrase(page.evaluate('string(/html/body)', page, null, stringType, null).stringValue)
  )
    return false;
  const tables = page.getElementsByTagName('table');
  // The innermost come last, and have the least text.
  for (let at = tables.length - 1; at >= 0; at--) {
    const table = tables[at];
    if (!table || !holdsPhrase(table.textContent ?? '')) continue;
    // Asked last: of a table without a phrase the browser need not make the list of its rows.
    const rows = table.rows.length;
    if (rows >= fewest && rows <= most) return true;
  }
  return false;
};
