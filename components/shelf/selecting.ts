import { useEffect, useMemo, useState } from 'preact/hooks';
import { forms } from '../../parser/forms/registry.ts';
import { filtered, type ListEntry, noFilter, ordered, type ShelfFilter, type ShelfOrder } from './listing.ts';
import { formOfRow, type ShelfRow } from './row.ts';

/** The rows of the shelf, null until they are there. */
type Rows = readonly ShelfRow[] | null;

type Listing = {
  filter: ShelfFilter;
  setFilter: (filter: ShelfFilter) => void;
  order: ShelfOrder;
  setOrder: (order: ShelfOrder) => void;
  /** All that is kept, in order. */
  all: readonly ListEntry[];
  /** Those that the filter lets through. */
  entries: readonly ListEntry[];
};

/** What is listed of the shelf, and in which order. */
export const useListing = (rows: Rows): Listing => {
  const [filter, setFilter] = useState<ShelfFilter>(noFilter);
  const [order, setOrder] = useState<ShelfOrder>('authority');
  const all = useMemo(() => ordered(rows ?? [], order), [rows, order]);
  const entries = useMemo(() => filtered(all, filter), [all, filter]);
  return { filter, setFilter, order, setOrder, all, entries };
};

/** The years and forms that rows are of, the latest year first; pages of tables go by `tables`. */
export const useKinds = (rows: Rows, tables: string) => {
  const years = useMemo(
    () => [...new Set(rows?.flatMap(({ year }) => year ?? []))].sort((a, b) => b - a),
    [rows],
  );
  const used = useMemo(() => {
    const ids = new Set(rows?.map(formOfRow));
    return [...forms, { id: 'tables', issuedAs: tables }]
      .filter(({ id }) => ids.has(id))
      .map(({ id, issuedAs }) => ({ id, issuedAs }));
  }, [rows, tables]);
  return { years, forms: used };
};

type Selection = {
  selection: ReadonlySet<string>;
  select: (ids: readonly string[], chosen: boolean) => void;
  clear: () => void;
};

/** Which rows are selected. */
export const useSelection = (rows: Rows): Selection => {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  // What is not on the shelf any more cannot stay selected.
  useEffect(() => {
    const there = new Set(rows?.map(({ id }) => id));
    setSelection((before) => {
      const kept = [...before].filter((id) => there.has(id));
      return kept.length === before.size ? before : new Set(kept);
    });
  }, [rows]);
  const select = (ids: readonly string[], chosen: boolean): void =>
    setSelection((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (chosen) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  return { selection, select, clear: () => setSelection(new Set()) };
};
