import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { full } from '../properties/seed.ts';
import { browserNames, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, opened, openPanel, textOf } from './panel.ts';

/** As many reports as somebody has open who checks a whole column of a site; more than the store would hold unpacked. */
const count = 60;
const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');

// Opening them takes longer than all else here: only in a full run.
describe.runIf(full).each(browserNames)('in %s', (name) => {
  describe.skipIf(!programOf(name))('many tabs', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      for (let tab = 0; tab <= count; tab++) at.site.serve({ [`http://www.tab${tab}.gov.cn/`]: report });
    });
    afterAll(() => at?.close());

    it(`with ${count} reports open the next one shows its verdict at once, and the first one still works`, async () => {
      const first = await opened(at, 'http://www.tab0.gov.cn/');
      for (let tab = 1; tab < count; tab += 6) {
        const some = Array.from({ length: Math.min(6, count - tab) }, (_, more) => tab + more);
        await Promise.all(some.map((one) => at.open(`http://www.tab${one}.gov.cn/`)));
      }
      const next = await opened(at, `http://www.tab${count}.gov.cn/`);
      expect(await textOf(next, '.chip-verdict')).toBe('3 条不成立 · 37 条成立');
      await first.bringToFront();
      await openPanel(first);
      await click(first, '.keep');
      await eventually(first, '.keep', '已收藏');
      expect(await at.errors()).toEqual([]);
    }, 180_000);
  });
});
