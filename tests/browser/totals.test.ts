import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, marked, opened, openPanel, part, textOf } from './panel.ts';
import { pressButton } from './toolbar.ts';
import { beyondItsEdge, sizesIn } from './widths.ts';

/** Pages of gov.cn without a report whose tables state totals. */

const page = (body: string): string => `<!DOCTYPE html><meta charset="utf-8"><title>公开</title>${body}`;
const listed = (last: string): string =>
  page(
    `<h1>低保发放表</h1><table><tr><td>乡镇<td>户数<td>人数<td>金额<tr><td>东乡<td>1203<td>2317<td>4419<tr><td>西乡<td>3121<td>1178<td>2236<tr><td>南乡<td>2904<td>3345<td>1187<tr><td>合计<td>7228<td>6840<td>${last}</table>`,
  );

const pages = {
  'http://www.adding.gov.cn/': listed('7842'),
  'http://www.slipping.gov.cn/': listed('7892'),
  // The word, and figures, and nothing that adds up.
  'http://www.calling.gov.cn/': page(
    '<table><tr><td>科室<td>电话<td>房间<tr><td>合计科<td>6543210<td>301<tr><td>综合科<td>6543211<td>302<tr><td>法规科<td>6543212<td>303</table>',
  ),
};

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a page of totals', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve(pages);
    });
    afterAll(() => at?.close());

    describe.each(sizesIn(name))('at $width px', (size) => {
      it('of gov.cn whose tables state totals says what they come to, unasked', async () => {
        const holding = await opened(at, 'http://www.adding.gov.cn/', size);
        expect(await textOf(holding, '.chip-verdict')).toBe('3 处合计：3 处成立');
        expect(await holding.$(part('.chip.is-holds'))).not.toBeNull();
        expect(await beyondItsEdge(holding)).toEqual([]);
        await holding.close();
        const failing = await opened(at, 'http://www.slipping.gov.cn/', size);
        expect(await textOf(failing, '.chip-verdict')).toBe('3 处合计：2 处成立，1 处不成立');
        expect(await failing.$(part('.chip.is-violated'))).not.toBeNull();
        await openPanel(failing);
        await (await failing.waitForSelector(part('.totals .exports button'), { visible: true }))?.click();
        await eventually(failing, '.notice', '已复制到剪贴板');
        await failing.close();
      });

      it('of gov.cn that has the word and the figures, but no totals, is left alone', async () => {
        const view = await at.open('http://www.calling.gov.cn/', size);
        await new Promise((done) => setTimeout(done, 1_500));
        expect(await view.$('html > aside')).toBeNull();
        await view.close();
      });
    });

    it('adds up the cells over which the person drags with Alt held, and changes nothing of the page', async () => {
      const view = await opened(at, 'http://www.adding.gov.cn/');
      const before = await view.evaluate(() => document.body.outerHTML);
      const middleOf = async (row: number, column: number) => {
        const cell = await view.$(`tr:nth-child(${row + 1}) > td:nth-child(${column + 1})`);
        const box = await cell?.boundingBox();
        if (!box) throw new Error('There is no such cell.');
        return [box.x + box.width / 2, box.y + box.height / 2] as const;
      };
      await view.keyboard.down('Alt');
      await view.mouse.move(...(await middleOf(1, 3)));
      await view.mouse.down();
      await view.mouse.move(...(await middleOf(2, 3)));
      await view.mouse.move(...(await middleOf(3, 3)));
      await view.mouse.up();
      await eventually(view, '.measured .measured-sum', '7842');
      expect(await textOf(view, '.measured')).toContain('选中 3 个数字');
      expect(await textOf(view, '.measured')).toContain('第 1 表第 5 行第 4 列（7842）');
      expect(await marked(view)).toEqual(['4419', '2236', '1187']);
      // A heading stands for its column.
      await view.mouse.click(...(await middleOf(0, 1)));
      await eventually(view, '.measured .measured-sum', '14456');
      await view.keyboard.up('Alt');
      expect(await view.evaluate(() => getSelection()?.toString())).toBe('');
      expect(await view.evaluate(() => document.body.outerHTML)).toBe(before);
      await view.keyboard.press('Escape');
      await view.waitForFunction(
        () => !document.querySelector('html > aside')?.shadowRoot?.querySelector('.measured'),
      );
      expect(await marked(view)).toEqual([]);
      await view.close();
    });

    it('is kept as it was read, and two editions of it stand side by side on the shelf', async () => {
      const address = 'http://www.kept.gov.cn/';
      for (const last of ['7842', '7892']) {
        at.site.serve({ [address]: listed(last) });
        const view = await opened(at, address);
        await openPanel(view);
        await click(view, '.keep');
        await eventually(view, '[role=status]', '已收藏');
        await view.close();
      }
      const shelf = await at.openOwn('shelf.html', { width: 1280, height: 800 });
      await shelf.waitForSelector('.line.row a');
      expect(await shelf.$eval('.line.group', (line) => line.textContent)).toContain('统计表');
      expect(await shelf.$eval('.line.row', (line) => line.textContent)).toContain('1 条不成立');
      await (await shelf.$('.line.row a'))?.click();
      await shelf.waitForSelector('.opened .totals');
      expect(await shelf.$eval('.opened', (one) => one.textContent)).toContain('7892 应为 7842');
      await (await shelf.$('.totals .finding button'))?.click();
      await shelf.waitForSelector('.figures .marked');
      expect(
        await shelf.$$eval('.figures .marked', (cells) => cells.map((cell) => cell.textContent)),
      ).toEqual(['+ 4419', '+ 2236', '+ 1187', '= 7892']);
      await (await shelf.$('.sentences a[href^="#compare"]'))?.click();
      await shelf.waitForSelector('.compared.cells .differs');
      expect(
        await shelf.$$eval('.compared.cells .differs', (rows) => rows.map((row) => row.textContent)),
      ).toEqual(['合计 金额78427892+50']);
      expect(await beyondItsEdge(shelf)).toEqual([]);
      await shelf.close();
    });

    it('only those that are wrong are shown to a person who wants it so, and none to one who will ask', async () => {
      const choose = async (value: string) => {
        const own = await at.openOwn('options.html');
        await (await own.waitForSelector(`input[name=totals][value=${value}]`))?.click();
        await own.waitForFunction(() => document.querySelector('main > [role=status]')?.textContent !== '');
        await own.close();
      };
      const isLeftAlone = async (address: string): Promise<boolean> => {
        const view = await at.open(address);
        await new Promise((done) => setTimeout(done, 1_500));
        const alone = (await view.$('html > aside')) === null;
        await view.close();
        return alone;
      };
      await choose('quiet');
      expect(await isLeftAlone('http://www.adding.gov.cn/')).toBe(true);
      await (await opened(at, 'http://www.slipping.gov.cn/')).close();
      await choose('click');
      expect(await isLeftAlone('http://www.slipping.gov.cn/')).toBe(true);
      const asked = await at.open('http://www.slipping.gov.cn/');
      await pressButton(at.browser, name, asked);
      await asked.waitForSelector(part('.panel'), { visible: true });
      await asked.close();
    });
  });
});
