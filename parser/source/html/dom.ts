import { formGrid } from '../../grid/form-grid.ts';
import { cellOf } from '../../grid/grid.ts';
import type { Slot, SourceDocument, TableBlock } from '../blocks.ts';
import { BlockBuilder } from '../builder.ts';
import { Rendered } from './rendered.ts';
import { type TreeAdapter, walk } from './walk.ts';

const elementNode = 1;
const textNode = 3;

/** What a control shows now, whatever its markup gave. */
const shownIn = (node: Node): string | null => {
  const { localName } = node as Element;
  if (localName === 'textarea') return (node as HTMLTextAreaElement).value;
  if (localName !== 'select') return null;
  const { multiple, size, selectedIndex, options } = node as HTMLSelectElement;
  const chosen = options[selectedIndex];
  return multiple || size > 1 ? null : (chosen?.label ?? chosen?.text ?? null);
};

/** What a script puts beside head and body is no part of the page: our own panel stands there, and must not be read as words of the page. */
const isBesideBody = (node: Node): boolean =>
  node.parentNode === node.ownerDocument?.documentElement && (node as Element).localName === 'aside';

const liveTree = (rendered: Rendered | null): TreeAdapter<Node> => ({
  firstChild: (node) =>
    isBesideBody(node) ? null : ((node as Element).shadowRoot?.firstChild ?? node.firstChild),
  nextSibling: (node) => node.nextSibling,
  tagName: (node) => (node.nodeType === elementNode ? (node as Element).localName : null),
  text: (node) => (node.nodeType === textNode ? node.nodeValue : null),
  attribute: (node, name) =>
    name === 'value' && (node as Element).localName === 'input'
      ? (node as HTMLInputElement).value
      : (node as Element).getAttribute(name),
  shown: shownIn,
  look: (node, name, parent) => rendered?.look(node as Element, name, parent) ?? null,
  beside: (node) => rendered?.beside(node as Element, (node as Element).localName) ?? null,
});

/** What was read from a live page, and the way back from a slot to the element that stands there. */
export type LiveReading = { document: SourceDocument; cellAt(slot: Slot): Element | null };

/** Reads the live page. Looks only; changes nothing. */
export const readDom = (root: Document): LiveReading => {
  const builder = new BlockBuilder<Node>();
  const view = root.defaultView;
  walk<Node>(root, liveTree(view ? new Rendered(view) : null), builder);
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
