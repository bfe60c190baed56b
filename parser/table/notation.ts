import { notationOf, readPrinted } from '../text/printed.ts';
import type { Sheet } from './sheet.ts';

/** Figures are read in the way in which the table as a whole writes them: 54,52 among others like it is no fifty-four thousand. */
export const notation = (sheet: Sheet): Sheet => {
  const way = notationOf(sheet.cells.map(({ text }) => text));
  if (way === 'point') return sheet;
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const obscured = cell.figure.state === 'unreadable' && readPrinted(cell.text).state !== 'unreadable';
      return obscured ? cell : { ...cell, figure: readPrinted(cell.text, way) };
    }),
  };
};
