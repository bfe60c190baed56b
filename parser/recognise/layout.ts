import type { FormTable } from '../forms/schema.ts';
import type { Issue } from '../issue.ts';
import type { Slot } from '../source/blocks.ts';
import { numberColumns } from '../table/counting.ts';
import { isWording, type KeyedCell, type KeyedRow, type KeyedSheet } from '../table/keyed-sheet.ts';
import type { Fragment } from './fragment.ts';
import type { Boxhead } from './leaf.ts';

/**
 * What was read of a table, remembered by its layout: of thousands of pages that the same systems wrote, hardly anything differs but the figures, and
 * where each of them belongs was found out before.
 */

/** What a table of a form finds in a sheet: its cells, and the headings that hold for a table below. */
export type FoundInSheet = { fragment: Fragment | null; headings: StandingHeadings | null };

/** Headings that stood above rows, by their band, and those at the end of a table. */
type StandingHeadings = { boxheads: ReadonlyMap<number, Boxhead>; left: readonly KeyedRow[] };

const isCount = ({ cells }: KeyedRow): boolean =>
  numberColumns(cells.flatMap(({ figure, text }) => (figure.state === 'number' ? [text] : [])));

const signOf = { number: 'n', blank: 'b', mark: 'm', unreadable: 'u' } as const;

/**
 * All of a sheet from which it follows where its figures belong: words, spans and places, and of a figure that it is one. Null where the source lost
 * its columns, and a row may be cut within.
 */
export const layoutOf = ({ table, rows }: KeyedSheet): string | null => {
  if (table.geometry !== 'grid') return null;
  const layout: (string | number)[] = [table.index];
  for (const row of rows) {
    layout.push(row.hidden ? '\n-' : isCount(row) ? '\n#' : '\n');
    for (const { text, key, figure, slot, column, width, height, own } of row.cells) {
      layout.push(key === '' ? signOf[figure.state] : `:${text.length}:${text}`, column);
      if (width !== 1 || height !== 1) layout.push('x', width, 'x', height);
      if (!own || slot.column !== column || slot.row !== row.index || slot.table !== table.index)
        layout.push(own ? '=' : '^', slot.table, '.', slot.row, '.', slot.column);
    }
  }
  return layout.join('');
};

/** A cell by its row, and its place in that row. */
type CellPosition = readonly [row: number, cell: number];

/** `places` are those of its cells, in the order of `cellsOf`; `left` are the rows of the headings at its end. */
type Remembered = { found: FoundInSheet; places: readonly CellPosition[]; left: readonly number[] };

const cellsOf = ({ bindings, extras }: Fragment): KeyedCell[] =>
  [...bindings, ...extras.flatMap((extra) => extra.bindings)].map(({ cell }) => cell);

/** The same fragment with the cells of another sheet. */
const withCells = (
  fragment: Fragment,
  { table, rows }: Pick<Fragment, 'table' | 'rows'>,
  cells: readonly (KeyedCell | undefined)[],
): Fragment => {
  let at = 0;
  const next = <B extends { cell: KeyedCell }>(binding: B): B => ({
    ...binding,
    cell: cells[at++] ?? binding.cell,
  });
  const bindings = fragment.bindings.map(next);
  const extras = fragment.extras.map((extra) => ({ ...extra, bindings: extra.bindings.map(next) }));
  return { ...fragment, table, rows, bindings, extras };
};

/** Tables below may find out more about the headings that hold for them. */
const ownHeadings = (headings: StandingHeadings | null, left: readonly KeyedRow[]): StandingHeadings | null =>
  headings && {
    boxheads: new Map([...headings.boxheads].map(([band, boxhead]) => [band, { ...boxhead }])),
    left,
  };

const placeName = ({ table, row, column }: Slot): string => `${table} ${row} ${column}`;

/** What may be said again of a sheet with other figures; null where that is not sure. */
const rememberedOf = ({ fragment, headings }: FoundInSheet, { rows }: KeyedSheet): Remembered | null => {
  const left = headings?.left.map((row) => rows.indexOf(row)) ?? [];
  if (left.includes(-1)) return null;
  const kept = ownHeadings(headings, []);
  if (!fragment) return { found: { fragment, headings: kept }, places: [], left };
  if (fragment.lines.length > 0) return null;
  const placeOf = new Map<KeyedCell, CellPosition>();
  const words = new Set<string>();
  for (const [row, { cells }] of rows.entries())
    for (const [at, cell] of cells.entries()) {
      placeOf.set(cell, [row, at]);
      if (isWording(cell)) words.add(placeName(cell.slot));
    }
  // An issue at a figure may quote it.
  const isOfWords = (issue: Issue): boolean =>
    'slot' in issue && issue.slot !== undefined && words.has(placeName(issue.slot));
  const cells = cellsOf(fragment);
  const places = cells.flatMap((cell) => {
    const place = placeOf.get(cell);
    return place ? [place] : [];
  });
  if (places.length < cells.length || !fragment.issues.every(isOfWords)) return null;
  return { found: { fragment: { ...fragment, rows: [] }, headings: kept }, places, left };
};

const foundAgain = ({ found, places, left }: Remembered, { table, rows }: KeyedSheet): FoundInSheet => {
  const cells = places.map(([row, at]) => rows[row]?.cells[at]);
  const headings = left.flatMap((row) => rows[row] ?? []);
  return {
    fragment: found.fragment && withCells(found.fragment, { table: table.index, rows }, cells),
    headings: ownHeadings(found.headings, headings),
  };
};

/** The layouts of some sites, since folders are read site by site. Each takes some thirty kilobytes. */
const mostRemembered = 32;

const memories = new WeakMap<FormTable, Map<string, Remembered>>();

/**
 * What a table of a form finds in a sheet: as it was found before in one of the same layout, or by `read`.
 * @param layout of the sheet, with whatever else is read; null where it is to be read in any case.
 */
export const remembering = (
  table: FormTable,
  sheet: KeyedSheet,
  layout: string | null,
  read: () => FoundInSheet,
): FoundInSheet => {
  if (layout === null) return read();
  let memory = memories.get(table);
  if (!memory) {
    memory = new Map();
    memories.set(table, memory);
  }
  const known = memory.get(layout);
  if (known) return foundAgain(known, sheet);
  const found = read();
  const remembered = rememberedOf(found, sheet);
  if (remembered) {
    if (memory.size >= mostRemembered) memory.clear();
    memory.set(layout, remembered);
  }
  return found;
};
