import { attributed, type BlockBuilder, unread } from './builder.ts';

/** What the walker needs to know of a tree of nodes, whoever built it. */
export type TreeAdapter<Node> = {
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  /** Lower-case tag name of an element, null for everything else. */
  tagName(node: Node): string | null;
  /** Character data of a text node (not of a comment), null for everything else. */
  text(node: Node): string | null;
  attribute(node: Node, name: string): string | null | undefined;
};

const noAttribute = () => null;

/** Drives `builder` over the tree below `root`, in document order. Iterative: depth costs memory, never the stack. */
export const walk = <Node>(root: Node, adapter: TreeAdapter<Node>, builder: BlockBuilder<Node>): void => {
  const ancestors: Node[] = [];
  const names: string[] = [];
  let node = adapter.firstChild(root);
  for (;;) {
    while (node === null) {
      const parent = ancestors.pop();
      if (parent === undefined) return;
      builder.close(names.pop() ?? '');
      node = adapter.nextSibling(parent);
    }
    const current: Node = node;
    const name = adapter.tagName(current);
    if (name === null) {
      const text = adapter.text(current);
      if (text !== null) builder.text(text);
      node = adapter.nextSibling(current);
    } else if (unread.has(name)) {
      node = adapter.nextSibling(current);
    } else {
      builder.open(
        name,
        attributed.has(name) ? (key) => adapter.attribute(current, key) : noAttribute,
        current,
      );
      ancestors.push(current);
      names.push(name);
      node = adapter.firstChild(current);
    }
  }
};
