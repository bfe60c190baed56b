/**
 * Is this page worth reading? Looks only at tables of a report's size, and at their text only until one phrase of the
 * form is found. No dependencies: this is what runs on every page.
 */
const phrases = [
  '尚未审结',
  '勾稽关系',
  '第二十条第',
  '结转下年度',
  '本年新收政府信息',
  '政府信息公开申请数量',
];

/** Of each phrase a character that other tables seldom print: text with none of them need not be freed of its white space. */
const signs = ['尚', '勾', '十', '转', '收', '量'];

const holdsPhrase = (text: string): boolean => {
  if (!signs.some((sign) => text.includes(sign))) return false;
  const tight = text.replace(/\s+/g, '');
  return phrases.some((phrase) => tight.includes(phrase));
};

/** Rows of the smallest and the largest table that is looked at: one line of figures under its headings … a report in one layout table. */
const fewest = 3;
const most = 400;

/** True where a table of the live page holds a phrase that only these reports print. Reads only. */
export const holdsReport = (root: Document): boolean => {
  const tables = root.getElementsByTagName('table');
  let without: Element | null = null;
  for (let at = 0; at < tables.length; at++) {
    const table = tables[at];
    // What a table does not hold, those within it do not hold either.
    if (!table || without?.contains(table)) continue;
    if (!holdsPhrase(table.textContent ?? '')) {
      without = table;
      continue;
    }
    // Asked last: of a table without a phrase the browser need not make the list of its rows.
    const rows = table.rows.length;
    if (rows >= fewest && rows <= most) return true;
  }
  return false;
};
