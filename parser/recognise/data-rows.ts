import { isWording, type KeyedCell, type KeyedRow, type KeyedSheet } from '../table/keyed-sheet.ts';
import { entryFor, matches, type RowEntry, type TableLexicon } from './lexicon.ts';

/** A row with a label and cells behind it. */
export type DataRow = {
  row: KeyedRow;
  label: KeyedCell;
  /** All wording left of the figures, outermost first. */
  stub: KeyedCell[];
  data: KeyedCell[];
  heading: KeyedRow[];
  entry: RowEntry | null;
  exact: boolean;
  /** The official row that this one may be, though its label is too unlike to say so. */
  maybe: RowEntry | null;
};

/** Short keys that stand in headings and in rows alike (其他, 总计): taken only where the order of rows allows it. */
export const isGeneric = (key: string): boolean => key.length <= 2;

const isWordingAt = (row: KeyedRow, at: number): boolean => {
  const cell = row.cells[at];
  return cell !== undefined && isWording(cell);
};

/**
 * Does a row say in words what it should count: 规章, and 未制作 under every heading? Its first cell names a row of the form, and it has a cell
 * for each column, none of which is a heading or a label.
 */
const isInWords = ({ cells }: KeyedRow, lexicon: TableLexicon): boolean => {
  const [label, ...data] = cells;
  const entry = label?.own ? entryFor(lexicon.rowIndex, label) : undefined;
  return (
    entry !== undefined &&
    data.length > 0 &&
    data.length === lexicon.bands[entry.band]?.columns.length &&
    data.every(
      (cell) =>
        isWording(cell) &&
        cell.own &&
        !matches({ keys: lexicon.columnKeys }, cell) &&
        !lexicon.groups.has(cell.key) &&
        !entryFor(lexicon.rowIndex, cell),
    )
  );
};

/**
 * Which rows are headings, which are data, and which headings stand above which data. `strays` hold figures without a label.
 *
 * @param above headings at the end of the table before: a page break can part them from their rows.
 * @returns `left`: headings below the last row.
 */
export const dataRowsOf = (
  sheet: KeyedSheet,
  lexicon: TableLexicon,
  above: readonly KeyedRow[],
): { rows: DataRow[]; strays: KeyedRow[]; left: readonly KeyedRow[] } => {
  const dataRows: DataRow[] = [];
  const strays: KeyedRow[] = [];
  let heading: KeyedRow[] = [...above];
  let isAbove = above.length > 0;
  let lastWasData = false;
  for (const row of sheet.rows) {
    if (row.hidden) continue;
    const [name, ...words] = row.cells;
    if (name && sheet.table.geometry === 'grid' && isInWords(row, lexicon)) {
      const stub = [name];
      dataRows.push({ row, label: name, stub, data: words, heading, entry: null, exact: false, maybe: null });
      lastWasData = true;
      continue;
    }
    const wording = row.cells.filter(isWording);
    const columns = wording.filter((cell) => matches({ keys: lexicon.columnKeys }, cell));
    const isRowLabel = (cell: KeyedCell): boolean =>
      isWording(cell) && entryFor(lexicon.rowIndex, cell) !== undefined;
    const rowLabelAt = row.cells.findLastIndex(isRowLabel);
    const figures = row.cells.filter((cell) => cell.own && cell.figure.state === 'number').length;
    const specificLabel = rowLabelAt >= 0 && !isGeneric(row.cells[rowLabelAt]?.key ?? '');
    // 其他 and 总计 name rows and columns: one of them alone makes no heading.
    const onlyColumns = columns.filter((cell) => !isRowLabel(cell));
    const isHeading = figures === 0 && !specificLabel && (columns.length >= 2 || onlyColumns.length >= 1);
    // The title of a band, alone in its row among cells that were never merged.
    const isTitle =
      figures === 0 && wording.length > 0 && wording.every((cell) => lexicon.columnGroups.has(cell.key));
    if (isHeading || isTitle || (wording.length > 0 && wording.length === row.cells.length)) {
      // Headings of the table's own stand in place of those before it.
      if (lastWasData || (isAbove && isHeading)) heading = [];
      isAbove &&= !isHeading;
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
    let last = labelAt;
    while (last >= 0 && last < wordingBefore && isWordingAt(row, last + 1)) last++;
    // The heading of a group stands behind a label where a span above it is too long.
    const behind = row.cells.slice(labelAt + 1, last + 1);
    if (!specificLabel || !behind.every((cell) => lexicon.rowGroups.has(cell.key))) labelAt = last;
    const label = row.cells[labelAt];
    const data = row.cells.slice(last + 1);
    if (!label || data.length === 0) {
      if (wording.length > 0) heading.push(row);
      else if (figures > 0) strays.push(row);
      continue;
    }
    const stub = row.cells.slice(0, labelAt + 1).filter(isWording);
    dataRows.push({ row, label, stub, data, heading, entry: null, exact: false, maybe: null });
    lastWasData = true;
  }
  return { rows: dataRows, strays, left: lastWasData ? [] : heading };
};
