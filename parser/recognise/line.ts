import { isWording, type KeyedCell, type KeyedRow, type KeyedSheet } from '../table/keyed-sheet.ts';
import { pathsOver } from '../table/paths-over.ts';
import { labelKey } from '../text/label.ts';
import { type Assignment, assign } from './boxhead.ts';
import { emptyFragment, type Fragment } from './fragment.ts';
import { besideOf, foreignOf } from './further-columns.ts';
import { boxheadOf, type Leaf } from './leaf.ts';
import { type LabelEntry, named, type RowEntry, type TableLexicon } from './lexicon.ts';
import {
  figuresOf,
  type HeadedLine,
  headedLines,
  isFigure,
  partsOf,
  printedOf,
  storeysOf,
} from './line-parts.ts';
import { consistsOf } from './scattered.ts';

/** A heading over one figure: the outcome it names and the route that stands above it. */
type LineLeaf = Leaf & { route: RowEntry };

type OutcomeColumn = LabelEntry<{ id: string; zh: string }>;

/**
 * Reads a table whose figures all stand in one line under two storeys of headings, as table four does: five outcomes under each
 * of three routes. It may be cut into several tables, each with its own route, which may be named just before the table.
 *
 * @param announced the rows of the form that the wording before the table names.
 */
export const readLine = (
  sheet: KeyedSheet,
  lexicon: TableLexicon,
  announced: readonly RowEntry[],
): Fragment => {
  const fragment = emptyFragment(lexicon.table.id, sheet.table.index, sheet.rows);
  const shown = sheet.rows.filter((row) => !row.hidden);
  const sequence = sheet.table.geometry === 'sequence';
  const parts = sequence ? partsOf(shown) : storeysOf(shown, lexicon);
  for (const one of headedLines(parts, lexicon, sequence))
    readHeaded(one, lexicon, parts.length === 1 ? announced : [], sequence, fragment);
  return fragment;
};

/** Says that a line was not read. */
const doubt = (line: KeyedRow, { tableId, issues }: Fragment): void => {
  const first = line.cells.find((cell) => cell.own && isFigure(cell));
  if (first)
    issues.push({
      code: 'row_in_doubt',
      table: tableId,
      row: null,
      label: printedOf(line),
      slot: first.slot,
    });
};

