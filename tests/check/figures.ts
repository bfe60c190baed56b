import type { Fact } from '../../parser/extraction.ts';
import type { Form } from '../../parser/forms/schema.ts';
import { expectedRows } from '../../parser/recognise/facts.ts';
import { readFigure } from '../../parser/text/value.ts';

/** `table.row.column` → the text printed in that cell; null takes the cell away. */
export type Printed = Readonly<Record<string, string | number | null>>;

export const factOf = (ref: string, raw: string): Fact => {
  const figure = readFigure(raw);
  return {
    ref,
    raw,
    unit: null,
    slot: { table: 0, row: 0, column: 0 },
    state: figure.state,
    value: figure.state === 'number' ? figure.value : null,
  };
};

/** Refs of every cell that a report on this form must print, in order. */
export const refsOf = (form: Form): string[] =>
  form.tables.flatMap((table) => {
    const expected = expectedRows(table, new Set());
    return table.bands.flatMap((band) =>
      band.rows
        .filter((row) => expected.has(row.id))
        .flatMap((row) => band.columns.map((column) => `${table.id}.${row.id}.${column.id}`)),
    );
  });

/** A report with `rest` in every cell but those named. Cells that the form does not have come last. */
export const reportOf = (form: Form, printed: Printed, rest = '0'): Fact[] => {
  const known = refsOf(form);
  return [...known, ...Object.keys(printed).filter((ref) => !known.includes(ref))].flatMap((ref) => {
    const raw = ref in printed ? printed[ref] : rest;
    return raw === null || raw === undefined ? [] : [factOf(ref, String(raw))];
  });
};

/** Cells of one row of table four, in the order 维持 纠正 其他 未审结 总计. */
export const route = (row: string, ...texts: (string | number | null)[]): Printed =>
  Object.fromEntries(
    ['upheld', 'corrected', 'other', 'pending', 'total'].map((column, at) => [
      `review_litigation.${row}.${column}`,
      texts[at] ?? null,
    ]),
  );
