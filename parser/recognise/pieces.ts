import type { Form, FormTable } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import type { Slot } from '../source/blocks.ts';
import type { Fragment } from './fragment.ts';

/** Pieces of one table of the form that stand in several tables of the source, and whether they are surely those of one. */

type Unsure = Extract<Issue, { code: 'pieces_unsure' }>;

/** First and last row of the form that a piece prints, bound or only recognised; null where it prints none. */
const spanOf = (
  { bindings, unread }: Fragment,
  order: readonly string[],
): { rows: Set<string>; first: number; last: number } | null => {
  const rows = new Set([...bindings.map(({ row }) => row), ...unread]);
  const places = [...rows].map((row) => order.indexOf(row));
  return rows.size === 0 ? null : { rows, first: Math.min(...places), last: Math.max(...places) };
};

const slotOf = ({ bindings, issues, table }: Fragment): Slot =>
  bindings[0]?.cell.slot ??
  issues.flatMap((issue) => ('slot' in issue ? [issue.slot] : []))[0] ?? { table, row: 0, column: 0 };

const unsureOf = (
  table: FormTable,
  fragments: readonly Fragment[],
): { slot: Slot; repeated: boolean } | null => {
  const order = table.bands.flatMap((band) => band.rows.map(({ id }) => id));
  const before = new Set<string>();
  let last = -1;
  let disordered: Slot | null = null;
  for (const fragment of fragments) {
    const span = spanOf(fragment, order);
    if (!span) continue;
    if ([...span.rows].some((row) => before.has(row))) return { slot: slotOf(fragment), repeated: true };
    // Bands are tables of their own in many reports, in whatever order.
    if (table.bands.length === 1 && span.first < last) disordered ??= slotOf(fragment);
    for (const row of span.rows) before.add(row);
    last = Math.max(last, span.last);
  }
  return disordered && { slot: disordered, repeated: false };
};

/** Tables of a report whose pieces come in another order than on the form, or print a row again. */
type UnsurePieces = {
  issues: Unsure[];
  /** Those that print a row again: it is not sure of which report each piece is. */
  repeated: ReadonlySet<string>;
};

export const unsurePieces = (form: Form, fragments: readonly Fragment[]): UnsurePieces => {
  const issues: Unsure[] = [];
  const repeated = new Set<string>();
  for (const table of form.tables) {
    const own = fragments.filter(({ tableId }) => tableId === table.id);
    const unsure = own.length > 1 ? unsureOf(table, own) : null;
    if (!unsure) continue;
    issues.push({ code: 'pieces_unsure', table: table.id, slot: unsure.slot });
    if (unsure.repeated) repeated.add(table.id);
  }
  return { issues, repeated };
};
