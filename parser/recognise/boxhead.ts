import type { Issue } from '../issue.ts';
import type { Slot } from '../source/blocks.ts';
import { inOneLine, isBlank, isWording, type KeyedCell, type KeyedRow } from '../table/keyed-sheet.ts';
import { labelKey, tight } from '../text/label.ts';
import { align } from './align.ts';
import { besideOf, foreignOf, overlap, withoutBeside } from './further-columns.ts';
import { type Boxhead, boxheadOf, type Leaf } from './leaf.ts';
import type { LabelEntry } from './lexicon.ts';
import { likeness } from './likeness.ts';
import { consistsOf } from './scattered.ts';

type HeadedColumn = { id: string; zh: string; groups?: readonly string[] };

/** More words than this above the figures are not the headings of the form, misspelt. */
const mostHeadings = 80;

const printedUnit = /(万元|萬元|亿元|億元|元|件|条|條|个|個|项|項)[)\]]*$/;

/** The unit that a heading prescribes for its column: 本年收费金额（单位：万元） → 万元. */
export const unitOf = (heading: string): string | null => {
  const text = tight(heading);
  return text.search(/[([:]/) < 0 ? null : (printedUnit.exec(text)?.[1] ?? null);
};

/** Do headings that stand side by side, under the same group, come in another order than on the form? */
const isReordered = (leaves: readonly Leaf[], columns: readonly LabelEntry<HeadedColumn>[]): boolean => {
  const groupsOf = (leaf: Leaf) => columns[leaf.index]?.label.groups?.join('/') ?? '';
  const printed = leaves.toSorted(
    (a, b) => a.cell.slot.row - b.cell.slot.row || a.cell.slot.column - b.cell.slot.column,
  );
  return printed.some((leaf, at) =>
    printed.slice(at + 1).some((later) => later.index < leaf.index && groupsOf(later) === groupsOf(leaf)),
  );
};

/**
 * Have wrong spans pushed the headings of one storey between or before those of another? 总计 then stands among the organisations, or
 * these stand beside the heading of their group. Where headings lie in the grid says nothing then of the order of the figures.
 */
const isDisplaced = (
  leaves: readonly Leaf[],
  columns: readonly LabelEntry<HeadedColumn>[],
  heading: readonly KeyedCell[],
): boolean => {
  const groups = new Set(leaves.flatMap((leaf) => columns[leaf.index]?.label.groups ?? []));
  return [...groups].some((group) => {
    const isMember = (leaf: Leaf): boolean => columns[leaf.index]?.label.groups?.includes(group) === true;
    const first = leaves.findIndex(isMember);
    const members = leaves.slice(first, leaves.findLastIndex(isMember) + 1);
    if (!members.every(isMember)) return true;
    const key = labelKey(group);
    const above = heading.filter((cell) => cell.key === key && cell.width > 1);
    return (
      above.length > 0 &&
      members.some(({ cell }) =>
        above.every((one) => overlap(one, cell) <= 0 && one.slot.row < cell.slot.row),
      )
    );
  });
};

/**
 * Reads a block of heading rows: which column of the form does each heading name?
 * A heading is taken by its words; where words are cut or misspelt, by likeness between its neighbours (`alike`).
 */
export const readBoxhead = <C extends HeadedColumn>(
  rows: readonly KeyedRow[],
  columns: readonly LabelEntry<C>[],
  groups: ReadonlySet<string>,
  sequence: boolean,
): Boxhead => {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.own && isWording(cell)));
  const taken = new Set<number>();
  const leaves: Leaf[] = [];
  const rest: KeyedCell[] = [];
  const leaf = (entry: LabelEntry<C>, cell: KeyedCell, exact: boolean): void => {
    taken.add(entry.index);
    leaves.push({ id: entry.label.id, index: entry.index, cell, unit: unitOf(cell.text), exact });
  };
  for (const cell of cells) {
    const entry = columns.find(
      (column) => !taken.has(column.index) && (column.keys.has(cell.key) || column.keys.has(cell.head)),
    );
    if (entry) leaf(entry, cell, true);
    else if (!groups.has(cell.key) && !groups.has(cell.head)) rest.push(cell);
  }
  const keys = cells.map((cell) => cell.key);
  const [first] = cells;
  if (sequence && first && taken.size < columns.length) {
    const names = columns.map((column) => column.label.zh);
    if (consistsOf(keys, names, groups))
      return boxheadOf(
        columns.map((column) => scattered(column, first)),
        [],
      );
  }
  const open = columns.filter((column) => !taken.has(column.index));
  if (open.length > 0 && rest.length > 0 && rest.length <= mostHeadings) {
    if (!sequence) rest.sort((a, b) => a.column - b.column);
    const partners = align(
      rest.length,
      open.length,
      (i, j) => {
        const cell = rest[i];
        const column = open[j];
        return cell && column ? Math.max(likeness(cell.key, column), likeness(cell.head, column)) : 0;
      },
      0.5,
    );
    partners.forEach((partner, i) => {
      const cell = rest[i];
      const column = partner === null ? undefined : open[partner];
      if (cell && column) leaf(column, cell, false);
    });
  }
  const missing = columns.filter((column) => !taken.has(column.index)).map((column) => column.label.id);
  // Where the source lost its columns, headings of several storeys are taken in the official order.
  const boxhead = boxheadOf(leaves, missing);
  if (sequence && isReordered(leaves, columns)) return { ...boxhead, reordered: true };
  leaves.sort((a, b) => (sequence ? 0 : a.cell.column - b.cell.column) || a.index - b.index);
  const displaced = !sequence && isDisplaced(leaves, columns, cells);
  if (displaced && isReordered(leaves, columns)) return { ...boxhead, reordered: true };
  if (displaced) leaves.sort((a, b) => a.index - b.index);
  const beside = besideOf(leaves, cells);
  // Where a heading of the form is missing, one that is not known may be it.
  const isKnown = missing.length === 0 && !displaced && !sequence;
  const foreign = isKnown ? foreignOf(leaves, beside).filter((cell) => rest.includes(cell)) : [];
  return { ...boxhead, displaced, beside, foreign };
};

