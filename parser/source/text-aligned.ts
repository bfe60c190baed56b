import { inColumns, type Printed, printedLine } from './text-columns.ts';
import { type LabelledRow, labelRows } from './text-labels.ts';
import { isProse, type Line } from './text-lines.ts';
import type { Stretch } from './text-part.ts';

/** More lines without figures on end than any heading has: the table is over, or has not begun. */
const mostHeading = 24;
/** A lone line of so many figures is a table; fewer need a second line. */
const figuresOfALine = 5;
/** No page is wider. */
const longestLine = 400;

/** Lines that a table laid out in columns may consist of, read by their gaps; null for all others. */
export const printedLines = (lines: readonly Line[]): (Printed | null)[] =>
  lines.map((line, at) =>
    line.text === '' || line.raw.length > longestLine || line.raw.includes('\t') || line.text.includes('。')
      ? null
      : printedLine(line, at),
  );

/**
 * Tables laid out in columns of a page, as `pdftotext -layout` prints them: figures at the right end of a line, their label
 * to the left, or broken over the lines around it.
 *
 * @param printed what `printedLines` says of each line.
 * @param sections lines that open a section.
 * @param taken lines that belong to other tables.
 */
export const alignedTables = (
  lines: readonly Line[],
  printed: readonly (Printed | null)[],
  sections: ReadonlySet<number>,
  taken: (at: number) => boolean,
): Stretch[] => {
  const stretches: Stretch[] = [];
  let open: Printed[] = [];
  let last = -1;

  const close = (): void => {
    const counts = open.map((line) => line.figures.length).filter((count) => count > 0);
    if (counts.length > 1 || (counts[0] ?? 0) >= figuresOfALine) {
      const { rows, used } = labelRows(open);
      stretches.push({
        from: open[0]?.at ?? 0,
        to: (open[used - 1]?.at ?? 0) + 1,
        parts: [{ kind: 'table', geometry: 'sequence', rows: textsOf(rows) }],
      });
    }
    open = [];
    last = -1;
  };

  lines.forEach((line, at) => {
    if (line.text === '' && !taken(at)) return;
    const one = printed[at];
    const prose = one?.figures.length === 0 && one.pieces.length === 1 && isProse(line.text);
    if (taken(at) || sections.has(at) || !one || prose) {
      close();
      return;
    }
    open.push(one);
    if (one.figures.length > 0) last = open.length - 1;
    else if (last >= 0 && open.length - 1 - last > mostHeading) close();
    else if (last < 0 && open.length > mostHeading) open.shift();
  });
  close();
  return stretches;
};

/** Rows as texts. Columns are sought among the rows of one page under one heading: each has its own. */
const textsOf = (rows: readonly LabelledRow[]): string[][] => {
  const texts: string[][] = [];
  let block: LabelledRow[] = [];
  const flush = (): void => {
    const figures = inColumns(block.map((row) => row.figures));
    block.forEach((row, at) => {
      texts.push([...row.wording, ...(figures[at] ?? [])]);
    });
    block = [];
  };
  for (const row of rows) {
    const isHeading = row.figures.length === 0;
    if (isHeading ? row.wording.length > 1 : row.page !== block.at(-1)?.page) flush();
    if (isHeading) {
      flush();
      texts.push(row.wording);
    } else block.push(row);
  }
  flush();
  return texts;
};
