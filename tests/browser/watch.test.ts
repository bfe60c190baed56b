import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { scriptOf } from './script-of.ts';

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('the watch over a page that never rests', () => {
    let at: Visit;
    let code: string;
    beforeAll(async () => {
      [at, code] = [await visit(name), await scriptOf('entrypoints/wire/watch.ts')];
      at.site.serve({ 'http://www.restless.example/': '<!DOCTYPE html><title>restless</title><p>' });
    });
    afterAll(() => at?.close());

    /** Times of looking within two and a half seconds, where each look takes so long; then, after a click of the person, within as many again. */
    const restless = async (cost: number): Promise<{ before: number; after: number }> => {
      const page = await at.open('http://www.restless.example/');
      await page.evaluate(
        (source, milliseconds) => {
          const run = new Function(`${source}; return gouji;`) as () => {
            watch: (page: Document, look: () => boolean) => () => void;
          };
          document.title = '0';
          run().watch(document, () => {
            document.title = String(Number(document.title) + 1);
            for (const until = performance.now() + milliseconds; performance.now() < until; );
            return false;
          });
          setInterval(() => document.body.append(document.createElement('i')), 5);
        },
        code,
        cost,
      );
      const looks = async (): Promise<number> => Number(await page.title());
      await new Promise((done) => setTimeout(done, 2_400));
      const before = await looks();
      await page.mouse.click(100, 100);
      await new Promise((done) => setTimeout(done, 2_400));
      const after = (await looks()) - before;
      await page.close();
      return { before, after };
    };

    it('looks ever more seldom', async () => {
      const { before } = await restless(0);
      expect(before).toBeGreaterThan(1);
      // 150 ms, and half as much again each time: at most five in that time, and one more on a machine that lets it wait.
      expect(before).toBeLessThanOrEqual(6);
    });

    it('gives up where looking is dear, and begins anew where the person has clicked', async () => {
      const { before, after } = await restless(40);
      expect([before, after].map((looks) => looks > 0 && looks <= 2)).toEqual([true, true]);
    });
  });
});
