import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, marked, opened, openPanel, part } from './panel.ts';
import { inBrowserWindow } from './toolbar.ts';

/** The panel in the browser's own side panel: the page stays whole in view. */

const wrong = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const right = readFileSync('samples/consistent-2020.html', 'utf8');
const address = 'http://www.beside.gov.cn/report.html';
const other = 'http://www.beside.gov.cn/other.html';
const plain = 'http://www.beside.gov.cn/news.html';

const inSide = (selector: string): string => `#root >>> ${selector}`;

/** Chrome lists it among its pages, once it stands. */
const sideOf = async ({ browser }: Visit): Promise<Page> => {
  const target = await browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'));
  return target.asPage();
};

const until = (page: Page, selector: string, words: string) =>
  page.waitForFunction(
    (within, expected) =>
      document.querySelector('#root')?.shadowRoot?.querySelector(within)?.textContent?.includes(expected),
    {},
    selector,
    words,
  );

/** Firefox opens it from its own menus: so does this. */
const sidebar = '_b1f5a9d2-3c64-4f0e-9a57-6f2d0c7e1a11_-sidebar-action';

describe.skipIf(!programOf('firefox'))('in firefox', () => {
  it('a panel that stands beside the page is the only one', async () => {
    const at = await visit('firefox');
    at.site.serve({ [address]: wrong });
    const page = await opened(at, address);
    await openPanel(page);
    await inBrowserWindow(at.browser, `return SidebarController.show('${sidebar}')`);
    await page.waitForSelector(part('.panel'), { hidden: true });
    await click(page, '.chip');
    await new Promise((done) => setTimeout(done, 1_000));
    expect(await page.$(part('.panel'))).toBeNull();
    await inBrowserWindow(at.browser, 'SidebarController.hide()');
    await openPanel(page);
    await page.close();
    await at.close();
  });
});

describe('in chrome', () => {
  describe.skipIf(!programOf('chrome'))('the panel beside the page', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit('chrome');
      at.site.serve({ [address]: wrong, [other]: right, [plain]: '<title>新闻</title><p>今日要闻' });
    });
    afterAll(() => at?.close());

    it('is opened by a press in the page, marks cells there, follows tab and page, and goes back over it', async () => {
      const page = await opened(at, address);
      await openPanel(page);
      await click(page, '.home');
      const side = await sideOf(at);
      await until(side, '.verdict', '3 条不成立');
      // One panel, not two.
      await page.waitForSelector(part('.panel'), { hidden: true });
      await (await side.waitForSelector(inSide('.finding > button')))?.click();
      await until(side, '[role=status]', '已在页面中标出 4 个单元格');
      expect(await marked(page)).toEqual(['90', '0', '88', '1']);
      await side.evaluate(axe.source);
      const { violations } = await side.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);

      const second = await opened(at, other);
      // What was marked is marked no more where nobody looks.
      await page.waitForFunction(() => document.getAnimations().length === 0);
      await until(side, '.verdict', '40 条');
      await second.goto(plain);
      await until(side, '.nothing', '这一页没有核对结果');
      await page.bringToFront();
      await until(side, '.verdict', '3 条不成立');
      // The chip leads to where it stands.
      await click(page, '.chip');
      await new Promise((done) => setTimeout(done, 1_000));
      expect(await page.$(part('.panel'))).toBeNull();

      await (await side.waitForSelector(inSide('.home')))?.click();
      await page.waitForSelector(part('.panel'), { visible: true });
      const standing = () => at.browser.targets().filter((one) => one.url().endsWith('/sidepanel.html'));
      await vi.waitFor(() => expect(standing()).toEqual([]), { timeout: 30_000 });
      await click(page, '.closer');
      await openPanel(page);
    });
  });
});
