import { unit } from './columns.ts';
import { isFigure, isProse, type PlainLine, sectionHeading } from './lines.ts';
import { geometryOf, type Stretch } from './part.ts';

/**
 * What the standard makes of a page's text (`innerText`) where cells hold blocks: a tab on a line of its own between two cells,
 * and as many line ends on either side as the block asks for, two for a paragraph, one for a division. The end of a row adds one.
 */
type BlockKind = 'paragraph' | 'division';

/** Where two lines with something on them meet. */
type Joint = { ends: number; behindTab: boolean; beforeTab: boolean };

const hasTab = (line: PlainLine | undefined): boolean => line?.raw.includes('\t') === true;

/** Of which blocks a line speaks that holds nothing but a tab. */
const blockKindAt = (lines: readonly PlainLine[], at: number): BlockKind | null => {
  const line = lines[at];
  const above = lines[at - 1];
  const below = lines[at + 1];
  if (!line || !above || !below || !hasTab(line) || line.text !== '') return null;
  if (above.raw === '' && below.raw === '') return 'paragraph';
  return [above, below].every((one) => one.text !== '' && !hasTab(one)) ? 'division' : null;
};

/**
 * The blocks of a row ask for even numbers of line ends, so that an odd number holds the one of the row; a single one also stands
 * within a block. Divisions ask for single ones.
 */
const endsRow = (kind: BlockKind, { ends, behindTab, beforeTab }: Joint): boolean => {
  if (kind === 'division') return ends > 1;
  return ends % 2 === 1 && (ends > 1 || behindTab || beforeTab);
};

const han = /\p{Script=Han}/u;

/** No unit, and no rest of a figure: the table is over, and what stands behind it begins. */
const isBeyondFigure = (text: string): boolean => han.test(text) && !unit.test(text);

/** The next line that holds something. Blanks too can be all that a block holds. */
const nextContent = (lines: readonly PlainLine[], after: number): number => {
  let at = after + 1;
  while (lines[at]?.raw === '') at++;
  return at;
};

/** Tables whose cells hold paragraphs or divisions, from the text of a page. */
export const blockTables = (lines: readonly PlainLine[]): Stretch[] => {
  const stretches: Stretch[] = [];
  let free = 0;
  for (let at = 0; at < lines.length; at++) {
    const kind = blockKindAt(lines, at);
    if (kind === null) continue;
    const stretch = readTable(lines, firstLine(lines, at, free), kind);
    const [table] = stretch.parts;
    const loners = lines.slice(stretch.from, stretch.to).filter((line) => hasTab(line) && line.text === '');
    const tabbed = lines.slice(stretch.from, stretch.to).filter(hasTab);
    if (table?.kind === 'table' && table.rows.length > 1 && loners.length * 2 > tabbed.length) {
      stretches.push(stretch);
      free = stretch.to;
    }
    at = Math.max(at, stretch.to - 1);
  }
  return stretches;
};

/** The first cell is the block before the first tab. */
const firstLine = (lines: readonly PlainLine[], tab: number, free: number): number => {
  let at = tab;
  while (at > free && lines[at - 1]?.raw === '') at--;
  while (at > free && lines[at - 1]?.raw !== '' && !hasTab(lines[at - 1])) at--;
  return at;
};

const readTable = (lines: readonly PlainLine[], from: number, kind: BlockKind): Stretch => {
  const rows: string[][] = [['']];
  let last = from;
  for (let at = from; at < lines.length; at = nextContent(lines, at)) {
    const line = lines[at];
    if (!line) break;
    const joint = {
      ends: at - last,
      behindTab: lines[last]?.raw.endsWith('\t') === true,
      beforeTab: line.raw.startsWith('\t'),
    };
    const isFirst = at === from;
    const row = rows.at(-1) ?? [];
    const ends = !isFirst && endsRow(kind, joint);
    if (!isFirst && isBeyond(lines, at, ends ? '' : (row.at(-1) ?? ''))) {
      // No row ends behind the last one: a line is gone, and with it what the last cell held.
      if (ends && row.at(-1) === '') row.pop();
      break;
    }
    if (ends) rows.push(['']);
    addPieces(rows.at(-1) ?? [], line.raw.split('\t'));
    last = at;
  }
  return { from, to: last + 1, parts: [{ kind: 'table', geometry: geometryOf(rows), rows }] };
};

/** The first piece goes on with the last cell of the row; each tab ends a cell. */
const addPieces = (row: string[], pieces: readonly string[]): void => {
  for (const [nth, piece] of pieces.map((one) => one.trim()).entries()) {
    if (nth > 0) row.push(piece);
    else if (piece !== '') row.push([row.pop() ?? '', piece].filter((text) => text !== '').join('\n'));
  }
};

/** Is a line within a row none of its cells any more? The end of a table asks for no more line ends than that of a block. */
const isBeyond = (lines: readonly PlainLine[], at: number, cell: string): boolean => {
  const line = lines[at];
  if (!line || hasTab(line)) return false;
  if (isFigure(cell) && isBeyondFigure(line.text)) return true;
  const goesOn = hasTab(lines[nextContent(lines, at)]);
  return !goesOn && (sectionHeading.test(line.text) || isProse(line.text));
};
