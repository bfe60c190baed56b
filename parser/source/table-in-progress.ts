import type { Obscurity } from '../issue.ts';
import type { Block, Cell, Row, TableBlock } from './blocks.ts';
import type { Runs } from './runs.ts';

/** A table of which not all is read yet. */
export type TableInProgress = {
  block: TableBlock;
  row: Row | null;
  cell: Cell | null;
  group: number;
  cells: number;
  /** It has as many cells as are kept: of later rows only their number is. */
  full: boolean;
  foot: boolean;
  /** The open cell holds a table of more than one cell: it is layout, so its text becomes paragraphs. */
  layout: boolean;
  /** Some cell of it was layout. */
  holdsLayout: boolean;
  /** Where in `blocks` the text that stands before the first nested table belongs. */
  before: number;
  caption: boolean;
  /** The row group that stands open is not shown. */
  hidden: boolean;
  /** Something in the open cell, of which nothing is known but its markup, may change what is seen of its figure. */
  doubtful: boolean;
  /** Something in the open cell may be drawn in its place by a style of the site. */
  drawn: boolean;
  /** How the text of the open cell is set; null where nobody told. */
  runs: Runs | null;
  /** What the caption says. It stands above its table, though its element stands inside. */
  captions: Block[];
};

export const newTable = (block: TableBlock): TableInProgress => ({
  block,
  row: null,
  cell: null,
  group: 0,
  cells: 0,
  full: false,
  foot: false,
  layout: false,
  holdsLayout: false,
  before: -1,
  caption: false,
  hidden: false,
  doubtful: false,
  drawn: false,
  runs: null,
  captions: [],
});

/** The first reason stands: one is enough to leave the figure unread. */
export const obscure = (cell: Cell, why: Obscurity): void => {
  cell.obscured ??= why;
};
