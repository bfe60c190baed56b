import type { Tabulation } from '../tabulation.ts';
import { type CsvCell, slotText } from './csv.ts';

/** The tables of a source as tidy rows: one for each figure, and one for each line of each equation. */

export const figureColumns = [
  'source',
  'table',
  'caption',
  'row_path',
  'column_path',
  'unit',
  'raw',
  'value',
  'state',
  'role',
  'slot',
] as const;

export const relationColumns = [
  'source',
  'table',
  'relation',
  'kind',
  'axis',
  'target',
  'parts',
  'cue',
  'line',
  'outcome',
  'rounding',
  'printed',
  'computed',
  'difference',
  'strength',
  'reason',
] as const;

/** Paths are joined by what stands in no label. */
const joined = (path: readonly string[]): string =>
  path.map((label) => label.replace(/\s+/g, ' ').replaceAll(' › ', ' > ')).join(' › ');

const nameOf = ({ source }: Tabulation): string => source.path ?? source.url ?? '';

export const figureRows = (tabulation: Tabulation): CsvCell[][] =>
  tabulation.tables.flatMap((table) =>
    table.cells.map((cell) => [
      nameOf(tabulation),
      table.index,
      table.caption,
      joined(cell.rowPath),
      joined(cell.columnPath),
      cell.unit,
      cell.raw,
      cell.value,
      cell.state,
      cell.role,
      slotText({ table: table.index, row: cell.row, column: cell.column }),
    ]),
  );

const place = (at: number | readonly number[]): string => (typeof at === 'number' ? `${at}` : at.join(':'));

/** Rows or columns from 0; parts that are taken off have a minus before them, those of another table its number, `t2:`. */
export const relationRows = (tabulation: Tabulation): CsvCell[][] =>
  tabulation.tables.flatMap((table) =>
    table.relations.flatMap((relation) =>
      relation.lines.map((line) => [
        nameOf(tabulation),
        table.index,
        relation.id,
        relation.kind,
        relation.axis,
        place(relation.target),
        relation.parts
          .map(
            ({ at, weight, table: other }) =>
              `${weight < 0 ? '−' : ''}${other === undefined ? '' : `t${other}:`}${place(at)}`,
          )
          .join(' '),
        relation.cue,
        line.at,
        line.outcome,
        line.rounding ? 'true' : 'false',
        line.printed,
        line.computed,
        line.difference,
        line.strength,
        line.reason ?? null,
      ]),
    ),
  );
