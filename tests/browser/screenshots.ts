import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import build from './build.ts';
import { choose, type Visit, visit } from './harness.ts';
import { click, opened, openPanel, part } from './panel.ts';
import { inSide, sideOf, sidesOf, sideWidth } from './side.ts';
import { pressButton } from './toolbar.ts';

/**
 * Photographs the panel on a sample page in Chromium, for the README and the shops: `npm run screenshots`. A browser photographs pages, not its
 * window: page and side panel are photographed each by itself and laid side by side, as they stand there.
 */

const address = 'http://www.yanzhou.gov.cn/art/2021/1/27/report.html';
const sample = 'samples/one-wrong-cell-2020.html';

type Shot = {
  file: string;
  scheme: 'light' | 'dark';
  width: number;
  height: number;
  show: (panel: Standing) => Promise<void>;
};

/** Where the panel stands: in a page, and how its parts are found there. */
type Standing = { page: Page; at: (selector: string) => string };

const press = async ({ page, at }: Standing, selector: string): Promise<void> => {
  await (await page.waitForSelector(at(selector), { visible: true }))?.click();
};
const finding = async (panel: Standing): Promise<void> => {
  await press(panel, '.finding > button');
  await panel.page.waitForSelector(panel.at('.account'));
};
const conclusion = (panel: Standing): Promise<void> => press(panel, '.guess');
const data = async (panel: Standing): Promise<void> => {
  await press(panel, '#gouji-tab-data');
  const cell = await panel.page.waitForSelector(panel.at('.sheet .suspect button'));
  await cell?.evaluate((button) => (button as HTMLElement).click());
};
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
    '3-data': data,
  }).map(([name, show]) => ({ file: `docs/store/${language}-${name}.png`, scheme: 'light', ...wide, show }));

const folder = process.env.GOUJI_SHOTS ?? '.';
const settle = () => new Promise((done) => setTimeout(done, 2500));

/** Two pictures beside one another, as one. */
const laidTogether = async (chrome: Visit, pictures: readonly Uint8Array[], file: string): Promise<void> => {
  const sheet = await chrome.browser.newPage();
  await sheet.setViewport(wide);
  const images = pictures.map(
    (one) => `<img src="data:image/png;base64,${Buffer.from(one).toString('base64')}">`,
  );
  await sheet.setContent(
    `<style>body{margin:0;display:flex;background:#868f99;gap:1px}</style>${images.join('')}`,
  );
  await sheet.screenshot({ path: `${folder}/${file}` });
  await sheet.close();
};

const stand = async (chrome: Visit, home: 'page' | 'side'): Promise<void> => {
  const own = await chrome.openOwn('options.html');
  await choose(own, home);
  await own.close();
};

/** As it comes: beside the page. */
const photographBeside = async (
  chrome: Visit,
  address: string,
  { file, scheme, show }: Pick<Shot, 'file' | 'scheme' | 'show'>,
): Promise<void> => {
  await stand(chrome, 'side');
  const light = [{ name: 'prefers-color-scheme', value: scheme }];
  const page = await chrome.open(address, { width: wide.width - sideWidth - 1, height: wide.height });
  await page.emulateMediaFeatures(light);
  await pressButton(chrome.browser, 'chrome', page);
  const side = await sideOf(chrome.browser);
  await side.setViewport({ width: sideWidth, height: wide.height });
  await side.emulateMediaFeatures(light);
  await settle();
  await show({ page: side, at: inSide });
  await settle();
  const pictures = [await page.screenshot(), await side.screenshot()];
  await stand(chrome, 'page');
  while (sidesOf(chrome.browser).length > 0) await new Promise((done) => setTimeout(done, 50));
  await page.close();
  await laidTogether(chrome, pictures, file);
  console.log(file);
};

