import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { installCommand, programOf } from '../browser/browsers.ts';
import { manyEntries, models, writeMany } from '../overview/many.ts';

/** The report page with 100,000 reports, written and used in Chromium: `npm run bench:report`. */

const count = Number(process.argv[2] ?? 100_000);

const executablePath = programOf('chrome');
if (!executablePath) throw new Error(`No chromium is installed: ${installCommand}`);
const place = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
const browser = await launch({ executablePath, pipe: true, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const file = join(place, 'report.html');
  const started = performance.now();
  await writeMany(file, manyEntries(models(), count));
  const row = (what: string, value: string): void => console.log(`| ${what} | ${value} |`);
  const took = (from: number): string => `${Math.round(performance.now() - from)} ms`;
  row('reports', count.toLocaleString('en-US'));
  row('written', took(started));
  row('size', `${(statSync(file).size / 1e6).toFixed(1)} MB`);

  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const opened = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('.row', { timeout: 120_000 });
  row('opened, to the first line of the list', took(opened));

  /** From the act to the next frame that is drawn with its result. */
  const until = async (what: string, act: string): Promise<void> => {
    const time = await page.evaluate(`(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const changed = new Promise((done) => new MutationObserver(done).observe(document.querySelector('.list'), { subtree: true, childList: true, characterData: true, attributes: true }));
      const from = performance.now();
      ${act};
      await changed;
      await frame();
      return performance.now() - from;
    })()`);
    row(what, `${Math.round(Number(time))} ms`);
  };
  const type = (text: string): string =>
    `const input = document.querySelector('.search input'); input.value = ${JSON.stringify(text)}; input.dispatchEvent(new Event('input', { bubbles: true }))`;
  await until('search, with the 150 ms it waits for more keys', type('甲市 财政'));
  await until('all again', type(''));
  await until('one verdict', `document.querySelector('.tile.is-violated').click()`);
  await until('all again', `document.querySelector('.tile.is-violated').click()`);
  await until('sorted by authority', `document.querySelector('.heads .authority button').click()`);
  await until('sorted by requests received', `document.querySelector('.heads .received button').click()`);
  await until('one report opened', `document.querySelector('.row').click()`);
  await page.keyboard.press('Escape');
  const frames = (await page.evaluate(`(async () => {
    const lines = document.querySelector('.lines');
    const times = [];
    let before = performance.now();
    for (let step = 0; step < 120; step += 1) {
      lines.scrollTop += 1400;
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - before);
      before = performance.now();
    }
    return times.sort((a, b) => a - b);
  })()`)) as number[];
  row('a frame while scrolling, median', `${frames[60]?.toFixed(1)} ms`);
  row('a frame while scrolling, 95 of 100', `${frames[113]?.toFixed(1)} ms`);
  const heap = (await page.metrics()).JSHeapUsedSize ?? 0;
  row('memory of scripts', `${Math.round(heap / 1e6)} MB`);
} finally {
  await browser.close();
  rmSync(place, { recursive: true, force: true });
}
