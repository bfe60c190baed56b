import type { PageBlock, PrintedCell, PrintedTable } from './printed.ts';

/** The same page with its tables changed. */
export const mapTables = (
  blocks: readonly PageBlock[],
  change: (rows: PrintedTable, at: number) => PrintedTable,
): PageBlock[] => {
  let at = -1;
  return blocks.map((block) => {
    if (block.kind !== 'table') return block;
    at++;
    return { ...block, rows: change(block.rows, at) };
  });
};

/** The same page with its cells changed; null takes a cell out of its row. */
export const mapCells = (
  blocks: readonly PageBlock[],
  change: (cell: PrintedCell) => PrintedCell | null,
): PageBlock[] =>
  mapTables(blocks, (rows) =>
    rows.map((row) => ({ ...row, cells: row.cells.map(change).filter((cell) => cell !== null) })),
  );

/** The same page with labels printed otherwise. A label that is nowhere on the page is an error. */
export const relabelled = (
  blocks: readonly PageBlock[],
  wordings: Readonly<Record<string, string>>,
): PageBlock[] => {
  const missing = new Set(Object.keys(wordings));
  const changed = mapCells(blocks, (cell) => {
    const text = cell.lines.join('');
    const wording = wordings[text];
    if (cell.role !== 'label' || wording === undefined) return cell;
    missing.delete(text);
    return { ...cell, lines: wording.split('\n') };
  });
  if (missing.size > 0) throw new Error(`No such label: ${[...missing].join(', ')}`);
  return changed;
};
