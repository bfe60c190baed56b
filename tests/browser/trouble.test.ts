import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type BrowserName, browsersFrom, programOf } from './browsers.ts';
import { type Visit, visitWith } from './harness.ts';
import { click, opened, openPanel, part, textOf } from './panel.ts';
import { pressButton } from './toolbar.ts';

/** What goes wrong on our side reaches the person: an exception in any script. */

const address = 'http://www.wrong.gov.cn/report.html';
const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');

/** The extension with a fault in some of its scripts: where `what` stands, there is now something that throws. */
type Fault = { file: string; what: string; faulty: string };

const withFaults = async (name: BrowserName, faults: readonly Fault[]): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-faulty-'));
  await cp(resolve('.output', `${name}-mv3-inspect`), folder, { recursive: true });
  for (const { file, what, faulty } of faults) {
    const code = await readFile(join(folder, file), 'utf8');
    if (!code.includes(what)) throw new Error(`${file} holds no ${what}.`);
    await writeFile(join(folder, file), code.replaceAll(what, faulty));
  }
  return folder;
};

const inReader: Fault = { file: 'reader.js', what: '.readyState', faulty: '.readyState.on.purpose' };
const inBackground: Fault = {
  file: 'background.js',
  what: 'crypto.subtle.digest(',
  faulty: 'crypto.subtle.onPurpose(',
};
const inPanel: Fault = {
  file: 'content-scripts/panel.js',
  what: 'URL.createObjectURL(',
  faulty: 'URL.onPurpose(',
};

const card = (page: Page): Promise<string> => textOf(page, '.trouble');

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('the person is told', () => {
    const within = async (faults: readonly Fault[], then: (at: Visit) => Promise<void>): Promise<void> => {
      const folder = await withFaults(name, faults);
      const at = await visitWith(name, folder);
      try {
        at.site.serve({ [address]: report });
        await then(at);
      } finally {
        await at.errors();
        await at.close();
        await rm(folder, { recursive: true, force: true });
      }
    };

    it.each([
      ['the reader', inReader, 'reader'],
      ['the background', inBackground, 'background'],
    ])('of an exception in %s, with details to copy', async (_what, fault, where) => {
      await within([fault], async (at) => {
        const page = await at.open(address);
        await page.waitForSelector(part('.trouble'), { visible: true });
        expect(await card(page)).toContain('读取时出错');
        await page.bringToFront();
        await click(page, '.trouble .primary');
        await page.waitForFunction(
          (selector) => {
            const root = document.querySelector('html > aside')?.shadowRoot;
            return root?.querySelector(selector)?.textContent?.startsWith('已复制');
          },
          {},
          '.trouble [role=status]',
        );
        await page.evaluate(() => {
          const field = document.createElement('textarea');
          document.body.prepend(field);
          field.focus();
        });
        await page.keyboard.down('Control');
        await page.keyboard.press('v');
        await page.keyboard.up('Control');
        const pasted = await page.waitForFunction(() => document.querySelector('textarea')?.value || null);
        const details = String(await pasted.jsonValue());
        expect(details).toContain(`[${where}] TypeError`);
        expect(details).toMatch(/onPurpose|on is undefined|'purpose'/);
        expect(details).toContain(address);
        await pressButton(at.browser, name, page);
        expect(await card(page)).toContain('读取时出错');
      });
    });

    it('of an exception in the probe by the whole page being read, and in the panel by a card beside it', async () => {
      const code = await readFile(resolve('.output', `${name}-mv3-inspect`, 'probe.js'), 'utf8');
      const [look = ''] =
        /\.querySelectorAll\(|\.getElementsByTagName\(|\.createTreeWalker\(/.exec(code) ?? [];
      await within([{ file: 'probe.js', what: look, faulty: `.on.purpose${look}` }, inPanel], async (at) => {
        const page = await opened(at, address);
        expect(await textOf(page, '.chip-verdict')).toBe('3 条不成立 · 37 条成立');
        expect(await page.$(part('.trouble'))).toBeNull();
        await openPanel(page);
        await click(page, '.exports .primary');
        await page.waitForSelector(part('.trouble'), { visible: true });
        expect(await card(page)).toContain('读取时出错');
        expect(await textOf(page, '.verdict-words')).toContain('3 条不成立');
        await click(page, '.trouble button:last-of-type');
        await page.waitForFunction(
          () => !document.querySelector('html > aside')?.shadowRoot?.querySelector('.trouble'),
        );
      });
    });
  });
});
