import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import build from './build.ts';
import { choose, type Visit, visit } from './harness.ts';
import { part } from './panel.ts';
import { inSide, sideOf } from './side.ts';
import { pressButton } from './toolbar.ts';

/**
 * Counts what three working days cost, in Chromium, for docs/days.md: `npm run days`. What a hand does is counted as it is done, and is given
 * the seconds that it takes on average to point and press, or to press keys; to these the time is added that the browser takes.
 */

const toPoint = 1.3;
const toType = 0.3;

const site = 'http://www.qinghe.gov.cn';
const departments = Array.from({ length: 40 }, (_, at) => `青禾市第${at + 1}局`);
const bodies = Array.from({ length: 8 }, (_, at) => `青禾市第${at + 1}局`);
const years = [2020, 2021, 2022, 2023, 2024];

const wrong = await readFile('samples/one-wrong-cell-2020.html', 'utf8');
const right = await readFile('samples/consistent-2020.html', 'utf8');
const of = (page: string, body: string, year: number): string =>
  page.replaceAll('济宁市兖州区人民政府', body).replaceAll('2020年', `${year}年`);

type Report = { address: string; title: string; html: string };
const afternoon: Report[] = departments.map((body, at) => ({
  address: `${site}/2020/${at}.html`,
  title: `${body}2020年政府信息公开工作年度报告`,
  html: of(at % 4 === 1 ? wrong : right, body, 2020),
}));
const research: Report[] = bodies.flatMap((body, at) =>
  years.map((year) => ({
    address: `${site}/${year}/${at}-of-years.html`,
    title: `${body}${year}年政府信息公开工作年度报告`,
    html: of(right, body, year),
  })),
);
const column = (reports: readonly Report[]): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>政府信息公开年报</title><h1>政府信息公开年报</h1><ul>${reports
    .map(({ address, title }) => `<li><a href="${address}" target="_blank">${title}</a>`)
    .join('')}</ul>`;

/** A hand at the mouse and at the keys, which counts what it does. */
class Hand {
  clicks = 0;
  keys = 0;
  readonly #began = performance.now();
  async click(page: Page, selector: string, words = ''): Promise<void> {
    const found = await page.waitForSelector(selector, { visible: true, timeout: 120_000 });
    const said = await found?.evaluate((element) => element.textContent ?? '');
    if (!said?.includes(words)) throw new Error(`${selector} says ${said}, and not ${words}.`);
    this.clicks += 1;
    await found?.click();
  }
  /** One of several elements that are alike, by its words. */
  async pick(page: Page, selector: string, words: string): Promise<void> {
    const found = await page.waitForFunction(
      (within, text) =>
        [...document.querySelectorAll<HTMLElement>(within)].find(
          (element) => element.textContent?.includes(text) && element.checkVisibility(),
        ),
      {},
      selector,
      words,
    );
    this.clicks += 1;
    await (found.asElement() as Awaited<ReturnType<Page['$']>>)?.click();
  }
  async button(chrome: Visit, page: Page): Promise<void> {
    this.clicks += 1;
    await pressButton(chrome.browser, 'chrome', page);
  }
  key(): void {
    this.keys += 1;
  }
  tell(day: string, files: number): void {
    const seconds = (performance.now() - this.#began) / 1000 + this.clicks * toPoint + this.keys * toType;
    console.log(`${day} | ${this.clicks} | ${this.keys} | ${Math.round(seconds)} s | ${files}`);
  }
}

/** As it was: each report in a tab of its own, its panel opened by the chip, a file saved, the tab closed. */
const oneByOne = async (chrome: Visit, day: string, reports: readonly Report[], save: string) => {
  const hand = new Hand();
  for (const { address } of reports) {
    // The link of the column page.
    hand.clicks += 1;
    const page = await chrome.open(address);
    await hand.click(page, part('.chip'));
    await hand.click(page, part(save));
    await chrome.downloaded();
    hand.key();
    await page.close();
  }
  hand.tell(day, reports.length);
};

/** From a column page: all of its reports checked and kept, beside the page, and the page of the kept ones opened. */
const keepAll = async (chrome: Visit, hand: Hand, address: string): Promise<Page> => {
  const page = await chrome.open(address);
  await hand.button(chrome, page);
  const side = await sideOf(chrome.browser);
  await hand.click(side, inSide('.choosing input'));
  await hand.click(side, inSide('.start'), '40');
  await hand.click(side, inSide('.keep-all'));
  await side.waitForFunction(
    () =>
      document
        .querySelector('#root')
        ?.shadowRoot?.querySelector('[role=status]')
        ?.textContent?.includes('40'),
    { timeout: 60_000 },
  );
  const opened = chrome.browser.waitForTarget((one) => one.url().includes('/shelf.html'));
  await hand.click(side, inSide('.bar .icon[aria-label*=收藏]'));
  const shelf = await (await opened).asPage();
  await shelf.waitForSelector('.line.row');
  return shelf;
};

if (!process.argv.includes('--built')) await build();
const chrome = await visit('chrome');
try {
  chrome.site.serve({
    [`${site}/afternoon.html`]: column(afternoon),
    [`${site}/research.html`]: column(research),
    ...Object.fromEntries([...afternoon, ...research].map(({ address, html }) => [address, html])),
  });
  const own = await chrome.openOwn('options.html');
  console.log('day | clicks | keys | time | files');
  await oneByOne(chrome, 'evaluator, before', afternoon, '.exports button[title]');
  await oneByOne(chrome, 'researcher, before', research, '.exports .primary');
  await choose(own, 'as it comes');

  const evaluator = new Hand();
  const shelf = await keepAll(chrome, evaluator, `${site}/afternoon.html`);
  await evaluator.click(shelf, '.menu summary');
  await evaluator.pick(shelf, '.menu button', '问题清单');
  const findings = (await chrome.downloaded()).bytes.toString('utf8');
  for (const body of departments)
    if (!findings.includes(`\n${body},2020,`)) throw new Error(`${body} has no row.`);
  evaluator.tell('evaluator, after', 1);

  const compiler = new Hand();
  await compiler.click(shelf, '.top a');
  await shelf.waitForSelector('.paste');
  compiler.key();
  await shelf.evaluate((html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    document
      .querySelector('.paste')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, wrong);
  const inDraft = (selector: string): string => `.panel-home >>> ${selector}`;
  for (let at = 0; at < 3; at++) await compiler.click(shelf, inDraft('.stepper button:last-of-type'));
  await compiler.click(shelf, inDraft('.letter .wide'));
  compiler.tell('compiler, after', 0);
  await shelf.close();

  await own.evaluate(() => {
    indexedDB.deleteDatabase('gouji-shelf');
  });
  const researcher = new Hand();
  const kept = await keepAll(chrome, researcher, `${site}/research.html`);
  await researcher.pick(kept, '.counted button', '历年数据');
  await researcher.pick(kept, '.doings button', '导出所列');
  const table = (await chrome.downloaded()).bytes.toString('utf8');
  for (const body of bodies) if (!table.includes(`\n${body},`)) throw new Error(`${body} has no row.`);
  researcher.tell('researcher, after', 1);
} finally {
  await chrome.close();
  // No other file waits for this browser.
  await chrome.browser.close();
  await chrome.site.close();
}
