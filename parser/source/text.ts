import type { Block, Row, SourceDocument, TableBlock } from './blocks.ts';

/** A line that opens a section: 一、… 六、…. In a cell such a label would be opened by a tab. */
const sectionHeading = /^[一二三四五六七八九十]{1,3}、/;

/**
 * Reads plain text as a word processor exports it: a tab opens each cell, a blank line ends a row, further lines
 * without a tab continue the cell. Spans are lost: a row-spanned cell comes again empty, a column-spanned one once.
 */
export const readText = (text: string): SourceDocument => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const blocks: Block[] = [];
  let tables = 0;
  let table: TableBlock | null = null;
  let row: Row | null = null;

  const paragraph = (line: string): void => {
    table = null;
    row = null;
    if (sectionHeading.test(line)) blocks.push({ kind: 'heading', level: 2, text: line });
    else blocks.push({ kind: 'paragraph', text: line });
  };

  lines.forEach((line, at) => {
    const content = line.trim();
    if (line.startsWith('\t')) {
      if (!table) {
        table = { kind: 'table', index: tables++, geometry: 'sequence', rows: [] };
        blocks.push(table);
      }
      if (!row) {
        row = { cells: [], group: 0 };
        table.rows.push(row);
      }
      for (const cell of line.slice(1).split('\t')) {
        row.cells.push({ text: cell.trim(), colspan: 1, rowspan: 1 });
      }
    } else if (content === '') {
      // 总⏎⏎计: a blank line inside a cell. The row goes on where a short rest is followed by a further cell.
      const rest = lines[at + 1]?.trim() ?? '';
      const goesOn = row !== null && rest !== '' && !lines[at + 1]?.startsWith('\t') && rest.length <= 4;
      if (!(goesOn && lines[at + 2]?.startsWith('\t'))) row = null;
    } else if (row && !sectionHeading.test(content)) {
      const cell = row.cells.at(-1);
      if (cell) cell.text = cell.text === '' ? content : `${cell.text}\n${content}`;
    } else {
      paragraph(content);
    }
  });
  return { title: null, metas: [], blocks };
};
