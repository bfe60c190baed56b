import { labelledBy, linesOf } from './form-tables.ts';
import type { OpenForm } from './forms/open-form.ts';
import type { Block, Row, TableBlock } from './source/blocks.ts';
import type { RelationReading, TableReading } from './tabulation.ts';
import { tight } from './text/label.ts';

/**
 * Tables of a form with open rows that a page break has cut: the rest stands in a table of its own, with the heading or the title repeated or
 * not. The pieces are read as the one table that they are. Where it is not sure that they belong together, nothing that fails among the rows
 * is said to be wrong.
 */

/** Where a row of a joined table stands on the page. */
export type RowOrigin = { table: number; row: number };

type JoinedTable = {
  /** With the rows of all pieces, under the number of the first. */
  block: TableBlock;
  /** Its pieces by their places among the blocks, the first one first. */
  places: readonly number[];
  /** For each row of it. */
  rows: readonly RowOrigin[];
  /** The table in which it goes on, that could not be put to it; null where there is none. */
  torn: number | null;
};

/** Rows in which a title and a boxhead that are printed again may stand. */
const mostHeadRows = 8;

const widthOf = ({ rows }: TableBlock): number =>
  Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, { colspan }) => sum + colspan, 0)));

const said = ({ cells }: Row): string[] =>
  cells.flatMap(({ text }) => (text.trim() === '' ? [] : [tight(text)]));

/** What names a row: a code where there is one, else its label. */
const nameOf = (row: Row): string => said(row)[0] ?? '';

const isCode = (text: string): boolean => /^\d{3}(?:\d\d){0,3}$/.test(text);

/** A row with a code, a number in a list, or an amount belongs to the body, and is never printed again. */
const isOfBody = (row: Row): boolean =>
  isCode(nameOf(row)) ||
  /^[一二三四五六七八九十]{1,3}[、.]/.test(nameOf(row)) ||
  said(row).some((text) => /\d\.\d/.test(text));

/** How many rows at the top of a piece only print again what stands at the top of the first: title, unit, boxhead. */
const headRows = (first: TableBlock, { rows }: TableBlock): number => {
  const above = new Set(first.rows.slice(0, mostHeadRows).map((row) => said(row).join('|')));
  let count = 0;
  for (const row of rows.slice(0, mostHeadRows)) {
    const words = said(row);
    const isTitle = words.length === 1 && /表|单位[:：]/.test(words[0] ?? '');
    if (isOfBody(row) || (words.length > 0 && !isTitle && !above.has(words.join('|')))) break;
    count += 1;
  }
  return count;
};

/**
 * The table at that place with all that continues it.
 *
 * A table goes on in the next one where no line between names another table. Where that prints a code or label once more which stands already,
 * it is another table of the same kind: of another unit, or another year.
 */
export const wholeAt = (
  forms: readonly OpenForm[],
  blocks: readonly Block[],
  at: number,
): JoinedTable | null => {
  const first = blocks[at];
  if (first?.kind !== 'table') return null;
  const rows: RowOrigin[] = first.rows.map((_, row) => ({ table: first.index, row }));
  const alone = { block: first, places: [at], rows, torn: null };
  const title = labelledBy(forms, linesOf(blocks, at, first));
  if (title === null) return alone;
  const whole = { ...alone, block: { ...first, rows: [...first.rows] } };
  const known = new Set(first.rows.slice(headRows(first, first)).map(nameOf));
  const isCoded = [...known].some(isCode);
  for (let place = at + 1; place < blocks.length; place++) {
    const next = blocks[place];
    if (next?.kind !== 'table') continue;
    const head = headRows(first, next);
    const goesOn = linesOf(blocks, place, { ...next, rows: next.rows.slice(0, head) }).every(
      (line) => !/表/.test(line) || /续/.test(line) || labelledBy(forms, [line]) === title,
    );
    if (!goesOn) break;
    const more = next.rows.slice(head);
    const names = more.map(nameOf).filter((name) => name !== '');
    if (names.length === 0 || names.some((name) => known.has(name))) break;
    // Without a code, and without the total that closes it, it is no rest of a table of codes.
    if (isCoded && !names.some((name) => isCode(name) || /合计|总计/.test(name))) break;
    if (widthOf(next) !== widthOf(first) || [...whole.block.rows, ...more].some(({ foot }) => foot)) {
      if (names.some(isCode)) return { ...whole, torn: place };
      break;
    }
    for (const name of names) known.add(name);
    whole.places.push(place);
    // A cell that spans rows ends with its group, and so with its piece.
    const groups = Math.max(...whole.block.rows.map(({ group }) => group)) + 1;
    whole.block.rows.push(...more.map((row) => ({ ...row, group: row.group + groups })));
    rows.push(...more.map((_, row) => ({ table: next.index, row: head + row })));
  }
  return whole;
};

type At = RelationReading['target'];

