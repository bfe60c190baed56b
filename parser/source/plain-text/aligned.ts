import { type PrintedLine, printedLine } from './columns.ts';
import { inColumns } from './figures.ts';
import { type LabelledRow, labelRows } from './labels.ts';
import { isProse, type PlainLine } from './lines.ts';
import type { Stretch } from './part.ts';
import { joinWrapped } from './wrapped.ts';

/** More lines without figures on end than any heading has: the table is over, or has not begun. */
const mostHeading = 24;
/** A lone line of so many figures is a table; fewer need a second line. */
const figuresOfALine = 5;
/** No page is wider. */
const longestLine = 400;

/** Cells with tabs or bars between them are parted by these, not by their places. */
const divided = /\t| [|｜] /;

/** Lines that a table laid out in columns may consist of, read by their gaps; null for all others. */
export const printedLines = (lines: readonly PlainLine[]): (PrintedLine | null)[] =>
  lines.map((line, at) =>
    line.text === '' || line.raw.length > longestLine || divided.test(line.raw) || line.text.includes('。')
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
  lines: readonly PlainLine[],
  printed: readonly (PrintedLine | null)[],
  sections: ReadonlySet<number>,
  taken: (at: number) => boolean,
): Stretch[] => {
  const stretches: Stretch[] = [];
  let open: PrintedLine[] = [];
  let last = -1;

  const close = (): void => {
    const counts = open.map((line) => line.figures.length).filter((count) => count > 0);
    if (counts.length > 1 || (counts[0] ?? 0) >= figuresOfALine) {
      const { rows, used } = labelRows(joinWrapped(open));
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
    const prose = one?.figures.length === 0 && isProse(line.text) && one.pieces.length === 1;
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
  const blocks: LabelledRow[][] = [[]];
  for (const row of rows) {
    const last = blocks.at(-1)?.at(-1);
    const isHeading = row.figures.length === 0;
    // The heading of a group, alone on its line, is no heading of columns.
    if (isHeading ? row.wording.length > 1 : last && row.page !== last.page) blocks.push([]);
    if (!isHeading) blocks.at(-1)?.push(row);
  }
  const figures = inColumns(blocks.map((block) => block.map((row) => row.figures))).flat();
  let at = 0;
  return rows.map((row) => {
    if (row.figures.length === 0) return row.wording;
    const inPlace = figures[at++] ?? [];
    return [...row.wording, ...(row.torn ? row.figures.map(({ text }) => text) : inPlace)];
  });
};
