import { Parser } from 'htmlparser2';
import type { Grid } from './pages.ts';

/**
 * The reference that every ratio refers to: a streaming htmlparser2 `Parser` and the least that turns its events into the grids
 * of all tables that hold no other table of several cells.
 */

type OpenTable = {
  grid: Grid;
  row: number;
  column: number;
  text: string;
  cell: Span | null;
  leaf: boolean;
  cells: number;
};
type Span = { width: number; height: number };

const span = (text: string | undefined, most: number): number =>
  Math.min(Math.max(Number.parseInt(text ?? '1', 10) || 1, 1), most);

/** Told of elements and text in document order; gives the grids. */
export class GridBuilder {
  readonly grids: Grid[] = [];
  readonly #open: OpenTable[] = [];

  start(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table')
      this.#open.push({ grid: [], row: -1, column: 0, text: '', cell: null, leaf: true, cells: 0 });
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'tr') {
      this.#endCell(table);
      table.row++;
      table.column = 0;
      table.grid[table.row] ??= [];
    } else if (name === 'td' || name === 'th') {
      this.#endCell(table);
      table.cells++;
      table.cell = { width: span(attributes.colspan, 1000), height: span(attributes.rowspan, 1000) };
    }
  }

  text(data: string): void {
    const table = this.#open.at(-1);
    if (table?.cell) table.text += data;
  }

  end(name: string): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (name === 'td' || name === 'th' || name === 'tr') this.#endCell(table);
    else if (name === 'table') {
      this.#endCell(table);
      this.#open.pop();
      const around = this.#open.at(-1);
      if (around && table.cells === 1) around.text += table.grid[0]?.[0] ?? '';
      else {
        if (around) around.leaf = false;
        if (table.leaf) this.grids.push(table.grid);
      }
    }
  }

  #endCell(table: OpenTable): void {
    if (!table.cell) return;
    const text = table.text.replace(/\s+/g, '');
    const row = Math.max(table.row, 0);
    while (table.grid[row]?.[table.column] !== undefined) table.column++;
    for (let down = 0; down < table.cell.height; down++) {
      table.grid[row + down] ??= [];
      for (let right = 0; right < table.cell.width; right++) {
        const line = table.grid[row + down];
        if (line) line[table.column + right] = text;
      }
    }
    table.cell = null;
    table.text = '';
  }
}

export const saxGrid = (html: string): Grid[] => {
  const builder = new GridBuilder();
  const parser = new Parser({
    onopentag: (name, attributes) => builder.start(name, attributes),
    ontext: (data) => builder.text(data),
    onclosetag: (name) => builder.end(name),
  });
  parser.end(html);
  return builder.grids;
};
