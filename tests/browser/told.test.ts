import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, opened, openPanel, openTab, part, textOf } from './panel.ts';
import { sizesIn } from './widths.ts';

/** What is said of a report beside its identities: by its own text, and by the reports of other years that are kept. */

const sample = readFileSync('samples/consistent-2020.html', 'utf8');
const sentence = '全年主动公开信息4件，其中甲类1件、乙类5件。召开会议3次。';
const withSentence = sample.replace('</body>', `<p>${sentence}</p></body>`);
const thisYear = 'http://www.yanzhou.gov.cn/2020.html';
const lastYear = 'http://www.yanzhou.gov.cn/2019.html';
const wrong = readFileSync('samples/one-wrong-cell-2020.html', 'utf8').replaceAll('兖州区', '任城区');
const otherBody = 'http://www.rencheng.gov.cn/2020.html';
const pages = {
  [otherBody]: wrong,
  [thisYear]: withSentence,
  [lastYear]: sample.replaceAll('2020', '2019'),
};

const highlighted = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('gouji') ?? [])].map((range) => (range instanceof Range ? range.toString() : '')),
  );

const objectionsOn = async (page: Page, selector: string): Promise<string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(within);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, selector);
};
const objections = (page: Page): Promise<string[]> => objectionsOn(page, 'html > aside');

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('what is told', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve(pages);
    });
    afterAll(() => at?.close());

    it.each(sizesIn(name))(
      'of the text: the sentence is marked, and what nothing covers is listed, at $width px',
      async (size) => {
        const page = await opened(at, thisYear, size);
        expect(await textOf(page, '.chip-verdict')).toBe('正文 1 处前后不一致 · 40 条勾稽关系成立');
        await openPanel(page);
        await click(page, '.claims .claim.violated > button');
        await eventually(page, '[role=status]', '已在页面中标出这句话');
        expect(await highlighted(page)).toEqual(['全年主动公开信息4件，其中甲类1件、乙类5件']);
        await click(page, '.readers button:last-child');
        await openTab(page, 'prose');
        const uncovered = await page.$$eval(part('.claims'), (groups) =>
          groups
            .filter((group) => group instanceof HTMLDetailsElement && group.open)
            .filter((group) => group.querySelector('summary')?.textContent?.startsWith('没有对应的单元格'))
            .map((group) => [...group.querySelectorAll('q')].map(({ textContent }) => textContent)),
        );
        expect(uncovered).toHaveLength(1);
        expect(uncovered[0]).toContain('召开会议3次');
        expect(uncovered[0]?.some((words) => words?.includes('甲类'))).toBe(false);
        expect(await objections(page)).toEqual([]);
        await openTab(page, 'conclusion');
        await click(page, '.readers button');
        await page.close();
      },
    );

    it.each(sizesIn(name))('as a picture, with its numbers as a table, at $width px', async (size) => {
      const page = await opened(at, thisYear, size);
      await openPanel(page);
      const bar = await page.waitForSelector(part('.outcome-bar'), { visible: true });
      const [box, panel] = [await bar?.boundingBox(), await (await page.$(part('.panel')))?.boundingBox()];
      expect(box?.x).toBeGreaterThanOrEqual(panel?.x ?? 0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0));
      await click(page, '.chart-table summary');
      expect(await textOf(page, '.chart-table tbody tr')).toBe('予以公开2022.2%');
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]).catch(() => {});
        expect(await objections(page)).toEqual([]);
      }
      await page.close();
    });

    it('of the shelf: kept, kept already, and a new version', async () => {
      const page = await opened(at, lastYear);
      await openPanel(page);
      expect(await textOf(page, '.keep')).toBe('收藏');
      await click(page, '.keep');
      await eventually(page, '.keep', '已收藏');
      await page.reload();
      await page.waitForSelector(part('.panel'), { visible: true });
      await eventually(page, '.keep', '已收藏');
      await click(page, '.keep');
      await eventually(page, '[role=status]', '本页内容已经收藏，没有变化');
      await page.close();
      at.site.serve({
        [lastYear]: sample.replaceAll('2020', '2019').replace('</body>', '<p>更正</p></body>'),
      });
      const changed = await opened(at, lastYear);
      await openPanel(changed);
      await eventually(changed, '.keep', '收藏新版本');
      await changed.close();
      at.site.serve(pages);
    });

    it('on the shelf: a finding set aside there is out of list, verdict and panel, and comes back', async () => {
      const page = await opened(at, otherBody);
      await openPanel(page);
      await click(page, '.keep');
      await eventually(page, '.keep', '已收藏');
      const shelf = await at.openOwn('shelf.html');
      const row = (words: string) =>
        shelf.waitForFunction(
          (expected) =>
            [...document.querySelectorAll('.line.row')].some(
              ({ textContent }) => textContent?.includes('任城区') && textContent.includes(expected),
            ),
          { polling: 100 },
          words,
        );
      await row('3 条不成立');
      await shelf.evaluate(() => {
        [...document.querySelectorAll<HTMLAnchorElement>('.line.row a[href]')]
          .find((one) => one.closest('.row')?.textContent?.includes('任城区'))
          ?.click();
      });
      await (await shelf.waitForSelector('.report .findings .quiet'))?.click();
      await (await shelf.waitForSelector('.report .reasons button'))?.click();
      await shelf.waitForSelector('.report .set-aside');
      expect(await objectionsOn(shelf, 'main')).toEqual([]);
      await row('2 条不成立');
      await row('1 处设为不计');
      await page.bringToFront();
      await eventually(page, '.set-aside', '已向发布机关核实');
      await shelf.bringToFront();
      await shelf.click('.set-aside summary');
      await shelf.click('.set-aside .aside .quiet');
      await row('3 条不成立');
      await shelf.close();
      await page.close();
    });

    it.each(sizesIn(name))(
      'of the years: set aside on the page, taken back on the shelf, at $width px',
      async (size) => {
        const page = await opened(at, thisYear, size);
        await eventually(page, '.chip-verdict', '1 处跨年不一致 · 40 条勾稽关系成立');
        await openPanel(page);
        await eventually(page, '.over-years', '不一致 2020 年“二、上年结转政府信息公开申请数量”行“总计”列');
        await click(page, '.relations .is-firm .quiet');
        await click(page, '.relations .reasons button:nth-of-type(2)');
        await eventually(page, '.set-aside', '机构合并、分立或者更名所致');
        expect(await textOf(page, '.verdict')).not.toContain('处不一致');
        await click(page, '.keep');
        await eventually(page, '.keep', '已收藏');

        const shelf = await at.openOwn('shelf.html', size);
        const own = await shelf.waitForSelector('.line.row a[href]');
        expect(own).not.toBeNull();
        await shelf.evaluate(() => {
          const link = [...document.querySelectorAll<HTMLAnchorElement>('.line.row a[href]')].find((one) =>
            /兖州区.*2020/s.test(one.closest('.row')?.textContent ?? ''),
          );
          link?.click();
        });
        await shelf.waitForSelector('.report .set-aside');
        await shelf.click('.set-aside summary');
        expect(await shelf.$eval('.set-aside', ({ textContent }) => textContent)).toContain(
          '机构合并、分立或者更名所致',
        );
        await shelf.click('.set-aside .aside .quiet');
        await shelf.waitForSelector('.report .relations .is-firm');
        await shelf.close();
        await page.bringToFront();
        await eventually(page, '.relations', '不一致');
        await page.close();
      },
    );
  });
});
