import type { Issue } from '../issue.ts';
import type { Block, Slot, TableBlock } from '../source/blocks.ts';
import { numberColumns } from '../table/counting.ts';
import type { KeyedCell } from '../table/keyed-sheet.ts';
import { ordinalHeadings } from '../table/ordinals.ts';
import { readFigure } from '../text/value.ts';
import type { Fragment } from './fragment.ts';

/**
 * Accounts of the figures that a recognised table prints: each is bound to a cell of the form or of a row of the body's own, stands in a
 * row that an issue names, or is told here. What a table prints and nobody answers for may belong to any of its sums.
 */

/** So many figures are quoted of those that are left over. */
const mostQuoted = 10;

/** 7. or （7） or ⑦ before a label numbers it. */
const numbering = /^(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、)）]|\p{No})$/u;

const isFigure = ({ own, figure, key, text }: KeyedCell): boolean =>
  own &&
  (figure.state === 'number' ||
    (figure.state === 'unreadable' && key === '' && /\d/.test(text) && !numbering.test(text)));

/** A number of its own for each place of a page. */
const placeOf = ({ table, row, column }: Slot): number => (table * 0x1_0000 + row) * 0x1_0000 + column;

/** Rows, and rows from which on, that an issue names as not read. */
const namedBy = (issues: readonly Issue[]): ((slot: Slot) => boolean) => {
  const rows = new Set<string>();
  const from: Slot[] = [];
  for (const issue of issues) {
    switch (issue.code) {
      case 'row_in_doubt':
      case 'row_repeated':
      case 'cells_dropped':
        rows.add(`${issue.slot.table} ${issue.slot.row}`);
        break;
      case 'columns_unknown':
        from.push(issue.slot);
        break;
    }
  }
  return ({ table, row }) =>
    rows.has(`${table} ${row}`) || from.some((slot) => slot.table === table && slot.row <= row);
};

/** Figures of a fragment's table that are neither bound nor named, in the order of the table; numbers that count rows or columns are none. */
const leftOver = ({ rows, bindings, extras, issues }: Fragment): KeyedCell[] => {
  const bound = new Set(
    [...bindings, ...extras.flatMap((extra) => extra.bindings)].map(({ cell }) => placeOf(cell.slot)),
  );
  const isNamed = namedBy(issues);
  const left = rows.flatMap(({ cells, hidden }) => {
    const figures = hidden ? [] : cells.filter(isFigure);
    return numberColumns(figures.map(({ text }) => text))
      ? []
      : figures.filter((cell) => !bound.has(placeOf(cell.slot)) && !isNamed(cell.slot));
  });
  if (left.length === 0) return left;
  const ordinal = new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (ordinalHeadings.has(cell.key) ? [cell.column] : [])),
    ),
  );
  return left.filter((cell) => !ordinal.has(cell.column));
};

/** What a fragment leaves over, as an issue. */
const unaccounted = (fragment: Fragment): Issue[] => {
  const cells = leftOver(fragment);
  const [first] = cells;
  if (!first) return [];
  return [
    {
      code: 'figures_unaccounted',
      table: fragment.tableId,
      figures: cells.slice(0, mostQuoted).map(({ text }) => text),
      count: cells.length,
      slot: first.slot,
    },
  ];
};

/** The figures of a table in which nothing of the form was recognised. */
const unaccountedIn = (tableId: string, block: TableBlock): Issue[] => {
  const cells = block.rows.flatMap((row) =>
    row.hidden
      ? []
      : row.cells.filter(({ text, obscured }) => !obscured && readFigure(text).state === 'number'),
  );
  // A table of one cell is laid out within a cell of the one before.
  if (cells.length === 0 || block.rows.every((row) => row.cells.length < 2)) return [];
  return [
    {
      code: 'figures_unaccounted',
      table: tableId,
      figures: cells.slice(0, mostQuoted).map(({ text }) => text),
      count: cells.length,
      slot: { table: block.index, row: 0, column: 0 },
    },
  ];
};

/** Ordinals of the tables that a fragment was read from. */
const tablesOf = ({ table, rows }: Fragment): number[] => [
  table,
  ...rows.flatMap(({ cells }) => cells.slice(0, 1).map(({ slot }) => slot.table)),
];

/**
 * The same fragments, each telling which figures of its table are not accounted for, and those of tables right behind it, with no text
 * between, in which nothing of the form was recognised: they may be the rest of it.
 *
 * @param all of the source, also those of other reports.
 */
export const accounted = (
  fragments: readonly Fragment[],
  all: readonly Fragment[],
  blocks: readonly Block[],
): Fragment[] => {
  const read = new Set(all.flatMap(tablesOf));
  const places = new Map(
    blocks.flatMap((block, place) => (block.kind === 'table' ? [[block.index, place] as const] : [])),
  );
  const lastOf = new Map(fragments.map((fragment) => [fragment.table, fragment]));
  return fragments.map((fragment) => {
    const issues = [...fragment.issues, ...unaccounted(fragment)];
    let place = Math.max(...tablesOf(fragment).map((table) => places.get(table) ?? blocks.length)) + 1;
    for (
      let block = blocks[place];
      block?.kind === 'table' && !read.has(block.index);
      block = blocks[++place]
    )
      if (lastOf.get(fragment.table) === fragment) issues.push(...unaccountedIn(fragment.tableId, block));
    return { ...fragment, issues };
  });
};
