/** A page as printed, before it becomes HTML or plain text: blocks in order, tables with their spans. */

export type PrintedCell = {
  /** Lines of the cell, a line break or a new paragraph between them. */
  readonly lines: readonly string[];
  readonly colspan: number;
  readonly rowspan: number;
  readonly role: 'label' | 'figure';
};

export type PrintedRow = { readonly cells: readonly PrintedCell[]; readonly hidden?: true };
export type PrintedTable = readonly PrintedRow[];

export type PageBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'table'; readonly rows: PrintedTable };

/** A label; `\n` in it is a line break. */
export const label = (text: string, colspan = 1, rowspan = 1): PrintedCell => ({
  lines: text.split('\n'),
  colspan,
  rowspan,
  role: 'label',
});

export const figure = (text: string, colspan = 1): PrintedCell => ({
  lines: [text],
  colspan,
  rowspan: 1,
  role: 'figure',
});

/** One character a line. */
export const stacked = (text: string): string => [...text].join('\n');

export const row = (...cells: PrintedCell[]): PrintedRow => ({ cells });

/** A slot of a table laid out without its spans: `first` where the cell begins. */
export type PrintedSlot = { readonly cell: PrintedCell; readonly first: boolean };

/** Every slot of the table, row by row. Only for tables whose cells neither overlap nor leave holes. */
export const slotsOf = (table: PrintedTable): (PrintedSlot | undefined)[][] => {
  const slots: (PrintedSlot | undefined)[][] = table.map(() => []);
  table.forEach((line, y) => {
    let x = 0;
    for (const cell of line.cells) {
      while (slots[y]?.[x]) x++;
      for (let down = 0; down < cell.rowspan; down++) {
        const target = slots[y + down];
        if (!target) break;
        for (let right = 0; right < cell.colspan; right++)
          target[x + right] = { cell, first: down === 0 && right === 0 };
      }
      x += cell.colspan;
    }
  });
  return slots;
};

/** The same table with every slot a cell of its own: a merged cell keeps its text in its first slot, the others are empty. */
export const withoutSpans = (table: PrintedTable): PrintedTable =>
  slotsOf(table).map((line) => ({
    cells: line.map((slot) => (slot?.first ? { ...slot.cell, colspan: 1, rowspan: 1 } : label(''))),
  }));
