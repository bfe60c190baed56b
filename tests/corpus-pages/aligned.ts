import { type PrintedTable, slotsOf } from './printed.ts';

/** Columns of a fixed-width face: a Chinese character takes two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, character) =>
      width + ((character.codePointAt(0) ?? 0) > 0x2e7f || '“”'.includes(character) ? 2 : 1),
    0,
  );

/** Breaks a text into lines of at most `width` columns. */
const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && widthOf(line + character) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
};

/** No column of labels is wider than eleven characters; longer ones go on below. */
const widest = 22;
const gap = 2;
/** A page ends after so many rows of a table. */
const rowsOnPage = 14;

/** Writes `text` so that it begins at column `at` of a line; pads with spaces. */
const placed = (line: string, at: number, text: string): string =>
  line + ' '.repeat(Math.max(0, at - widthOf(line))) + text;

type Placed = { column: number; text: string };

/**
 * A table as `pdftotext -layout` prints it: every cell centred in its rows, every figure in its column, nothing at all where a cell is
 * blank; a page number and a form feed every few rows. `page` counts the pages of the document.
 */
export const alignedTable = (table: PrintedTable, page: () => number): string => {
  const slots = slotsOf(table);
  const count = Math.max(0, ...slots.map((line) => line.length));
  const widths = Array.from({ length: count }, (_, x) =>
    Math.max(
      4,
      ...slots.map((line) => {
        const slot = line[x];
        return slot?.first && slot.cell.colspan === 1
          ? Math.min(widest, Math.max(...slot.cell.lines.map(widthOf)))
          : 0;
      }),
    ),
  );
  const left = widths.map((_, x) => widths.slice(0, x).reduce((sum, width) => sum + width + gap, 0));

  const room = (x: number, span: number) =>
    widths.slice(x, x + span).reduce((sum, width) => sum + width, 0) + gap * (span - 1);
  const textOf = (x: number, cell: { lines: readonly string[]; colspan: number }) =>
    cell.lines.flatMap((line) => wrapped(line, room(x, cell.colspan)));

  const heights = slots.map((line) =>
    Math.max(
      1,
      ...line.map((slot, x) => (slot?.first && slot.cell.rowspan === 1 ? textOf(x, slot.cell).length : 1)),
    ),
  );
  slots.forEach((line, y) => {
    line.forEach((slot, x) => {
      if (!slot?.first || slot.cell.rowspan === 1) return;
      const covered = heights.slice(y, y + slot.cell.rowspan).reduce((sum, height) => sum + height, 0);
      const last = Math.min(y + slot.cell.rowspan, heights.length) - 1;
      heights[last] = (heights[last] ?? 1) + Math.max(0, textOf(x, slot.cell).length - covered);
    });
  });
  const top = heights.map((_, y) => heights.slice(0, y).reduce((sum, height) => sum + height, 0));

  const lines: Placed[][] = Array.from(
    { length: heights.reduce((sum, height) => sum + height, 0) },
    () => [],
  );
  slots.forEach((line, y) => {
    line.forEach((slot, x) => {
      if (!slot?.first) return;
      const text = textOf(x, slot.cell);
      const covered = heights.slice(y, y + slot.cell.rowspan).reduce((sum, height) => sum + height, 0);
      const start = (top[y] ?? 0) + Math.floor((covered - text.length) / 2);
      text.forEach((part, down) => {
        if (part === '') return;
        // Figures and headings stand in the middle of their column; the longest of a column fills it.
        const column = (left[x] ?? 0) + Math.floor((room(x, slot.cell.colspan) - widthOf(part)) / 2);
        lines[start + down]?.push({ column, text: part });
      });
    });
  });

  let text = '';
  lines.forEach((parts, at) => {
    const y = top.indexOf(at);
    if (y > 0 && y % rowsOnPage === 0) text += `\n${' '.repeat(30)}- ${page()} -\n\f`;
    const ordered = parts.toSorted((one, other) => one.column - other.column);
    text += `${ordered.reduce((line, part) => placed(line, part.column, part.text), '')}\n`;
  });
  return text;
};
