import type { Issue } from '../issue.ts';
import { isCrowded } from './beside.ts';
import { bindRows, isSubtotal } from './bind.ts';
import { type Assignment, assign, type Boxhead, headingNotes, isBroken, readBoxhead } from './boxhead.ts';
import { type DataRow, dataRowsOf, matches } from './data-rows.ts';
import type { Binding, ExtraRow, Fragment } from './fragment.ts';
import type { Lexicon } from './lexicon.ts';
import { isWording, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';

/** The official label of a row or column. */
const officialLabel = (lexicon: Lexicon, id: string): string =>
  lexicon.rows.find((row) => row.label.id === id)?.label.zh ??
  lexicon.bands.flatMap((band) => band.columns).find((column) => column.label.id === id)?.label.zh ??
  id;

/**
 * How many cells every row has where merged cells leave blank ones, known by the blanks between labels and figures; null where
 * they leave none. A shorter row has lost cells, blanks at its end for instance.
 */
const paddedWidth = (rows: readonly DataRow[], lexicon: Lexicon): number | null => {
  const bound = rows.filter(({ entry }) => entry);
  const isPadded = ({ data, entry }: DataRow): boolean =>
    data.length > (lexicon.bands[entry?.band ?? 0]?.columns.length ?? 0) && data[0]?.figure.state === 'blank';
  return bound.some(isPadded) ? Math.max(...bound.map(({ row }) => row.cells.length)) : null;
};

/** Have other rows under the same heading more cells? A row that does not stand under it as they do has lost one, a figure or a blank. */
const hasLongerBeside = ({ heading, data }: DataRow, band: number, rows: readonly DataRow[]): boolean =>
  rows.some((one) => one.heading === heading && one.entry?.band === band && one.data.length > data.length);

/** Does a row that is not on the form stand in a band of its own, under column headings that are not on the form either? */
const hasOwnHeading = ({ heading }: DataRow, lexicon: Lexicon): boolean =>
  lexicon.bands.length > 1 &&
  heading.some((row) => {
    const wording = row.cells.filter((cell) => cell.own && isWording(cell));
    return (
      wording.length >= 2 &&
      wording.every((cell) => !matches({ keys: lexicon.columnKeys }, cell)) &&
      wording.some((cell) => !lexicon.groups.has(cell.key))
    );
  });

/** Headings of the table before, for a table that was cut in two without repeating them. */
export type Inherited = {
  /** Those that stood above rows, by their band. */
  boxheads: ReadonlyMap<number, Boxhead>;
  /** Those at its end, whose rows come first in the next. */
  left: readonly SheetRow[];
};

export const nothingInherited: Inherited = { boxheads: new Map(), left: [] };

/** Reads a table whose row labels stand at its left: table two, table three, and table four where it is printed so. */
export const readStub = (
  sheet: Sheet,
  lexicon: Lexicon,
  inherited: Inherited,
): { fragment: Fragment; headings: Inherited } => {
  const tableId = lexicon.table.id;
  const sequence = sheet.table.geometry === 'sequence';
  const { rows, strays, left } = dataRowsOf(sheet, lexicon, inherited.left);
  bindRows(rows, lexicon);

  const bindings: Binding[] = [];
  const extras: ExtraRow[] = [];
  const issues: Issue[] = [];
  const boxheads = new Map<number, Boxhead>();
  /** What was read of each block of heading rows, for each band. */
  const headings = new Map<SheetRow[], Map<number, Boxhead | null>>();
  let exact = 0;
  let alike = 0;
  let specific = 0;

  const boxheadFor = (row: DataRow, band: number): Boxhead | null => {
    const above = boxheads.get(band) ?? inherited.boxheads.get(band) ?? null;
    const perBand = headings.get(row.heading) ?? new Map<number, Boxhead | null>();
    const known = perBand.get(band);
    if (known !== undefined) return known ?? above;
    const lexis = lexicon.bands[band];
    if (!lexis) return null;
    const read = readBoxhead(row.heading, lexis.columns, lexicon.groups, sequence);
    // A heading across the whole table (三、本年度办理结果) names no column: the columns above it still hold.
    // Where rows are all that is known, a label without figures (3.其他) looks like the heading of a column.
    const holds =
      read.leaves.length === 0 ||
      (sequence && read.leaves.length < (above?.leaves.length ?? lexis.columns.length - 1));
    headings.set(row.heading, perBand.set(band, holds ? null : read));
    if (holds) return above;
    boxheads.set(band, read);
    read.whole = rows.some((one) => one.heading === row.heading && one.data.length === lexis.columns.length);
    exact += read.leaves.filter((leaf) => leaf.exact).length;
    specific += read.leaves.filter((leaf) => leaf.exact && leaf.cell.key.length >= 4).length;
    alike += read.leaves.filter((leaf) => !leaf.exact).length;
    issues.push(...headingNotes(tableId, read, (id) => officialLabel(lexicon, id)));
    return read;
  };

  /** Headings whose rows were looked over for further columns. */
  const looked = new Set<Boxhead>();
  /** May a figure of a column that is not on the form be taken in this row for one of the form's? */
  const mayBorrow = (row: DataRow, band: number, boxhead: Boxhead): boolean => {
    if (sequence) return false;
    // Once crowded, always: a table that goes on below the same heading has the same columns.
    if (!looked.has(boxhead)) {
      looked.add(boxhead);
      boxhead.crowded ||= isCrowded(
        rows.flatMap((one) => (one.entry?.band === band ? [one.data] : [])),
        boxhead,
        lexicon.bands[band]?.columns.length ?? 0,
      );
    }
    if (boxhead.crowded) return true;
    if (!boxhead.foreign?.length || row.data.length > boxhead.leaves.length) return false;
    // A column that has no cell in any of several rows is not there.
    const isAlone = rows.every((one) => one === row || one.heading !== row.heading);
    return isAlone || hasLongerBeside(row, band, rows);
  };

  const unread = new Set<string>();
  /** Headings whose columns are not known: said once for the rows below each. */
  const unknown = new Set<SheetRow[]>();
  const width = sequence ? paddedWidth(rows, lexicon) : null;
  const broken = new Set<Boxhead>();
  const inferred = new Set<string>();
  const bound = new Map<string, DataRow>();
  let lastBand = 0;
  for (const row of rows) {
    const { entry, label, data } = row;
    const printed = label.text.replaceAll('\n', '');
    const band = entry?.band ?? lastBand;
    lastBand = band;
    const lexis = lexicon.bands[band];
    const boxhead = boxheadFor(row, band);
    if (!entry) {
      const subtotal = isSubtotal(label.key, lexicon);
      const assignment =
        boxhead && lexis && !mayBorrow(row, band, boxhead)
          ? assign(data, boxhead, lexis.columns, sequence)
          : null;
      const isNumber = ({ figure }: SheetCell): boolean => figure.state === 'number';
      if (assignment?.outcome !== 'assigned' || hasOwnHeading(row, lexicon)) {
        if (data.some(isNumber))
          issues.push({ code: 'row_in_doubt', table: tableId, row: null, label: printed, slot: label.slot });
        continue;
      }
      if (assignment.cells.every((one) => one.cell.figure.state === 'unreadable')) continue;
      if (row.maybe) {
        issues.push({
          code: 'row_in_doubt',
          table: tableId,
          row: row.maybe.label.id,
          label: printed,
          slot: label.slot,
        });
      }
      extras.push({
        label: printed,
        subtotal,
        slot: label.slot,
        bindings: assignment.cells.map(({ leaf, cell, doubt }) => ({
          column: leaf.id,
          cell,
          doubt,
          unit: leaf.unit,
        })),
      });
      continue;
    }
    if (row.exact) {
      exact++;
      if (label.key.length >= 4) specific++;
    } else {
      alike++;
      issues.push({
        code: 'label_differs',
        table: tableId,
        id: entry.label.id,
        printed,
        official: entry.label.zh,
        slot: label.slot,
      });
    }
    const columns = lexis?.columns ?? [];
    const give = (cells: { id: string; unit: string | null; cell: SheetCell; doubt: boolean }[]): void => {
      for (const { id, unit, cell, doubt } of cells) {
        bindings.push({ row: entry.label.id, column: id, cell, doubt, unit });
      }
    };
    if (bound.has(entry.label.id)) {
      issues.push({
        code: 'row_repeated',
        table: tableId,
        row: entry.label.id,
        label: printed,
        slot: label.slot,
      });
      for (const binding of bindings) if (binding.row === entry.label.id) binding.doubt = true;
      continue;
    }
    bound.set(entry.label.id, row);
    if (!boxhead || boxhead.reordered) {
      unread.add(entry.label.id);
      if (!unknown.has(row.heading))
        issues.push({ code: 'columns_unknown', table: tableId, slot: label.slot });
      unknown.add(row.heading);
      continue;
    }
    const short = width === null ? 0 : width - row.row.cells.length;
    let assignment: Assignment =
      short > 0
        ? { outcome: 'dropped', found: Math.max(0, columns.length - short), expected: columns.length }
        : assign(data, boxhead, columns, sequence);
    const misplaced = sequence ? null : isBroken(assignment, boxhead);
    if ((misplaced && hasLongerBeside(row, band, rows)) || mayBorrow(row, band, boxhead))
      assignment = { outcome: 'dropped', found: data.length, expected: columns.length };
    if (assignment.outcome === 'dropped') {
      unread.add(entry.label.id);
      issues.push({
        code: 'cells_dropped',
        table: tableId,
        row: entry.label.id,
        label: printed,
        found: assignment.found,
        expected: assignment.expected,
        slot: label.slot,
      });
      continue;
    }
    if (assignment.inferred !== null && !inferred.has(assignment.inferred)) {
      inferred.add(assignment.inferred);
      const first = boxhead.leaves[0]?.cell.slot ?? label.slot;
      issues.push({ code: 'header_cell_missing', table: tableId, column: assignment.inferred, slot: first });
    }
    if (misplaced && !broken.has(boxhead)) {
      broken.add(boxhead);
      issues.push({ code: 'columns_broken', table: tableId, slot: misplaced });
    }
    give(assignment.cells.map(({ leaf, cell, doubt }) => ({ id: leaf.id, unit: leaf.unit, cell, doubt })));
  }
  for (const row of strays) {
    const figures = row.cells.filter((cell) => cell.own && cell.figure.state === 'number');
    const [first] = figures;
    const printed = figures.map((cell) => cell.text).join(' ');
    if (first)
      issues.push({ code: 'row_in_doubt', table: tableId, row: null, label: printed, slot: first.slot });
  }
  return {
    fragment: { tableId, table: sheet.table.index, bindings, extras, exact, alike, specific, issues, unread },
    headings: { boxheads, left },
  };
};
