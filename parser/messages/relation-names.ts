import type { RelationReading, TableReading } from '../tabulation.ts';
import { printed } from './figure.ts';

/** What the rows and columns of a table are called, and how its totals come out: for the sentences of every language. */

type TotalsTally = {
  satisfied: number;
  rounding: number;
  violated: number;
  undetermined: number;
  /** Lines that fail, but so that it may be our reading that is wrong. */
  hints: number;
};

/** How many lines of the relations of a table came out how. */
export const totalsTally = ({ relations }: Pick<TableReading, 'relations'>): TotalsTally => {
  const tally: TotalsTally = { satisfied: 0, rounding: 0, violated: 0, undetermined: 0, hints: 0 };
  // What is recomputed from other figures is no total.
  for (const { lines, kind } of relations)
    for (const { outcome, rounding, strength } of kind === 'share' || kind === 'growth' ? [] : lines) {
      if (outcome === 'violated' && strength === 'hint') tally.hints++;
      else tally[outcome]++;
      if (rounding) tally.rounding++;
    }
  return tally;
};

type LineNames = {
  /** As it is called beside this column: a table printed as two side by side has two labels in a row. */
  row: (at: number, column: number | null) => string;
  column: (at: number) => string;
};

export const namesIn = ({ cells }: Pick<TableReading, 'cells'>): LineNames => {
  const rows = new Map<string, string>();
  const columns = new Map<number, string>();
  for (const { row, column, rowPath, columnPath } of cells) {
    const label = rowPath.at(-1)?.replace(/\s+/g, '');
    if (label) {
      rows.set(`${row} ${column}`, label);
      if (!rows.has(`${row}`)) rows.set(`${row}`, label);
    }
    if (columnPath.length > 0 && !columns.has(column))
      columns.set(column, columnPath.slice(-2).join('·').replace(/\s+/g, ''));
  }
  return {
    row: (at, column) => rows.get(`${at} ${column}`) ?? rows.get(`${at}`) ?? '',
    column: (at) => columns.get(at) ?? '',
  };
};

/** What the members of a relation are called, in words for what has no name. */
export const termNames = (
  names: LineNames,
  unnamed: { row: (at: number) => string; column: (at: number) => string },
  { axis, target, parts, lines }: RelationReading,
): ((place: RelationReading['target']) => string) => {
  const row = (at: number, column: number | null): string => names.row(at, column) || unnamed.row(at);
  const column = (at: number): string => names.column(at) || unnamed.column(at);
  const own = (place: RelationReading['target']): string => {
    if (typeof place !== 'number') return row(place[0], place[1]);
    return axis === 'down' ? row(place, lines[0]?.at ?? null) : column(place);
  };
  const said = [target, ...parts.flatMap(({ at, table }) => (table === undefined ? [at] : []))].map(own);
  // Cells of one name are told apart by their columns.
  const isTold = new Set(said).size === said.length;
  return (place) =>
    typeof place === 'number' || isTold ? own(place) : `${own(place)}（${column(place[1])}）`;
};

export const placeOf = (ref: string): { row: number; column: number } => {
  const [, row = '0', column = '0'] = /r(\d+)\.c(\d+)$/.exec(ref) ?? [];
  return { row: Number(row), column: Number(column) };
};

export type Direction = 'above' | 'below' | 'left' | 'right';

export const directionOf = ({ axis, target, parts }: RelationReading): Direction | null => {
  if (typeof target !== 'number') return null;
  const at = parts.flatMap((part) => (typeof part.at === 'number' ? [part.at] : []));
  if (at.length !== parts.length) return null;
  if (at.every((one) => one < target)) return axis === 'down' ? 'above' : 'left';
  if (at.every((one) => one > target)) return axis === 'down' ? 'below' : 'right';
  return null;
};

export const signed = (value: number): string => (value < 0 ? `−${printed(-value)}` : `+${printed(value)}`);
