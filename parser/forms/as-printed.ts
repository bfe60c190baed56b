import type { Form, FormTable, Identity } from './schema.ts';

/** A line of a table whose rows the form leaves open, as the body has called it. */
export type NamedLine = { table: string; row: string; label: string };

/** The id of the nth line, from 1, of a row that is printed once for each unit. */
export const lineId = (row: string, nth: number): string => `${row}_${nth}`;

/** The row of the form that a line stands for: `unit_2` is one of `unit`. */
export const rowOfLine = (line: string): string => line.replace(/_\d+$/, '');

const isOpen = ({ bands }: FormTable): boolean =>
  bands.some(
    ({ rows, columns }) =>
      rows.some((row) => row.repeats || row.optional) || columns.some((column) => column.optional),
  );

/** A sum with its terms as they are printed; null where one of its sides is not. */
const identityAsPrinted = (
  identity: Identity,
  terms: ReadonlyMap<string, readonly string[]>,
): Identity | null => {
  const side = (ids: readonly string[]): string[] => ids.flatMap((id) => terms.get(id) ?? []);
  const [left, right] = [side(identity.left), side(identity.right)];
  return left.length === 0 || right.length === 0 ? null : { ...identity, left, right };
};

/**
 * The form as one report prints it: a row that is printed once for each unit becomes the lines there are, and what a report may leave out is
 * not in it. A form that leaves nothing open is itself.
 *
 * @param refs of all cells that the report prints.
 * @param lines those of rows that are left open, in the order printed.
 */
export const formAsPrinted = (form: Form, refs: readonly string[], lines: readonly NamedLine[]): Form => {
  if (!form.tables.some(isOpen)) return form;
  const printed = refs.map((ref) => ref.split('.'));
  const terms = new Map<string, ReadonlyMap<string, readonly string[]>[]>();
  const tables = form.tables.map((table): FormTable => {
    const own = printed.filter(([name]) => name === table.id);
    const hasRow = (id: string): boolean => own.some(([, row]) => row === id);
    const hasColumn = (id: string): boolean => own.some(([, , column]) => column === id);
    const linesOf = (id: string): NamedLine[] =>
      lines.filter(({ table: name, row }) => name === table.id && rowOfLine(row) === id);
    const bands = table.bands.map((band) => ({
      ...band,
      columns: band.columns.filter(({ id, optional }) => !optional || hasColumn(id)),
      rows: band.rows.flatMap(({ repeats, ...row }) => {
        if (!repeats) return row.optional && !hasRow(row.id) ? [] : [row];
        return linesOf(row.id).map((line) => ({
          ...row,
          id: line.row,
          ...(line.label === '' ? {} : { zh: line.label, en: line.label }),
        }));
      }),
    }));
    const columns = new Map(bands.flatMap((band) => band.columns.map(({ id }) => [id, [id]] as const)));
    const rows = new Map<string, string[]>();
    for (const { id } of bands.flatMap((band) => band.rows)) {
      const row = lines.some((line) => line.row === id) ? rowOfLine(id) : id;
      rows.set(row, [...(rows.get(row) ?? []), id]);
    }
    terms.set(table.id, [columns, rows]);
    return { ...table, bands };
  });
  return {
    ...form,
    tables,
    identities: form.identities.flatMap((identity) => {
      const [columns, rows] = terms.get(identity.table) ?? [];
      return identityAsPrinted(identity, (identity.over === 'rows' ? columns : rows) ?? new Map()) ?? [];
    }),
  };
};
