import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { manyEntries, models, overYears, writeMany } from '../overview/many.ts';
import { installCommand, programOf } from './browsers.ts';

/** Photographs the report page, of invented bodies, for the READMEs: a part of `npm run screenshots`. */

const folder = process.env.GOUJI_SHOTS ?? '.';
const executablePath = programOf('chrome');
if (!executablePath) throw new Error(`No chromium is installed: ${installCommand}`);
const place = await mkdtemp(join(tmpdir(), 'gouji-pictures-'));
try {
  const file = join(place, 'report.html');
  await writeMany(file, manyEntries(models(), 620), overYears(14));
  for (const [language, path] of [
    ['zh-CN', 'docs/report-page-light-zh.png'],
    ['en', 'docs/report-page-light.png'],
  ] as const) {
    const browser = await launch({
      executablePath,
      pipe: true,
      args: ['--no-sandbox', '--disable-gpu', `--lang=${language}`, `--accept-lang=${language}`],
    });
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 1100 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('.row');
    await page.screenshot({ path: `${folder}/${path}` });
    console.log(path);
    await browser.close();
  }
} finally {
  await rm(place, { recursive: true, force: true });
}
