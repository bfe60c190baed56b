import type { OpenHalf, OpenLine, OpenTable } from '../forms/open-form.ts';
import { cellFrom, type Half, isWords, type Sheet } from '../table/sheet.ts';
import { headKey, labelKey } from '../text/label.ts';
import type { Figures } from './figures.ts';
import { across, down, type Series } from './series.ts';

/** The columns and rows of a sheet, as a form with open rows calls them. */

/** One half of the sheet. Rows are positions among the members of `rows`, columns among those of `columns`. */
export type BoundHalf = {
  rows: Series;
  columns: Series;
  columnOf: ReadonlyMap<string, number>;
  lineOf: ReadonlyMap<string, number>;
  /** Rows by their codes. */
  codes: ReadonlyMap<string, number>;
  /** The numbered list before the first line. */
  listed: readonly number[];
  /** It counts from one, and leaves none out, as far as can be seen. */
  isListWhole: boolean;
  /** The parts of a line that stand behind it. */
  below: ReadonlyMap<string, readonly number[]>;
  /** A row holds figures, and nobody can say what it is, or two are the same: no sum of rows is stated. */
  unsure: boolean;
};

/** A row of one half, by its position. */
export type HalfRow = { half: number; position: number };

/** The slot of a row in a column of the form. */
export const slotOf = (
  halves: readonly BoundHalf[],
  { half, position }: HalfRow,
  column: string,
): number | null => {
  const own = halves[half];
  const across = own?.columnOf.get(column);
  const step = own?.rows.members[position]?.step;
  return across === undefined || step === undefined ? null : step + (own?.columns.members[across]?.step ?? 0);
};

/** A line of the form. One that is printed across all halves of a table that has one kind of them has its figure in one of these. */
export const placeOf = (
  table: OpenTable,
  halves: readonly BoundHalf[],
  half: number,
  line: string,
): HalfRow | null => {
  const isRepeated = table.halves.length === 1;
  const [found] = halves.flatMap((own, at) => {
    const position = own.lineOf.get(line);
    if (position === undefined || !(isRepeated || at === half)) return [];
    return halves.length > 1 && own.rows.members[position]?.bare ? [] : [{ half: at, position }];
  });
  return found ?? null;
};

const includes = (wordings: readonly string[], keys: ReadonlySet<string>): boolean =>
  wordings.some((wording) => keys.has(labelKey(wording)));

/** The column of the form that most of the headings name; null where none does, or two as well. */
const columnIn = (half: OpenHalf, path: readonly string[]): string | null => {
  const keys = new Set(path.map(labelKey));
  const named = half.columns.filter(({ headings }) => headings.every((one) => includes(one, keys)));
  const most = Math.max(...named.map(({ headings }) => headings.length));
  const [best, other] = named.filter(({ headings }) => headings.length === most);
  return best && !other ? best.id : null;
};

/** Null where a column of figures is none of the form's, or one of those is missing or stands twice. */
const columnsIn = (half: OpenHalf, { members }: Series): Map<string, number> | null => {
  const found = new Map<string, number>();
  for (const [position, { path, bare }] of members.entries()) {
    const id = columnIn(half, path);
    if (id !== null && !found.has(id)) found.set(id, position);
    else if (id !== null || !bare) return null;
  }
  return half.columns.every(({ id, optional }) => optional || found.has(id)) ? found : null;
};

/** 201, 20103, 2010301: three digits, and two more for each level. */
const isCode = (code: string): boolean => /^\d{3}(?:\d\d){0,3}$/.test(code);

const lineIn = ({ lines }: OpenHalf, label: string): OpenLine | null => {
  const keys = new Set([labelKey(label), headKey(label)]);
  return lines.find(({ zh, aliases = [] }) => includes([zh, ...aliases], keys)) ?? null;
};

/** Words stand where a figure would: 涉密. They are no title of the rows below, and no nought. */
const saysWords = (sheet: Sheet, at: number, row: number): boolean => {
  const { from, to } = sheet.halves[at] ?? { from: 0, to: 0 };
  return sheet.columns
    .slice(from, to)
    .some((kind, column) => kind === 'figures' && isWords(cellFrom(sheet, row, from + column)));
};

type Rows = Pick<BoundHalf, 'lineOf' | 'codes' | 'listed' | 'isListWhole' | 'below' | 'unsure'>;

const rowsIn = (half: OpenHalf, sheet: Sheet, at: number, { members }: Series): Rows => {
  const lineOf = new Map<string, number>();
  const codes = new Map<string, number>();
  const listed: number[] = [];
  const below = new Map<string, number[]>();
  let isListWhole = true;
  let unsure = false;
  let last: OpenLine | null = null;
  members.forEach(({ at: row, label, code, bare, ofWhich }, position) => {
    const numbering = sheet.stubs[at]?.[row]?.numbering ?? null;
    const line = code === null ? lineIn(half, label) : null;
    if (bare && saysWords(sheet, at, row)) unsure = true;
    if (line !== null) {
      // Printed across several halves, a label stands in each of them, and its figure in one.
      const before = lineOf.get(line.id);
      if (before === undefined || members[before]?.bare) lineOf.set(line.id, position);
      else if (!bare) unsure = true;
      last = line;
    } else if (half.rows === 'coded' && code !== null && isCode(code)) {
      if (codes.has(code)) unsure = true;
      codes.set(code, position);
    } else if (half.rows === 'listed' && last === null && numbering?.rank === 1) {
      listed.push(position);
      if (numbering.ordinal !== listed.length) isListWhole = false;
    } else if (last?.parts && includes(last.parts, new Set([headKey(label)])))
      below.set(last.id, [...(below.get(last.id) ?? []), position]);
    else if (!bare && !ofWhich && (numbering?.rank ?? 0) < 2) unsure = true;
  });
  return { lineOf, codes, listed, isListWhole: isListWhole && listed.length > 1, below, unsure };
};

/** Amounts of money only: none of them is a rate, whatever the row is called. */
const amounts = (series: Series): Series => ({
  ...series,
  members: series.members.map((member) => ({ ...member, rate: false })),
  lines: series.lines.map((line) => ({ ...line, rate: false, share: false })),
});

const halfIn = (half: OpenHalf, sheet: Sheet, figures: Figures, at: number): BoundHalf | null => {
  const columns = amounts(across(sheet, figures, at));
  const columnOf = columnsIn(half, columns);
  if (columnOf === null) return null;
  const rows = amounts(down(sheet, figures, at));
  const found = rowsIn(half, sheet, at, rows);
  const known = new Set(
    [
      ...found.lineOf.values(),
      ...found.codes.values(),
      ...found.listed,
      ...[...found.below.values()].flat(),
    ].map((position) => rows.members[position]?.at),
  );
  const lines = columns.lines.filter((line) => half.rows === 'any' || known.has(line.at));
  return { rows, columns: { ...columns, lines }, columnOf, ...found };
};

/** The halves of a sheet as those of a table of the form; null where it is not that table, or it is not sure that it is. */
export const boundTo = (table: OpenTable, sheet: Sheet, figures: Figures): BoundHalf[] | null => {
  const [only, second] = table.halves;
  const isRepeated = only !== undefined && second === undefined;
  if (!isRepeated && sheet.halves.length !== table.halves.length) return null;
  const found = sheet.halves.map((_: Half, at) => {
    const half = isRepeated ? only : table.halves[at];
    return half ? halfIn(half, sheet, figures, at) : null;
  });
  return found.every((half) => half !== null) ? found : null;
};
