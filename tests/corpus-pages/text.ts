import { alignedTable } from './aligned.ts';
import { type PageBlock, type PrintedTable, slotsOf } from './printed.ts';

/**
 * - `tab-cells`: a tab opens each cell, a blank line ends a row; a row-spanned cell comes again empty, a column-spanned one once;
 *   a heading can follow the last cell without a blank line (L04, L06, L07, L11)
 * - `tab-rows`: a line a row, tabs between cells, every slot of a merged cell but its first one empty
 * - `tab-rows-omitted`: a line a row, tabs between cells, merged cells once, as a browser copies a table (L06)
 * - `pipes`: Markdown tables; the further slots of a merged cell are empty (L07)
 * - `cell-a-line`: one cell a line, nothing between rows; `cell-a-line-blank-rows`: a blank line between rows;
 *   `cell-a-line-bars`: a lone "|" between rows (L09). A blank cell cannot be printed in these.
 * - `paragraph-cells`: a tab on a line of its own between cells, as `innerText` gives a page whose cells hold paragraphs
 * - `aligned`: columns aligned by spaces, long labels wrapped, page numbers and form feeds between rows, as `pdftotext -layout` prints
 */
export const dialects = [
  'tab-cells',
  'tab-rows',
  'tab-rows-omitted',
  'pipes',
  'cell-a-line',
  'cell-a-line-blank-rows',
  'cell-a-line-bars',
  'paragraph-cells',
  'aligned',
] as const;
export type Dialect = (typeof dialects)[number];

/** Whether a blank cell leaves a trace in this dialect. Where it does not, only reports without blank cells can be printed. */
export const carriesBlanks = (dialect: Dialect): boolean => !dialect.startsWith('cell-a-line');

/** What each row prints when a row-spanned cell is printed again, empty, below itself, and a column-spanned one once. */
const exportedRows = (table: PrintedTable): string[][] =>
  slotsOf(table).map((line, y, all) =>
    line.flatMap((slot, x) => {
      if (!slot || line[x - 1]?.cell === slot.cell) return [];
      return [all[y - 1]?.[x]?.cell === slot.cell ? '' : slot.cell.lines.join('\n')];
    }),
  );

const everySlot = (table: PrintedTable): string[][] =>
  slotsOf(table).map((line) => line.map((slot) => (slot?.first ? slot.cell.lines.join('') : '')));

const ownCells = (table: PrintedTable): string[][] =>
  table.map((line) => line.cells.map((cell) => cell.lines.join('')));

const pipes = (table: PrintedTable): string => {
  const rows = everySlot(table).map((cells) => `| ${cells.join(' | ')} |`);
  const width = slotsOf(table)[0]?.length ?? 0;
  return [rows[0], `|${' --- |'.repeat(width)}`, ...rows.slice(1)].join('\n');
};

/** A paragraph asks for two line ends before and behind it, where nothing has asked for as many; the end of a row adds one. */
const paragraphCells = (table: PrintedTable): string => {
  const paragraph = (text: string) => (text === '' ? '\n\n' : `\n\n${text}\n\n`);
  const rows = ownCells(table).map((cells) => cells.map(paragraph).join('\t'));
  return `${rows.join('\n').replaceAll(/^\n+|\n+$/g, '')}\n`;
};

const tableText = (table: PrintedTable, dialect: Dialect, page: () => number): string => {
  switch (dialect) {
    case 'tab-cells':
      return exportedRows(table)
        .map((cells) => cells.map((text) => `\t${text}\n`).join(''))
        .join('\n');
    case 'tab-rows':
      return `${everySlot(table)
        .map((cells) => cells.join('\t'))
        .join('\n')}\n`;
    case 'tab-rows-omitted':
      return `${ownCells(table)
        .map((cells) => cells.join('\t'))
        .join('\n')}\n`;
    case 'pipes':
      return `${pipes(table)}\n`;
    case 'cell-a-line':
    case 'cell-a-line-blank-rows':
    case 'cell-a-line-bars': {
      const between = { 'cell-a-line': '', 'cell-a-line-blank-rows': '\n', 'cell-a-line-bars': '|\n' }[
        dialect
      ];
      const rows = ownCells(table);
      if (rows.flat().includes('')) throw new Error(`${dialect} cannot print a blank cell`);
      return rows.map((cells) => cells.map((text) => `${text}\n`).join('')).join(between);
    }
    case 'paragraph-cells':
      return paragraphCells(table);
    case 'aligned':
      return alignedTable(table, page);
  }
};

/** The blocks of a page as plain text. An image leaves no trace but its file's name, as in the exports seen. */
export const textOf = (blocks: readonly PageBlock[], dialect: Dialect): string => {
  let pages = 0;
  const page = () => {
    pages++;
    return pages;
  };
  let text = '';
  for (const [at, block] of blocks.entries()) {
    switch (block.kind) {
      case 'table': {
        text += tableText(block.rows, dialect, page);
        // The export goes on right after the last cell: the next heading has no blank line before it.
        const last = blocks.slice(at + 1).every((later) => later.kind !== 'table');
        if (dialect !== 'tab-cells' || !last) text += '\n';
        break;
      }
      case 'image':
        text += `[image: ${block.src}]\n\n`;
        break;
      case 'heading':
      case 'title':
      case 'paragraph':
        text +=
          dialect === 'pipes' && block.kind === 'heading' ? `## ${block.text}\n\n` : `${block.text}\n\n`;
    }
  }
  return text;
};
