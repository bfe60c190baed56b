import { lineId } from '../forms/as-printed.ts';
import type { Slot } from '../source/blocks.ts';
import {
  inOneLine,
  isBlank,
  isWording,
  type KeyedCell,
  type KeyedRow,
  type KeyedSheet,
} from '../table/keyed-sheet.ts';
import { ordinalHeadings } from '../table/ordinals.ts';
import { assign, headingNotes, isBroken, readBoxhead } from './boxhead.ts';
import { emptyFragment, type Fragment } from './fragment.ts';
import { overlap } from './further-columns.ts';
import type { Boxhead } from './leaf.ts';
import { type LabelEntry, matches, type RowEntry, type TableLexicon } from './lexicon.ts';

/**
 * Reads a table whose rows the form leaves open: one line of figures, or a line for each unit and perhaps one for all of them. Its columns
 * are those of the form, and whatever stands left of them is a name.
 */

const isFilled = (cell: KeyedCell): boolean => !isBlank(cell);

const isFigure = (cell: KeyedCell): boolean => !isWording(cell) && isFilled(cell);

/** The rows without the column that counts them. */
const withoutCount = (rows: readonly KeyedRow[]): KeyedRow[] => {
  const ordinal = rows.flatMap(({ cells }) => cells.filter((cell) => ordinalHeadings.has(cell.key)));
  return rows.map((row) => ({
    ...row,
    cells: row.cells.filter(
      (cell) => !ordinal.some((heading) => overlap(heading, cell) > 0 && cell.width <= heading.width),
    ),
  }));
};

/** A line of the table: what it is called, and its cells. */
type UnitLine = { row: KeyedRow; label: KeyedCell | null; data: KeyedCell[] };

/** A heading and the lines below it. */
type LineBlock = { heading: KeyedRow[]; lines: UnitLine[] };

/** Has a row the headings of several columns, and no figure? */
const isHeading = ({ cells }: KeyedRow, lexicon: TableLexicon): boolean =>
  !cells.some((cell) => cell.own && isFigure(cell)) &&
  cells.filter((cell) => cell.own && matches({ keys: lexicon.columnKeys }, cell)).length >= 2;

const blocksOf = (rows: readonly KeyedRow[], lexicon: TableLexicon): LineBlock[] => {
  const blocks: LineBlock[] = [];
  let before: KeyedRow[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    const own = row.cells.filter((cell) => cell.own);
    if (isHeading(row, lexicon)) {
      if (last && last.lines.length === 0) last.heading.push(row);
      else blocks.push({ heading: [...before, row], lines: [] });
      before = [];
      continue;
    }
    const isLine = own.some((cell) => !isWording(cell)) && (!last || row.cells.length > 1);
    if (last && isLine) {
      const labelled = row.cells.findLastIndex(
        (cell, at) =>
          isWording(cell) && row.cells.slice(0, at).every((one) => isWording(one) || !isFilled(one)),
      );
      last.lines.push({ row, label: row.cells[labelled] ?? null, data: row.cells.slice(labelled + 1) });
    } else if (!last || last.lines.length === 0) (last?.heading ?? before).push(row);
  }
  return blocks;
};

/** The cells of a line that stand under the columns of the form, where the source has kept its columns. */
const under = (data: readonly KeyedCell[], { leaves, displaced }: Boxhead, sequence: boolean): KeyedCell[] =>
  sequence || displaced
    ? [...data]
    : data.filter((cell) => leaves.some((leaf) => overlap(leaf.cell, cell) > 0));

/**
 * The headings without those that name two columns of the form at once, 责令停产停业、责令关闭: whatever stands below them is of neither. What
 * is alike must be alike to one column only.
 */
const withoutJoined = (
  boxhead: Boxhead,
  columns: readonly LabelEntry<{ id: string; zh: string }>[],
): Boxhead => {
  const isJoined = (key: string): boolean =>
    columns.filter(({ keys }) => [...keys].some((one) => one.length >= 2 && key.includes(one))).length > 1;
  const joined = boxhead.leaves.filter(({ exact, cell }) => !exact && isJoined(cell.key));
  if (joined.length === 0) return boxhead;
  return {
    ...boxhead,
    leaves: boxhead.leaves.filter((leaf) => !joined.includes(leaf)),
    missing: [...boxhead.missing, ...joined.map(({ id }) => id)],
  };
};

export const readLines = (sheet: KeyedSheet, lexicon: TableLexicon): Fragment => {
  const fragment = emptyFragment(lexicon.table.id, sheet.table.index, sheet.rows);
  const [band] = lexicon.bands;
  const open = lexicon.rows.find(({ label }) => label.repeats);
  if (!band || !open) return fragment;
  const sequence = sheet.table.geometry === 'sequence';
  const shown = withoutCount(sheet.rows.filter((row) => !row.hidden));
  let noted = false;
  for (const { heading, lines } of blocksOf(shown, lexicon)) {
    const boxhead = withoutJoined(readBoxhead(heading, band.columns, lexicon.groups, sequence), band.columns);
    const exact = boxhead.leaves.filter((leaf) => leaf.exact);
    fragment.exact = Math.max(fragment.exact, exact.length);
    fragment.alike = Math.max(fragment.alike, boxhead.leaves.length - exact.length);
    fragment.specific = exact.filter(({ cell }) => cell.key.length >= 4).length;
    if (!noted && boxhead.leaves.length > 0)
      fragment.issues.push(
        ...headingNotes(
          fragment.tableId,
          boxhead,
          (id) => band.columns.find(({ label }) => label.id === id)?.label.zh ?? id,
        ),
      );
    noted ||= boxhead.leaves.length > 0;
    for (const line of lines) readOne(line, boxhead, open, lexicon, sequence, fragment);
  }
  return fragment;
};

const readOne = (
  { row, label, data }: UnitLine,
  boxhead: Boxhead,
  open: RowEntry,
  lexicon: TableLexicon,
  sequence: boolean,
  fragment: Fragment,
): void => {
  const { tableId, bindings, issues, lines, unread } = fragment;
  const columns = lexicon.bands[0]?.columns ?? [];
  const slot: Slot | undefined = (label ?? row.cells[0])?.slot;
  const cells = under(data, boxhead, sequence);
  if (!slot || boxhead.leaves.length === 0 || (label === null && !cells.some(isFilled))) return;
  const fixed = label && lexicon.rows.find((entry) => !entry.label.repeats && matches(entry, label));
  const name = label ? inOneLine(label) : '';
  if (fixed && bindings.some((one) => one.row === fixed.label.id)) {
    issues.push({ code: 'row_repeated', table: tableId, row: fixed.label.id, label: name, slot });
    for (const binding of bindings) if (binding.row === fixed.label.id) binding.doubt = true;
    return;
  }
  const id = fixed?.label.id ?? lineId(open.label.id, lines.length + 1);
  const assignment = boxhead.reordered ? null : assign(cells, boxhead, columns, sequence);
  if (assignment?.outcome !== 'assigned' || (!sequence && isBroken(assignment, boxhead))) {
    if (cells.some(isFilled)) {
      unread.add(id);
      issues.push({ code: 'row_in_doubt', table: tableId, row: fixed?.label.id ?? null, label: name, slot });
    }
    return;
  }
  if (!fixed) lines.push({ table: tableId, row: id, label: name });
  for (const { leaf, cell, doubt } of assignment.cells)
    bindings.push({ row: id, column: leaf.id, cell, doubt, unit: leaf.unit });
};
