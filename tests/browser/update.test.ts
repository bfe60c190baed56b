import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visitWith } from './harness.ts';
import { click, marked, opened, openPanel, part, textOf } from './panel.ts';
import { pressButton } from './toolbar.ts';

/** The extension is installed once more while pages hold what the version before has put into them. */

const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const ofGovernment = 'http://www.updated.gov.cn/';
const elsewhere = 'http://www.updated.example/';
const openedLater = 'http://www.later.gov.cn/';

/** What our hosts show in the page. */
const shown = (page: Page): Promise<string[]> =>
  page.$$eval('html > aside', (hosts) =>
    hosts.flatMap((host) =>
      [...(host.shadowRoot?.querySelectorAll('.panel, .chip, .updated') ?? [])]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => one.className),
    ),
  );

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('an update of the extension', () => {
    const folder = resolve('.output', `${name}-mv3-inspect`);
    let at: Visit;
    beforeAll(async () => {
      at = await visitWith(name, folder);
      at.site.serve({ [ofGovernment]: report, [elsewhere]: report, [openedLater]: report });
    });
    afterAll(() => at?.close());

    it('is told on pages that were open, which keep no mark, and pages opened later work', async () => {
      const first = await opened(at, ofGovernment);
      await openPanel(first);
      await click(first, '.guess');
      await first.waitForFunction(() => document.getAnimations().length === 1);
      const page = await at.open(elsewhere);
      await pressButton(at.browser, name, page);
      await page.waitForSelector(part('.panel'), { visible: true });
      await click(page, '.guess');
      await page.waitForFunction(() => document.getAnimations().length === 1);
      expect(await marked(page)).toEqual(['88']);

      await at.leaveBackground();
      await at.browser.installExtension(folder);

      await expect.poll(() => shown(page), { timeout: 30_000 }).toEqual(['updated']);
      await expect.poll(() => marked(page), { timeout: 30_000 }).toEqual([]);
      expect(await textOf(page, '.updated')).toContain('扩展已更新，请刷新本页');
      await click(page, '.updated button');
      await expect.poll(() => shown(page)).toEqual([]);

      // Firefox puts the new version into the pages it may enter by itself; there it takes the place of the old one.
      await first.bringToFront();
      const left = name === 'firefox' ? ['chip is-violated'] : ['updated'];
      await expect.poll(() => shown(first), { timeout: 30_000 }).toEqual(left);
      await expect.poll(() => marked(first), { timeout: 30_000 }).toEqual([]);

      const later = await opened(at, openedLater);
      await openPanel(later);
      expect(await textOf(later, '.verdict-words')).toContain('3 条不成立');
      await page.reload();
      await page.bringToFront();
      await pressButton(at.browser, name, page);
      await page.waitForSelector(part('.panel'), { visible: true });
      expect(await shown(page)).toEqual(['panel']);
    });
  });
});
