import type { NearbyFound } from '../wire/page-schemas.ts';

/** Links of a column page that look like annual reports. Reads only: nothing is fetched before a person has chosen. */

type Link = NearbyFound['links'][number];

/** More links than this are no list that a person goes through. */
const mostLinks = 300;

const report = /政府信息公开(?:工作)?.{0,8}(?:年度?报告?|年报)|信息公开.{0,6}年报|年度报告|年报/;
/** Other reports of a year, where the words do not name this one. */
const other = /预算|决算|审计|法治|环境|质量|统计年报|财务|绩效|工作总结|网站工作|社会责任|解读|图解/;
const named = /信息公开/;
const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/;
const file = /\.(pdf|ofd|docx?|xlsx?)$/i;
const onlyYear = /^[\s〔【（(]*(?:19|20)\d{2}(?:\s*年)?度?[\s〕】）)]*$/;
const nextPage = /^\s*(?:下一?页|后一页|next(?:\s+page)?|[>›»]{1,2})\s*$/i;

/** Numbers and signs before a name, and those behind it, where a bracket closes it. */
const before = /^[\d·.。，,、:：/\-—_|>›»【】（）()[\]]+/;
const behind = /[\d·.。，,、:：/\-—_|>›»【】（([]/;

const withoutEdges = (text: string): string => {
  const start = text.replace(before, '');
  let end = start.length;
  while (end > 0 && behind.test(start.charAt(end - 1))) end--;
  return start.slice(0, end);
};

/** What is left of a title without year, kind and brackets: the name of a body, where there is one. */
const bodyIn = (text: string): string | null => {
  const rest = withoutEdges(
    text
      .replace(/\.(?:pdf|ofd|docx?|xlsx?)\s*$/i, '')
      .replace(/[（(【〔［[]?(?:19|20)\d{2}\s*年?度?[）)】〕］\]]?/g, '')
      .replace(
        /(?:政府)?信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)?|年度报告|年报|关于|公布|发布/g,
        '',
      )
      .replace(/\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/g, '')
      .replace(/[\s《》“”]+/g, ''),
  );
  return rest.length >= 2 && rest.length <= 40 ? rest : null;
};

/** The line that a link stands in, where it is short enough to speak of this link alone. */
const lineOf = (link: Element): string => {
  const line = link.closest('li, tr, dd, p')?.textContent ?? '';
  return line.length <= 120 ? line : '';
};

const resolved = (address: string, base: string): URL | null =>
  URL.canParse(address, base) ? new URL(address, base) : null;

/**
 * Those of the page's own site, in the order of the page.
 *
 * @param page may be one that was fetched, and stands nowhere.
 * @param base its address.
 * @param origin the site from which alone anything is fetched.
 */
export const linkedReports = (page: Document, base: string, origin: string): Link[] => {
  const heading = `${page.title} ${page.querySelector('h1, h2')?.textContent ?? ''}`;
  const isColumn = named.test(heading) && /年报|年度报告/.test(heading);
  const found = new Map<string, Link>();
  const self = base.replace(/#.*/s, '');
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const text = (link.getAttribute('title') || link.textContent || '').replace(/\s+/g, ' ').trim();
    const looks = named.test(text) ? report.test(text) : report.test(text) && !other.test(text);
    if (!looks && !(isColumn && (onlyYear.test(text) || (year.test(text) && file.test(text))))) continue;
    // The column itself, named by its menu.
    if (!year.test(text) && !year.test(lineOf(link)) && bodyIn(text) === null) continue;
    const url = resolved(link.getAttribute('href') ?? '', base);
    if (!url || !/^https?:$/.test(url.protocol) || url.origin !== origin) continue;
    url.hash = '';
    if (url.href === self || found.has(url.href)) continue;
    const stated = year.exec(text)?.[1] ?? (looks ? year.exec(lineOf(link))?.[1] : undefined);
    found.set(url.href, {
      url: url.href,
      name: text.slice(0, 120),
      body: bodyIn(text),
      year: stated === undefined ? null : Number(stated),
      kind: file.exec(url.pathname)?.[1]?.toLowerCase() ?? 'html',
    });
    if (found.size >= mostLinks) break;
  }
  return [...found.values()];
};

/** The address of the next page of the list, on the same site. */
export const nextPageOf = (page: Document, base: string, origin: string): string | null => {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (!nextPage.test(link.textContent ?? '')) continue;
    const url = resolved(link.getAttribute('href') ?? '', base);
    if (url && /^https?:$/.test(url.protocol) && url.origin === origin && url.href !== base) return url.href;
  }
  return null;
};
