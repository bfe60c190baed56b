import type { CsvCell } from '../../parser/export/csv.ts';

/**
 * Rows as they go from a thread to the output: each text and number once, and the rows as places among them. The same few labels stand in
 * most rows of a report, and each text that crosses is made anew where it arrives.
 */
export type PackedRows = { width: number; values: CsvCell[]; places: Uint32Array<ArrayBuffer> };

/** @param width cells of each row. */
export const packRows = (rows: readonly (readonly CsvCell[])[], width: number): PackedRows => {
  const values: CsvCell[] = [];
  const known = new Map<CsvCell, number>();
  const places = new Uint32Array(rows.length * width);
  let at = 0;
  for (const row of rows)
    for (let column = 0; column < width; column++) {
      const cell = row[column] ?? null;
      let place = known.get(cell);
      if (place === undefined) {
        place = values.push(cell) - 1;
        known.set(cell, place);
      }
      places[at++] = place;
    }
  return { width, values, places };
};
