import type { Form } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import { emptyFragment, type Fragment } from './fragment.ts';

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
export const isExcerptOf = (fragment: Fragment, others: readonly Fragment[], form: Form): boolean =>
  (!isWhole(fragment, form) && others.every((one) => isWhole(one, form))) ||
  (fragment.alike > 0 && others.every((one) => fragment.bindings.length * 2 <= one.bindings.length));

/** What is left of a table that only quotes rows which the report has whole elsewhere: that it was not read. */
export const asExcerpt = (fragment: Fragment): Fragment => {
  const { tableId, bindings } = fragment;
  const issues = bindings
    .slice(0, 1)
    .map(({ cell }): Issue => ({ code: 'table_excerpt', table: tableId, slot: cell.slot }));
  return { ...emptyFragment(tableId, fragment.table, []), issues };
};
