import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browsersFrom, programOf } from './browsers.ts';
import { type Visit, visit } from './harness.ts';
import { click, opened, openPanel, openTab, part, textOf } from './panel.ts';
import { pressButton } from './toolbar.ts';

const report = readFileSync('samples/one-wrong-cell-2020.html', 'utf8');
const withHead = (more: string): string => report.replace(/<head[^>]*>/i, (head) => `${head}${more}`);

/** Everything of the page's own world that a script of ours might use, turned against it; what is used is written down. */
const overridden = `<script>
window.used = [];
const poison = (object, name) => { const real = object[name]; object[name] = function (...given) {
  if (new Error().stack.includes('extension://')) used.push(name);
  return real.apply(this, given); }; };
for (const name of ['attachShadow', 'append', 'appendChild', 'animate', 'getAttribute', 'querySelectorAll', 'addEventListener'])
  poison(name in Element.prototype ? Element.prototype : Node.prototype, name);
for (const name of ['map', 'filter', 'join']) poison(Array.prototype, name);
poison(JSON, 'stringify'); poison(JSON, 'parse'); poison(Document.prototype, 'createElement');
Object.defineProperty(Object.prototype, 'kind', { get: () => { used.push('kind'); return 'erase'; }, configurable: true });
window.heard = [];
addEventListener('message', (event) => heard.push(String(event.data)));
for (const name of ['keydown', 'click', 'focusin']) addEventListener(name, (event) => {
  for (const node of event.composedPath()) if (node instanceof ShadowRoot || node.className === 'panel') heard.push('inside'); }, true);
</script>`;

const pages = {
  'http://www.override.gov.cn/': withHead(overridden),
  'http://www.blank.gov.cn/': withHead(
    '<style>* { display: none !important; opacity: 0 !important }</style>',
  ),
  'http://www.rootless.gov.cn/': withHead('<style>html { display: none !important }</style>'),
  'http://www.scripted.gov.cn/': report
    .replace('>88<', '><script>window.ran = true</script>&lt;img src=x onerror="window.ran=true"&gt;<')
    .replace('</body>', '<p>全年新收政府信息公开申请&lt;b&gt;99件。</p></body>'),
  'http://www.huge.gov.cn/': report.replace(
    '</body>',
    `<table>${`<tr>${'<td rowspan=9>1'.repeat(90)}`.repeat(380)}<tr><td>尚未审结</table>${'<table><tr><td>1</table>'.repeat(2000)}</body>`,
  ),
};