/** Reads one line of figures with its headings and adds it to the fragment. */
const readHeaded = (
  { heading, line, rivals, others }: HeadedLine,
  lexicon: TableLexicon,
  announced: readonly RowEntry[],
  sequence: boolean,
  fragment: Fragment,
): void => {
  const { tableId, bindings, issues } = fragment;
  const columns: readonly OutcomeColumn[] = lexicon.bands[0]?.columns ?? [];
  const leaves = sequence
    ? inOfficialOrder(heading, columns, lexicon.rows, announced)
    : inGrid(heading, figuresOf(line).length, columns, lexicon, announced);
  if (leaves === null || isTorn(leaves, heading, line)) {
    const outcomes = heading.flatMap((row) => row.cells.filter((cell) => named(columns, cell)));
    const first = leaves?.[0]?.cell ?? outcomes[0];
    const found = leaves?.length ?? outcomes.length;
    fragment.exact += found;
    fragment.specific += found;
    for (const { label } of lexicon.rows) fragment.unread.add(label.id);
    if (first) issues.push({ code: 'columns_unknown', table: tableId, slot: first.slot });
    return;
  }
  if (leaves.length < columns.length - 1) {
    // Figures without headings of their own, below others that were read.
    if (bindings.length > 0) for (const one of [line, ...rivals, ...others]) doubt(one, fragment);
    return;
  }
  for (const other of others) doubt(other, fragment);
  fragment.exact += leaves.length;
  fragment.specific += leaves.filter((leaf) => leaf.cell.key.length >= 4).length;

  const whole = leaves.length === columns.length * new Set(leaves.map((leaf) => leaf.route)).size;
  const data = figuresOf(line);
  const wording = heading.flatMap((row) => row.cells.filter(isWording));
  const boxhead = { ...boxheadOf(leaves, whole ? [] : ['?', '?']), beside: besideOf(leaves, wording) };
  const foreign = foreignOf(leaves, boxhead.beside).filter(
    (cell) => !named(lexicon.rows, cell) && !named(columns, cell) && !lexicon.rowGroups.has(cell.key),
  );
  // One cell under each heading of the form leaves none for a further column: is that cell not there, or one before it?
  const assignment: Assignment =
    whole && !sequence && foreign.length > 0 && data.length === leaves.length
      ? { outcome: 'dropped', found: data.length, expected: leaves.length + foreign.length }
      : assign(data, boxhead, columns, sequence);
  if (assignment.outcome === 'dropped') {
    const { found, expected } = assignment;
    const slot = line.cells[0]?.slot;
    for (const { label } of new Set(leaves.map((leaf) => leaf.route))) {
      fragment.unread.add(label.id);
      if (slot)
        issues.push({
          code: 'cells_dropped',
          table: tableId,
          row: label.id,
          label: label.zh,
          found,
          expected,
          slot,
        });
    }
    return;
  }
  const before = new Set(bindings.map((binding) => binding.row));
  const repeated = new Map<string, KeyedCell>();
  const [rival] = rivals;
  assignment.cells.forEach(({ cell, doubt }, at) => {
    const leaf = leaves[at];
    if (!leaf) return;
    const row = leaf.route.label.id;
    if (before.has(row)) {
      if (!repeated.has(row)) repeated.set(row, leaf.cell);
      return;
    }
    bindings.push({ row, column: leaf.id, cell, doubt, unit: leaf.unit });
    const again = rival && figuresOf(rival)[at];
    if (again && !repeated.has(row)) repeated.set(row, again);
  });
  for (const [row, { slot }] of repeated) {
    const route = lexicon.rows.find(({ label }) => label.id === row)?.label.zh ?? row;
    const label = rival ? printedOf(rival) : route;
    issues.push({ code: 'row_repeated', table: tableId, row, label, slot });
    for (const binding of bindings) if (binding.row === row) binding.doubt = true;
  }
};

/**
 * Headings of a grid, column by column. Where spans are wrong or lost, so that an outcome stands twice under a route or not at
 * all, the order in which they are printed still tells them, as in a source without columns, if the line has a figure for each.
 *
 * @returns null where an outcome stands twice and nothing tells which is which.
 */
const inGrid = (
  heading: readonly KeyedRow[],
  figures: number,
  columns: readonly OutcomeColumn[],
  lexicon: TableLexicon,
  announced: readonly RowEntry[],
): LineLeaf[] | null => {
  const leaves = byColumn(heading, columns, lexicon, announced);
  const places = new Set(leaves.map((leaf) => `${leaf.route.label.id}.${leaf.id}`));
  const isSure = places.size === leaves.length;
  if (isSure && leaves.length === figures) return leaves;
  const own = heading.map((row) => ({ ...row, cells: row.cells.filter((cell) => cell.own) }));
  const printed = inOfficialOrder(own, columns, lexicon.rows, announced);
  if (printed !== null && printed.length > 0 && printed.length === figures) return printed;
  return isSure ? leaves : null;
};

/**
 * Reads the headings of a grid column by column, from the top: the lowest that names a route is the column's route, and the
 * words below it, taken together (结果 over 维持), name the outcome.
 */
const byColumn = (
  heading: readonly KeyedRow[],
  columns: readonly OutcomeColumn[],
  lexicon: TableLexicon,
  announced: readonly RowEntry[],
): LineLeaf[] => {
  const paths = pathsOver(heading);
  const alone = onlyRoute(
    paths.flatMap((path) => path.map(({ cell }) => cell)),
    lexicon.rows,
    announced,
  );
  const leaves: LineLeaf[] = [];
  const assumed = new Set<LineLeaf>();
  let last: KeyedCell | null = null;
  for (const path of paths) {
    let route: RowEntry | undefined;
    let below: KeyedCell[] = [];
    for (const { cell, own } of path) {
      const found = named(lexicon.rows, cell);
      if (found) {
        route = found;
        below = [];
      } else if (own && !lexicon.rowGroups.has(cell.key)) below.push(cell);
    }
    const cell = below.at(-1);
    const isNamed = route !== undefined;
    route ??= alone;
    const key = below.map((one) => one.key).join('');
    const column = cell && (columns.find(({ keys }) => keys.has(key)) ?? named(columns, cell));
    if (!cell || !route || !column || cell.slot === last?.slot) continue;
    last = cell;
    const leaf = { id: column.label.id, index: column.index, cell, unit: null, exact: true, route };
    leaves.push(leaf);
    if (!isNamed) assumed.add(leaf);
  }
  // Where the one route stands above outcomes of its own, the others belong to a route whose name is lost.
  const places = new Set(leaves.map((leaf) => `${leaf.route.label.id}.${leaf.id}`));
  return places.size === leaves.length ? leaves : leaves.filter((leaf) => !assumed.has(leaf));
};

