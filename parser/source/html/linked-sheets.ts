/** Gives the style sheet at an address that a page names; null where it is not at hand. */
export type SheetOf = (address: string) => string | null;

const link = /<link\b[^<>]*>/gi;
const rel = /\srel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))/i;
const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))/i;
const media = /\smedia\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))/i;

const attributeIn = (tag: string, attribute: RegExp): string => {
  const [, double, single, bare] = attribute.exec(tag) ?? [];
  return double ?? single ?? bare ?? '';
};

/** Nothing in a sheet ends the element that it is put into, nor what may stand around that. */
const enclosed = (sheet: string): string => sheet.replace(/<\/(?=style|script)|-->/gi, '');

/**
 * A page with the style sheets that it links to written behind their links: what is seen of it depends on them as on its own. Alternate
 * sheets are not in use until somebody chooses them.
 */
export const withLinkedSheets = (html: string, sheetOf: SheetOf): string =>
  html.replace(link, (tag) => {
    const kinds = attributeIn(tag, rel).toLowerCase().split(/\s+/);
    if (!kinds.includes('stylesheet') || kinds.includes('alternate')) return tag;
    const sheet = sheetOf(attributeIn(tag, href).replaceAll('&amp;', '&').trim());
    if (sheet === null) return tag;
    const of = attributeIn(tag, media).replace(/["<>]/g, '');
    return `${tag}<style media="${of}">${enclosed(sheet)}</style>`;
  });
