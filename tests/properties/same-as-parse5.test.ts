import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { BlockBuilder } from '../../parser/source/builder.ts';
import { readTree } from '../../parser/source/html.ts';
import { readTokens } from '../../parser/source/tree.ts';
import { walk } from '../../parser/source/walk.ts';
import { malformed } from './malformed.ts';
import { casePages, type Page, publishedPages, samplePages } from './pages.ts';
import { seed, seeded } from './seed.ts';

/**
 * A page is read from its tokens, in one pass, where that is enough, and else through a parsed tree. Either way the blocks are
 * those of the tree that parse5, a conforming parser, builds of the page.
 */

type Node = {
  type: string;
  name: string;
  data: string;
  attribs: Record<string, string>;
  firstChild: Node | null;
  next: Node | null;
};

const byParse5 = (html: string): SourceDocument => {
  const builder = new BlockBuilder<Node>();
  walk<Node>(
    load(html).root()[0] as unknown as Node,
    {
      firstChild: (node) => node.firstChild ?? null,
      nextSibling: (node) => node.next,
      tagName: (node) => (['tag', 'script', 'style'].includes(node.type) ? node.name : null),
      text: (node) => (node.type === 'text' ? node.data : null),
      attribute: (node, name) => node.attribs[name],
    },
    builder,
  );
  return builder.finish();
};

/** Compares both ways with parse5. Returns whether the tokens were enough. */
const compare = (name: string, html: string): boolean => {
  const wanted = byParse5(html);
  const text = JSON.stringify(wanted);
  const tokens = readTokens(html);
  // Comparing strings is quick; only where they differ is it worth showing how.
  if (tokens && JSON.stringify(tokens) !== text)
    expect(tokens, `from tokens, ${name}: ${html}`).toEqual(wanted);
  const tree = readTree(html);
  if (JSON.stringify(tree) !== text) expect(tree, `from the tree, ${name}: ${html}`).toEqual(wanted);
  return tokens !== null;
};

const cases = await casePages();
const samples = await samplePages();
const published = await publishedPages();

describe.each<[string, Page[]]>([
  ['tests/corpus', cases],
  ['samples', samples],
  ['../shared/corpus', published],
])('%s', (_, pages) => {
  // A folder that is not here is said so above; a suite without a test would fail.
  test.skipIf(pages.length === 0)('holds pages', () => expect(pages).not.toEqual([]));
  test.each(pages.map((page) => [page.name, page.html] as const))('%s', (name, html) => {
    const fast = compare(name, html);
    // A page that is well formed is read from its tokens alone; it is the malformed cases that may need the tree.
    if (!name.startsWith('malformed-')) expect(fast, 'read from its tokens').toBe(true);
  });
});

const variants = 10_000;
/** Less than half of what the generator gives: its heaps of tags are far worse than any page. */
const leastFast = 0.25;

test(`${variants} malformed pages (${seeded} and following)`, () => {
  const pages = [...cases, ...samples, ...published].map((page) => page.html);
  let fast = 0;
  for (let at = 0; at < variants; at++) if (compare(`seed ${seed + at}`, malformed(seed + at, pages))) fast++;
  console.log(`${fast} of ${variants} malformed pages were read from their tokens alone`);
  expect(fast / variants).toBeGreaterThan(leastFast);
}, 60_000);
