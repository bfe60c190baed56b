import { checkIdentities } from '../../parser/check/identities.ts';
import type { Check, Fact } from '../../parser/extraction.ts';
import type { Form } from '../../parser/forms/schema.ts';

/** Facts of every cell of a form: 0, but for the cells given. A string that is no number is kept as the cell's text. */
export const factsWith = (form: Form, cells: Readonly<Record<string, number | string>>): Fact[] =>
  form.tables.flatMap((table, at) =>
    table.bands.flatMap((band) =>
      band.rows
        .filter((row) => row.insteadOf === undefined)
        .flatMap((row, rowAt) =>
          band.columns.map((column, columnAt): Fact => {
            const ref = `${table.id}.${row.id}.${column.id}`;
            const content = cells[ref] ?? 0;
            return {
              ref,
              value: typeof content === 'number' ? content : null,
              state: typeof content === 'number' ? 'number' : content === '' ? 'blank' : 'unreadable',
              raw: String(content),
              unit: null,
              slot: { table: at, row: rowAt, column: columnAt },
            };
          }),
        ),
    ),
  );

/** The real checks of a form filled like that. */
export const checksWith = (form: Form, cells: Readonly<Record<string, number | string>>): Check[] =>
  checkIdentities(form, factsWith(form, cells));

export const checkOf = (checks: readonly Check[], id: string): Check => {
  const found = checks.find((check) => check.id === id);
  if (!found) throw new Error(`No check ${id}. There are: ${checks.map((check) => check.id).join(' ')}`);
  return found;
};
