import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { programOf } from './browsers.ts';
import { choose, type Visit, visit } from './harness.ts';
import { click, marked, opened, openPanel, part } from './panel.ts';
import { inSide, sideOf, sidesOf } from './side.ts';
import { inBrowserWindow, pressButton } from './toolbar.ts';

/** The panel in the browser's own side panel: the page stays whole in view. */

const wrong = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const right = readFileSync('samples/consistent-2020.html', 'utf8');
const address = 'http://www.beside.gov.cn/report.html';
const other = 'http://www.beside.gov.cn/other.html';
const plain = 'http://www.beside.gov.cn/news.html';

const slow = { timeout: 30_000, interval: 100 };

const until = (page: Page, selector: string, words: string) =>
  page.waitForFunction(
    (within, expected) =>
      document.querySelector('#root')?.shadowRoot?.querySelector(within)?.textContent?.includes(expected),
    {},
    selector,
    words,
  );

/** Firefox names no page for it; a page of ours in the same process looks into it. */
const inSidebar = (own: Page, selector: string): Promise<string | null> =>
  own.evaluate((within) => {
    const { chrome } = globalThis as unknown as { chrome: typeof Extension };
    const [view] = chrome.extension.getViews({ type: 'sidebar' as 'popup' });
    return (
      (view as unknown as typeof globalThis | undefined)?.document
        .querySelector('#root')
        ?.shadowRoot?.querySelector(within)?.textContent ?? null
    );
  }, selector);
const sidebarStands = ({ browser }: Visit): Promise<unknown> =>
  inBrowserWindow(browser, 'return SidebarController.isOpen');

