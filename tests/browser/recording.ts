import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import build from './build.ts';
import { choose, visit } from './harness.ts';
import { click, opened, openPanel, part } from './panel.ts';
import { inSide, sideOf, sidesOf, sideWidth } from './side.ts';

/**
 * Records how a report is looked through beside its page, as one animated picture for each README: `npm run recording`. A browser photographs
 * pages, not its window: page and side panel are laid side by side on a sheet, over which the arrow goes. Each moment is photographed when both are
 * at rest, so that a slow machine records the same. Debian has the encoder as `ffmpeg`.
 */

const address = 'http://www.yanzhou.gov.cn/art/2021/1/27/report.html';
const size = { width: 1280, height: 800 };
const gap = 1;
const pageSize = { width: size.width - sideWidth - gap, height: size.height };
const steps = 7;
const mostBytes = 2_000_000;

type Place = { x: number; y: number };

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const pictureOf = async (page: Page): Promise<string> =>
  `data:image/png;base64,${Buffer.from(await page.screenshot()).toString('base64')}`;

const sheetMarkup = `<style>body{margin:0;display:flex;gap:${gap}px;background:#868f99}#arrow{position:fixed;width:40px;height:40px}</style>
<img id="page"><img id="side"><svg id="arrow" viewBox="0 0 40 40"><circle cx="20" cy="20" r="17" fill="none" stroke="#b42318" stroke-width="3"/>
<path d="M20 20v17l4-4 3 7 3-1-3-7h6z" fill="#111" stroke="#fff" stroke-width="1.5"/></svg>`;

/** What is to be seen at a moment, and for how many seconds; without a side panel its picture is empty. */
type Moment = { page: string; side: string; arrow: Place; presses: boolean; seconds: number };

/** Goes through a page, and the side panel once it stands, with an arrow, which pictures leave out. */
const recorder = (page: Page) => {
  const moments: Moment[] = [];
  let arrow: Place = { x: size.width / 3, y: size.height * 0.5 };
  let side: Page | null = null;
  let seen = { page: '', side: '' };

  const look = async (): Promise<void> => {
    seen = { page: await pictureOf(page), side: side ? await pictureOf(side) : '' };
  };
  const take = (seconds: number, presses = false): void => {
    moments.push({ ...seen, arrow, presses, seconds });
  };
  return {
    moments,
    hold: async (seconds: number): Promise<void> => {
      await look();
      take(seconds);
    },
    /** From here on the side panel stands beside the page. */
    stand: async (panel: Page): Promise<void> => {
      side = panel;
      await panel.setViewport({ width: sideWidth, height: size.height });
      await page.setViewport(pageSize);
      await pause(2_500);
    },
    /** Goes to an element of the page, or of the side panel where that stands, and presses it. */
    press: async (selector: string): Promise<void> => {
      const within = side ?? page;
      const element = await within.waitForSelector(side ? inSide(selector) : part(selector), {
        visible: true,
      });
      await element?.evaluate((one) => one.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
      const box = await element?.boundingBox();
      if (!element || !box) throw new Error(`${selector} is not to be seen.`);
      await pause(300);
      await look();
      const from = arrow;
      const goal = {
        x: box.x + Math.min(box.width / 2, 120) + (side ? pageSize.width + gap : 0),
        y: box.y + box.height / 2,
      };
      for (let step = 1; step <= steps; step++) {
        // Fast in the middle, as a hand is.
        const gone = (1 - Math.cos((Math.PI * step) / steps)) / 2;
        arrow = { x: from.x + (goal.x - from.x) * gone, y: from.y + (goal.y - from.y) * gone };
        take(0.06);
      }
      take(0.25, true);
      await element.click();
      // The page scrolls to its cells.
      await pause(2_500);
    },
  };
};

/** @returns the list that the encoder takes. */
const draw = async (sheet: Page, moments: readonly Moment[], folder: string): Promise<string> => {
  await sheet.setViewport(size);
  await sheet.setContent(sheetMarkup);
  await sheet.bringToFront();
  const lines: string[] = [];
  for (const [at, { page, side, arrow, presses, seconds }] of moments.entries()) {
    await sheet.evaluate(
      async (sources, { x, y }, ring) => {
        for (const [place, image] of document.querySelectorAll('img').entries()) {
          const source = sources[place] ?? '';
          image.hidden = source === '';
          if (source === '' || image.src === source) continue;
          image.src = source;
          await image.decode();
        }
        const drawn = document.querySelector('#arrow');
        drawn?.setAttribute('style', `left:${x - 20}px;top:${y - 20}px`);
        drawn?.querySelector('circle')?.setAttribute('visibility', ring ? 'visible' : 'hidden');
      },
      [page, side],
      arrow,
      presses,
    );
    const file = join(folder, `${String(at).padStart(3, '0')}.png`);
    await sheet.screenshot({ path: file });
    lines.push(`file '${file}'`, `duration ${seconds}`);
  }
  // The encoder takes the duration of the last picture from the one behind it.
  return `${[...lines, lines.at(-2)].join('\n')}\n`;
};

const encode = (list: string, file: string): void => {
  const how = ['-loop', '0', '-quality', '60', '-compression_level', '6', '-fps_mode', 'vfr'];
  execFileSync('ffmpeg', [
    ...['-y', '-loglevel', 'error', '-f', 'concat', '-safe', '0', '-i', list],
    ...['-vf', 'scale=1024:-1:flags=lanczos', '-c:v', 'libwebp_anim', ...how, file],
  ]);
};

if (!process.argv.includes('--built')) await build();
const chrome = await visit('chrome');
const folder = await mkdtemp(join(tmpdir(), 'gouji-recording-'));

/** From here on: the person has chosen so in the panel. */
const speakEnglish = async (): Promise<void> => {
  const page = await opened(chrome, address);
  await openPanel(page);
  await click(page, '.language');
  await pause(1_000);
  await page.close();
};

const stand = async (home: 'page' | 'side'): Promise<void> => {
  const own = await chrome.openOwn('options.html');
  await choose(own, home);
  await own.close();
};

try {
  chrome.site.serve({ [address]: await readFile('samples/one-wrong-cell-2020.html', 'utf8') });
  for (const [language, file] of [
    ['zh-CN', 'docs/recording-zh.webp'],
    ['en', 'docs/recording.webp'],
  ] as const) {
    if (language === 'en') await speakEnglish();
    await stand('side');
    const page = await opened(chrome, address, size);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    const { hold, press, moments, stand: standBeside } = recorder(page);
    await hold(1.2);
    await press('.chip');
    const side = await sideOf(chrome.browser);
    await side.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    await standBeside(side);
    await hold(2.4);
    for (const [selector, seconds] of [
      ['.guess', 3],
      ['.finding > button', 3],
      ['#gouji-tab-data', 1.6],
      ['.sheet .suspect button', 2.6],
      ['#gouji-tab-prose', 1.6],
      ['.claim > button', 2.6],
    ] as const) {
      await press(selector);
      await hold(seconds);
    }
    await stand('page');
    while (sidesOf(chrome.browser).length > 0) await pause(50);
    await page.close();
    const sheet = await chrome.browser.newPage();
    const list = join(folder, `${language}.txt`);
    await writeFile(list, await draw(sheet, moments, folder));
    await sheet.close();
    encode(list, file);
    const { length } = await readFile(file);
    console.log(`${file}: ${length} bytes`);
    if (length > mostBytes)
      throw new Error(`${file} has ${length} bytes; a README shows at most ${mostBytes}.`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
  await chrome.close();
  // No other file waits for this browser.
  await chrome.browser.close();
  await chrome.site.close();
}
