import type { SourceDocument } from '../blocks.ts';
import { BlockBuilder } from '../builder.ts';
import { Cascade } from './cascade.ts';
import { type TreeAdapter, walk } from './walk.ts';

/** The part of a domhandler node that is looked at. */
type ParsedNode = {
  type: string;
  next?: unknown;
  name?: string;
  data?: string;
  firstChild?: unknown;
  children?: readonly unknown[];
  parent?: ParsedNode | null;
  attribs?: Record<string, string>;
};

const childrenOf = (node: ParsedNode): readonly ParsedNode[] =>
  (node.children ?? []) as readonly ParsedNode[];

/** All the text below a node. */
const textOf = (node: ParsedNode): string => {
  let text = '';
  const open = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.type === 'text') text += at.data ?? '';
    for (const child of childrenOf(at).toReversed()) open.push(child);
  }
  return text;
};

/** All elements below a node with one of these names, in document order. */
const elementsOf = (node: ParsedNode, name: string): ParsedNode[] => {
  const found: ParsedNode[] = [];
  const open = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.name === name) found.push(at);
    for (const child of childrenOf(at).toReversed()) open.push(child);
  }
  return found;
};

/** A shadow root that is written into the page stands in the place of its host's content (HTML Standard, 4.12.3); in saved pages it has an older name. */
const isShadowRoot = (node: ParsedNode): boolean =>
  node.name === 'template' && (node.attribs?.shadowrootmode ?? node.attribs?.shadowmode) !== undefined;

/** Can an option not be chosen: it, or the group in which it stands? */
const isDisabled = (option: ParsedNode): boolean =>
  [option, option.parent].some(
    (node) => /^opt(?:ion|group)$/.test(node?.name ?? '') && node?.attribs?.disabled !== undefined,
  );

/** The option that a closed `select` shows (HTML Standard 4.10.7); null where it shows several. */
const shownOption = (node: ParsedNode): string | null => {
  const { multiple, size } = node.attribs ?? {};
  if (multiple !== undefined || Number(size ?? 1) > 1) return null;
  const options = elementsOf(node, 'option');
  const chosen =
    options.findLast((option) => option.attribs?.selected !== undefined) ??
    options.find((option) => !isDisabled(option));
  return chosen ? chosen.attribs?.label || textOf(chosen) : null;
};

const elementTypes: ReadonlySet<string> = new Set(['tag', 'script', 'style']);

/** Prefixes that stand for XHTML: `<h:td>` under `xmlns:h`. */
const prefixesOf = (root: ParsedNode): readonly string[] => {
  const top = childrenOf(root).find((node) => node.type === 'tag');
  return Object.entries(top?.attribs ?? {}).flatMap(([name, value]) =>
    name.startsWith('xmlns:') && value === 'http://www.w3.org/1999/xhtml' ? [`${name.slice(6)}:`] : [],
  );
};

/** Reads a tree that a parser made (domhandler), with the cascade of its style sheets. */
export const readParsed = (top: unknown): SourceDocument => {
  const root = top as ParsedNode;
  const prefixes = prefixesOf(root);
  const nameOf = (node: ParsedNode): string => {
    const name = node.name ?? '';
    const prefix = prefixes.find((one) => name.startsWith(one));
    return prefix === undefined ? name : name.slice(prefix.length);
  };
  const sheets = elementsOf(root, 'style')
    .filter((node) => /^(?:|text\/css)$/i.test(node.attribs?.type?.trim() ?? ''))
    .map((node) => ({ text: textOf(node).replace(/<!--|-->/g, ''), media: node.attribs?.media ?? '' }));
  const cascade = new Cascade(sheets);
  const adapter: TreeAdapter<ParsedNode> = {
    firstChild: (node) => {
      const shadow = childrenOf(node).find(isShadowRoot);
      if (shadow) return shadow;
      return (node.firstChild as ParsedNode | null | undefined) ?? null;
    },
    nextSibling: (node) =>
      isShadowRoot(node) ? null : ((node.next as ParsedNode | null | undefined) ?? null),
    tagName: (node) => {
      if (isShadowRoot(node) || node.type === 'root') return 'div';
      return elementTypes.has(node.type) ? nameOf(node) : null;
    },
    text: (node) => (node.type === 'text' ? (node.data ?? '') : node.type === 'cdata' ? textOf(node) : null),
    attribute: (node, name) => node.attribs?.[name] ?? null,
    shown: (node) => {
      const name = nameOf(node);
      if (name === 'select') return shownOption(node);
      return name === 'textarea' ? textOf(node) : null;
    },
    look: (node, _name, parent) => cascade.lookOf(node, parent),
    // What of the host stands in a slot, and where, is not followed.
    beside: (node) =>
      childrenOf(node).some((child) => isShadowRoot(child) && elementsOf(child, 'slot').length > 0)
        ? 'generated'
        : cascade.besideOf(node),
  };
  const builder = new BlockBuilder<ParsedNode>();
  walk<ParsedNode>(root, adapter, builder);
  return builder.finish();
};
