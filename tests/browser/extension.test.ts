import { execFile } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, marked, opened as openedBy, openPanel, part, textOf } from './panel.ts';
import { beyondItsEdge, sizesIn } from './widths.ts';

const wrongSample = 'samples/one-wrong-cell-2020.html';
const report = readFileSync(wrongSample, 'utf8');
const reportUrl = 'http://www.wrong.gov.cn/art/2021/report.html';
const pages = {
  [reportUrl]: report,
  'http://www.right.gov.cn/report.html': readFileSync('samples/consistent-2020.html', 'utf8'),
  'http://www.news.gov.cn/':
    '<!DOCTYPE html><meta charset="utf-8"><title>要闻</title><body><table><tr><td>一<td>二<tr><td>3<td>4<tr><td>5<td>6</table>' +
    '<script>window.seen=[];addEventListener("DOMContentLoaded",()=>{window.before=document.documentElement.outerHTML;' +
    'new MutationObserver(l=>seen.push(...l.map(m=>m.type))).observe(document,{subtree:true,childList:true,attributes:true,characterData:true})});' +
    'addEventListener("message",()=>seen.push("message"))</script>',
  'http://www.frame.gov.cn/': `<!DOCTYPE html><meta charset="utf-8"><title>公开</title><h1>年报</h1><iframe src="${reportUrl}" width="1000" height="9000"></iframe>`,
  'http://portal.example/': `<!DOCTYPE html><meta charset="utf-8"><title>Portal</title><iframe src="${reportUrl}" width="1000" height="700"></iframe>`,
  'http://www.hostile.gov.cn/': report.replace(
    '</head>',
    '<style>body > aside, html > aside { display: none !important; opacity: 0 !important; visibility: hidden !important }' +
      'html > aside, html > aside * { all: unset !important; display: none !important; transform: scale(0) !important }' +
      'button { font-size: 1px !important; color: transparent !important }</style></head>',
  ),
};

