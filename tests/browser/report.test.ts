import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryOf } from '../../cli/overview/entry.ts';
import { corpus, hostile, sample } from '../outputs/reports.ts';
import { manyEntries, overYears, writeMany } from '../overview/many.ts';
import { full } from '../properties/seed.ts';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';

/** The report page as people open it: a file on the disk, in a real browser. */

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let place = '';
const files = { small: '', large: '' };
/** More than are printed. */
const many = full ? 20_000 : 6_000;
const inWords = many.toLocaleString('en');

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'gouji-report-'));
  for (const name of ['small', 'large'] as const) files[name] = join(place, `${name}.html`);
  const source = join(place, 'beside.html');
  await writeFile(source, '<p>the page itself</p>');
  const wrong = sample('one-wrong-cell-2020');
  const pages = corpus();
  const linked = { ...wrong, source: { ...wrong.source, path: source } };
  await writeMany(
    files.small,
    [hostile(), linked, ...pages].map((extraction) => entryOf(extraction)),
    overYears(3),
  );
  await writeMany(files.large, manyEntries([sample('consistent-2020'), wrong, ...pages], many));
});
afterAll(() => rm(place, { recursive: true, force: true }));

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('the report page', () => {
    let at: Visit;
    let page: Page;
    const faults: string[] = [];
    const asked: string[] = [];

    beforeAll(async () => {
      at = await visit(name);
      page = await at.browser.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('pageerror', (error) => {
        faults.push(String(error));
      });
      page.on('request', (request) => {
        asked.push(request.url());
      });
      await page.setViewport({ width: 1280, height: 900 });
    });
    afterAll(() => at?.close());

    const open = async (file: string): Promise<void> => {
      await page.goto(pathToFileURL(file).href);
      await page.waitForSelector('.row');
    };
    const text = (selector: string): Promise<string> =>
      page.$eval(selector, (element) => (element instanceof HTMLElement ? element.innerText : ''));
    const texts = (selector: string): Promise<string[]> =>
      page.$$eval(selector, (elements) => elements.map((element) => element.textContent ?? ''));
    const shown = async (): Promise<number> =>
      Number(/[\d,]+/.exec(await text('.shown'))?.[0].replaceAll(',', ''));
    const until = (condition: string): Promise<unknown> => page.waitForFunction(condition, { polling: 50 });

    test('tells in Chinese how many reports have which verdict, and in English when asked', async () => {
      await open(files.small);
      expect(await text('h1')).toBe('政府信息公开工作年度报告核对结果');
      const tiles = (await texts('.tile-head b')).map(Number);
      expect(tiles.reduce((sum, count) => sum + count)).toBe(await shown());
      expect(tiles[0]).toBeGreaterThan(0);
      await page.click('.actions button:last-child');
      await until(`document.documentElement.lang === 'en'`);
      expect(await text('h1')).toBe('Annual reports on open government information, checked');
      expect(await page.title()).toBe('Annual reports on open government information, checked');
      await page.click('.actions button:last-child');
      await until(`document.documentElement.lang === 'zh-CN'`);
    });

    test('the words of a report stay words', async () => {
      await page.type('.search input', 'onerror');
      await until(`document.querySelectorAll('.row').length === 1`);
      expect(await text('.row .authority small')).toBe(
        '=cmd|"/c calc"!A1 </script><img src=x onerror=alert(1)>.html',
      );
      expect(await text('.row .authority button')).toContain('<b>&');
      await page.click('.row .authority button');
      await page.waitForSelector('.detail-body section');
      expect(await page.$$('img, .row b b, dialog script')).toEqual([]);
      expect(await text('.detail .origin')).toContain('<img src=x onerror=alert(1)>');
      await page.keyboard.press('Escape');
      await until(`!document.querySelector('dialog')`);
      await page.click('.filters .plain');
      // Else the one row that is found next may be this one.
      await until(`document.querySelectorAll('.row').length > 1`);
    });

    test('a report says first which figure may be wrong, then what is violated, and leads to its source', async () => {
      await page.type('.search input', 'beside.html');
      await until(`document.querySelectorAll('.row').length === 1`);
      await page.focus('.row .authority button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.detail-body section');
      expect((await texts('.detail-body h3')).slice(0, 2)).toEqual(['可能有误的单元格', '不成立的勾稽关系']);
      expect(await text('.diagnosis')).toContain('由 88 改为 89');
      expect(await texts('.detail-body .findings .violated')).toContainEqual(
        expect.stringContaining('90 + 0 ≠ 88 + 1'),
      );
      expect(await page.$eval('.origin a', (link) => link.getAttribute('href'))).toBe('./beside.html');
      await page.keyboard.press('Escape');
      await until(`!document.querySelector('dialog')`);
      await page.click('.filters .plain');
    });

    test('a verdict, a year and a kind of finding each show the reports that have it', async () => {
      await open(files.small);
      const all = await shown();
      const [wrong = 0] = (await texts('.tile-head b')).map(Number);
      await page.click('.tile.is-violated');
      await until(
        `document.querySelector('.tile.is-violated').ariaPressed === 'true' || document.querySelector('.tile.is-violated').getAttribute('aria-pressed') === 'true'`,
      );
      expect(await shown()).toBe(wrong);
      expect(new Set(await texts('.row .verdict b'))).toEqual(new Set(['有不成立的']));
      await page.click('.tile.is-violated');
      const count = Number(/\d+/.exec(await text('.of-reading .kind-count'))?.[0]);
      const kind = await text('.of-reading .kind-name');
      await page.click('.of-reading li button');
      await until(`document.querySelector('.shown').textContent.includes('${count} 份符合')`);
      expect((await texts('.row .verdict small')).every((names) => names.includes(kind))).toBe(true);
      await page.click('.filters .plain');
      await page.click('.years li:first-child button');
      await until(`document.querySelector('.years button').getAttribute('aria-pressed') === 'true'`);
      expect(new Set(await texts('.row .cell.year'))).toEqual(new Set([await text('.year-name')]));
      await page.click('.filters .plain');
      expect(await shown()).toBe(all);
    });

    test('the list is sorted by a press on a heading', async () => {
      const numbers = async (): Promise<number[]> =>
        (await texts('.row .cell.unread')).map((cell) => Number(/\d+$/.exec(cell)?.[0]));
      await page.click('.heads .unread button');
      await until(`document.querySelector('.heads .unread').getAttribute('aria-sort') === 'descending'`);
      const down = await numbers();
      expect(down[0]).toBeGreaterThan(0);
      expect(down).toEqual(down.toSorted((a, b) => b - a));
      await page.click('.heads .unread button');
      await until(`document.querySelector('.heads .unread').getAttribute('aria-sort') === 'ascending'`);
      expect((await numbers())[0]).toBe(0);
    });

    test('keys go through the list and through the reports', async () => {
      await open(files.large);
      await page.focus('.row .authority button');
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowDown');
      await until(`document.activeElement.dataset.place === '3'`);
      await page.keyboard.press('End');
      await until(`document.activeElement.dataset.place === '${many - 1}'`);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.detail-body section');
      expect(await text('.detail nav .soft')).toBe(`第 ${inWords} 份，共 ${inWords} 份`);
      await page.keyboard.press('ArrowLeft');
      await until(
        `document.querySelector('.detail nav .soft').textContent.startsWith('第 ${(many - 1).toLocaleString('en')} 份')`,
      );
      await page.keyboard.press('Escape');
      await until(`!document.querySelector('dialog')`);
    });

    test('of very many reports only those in view are in the page, wherever it is scrolled to', async () => {
      await open(files.large);
      expect((await page.$$('.row')).length).toBeLessThan(60);
      await page.$eval('.lines', (lines) => lines.scrollTo(0, lines.scrollHeight / 2));
      await until(`Number(document.querySelector('.row').getAttribute('aria-rowindex')) > ${many * 0.45}`);
      expect((await page.$$('.row')).length).toBeLessThan(60);
    });

    test('what the filter leaves is printed, with its findings', async () => {
      await open(files.small);
      await page.click('.tile.is-violated');
      const count = await page.$eval('.tile.is-violated b', (element) => Number(element.textContent));
      // The dialog of the browser would wait for a person.
      await page.evaluate(`window.print = () => dispatchEvent(new Event('beforeprint'))`);
      await page.click('.actions button:first-child');
      await page.waitForSelector('#printed tbody');
      expect((await page.$$('#printed tbody')).length).toBe(count);
      const printed = await page.$eval('#printed', (element) => element.textContent ?? '');
      expect(printed).toContain(`共 ${count} 份报告`);
      expect(printed).toContain('筛选条件：结论 有不成立的');
      expect(printed).toContain('90 + 0 ≠ 88 + 1');
      const paper = await page.pdf({ format: 'a4' });
      expect(paper.length).toBeGreaterThan(10_000);
      expect(Buffer.from(paper.subarray(0, 5)).toString()).toBe('%PDF-');
    });

    test('of very many as many are printed as it says', async () => {
      await open(files.large);
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      expect(await page.$eval('#printed', (element) => element.textContent ?? '')).toContain(
        `符合条件的 ${inWords} 份报告，只打印前 5,000 份`,
      );
      expect((await page.$$('#printed tbody')).length).toBe(5000);
      await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
      expect(await page.$$('#printed > *')).toEqual([]);
    });

    test.each([
      [1280, 'light'],
      [380, 'dark'],
    ] as const)('has no fault that axe knows, at %i px, %s', async (width, scheme) => {
      await page.setViewport({ width, height: 900 });
      if (name === 'chrome')
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await open(files.small);
      await page.evaluate(await readFile(axe, 'utf8'));
      const violations = () =>
        page.evaluate(
          `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
        );
      expect(await violations()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.click('.row .authority button');
      await page.waitForSelector('.detail-body section');
      expect(await violations()).toEqual([]);
    });

    test('a file that ends too early says so', async () => {
      const broken = join(place, 'broken.html');
      const whole = await readFile(files.small, 'utf8');
      await writeFile(
        broken,
        whole.replace(/<script type="application\/gzip" data-piece="closing">[^<]*<\/script>/, ''),
      );
      await page.goto(pathToFileURL(broken).href);
      await until(`document.querySelector('.wait')?.textContent.includes('不完整')`);
    });

    test('nothing was asked of anybody, and nothing went wrong on the way', () => {
      // axe brings its own letters along in Firefox.
      const others = asked.filter((address) => !/^data:font/.test(address));
      expect(others.filter((address) => !address.startsWith(pathToFileURL(place).href))).toEqual([]);
      expect(faults).toEqual([]);
    });
  });
});
