import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { beyondItsEdge, sizesIn } from './widths.ts';

/** A draft is checked and not kept: dropped, chosen or pasted, in real browsers. */

const wrong = await readFile('samples/one-wrong-cell-2020.html', 'utf8');

/** Of the panel, which stands in a shadow root of its own. */
const inPanel = (selector: string): string => `.panel-home >>> ${selector}`;

const panelSays = (page: Page, words: string) =>
  page.waitForFunction(
    (expected) =>
      document
        .querySelector('.panel-home')
        ?.shadowRoot?.querySelector('.panel')
        ?.textContent?.includes(expected),
    {},
    words,
  );

const pressIn = async (page: Page, selector: string): Promise<void> => {
  const element = await page.waitForSelector(inPanel(selector), { visible: true });
  await element?.click();
};

/** As if a file were dropped onto the element. */
const dropOnto = (page: Page, selector: string, name: string, base64: string) =>
  page.evaluate(
    async (given, onto) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(given.base64), (byte) => byte.charCodeAt(0));
      data.items.add(new File([bytes], given.name));
      const event = (kind: string) =>
        new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event('dragover'));
      // The places are drawn while something is dragged.
      while (!document.querySelector(onto)) await new Promise((done) => requestAnimationFrame(done));
      document.querySelector(onto)?.dispatchEvent(event('drop'));
    },
    { name, base64 },
    selector,
  );

/** As if it were pasted with the focus on the element. */
const paste = (page: Page, selector: string, content: Record<string, string>) =>
  page.$eval(
    selector,
    (element, given) => {
      const data = new DataTransfer();
      for (const [type, text] of Object.entries(given)) data.setData(type, text);
      const [[dataType, text] = ['', '']] = Object.entries(given);
      // Firefox takes one type by itself in place of the whole.
      const content = { clipboardData: data, dataType, data: text };
      element.dispatchEvent(new ClipboardEvent('paste', { ...content, bubbles: true, cancelable: true }));
    },
    content,
  );

const keptIn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const request = indexedDB.open('gouji-shelf');
        request.onerror = () => failed(request.error);
        request.onsuccess = () => {
          const count = request.result.transaction('reports').objectStore('reports').count();
          count.onsuccess = () => {
            request.result.close();
            done(count.result);
          };
        };
      }),
  );

const sound = async (page: Page): Promise<void> => {
  expect(await beyondItsEdge(page)).toEqual([]);
  await page.evaluate(axe.source);
  const objections = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(objections).toEqual([]);
};

/** What Word puts on the clipboard around the body of a document: its name spaces, a sheet, and marks around what was copied. */
const asFromWord = (body: string): string =>
  `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal { mso-style-parent:""; margin:0 } --></style></head><body lang=ZH-CN><!--StartFragment--><p class=MsoNormal><o:p>&nbsp;</o:p></p>${body}<!--EndFragment--></body></html>`;

const bodyOf = (html: string): string =>
  /<body[^>]*>(?<body>[\s\S]*)<\/body>/i.exec(html)?.groups?.body ?? '';

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a draft', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
    });
    afterAll(() => at?.close());

    describe.each(sizesIn(name))('at $width px', (size) => {
      const wide = size.width > 900;
      let shelf: Page;
      beforeAll(async () => {
        shelf = await at.openOwn('shelf.html', size);
        await shelf.waitForSelector('.state b');
      });
      afterAll(() => shelf?.close());

      it('is asked for on a page of its own', async () => {
        await shelf.focus('.top a');
        await shelf.keyboard.press('Enter');
        await shelf.waitForSelector('.intake h2');
        expect(await shelf.$eval('.intake', (element) => element.textContent)).toContain('只核对，不收藏');
        await sound(shelf);
      });

      it('is chosen by the file picker, and gets all of the panel', async () => {
        const field = (await shelf.$('.intake input[type=file]')) as ElementHandle<HTMLInputElement>;
        await field.uploadFile('tests/corpus/docx-word-processor/source.docx');
        await shelf.waitForSelector(inPanel('.panel'));
        await panelSays(shelf, 'source.docx（只核对，未收藏）');
        await shelf.waitForSelector(inPanel('.verdict'));
        if (wide) await shelf.waitForSelector(inPanel('.tables-beside td'));
        await sound(shelf);
      });

      it('is pasted from a word processor: diagnosis, letter, text, and the cells in the tables', async () => {
        await paste(shelf, '.paste', { 'text/html': asFromWord(bodyOf(wrong)), 'text/plain': 'nothing' });
        await panelSays(shelf, '粘贴的内容.html（只核对，未收藏）');
        await panelSays(shelf, '3 条不成立');
        await panelSays(shelf, '核对更正说明');
        await pressIn(shelf, '.finding > button');
        await shelf.waitForSelector(inPanel('.account'));
        if (wide) {
          await panelSays(shelf, '已在表中标出 4 个单元格');
          const marked = await shelf.$$eval(inPanel('td.marked'), (cells) =>
            cells.map((cell) => `${cell.textContent}${cell.classList.contains('right') ? ' right' : ''}`),
          );
          expect(marked).toHaveLength(4);
        }
        await pressIn(shelf, '#gouji-tab-prose');
        await shelf.waitForSelector(inPanel('.claims'));
        await sound(shelf);
      });

      it('is dropped onto the list, at the place that does not keep', async () => {
        await shelf.evaluate(() => {
          location.hash = '';
        });
        await shelf.waitForSelector('.page:not(.away) .filters');
        await dropOnto(shelf, '[data-drop=check]', 'draft.html', Buffer.from(wrong).toString('base64'));
        await panelSays(shelf, 'draft.html（只核对，未收藏）');
        await panelSays(shelf, '3 条不成立');
      });

      it('that holds no report is told of, with its totals', async () => {
        const rows = [
          ['项目', '数量'],
          ['甲', '10'],
          ['乙', '20'],
          ['丙', '35'],
          ['合计', '65'],
        ];
        const table = `<table>${rows.map((cells) => `<tr><td>${cells.join('<td>')}`).join('')}</table>`;
        await paste(shelf, '.paste', { 'text/html': `<html><body>${table}</body></html>` });
        await panelSays(shelf, '粘贴的内容');
        await shelf.waitForSelector(inPanel('.absence'));
        await sound(shelf);
      });

      it('says where nothing that can be read was pasted', async () => {
        await paste(shelf, '.paste', { 'text/plain': ' ' });
        await shelf.waitForFunction(() =>
          document.querySelector('.notice')?.textContent?.includes('剪贴板中没有可以读取的'),
        );
      });

      it('is kept only where the person says so', async () => {
        expect(await keptIn(shelf)).toBe(0);
        await dropOnto(shelf, '[data-drop=check]', 'draft.html', Buffer.from(wrong).toString('base64'));
        await panelSays(shelf, 'draft.html（只核对，未收藏）');
        await pressIn(shelf, '.keep');
        await shelf.waitForSelector(inPanel('.keep.is-same'));
        expect(await keptIn(shelf)).toBe(1);
        await shelf.evaluate(() => {
          location.hash = '';
        });
        await shelf.waitForSelector('.line.row');
        // The next window begins with an empty shelf.
        await shelf.evaluate(
          () =>
            new Promise<void>((done) => {
              const request = indexedDB.deleteDatabase('gouji-shelf');
              request.onsuccess = () => done();
            }),
        );
      });
    });
  });
});
