import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, opened, openPanel, openTab, part } from './panel.ts';

/** Going through many reports: the panel stays as it was left, and what is kept leads on. */

const sample = await readFile('samples/one-wrong-cell-2020.html', 'utf8');
const addressOf = (name: string): string => `http://www.${name}.gov.cn/report.html`;
const bodies = { first: '甲河', second: '乙山', third: '丙湖' };

const shownTab = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.visibilityState === 'visible');

describe.each(browserNames)('in %s', (name) => {
  describe.skipIf(!programOf(name))('an afternoon of reports', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      for (const [host, body] of Object.entries(bodies))
        at.site.serve({ [addressOf(host)]: sample.replaceAll('兖州', body) });
    });
    afterAll(() => at?.close());

    it('the panel stands on the next page as it was left on the one before, and takes no focus', async () => {
      const page = await opened(at, addressOf('first'));
      await openPanel(page);
      await openTab(page, 'data');
      await page.waitForSelector(part('.sheet'));
      await page.goto(addressOf('second'), { waitUntil: 'load' });
      await page.waitForSelector(part('.panel'), { visible: true });
      await page.waitForSelector(part('.sheet'));
      await eventually(page, '.title h2', '乙山');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
      await click(page, '.closer');
      await page.goto(addressOf('first'), { waitUntil: 'load' });
      await page.waitForSelector(part('.chip'), { visible: true });
      await page.close();
    });

    it('a report is kept from the chip', async () => {
      const page = await opened(at, addressOf('first'));
      await click(page, '.chip-keep');
      await page.waitForSelector(part('.chip-keep.is-same'));
      await page.close();
    });

    it('what is kept leads to the next tab that holds one which is not, and says where there is none', async () => {
      const second = await opened(at, addressOf('second'));
      const third = await opened(at, addressOf('third'));
      await second.bringToFront();
      await openPanel(second);
      await second.keyboard.press('k');
      await third.waitForFunction(() => document.visibilityState === 'visible', { polling: 100 });
      await third.waitForSelector(part('.panel'), { visible: true });
      expect(await shownTab(third)).toBe(true);
      await click(third, '.go-on');
      await eventually(third, '[role=status]', '没有下一份');
      await second.close();
      await third.close();
    });

    it('all open tabs are kept at once', async () => {
      const changed = sample.replaceAll('兖州', '丁原');
      at.site.serve({ [addressOf('fourth')]: changed });
      const page = await opened(at, addressOf('fourth'));
      const shelf = await at.openOwn('shelf.html');
      await shelf.waitForSelector('.line.row');
      await (await shelf.waitForSelector('.top button[title]'))?.click();
      await shelf.waitForFunction(() =>
        document.querySelector('.notice')?.textContent?.includes('已收藏 1 份'),
      );
      await page.close();
      await shelf.close();
    });
  });
});
