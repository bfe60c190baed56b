import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, openTab, part, textOf } from './panel.ts';
import { pressButton } from './toolbar.ts';
import { beyondItsEdge, sizesIn } from './widths.ts';

/** Files: linked from a page, shown by the browser, dropped onto the shelf. In real browsers. */

const corpus = (path: string) => readFileSync(`tests/corpus/${path}`);
const report = corpus('pdf-printed-by-chromium/source.pdf');
/** A workbook of figures that no form knows, whose total is one of them too small. */
const totals = ((): Uint8Array => {
  const rows = ['乡镇|户数|人数', '东乡|1203|2317', '西乡|3121|1178', '南乡|2904|3345', '合计|7228|6830'];
  const cellOf = (text: string): string =>
    /^\d+$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = rows.map((row) => `<row>${row.split('|').map(cellOf).join('')}</row>`).join('');
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = (type: string, target: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  return zipSync({
    '_rels/.rels': strToU8(relation('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relation('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  });
})();
const home = 'http://www.attached.example';
const elsewhere = 'http://files.other.example/2022.pdf';

const files: Record<string, Uint8Array | { goTo: string }> = {
  '2022.pdf': report,
  '2022.doc': corpus('doc-word-97/source.doc'),
  '2022.docx': corpus('docx-word-processor/source.docx'),
  '2022.xls': corpus('xls-workbook/source.xls'),
  '2022.xlsx': corpus('xlsx-workbook/source.xlsx'),
  'totals.xlsx': totals,
  'scan.pdf': corpus('refused-scanned-pdf/source.pdf'),
  'lock.pdf': corpus('refused-locked-pdf/source.pdf'),
  'cut.pdf': report.subarray(0, report.length / 2),
  'away.pdf': { goTo: elsewhere },
};
const links = [...Object.keys(files), 'gone.pdf', 'all.zip'].map(
  (name) => `<p><a href="/files/${name}">附件 ${name}</a></p>`,
);
/** The page itself writes down what it notices: fonts that come to be in it, and messages that come to its window. */
const page = `<!DOCTYPE html><meta charset="utf-8"><title>公开</title><p>2022年政府信息公开工作年度报告见附件。</p>
${links.join('')}<p><a href="${elsewhere}">别处的附件</a></p>
<script>noticed = []; addEventListener('message', ({ data }) => noticed.push(data));
setInterval(() => noticed.push(...document.fonts), 1)</script>`;

const refusals = [
  ['scan.pdf', '扫描件'],
  ['lock.pdf', '设有打开密码'],
  ['cut.pdf', '损坏或不完整'],
  ['gone.pdf', 'HTTP 404'],
  ['away.pdf', '下载失败'],
] as const;

const pdfAlone = 'http://www.alone.gov.cn/files/2022.pdf';

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a file', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve({ [`${home}/`]: page, [elsewhere]: report, [pdfAlone]: report });
      for (const [file, body] of Object.entries(files)) at.site.serve({ [`${home}/files/${file}`]: body });
    });
    afterAll(() => at?.close());

    const labelOf = (file: string) => `核对附件：附件 ${file}`;
    const check = (view: Page, file: string) => click(view, `button[aria-label="${labelOf(file)}"]`);
    const asked = (address: string) => at.site.requested.filter((one) => one === address).length;

    describe.each(sizesIn(name))('at $width px', (size) => {
      const examined = async (): Promise<Page> => {
        const view = await at.open(`${home}/`, size);
        await pressButton(at.browser, name, view);
        await view.waitForSelector(part('.files'), { visible: true });
        return view;
      };

      it('is fetched on a click alone, and its report stands in the panel', async () => {
        const view = await examined();
        const before = asked(`${home}/files/2022.pdf`);
        expect(await beyondItsEdge(view)).toEqual([]);
        await check(view, '2022.pdf');
        await eventually(view, '.verdict-words', '3 条不成立');
        expect(asked(`${home}/files/2022.pdf`)).toBe(before + 1);
        expect(await textOf(view, '.masthead')).toContain('读自附件：附件 2022.pdf');
        expect(await textOf(view, '.title')).toContain('青禾市白石区人民政府');
        expect(await beyondItsEdge(view)).toEqual([]);
        // A cell of the file has no place in the page: that is said, and nothing is marked.
        await openTab(view, 'data');
        await (await view.waitForSelector(part('.sheet td button')))?.click();
        await eventually(view, '[role=status]', '网页上没有可标出的位置');
        expect(await view.evaluate(() => document.getAnimations().length)).toBe(0);
        // The other files can still be checked.
        await click(view, '.attachments summary');
        expect(await beyondItsEdge(view)).toEqual([]);
        for (const file of ['2022.doc', '2022.docx', '2022.xls', '2022.xlsx']) {
          await check(view, file);
          await eventually(view, '.read-from', `附件 ${file}`);
          expect(await textOf(view, '.verdict-words')).toContain('3 条不成立');
          expect(await beyondItsEdge(view)).toEqual([]);
        }
        expect(await textOf(view, '.reports')).toContain('青禾市白石区人民政府');
        // All of this in the page's own frame, and it has noticed nothing.
        expect(await view.evaluate(() => (window as unknown as { noticed: unknown[] }).noticed)).toEqual([]);
        await view.close();
      });

      it('without a report shows what adds up in its tables, beside a report of another', async () => {
        const view = await examined();
        await check(view, 'totals.xlsx');
        await eventually(view, '.read-from', '附件 totals.xlsx');
        expect(await textOf(view, '.title')).toContain('附件表格中的合计');
        expect(await textOf(view, '.totals')).toContain('6830');
        expect(await beyondItsEdge(view)).toEqual([]);
        await check(view, '2022.pdf');
        await eventually(view, '.read-from', '附件 2022.pdf');
        expect(await textOf(view, '.verdict-words')).toContain('3 条不成立');
        await view.close();
      });

      it('is read again where the panel is put away and called back, and is gone with its page', async () => {
        const view = await examined();
        await check(view, '2022.pdf');
        await eventually(view, '.verdict-words', '3 条不成立');
        await pressButton(at.browser, name, view);
        await view.waitForSelector(part('.chip'), { visible: true });
        expect(await textOf(view, '.chip-verdict')).toContain('3 条不成立');
        await view.reload();
        await pressButton(at.browser, name, view);
        await view.waitForSelector(part('.absence'), { visible: true });
        expect(await view.$(part('.verdict-words'))).toBeNull();
        await view.close();
      });

      it('that is not read gives its reason beside the link, and one of another site or kind is never asked for', async () => {
        const view = await examined();
        for (const [file, words] of refusals) {
          await check(view, file);
          await view.waitForFunction(
            (label, expected) =>
              [...(document.querySelector('html > aside')?.shadowRoot?.querySelectorAll('.files > li') ?? [])]
                .find((item) => item.querySelector(`button[aria-label="${label}"]`))
                ?.querySelector('.issues')
                ?.textContent?.includes(expected),
            {},
            labelOf(file),
            words,
          );
          await eventually(view, '[role=status]', '附件未能读取');
        }
        expect(await beyondItsEdge(view)).toEqual([]);
        const named = await view.$$eval(part('.files > li'), (items) => items.map((one) => one.textContent));
        expect(named.find((text) => text?.includes('别处的附件'))).toContain('附件不在本页所在的网站');
        expect(named.find((text) => text?.includes('all.zip'))).toContain('这种格式不能读取');
        expect(await view.$$(part('.files > li button'))).toHaveLength(Object.keys(files).length + 1);
        // Not even by way of a redirection.
        expect(at.site.requested.filter((one) => one.includes('other.example'))).toEqual([]);
        await view.close();
      });

      it('in a tab of its own is read, or asked for where the browser keeps it to itself', async () => {
        const view = await at.browser.newPage();
        await view.setViewport(size);
        await view.goto(pdfAlone, { waitUntil: 'load' });
        if (name === 'chrome') {
          await pressButton(at.browser, name, view);
          await view.waitForSelector(part('.panel'), { visible: true });
          await eventually(view, '.verdict-words', '3 条不成立');
          expect(await textOf(view, '.read-from')).toBe('读自附件：2022.pdf');
        } else {
          const before = (await at.browser.pages()).length;
          await pressButton(at.browser, name, view);
          await expect.poll(async () => (await at.browser.pages()).length).toBe(before + 1);
          const shelf = await at.openOwn('shelf.html?drop', size);
          await shelf.waitForSelector('.ask');
          const words = await shelf.$eval('.ask', (element) => element.textContent);
          expect(words).toContain('浏览器不让扩展读取那个标签页里的 PDF');
          expect(await beyondItsEdge(shelf)).toEqual([]);
          await shelf.close();
        }
        await view.close();
      });

      it('dropped onto the shelf is read', async () => {
        const shelf = await at.openOwn('shelf.html', size);
        await shelf.waitForSelector('.state b');
        await shelf.evaluate(
          (given) => {
            const data = new DataTransfer();
            for (const [file, base64] of given)
              data.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], file));
            for (const kind of ['dragover', 'drop'] as const)
              document.body.dispatchEvent(
                new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }),
              );
          },
          ['2022.pdf', '2022.doc', '2022.xls', 'cut.pdf', 'lock.pdf'].map((file): [string, string] => [
            file,
            Buffer.from(files[file] as Uint8Array).toString('base64'),
          ]),
        );
        await shelf.waitForFunction(() =>
          document.querySelector('.notice')?.textContent?.includes('已收藏 3 份报告'),
        );
        const troubles = await shelf.$$eval('.troubles li', (items) => items.map((one) => one.textContent));
        expect(troubles).toEqual([
          expect.stringMatching(/^cut\.pdf：.*损坏或不完整/),
          expect.stringMatching(/^lock\.pdf：.*设有打开密码/),
        ]);
        expect(await beyondItsEdge(shelf)).toEqual([]);
        // The next window begins with an empty shelf.
        await shelf.click('.heads input');
        await (await shelf.waitForSelector('.actions > button:nth-last-of-type(2)'))?.click();
        await shelf.waitForSelector('.state b');
        await shelf.close();
      });
    });
  });
});
