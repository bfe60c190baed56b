import type { Range } from './sheet.ts';

/** Cells and ranges by their names (ECMA-376 part 1, 18.18.62, 18.18.63). */

/** Sheets have no more rows and columns (Excel, specifications and limits). */
export const last = { row: 1_048_575, column: 16_383 };

/** `B12` as row 11, column 1; null for anything else. */
export const placeOf = (ref: string): { row: number; column: number } | null => {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(ref);
  if (!parts) return null;
  let column = 0;
  for (const letter of (parts[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(parts[2]) - 1;
  return row < 0 || row > last.row || column - 1 > last.column ? null : { row, column: column - 1 };
};

export const rangeOf = (ref: string): Range | null => {
  const [from = '', to = from] = ref.split(':');
  const [start, end] = [placeOf(from), placeOf(to)];
  return start && end ? { top: start.row, left: start.column, bottom: end.row, right: end.column } : null;
};

/** The ranges of a list of them. */
export const rangesOf = (refs: string): Range[] => refs.split(/\s+/).flatMap((ref) => rangeOf(ref) ?? []);
