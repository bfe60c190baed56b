import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../parser/source/encoding.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { oneIn } from '../properties/seed.ts';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';

/** Every HTML page at hand: path → text. */
const pages = new Map<string, string>();
const gather = async (folder: URL): Promise<void> => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.html')) pages.set(name, (await decode(readFileSync(new URL(name, folder)))).text);
  }
};
await gather(new URL('../../samples/', import.meta.url));
await gather(new URL('../corpus/', import.meta.url));
await gather(new URL('../../../shared/corpus/', import.meta.url));

/** `readDom` as one script that a page can run. */
const script = async (): Promise<string> => {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'parser/source/html/dom.ts', formats: ['iife'], name: 'gouji', fileName: 'dom' },
    },
  });
  const [bundle] = [output].flat();
  if (!bundle || !('output' in bundle)) throw new Error('The reader of the live page was not built.');
  return bundle.output[0].code;
};

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('the live page', () => {
    let browser: Visit;
    let reader: string;
    beforeAll(async () => {
      browser = await visit(name);
      reader = await script();
    });
    afterAll(() => browser?.close());

    it('gives the same blocks as the saved file, for every page of the corpus', async () => {
      expect(pages.size).toBeGreaterThan(50);
      const page = await browser.browser.newPage();
      // Firefox cannot be told so.
      if (name === 'chrome') await page.setJavaScriptEnabled(false);
      for (const [path, html] of oneIn(4, [...pages])) {
        await page.setContent(html, { waitUntil: 'domcontentloaded' });
        const live = (await page.evaluate(
          `(() => { ${reader}; return JSON.stringify(gouji.readDom(document).document); })()`,
        )) as string;
        expect(JSON.parse(live), path).toEqual(JSON.parse(JSON.stringify(readHtml(html))));
      }
    });
  });
});