describe.skipIf(!programOf('firefox'))('in firefox', () => {
  let at: Visit;
  beforeAll(async () => {
    at = await visit('firefox');
    at.site.serve({ [address]: wrong, [other]: right, [plain]: '<title>新闻</title><p>今日要闻' });
  });
  afterAll(() => at?.close());
  const shown = (page: Page, selector: string) =>
    page.waitForSelector(part(selector), { visible: true }).then(() => undefined);

  it('a press of the toolbar button opens it, as it comes, and another closes it; the chip says where it stands', async () => {
    const own = await at.openOwn('options.html');
    await choose(own, 'as it comes');
    const page = await opened(at, address);
    await pressButton(at.browser, 'firefox', page);
    await vi.waitFor(async () => expect(await inSidebar(own, '.verdict')).toContain('3 条不成立'), slow);
    await shown(page, '.chip.folded');
    expect(await page.$(part('.panel'))).toBeNull();
    await pressButton(at.browser, 'firefox', page);
    await vi.waitFor(async () => expect(await sidebarStands(at)).toBe(false), slow);
    await page.waitForSelector(part('.chip.folded'), { hidden: true });
    // A press in a page opens nothing beside it.
    await openPanel(page);
    await pressButton(at.browser, 'firefox', page);
    await vi.waitFor(async () => expect(await sidebarStands(at)).toBe(true), slow);
    await page.waitForSelector(part('.panel'), { hidden: true });
    await inBrowserWindow(at.browser, 'SidebarController.hide()');
    await page.waitForSelector(part('.chip.folded'), { hidden: true });
    await page.close();
    await own.close();
  });

  it('a page outside gov.cn is read there at a press, and the next one at another', async () => {
    const own = await at.openOwn('options.html');
    await choose(own, 'as it comes');
    const elsewhere = 'http://www.school.example/report.html';
    at.site.serve({ [elsewhere]: wrong, [`${elsewhere}?2`]: wrong });
    const page = await at.open(elsewhere);
    await pressButton(at.browser, 'firefox', page);
    await vi.waitFor(async () => expect(await inSidebar(own, '.verdict')).toContain('3 条不成立'), slow);
    // It stands, but has nothing of this page: a press reads it.
    await page.goto(`${elsewhere}?2`, { waitUntil: 'load' });
    await vi.waitFor(async () => expect(await inSidebar(own, '.nothing')).toContain('没有核对结果'), slow);
    await pressButton(at.browser, 'firefox', page);
    await vi.waitFor(async () => expect(await inSidebar(own, '.verdict')).toContain('3 条不成立'), slow);
    await pressButton(at.browser, 'firefox', page);
    await vi.waitFor(async () => expect(await sidebarStands(at)).toBe(false), slow);
    await page.close();
    await own.close();
  });

  it('who wants it over the page has it there', async () => {
    const own = await at.openOwn('options.html');
    await choose(own, 'page');
    const page = await opened(at, address);
    await pressButton(at.browser, 'firefox', page);
    await page.waitForSelector(part('.panel'), { visible: true });
    expect(await sidebarStands(at)).toBe(false);
    await page.close();
    await own.close();
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

    const standing = () => sidesOf(at.browser);

    it('is opened by a press of the toolbar button or of the chip, as it comes, and closed by another', async () => {
      const own = await at.openOwn('options.html');
      await choose(own, 'as it comes');
      const page = await opened(at, address);
      await pressButton(at.browser, 'chrome', page);
      await until(await sideOf(at.browser), '.verdict', '3 条不成立');
      await page.waitForSelector(part('.chip.folded'));
      expect(await page.$(part('.panel'))).toBeNull();
      await pressButton(at.browser, 'chrome', page);
      await vi.waitFor(() => expect(standing()).toEqual([]), slow);
      await page.waitForSelector(part('.chip.folded'), { hidden: true });
      await click(page, '.chip');
      const side = await sideOf(at.browser);
      await until(side, '.verdict', '3 条不成立');
      expect(await page.$(part('.panel'))).toBeNull();
      // What was looked for on one page is not looked for on the next; the view stays as it was left.
      await (await side.waitForSelector(inSide('#gouji-tab-data')))?.click();
      await (await side.waitForSelector(inSide('input[type=search]')))?.type('总计');
      await page.goto(other);
      await side.waitForFunction(() => {
        const within = document.querySelector('#root')?.shadowRoot;
        const search = within?.querySelector<HTMLInputElement>('input[type=search]');
        return search?.value === '' && within?.querySelector('#gouji-tab-data[aria-selected=true]');
      });
      await (await side.waitForSelector(inSide('#gouji-tab-conclusion')))?.click();
      await until(side, '.verdict', '40 条');
      // It stands, but has nothing of this page: a press reads it.
      at.site.serve({ 'http://www.school.example/report.html': wrong });
      await page.goto('http://www.school.example/report.html');
      await until(side, '.nothing', '没有核对结果');
      await pressButton(at.browser, 'chrome', page);
      await until(side, '.verdict', '3 条不成立');
      await pressButton(at.browser, 'chrome', page);
      await vi.waitFor(() => expect(standing()).toEqual([]), slow);
      // Of a page that nobody may read no panel is opened.
      await pressButton(at.browser, 'chrome', own);
      await new Promise((done) => setTimeout(done, 1_000));
      expect(standing()).toEqual([]);
      await choose(own, 'page');
      await page.bringToFront();
      await page.goto(address);
      await page.waitForSelector(part('.chip'), { visible: true });
      await pressButton(at.browser, 'chrome', page);
      await page.waitForSelector(part('.panel'), { visible: true });
      expect(standing()).toEqual([]);
      await page.close();
      await own.close();
    });

    it('is opened by a press in the page, marks cells there, follows tab and page, and goes back over it', async () => {
      const page = await opened(at, address);
      await openPanel(page);
      await click(page, '.home');
      const side = await sideOf(at.browser);
      await until(side, '.verdict', '3 条不成立');
      // One panel, not two.
      await page.waitForSelector(part('.panel'), { hidden: true });
      await (await side.waitForSelector(inSide('.finding > button')))?.click();
      await until(side, '[role=status]', '已在页面中标出 4 个单元格');
      expect(await marked(page)).toEqual(['90', '0', '88', '1']);
      await side.evaluate(axe.source);
      for (const scheme of ['dark', 'light']) {
        await side.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const tab of ['data', 'prose', 'conclusion']) {
          await (await side.waitForSelector(inSide(`#gouji-tab-${tab}`)))?.click();
          await side.waitForSelector(inSide(`#gouji-tab-${tab}[aria-selected=true]`));
          const { violations } = await side.evaluate(() =>
            (window as unknown as { axe: typeof axe }).axe.run(),
          );
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
            `${scheme}, ${tab}`,
          ).toEqual([]);
        }
      }

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
      await vi.waitFor(() => expect(standing()).toEqual([]), { timeout: 30_000 });
      await click(page, '.closer');
      await openPanel(page);
    });
  });
});
