import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, opened, openPanel, openTab, part } from './panel.ts';
import { pressShortcut } from './toolbar.ts';

/** Going through many reports: the panel stays as it was left, and what is kept leads on. */

const sample = await readFile('samples/one-wrong-cell-2020.html', 'utf8');
const addressOf = (name: string): string => `http://www.${name}.gov.cn/report.html`;
const bodies = { first: '甲河', second: '乙山', third: '丙湖' };

const shownTab = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.visibilityState === 'visible');

/** What a page answers; something else where it is gone, or is silent on its way to another process. */
const asked = <Answer>(page: Page, ask: () => Answer, gone: Answer, silent: Answer): Promise<Answer> =>
  Promise.race([
    page.evaluate(ask).catch(() => gone) as Promise<Answer>,
    new Promise<Answer>((done) => setTimeout(() => done(silent), 5_000)),
  ]);

/** The window in which a note is written, once its field has the focus. Firefox does not tell where a page of its own stands; the page does. */
const noteWindow = async (at: Visit): Promise<Page> => {
  const isOne = (page: Page) => asked(page, () => location.href.includes('/note.html'), false, false);
  const found = await vi.waitFor(
    async () => {
      for (const page of (await at.browser.pages()).toReversed()) if (await isOne(page)) return page;
      throw new Error('No window for a note has been opened.');
    },
    { timeout: 90_000, interval: 100 },
  );
  await found.bringToFront();
  await found.waitForFunction(() => document.activeElement?.localName === 'textarea');
  return found;
};
/** A tab that another stands before draws nothing. */
const behind = { polling: 100 };

const standsIn = (page: Page, note: string) =>
  page.waitForFunction(
    (expected) => document.querySelector<HTMLTextAreaElement>('.own-note textarea')?.value === expected,
    behind,
    note,
  );
const saved = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.own-note .told')?.textContent === '已保存');
const closedBy = async (page: Page, key: 'Escape'): Promise<void> => {
  await page.keyboard.press(key).catch(() => {});
  // Nor does it tell that the page is closed.
  const isGone = async () => page.isClosed() || (await asked(page, () => false, true, false));
  await vi.waitFor(async () => expect(await isGone()).toBe(true), { timeout: 60_000, interval: 100 });
};

describe.each(browsersFrom('chrome'))('in %s', (name) => {
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

    it('a note is written beside the page, by keyboard alone, and stands in its panel', async () => {
      const page = await opened(at, addressOf('first'));
      await openPanel(page);
      await eventually(page, '.to-note', '写备注');
      await page.keyboard.press('m');
      const beside = await noteWindow(at);
      await beside.keyboard.type('来函已复');
      await saved(beside);
      await beside.evaluate(axe.source);
      const objections = await beside.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(objections).toEqual([]);
      await closedBy(beside, 'Escape');
      await page.bringToFront();
      await eventually(page, '.to-note', '备注：来函已复');
      await page.close();
    });

    it('what one window writes stands in the other, which goes on from there', async () => {
      const page = await opened(at, addressOf('first'));
      await openPanel(page);
      await eventually(page, '.to-note', '备注：来函已复');
      const shelf = await at.openOwn('shelf.html');
      await shelf.waitForFunction(() => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('.line.row a')];
        const found = links.find((link) => link.closest('.line')?.textContent?.includes('来函已复'));
        found?.click();
        return found !== undefined;
      });
      await standsIn(shelf, '来函已复');
      await shelf.focus('.own-note textarea');
      await page.bringToFront();
      await click(page, '.to-note');
      const beside = await noteWindow(at);
      await beside.keyboard.type('，属实');
      await saved(beside);
      await closedBy(beside, 'Escape');
      await standsIn(shelf, '来函已复，属实');
      await shelf.bringToFront();
      await shelf.$eval('.own-note textarea', (field) => {
        const { length } = (field as HTMLTextAreaElement).value;
        (field as HTMLTextAreaElement).setSelectionRange(length, length);
        (field as HTMLTextAreaElement).focus();
      });
      await shelf.keyboard.type('，待公开');
      await shelf.keyboard.press('Tab');
      await saved(shelf);
      await page.bringToFront();
      await eventually(page, '.to-note', '备注：来函已复，属实，待公开');
      await shelf.close();
      await page.close();
    });

    it('a report that is kept again after its page has changed has its note', async () => {
      at.site.serve({ [addressOf('first')]: sample.replaceAll('兖州', '甲河').replace('>88<', '>89<') });
      const page = await opened(at, addressOf('first'));
      await openPanel(page);
      await eventually(page, '.keep', '收藏新版本');
      await click(page, '.keep');
      await eventually(page, '.to-note', '备注：来函已复，属实，待公开');
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

    it('the shortcut of the browser keeps without a panel, and goes on', async () => {
      at.site.serve({ [addressOf('fifth')]: sample.replaceAll('兖州', '戊岭') });
      at.site.serve({ [addressOf('sixth')]: sample.replaceAll('兖州', '己塘') });
      const fifth = await opened(at, addressOf('fifth'));
      const sixth = await opened(at, addressOf('sixth'));
      await pressShortcut(at.browser, name, fifth, 'keep-and-go-on');
      await sixth.waitForFunction(() => document.visibilityState === 'visible', { polling: 100 });
      await sixth.waitForSelector(part('.panel'), { visible: true });
      await fifth.bringToFront();
      await fifth.waitForSelector(part('.chip-keep.is-same'));
      await fifth.close();
      await sixth.close();
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
