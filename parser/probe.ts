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

/** Rows of the smallest and the largest table that is looked at: one line of figures under its headings … a report in one layout table. */
const fewest = 3;
const most = 400;

/** True where a table of the live page holds a phrase that only these reports print. Reads only. */
export const holdsReport = (root: Document): boolean => {
  const tables = root.getElementsByTagName('table');
  for (let at = 0; at < tables.length; at++) {
    const table = tables[at];
    if (!table) continue;
    const rows = table.rows.length;
    if (rows < fewest || rows > most) continue;
    const text = (table.textContent ?? '').replace(/\s+/g, '');
    if (phrases.some((phrase) => text.includes(phrase))) return true;
  }
  return false;
};
