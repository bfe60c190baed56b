import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import build from './build.ts';
import { visit } from './harness.ts';
import { click, opened, openPanel, part } from './panel.ts';

/**
 * Records how a report is looked through, as one animated picture for each README: `npm run recording`. Each moment is photographed when the page
 * is at rest, so that a slow machine records the same. Debian has the encoder as `ffmpeg`.
 */

const address = 'http://www.yanzhou.gov.cn/art/2021/1/27/report.html';
const size = { width: 1200, height: 750 };
const steps = 7;
const mostBytes = 2_000_000;

type Place = { x: number; y: number };

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The arrow, which pictures of a page leave out, with a ring where it presses. */
const draw = (page: Page, { x, y }: Place, presses: boolean): Promise<void> =>
  page.evaluate(
    (left, top, ring) => {
      const arrow = document.querySelector('#arrow') ?? document.createElement('div');
      // Behind the panel in the document, and so above it.
      document.documentElement.append(arrow);
      arrow.id = 'arrow';
      arrow.setAttribute(
        'style',
        `position:fixed;left:${left - 20}px;top:${top - 20}px;width:40px;height:40px;z-index:2147483647;pointer-events:none`,
      );
      arrow.innerHTML = `<svg viewBox="0 0 40 40" xmlns="http://www.w3.org/2000/svg">${
        ring ? '<circle cx="20" cy="20" r="17" fill="none" stroke="#b42318" stroke-width="3"/>' : ''
      }<path d="M20 20v17l4-4 3 7 3-1-3-7h6z" fill="#111" stroke="#fff" stroke-width="1.5"/></svg>`;
    },
    x,
    y,
    presses,
  );

/** Photographs, each shown for so long. */
const recorder = async (page: Page, folder: string) => {
  const shown: string[] = [];
  let at: Place = { x: size.width / 2, y: size.height * 0.7 };
  const take = async (seconds: number): Promise<void> => {
    const file = join(folder, `${String(shown.length / 2).padStart(3, '0')}.png`);
    await page.screenshot({ path: file });
    shown.push(`file '${file}'`, `duration ${seconds}`);
  };
  return {
    shown,
    hold: take,
    /** Goes to the middle of an element of the panel and presses it. */
    press: async (selector: string, seconds: number): Promise<void> => {
      const element = await page.waitForSelector(part(selector), { visible: true });
      await element?.evaluate((one) => one.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
      const box = await element?.boundingBox();
      if (!box) throw new Error(`${selector} is not to be seen.`);
      const goal = { x: box.x + Math.min(box.width / 2, 120), y: box.y + box.height / 2 };
      for (let step = 1; step <= steps; step++) {
        // Fast in the middle, as a hand is.
        const gone = (1 - Math.cos((Math.PI * step) / steps)) / 2;
        await draw(page, { x: at.x + (goal.x - at.x) * gone, y: at.y + (goal.y - at.y) * gone }, false);
        await take(0.06);
      }
      at = goal;
      await draw(page, at, true);
      await take(0.25);
      await page.mouse.click(at.x, at.y);
      await draw(page, at, false);
      // The page scrolls to its cells.
      await pause(2_500);
      await take(seconds);
    },
  };
};

const encode = (list: string, file: string): void => {
  const how = ['-loop', '0', '-quality', '60', '-compression_level', '6', '-fps_mode', 'vfr'];
  execFileSync('ffmpeg', [
    ...['-y', '-loglevel', 'error', '-f', 'concat', '-safe', '0', '-i', list],
    ...['-vf', 'scale=960:-1:flags=lanczos', '-c:v', 'libwebp_anim', ...how, file],
  ]);
};

/** From here on: the person has chosen so in the panel. */
const speakEnglish = async (): Promise<void> => {
  const page = await opened(chrome, address);
  await openPanel(page);
  await click(page, '.language');
  await pause(1_000);
  await page.close();
};

if (!process.argv.includes('--built')) await build();
const chrome = await visit('chrome');
const folder = await mkdtemp(join(tmpdir(), 'gouji-recording-'));
try {
  chrome.site.serve({ [address]: await readFile('samples/one-wrong-cell-2020.html', 'utf8') });
  for (const [language, file] of [
    ['zh-CN', 'docs/recording-zh.webp'],
    ['en', 'docs/recording.webp'],
  ] as const) {
    if (language === 'en') await speakEnglish();
    const page = await opened(chrome, address, size);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    const { hold, press, shown } = await recorder(page, folder);
    await hold(1.2);
    await press('.chip', 2);
    await press('.guess', 3);
    await press('.finding > button', 3);
    await press('#gouji-tab-data', 1.6);
    await press('.sheet .suspect button', 2.6);
    await press('#gouji-tab-prose', 1.6);
    await press('.claim > button', 2.6);
    const list = join(folder, `${language}.txt`);
    // The encoder takes the duration of the last picture from the one behind it.
    await writeFile(list, `${[...shown, shown.at(-2)].join('\n')}\n`);
    encode(list, file);
    const { length } = await readFile(file);
    console.log(`${file}: ${length} bytes`);
    if (length > mostBytes)
      throw new Error(`${file} has ${length} bytes; a README shows at most ${mostBytes}.`);
    await page.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
  await chrome.close();
  // No other file waits for this browser.
  await chrome.browser.close();
  await chrome.site.close();
}
