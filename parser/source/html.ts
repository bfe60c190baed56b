import { load } from 'cheerio';
import type { SourceDocument } from './blocks.ts';
import { BlockBuilder } from './builder.ts';
import { type TreeAdapter, walk } from './walk.ts';

/** The part of a domhandler node that the walker looks at. */
type ParsedNode = {
  type: string;
  next: unknown;
  name?: string;
  data?: string;
  firstChild?: unknown;
  attribs?: Record<string, string>;
};

const parsedTree: TreeAdapter<ParsedNode> = {
  firstChild: (node) => (node.firstChild as ParsedNode | null | undefined) ?? null,
  nextSibling: (node) => (node.next as ParsedNode | null) ?? null,
  tagName: (node) =>
    node.type === 'tag' || node.type === 'script' || node.type === 'style' ? (node.name ?? null) : null,
  text: (node) => (node.type === 'text' ? (node.data ?? '') : null),
  attribute: (node, name) => node.attribs?.[name] ?? null,
};

/** Reads a saved page, whatever its markup: any string gives a document. */
export const readHtml = (html: string): SourceDocument => {
  const builder = new BlockBuilder<ParsedNode>();
  walk<ParsedNode>(load(html).root()[0] as ParsedNode, parsedTree, builder);
  return builder.finish();
};
