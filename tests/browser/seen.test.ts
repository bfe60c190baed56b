import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../parser/source/blocks.ts';
import { keyedSheet } from '../../parser/table/keyed-sheet.ts';
import { pageWith, seenCells } from '../source/seen-cells.ts';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';

/** `readDom` as one script that a page can run. */
const script = async (): Promise<string> => {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'parser/source/html/dom.ts', formats: ['iife'], name: 'gouji', fileName: 'dom' },
    },
  });
  const [bundle] = [output].flat();
  if (!bundle || !('output' in bundle)) throw new Error('The reader of the live page was not built.');
  return bundle.output[0].code;
};

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a cell of the live page', () => {
    let browser: Visit;
    beforeAll(async () => {
      browser = await visit(name);
    });
    afterAll(() => browser?.close());

    let reader = '';
    const figureOf = async (page: Page, cell: string, style?: string) => {
      reader ||= await script();
      await page.setContent(pageWith({ kind: '', cell, seen: 0, ...(style !== undefined && { style }) }), {
        waitUntil: 'domcontentloaded',
      });
      const read = (await page.evaluate(
        `(() => { ${reader}; return JSON.stringify(gouji.readDom(document).document); })()`,
      )) as string;
      const { blocks } = JSON.parse(read) as SourceDocument;
      const table = blocks.find((block) => block.kind === 'table');
      return table?.kind === 'table' ? keyedSheet(table).rows[0]?.cells[1]?.figure : undefined;
    };

    it('is read as it is rendered, or called unreadable', async () => {
      const page = await browser.browser.newPage();
      const wrong: string[] = [];
      for (const { cell, style, seen, live = seen } of seenCells) {
        const figure = await figureOf(page, cell, style);
        if (figure?.state === 'unreadable') continue;
        if ((figure?.state === 'number' ? figure.value : figure?.state) !== live)
          wrong.push(`${cell} ${style ?? ''} ${JSON.stringify(figure)}`);
      }
      expect(wrong).toEqual([]);
    });

    it('is asked for itself where a style sheet tells it from others like it', async () => {
      reader ||= await script();
      const page = await browser.browser.newPage();
      const states = async (style: string, cell: (at: number) => string) => {
        await page.setContent(
          `<!DOCTYPE html><style>${style}</style><table>${[0, 1, 2]
            .map((at) => `<tr><td>一、本年新收政府信息公开申请数量</td>${cell(at)}</tr>`)
            .join('')}</table>`,
          { waitUntil: 'domcontentloaded' },
        );
        const read = (await page.evaluate(
          `(() => { ${reader}; return JSON.stringify(gouji.readDom(document).document); })()`,
        )) as string;
        const [table] = (JSON.parse(read) as SourceDocument).blocks;
        return table?.kind === 'table'
          ? keyedSheet(table).rows.map(({ cells }) => cells[1]?.figure.state)
          : [];
      };
      const plain = () => '<td><span>90</span></td>';
      const struck = 'text-decoration:line-through';
      const told = ['number', 'unreadable', 'number'];
      expect(await states('', plain)).toEqual(['number', 'number', 'number']);
      expect(await states('a:hover,.x{color:red} tr:hover{color:blue}', plain)).toEqual(
        Array(3).fill('number'),
      );
      for (const style of [
        `tr:nth-child(2) td{${struck}}`,
        `tr:nth-child(2) span{opacity:0}`,
        `@media all{tr:nth-child(2) td{${struck}}}`,
        `@layer a{tr:nth-child(2) span::after{content:'7'}}`,
        `table{& tr:nth-child(2) span{${struck}}}`,
        `@scope (tr:nth-child(2)){span{${struck}}}`,
        `tr:first-child + tr span{${struck}}`,
      ])
        expect([style, ...(await states(style, plain))]).toEqual([style, ...told]);
      expect(
        await states(
          `[data-off]{${struck}}`,
          (at) => `<td><span ${at === 1 ? 'data-off' : ''}>90</span></td>`,
        ),
      ).toEqual(told);
      expect(
        await states(
          `i:empty + span{${struck}}`,
          (at) => `<td><i>${at === 1 ? '' : ' '}</i><span>90</span></td>`,
        ),
      ).toEqual(told);
      // A sheet that is seen and cannot be read.
      const foreign = `@import url("data:text/css,tr:nth-child(2) span{${struck}}");`;
      await states(foreign, plain);
      expect(await states(foreign, plain)).toEqual(told);
    });

    it('that is narrow, and may break what stands in it, is read as long as it does not', async () => {
      const page = await browser.browser.newPage();
      const narrow = (figure: string) =>
        `<td><p style="width:20px;font-size:16px;word-break:break-all">${figure}</p></td>`;
      expect(await figureOf(page, narrow('7'))).toMatchObject({ state: 'number', value: 7 });
      expect(await figureOf(page, narrow('12345'))).toMatchObject({ state: 'unreadable' });
    });
  });
});
