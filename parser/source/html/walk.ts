import type { BlockBuilder } from '../builder.ts';
import { unread } from '../elements.ts';
import { type Look, plainLook } from './look.ts';

/** What the walker needs to know of a tree of nodes, whoever built it. */
export type TreeAdapter<Node> = {
  firstChild(node: Node): Node | null;
  nextSibling(node: Node): Node | null;
  /** Lower-case tag name of an element, null for everything else. */
  tagName(node: Node): string | null;
  /** Character data of a text node (not of a comment), null for everything else. */
  text(node: Node): string | null;
  attribute(node: Node, name: string): string | null | undefined;
  /** What a `select` or a `textarea` shows; null where it cannot be told. */
  shown(node: Node): string | null;
  /** How an element is set, inside one that is set so; null where nothing but names and attributes is known. */
  look(node: Node, name: string, parent: Look): Look | null;
  /** What stands in an element without being written there. */
  beside(node: Node): 'generated' | 'drawn' | null;
};

/** Elements outside tables that may take a whole part off the page. Of what only sets text otherwise nothing is asked there. */
const parts: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav object ol pre search section summary table ul applet'
  ).split(' '),
);

/** Parts of a table that are settled in the grid where they are not shown; what is in them is still looked at. */
const ofGrid: ReadonlySet<string> = new Set(['tr', 'td', 'th', 'thead', 'tbody', 'tfoot']);

/** Does a script hold a formula, which is drawn in its place? */
export const isFormula = (type: string | null | undefined): boolean => /^math\//i.test(type ?? '');

type Open<Node> = { node: Node; name: string; look: Look | null };

/** Drives `builder` over the tree below `root`, in document order. Iterative: depth costs memory, never the stack. */
export const walk = <Node>(root: Node, adapter: TreeAdapter<Node>, builder: BlockBuilder<Node>): void => {
  const ancestors: Open<Node>[] = [];
  let around: Look | null = plainLook;
  let tables = 0;
  let node = adapter.firstChild(root);
  for (;;) {
    while (node === null) {
      const closed = ancestors.pop();
      if (closed === undefined) return;
      if ((closed.name === 'td' || closed.name === 'th') && builder.inCell()) {
        const beside = adapter.beside(closed.node);
        if (beside) builder.beside(beside, true);
      }
      builder.close(closed.name);
      if (closed.name === 'table') tables--;
      around = closed.look;
      builder.set(tables > 0 ? around : null);
      node = adapter.nextSibling(closed.node);
    }
    const current: Node = node;
    const name = adapter.tagName(current);
    if (name === null) {
      const text = adapter.text(current);
      if (text !== null) builder.text(text);
      node = adapter.nextSibling(current);
    } else if (unread.has(name)) {
      // A browser shows no script; what draws a formula of it, may.
      const isFormulaHere = name === 'script' && isFormula(adapter.attribute(current, 'type'));
      if (isFormulaHere && !builder.concealed()) builder.obscure('drawn');
      else if (builder.inCell() && !goneIn(adapter, current, name, around))
        builder.skip(name, adapter.shown(current));
      node = adapter.nextSibling(current);
    } else {
      const look: Look | null =
        around && !builder.concealed() && (tables > 0 || parts.has(name))
          ? adapter.look(current, name, around)
          : null;
      builder.open(name, (key) => adapter.attribute(current, key), current, look);
      ancestors.push({ node: current, name, look: around });
      if (name === 'table') tables++;
      if (look) around = look.gone && ofGrid.has(name) ? { ...look, gone: false } : look;
      if (tables > 0) {
        builder.set(around);
        if (look && name !== 'td' && name !== 'th' && builder.inCell()) {
          const beside = adapter.beside(current);
          if (beside) builder.beside(beside, false);
        }
      }
      node = adapter.firstChild(current);
    }
  }
};

const goneIn = <Node>(adapter: TreeAdapter<Node>, node: Node, name: string, around: Look | null): boolean =>
  around !== null && (adapter.look(node, name, around)?.gone ?? false);
