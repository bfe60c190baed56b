import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../cli/read.ts';
import { type Expected, pageDifferences } from './corpus-case.ts';

/** The project's own corpus: one folder a case. */
const corpus = new URL('./corpus/', import.meta.url);

/** Cases that are known not to be read as they should be. One that is read rightly fails here until it is taken off the list. */
const awaited = new Set<string>([]);

describe('corpus', () => {
  for (const slug of readdirSync(corpus).toSorted()) {
    const folder = new URL(`${slug}/`, corpus);
    const run = awaited.has(slug) ? test.fails : test;
    run(slug, async () => {
      const files = readdirSync(folder);
      const name = files.find((file) => file.startsWith('source.'));
      expect(files, 'Say in about.md which variant the case keeps').toContain('about.md');
      if (name === undefined) throw new Error(`${slug} holds no source.*`);
      const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected;
      const extractions = await readBytes(name, readFileSync(new URL(name, folder)));
      expect(pageDifferences(extractions, expected)).toEqual([]);
    });
  }

  test('every awaited case exists', () => {
    expect(readdirSync(corpus)).toEqual(expect.arrayContaining([...awaited]));
  });
});