/** A column whose heading is there, but not in one cell. */
const scattered = ({ label, index }: LabelEntry<HeadedColumn>, cell: KeyedCell): Leaf => ({
  id: label.id,
  index,
  cell,
  unit: unitOf(label.zh),
  exact: true,
});

/** The data cell under each heading; `doubt` where more than one could be meant. */
type Assigned = { leaf: { id: string; unit: string | null }; cell: KeyedCell; doubt: boolean };

export type Assignment =
  | {
      outcome: 'assigned';
      cells: Assigned[] /** A heading was not printed; its column follows from the others. */;
      inferred: string | null;
    }
  | { outcome: 'dropped'; found: number; expected: number };

/**
 * Blank cells at one end of a row are what is left of merged cells, if they are too many for the columns. Where both ends
 * are blank, nobody can say which of them are.
 */
const withoutRemnants = (data: readonly KeyedCell[], excess: number): readonly KeyedCell[] => {
  const leading = data.findIndex((cell) => !isBlank(cell));
  const trailing = data.length - 1 - data.findLastIndex((cell) => !isBlank(cell));
  if (excess <= 0 || leading < 0 || (leading > 0 && trailing > 0)) return data;
  if (leading >= excess) return data.slice(excess);
  return trailing >= excess ? data.slice(0, -excess) : data;
};

/**
 * Gives each heading its cell of one row. Where there are as many cells as headings, they pair in order: published tables
 * keep seven figures under seven headings even where their columns do not line up. Otherwise a cell belongs to the heading
 * that it stands under, and where that is not one cell for one heading, nothing is assigned.
 */
