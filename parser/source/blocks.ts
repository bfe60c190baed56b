import type { Issue, Obscurity } from '../issue.ts';

/**
 * The common shape into which every source is read: a flat list of blocks in document order.
 * Saved HTML, the live page and plain text all end here, so that nothing behind this file knows where a report came from.
 */

/** One `td`/`th`, or one cell of a plain-text row. `text` has its white space collapsed; `\n` stands for a line break or a new paragraph inside the cell. */
export type Cell = {
  text: string;
  /** ≥ 1, as the HTML standard clamps it (≤ 1000). */
  colspan: number;
  /** 0 means "to the end of the row group"; otherwise 1 … 65534. */
  rowspan: number;
  /**
   * Why it is not sure what a reader sees in the cell: `text` is then no figure, and where it is empty the cell need not be.
   * Words in it are still a label.
   */
  obscured?: Obscurity;
  /** How far its first line is set in by no-break or full-width spaces, in half-width ones; left out where it is not. */
  indent?: number;
};

export type Row = {
  cells: Cell[];
  /** Ordinal of the row group (`thead`/`tbody`/`tfoot`) the row stands in: a rowspan ends with its group. */
  group: number;
  /** A `tfoot` row is laid out after all others. */
  foot?: true;
  /** The row is not shown (`hidden`, `display:none`): it takes its place in the grid, but it is not read. */
  hidden?: true;
  /** A cell of the row is not shown, though it holds text. Such cells take no place in the grid and are left out. */
  hiddenText?: true;
};

export type TableBlock = {
  kind: 'table';
  /** Ordinal among all tables of the document, layout and nested tables included, from 0, by start tag. */
  index: number;
  /**
   * `grid`: cells have their spans and stand in columns, as in HTML.
   * `sequence`: the source lost the spans (plain text), so a cell's position in its row is all that is known.
   */
  geometry: 'grid' | 'sequence';
  rows: Row[];
};

export type HeadingBlock = { kind: 'heading'; level: number; text: string };
export type ParagraphBlock = { kind: 'paragraph'; text: string };
type ImageBlock = { kind: 'image'; src: string; alt: string };

export type Block = HeadingBlock | ParagraphBlock | ImageBlock | TableBlock;

/** What a source says about itself and all its blocks. Plain JSON: it crosses from the page to the background as it is. */
export type SourceDocument = {
  /** Content of `<title>`, or null. */
  title: string | null;
  /** `<meta name= content=>` pairs in document order. */
  metas: { name: string; content: string }[];
  blocks: Block[];
  /** What could not be read of the source as a source. */
  issues?: Issue[];
};

/** Where a cell is: table by its ordinal in the document, row and column of its first slot in that table's grid, all from 0. */
export type Slot = { table: number; row: number; column: number };

/**
 * More cells of one table are not kept, so that a table of half a million does not fill the memory of a browser; its rows are, without cells.
 * Whoever reads tables reads fewer (`tables.ts`), and says which rows were left out.
 */
export const mostCellsKept = 64_000;
