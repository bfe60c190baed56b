import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as Extension } from 'wxt/browser';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { marked, opened, openPanel, openTab, part, textOf } from './panel.ts';
import { pressButton } from './toolbar.ts';
import { beyondItsEdge, sizesIn } from './widths.ts';

const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const right = readFileSync('samples/consistent-2020.html', 'utf8');
const bodyOf = (page: string): string => /<body[^>]*>([\s\S]*)<\/body>/i.exec(page)?.[1] ?? page;
const page = (body: string): string => `<!DOCTYPE html><meta charset="utf-8"><title>公开</title>${body}`;
const inScript = (html: string): string => JSON.stringify(html).replaceAll('</', '<\\/');

const pages = {
  'http://www.school.example/report.html': report,
  'http://www.attached.example/': page(
    '<p>2023年政府信息公开工作年度报告见附件。</p><a href="/files/a1.pdf">2023年年报.pdf</a><a href="/files/a1.docx">下载</a>',
  ),
  'http://www.old.gov.cn/': page(
    '<h1>2016年度政府信息公开工作年度报告</h1><table><tr><td>指标名称<td>计量单位<td>2016年度<tr><td>主动公开文件数<td>条<td>3460<tr><td>受理依申请公开信息总数<td>条<td>0</table>',
  ),
  'http://www.summed.example/': page(
    '<h1>低保发放表</h1><table><tr><td>乡镇<td>户数<td>人数<td>金额<tr><td>东乡<td>1203<td>2317<td>4419<tr><td>西乡<td>3121<td>1178<td>2236<tr><td>南乡<td>2904<td>3345<td>1187<tr><td>合计<td>7228<td>6840<td>7892</table>',
  ),
  'http://www.pictured.gov.cn/': page(
    '<h2>三、收到和处理政府信息公开申请情况</h2><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" width="600" height="400">',
  ),
  'http://www.late.gov.cn/': page(
    `<div id="app"></div><script>setTimeout(()=>{app.innerHTML=${inScript(bodyOf(report))}},700)</script>`,
  ),
  'http://www.strict.gov.cn/report.xhtml': load(report)
    .xml()
    .replace(
      '<html',
      '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office"',
    ),
  'http://www.single.gov.cn/': page(
    `<button id="a">甲</button><button id="b">乙</button><button id="c">首页</button><div id="app">请选择</div><script>
     const show=(html,to)=>{history.pushState(null,'',to);app.innerHTML=html};
     a.onclick=()=>show(${inScript(bodyOf(report))},'/a');b.onclick=()=>show(${inScript(bodyOf(right))},'/b');c.onclick=()=>show('请选择','/')</script>`,
  ),
  'http://www.framed.gov.cn/': page(
    `<h1>年报</h1><iframe id="f" width="1000" height="600"></iframe><script>f.srcdoc=${inScript(report)}</script>`,
  ),
};

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a page', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve(pages);
    });
    afterAll(() => at?.close());

    describe.each(sizesIn(name))('at $width px', (size) => {
      const examined = async (address: string) => {
        const view = await at.open(address, size);
        await pressButton(at.browser, name, view);
        await view.waitForSelector(part('.panel'), { visible: true });
        return view;
      };

      it('outside gov.cn is left alone until the button is pressed, and is then checked like any other', async () => {
        const view = await at.open('http://www.school.example/report.html', size);
        await new Promise((done) => setTimeout(done, 500));
        expect(await view.$('html > aside')).toBeNull();
        await pressButton(at.browser, name, view);
        await view.waitForSelector(part('.panel'), { visible: true });
        expect(await textOf(view, '.verdict-words')).toContain('3 条不成立');
        expect(await beyondItsEdge(view)).toEqual([]);
        await (await view.waitForSelector(part('.guess'), { visible: true }))?.click();
        await view.waitForFunction(() => document.getAnimations().length === 1);
        expect(await marked(view)).toEqual(['88']);
        // The button closes what it has opened, and the marks go with it.
        await pressButton(at.browser, name, view);
        await view.waitForSelector(part('.chip'), { visible: true });
        await view.waitForFunction(() => document.getAnimations().length === 0);
        await view.close();
      });

      it.each([
        [
          'with attachments only names them',
          'http://www.attached.example/',
          ['没有找到表格', 'PDF 2023年年报.pdf', 'DOCX 下载'],
        ],
        ['in the older form is named as such', 'http://www.old.gov.cn/', ['2019 年以前的统计表']],
        ['with pictures for tables says so', 'http://www.pictured.gov.cn/', ['是图片', '1 张较大的图片']],
      ])('%s', async (_what, address, words) => {
        const view = await examined(address);
        const reasons = await textOf(view, '.absence');
        for (const word of words) expect(reasons).toContain(word);
        expect(await beyondItsEdge(view)).toEqual([]);
        await view.close();
      });

      it('without a report shows the totals of its tables, and marks what fails', async () => {
        const view = await examined('http://www.summed.example/');
        expect(await textOf(view, '.totals')).toContain('各项合计为 7842');
        expect(await beyondItsEdge(view)).toEqual([]);
        await (await view.waitForSelector(part('.totals .finding button'), { visible: true }))?.click();
        await view.waitForFunction(() => document.getAnimations().length === 4);
        expect(await marked(view)).toEqual(['7892', '4419', '2236', '1187']);
        await view.close();
      });

      it('that is filled in later by a script is noticed', async () => {
        const view = await opened(at, 'http://www.late.gov.cn/', size);
        expect(await textOf(view, '.chip-verdict')).toBe('3 条不成立 · 37 条成立');
        await view.close();
      });

      it('that is written in XML is checked like any other', async () => {
        const view = await opened(at, 'http://www.strict.gov.cn/report.xhtml', size);
        expect(await textOf(view, '.chip-verdict')).toBe('3 条不成立 · 37 条成立');
        await view.close();
      });

      it('that changes without being loaded anew is read anew', async () => {
        const view = await at.open('http://www.single.gov.cn/', size);
        await new Promise((done) => setTimeout(done, 300));
        expect(await view.$('html > aside')).toBeNull();
        const says = (words: string) =>
          view.waitForFunction(
            (expected) =>
              document.querySelector('html > aside')?.shadowRoot?.querySelector('.chip-verdict')
                ?.textContent === expected,
            {},
            words,
          );
        await view.click('#a');
        await says('3 条不成立 · 37 条成立');
        await view.click('#b');
        await says('全部 40 条勾稽关系成立');
        await view.click('#c');
        await view.waitForFunction(() => !document.querySelector('html > aside'));
        await view.click('#a');
        await says('3 条不成立 · 37 条成立');
        await view.close();
      });

      it('that no extension may look into is refused with the reason', async () => {
        const own = await at.openOwn('options.html', size);
        await own.waitForSelector('h1');
        // Firefox gives such a page another process, and what was asked meanwhile is lost.
        await expect.poll(() => beyondItsEdge(own), { timeout: 20_000 }).toEqual([]);
        // The tests of Firefox lose the address of such a page, and with it the way to its tab.
        if (name === 'chrome') await pressButton(at.browser, name, own);
        const window = await at.openOwn('refusal.html', { width: 380, height: 300 });
        await window.waitForFunction(() => document.querySelector('h1')?.textContent === '此页不能读取');
        expect(await window.$$('li')).toHaveLength(3);
        await expect.poll(() => beyondItsEdge(window), { timeout: 20_000 }).toEqual([]);
        if (name === 'chrome') {
          const badges = () =>
            own.evaluate(async () => {
              const { chrome } = globalThis as unknown as { chrome: typeof Extension };
              const tabs = await chrome.tabs.query({});
              return Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id ?? -1 })));
            });
          // It is drawn after the browser's refusal has come back.
          await expect.poll(badges, { timeout: 5_000 }).toContain('×');
        }
        await window.close();
        await own.close();
      });

      it('with the report in a frame that has no address of its own is read', async () => {
        const view = await opened(at, 'http://www.framed.gov.cn/', size);
        await openPanel(view);
        await openTab(view, 'data');
        expect(await beyondItsEdge(view)).toEqual([]);
        await (await view.waitForSelector(part('.sheet .suspect button')))?.click();
        const frame = view.frames().find((one) => one !== view.mainFrame());
        if (!frame) throw new Error('The page has lost its frame.');
        await frame.waitForFunction(() => document.getAnimations().length === 1);
        expect(await marked(frame)).toEqual(['88']);
        await view.close();
      });
    });
  });
});