export const assign = (
  cells: readonly KeyedCell[],
  boxhead: Boxhead,
  columns: readonly LabelEntry<HeadedColumn>[],
  sequence: boolean,
): Assignment => {
  const { leaves } = boxhead;
  const data = sequence || boxhead.displaced ? cells : withoutBeside(cells, boxhead);
  const pair = (cells: readonly KeyedCell[]): Assigned[] =>
    cells.flatMap((cell, at) => {
      const leaf = leaves[at];
      return leaf ? [{ leaf, cell, doubt: cell.height > 1 }] : [];
    });
  const missing = boxhead.missing[0];
  // The heading alone is missing, not its column: a row with as many cells as headings has lost one, and nobody knows which.
  if (boxhead.missing.length === 1 && boxhead.whole && data.length < columns.length)
    return { outcome: 'dropped', found: data.length, expected: columns.length };
  if (data.length === leaves.length) return { outcome: 'assigned', cells: pair(data), inferred: null };

  const official = leaves.every((leaf, at) => at === 0 || (leaves[at - 1]?.index ?? -1) < leaf.index);
  if (boxhead.missing.length === 1 && missing !== undefined && official && data.length === columns.length) {
    const cells = data.flatMap((cell, at) => {
      const column = columns[at];
      if (!column) return [];
      const leaf = leaves.find((known) => known.id === column.label.id);
      return [{ leaf: { id: column.label.id, unit: leaf?.unit ?? null }, cell, doubt: cell.height > 1 }];
    });
    return { outcome: 'assigned', cells, inferred: missing };
  }

  if (sequence) {
    const kept = withoutRemnants(data, data.length - leaves.length);
    return kept.length === leaves.length
      ? { outcome: 'assigned', cells: pair(kept), inferred: null }
      : { outcome: 'dropped', found: data.length, expected: leaves.length };
  }

  if (boxhead.displaced) return { outcome: 'dropped', found: data.length, expected: leaves.length };

  const owners = data.map((cell) => {
    let owner = -1;
    let most = 0;
    let owners = 0;
    leaves.forEach((leaf, at) => {
      const shared = overlap(cell, leaf.cell);
      if (shared <= 0) return;
      owners++;
      if (shared > most) {
        most = shared;
        owner = at;
      }
    });
    return { owner, owners };
  });
  const assigned: Assigned[] = [];
  for (const [at, leaf] of leaves.entries()) {
    const under = data.filter((cell, i) =>
      (owners[i]?.owners ?? 0) > 1 ? overlap(cell, leaf.cell) > 0 : owners[i]?.owner === at,
    );
    const filled = under.filter((cell) => !isBlank(cell));
    const cell = filled[0] ?? under[0];
    if (!cell || filled.length > 1)
      return { outcome: 'dropped', found: data.length, expected: leaves.length };
    const twin = assigned.find((one) => one.cell === cell);
    if (twin) twin.doubt = true;
    const shared =
      leaves.filter((other) => overlap(cell, other.cell) > 0).length > 1 && data.length < leaves.length;
    assigned.push({ leaf, cell, doubt: shared || twin !== undefined || cell.height > 1 });
  }
  const orphan = data.some((cell) => !isBlank(cell) && !assigned.some((one) => one.cell === cell));
  return orphan
    ? { outcome: 'dropped', found: data.length, expected: leaves.length }
    : { outcome: 'assigned', cells: assigned, inferred: null };
};

/** Headings that were matched by likeness only, as notes. */
export const headingNotes = (table: string, boxhead: Boxhead, official: (id: string) => string): Issue[] =>
  boxhead.leaves
    .filter((leaf) => !leaf.exact)
    .map((leaf) => ({
      code: 'label_differs' as const,
      table,
      id: leaf.id,
      printed: inOneLine(leaf.cell),
      official: official(leaf.id),
      slot: leaf.cell.slot,
    }));

/** Do headings and figures stand in different columns of the grid, though there are as many of them? */
export const isBroken = (assignment: Assignment, boxhead: Boxhead): Slot | null => {
  if (assignment.outcome !== 'assigned') return null;
  for (const one of assignment.cells) {
    const leaf = boxhead.leaves.find((known) => known.id === one.leaf.id);
    if (leaf && overlap(leaf.cell, one.cell) <= 0) return one.cell.slot;
  }
  return null;
};