/** `t0.r2.c1` */
const slotOf = (ref: string): { row: number; column: number } => {
  const [row = 0, column = 0] = (/r(\d+)\.c(\d+)$/.exec(ref) ?? []).slice(1).map(Number);
  return { row, column };
};

/** What was read of a whole table, in its pieces: each figure and each equation in the table of the page where it stands, an equation with its total. */
export const parted = (
  whole: TableReading,
  { rows }: Pick<JoinedTable, 'rows'>,
  heights: ReadonlyMap<number, number>,
): TableReading[] => {
  const tables = [...new Set(rows.map(({ table }) => table))];
  if (tables.length === 1) return [whole];
  const placed = (row: number): RowOrigin => rows[row] ?? { table: whole.index, row };
  const values = new Map(whole.cells.map(({ row, column, value }) => [`${row} ${column}`, value]));
  const relations = whole.relations.flatMap((relation) => partedRelation(relation, placed, values));
  const refOf = (ref: string): RowOrigin & { ref: string } => {
    const { row, column } = slotOf(ref);
    const piece = placed(row);
    return { ...piece, ref: `t${piece.table}.r${piece.row}.c${column}` };
  };
  const read = tables.map(
    (index): TableReading => ({
      ...whole,
      index,
      rows: heights.get(index) ?? 0,
      cells: whole.cells
        .filter(({ row }) => placed(row).table === index)
        .map((cell) => ({ ...cell, row: placed(cell.row).row })),
      relations: relations.flatMap(({ table, relation }) => (table === index ? [relation] : [])),
      diagnoses: whole.diagnoses
        .filter(({ alternatives: [first] }) => refOf(first?.changes[0]?.ref ?? '').table === index)
        .map((diagnosis) => ({
          ...diagnosis,
          alternatives: diagnosis.alternatives.map((alternative) => ({
            ...alternative,
            changes: alternative.changes.map((change) => ({ ...change, ref: refOf(change.ref).ref })),
          })),
        })),
    }),
  );
  return read.filter(({ cells }) => cells.some(({ state }) => state === 'number'));
};

type Parted = { table: number; relation: RelationReading };

const partedRelation = (
  relation: RelationReading,
  placed: (row: number) => RowOrigin,
  values: ReadonlyMap<string, number | null>,
): Parted[] => {
  const { axis, target, parts, lines, whole } = relation;
  if (axis === 'across') {
    const tables = [...new Set(lines.map(({ at }) => placed(at).table))];
    return tables
      .filter((table) => typeof whole !== 'number' || placed(whole).table === table)
      .map((table) => ({
        table,
        relation: {
          ...relation,
          ...(typeof whole === 'number' ? { whole: placed(whole).row } : {}),
          lines: lines
            .filter(({ at }) => placed(at).table === table)
            .map((line) => ({ ...line, at: placed(line.at).row })),
        },
      }));
  }
  const rowOf = (at: At): number => (typeof at === 'number' ? at : at[0]);
  const { table } = placed(rowOf(target));
  const own = (at: At): At => (typeof at === 'number' ? placed(at).row : [placed(at[0]).row, at[1]]);
  if (parts.every(({ at }) => placed(rowOf(at)).table === table))
    return [
      {
        table,
        relation: {
          ...relation,
          target: own(target),
          parts: parts.map((part) => ({ ...part, at: own(part.at) })),
        },
      },
    ];
  // Its parts stand in several tables: each line is an equation of single cells.
  return lines.map((line) => {
    const inColumn = (at: At): [number, number] => (typeof at === 'number' ? [at, line.at] : [...at]);
    const [row, column] = inColumn(target);
    return {
      table,
      relation: {
        ...relation,
        id: `${relation.id}.${line.at}`,
        axis: 'cells',
        target: [placed(row).row, column],
        parts: parts.map(({ at, weight }) => {
          const [from, beside] = inColumn(at);
          const piece = placed(from);
          const value = values.get(`${from} ${beside}`) ?? null;
          const elsewhere = { table: piece.table, ...(value === null ? {} : { value }) };
          return { at: [piece.row, beside], weight, ...(piece.table === table ? {} : elsewhere) };
        }),
        lines: [{ ...line, at: 0 }],
      },
    };
  });
};

/** Equations between tables with their cells in the pieces where they stand. @param pieces of the tables that were put together. */
export const betweenPieces = (
  between: ReadonlyMap<number, readonly RelationReading[]>,
  pieces: ReadonlyMap<number, readonly RowOrigin[]>,
): Parted[] => {
  const placed = (table: number, at: At): { table: number; at: At } => {
    const piece = typeof at === 'number' ? undefined : pieces.get(table)?.[at[0]];
    return typeof at === 'number' || !piece ? { table, at } : { table: piece.table, at: [piece.row, at[1]] };
  };
  return [...between].flatMap(([table, relations]) =>
    relations.map((relation) => {
      const target = placed(table, relation.target);
      const parts = relation.parts.map((part) => ({ ...part, ...placed(part.table ?? table, part.at) }));
      return { table: target.table, relation: { ...relation, target: target.at, parts } };
    }),
  );
};
