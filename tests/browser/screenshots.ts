import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import build from './build.ts';
import { visit } from './harness.ts';

/** Photographs the panel on a sample page in Chromium, for the README: `npm run screenshots`. */

const address = 'http://www.yanzhou.gov.cn/art/2021/1/27/report.html';
const sample = 'samples/one-wrong-cell-2020.html';

const shots = [
  { file: 'docs/panel-light.png', scheme: 'light', width: 1280, height: 800 },
  { file: 'docs/panel-dark.png', scheme: 'dark', width: 1280, height: 800 },
  { file: 'docs/panel-light-narrow.png', scheme: 'light', width: 380, height: 760 },
  { file: 'docs/panel-dark-narrow.png', scheme: 'dark', width: 380, height: 760 },
] as const;

const markFirst = async (page: Page): Promise<void> => {
  await (await page.waitForSelector('html > aside >>> .chip'))?.click();
  await (await page.waitForSelector('html > aside >>> .finding > button'))?.click();
  await page.waitForSelector('html > aside >>> .account');
  // The page scrolls to its cells.
  await new Promise((done) => setTimeout(done, 900));
};

if (!process.argv.includes('--built')) await build();
const chrome = await visit('chrome');
try {
  chrome.site.serve({ [address]: await readFile(sample, 'utf8') });
  for (const { file, scheme, width, height } of shots) {
    const page = await chrome.open(address, { width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await markFirst(page);
    await page.screenshot({ path: `${process.env.GOUJI_SHOTS ?? '.'}/${file}` });
    console.log(file);
    await page.close();
  }
} finally {
  await chrome.close();
}
