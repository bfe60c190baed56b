import type { Form } from '../forms/schema.ts';
import { isWording, type KeyedRow, type KeyedSheet } from '../table/keyed-sheet.ts';
import { labelKey } from '../text/label.ts';
import { lexiconFor } from './lexicon.ts';

/** The rows of a sheet that belong to one table of the form; `tableId` is null where the sheet is not cut. */
export type Section = { tableId: string | null; sheet: KeyedSheet };

/** A row by chance named like one of another table does not make a section. One at the top may be what a page break has left. */
const leastRows = 2;

/** Made once for each list of forms. */
const owners = new WeakMap<readonly Form[], ReadonlyMap<string, string | null>>();

/** To which table of the forms each wording belongs; null for what stands in several, such as 总计. */
const ownersIn = (forms: readonly Form[]): ReadonlyMap<string, string | null> => {
  const before = owners.get(forms);
  if (before) return before;
  const made = new Map<string, string | null>();
  for (const table of forms.flatMap((form) => form.tables)) {
    const { rowIndex, columnKeys, groups } = lexiconFor(table);
    for (const key of [labelKey(table.title), ...rowIndex.keys(), ...columnKeys, ...groups]) {
      const owner = made.get(key);
      made.set(key, owner === undefined || owner === table.id ? table.id : null);
    }
  }
  owners.set(forms, made);
  return made;
};

/** The table of the form of which a row has wordings; null where it has none, or those of several. */
const tableOf = ({ cells, hidden }: KeyedRow, owner: ReadonlyMap<string, string | null>): string | null => {
  if (hidden) return null;
  const found = new Set(
    cells.flatMap((cell) =>
      cell.own && isWording(cell) ? (owner.get(cell.key) ?? owner.get(cell.head) ?? []) : [],
    ),
  );
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
};

/**
 * Cuts a sheet that holds several tables of the form, one below the other. A row without wordings of its own belongs to the
 * rows above it. Where the tables take turns, nobody can say what belongs together: the sheet stays whole.
 */
export const sectionsOf = (sheet: KeyedSheet, forms: readonly Form[]): Section[] => {
  const owner = ownersIn(forms);
  const runs: { tableId: string; from: number; rows: number }[] = [];
  sheet.rows.forEach((row, at) => {
    const tableId = tableOf(row, owner);
    if (tableId === null) return;
    const last = runs.at(-1);
    if (last?.tableId === tableId) last.rows++;
    else runs.push({ tableId, from: at, rows: 1 });
  });
  const starts = runs
    .filter(({ rows }, at) => at === 0 || rows >= leastRows)
    .filter(({ tableId }, at, all) => all[at - 1]?.tableId !== tableId);
  const ids = new Set(starts.map(({ tableId }) => tableId));
  if (starts.length < 2 || ids.size < starts.length) return [{ tableId: null, sheet }];
  return starts.map(({ tableId, from }, at) => {
    const first = at === 0 ? 0 : from;
    const end = starts[at + 1]?.from ?? sheet.rows.length;
    const problems = sheet.problems.filter(
      (problem) => !('row' in problem) || (first <= problem.row && problem.row < end),
    );
    return { tableId, sheet: { ...sheet, rows: sheet.rows.slice(first, end), problems } };
  });
};
