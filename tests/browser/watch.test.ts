import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { scriptOf } from './script-of.ts';

describe.each(browserNames)('in %s', (name) => {
  describe.skipIf(!programOf(name))('the watch over a page that never rests', () => {
    let at: Visit;
    let code: string;
    beforeAll(async () => {
      [at, code] = [await visit(name), await scriptOf('entrypoints/wire/watch.ts')];
      at.site.serve({ 'http://www.restless.example/': '<!DOCTYPE html><title>restless</title><p>' });
    });
    afterAll(() => at?.close());

    /** Milliseconds after which it looked, where each look takes so long and the person clicks once. */
    const restless = async (cost: number, clickedAfter?: number): Promise<number[]> => {
      const page = await at.open('http://www.restless.example/');
      const looked = page.evaluate(
        async (source, milliseconds) => {
          const run = new Function(`${source}; return gouji;`) as () => {
            watch: (page: Document, look: () => boolean) => () => void;
          };
          const times: number[] = [];
          const start = performance.now();
          const end = run().watch(document, () => {
            times.push(Math.round(performance.now() - start));
            for (const until = performance.now() + milliseconds; performance.now() < until; );
            return false;
          });
          const change = setInterval(() => document.body.append(document.createElement('i')), 5);
          await new Promise((done) => setTimeout(done, 2_400));
          clearInterval(change);
          end();
          return times;
        },
        code,
        cost,
      );
      if (clickedAfter) {
        await new Promise((done) => setTimeout(done, clickedAfter));
        await page.mouse.click(100, 100);
      }
      const looks = await looked;
      await page.close();
      return looks;
    };

    it('looks ever more seldom', async () => {
      const looks = await restless(0);
      expect(looks.length).toBeGreaterThan(2);
      // 150 ms, and half as much again each time: at most five in that time.
      expect(looks.length).toBeLessThanOrEqual(5);
    });

    it('gives up where looking is dear', async () => {
      expect((await restless(40)).length).toBe(2);
    });

    it('begins anew where the person has clicked', async () => {
      expect((await restless(40, 1_000)).length).toBe(4);
    });
  });
});
