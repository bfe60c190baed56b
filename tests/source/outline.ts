import type { Block, Cell, Row, SourceDocument } from '../../parser/source/blocks.ts';

/**
 * Blocks as lines, so that a failing comparison shows the page: `# heading`, `paragraph`, `[image src]`,
 * `table 0: a | b / c` with the spans of a cell behind its text (`a 2x1`). A line break in a text is `⏎`.
 */
export const outline = (document: SourceDocument): string[] => document.blocks.map(line);

const line = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${broken(block.text)}`;
    case 'paragraph':
      return broken(block.text);
    case 'image':
      return `[${block.src}${block.alt ? ` ${block.alt}` : ''}]`;
    case 'table':
      return `table ${block.index}: ${block.rows.map(rowOf).join(' / ')}`;
  }
};

const rowOf = (row: Row): string =>
  (row.hidden ? '(hidden) ' : '') +
  row.cells.map(cellOf).join(' | ') +
  (row.hiddenText ? ' (and hidden text)' : '');

const cellOf = (cell: Cell): string => {
  const spans = cell.colspan === 1 && cell.rowspan === 1 ? '' : ` ${cell.colspan}x${cell.rowspan}`;
  return broken(cell.text) + spans + (cell.obscured ? ` [${cell.obscured}]` : '');
};

const broken = (text: string): string => text.replaceAll('\n', '⏎');
