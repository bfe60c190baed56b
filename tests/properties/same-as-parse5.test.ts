import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { readTree } from '../../parser/source/html/html.ts';
import { readParsed } from '../../parser/source/html/parsed.ts';
import { readTokens } from '../../parser/source/html/tree.ts';
import { malformed } from './malformed.ts';
import { casePages, type Page, publishedPages, samplePages } from './pages.ts';
import { seed, seeded, times } from './seed.ts';

/**
 * A page is read from its tokens, in one pass, where that is enough, and else through a parsed tree. Either way the blocks are
 * those of the tree that parse5, a conforming parser, builds of the page.
 */

const byParse5 = (html: string): SourceDocument => readParsed(load(html).root()[0]);

/** Compares both ways with parse5. Returns whether the tokens were enough. */
const compare = (name: string, html: string): boolean => {
  const wanted = byParse5(html);
  const text = JSON.stringify(wanted);
  const tokens = readTokens([html]);
  // Cut before every tag, which is far more often than it is done.
  const cut = readTokens(html.split(/(?=<\/?[a-z])/i));
  if (JSON.stringify(cut) !== JSON.stringify(tokens))
    expect(cut, `in pieces, ${name}: ${html}`).toEqual(tokens);
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
    // A page that is well formed and plainly set is read from its tokens alone; the others may need the tree.
    if (!/^malformed-|^seen-|^figure-/.test(name)) expect(fast, 'read from its tokens').toBe(true);
  });
});

const variants = times(10_000);
/** Less than half of what the generator gives: its heaps of tags are far worse than any page. */
const leastFast = 0.25;

test(`${variants} malformed pages (${seeded} and following)`, () => {
  const pages = [...cases, ...samples, ...published].map((page) => page.html);
  let fast = 0;
  for (let at = 0; at < variants; at++) if (compare(`seed ${seed + at}`, malformed(seed + at, pages))) fast++;
  console.log(`${fast} of ${variants} malformed pages were read from their tokens alone`);
  expect(fast / variants).toBeGreaterThan(leastFast);
});
