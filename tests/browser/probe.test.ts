import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../cli/read.ts';
import { decode } from '../../parser/source/encoding.ts';
import { simplified } from '../../parser/text/traditional.ts';
import { browserNames, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { scriptOf } from './script-of.ts';

const traditional = new Map([...simplified].map(([character, simple]) => [simple, character]));
const inTraditional = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => traditional.get(character) ?? character);

/** Every page from which a file's reader reads a report, as it is and in traditional characters, and each of its tables alone where that is one. */
const pages = new Map<string, string>();
const enter = async (name: string, html: string): Promise<void> => {
  const extractions = await readBytes('page.html', new TextEncoder().encode(html));
  if (extractions.some(({ form }) => form !== null)) pages.set(name, html);
};
const gather = async (folder: URL): Promise<void> => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const { text } = await decode(readFileSync(new URL(name, folder)));
    await enter(name, text);
    await enter(`${name} in traditional characters`, inTraditional(text));
    const page = load(text);
    for (const [at, table] of page('table:not(:has(table))').toArray().entries()) {
      const alone = `<!DOCTYPE html><title>一</title><body>${page.html(table)}`;
      await enter(`table ${at} of ${name}`, alone);
      await enter(`table ${at} of ${name} in traditional characters`, inTraditional(alone));
    }
  }
};
await gather(new URL('../../samples/', import.meta.url));
await gather(new URL('../corpus/', import.meta.url));
await gather(new URL('../../../shared/corpus/', import.meta.url));

/** Not noticed: table four alone, each of its headings in two cells. Such a page is read when the person asks. */
const unnoticed = /^table 2 of table-four-scattered-words/;

describe.each(browserNames)('in %s', (name) => {
  describe.skipIf(!programOf(name))('the probe', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
    });
    afterAll(() => at?.close());

    it('notices every page that is read from a file, also in traditional characters, also one table of it', async () => {
      const page = await at.browser.newPage();
      const noticed = await page.evaluate(
        (source, sources) => {
          const run = new Function(`${source}; return gouji;`) as () => {
            holdsReport: (page: Document) => boolean;
          };
          const { holdsReport } = run();
          return sources.map((html) => holdsReport(new DOMParser().parseFromString(html, 'text/html')));
        },
        await scriptOf('parser/probe.ts'),
        [...pages.values()],
      );
      expect(noticed.length).toBeGreaterThan(300);
      const names = [...pages.keys()];
      expect(names.filter((one, ordinal) => !noticed[ordinal] && !unnoticed.test(one))).toEqual([]);
    });
  });
});
