import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { choose, type Visit, visit } from './harness.ts';
import { click, eventually, marked, opened, openPanel, openTab, part, textOf } from './panel.ts';
import { pressButton } from './toolbar.ts';
import { sizesIn } from './widths.ts';

const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const address = 'http://www.person.gov.cn/report.html';
const pages = {
  [address]: report,
  'http://www.corrected.gov.cn/report.html': report.replace('>88<', '>87<'),
  'http://www.spared.gov.cn/report.html': report,
};

/** Texts that the highlight of the page stands on. */
const highlighted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('gouji') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
  );

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a person', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve(pages);
    });
    afterAll(() => at?.close());

    it.each(sizesIn(name))('is led from table to page and from page to table at $width px', async (size) => {
      const page = await opened(at, address, size);
      await openPanel(page);
      await openTab(page, 'data');
      const cell = await page.waitForSelector(part('.sheet .suspect button'));
      await cell?.evaluate((button) => (button as HTMLElement).click());
      await eventually(page, '.picked', '“（七）总计”行“自然人”列');
      await page.waitForFunction(() => document.getAnimations().length === 1);
      expect(await marked(page)).toEqual(['88']);
      // A click on the page: its own link still works, and the panel follows.
      await page.evaluate(() => {
        const target = [...document.querySelectorAll('td')].find((one) => one.textContent?.trim() === '90');
        target?.addEventListener('click', () => document.body.setAttribute('data-clicked', ''));
        target?.scrollIntoView({ block: 'start', inline: 'start', behavior: 'instant' });
        target?.setAttribute('id', 'target');
      });
      await page.click('#target');
      await eventually(page, '.picked', '“一、本年新收政府信息公开申请数量”行“自然人”列');
      expect(await page.evaluate(() => document.body.hasAttribute('data-clicked'))).toBe(true);
      await page.close();
    });

    it('sees the sentence that a number of the text stands in', async () => {
      const page = await opened(at, address);
      await openPanel(page);
      await openTab(page, 'prose');
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const claim = await page.waitForSelector(part('.claim.satisfied > button'), { visible: true });
      const quote = await claim?.$eval('q', (element) => element.textContent ?? '');
      await claim?.click();
      await eventually(page, '[role=status]', '已在页面中标出这句话');
      expect((await highlighted(page)).map((text) => text.replace(/\s/g, ''))).toEqual([
        quote?.replace(/\s/g, ''),
      ]);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !CSS.highlights.has('gouji'));
      await page.close();
    });

    it('sets a finding aside, which outlives a reload, stands in the export, and ends with the number', async () => {
      const page = await opened(at, address);
      await openPanel(page);
      await click(page, '.finding > button');
      await click(page, '.finding .quiet');
      await click(page, '.reasons button');
      await eventually(page, '.set-aside', '已向发布机关核实');
      // Left open, it would stand open again.
      await click(page, '.closer');
      await page.waitForSelector(part('.chip'), { visible: true });
      await page.reload();
      await page.waitForSelector(part('.chip'), { visible: true });
      expect(await textOf(page, '.chip-verdict')).toBe('2 条不成立 · 1 处设为不计 · 37 条成立');
      await openPanel(page);
      await click(page, '.exports button:nth-child(3)');
      const { name: file, bytes } = await at.downloaded();
      expect(file).toMatch(/\.findings\.csv$/);
      const lines = bytes.toString('utf8').trim().split('\r\n');
      expect(lines).toHaveLength(4);
      expect(lines.filter((line) => line.includes(',已向发布机关核实,'))).toHaveLength(1);
      const changed = await opened(at, 'http://www.corrected.gov.cn/report.html');
      expect(await textOf(changed, '.chip-verdict')).toBe('3 条不成立 · 37 条成立');
      await changed.close();
      await page.evaluate((selector) => {
        const root = document.querySelector('html > aside')?.shadowRoot;
        root?.querySelector<HTMLElement>(selector)?.click();
      }, '.set-aside .quiet:last-child');
      await page.waitForFunction(
        () => !document.querySelector('html > aside')?.shadowRoot?.querySelector('.set-aside'),
      );
      await page.close();
    });

    it('has side, width and language as they were left', async () => {
      const page = await opened(at, address);
      await openPanel(page);
      await click(page, '.mover');
      await page.waitForSelector(part('.at-left'));
      const edge = await page.waitForSelector(part('.resizer'));
      await edge?.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await click(page, '.language');
      await eventually(page, '.exports .primary', 'Download data');
      await new Promise((done) => setTimeout(done, 200));
      const again = await opened(at, address);
      await openPanel(again);
      const box = await (await again.$(part('.panel')))?.boundingBox();
      expect([box?.x, box?.width]).toEqual([12, 440]);
      expect(await textOf(again, '.exports .primary')).toBe('Download data');
      await click(again, '.language');
      await click(again, '.mover');
      await eventually(again, '.exports .primary', '下载数据');
      await again.close();
      await page.close();
    });

    it('decides on the options page when and where to check, and erases everything', async () => {
      const options = await at.openOwn('options.html');
      await options.waitForSelector('textarea');
      await options.evaluate(axe.source);
      const objections = await options.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(objections).toEqual([]);
      await options.type('textarea', 'http://www.spared.gov.cn/some/page');
      await options.click('input[value=left]');
      await options.waitForFunction(() => document.querySelector('textarea')?.value === 'www.spared.gov.cn');

      const spared = await at.open('http://www.spared.gov.cn/report.html');
      await new Promise((done) => setTimeout(done, 700));
      expect(await spared.$('html > aside')).toBeNull();
      await pressButton(at.browser, name, spared);
      await spared.waitForSelector(part('.at-left .panel'), { visible: true });
      await spared.close();

      await options.bringToFront();
      await options.click('.danger');
      await options.click('.confirm .danger');
      await options.waitForFunction(() => document.querySelector('textarea')?.value === '');
      await expect
        .poll(() => options.$eval('main > [role=status]', (element) => element.textContent), {
          timeout: 20_000,
        })
        .toBe('已清除全部数据');
      await choose(options, 'page');
      await options.close();
      const after = await opened(at, 'http://www.spared.gov.cn/report.html');
      await openPanel(after);
      expect(await after.$(part('.at-right'))).not.toBeNull();
      await after.close();
    });
  });
});
