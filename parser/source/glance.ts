import type { SourceDocument } from './blocks.ts';

/**
 * Characters of which a report, and every page that shares its headings, prints at least one: 纠正, 勾稽, 掌握, 诉讼, 废止. Single
 * ones, since Word cuts words into spans; rare ones, since most pages of a site hold no report.
 */
const signs = ['纠', '糾', '稽', '掌', '讼', '訟', '废', '廢', '半年', '季度'];

const references = /&#(?:x[4-9a-f]|[2-6]\d{4})/i;

/** Is Chinese written as character references? Most pages have none at all, and two plain characters are found at once. */
const hasReferences = (html: string): boolean => html.includes('&#') && references.test(html);

/** A short page is read sooner than looked over. */
const short = 10_000;

/** Could this page hold a report, or a reason why it holds none? Looks for single characters in the source as it is. */
export const mayHoldReport = (html: string): boolean =>
  html.length < short || signs.some((sign) => html.includes(sign)) || hasReferences(html);

/** What is said of a page that was only glanced at: how many tables it has, none of them a report's. */
export const withoutReport = (html: string): SourceDocument => {
  let tables = 0;
  for (const _ of html.matchAll(/<table[\s>]/gi)) tables++;
  return {
    title: null,
    metas: [],
    blocks: [],
    issues: [tables === 0 ? { code: 'no_tables' } : { code: 'no_report', tables }],
  };
};