describe.each(browsersFrom('firefox'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('the extension', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve(pages);
    });
    afterAll(() => at?.close());

    describe.each(sizesIn(name))('at $width px', (size) => {
      const opened = (address: string) => openedBy(at, address, size);

      it('shows the verdict at the edge', async () => {
        const wrong = await opened(reportUrl);
        expect(await textOf(wrong, '.chip-verdict')).toBe('3 条不成立 · 37 条成立');
        const right = await opened('http://www.right.gov.cn/report.html');
        expect(await textOf(right, '.chip-verdict')).toBe('全部 40 条勾稽关系成立');
        await wrong.close();
        await right.close();
      });

      it('shows what the report is and the violated identity as an equation, and gives back the focus that it took', async () => {
        const page = await opened(reportUrl);
        await openPanel(page);
        expect(await beyondItsEdge(page)).toEqual([]);
        expect(await textOf(page, 'h2')).toBe('济宁市兖州区人民政府');
        expect(await textOf(page, '.coverage')).toContain('198 / 198 格');
        expect(await textOf(page, '.finding > button')).toBe(
          '“自然人”列 左边多 1 一 + 二 = 三（七） + 四 90 + 0 ≠ 88 + 1',
        );
        const focused = () =>
          page.evaluate(() => {
            const element = document.activeElement?.shadowRoot?.activeElement;
            return [element?.localName, ...(element?.classList ?? [])];
          });
        expect(await focused()).toContain('h2');
        await page.keyboard.press('Escape');
        await page.waitForSelector(part('.chip'), { visible: true });
        expect(await focused()).toContain('chip');
        await page.close();
      });

      it('marks the cells of an identity and leaves nothing behind', async () => {
        const page = await opened(reportUrl);
        await openPanel(page);
        const markup = () => page.evaluate(() => document.documentElement.outerHTML);
        const before = await markup();
        await click(page, '.finding > button');
        await eventually(page, '[role=status]', '已在页面中标出 4 个单元格');
        expect(await marked(page)).toEqual(['90', '0', '88', '1']);
        const outline = await page.waitForFunction(() => {
          const effect = document.getAnimations()[0]?.effect as KeyframeEffect | undefined;
          const box = effect?.target?.getBoundingClientRect();
          const scrolledTo = box && box.top >= 0 && box.bottom <= innerHeight;
          return scrolledTo && effect?.target && getComputedStyle(effect.target).outlineStyle;
        });
        expect(await outline.jsonValue()).toBe('solid');
        await page.keyboard.press('Escape');
        await page.waitForSelector(part('.chip'), { visible: true });
        await page.waitForFunction(() => document.getAnimations().length === 0);
        expect(await markup()).toBe(before);
        await page.close();
      });

      it('downloads the CSV that the command line writes', async () => {
        const page = await opened(reportUrl);
        await openPanel(page);
        await click(page, '.exports .primary');
        const { name: file, bytes } = await at.downloaded();
        expect(file).toBe('济宁市兖州区人民政府-2020.csv');
        if (size.width === 380) return page.close();
        // Its bytes are the same in any window. The exit status of a page like this one is 1.
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ['cli/gouji.ts', 'extract', wrongSample, '--format', 'csv'],
          { encoding: 'buffer', maxBuffer: 16 << 20 },
        ).catch((failure: { stdout: Buffer }) => failure);
        // A live page is known by its blocks, a file by its bytes: only the hash and the id made of it differ.
        const linesOf = (text: string, source: string) =>
          text
            .replaceAll(`,${source},`, ',SOURCE,')
            .replace(/,[0-9a-f]{64},/g, ',HASH,')
            .replace(/^[0-9a-f]{16}-/gm, 'HASH-')
            .split(/(?<=\n)/);
        const ours = bytes.toString('utf8');
        expect(ours.startsWith('\uFEFFreport,authority,year,form')).toBe(true);
        expect(ours).toContain(`,${reportUrl},`);
        expect(linesOf(ours, reportUrl)).toEqual(linesOf(stdout.toString('utf8'), wrongSample));
        await page.close();
      });

      it('copies the same CSV, on a page without encryption too', async () => {
        const page = await opened(reportUrl);
        await page.bringToFront();
        await openPanel(page);
        await click(page, '.exports button:nth-child(2)');
        await eventually(page, '[role=status]', '已复制到剪贴板');
        await page.evaluate(() => {
          const field = document.createElement('textarea');
          document.body.prepend(field);
          field.focus();
        });
        await page.keyboard.down('Control');
        await page.keyboard.press('v');
        await page.keyboard.up('Control');
        const pasted = await page.waitForFunction(() => document.querySelector('textarea')?.value || null);
        expect(String(await pasted.jsonValue())).toMatch(/^report,authority,year,form/);
        await page.close();
      });

      it('reads a report in a frame far taller than the window, and shows it in the top frame', async () => {
        const page = await opened('http://www.frame.gov.cn/');
        const frame = page.frames().find((candidate) => candidate.url() === reportUrl);
        if (!frame) throw new Error('The page has lost its frame.');
        expect(await frame.$('html > aside')).toBeNull();
        await openPanel(page);
        await click(page, '.finding > button');
        await eventually(page, '[role=status]', '已在页面中标出 4 个单元格');
        expect(await marked(frame)).toEqual(['90', '0', '88', '1']);
        expect(await marked(page)).toEqual([]);
        // The frame itself has nothing to scroll: the window must have.
        await page.waitForFunction(() => scrollY > 300);
        await click(page, '.closer');
        await frame.waitForFunction(() => document.getAnimations().length === 0);
        await page.close();
      });

      it('goes away with the frame that held the report', async () => {
        const page = await opened('http://www.frame.gov.cn/');
        await page.evaluate(() => {
          const frame = document.querySelector('iframe');
          if (frame) frame.src = 'http://www.news.gov.cn/';
        });
        await page.waitForFunction(() => !document.querySelector('html > aside'));
        await page.close();
      });

      it('shows itself in the frame where the page around it is not its business', async () => {
        const page = await at.open('http://portal.example/', size);
        const frame = await page.waitForFrame((candidate) => candidate.url() === reportUrl);
        await frame.waitForSelector(part('.chip'), { visible: true });
        expect(await page.$('html > aside')).toBeNull();
        await page.close();
      });

      it('cannot be reached by the style sheets of the page', async () => {
        const page = await opened('http://www.hostile.gov.cn/');
        await openPanel(page);
        const button = await page.waitForSelector(part('.exports .primary'), { visible: true });
        const [size, color] =
          (await button?.evaluate((element) => {
            const style = getComputedStyle(element);
            return [style.fontSize, style.color];
          })) ?? [];
        expect([size, color]).toEqual(['12px', 'rgb(255, 255, 255)']);
        await page.close();
      });

      it('has nothing that axe objects to', async () => {
        const page = await opened(reportUrl);
        await page.evaluate(axe.source);
        const objections = () =>
          page.evaluate(async () => {
            const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('html > aside');
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
          });
        expect(await objections()).toEqual([]);
        await openPanel(page);
        await click(page, '.finding > button');
        await page.waitForSelector(part('.account'));
        expect(await beyondItsEdge(page)).toEqual([]);
        await new Promise((done) => setTimeout(done, 300));
        expect(await objections()).toEqual([]);
        if (name === 'chrome') {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
          expect(await objections()).toEqual([]);
        }
        await page.close();
      });
    });

    it('becomes a sheet at the foot of a narrow screen', async () => {
      const page = await openedBy(at, reportUrl, { width: 380, height: 760 });
      await openPanel(page);
      const box = async () => (await page.$(part('.panel')))?.boundingBox();
      const { x, width, y, height } = (await box()) ?? { x: NaN, width: 0, y: 0, height: 0 };
      expect(x).toBe(0);
      // Scroll bars may stand beside it.
      expect(width).toBeGreaterThan(360);
      expect(y + height).toBeGreaterThan(740);
      await click(page, '.finding > button');
      await eventually(page, '[role=status]', '已在页面中标出');
      expect((await box())?.height).toBeLessThan(380);
      // The first of the cells stands above it.
      await page.waitForFunction(
        (top) => {
          const effect = document.getAnimations()[0]?.effect as KeyframeEffect | undefined;
          const cell = effect?.target?.getBoundingClientRect();
          return cell && cell.top >= 0 && cell.bottom <= top;
        },
        {},
        400,
      );
      await page.close();
    });

    it('leaves a page without a report as it is', async () => {
      const page = await at.open('http://www.news.gov.cn/');
      await new Promise((done) => setTimeout(done, 600));
      const { seen, same } = await page.evaluate(() => {
        const { seen, before } = window as unknown as { seen: string[]; before: string };
        return { seen, same: document.documentElement.outerHTML === before };
      });
      expect(seen).toEqual([]);
      expect(same).toBe(true);
      await page.close();
    });

    it.runIf(name === 'chrome')('counts the violations on its badge', async () => {
      const page = await openedBy(at, reportUrl);
      const target = await at.browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
      const worker = await target.worker();
      const badge = await worker?.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: typeof Extension };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
      });
      expect(badge).toBe('3');
      await page.close();
    });

    it.runIf(name === 'chrome')('goes on after its background was stopped', async () => {
      const page = await openedBy(at, reportUrl);
      await openPanel(page);
      const target = await at.browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
      await at.leaveBackground();
      await (await target.worker())?.close();
      await click(page, '.finding > button');
      await eventually(page, '[role=status]', '已在页面中标出 4 个单元格');
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => document.getAnimations().length === 0);
      await page.close();
    });

    it('has asked for nothing in all this', async () => {
      // That the record would show it: a page asks for something.
      const page = await at.open('http://www.news.gov.cn/');
      await page.evaluate(() => fetch('http://control.example/asked').catch(() => {}));
      await page.close();
      const known = new Set([...Object.keys(pages), 'http://control.example/asked']);
      const own =
        /^https?:\/\/([^/]+\.)?(mozilla\.(org|com|net)|firefox\.com|google\.com|googleapis\.com|gvt1\.com)[:/]/;
      const others = at.site.requested.filter(
        (address) => !known.has(address) && !own.test(address) && !address.endsWith('/favicon.ico'),
      );
      expect(at.site.requested).toContain('http://control.example/asked');
      expect(others).toEqual([]);
    });
  });

  describe.skipIf(!programOf(name))('the packed build', () => {
    it('puts little into every page', () => {
      expect(statSync(`.output/${name}-mv3/probe.js`).size).toBeLessThanOrEqual(10_000);
    });
  });
});
