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

/**
 * A fragment read in the transposed table, turned back. A lone row makes no such table: it is the last heading of a line with what is
 * left of its figures, where the source has lost its rows and its blank cells.
 */
export const turnBack = (fragment: Fragment): Fragment => {
  const isTable = new Set(fragment.bindings.map(({ row }) => row)).size > 1;
  const turn = (binding: Binding): Binding => ({ ...binding, row: binding.column, column: binding.row });
  return { ...fragment, bindings: isTable ? fragment.bindings.map(turn) : [], extras: [] };
};
