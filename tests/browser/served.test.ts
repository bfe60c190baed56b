import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentReaders } from '../../cli/attachments.ts';
import { reasonsOf, verdictOn } from '../../parser/findings/verdict.ts';
import { forms } from '../../parser/forms/registry.ts';
import { headline } from '../../parser/messages/headline.ts';
import { proseFindings } from '../../parser/prose/prose-findings.ts';
import { readFile } from '../../parser/read.ts';
import { decode } from '../../parser/source/encoding.ts';
import { oneIn } from '../properties/seed.ts';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, eventually, marked, opened, openPanel, part, textOf } from './panel.ts';
import { withChrome } from './site-chrome.ts';
import { pressButton } from './toolbar.ts';

/** Reports as sites serve them. Whatever a page holds, there is a verdict or a sentence, and no script of ours throws. */

const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');

/** `said`: what the command says of it, where it holds a report. */
type Saved = { name: string; address: string; bytes: Buffer; said: string | null };

/** Pages that were saved from real sites, where they are at hand. */
const saved: Saved[] = [];
const corpus = new URL('../../../shared/corpus/', import.meta.url);
const names = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.html')) : [];
for (const [at, name] of names.entries()) {
  const bytes = readFileSync(new URL(name, corpus));
  const readings = await readFile({ path: name }, bytes, '', attachmentReaders, forms);
  const [said = null] = readings
    .filter(({ extraction }) => extraction.form !== null)
    .map(({ extraction, text, start }) =>
      headline(
        reasonsOf(verdictOn({ extraction, statements: proseFindings(text, extraction, start) })),
        'zh-CN',
      ),
    );
  saved.push({ name, address: `http://www.saved${at}.gov.cn/art/report.html?id=1#top`, bytes, said });
}

describe.each(browsersFrom('firefox'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a page as it is served', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve({ 'http://www.served.gov.cn/art/2021/report.html': withChrome(report) });
      for (const { address, bytes } of saved) {
        const { text } = await decode(bytes);
        at.site.serve({
          [address.replace(/#.*/, '')]: text,
          [address.replace('saved', 'dressed').replace(/#.*/, '')]: withChrome(text),
        });
      }
    });
    afterAll(() => at?.close());

    it('with the header, menus, links, styles and scripts of a site shows its verdict, and marks its cells', async () => {
      const page = await opened(at, 'http://www.served.gov.cn/art/2021/report.html');
      expect(await textOf(page, '.chip-verdict')).toBe('3 条不成立 · 37 条成立');
      await openPanel(page);
      await click(page, '.finding > button');
      await eventually(page, '[role=status]', '已在页面中标出 4 个单元格');
      expect(await marked(page)).toEqual(['90', '0', '88', '1']);
      const button = await page.$(part('.exports .primary'));
      expect((await button?.boundingBox())?.height).toBeGreaterThan(20);
      await page.close();
      expect(await at.errors()).toEqual([]);
    });

    it.each(oneIn(4, saved))(
      '$name: the verdict that the command gives, or the sentence that says why there is none',
      async (one) => {
        for (const address of [one.address, one.address.replace('saved', 'dressed')]) {
          const page = await at.open(address);
          if (one.said !== null) {
            await page.waitForSelector(part('.chip'), { visible: true });
            expect(one.said).toMatch(/\d+ (条|处)/);
            expect(await textOf(page, '.chip-verdict')).toBe(one.said);
          } else {
            await pressButton(at.browser, name, page);
            await page.waitForSelector(part('.panel'), { visible: true });
            expect(await textOf(page, '.absence')).not.toBe('');
          }
          await page.close();
        }
        expect(await at.errors()).toEqual([]);
      },
    );
  });
});
