import { formGrid } from '../grid/form-grid.ts';
import { cellOf } from '../grid/grid.ts';
import type { Slot, SourceDocument, TableBlock } from './blocks.ts';
import { BlockBuilder } from './builder.ts';
import { type TreeAdapter, walk } from './walk.ts';

const elementNode = 1;
const textNode = 3;

const liveTree: TreeAdapter<Node> = {
  firstChild: (node) => node.firstChild,
  nextSibling: (node) => node.nextSibling,
  tagName: (node) => (node.nodeType === elementNode ? (node as Element).localName : null),
  text: (node) => (node.nodeType === textNode ? node.nodeValue : null),
  attribute: (node, name) => (node as Element).getAttribute(name),
};

/** What was read from a live page, and the way back from a slot to the element that stands there. */
export type LiveReading = { document: SourceDocument; cellAt(slot: Slot): Element | null };

/** Reads the live page. Looks only; changes nothing. */
export const readDom = (root: Document): LiveReading => {
  const builder = new BlockBuilder<Node>();
  walk<Node>(root, liveTree, builder);
  const document = builder.finish();
  const tableAt = (index: number): TableBlock | undefined =>
    document.blocks.find((block): block is TableBlock => block.kind === 'table' && block.index === index);
  // Asked for many cells of few tables.
  const grids = new Map<number, ReturnType<typeof formGrid>>();
  const gridAt = (index: number): ReturnType<typeof formGrid> | null => {
    const table = grids.has(index) ? undefined : tableAt(index);
    if (table) grids.set(index, formGrid(table));
    return grids.get(index) ?? null;
  };
  return {
    document,
    cellAt: (slot) => {
      const grid = gridAt(slot.table);
      if (!grid) return null;
      const cell = cellOf(grid, slot.row, slot.column);
      if (!cell) return null;
      return (
        (builder.cellNodes[slot.table]?.[cell.sourceRow]?.[cell.sourceCell] as Element | undefined) ?? null
      );
    },
  };
};
