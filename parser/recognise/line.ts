import type { Issue } from '../issue.ts';
import { assign, type Leaf } from './boxhead.ts';
import type { Binding, Fragment } from './fragment.ts';
import type { Lexicon, RowEntry } from './lexicon.ts';
import { isWording, type Sheet, type SheetCell } from './sheet.ts';

/** A heading over one figure: the outcome it names and the route that stands above it. */
type LineLeaf = Leaf & { route: RowEntry };

const matches = (entry: { keys: ReadonlySet<string> }, cell: SheetCell): boolean =>
  entry.keys.has(cell.key) || (cell.head !== '' && entry.keys.has(cell.head));

const covers = (above: SheetCell, below: SheetCell): boolean =>
  above.column < below.column + below.width && below.column < above.column + above.width;

/**
 * Reads a table whose figures all stand in one line under two storeys of headings, as table four does: five outcomes under each
 * of three routes. It may be cut into several tables, each with its own route; then `context`, the wording just before the
 * table, may be what names the route.
 */
export const readLine = (sheet: Sheet, lexicon: Lexicon, context: string): Fragment => {
  const tableId = lexicon.table.id;
  const columns = lexicon.bands[0]?.columns ?? [];
  const routes = lexicon.rows;
  const sequence = sheet.table.geometry === 'sequence';
  const issues: Issue[] = [];
  const bindings: Binding[] = [];
  const fragment: Fragment = {
    tableId,
    table: sheet.table.index,
    bindings,
    extras: [],
    exact: 0,
    alike: 0,
    issues,
  };

  const shown = sheet.rows.filter((row) => !row.hidden);
  const wording = shown.flatMap((row) => row.cells.filter((cell) => cell.own && isWording(cell)));
  const outcomes = wording.flatMap((cell) => {
    const column = columns.find((entry) => matches(entry, cell));
    return column ? [{ cell, column }] : [];
  });
  const named = wording.flatMap((cell) => {
    const route = routes.find((entry) => matches(entry, cell));
    return route ? [{ cell, route }] : [];
  });
  if (outcomes.length < columns.length - 1) return fragment;

  let leaves: LineLeaf[];
  if (!sequence) {
    // The route of an outcome is the nearest heading above it that names one.
    const placed = outcomes.flatMap(({ cell, column }) => {
      const above = named
        .filter((one) => one.cell.slot.row < cell.slot.row && covers(one.cell, cell))
        .sort((a, b) => b.cell.slot.row - a.cell.slot.row)[0];
      const route =
        above?.route ??
        (named.length === 0 ? routeIn(context, routes) : named.length === 1 ? named[0]?.route : undefined);
      return route
        ? [{ id: column.label.id, index: column.index, cell, unit: null, exact: true, route }]
        : [];
    });
    leaves = placed.sort((a, b) => a.cell.column - b.cell.column);
  } else {
    leaves = inOfficialOrder(
      outcomes,
      named.map((one) => one.route),
      context,
      lexicon,
    );
  }
  if (leaves.length === 0) return fragment;

  const lastHeading = Math.max(...outcomes.map(({ cell }) => cell.slot.row));
  const line = shown.find(
    (row) =>
      row.index > lastHeading &&
      row.cells.some((cell) => cell.own) &&
      row.cells.every((cell) => !isWording(cell)),
  );
  fragment.exact = leaves.length;
  if (!line) return fragment;

  const whole = leaves.length === columns.length * new Set(leaves.map((leaf) => leaf.route)).size;
  const assignment = assign(line.cells, { leaves, missing: whole ? [] : ['?', '?'] }, columns, sequence);
  const first = line.cells[0];
  if (assignment.outcome === 'dropped') {
    if (first) {
      issues.push({
        code: 'cells_dropped',
        table: tableId,
        row: leaves[0]?.route.label.id ?? '',
        label: leaves[0]?.route.label.zh ?? '',
        found: assignment.found,
        expected: assignment.expected,
        slot: first.slot,
      });
    }
    return fragment;
  }
  assignment.cells.forEach(({ cell, doubt }, at) => {
    const leaf = leaves[at];
    if (leaf) bindings.push({ row: leaf.route.label.id, column: leaf.id, cell, doubt, unit: leaf.unit });
  });
  return fragment;
};

/** The one route that a text names, or undefined where it names none or several. */
const routeIn = (text: string, routes: readonly RowEntry[]): RowEntry | undefined => {
  const named = routes.filter((route) => text.includes(route.label.zh));
  return named.length === 1 ? named[0] : undefined;
};

/**
 * Headings of a source without columns. Each route must be named and each outcome must be printed once for every route: then
 * the line can only be in the order of the form.
 */
const inOfficialOrder = (
  outcomes: readonly { cell: SheetCell; column: Lexicon['bands'][number]['columns'][number] }[],
  named: readonly RowEntry[],
  context: string,
  lexicon: Lexicon,
): LineLeaf[] => {
  const columns = lexicon.bands[0]?.columns ?? [];
  const routes = lexicon.rows.filter((route) => named.includes(route));
  const one = routes.length === 0 ? routeIn(context, lexicon.rows) : undefined;
  const found = one ? [one] : routes;
  if (found.length === 0 || outcomes.length !== found.length * columns.length) return [];
  return found.flatMap((route) => {
    const at = found.indexOf(route);
    return columns.flatMap((column) => {
      const printed = outcomes.filter((outcome) => outcome.column === column)[at];
      return printed
        ? [{ id: column.label.id, index: column.index, cell: printed.cell, unit: null, exact: true, route }]
        : [];
    });
  });
};
