import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, opened, openPanel, part, textOf } from './panel.ts';
import { pressButton } from './toolbar.ts';

/** Pages that get in the panel's way, and a store that is full. */

const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const inFrame = (address: string, style: string): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>公开</title><h1>年报</h1><iframe src="${address}" style="${style}" width="640" height="700"></iframe>`;
const framed = 'http://www.outside.example/report.html';
const pages = {
  'http://www.removing.gov.cn/': report.replace(
    '</body>',
    '<script>setInterval(() => { for (const one of document.querySelectorAll("html > aside")) one.remove() }, 50)</script></body>',
  ),
  'http://www.around.example/': inFrame(framed, 'border:0'),
  [framed]: report,
  'http://www.beside.gov.cn/': inFrame(
    'http://www.beside.gov.cn/report.html',
    'position:absolute;right:0;border:0',
  ),
  'http://www.beside.gov.cn/report.html': report,
  'http://www.full.gov.cn/': report,
};

type Button = { text: string; title: string };

/** What the toolbar's button says of each tab. */
const buttons = (own: Page): Promise<Button[]> =>
  own.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof Extension };
    const tabs = await chrome.tabs.query({});
    return Promise.all(
      tabs.map(async ({ id = -1 }) => ({
        text: await chrome.action.getBadgeText({ tabId: id }),
        title: await chrome.action.getTitle({ tabId: id }),
      })),
    );
  });

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('the person is told', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve(pages);
    });
    afterAll(() => at?.close());

    it('by the button, where a page takes the panel away again and again', async () => {
      const own = await at.openOwn('options.html');
      const page = await at.open('http://www.removing.gov.cn/');
      await page.bringToFront();
      await expect
        .poll(
          async () => (await buttons(own)).filter(({ title }) => title.includes('移除或者隐藏了核对面板')),
          {
            timeout: 30_000,
          },
        )
        .toEqual([expect.objectContaining({ text: '!' })]);
      await page.close();
      await own.close();
    });

    it('whose address to open, where the report may be in a frame of another site', async () => {
      const page = await at.open('http://www.around.example/');
      await pressButton(at.browser, name, page);
      await page.waitForSelector(part('.absence'), { visible: true });
      const link = await page.$(part('.absence a'));
      expect(
        await link?.evaluate((element) => [element.textContent, (element as HTMLAnchorElement).href]),
      ).toEqual([framed, framed]);
      await page.close();
    });

    it('nothing in the way: the panel leaves the side where a frame shows what is marked', async () => {
      const page = await opened(at, 'http://www.beside.gov.cn/', { width: 1280, height: 800 });
      await openPanel(page);
      expect(await page.$(part('.at-right .panel'))).not.toBeNull();
      await click(page, '.guess');
      await page.waitForSelector(part('.at-left .panel'), { visible: true });
      await page.close();
    });

    it.runIf(name === 'chrome')('that there is no room, where the browser grants none', async () => {
      const own = await at.openOwn('options.html');
      const origin = await own.evaluate(() => location.origin);
      const session = await own.createCDPSession();
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      const page = await opened(at, 'http://www.full.gov.cn/');
      await openPanel(page);
      await click(page, '.keep');
      await eventually(page, '.trouble', '存储空间已满，没有保存');
      expect(await textOf(page, '.keep')).toBe('收藏');
      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await page.close();
      await own.close();
      await at.errors();
    });
  });
});
