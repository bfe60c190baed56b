import type { Block } from '../blocks.ts';
import { sectionHeading } from '../plain-text/lines.ts';
import { cellAbove, cellUnder, type RuledCell, type RuledTable, ruledTables } from './cells.ts';
import { cellText, linesOfPieces, type TextLine } from './lines.ts';
import { cutAtRules } from './pieces.ts';
import { doubtIn, mayBeFigure, touches } from './seen.ts';
import type { Box, PageContent, Piece } from './shapes.ts';
import { append, continues, type PrintedTable, rowsOf } from './tables.ts';

/** Printed pages into blocks: paragraphs and tables as they were before they were cut into lines and pages. */

type PagePart =
  | { kind: 'line'; line: TextLine }
  | { kind: 'table'; box: Box; table: PrintedTable }
  | { kind: 'image'; box: Box };

const topOf = (part: PagePart): number => (part.kind === 'line' ? part.line.top : part.box.top);

type LaidPage = { width: number; height: number; page: number; parts: PagePart[] };

/** Pictures smaller than this hold no table: seals, rules, logos. */
const smallest = 60;

/** What a page shows, from above downwards. */
export const layOut = (content: PageContent): LaidPage => {
  const tables = ruledTables(content.rules);
  const pieces =
    tables.length > 0 ? content.pieces.flatMap((piece) => cutAtRules(piece, content.rules)) : content.pieces;
  const held = new Map<RuledTable, Piece[][]>(tables.map((table) => [table, table.cells.map(() => [])]));
  const free: Piece[] = [];
  for (const piece of pieces) {
    // A table within a cell of another comes later in the list and owns what stands in it.
    const table = tables.findLast((one) => cellUnder(one, piece) !== null);
    const cell = table ? cellUnder(table, piece) : null;
    if (table && cell !== null) held.get(table)?.[cell]?.push(piece);
    else free.push(piece);
  }
  const parts: PagePart[] = linesOfPieces(withoutHanging(free, held, content.height)).map((line) => ({
    kind: 'line',
    line,
  }));
  for (const [table, texts] of held) {
    const inside = content.doubts.filter((doubt) => touches(doubt, table.box));
    if (texts.every((text) => text.length === 0) && inside.length === 0) continue;
    parts.push({
      kind: 'table',
      box: table.box,
      table: {
        xs: table.xs,
        rows: table.ys.length - 1,
        cells: table.cells.map((cell, at) => {
          const text = cellText(texts[at] ?? [], cell.box);
          const obscured = mayBeFigure(text) ? doubtIn(inside, cell.box) : null;
          return {
            row: cell.row,
            column: cell.column,
            rows: cell.rows,
            columns: cell.columns,
            text,
            ...(obscured && { obscured }),
          };
        }),
      },
    });
  }
  for (const box of content.images)
    if (box.right - box.left >= smallest && box.bottom - box.top >= smallest)
      parts.push({ kind: 'image', box });
  const { width, height, page } = content;
  return { width, height, page, parts: parts.sort((a, b) => topOf(a) - topOf(b)) };
};

/** How far down a page its last table reaches where a page break cuts it. Of the page's height. */
const footing = 0.75;

/** Puts what hangs out of the last table of the page into its cells, and gives back the rest. */
const withoutHanging = (
  free: readonly Piece[],
  held: ReadonlyMap<RuledTable, Piece[][]>,
  height: number,
): readonly Piece[] => {
  const [table, texts] = [...held].at(-1) ?? [];
  if (!table || !texts || table.box.bottom < height * footing) return free;
  const hung = new Map<RuledCell, number>();
  return [...free]
    .sort((a, b) => a.top - b.top)
    .filter((piece) => {
      const at = piece.top < table.box.top ? null : cellAbove(table, piece, hung);
      const cell = table.cells[at ?? -1];
      if (at === null || !cell) return true;
      hung.set(cell, Math.max(piece.bottom, hung.get(cell) ?? 0));
      texts[at]?.push(piece);
      return false;
    });
};