const photograph = async (chrome: Visit, shots: readonly Shot[]): Promise<void> => {
  for (const { file, scheme, width, height, show } of shots) {
    if (width === wide.width) {
      await photographBeside(chrome, address, { file, scheme, show });
      continue;
    }
    const page = await opened(chrome, address, { width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await openPanel(page);
    await show({ page, at: part });
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

/** Another body of the samples: its figures are as many times as large, in tables and text, so that they add up as before. */
const another = (page: string, name: string, year: number, times: number): string =>
  page
    .replaceAll('兖州区', name)
    .replaceAll('2020年', `${year}年`)
    .replace(
      /(<td[^>]*>\s*(?:<(?:p|span)[^>]*>\s*)*)(\d+)(?=\s*<)/g,
      (_all, start: string, figure: string) => `${start}${Number(figure) * times}`,
    )
    .replace(/(\d+)件/g, (_all, figure: string) => `${Number(figure) * times}件`);

const site = 'http://www.qinghe.gov.cn';
/** A column page, and the reports that it links to. */
const column = (wrong: string, right: string): Record<string, string> => {
  const names = ['任城区', '曲阜市', '邹城市', '汶上县', '泗水县', '梁山县', '嘉祥县'];
  const link = (name: string, at: number) =>
    `<li style="padding:6px"><a href="/${at}.html">${name}人民政府2021年政府信息公开工作年度报告</a></li>`;
  const list = `<!DOCTYPE html><meta charset="utf-8"><title>政府信息公开年报</title><body style="font:16px sans-serif;margin:40px"><h1>政府信息公开年报</h1><ul>${names.map(link).join('')}</ul>`;
  const reports = names.map((name, at) => [
    `${site}/${at}.html`,
    another(at % 3 === 1 ? wrong : right, name, 2021, at + 1),
  ]);
  return { [`${site}/`]: list, ...Object.fromEntries(reports) };
};

const photographColumn = (chrome: Visit, file: string): Promise<void> =>
  photographBeside(chrome, `${site}/`, {
    file,
    scheme: 'light',
    show: async (panel) => {
      await press(panel, '.choosing input');
      await press(panel, '.start');
      await panel.page.waitForSelector(panel.at('.keep-all'), { timeout: 60_000 });
    },
  });

/** The small picture of the shops, 440 by 280: name, what it is for, and an equation that does not hold. */
const photographTile = async (
  chrome: Visit,
  file: string,
  words: readonly [string, string],
): Promise<void> => {
  const icon = (await readFile('public/icon/gouji.svg')).toString('base64');
  const page = await chrome.browser.newPage();
  await page.setViewport({ width: 440, height: 280 });
  await page.setContent(`<!DOCTYPE html><meta charset="utf-8"><style>
    body { margin: 0; height: 280px; padding: 34px 36px; box-sizing: border-box; background: #17324d; color: #fff; font-family: system-ui, "Noto Sans CJK SC", sans-serif }
    div { display: flex; gap: 16px; align-items: center } img { width: 64px } b { font-size: 40px } p { margin: 18px 0; font-size: 21px; color: #d5dfe8 }
    s { text-decoration: none; display: inline-block; padding: 10px 18px; border-radius: 10px; background: #fdf0ee; color: #17212c; font-size: 28px } i { font-style: normal; color: #b42318; padding: 0 8px }
    </style><div><img src="data:image/svg+xml;base64,${icon}" alt=""><b>${words[0]}</b></div><p>${words[1]}</p><s>90 + 0 <i>≠</i> 88 + 1</s>`);
  await page.screenshot({ path: `${folder}/${file}` });
  console.log(file);
  await page.close();
};

/** Years and bodies that are kept in the panel, as the shelf lists them. */
const kept = (wrong: string, right: string): Record<string, string> => ({
  [address]: wrong,
  'http://www.yanzhou.gov.cn/art/2022/1/25/report.html': another(right, '兖州区', 2021, 2),
  'http://www.rencheng.gov.cn/art/2021/1/28/report.html': another(right, '任城区', 2020, 3),
  'http://www.rencheng.gov.cn/art/2022/1/26/report.html': another(wrong, '任城区', 2021, 4),
  'http://www.qufu.gov.cn/art/2022/1/26/report.html': another(right, '曲阜市', 2021, 5),
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
  const right = await readFile('samples/consistent-2020.html', 'utf8');
  chrome.site.serve({ [address]: wrong, ...column(wrong, right) });
  await photographTile(chrome, 'docs/store/zh-CN-tile.png', ['勾稽', '核对政府信息公开年报的勾稽关系']);
  await photographTile(chrome, 'docs/store/en-tile.png', [
    'Gouji 勾稽',
    'Do the annual report’s figures add up?',
  ]);
  await photograph(chrome, [...readme, ...shop('zh-CN')]);
  await photographColumn(chrome, 'docs/store/zh-CN-2-column.png');
  await stand(chrome, 'side');
  await photographOwn(chrome, 'options.html', 'docs/store/zh-CN-4-options.png');
  await stand(chrome, 'page');
  const page = await opened(chrome, address);
  await openPanel(page);
  await click(page, '.language');
  await click(page, '.readers button');
  await settle();
  await page.close();
  await photograph(chrome, shop('en'));
  await photographColumn(chrome, 'docs/store/en-2-column.png');
  await stand(chrome, 'side');
  await photographOwn(chrome, 'options.html', 'docs/store/en-4-options.png');
  await stand(chrome, 'page');
  // Kept only now: a page whose other years are kept says more than the pictures before.
  const pages = kept(wrong, right);
  chrome.site.serve(pages);
  await keepAll(chrome, Object.keys(pages));
  await photographOwn(chrome, 'shelf.html', 'docs/store/en-5-shelf.png');
  const last = await opened(chrome, address);
  await openPanel(last);
  await click(last, '.language');
  await settle();
  await last.close();
  await photographOwn(chrome, 'shelf.html', 'docs/store/zh-CN-5-shelf.png');
} finally {
  await chrome.close();
  // No other file waits for this browser.
  await chrome.browser.close();
  await chrome.site.close();
}
