// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formGrid } from '../../parser/grid/form-grid.ts';
import { readDom } from '../../parser/source/html/dom.ts';
import { readHtml } from '../../parser/source/html/html.ts';

/** A live page from markup that is already a tree: every end tag and every tbody written out, so that no parser has to repair it. */
const page = (body: string, head = ''): { html: string; root: Document } => {
  const html = `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
  return { html, root: new DOMParser().parseFromString(html, 'text/html') };
};

describe('the live page and the saved file give the same blocks', () => {
  test.each([
    ['prose', '<h1>题<br>目</h1><p>甲<b>乙</b></p><div>丙</div>丁<img src="a.png" alt="图">'],
    [
      'a table with spans',
      '<table><tbody><tr><td colspan="2" rowspan="0">a</td><th>b</th></tr><tr hidden><td>c</td></tr></tbody></table>',
    ],
    [
      'cells that are not shown',
      '<table><tbody><tr><td hidden="">a</td><td>b</td><td style="display:none"><p>c</p></td></tr><tr><td hidden=""></td><td>d</td></tr></tbody></table>',
    ],
    ['a caption', '<p>甲</p><table><caption>题</caption><tbody><tr><td>a</td></tr></tbody></table>'],
    [
      'layout',
      '<table><tbody><tr><td>甲<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>乙</td></tr></tbody></table>',
    ],
    [
      'what is not shown',
      '<p>甲<span style="display:none">x</span></p><script>1</script><style>p{}</style><p hidden>y</p><!-- z -->',
    ],
  ])('%s', (_, body) => {
    const { html, root } = page(body, '<title>页 题</title><meta name="ArticleTitle" content="题">');
    expect(readDom(root).document).toEqual(readHtml(html));
  });

  const samples = join(import.meta.dirname, '../../samples');
  test.each(readdirSync(samples).filter((name) => name.endsWith('.html')))('samples/%s', (name) => {
    // Serialised by the DOM first: both then read a tree that needs no repair.
    const first = new DOMParser().parseFromString(readFileSync(join(samples, name), 'utf8'), 'text/html');
    const html = `<!DOCTYPE html>${first.documentElement.outerHTML}`;
    const saved = readHtml(html);
    expect(readDom(new DOMParser().parseFromString(html, 'text/html')).document).toEqual(saved);
    expect(saved.blocks.filter((block) => block.kind === 'table').length).toBeGreaterThan(2);
  });
});

describe('from a slot back to its element', () => {
  const { root } = page(
    '<table><tbody><tr><td id="a" rowspan="2">a</td><td id="b">b</td></tr><tr><td id="c"><table><tbody><tr><td id="d">d</td><td id="e">e</td></tr></tbody></table></td></tr></tbody></table>' +
      '<table><tfoot><tr><td id="z">z</td></tr></tfoot><tbody><tr><td id="f">f</td></tr></tbody></table>' +
      '<table><tbody><tr><td id="g">g</td><td hidden="">not shown</td><td id="h">h</td></tr></tbody></table>',
  );
  const { cellAt, document } = readDom(root);

  test.each([
    [{ table: 0, row: 0, column: 0 }, 'a'],
    [{ table: 0, row: 1, column: 0 }, 'a'],
    [{ table: 0, row: 0, column: 1 }, 'b'],
    [{ table: 0, row: 1, column: 1 }, 'c'],
    [{ table: 1, row: 0, column: 1 }, 'e'],
    // a tfoot is laid out last
    [{ table: 2, row: 0, column: 0 }, 'f'],
    [{ table: 2, row: 1, column: 0 }, 'z'],
    // a cell that is not shown has no slot
    [{ table: 3, row: 0, column: 0 }, 'g'],
    [{ table: 3, row: 0, column: 1 }, 'h'],
  ])('%o is #%s', (slot, id) => {
    expect(cellAt(slot)?.id).toBe(id);
  });

  test.each([
    { table: 0, row: 2, column: 0 },
    { table: 0, row: 0, column: 2 },
    { table: 3, row: 0, column: 2 },
    { table: 4, row: 0, column: 0 },
  ])('%o is no cell', (slot) => {
    expect(cellAt(slot)).toBeNull();
  });

  test('every cell of every grid leads back to an element with its text', () => {
    for (const block of document.blocks) {
      if (block.kind !== 'table') continue;
      for (const place of formGrid(block).cells)
        if (place.cell.text !== '')
          expect(cellAt({ table: block.index, row: place.row, column: place.column })?.textContent).toBe(
            place.cell.text,
          );
    }
  });

  test('nothing of the page is changed', () => {
    const before = root.documentElement.outerHTML;
    readDom(root);
    expect(root.documentElement.outerHTML).toBe(before);
  });
});