const pageNumber =
  /^(?:[-—–－─·.]{0,2} ?\d{1,4} ?[-—–－─·.]{0,2}|第 ?\d{1,4} ?页.{0,12}|\d{1,4} ?[/／] ?\d{1,4}|P\. ?\d{1,4})$/;

/** Leaves out page numbers and what is printed at the head or foot of most pages. */
const withoutMargins = (pages: readonly LaidPage[]): LaidPage[] => {
  const repeated = new Map<string, number>();
  const keyOf = (line: TextLine) => `${Math.round(line.top / 4)} ${line.text.replace(/[\s\d]+/g, '')}`;
  const edgeLines = (page: LaidPage) =>
    [page.parts[0], page.parts.at(-1)].flatMap((part) => (part?.kind === 'line' ? [part.line] : []));
  for (const page of pages)
    for (const key of new Set(edgeLines(page).map(keyOf))) repeated.set(key, (repeated.get(key) ?? 0) + 1);
  const isMargin = (page: LaidPage, line: TextLine): boolean => {
    const outside = line.bottom < page.height * 0.12 || line.top > page.height * 0.88;
    return (
      outside &&
      (pageNumber.test(line.text) ||
        (pages.length > 2 && (repeated.get(keyOf(line)) ?? 0) > pages.length / 2))
    );
  };
  return pages.map((page) => ({
    ...page,
    parts: page.parts.filter((part) => part.kind !== 'line' || !isMargin(page, part.line)),
  }));
};

/** Left and right edge of the running text. */
const bodyOf = (pages: readonly LaidPage[]): { left: number; right: number } => {
  const lines = pages.flatMap((page) =>
    page.parts.flatMap((part) => (part.kind === 'line' && part.line.text.length > 12 ? [part.line] : [])),
  );
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b);
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  return {
    left: lefts[Math.floor(lefts.length / 4)] ?? 0,
    right: rights[Math.floor((rights.length * 3) / 4)] ?? 0,
  };
};

/** All pages of a document into its blocks, in reading order. */
export const blocksOf = (laidOut: readonly LaidPage[]): Block[] => {
  const pages = withoutMargins(laidOut);
  const body = bodyOf(pages);
  const blocks: Block[] = [];
  let tables = 0;
  let paragraph = '';
  let last: TextLine | null = null;
  let open: { table: PrintedTable; page: number } | null = null;
  const closeParagraph = () => {
    const text = paragraph.trim();
    paragraph = '';
    last = null;
    if (text === '') return;
    blocks.push(
      sectionHeading.test(text) && text.length <= 40
        ? { kind: 'heading', level: 2, text }
        : { kind: 'paragraph', text },
    );
  };
  const closeTable = () => {
    if (open) blocks.push({ kind: 'table', index: tables++, geometry: 'grid', rows: rowsOf(open.table) });
    open = null;
  };
  for (const page of pages) {
    page.parts.forEach((part, at) => {
      if (part.kind === 'table') {
        closeParagraph();
        if (open && at === 0 && open.page === page.page - 1 && continues(open.table, part.table))
          open = { table: append(open.table, part.table), page: page.page };
        else {
          closeTable();
          open = { table: part.table, page: page.page };
        }
        return;
      }
      closeTable();
      if (part.kind === 'image') {
        closeParagraph();
        // The fragment by which viewers open a PDF at a page (RFC 8118).
        blocks.push({ kind: 'image', src: `#page=${page.page}`, alt: '' });
        return;
      }
      if (last === null || startsParagraph(part.line, last, body)) closeParagraph();
      paragraph += part.line.text;
      last = part.line;
    });
  }
  closeTable();
  closeParagraph();
  return blocks;
};

/** The first line of a paragraph is indented, or the line before it ended short of the edge, or is set in another size. */
const startsParagraph = (line: TextLine, before: TextLine, body: { left: number; right: number }): boolean =>
  sectionHeading.test(line.text) ||
  line.left > body.left + line.size * 1.2 ||
  before.right < body.right - before.size * 2 ||
  Math.abs(line.size - before.size) > 1.5;