/** The one route that headings name or, where none does, the wording before the table. */
const onlyRoute = (
  cells: readonly KeyedCell[],
  routes: readonly RowEntry[],
  announced: readonly RowEntry[],
): RowEntry | undefined => {
  const found = new Set(cells.flatMap((cell) => named(routes, cell) ?? []));
  const candidates = found.size > 0 ? [...found] : announced;
  return candidates.length === 1 ? candidates[0] : undefined;
};

/**
 * Headings of a source without columns. Each route must be named and each outcome must be printed once for every route: then
 * the line can only be in the order of the form.
 *
 * @returns null where they are printed in another order: nobody can say which figure is whose.
 */
const inOfficialOrder = (
  heading: readonly KeyedRow[],
  columns: readonly OutcomeColumn[],
  routes: readonly RowEntry[],
  announced: readonly RowEntry[],
): LineLeaf[] | null => {
  const wording = heading.flatMap((row) => row.cells.filter(isWording));
  const outcomes = wording.flatMap((cell) => {
    const column = named(columns, cell);
    return column ? [{ cell, column }] : [];
  });
  const printed = routes.filter((route) => wording.some((cell) => named(routes, cell) === route));
  const one = printed.length === 0 ? onlyRoute([], routes, announced) : undefined;
  const found = one ? [one] : printed;
  if (found.length === 0 || outcomes.length !== found.length * columns.length)
    return scattered(wording, columns, routes);
  const firsts = found.map((route) => wording.findIndex((cell) => named(routes, cell) === route));
  if (firsts.some((first, at) => first < (firsts[at - 1] ?? -1))) return null;
  if (outcomes.some(({ column }, at) => column.index !== at % columns.length)) return null;
  return found.flatMap((route, at) =>
    columns.flatMap((column): LineLeaf[] => {
      const heading = outcomes.filter((outcome) => outcome.column === column)[at];
      return heading
        ? [{ id: column.label.id, index: column.index, cell: heading.cell, unit: null, exact: true, route }]
        : [];
    }),
  );
};

/**
 * Do figures stand in one row with the pieces of headings that hardly one cell holds whole? Then the source has torn what stood
 * on one line, the headings as well as the figures, and nobody can say in which order these came.
 */
const isTorn = (leaves: readonly LineLeaf[], heading: readonly KeyedRow[], line: KeyedRow): boolean =>
  leaves.length > 1 &&
  leaves.every((leaf) => leaf.cell === leaves[0]?.cell) &&
  heading.at(-1)?.cells[0]?.slot.row === line.cells[0]?.slot.row;

/** Headings of which hardly one stands whole, but whose characters are those of all headings of the form. */
const scattered = (
  wording: readonly KeyedCell[],
  columns: readonly OutcomeColumn[],
  routes: readonly RowEntry[],
): LineLeaf[] => {
  const [cell] = wording;
  const names = routes.flatMap((route) => [route.label.zh, ...columns.map((column) => column.label.zh)]);
  const groups = new Set(routes.flatMap((route) => route.label.groups ?? []).map(labelKey));
  const keys = wording.map((one) => one.key);
  if (!cell || !consistsOf(keys, names, groups)) return [];
  return routes.flatMap((route) =>
    columns.map(({ label, index }) => ({ id: label.id, index, cell, unit: null, exact: true, route })),
  );
};
