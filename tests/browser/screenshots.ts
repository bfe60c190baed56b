import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import build from './build.ts';
import { type Visit, visit } from './harness.ts';
import { click, opened, openPanel, openTab, part } from './panel.ts';

/** Photographs the panel on a sample page in Chromium, for the README and the shops: `npm run screenshots`. */

const address = 'http://www.yanzhou.gov.cn/art/2021/1/27/report.html';
const sample = 'samples/one-wrong-cell-2020.html';

type Shot = {
  file: string;
  scheme: 'light' | 'dark';
  width: number;
  height: number;
  show: (page: Page) => Promise<void>;
};

const finding = async (page: Page): Promise<void> => {
  await click(page, '.finding > button');
  await page.waitForSelector(part('.account'));
};
const conclusion = (page: Page): Promise<void> => click(page, '.guess');
const data = async (page: Page): Promise<void> => {
  await openTab(page, 'data');
  const cell = await page.waitForSelector(part('.sheet .suspect button'));
  await cell?.evaluate((button) => (button as HTMLElement).click());
};
const prose = async (page: Page): Promise<void> => {
  await openTab(page, 'prose');
  await click(page, '.claim.satisfied > button');
};
const compiling = (page: Page): Promise<void> => click(page, '.readers button:last-child');
const wide = { width: 1280, height: 800 };
const narrow = { width: 380, height: 760 };

const readme: readonly Shot[] = [
  { file: 'docs/panel-light.png', scheme: 'light', ...wide, show: conclusion },
  { file: 'docs/panel-dark.png', scheme: 'dark', ...wide, show: finding },
  { file: 'docs/panel-light-narrow.png', scheme: 'light', ...narrow, show: conclusion },
  { file: 'docs/panel-dark-narrow.png', scheme: 'dark', ...narrow, show: data },
];
const shop = (language: string): Shot[] =>
  Object.entries({
    '1-conclusion': conclusion,
    '2-data': data,
    '3-prose': prose,
    '4-compiling': compiling,
  }).map(([name, show]) => ({ file: `docs/store/${language}-${name}.png`, scheme: 'light', ...wide, show }));

const folder = process.env.GOUJI_SHOTS ?? '.';
const settle = () => new Promise((done) => setTimeout(done, 2500));

const photograph = async (chrome: Visit, shots: readonly Shot[]): Promise<void> => {
  for (const { file, scheme, width, height, show } of shots) {
    const page = await opened(chrome, address, { width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await openPanel(page);
    await show(page);
    // The page scrolls to its cells.
    await settle();
    await page.screenshot({ path: `${folder}/${file}` });
    console.log(file);
    await page.close();
  }
};

const photographOwn = async (chrome: Visit, address: string, file: string): Promise<void> => {
  const page = await chrome.openOwn(address);
  await settle();
  await page.screenshot({ path: `${folder}/${file}` });
  console.log(file);
  await page.close();
};

/** Years and bodies that are kept in the panel, as the shelf lists them. */
const kept = (wrong: string, right: string): Record<string, string> => ({
  [address]: wrong,
  'http://www.yanzhou.gov.cn/art/2022/1/25/report.html': right.replaceAll('2020年', '2021年'),
  'http://www.rencheng.gov.cn/art/2021/1/28/report.html': right.replaceAll('兖州区', '任城区'),
  'http://www.rencheng.gov.cn/art/2022/1/26/report.html': wrong
    .replaceAll('兖州区', '任城区')
    .replaceAll('2020', '2021'),
});
const keepAll = async (chrome: Visit, addresses: readonly string[]): Promise<void> => {
  for (const one of addresses) {
    const page = await opened(chrome, one);
    await openPanel(page);
    await click(page, '.keep');
    await page.waitForSelector(part('.keep.is-same'));
    await page.close();
  }
};

if (!process.argv.includes('--built')) await build();
const chrome = await visit('chrome');
try {
  const wrong = await readFile(sample, 'utf8');
  chrome.site.serve({ [address]: wrong });
  await photograph(chrome, [...readme, ...shop('zh-CN')]);
  await photographOwn(chrome, 'options.html', 'docs/store/zh-CN-5-options.png');
  const page = await opened(chrome, address);
  await openPanel(page);
  await click(page, '.language');
  await click(page, '.readers button');
  await settle();
  await page.close();
  await photograph(chrome, shop('en'));
  await photographOwn(chrome, 'options.html', 'docs/store/en-5-options.png');
  // Kept only now: a page whose other years are kept says more than the pictures before.
  const pages = kept(wrong, await readFile('samples/consistent-2020.html', 'utf8'));
  chrome.site.serve(pages);
  await keepAll(chrome, Object.keys(pages));
  await photographOwn(chrome, 'shelf.html', 'docs/store/en-6-shelf.png');
  const last = await opened(chrome, address);
  await openPanel(last);
  await click(last, '.language');
  await settle();
  await last.close();
  await photographOwn(chrome, 'shelf.html', 'docs/store/zh-CN-6-shelf.png');
} finally {
  await chrome.close();
}
