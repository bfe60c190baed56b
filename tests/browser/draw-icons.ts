import { readFile, writeFile } from 'node:fs/promises';
import { launch } from 'puppeteer-core';
import { installCommand, programOf } from './browsers.ts';

/** Draws `public/icon/gouji.svg` as the PNG files that the browsers want. Run by hand after a change of the drawing. */

const executablePath = programOf('chrome');
if (!executablePath) throw new Error(`Drawing the icons needs Chromium: ${installCommand}`);

const drawing = await readFile('public/icon/gouji.svg', 'utf8');
const browser = await launch({
  executablePath,
  headless: true,
  pipe: true,
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  await writeFile(`public/icon/${size}.png`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
