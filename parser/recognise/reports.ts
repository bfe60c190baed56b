import type { Form } from '../forms/schema.ts';
import { isUnderAnotherTitle } from '../imprint/identify.ts';
import type { Issue } from '../issue.ts';
import type { Block } from '../source/blocks.ts';
import { emptyFragment, type Fragment, refsOf } from './fragment.ts';

/** Tables that make one report, in document order, and the ordinals of their first and last block. */
type Span = { fragments: Fragment[]; from: number; to: number };

/** Does a table print some row of the form with all its columns? One that prints none so, but has the row and some columns, quotes the form. */
const isWhole = ({ tableId, bindings }: Fragment, form: Form): boolean => {
  const bands = form.tables.find(({ id }) => id === tableId)?.bands ?? [];
  return bands.some((band) =>
    band.rows.some((row) => {
      const columns = new Set(bindings.flatMap((one) => (one.row === row.id ? [one.column] : [])));
      return columns.size === band.columns.length;
    }),
  );
};

/**
 * Is a table an excerpt of others that print the same rows? Either it has none of its rows whole, or it is much smaller and a row
 * of it is like one of the form only by its words (党组规范性文件).
 */
const isExcerptOf = (fragment: Fragment, others: readonly Fragment[], form: Form): boolean =>
  (!isWhole(fragment, form) && others.every((one) => isWhole(one, form))) ||
  (fragment.alike > 0 && others.every((one) => fragment.bindings.length * 2 <= one.bindings.length));

/** What is left of a table that only quotes rows which the report has whole elsewhere: that it was not read. */
const asExcerpt = (fragment: Fragment): Fragment => {
  const { tableId, bindings } = fragment;
  const issues = bindings
    .slice(0, 1)
    .map(({ cell }): Issue => ({ code: 'table_excerpt', table: tableId, slot: cell.slot }));
  return { ...emptyFragment(tableId, fragment.table, []), issues };
};

/** Is this enough to be called a report, rather than a table that shares a few words with one? */
const isReport = (fragments: readonly Fragment[]): boolean =>
  fragments.some((fragment) => fragment.exact + fragment.alike >= 6 || fragment.bindings.length >= 15);

/**
 * The reports that the tables of a form make up. They are cut where the title of another report stands between, and where a table begins that
 * the report already has: a page may hold two reports. A table that only quotes some figures of another, above or below it, is no second
 * report.
 */
export const reportsIn = (
  found: readonly { fragment: Fragment; block: number }[],
  form: Form,
  blocks: readonly Block[],
): Span[] => {
  const reports: Span[] = [];
  for (const { fragment, block } of found) {
    const refs = new Set(refsOf(fragment));
    const last = reports.at(-1);
    const repeats = (earlier: Fragment): boolean => refsOf(earlier).some((ref) => refs.has(ref));
    const earlier = last?.fragments.filter(repeats) ?? [];
    if (!last || isUnderAnotherTitle(blocks, form, last.to, block))
      reports.push({ fragments: [fragment], from: block, to: block });
    else if (earlier.length === 0) {
      last.fragments.push(fragment);
      last.to = block;
    } else if (isExcerptOf(fragment, earlier, form)) {
      last.fragments.push(asExcerpt(fragment));
      last.to = block;
    } else if (earlier.every((one) => isExcerptOf(one, [fragment], form))) {
      if (earlier.length === last.fragments.length) last.from = block;
      last.fragments = last.fragments.map((one) => (earlier.includes(one) ? asExcerpt(one) : one));
      last.fragments.push(fragment);
      last.to = block;
    } else reports.push({ fragments: [fragment], from: block, to: block });
  }
  return reports.filter(({ fragments }) => isReport(fragments));
};
