import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, marked, opened, openPanel, openTab, part, textOf } from './panel.ts';
import { beyondItsEdge, sizesIn } from './widths.ts';

/** What needs a look is in sight, is gone through one by one, and is found again by its words. */

const address = 'http://www.findings.gov.cn/report.html';
const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');

/** Is the middle of an element of the panel what a person sees there? */
const inSight = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const root = document.querySelector('html > aside')?.shadowRoot;
    const element = root?.querySelector(wanted);
    const box = element?.getBoundingClientRect();
    if (!root || !element || !box) return false;
    const there = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return box.height > 10 && there !== null && element.contains(there);
  }, selector);

const titles = (page: Page): Promise<string[]> =>
  page.$$eval(part('.data tbody th'), (cells) => cells.map(({ textContent }) => textContent ?? ''));

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('findings', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve({ [address]: report });
    });
    afterAll(() => at?.close());

    it('stand before the figures: the wrong cell is in sight as the panel opens', async () => {
      const page = await opened(at, address, { width: 1280, height: 800 });
      await openPanel(page);
      await expect.poll(() => inSight(page, '.guess')).toBe(true);
      expect(await inSight(page, '.finding > button')).toBe(true);
      expect(await inSight(page, '.tile')).toBe(false);
      await page.close();
    });

    it.each(sizesIn(name))(
      'are gone through by button and key, round the end, at $width px',
      async (size) => {
        const page = await opened(at, address, size);
        await openPanel(page);
        const next = () => click(page, '.stepper button:last-child');
        await next();
        await eventually(page, '.stepper', '1 / 3');
        await expect.poll(() => marked(page)).toEqual(['90', '0', '88', '1']);
        await openTab(page, 'data');
        await next();
        await eventually(page, '.stepper', '1 / 3');
        await page.keyboard.press('n');
        await eventually(page, '.stepper', '2 / 3');
        await expect.poll(() => inSight(page, '.finding.shown > button')).toBe(true);
        await expect.poll(() => marked(page)).not.toEqual(['90', '0', '88', '1']);
        await page.keyboard.press('p');
        await page.keyboard.press('p');
        await eventually(page, '.stepper', '3 / 3');
        await next();
        await eventually(page, '.stepper', '1 / 3');
        expect(await beyondItsEdge(page)).toEqual([]);
        await page.close();
      },
    );

    it.each(sizesIn(name))(
      'and cells are found by their words, under headings that stay, at $width px',
      async (size) => {
        const page = await opened(at, address, size);
        await openPanel(page);
        await openTab(page, 'data');
        const all = (await titles(page)).length;
        await (await page.$(part('.scroll')))?.evaluate((element) => element.scrollTo(0, 400));
        await expect.poll(() => inSight(page, '#gouji-tab-data')).toBe(true);
        expect(await inSight(page, '.title h2')).toBe(false);
        await openTab(page, 'conclusion');
        await openTab(page, 'data');
        const field = await page.waitForSelector(part('.search'), { visible: true });
        await field?.type('予以公开 自然人');
        await expect.poll(async () => (await titles(page)).length).toBeLessThan(all);
        expect(await titles(page)).toEqual(['（一）予以公开']);
        expect(await page.$$eval(part('.data tbody td'), (cells) => cells.length)).toBe(1);
        await field?.type(' 没有这个');
        await eventually(page, '.data', '没有符合的内容');
        await page.evaluate(axe.source);
        const objections = await page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('html > aside');
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        });
        expect(objections).toEqual([]);
        await page.close();
      },
    );

    it.each([
      { width: 320, height: 256, what: 'in the smallest window' },
      { width: 640, height: 400, what: 'at twice the size' },
    ])('can be read $what', async (size) => {
      const page = await opened(at, address, size);
      await openPanel(page);
      const finding = await page.waitForSelector(part('.finding > button'));
      await finding?.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const box = await finding?.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
      expect(await inSight(page, '.finding > button')).toBe(true);
      expect(await beyondItsEdge(page)).toEqual([]);
      await finding?.click();
      await eventually(page, '[role=status]', '已在页面中标出 4 个单元格');
      expect(await textOf(page, '.account')).toContain('90');
      await page.close();
    });
  });
});
