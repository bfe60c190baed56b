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

const inAddress = /^data:text\/css[^,]*,/i;

/** A sheet that is written into the address itself (RFC 2397); null where it is none. */
const sheetWithin = (address: string): string | null => {
  const head = inAddress.exec(address)?.[0];
  if (head === undefined) return null;
  const content = address.slice(head.length);
  try {
    return /;base64,$/i.test(head) ? atob(content) : decodeURIComponent(content);
  } catch {
    return null;
  }
};

/** Does a page link to sheets that are written into their addresses? */
export const linksWithin = (html: string): boolean => /<link\b[^<>]*data:text\/css/i.test(html);

/**
 * A page with the style sheets that it links to written behind their links: what is seen of it depends on them as on its own. Alternate
 * sheets are not in use until somebody chooses them.
 */
export const withLinkedSheets = (html: string, sheetOf?: SheetOf): string =>
  html.replace(link, (tag) => {
    const kinds = attributeIn(tag, rel).toLowerCase().split(/\s+/);
    if (!kinds.includes('stylesheet') || kinds.includes('alternate')) return tag;
    const address = attributeIn(tag, href).replaceAll('&amp;', '&').trim();
    const sheet = sheetWithin(address) ?? sheetOf?.(address) ?? null;
    if (sheet === null) return tag;
    const of = attributeIn(tag, media).replace(/["<>]/g, '');
    return `${tag}<style media="${of}">${enclosed(sheet)}</style>`;
  });
