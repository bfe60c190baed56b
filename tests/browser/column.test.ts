import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, part, textOf } from './panel.ts';
import { withChrome } from './site-chrome.ts';
import { pressButton } from './toolbar.ts';
import { beyondItsEdge, sizesIn } from './widths.ts';

/** A column page with the links of forty departments over the years: chosen, fetched one by one, on a click alone. */

const wrong = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const right = readFileSync('samples/consistent-2020.html', 'utf8');
const file = readFileSync('tests/corpus/pdf-printed-by-chromium/source.pdf');
const site = 'http://www.column.example';
const elsewhere = 'http://www.elsewhere.example/2020.html';

const line = (address: string, title: string): string =>
  `<li><a href="${address}" target="_blank" title="${title}">${title.slice(0, 14)}…</a><span>2021-01-28</span></li>`;
const bodies = Array.from({ length: 42 }, (_, at) => `白石区第${at + 1}局`);
const years = [2020, 2019, 2018, 2017, 2016, 2015, 2014];
const many = years
  .flatMap((year) =>
    bodies.map((body, at) => line(`/art/${year}/${at}.html`, `${body}${year}年政府信息公开工作年度报告`)),
  )
  .join('');
const first = [
  line('/art/wrong.html', '2020年青禾市教育局政府信息公开工作年度报告'),
  line('./art/right.html', '青禾市财政局2020年度政府信息公开年报'),
  line('/files/2022.pdf', '青禾市水利局2022年政府信息公开工作年度报告.pdf'),
  line('/art/gone.html', '青禾市民政局2020年政府信息公开年度报告'),
  line('/art/broken.html', '青禾市司法局2020年政府信息公开年度报告'),
  line('/art/away.html', '青禾市审计局2020年政府信息公开年度报告'),
  line(elsewhere, '青禾市气象局2020年政府信息公开年度报告'),
  line('/art/budget.html', '青禾市财政局2020年部门决算报告'),
].join('');
const slow = line('/art/slow.html', '青禾市商务局2020年政府信息公开年度报告');
const column = (list: string, next: string): string =>
  withChrome(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开年报_青禾市人民政府</title></head><body>
<h1>政府信息公开年报</h1><ul class="list">${list}</ul><div class="page"><a href="javascript:;">首页</a> ${next}</div></body></html>`);

const pages = {
  [`${site}/list.html`]: column(first, '<a href="/list_2.html">下一页</a>'),
  [`${site}/list_2.html`]: column(slow, ''),
  [`${site}/many.html`]: column(many, ''),
  [`${site}/art/wrong.html`]: wrong,
  [`${site}/art/right.html`]: withChrome(right),
  [`${site}/files/2022.pdf`]: file,
  [`${site}/art/broken.html`]: { body: '', status: 503 },
  [`${site}/art/away.html`]: { goTo: elsewhere },
  [`${site}/art/slow.html`]: { body: right, after: 8_000 },
  [elsewhere]: right,
};

const rowOf = (page: Page, body: string): Promise<string> =>
  page.$$eval(
    part('.links tbody tr'),
    (rows, wanted) =>
      rows.map(({ textContent }) => textContent ?? '').find((text) => text.includes(wanted)) ?? '',
    body,
  );
const chooseRow = (page: Page, body: string) =>
  page.$$eval(
    part('.links tbody tr'),
    (rows, wanted) => {
      rows
        .find(({ textContent }) => textContent?.includes(wanted))
        ?.querySelector('input')
        ?.click();
    },
    body,
  );

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a column page', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve(pages);
    });
    afterAll(() => at?.close());

    const examined = async (address: string, size?: { width: number; height: number }): Promise<Page> => {
      const page = await at.open(address, size);
      await pressButton(at.browser, name, page);
      await page.waitForSelector(part('.links'), { visible: true });
      return page;
    };
    const asked = (part: string): string[] => at.site.requested.filter((one) => one.includes(part));

    it.each(sizesIn(name))(
      'lists what looks like a report, by body and year, and fetches nothing, at $width px',
      async (size) => {
        const page = await examined(`${site}/many.html`, size);
        expect(await textOf(page, '.column h3')).toBe('本页链接的年报（294）');
        expect(await rowOf(page, '白石区第7局')).toContain('2020白石区第7局');
        await (await page.$(part('.choosing select')))?.select('2019');
        await page.waitForFunction(
          () =>
            document.querySelector('html > aside')?.shadowRoot?.querySelectorAll('.links tbody tr').length ===
            42,
        );
        await click(page, '.choosing input');
        expect(await textOf(page, '.start')).toBe('核对所选 42 份');
        expect(asked('/art/2019')).toEqual([]);
        expect(await beyondItsEdge(page)).toEqual([]);
        await page.evaluate(axe.source);
        const objections = await page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('html > aside');
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        });
        expect(objections).toEqual([]);
        await page.close();
      },
    );

    it('has the chosen fetched one by one from its own site, each with its verdict or its reason; they are opened and kept', async () => {
      const page = await examined(`${site}/list.html`);
      const rows = await page.$$eval(part('.links tbody tr'), (all) =>
        all.map(({ textContent }) => textContent),
      );
      expect(rows).toEqual([
        '2020青禾市教育局',
        '2020青禾市财政局',
        '2022青禾市水利局 PDF',
        '2020青禾市民政局',
        '2020青禾市司法局',
        '2020青禾市审计局',
      ]);
      await click(page, '.choosing input');
      await click(page, '.start');
      await eventually(page, '.running', '共 6 份');
      await page.waitForFunction(
        () => !document.querySelector('html > aside')?.shadowRoot?.querySelector('.running'),
        { timeout: 40_000 },
      );
      expect(await rowOf(page, '教育局')).toContain('3 条不成立');
      expect(await rowOf(page, '财政局')).toContain('全部 40 条勾稽关系成立');
      expect(await rowOf(page, '水利局')).toContain('3 条不成立');
      expect(await rowOf(page, '民政局')).toContain('HTTP 404');
      expect(await rowOf(page, '司法局')).toContain('HTTP 503');
      expect(await rowOf(page, '审计局')).toContain('转到了另一网站');
      expect(asked('/art/wrong.html')).toHaveLength(1);
      expect(await beyondItsEdge(page)).toEqual([]);

      await click(page, '.links .link');
      await eventually(page, '.verdict-words', '3 条不成立');
      expect(await textOf(page, '.masthead')).toContain('读自本页的链接：2020年青禾市教育局');
      await click(page, '.back');
      await page.waitForSelector(part('.links'), { visible: true });
      expect(await rowOf(page, '水利局')).toContain('3 条不成立');
      await click(page, '.keep-all');
      await eventually(page, '[role=status]', '已收藏 3 份');
      await page.close();
    });

    it('goes on to its next page on a further click, and is stopped where the site is slow', async () => {
      const before = asked('/list_2.html').length;
      const page = await examined(`${site}/list.html`);
      expect(asked('/list_2.html')).toHaveLength(before);
      await click(page, '.more');
      await eventually(page, '[role=status]', '又列出 1 个链接');
      expect(await textOf(page, '.column h3')).toBe('本页链接的年报（7）');
      await chooseRow(page, '商务局');
      await chooseRow(page, '教育局');
      const earlier = asked('/art/wrong.html').length;
      await page.$$eval(part('.links tbody tr input'), (all) => all.length);
      await click(page, '.start');
      await eventually(page, '.running', '第 2 份');
      await click(page, '.stop');
      await page.waitForSelector(part('.start'), { visible: true });
      expect(asked('/art/wrong.html')).toHaveLength(earlier + 1);
      await page.close();
    });
  });
});
