/** A report as a site serves it: with all that sites put around, over and under it. */

/** Addresses of links as pages hold them: whole, relative, with query and hash, of other schemes, empty, and such as no parser takes. */
const linkAddresses: readonly string[] = [
  '/',
  'index.html',
  '../xxgk/list.jsp?page=2&id=1&id=2#top',
  'http://www.example.gov.cn/art/2021/1/27/art_1_2.html?a=%E5%85%AC&b=1+2',
  '//static.example.gov.cn/a.css',
  'javascript:void(0)',
  'javascript:;',
  'JavaScript:window.open("/a.pdf")',
  'mailto:xxgk@example.gov.cn?subject=年报',
  'tel:0537-0000000',
  'file:///C:/a.doc',
  'http://',
  'http://[1:2',
  'http:///nowhere',
  'https://例子.example:99999/a.pdf',
  '%E0%A4%A?%E0%A4%A=%&&=&;#%',
  '/download?file=/files/%E5%B9%B4%E6%8A%A5.pdf&name=%E0%A4%A',
  '/viewer.html?file=../files/b.pdf#page=2',
  '#',
  '#table?x=1',
  '?',
  '',
  '  a b.html ',
];

const links = linkAddresses.map((address) => `<li><a href='${address}'>栏目</a></li>`).join('');

/** Site style sheets aim at every element there is. */
const styles = `<style>
* { margin: 0; padding: 0; box-sizing: content-box; font: 13px/2 SimSun, serif; letter-spacing: .1em; transition: all .2s; color: #333 !important }
html { font-size: 62.5% } body { min-width: 1000px; zoom: 1 }
table { width: 100% !important; border-collapse: collapse; border: 1px solid #ccc; table-layout: fixed }
td, th { height: 40px; text-align: center; word-break: break-all }
a, a:link { color: #06c; text-decoration: none; display: inline-block } a:hover { color: red }
button, input, select { border: 0; background: none; height: 0; width: 100%; opacity: .9 }
ul, li, h2, h3, p, q, dl { list-style: none; float: left; width: 50% } aside { position: static; display: none }
[role] { text-indent: 2em } :focus { outline: 0 !important }
.header { position: sticky; top: 0; z-index: 2147483647; background: #c00 } .share { position: fixed; right: 0; top: 30%; z-index: 2147483647 }
</style>`;

/**
 * Libraries of another time give what is built in more to it, or put something else in its place. Once there is a panel, the page puts
 * back what it has taken: the tests' own tools work in its world.
 */
const scripts = `<script>
(function (Observer, define, describe) {
  var taken = [];
  function put(object, name, value) {
    taken.push([object, name, describe(object, name)]);
    object[name] = value;
  }
  put(Array.prototype, 'each', function (f) { for (var i = 0; i < this.length; i++) f(this[i], i); return this });
  put(Array.prototype, 'toJSON', function () { return 'prototype.js' });
  put(Object.prototype, 'extend', function (o) { for (var k in o) this[k] = o[k]; return this });
  put(Object.prototype, 'length', 3);
  put(String.prototype, 'trim', function () { return 'trim' });
  put(String.prototype, 'replaceAll', null);
  put(Function.prototype, 'bind', function () { return this });
  put(Date, 'now', function () { return 'now' });
  put(Array, 'from', null);
  put(Object, 'entries', null);
  put(NodeList.prototype, Symbol.iterator, null);
  put(Element.prototype, 'closest', null);
  put(Element.prototype, 'matches', null);
  put(document, 'getElementById', function () { return null });
  ['Map', 'Set', 'Promise', 'URL', 'URLSearchParams', 'Symbol', 'MutationObserver', 'JSON'].each(function (name) {
    put(window, name, function () { throw new Error('polyfill') });
  });
  window.name = 'opener'; window.status = window.event = 1;
  window.onerror = function () { return true };
  new Observer(function (_, observer) {
    if (!document.documentElement.querySelector(':scope > aside')) return;
    observer.disconnect();
    for (var one; (one = taken.pop()); ) { if (one[2]) { one[2].__proto__ = null; define(one[0], one[1], one[2]) } else delete one[0][one[1]]; }
  }).observe(document.documentElement, { childList: true });
})(MutationObserver, Object.defineProperty, Object.getOwnPropertyDescriptor);
</script>`;

const header = `<div class="header"><form action="/search"><input name="q" value="搜索"><button name="submit">搜索</button></form>
<h1><a href="/"><img src="logo.png" alt="政府信息公开"></a></h1><ul class="menu">${links}</ul>
<map name="m"><area href="http://[" coords="0,0,1,1"></map></div>
<div class="crumbs"><a href="/">首页</a> &gt; <a href="./">政府信息公开</a> &gt; <a href="./nb/?year=2020">政府信息公开年报</a></div>
<table class="meta"><tr><td>索引号<td>11370000/2021-00012<td>发布日期<td>2021-01-27</table>`;

const footer = `<div class="share"><a href="javascript:share('wx')" data-cmd="weixin">分享</a><a href='http://service.weibo.com/share.php?url=http%3A%2F%2F&title=%'>微博</a>
<button onclick="window.print()">打印</button></div><iframe src="/counter.html" width="0" height="0"></iframe><iframe src="about:blank"></iframe>
<iframe src="javascript:''"></iframe><div class="pages"><a href="art_1.html">上一篇</a><a>下一篇</a></div>
<a href="http://bszs.conac.cn/sitename?method=show&id=0#">党政机关</a><svg><a xlink:href="x.pdf" href="y.pdf"><text>图</text></a></svg>
<noscript><a href="http://[">计数</a></noscript><object data="http://["></object><embed src="">`;

/** The page with site chrome around its body and site style sheets and scripts in its head. */
export const withChrome = (page: string): string => {
  const html = /<head[^>]*>/i.test(page)
    ? page
    : `<!DOCTYPE html><html><head></head><body>${page}</body></html>`;
  return html
    .replace(/<head[^>]*>/i, (head) => `${head}${scripts}${styles}`)
    .replace(/<body[^>]*>/i, (body) => `${body}${header}<div class="main">`)
    .replace(/<\/body>(?![\s\S]*<\/body>)/i, () => `</div>${footer}</body>`);
};
