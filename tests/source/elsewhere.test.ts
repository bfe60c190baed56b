import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBytes } from '../../cli/read.ts';

/** A page that holds no report of its own says where it shows one, or shows the one that is written into it. */

const bytesOf = (html: string): Uint8Array => new TextEncoder().encode(html);
const page = (body: string, head = ''): Uint8Array =>
  bytesOf(`<!DOCTYPE html><html><head><title>年报</title>${head}</head><body>${body}</body></html>`);
const report = readFileSync(new URL('../../samples/consistent-2020.html', import.meta.url), 'utf8');

test.each([
  ['a file that it holds', '<object data="a.pdf"></object>', '', 'frame', 'a.pdf'],
  ['a file that it shows', '<embed src="a.pdf">', '', 'frame', 'a.pdf'],
  ['where it sends', '', '<meta http-equiv="refresh" content="0; url=a.html">', 'frame', 'a.html'],
  ['a script that leads on', '', '<script>location.href="a.html"</script>', 'script', null],
  ['a script that writes', '<script>document.write("…")</script>', '', 'script', null],
])('%s', async (_, body, head, what, address) => {
  const [read] = await readBytes('a.html', page(body, head));
  expect(read?.issues).toEqual([{ code: 'content_elsewhere', what, address }]);
});

test('a page of pictures, or of a line of words, is one', async () => {
  for (const body of [
    '<img src="a.png"><script src="a.js"></script>',
    '<p>页面不存在</p><script src="a.js"></script>',
  ]) {
    const [read] = await readBytes('a.html', page(body));
    expect(read?.issues.map(({ code }) => code)).not.toContain('content_elsewhere');
  }
});

test.each([
  ['plain', `data:text/html;charset=utf-8,${encodeURIComponent(report)}`],
  ['in base64', `data:text/html;base64,${Buffer.from(report).toString('base64')}`],
])('a page in the address of a frame, %s, is read', async (_, address) => {
  const read = await readBytes('a.html', page(`<iframe src="${address}"></iframe>`));
  expect(JSON.stringify(read)).toContain('requests.received_new');
});

test('what closes itself as only XML can is read as XML', async () => {
  const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${/<body[^>]*>([\s\S]*)<\/body>/.exec(report)?.[1]}</body></html>`;
  const [read] = await readBytes('a.html', bytesOf(xhtml));
  expect(JSON.stringify(read)).toContain('requests.received_new');
});
