import { isFigure, isProse, type PlainLine } from './lines.ts';
import type { Stretch } from './part.ts';

type Kind = 'blank' | 'bar' | 'figure' | 'wording' | 'stop';

const kindOf = (line: PlainLine, isSection: boolean): Kind => {
  if (line.text === '') return 'blank';
  if (line.text === '|' || line.text === '｜') return 'bar';
  if (isSection || isProse(line.text) || line.raw.includes('\t')) return 'stop';
  return isFigure(line.text) ? 'figure' : 'wording';
};

/** More lines of wording on end than the headings of any table: the table is over, or has not begun. */
const mostWording = 40;

/** A few numbers on lines of their own are no table. */
const leastFigures = 3;

const severalWords = /\s/;

type LineCell = { text: string; kind: Kind };

/**
 * Tables printed one cell a line. Rows are divided by lone bars, by blank lines, or by nothing but the wording that follows
 * figures.
 *
 * @param sections lines that open a section.
 * @param taken lines that belong to other tables.
 */
export const cellLines = (
  lines: readonly PlainLine[],
  sections: ReadonlySet<number>,
  taken: (at: number) => boolean,
): Stretch[] => {
  const stretches: Stretch[] = [];
  let from = -1;
  let last = -1;
  let wording: number[] = [];
  const kinds = lines.map((line, at) => (taken(at) ? 'stop' : kindOf(line, sections.has(at))));

  const close = (): void => {
    if (from >= 0) {
      const cells = lines
        .slice(from, last + 1)
        .map((line, at): LineCell => ({ text: line.text, kind: kinds[from + at] ?? 'stop' }));
      if (cells.filter(({ kind }) => kind === 'figure').length >= leastFigures)
        stretches.push({
          from,
          to: last + 1,
          parts: [
            { kind: 'table', geometry: 'sequence', rows: rowsOf(cells).filter((row) => row.length > 0) },
          ],
        });
    }
    from = -1;
    wording = [];
  };

  kinds.forEach((kind, at) => {
    if (kind === 'stop') close();
    else if (kind === 'wording') {
      wording.push(at);
      if (wording.length > mostWording) close();
    } else if (kind === 'figure' && (from >= 0 || wording.length > 0)) {
      if (from < 0) from = wording[0] ?? at;
      last = at;
      wording = [];
    }
  });
  close();
  return stretches;
};

const rowsOf = (cells: readonly LineCell[]): string[][] => {
  const single = cells.some(({ kind }) => kind === 'bar') ? betweenBars(cells) : null;
  if (single) return byFigures(single);
  if (cells.some(({ kind }) => kind === 'bar'))
    return splitAt(cells, 'bar').flatMap((chunk) => {
      const row = trimmed(chunk);
      // A blank line within a row stands between two tables, the last row of one and the first of the next.
      return row.some(({ kind }) => kind === 'blank') ? rowsOf(row) : [row.map(({ text }) => text)];
    });
  const chunks = splitAt(cells, 'blank').filter((chunk) => chunk.length > 0);
  // Blank lines divide rows where none goes on with wording after its figures, and none begins with figures but the one
  // line below two storeys of headings, each in a line of its own.
  const divides = chunks.every((chunk, at) => {
    const figures = chunk.findIndex(({ kind }) => kind === 'figure');
    const above = chunks[at - 1];
    if (figures === 0 && !(above && above.length > 1 && above.every(isOneHeading))) return false;
    return figures < 0 || chunk.slice(figures).every(({ kind }) => kind === 'figure');
  });
  const undivided = cells.filter(({ kind }) => kind !== 'blank');
  return (divides ? chunks : [undivided]).flatMap(byFigures);
};

/** Lone bars that close cells, not rows. Fewer of them can stand between rows of one figure. */
const leastBars = 6;

/**
 * The cells between lone bars, where these stand behind each cell: none holds more than one figure, or a figure with words. Two bars on end
 * have a blank one between them.
 */
const betweenBars = (cells: readonly LineCell[]): LineCell[] | null => {
  const chunks = splitAt(cells, 'bar').map((chunk) => chunk.filter(({ kind }) => kind !== 'blank'));
  const figures = chunks.filter((chunk) => chunk.some(({ kind }) => kind === 'figure'));
  if (chunks.length <= leastBars || figures.some((chunk) => chunk.length > 1)) return null;
  return chunks.map((chunk) => ({
    text: chunk.map(({ text }) => text).join('\n'),
    kind: figures.includes(chunk) || chunk.length === 0 ? 'figure' : 'wording',
  }));
};

/** Several words on a line can be pieces of several headings. */
const isOneHeading = ({ kind, text }: LineCell): boolean => kind === 'wording' && !severalWords.test(text);

/** Without blank lines at the ends. */
const trimmed = (cells: readonly LineCell[]): readonly LineCell[] => {
  const first = cells.findIndex(({ kind }) => kind !== 'blank');
  const last = cells.findLastIndex(({ kind }) => kind !== 'blank');
  return first < 0 ? [] : cells.slice(first, last + 1);
};

const splitAt = (cells: readonly LineCell[], divider: Kind): LineCell[][] => {
  const chunks: LineCell[][] = [[]];
  for (const cell of cells) {
    if (cell.kind === divider) chunks.push([]);
    else chunks.at(-1)?.push(cell);
  }
  return chunks;
};

/** A new row begins with the wording that follows figures. */
const byFigures = (cells: readonly LineCell[]): string[][] => {
  const rows: string[][] = [];
  let at = 0;
  while (at < cells.length) {
    const wording: string[] = [];
    const figures: string[] = [];
    for (; cells[at]?.kind === 'wording'; at++) wording.push(cells[at]?.text ?? '');
    for (; cells[at]?.kind === 'figure'; at++) figures.push(cells[at]?.text ?? '');
    // As many words before the label as there are figures behind it: they are headings, on rows of their own. Fewer are
    // the headings of a group of rows.
    const label = wording.splice(-1);
    if (figures.length > 0 && wording.length >= figures.length) rows.push(wording, [...label, ...figures]);
    else rows.push([...wording, ...label, ...figures]);
  }
  return rows;
};
