import type { FormTable } from '../forms/schema.ts';
import type { Binding, Fragment } from './fragment.ts';

const turned = new WeakMap<FormTable, FormTable>();

/** The same table with its rows as columns: table four is sometimes printed so. */
export const transposed = (table: FormTable): FormTable => {
  const known = turned.get(table);
  if (known) return known;
  const made: FormTable = {
    ...table,
    bands: table.bands.map((band) => ({
      title: band.title,
      rows: band.columns.map(({ id, zh, en, aliases }) => ({ id, zh, en, ...(aliases ? { aliases } : {}) })),
      columns: band.rows.map((row) => ({ ...row, type: 'count' as const })),
    })),
  };
  turned.set(table, made);
  return made;
};

/** A fragment read in the transposed table, turned back. */
export const turnBack = (fragment: Fragment): Fragment => ({
  ...fragment,
  bindings: fragment.bindings.map(
    (binding): Binding => ({ ...binding, row: binding.column, column: binding.row }),
  ),
  extras: [],
});
