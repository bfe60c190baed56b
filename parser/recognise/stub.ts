import type { Issue } from '../issue.ts';
import { align } from './align.ts';
import { assign, type Boxhead, headingNotes, isBroken, readBoxhead } from './boxhead.ts';
import type { Binding, ExtraRow, Fragment } from './fragment.ts';
import { type Lexicon, likeness, type RowEntry } from './lexicon.ts';
import { isWording, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';

/** A row with a label and cells behind it. */
type DataRow = {
  row: SheetRow;
  label: SheetCell;
  /** All wording left of the figures, outermost first. */
  stub: SheetCell[];
  data: SheetCell[];
  heading: SheetRow[];
  entry: RowEntry | null;
  exact: boolean;
};

/** The least likeness at which a misspelt label is taken for an official one, between neighbours that are sure. */
const leastLikeness = 0.6;

/** Short keys that stand in headings and in rows alike (其他, 总计): taken only where the order of rows allows it. */
const isGeneric = (key: string): boolean => key.length <= 2;

const matches = (entry: { keys: ReadonlySet<string> }, cell: SheetCell): boolean =>
  entry.keys.has(cell.key) || (cell.head !== '' && entry.keys.has(cell.head));

const isWordingAt = (row: SheetRow, at: number): boolean => {
  const cell = row.cells[at];
  return cell !== undefined && isWording(cell);
};

/** Which rows are headings, which are data, and which headings stand above which data. */
const sortRows = (sheet: Sheet, lexicon: Lexicon): DataRow[] => {
  const dataRows: DataRow[] = [];
  let heading: SheetRow[] = [];
  let lastWasData = false;
  for (const row of sheet.rows) {
    if (row.hidden) continue;
    const wording = row.cells.filter(isWording);
    const columns = wording.filter((cell) =>
      lexicon.bands.some((band) => band.columns.some((column) => matches(column, cell))),
    );
    const labels = row.cells.map(
      (cell) => isWording(cell) && lexicon.rows.some((entry) => matches(entry, cell)),
    );
    const rowLabelAt = labels.lastIndexOf(true);
    const figures = row.cells.filter((cell) => cell.own && cell.figure.state === 'number').length;
    const specificLabel = rowLabelAt >= 0 && !isGeneric(row.cells[rowLabelAt]?.key ?? '');
    // 其他 and 总计 name rows and columns: one of them alone makes no heading.
    const onlyColumns = columns.filter((cell) => !lexicon.rows.some((entry) => matches(entry, cell)));
    const isHeading = figures === 0 && !specificLabel && (columns.length >= 2 || onlyColumns.length >= 1);
    if (isHeading || (wording.length > 0 && wording.length === row.cells.length)) {
      if (lastWasData) heading = [];
      heading.push(row);
      lastWasData = false;
      continue;
    }
    const firstFigure = row.cells.findIndex(
      (cell) => cell.figure.state === 'number' || cell.figure.state === 'mark',
    );
    const wordingBefore = row.cells.findLastIndex(
      (cell, at) => isWording(cell) && (firstFigure < 0 || at < firstFigure),
    );
    // Wording right behind a known label is what labels the row; the known label is the heading of its group.
    let labelAt = rowLabelAt >= 0 ? rowLabelAt : wordingBefore;
    while (labelAt >= 0 && labelAt < wordingBefore && isWordingAt(row, labelAt + 1)) labelAt++;
    const label = row.cells[labelAt];
    const data = row.cells.slice(labelAt + 1);
    if (!label || data.length === 0) {
      if (wording.length > 0) heading.push(row);
      continue;
    }
    const stub = row.cells.slice(0, labelAt + 1).filter(isWording);
    dataRows.push({ row, label, stub, data, heading, entry: null, exact: false });
    lastWasData = true;
  }
  return dataRows;
};

/** Does a row with this label sum up others? The heading of a group, or 小计. */
const isSubtotal = (key: string, lexicon: Lexicon): boolean =>
  lexicon.rowGroups.has(key) || key.endsWith('小计');

/** Binds rows to the form: by the words of their label first, the rest by likeness between neighbours already bound. */
const bindRows = (rows: DataRow[], lexicon: Lexicon): void => {
  const bind = (row: DataRow, entry: RowEntry, exact: boolean): void => {
    row.entry = entry;
    row.exact = exact;
  };
  for (const row of rows) {
    if (isGeneric(row.label.key)) continue;
    const entry = lexicon.rows.find((one) => matches(one, row.label));
    if (entry) bind(row, entry, true);
  }
  // What is left stands between bound neighbours: only the official rows between these can be meant.
  let start = 0;
  while (start < rows.length) {
    if (rows[start]?.entry) {
      start++;
      continue;
    }
    let end = start;
    while (end < rows.length && !rows[end]?.entry) end++;
    const above = rows[start - 1]?.entry?.index ?? -1;
    const below = rows[end]?.entry?.index ?? lexicon.rows.length;
    const bound = new Set(rows.map((row) => row.entry?.index));
    const open = lexicon.rows.filter(
      (entry) => entry.index > above && entry.index < below && !bound.has(entry.index),
    );
    const gap = rows.slice(start, end);
    const partners = align(
      gap.length,
      open.length,
      (i, j) => {
        const row = gap[i];
        const entry = open[j];
        if (!row || !entry) return 0;
        if (matches(entry, row.label)) return 1;
        if (isSubtotal(row.label.key, lexicon)) return 0;
        const joined = row.stub
          .flatMap((cell) => (lexicon.rowGroups.has(cell.key) ? [] : [cell.key]))
          .join('');
        return Math.max(
          likeness(row.label.key, entry),
          likeness(row.label.head, entry),
          likeness(joined, entry),
        );
      },
      leastLikeness,
    );
    partners.forEach((partner, i) => {
      const row = gap[i];
      const entry = partner === null ? undefined : open[partner];
      if (row && entry) bind(row, entry, matches(entry, row.label));
    });
    start = end;
  }
};

/** The official label of a row or column. */
const officialLabel = (lexicon: Lexicon, id: string): string =>
  lexicon.rows.find((row) => row.label.id === id)?.label.zh ??
  lexicon.bands.flatMap((band) => band.columns).find((column) => column.label.id === id)?.label.zh ??
  id;

/**
 * Reads a table whose row labels stand at its left: table two, table three, and table four where it is printed so.
 *
 * @param inherited heading of the table before, for a table that was cut in two without repeating it.
 */
export const readStub = (
  sheet: Sheet,
  lexicon: Lexicon,
  inherited: ReadonlyMap<number, Boxhead>,
): { fragment: Fragment; boxheads: Map<number, Boxhead> } => {
  const tableId = lexicon.table.id;
  const sequence = sheet.table.geometry === 'sequence';
  const rows = sortRows(sheet, lexicon);
  bindRows(rows, lexicon);

  const bindings: Binding[] = [];
  const extras: ExtraRow[] = [];
  const issues: Issue[] = [];
  const boxheads = new Map<number, Boxhead>();
  const headings = new Map<SheetRow[], Map<number, Boxhead>>();
  let exact = 0;
  let alike = 0;
  let specific = 0;

  const boxheadFor = (row: DataRow, band: number): Boxhead | null => {
    const known = headings.get(row.heading)?.get(band);
    if (known) return known;
    const lexis = lexicon.bands[band];
    if (!lexis) return null;
    const read = readBoxhead(row.heading, lexis.columns, lexicon.columnGroups, sequence);
    // A heading across the whole table (三、本年度办理结果) names no column: the columns above it still hold.
    const above = boxheads.get(band) ?? inherited.get(band) ?? null;
    if (read.leaves.length === 0) return above;
    // Where rows are all that is known, a label without figures (3.其他) looks like the heading of a column.
    if (sequence && read.leaves.length < (above?.leaves.length ?? lexis.columns.length - 1)) return above;
    const perBand = headings.get(row.heading) ?? new Map<number, Boxhead>();
    headings.set(row.heading, perBand.set(band, read));
    boxheads.set(band, read);
    exact += read.leaves.filter((leaf) => leaf.exact).length;
    specific += read.leaves.filter((leaf) => leaf.exact && leaf.cell.key.length >= 4).length;
    alike += read.leaves.filter((leaf) => !leaf.exact).length;
    issues.push(...headingNotes(tableId, read, (id) => officialLabel(lexicon, id)));
    return read;
  };

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
      const assignment = boxhead && lexis ? assign(data, boxhead, lexis.columns, sequence) : null;
      if (assignment?.outcome !== 'assigned') continue;
      if (assignment.cells.every((one) => one.cell.figure.state === 'unreadable')) continue;
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
    if (!boxhead) {
      issues.push({ code: 'columns_unknown', table: tableId, slot: label.slot });
      continue;
    }
    const assignment = assign(data, boxhead, columns, sequence);
    if (assignment.outcome === 'dropped') {
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
    const misplaced = sequence ? null : isBroken(assignment, boxhead);
    if (misplaced && !broken.has(boxhead)) {
      broken.add(boxhead);
      issues.push({ code: 'columns_broken', table: tableId, slot: misplaced });
    }
    give(assignment.cells.map(({ leaf, cell, doubt }) => ({ id: leaf.id, unit: leaf.unit, cell, doubt })));
  }
  return {
    fragment: { tableId, table: sheet.table.index, bindings, extras, exact, alike, specific, issues },
    boxheads,
  };
};
