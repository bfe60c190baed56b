import type { FormTable } from '../forms/schema.ts';
import type { TableBlock } from '../source/blocks.ts';
import { isBlank, isWording, type KeyedRow, type KeyedSheet, keyedSheet } from '../table/keyed-sheet.ts';
import { lexiconFor, nameAllColumns, named, type TableLexicon } from './lexicon.ts';
import { isLine, isTotal } from './line-parts.ts';

/** Does a sheet hold all headings of such a table, and no figure? */
const isBoxheadAlone = ({ rows }: KeyedSheet, lexicon: TableLexicon): boolean => {
  const cells = rows.flatMap((row) => (row.hidden ? [] : row.cells));
  return cells.every((cell) => isBlank(cell) || isWording(cell)) && nameAllColumns(cells, lexicon);
};

/** Cells of a table that holds lines of figures only: those of several lines. */
const mostCells = 100;

/**
 * Headings in a table of their own and the line of figures in the next, as one sheet: so they stand where the headings stay in view
 * while the figures are scrolled. Each cell keeps the slot that it has in its own table.
 *
 * @param like the tables of forms whose headings they may be.
 * @returns null where the two are anything else.
 */
export const withLineBelow = (
  above: KeyedSheet,
  like: Iterable<FormTable>,
  below: TableBlock,
): KeyedSheet | null => {
  if (above.table.geometry === 'sequence' || above.table.index !== below.index - 1) return null;
  if (below.rows.reduce((cells, row) => cells + row.cells.length, 0) > mostCells) return null;
  for (const table of like) {
    const lexicon = lexiconFor(table);
    if (table.bands.length > 1 || !isBoxheadAlone(above, lexicon)) continue;
    const columns = lexicon.bands[0]?.columns ?? [];
    const isHeading = (row: KeyedRow): boolean =>
      row.cells.some((cell) => named(columns, cell) && !isTotal(cell));
    const { rows, problems } = keyedSheet(below);
    if (problems.length === 0 && rows.some((row) => isLine(row, lexicon)) && !rows.some(isHeading))
      return { ...above, rows: [...above.rows, ...rows] };
  }
  return null;
};
