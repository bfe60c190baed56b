import type { Row, TableBlock } from '../blocks.ts';

/** A stretch of lines that one dialect of plain text explains: what it says, in order. `to` is the line after its last. */
export type Stretch = { from: number; to: number; parts: TextPart[] };

export type TextPart =
  | { kind: 'line'; text: string }
  | { kind: 'table'; geometry: TableBlock['geometry']; rows: string[][] };

/** Rows whose cells stand in columns all have one length; where lengths differ, only the order of the cells is known. */
export const geometryOf = (rows: readonly string[][]): TableBlock['geometry'] =>
  rows.every((row) => row.length === rows[0]?.length) ? 'grid' : 'sequence';

export const rowOf = (texts: readonly string[]): Row => ({
  cells: texts.map((text) => ({ text, colspan: 1, rowspan: 1 })),
  group: 0,
});
