import type { SourceDocument } from './blocks.ts';
import { lengthOf, type PageText } from './page-text.ts';

/** Words of a notice on part of a year, which is no report and told as what it is. */
const partOfYear = ['半年', '季度'];

const references = /&#(?:x[4-9a-f]|[2-6]\d{4})/i;

/** Is Chinese written as character references? Most pages have none at all, and two plain characters are found at once. */
const hasReferences = (html: string): boolean => html.includes('&#') && references.test(html);

/** A short page is read sooner than looked over. */
const short = 10_000;

/**
 * Could this page hold a report, or a reason why it holds none? Looks for single characters in the source as it is.
 *
 * @param signs characters of which every page with a report prints one; null where there are none to go by.
 */
export const mayHoldReport = (html: PageText, signs: readonly string[] | null): boolean =>
  lengthOf(html) < short ||
  signs === null ||
  signs.some((sign) => html.some((piece) => piece.includes(sign))) ||
  partOfYear.some((word) => html.some((piece) => piece.includes(word))) ||
  html.some(hasReferences);

/** What is said of a page that was only glanced at: how many tables it has, none of them a report's. */
export const withoutReport = (html: PageText): SourceDocument => {
  let tables = 0;
  for (const piece of html) for (const _ of piece.matchAll(/<table[\s>]/gi)) tables++;
  return {
    title: null,
    metas: [],
    blocks: [],
    issues: [tables === 0 ? { code: 'no_tables' } : { code: 'no_report', tables }],
  };
};