describe.each(browsersFrom('chrome'))('in %s', (name) => {
  describe.skipIf(!programOf(name))('a hostile page', () => {
    let at: Visit;
    beforeAll(async () => {
      at = await visit(name);
      at.site.serve(pages);
    });
    afterAll(() => at?.close());

    it('that has overridden everything is read all the same, and hears nothing', async () => {
      const page = await opened(at, 'http://www.override.gov.cn/');
      await openPanel(page);
      await click(page, '.guess');
      await page.waitForFunction(() => document.getAnimations().length === 1);
      await page.keyboard.press('Tab');
      const { used, heard } = await page.evaluate(() => {
        const { used, heard } = window as unknown as { used: string[]; heard: string[] };
        return { used, heard };
      });
      // The tests' own tools work in the page's world: only what comes from the extension counts, and none does.
      expect(used.filter((one) => one !== 'kind')).toEqual([]);
      // In the build for the tests the root is open, so events do show it; messages must not exist at all.
      expect(heard.filter((one) => one !== 'inside')).toEqual([]);
      await page.close();
    });

    it.each(['http://www.blank.gov.cn/', 'http://www.rootless.gov.cn/'])(
      'that hides itself whole cannot hide the panel from one who asks for it: %s',
      async (address) => {
        const page = await at.open(address);
        // By then the background has read it.
        await page.waitForSelector('html > aside');
        await pressButton(at.browser, name, page);
        const panel = await page.waitForSelector(part('.panel'), { visible: true });
        const box = await panel?.boundingBox();
        expect(box?.width).toBeGreaterThan(300);
        // What nobody can see is not read: the panel says so, in sight.
        expect(await textOf(page, '.panel')).not.toBe('');
        await page.close();
      },
    );

    it('cannot put anything into the panel but text', async () => {
      const page = await opened(at, 'http://www.scripted.gov.cn/');
      await openPanel(page);
      await openTab(page, 'data');
      expect(await textOf(page, 'td.unreadable')).toContain('<img src=x onerror="window.ran=true">');
      expect(await page.$(part('img'))).toBeNull();
      expect(await page.$(part('script'))).toBeNull();
      await page.close();
    });

    it('cannot act as the person: what it makes up moves nothing', async () => {
      const page = await opened(at, 'http://www.override.gov.cn/');
      await openPanel(page);
      await openTab(page, 'data');
      await new Promise((done) => setTimeout(done, 200));
      await page.evaluate(() => {
        const host = document.querySelector('html > aside');
        for (const kind of ['report-gone', 'panel-toggle', 'erase', 'cell-picked', 'state-changed'])
          postMessage({ kind, frame: 0, slot: { table: 0, row: 1, column: 1 } }, '*');
        for (const target of [host, document, document.body, ...document.querySelectorAll('td')]) {
          target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
          target?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
          );
        }
      });
      await new Promise((done) => setTimeout(done, 300));
      expect(await page.$(part('.panel'))).not.toBeNull();
      expect(await page.$(part('.picked'))).toBeNull();
      await page.close();
    });

    it('with tables beyond all measure is read in time', async () => {
      const page = await opened(at, 'http://www.huge.gov.cn/');
      await openPanel(page);
      expect(await textOf(page, '.verdict-words')).toContain('3 条不成立');
      await page.close();
    });
  });

  describe.skipIf(!programOf(name))('the packed build', () => {
    it('shows a page its host and nothing in it, whatever the page tries', async () => {
      const at = await visit(name, 'packed');
      try {
        at.site.serve({
          'http://www.curious.gov.cn/': withHead(
            `<script>window.roots = 0;
             for (const name of ['aside', 'gouji-panel']) try { customElements.define(name, class extends HTMLElement {
               constructor() { super(); if (this.attachInternals().shadowRoot) roots += 1; } }); } catch {}
             new MutationObserver((seen) => { for (const { addedNodes } of seen) for (const node of addedNodes) {
               if (node.shadowRoot) roots += 1; try { if (node.attachInternals().shadowRoot) roots += 1; } catch {} } })
               .observe(document, { childList: true, subtree: true });</script>`,
          ),
        });
        const page = await at.open('http://www.curious.gov.cn/');
        const host = await page.waitForSelector('html > aside');
        expect(await host?.evaluate((element) => element.outerHTML)).toBe('<aside></aside>');
        expect(await host?.evaluate((element) => element.shadowRoot)).toBeNull();
        const [roots, again] = await page.evaluate(() => {
          const element = document.querySelector('html > aside');
          let second = 'refused';
          try {
            element?.attachShadow({ mode: 'open' });
            second = 'given';
          } catch {
            // A second root is refused: so the first is ours.
          }
          return [(window as unknown as { roots: number }).roots, second];
        });
        expect([roots, again]).toEqual([0, 'refused']);
        // The path of an event ends at the host.
        await page.mouse.click(1275, 690);
        const path = await page.evaluate(
          () =>
            new Promise<string>((told) => {
              addEventListener(
                'pointermove',
                (event) =>
                  told(
                    event
                      .composedPath()
                      .map((node) => (node as Element).localName ?? '')
                      .join(' '),
                  ),
                { capture: true, once: true },
              );
              setTimeout(() => told('nothing'), 300);
            }),
        );
        expect(path).not.toContain('button');
      } finally {
        await at.close();
      }
    });
  });
});
