import type { PrintedTable } from '../corpus-pages/printed.ts';
import { blocks, isTarget } from './base.ts';
import { escaped, type Phenomenon, phenomenon, type Seen } from './phenomenon.ts';

/** Pages for a browser: what it prints, and what it saves of what it shows. */

const web = (
  name: string,
  seen: Seen,
  cell: string,
  styles = '',
  more: Pick<Phenomenon, 'attributes' | 'as'> = {},
): Phenomenon => phenomenon(name, seen, cell, { styles, ...more });

/** What Chromium makes of a case where it saves or prints a page. */
const elsewhere: Readonly<Record<string, NonNullable<Phenomenon['as']>>> = {
  // What a script puts into a shadow root is not in the source that it writes.
  'shadow-root': { html: 'blank' },
  slot: { html: 9 },
  'opacity-alone': { pdf: 'blank' },
  picture: { pdf: 90 },
  // Half of the figure stands in the cell beside.
  'position-beside': { pdf: null },
  'float-right': { pdf: 90 },
  // A shading, of which nothing is known but that it is one.
  'struck-by-gradient': { pdf: null },
};

export const webPhenomena: readonly Phenomenon[] = [
  web('plain', 90, '90'),
  web('generated-after', 90, '9', '.t::after{content:"0"}'),
  web('generated-alone', 90, '', '.t::before{content:"90"}'),
  web(
    'generated-attribute',
    90,
    '<i data-n="90"></i>',
    '.t i::after{content:attr(data-n);font-style:normal}',
  ),
  web('counter', 90, '', 'body{counter-reset:n 89}.t::before{counter-increment:n;content:counter(n)}'),
  web('counter-marker', 'unsure', '90', '.t{counter-reset:k 3}.t::before{content:counter(k) " "}'),
  web('list-marker', 'unsure', '<ol start="9" style="margin:0;padding-left:2em"><li>0</li></ol>'),
  web('list-marker-alone', 'unsure', '<ol start="90" style="margin:0;padding-left:2em"><li></li></ol>'),
  web('transform-rotated', 'unsure', '<span style="display:inline-block;transform:rotate(180deg)">06</span>'),
  web('transform-mirrored', 'unsure', '<span style="display:inline-block;transform:scaleX(-1)">90</span>'),
  web(
    'transform-moved',
    'unsure',
    '9<span style="display:inline-block;transform:translateX(-26px)">7</span>0',
  ),
  web('transform-scaled-away', 90, '90<span style="display:inline-block;transform:scale(0)">7</span>'),
  web('clip-path', 90, '<span style="display:inline-block;clip-path:inset(0 8px 0 0)">907</span>'),
  web(
    'clipped-box',
    90,
    '<div style="width:17px;overflow:hidden;font:16px monospace;white-space:nowrap">90777</div>',
  ),
  web(
    'clipped-height',
    90,
    '<div style="height:19px;line-height:19px;overflow:hidden;width:20px">90 77</div>',
  ),
  web('opacity-none', 90, '90<span style="opacity:0">7</span>'),
  web('opacity-alone', 'unsure', '<span style="opacity:0">97</span>'),
  web('opacity-group', 90, '<span style="opacity:.02">7</span>90'),
  web('opacity-half', 90, '<span style="opacity:.6">90</span>'),
  web('filter', 90, '90<span style="filter:opacity(0)">7</span>'),
  web('visibility', 'unsure', '9<span style="visibility:hidden">7</span>0'),
  web('display-none', 90, '9<span style="display:none">7</span>0'),
  web('white', 90, '90<span style="color:#fff">7</span>'),
  web('white-cell', 'unsure', '97', '.t{color:white}'),
  web('transparent', 90, '<span style="color:transparent">7</span>90'),
  web('white-on-dark', 90, '90', '.t{color:#fff;background:#123}'),
  web('black-on-black', 'unsure', '97', '.t{background:#000}', { as: { pdf: 97 } }),
  web('size-none', 90, '90<span style="font-size:0">7</span>'),
  web('position-away', 90, '90<span style="position:absolute;left:-9999px">7</span>'),
  web(
    'position-over',
    'unsure',
    '<span style="position:relative">90<span style="position:absolute;left:0;background:#fff">77</span></span>',
    '.t{position:relative}',
  ),
  web(
    'position-beside',
    'unsure',
    '<span style="position:relative">0<span style="position:absolute;right:100%">9</span></span>',
  ),
  web(
    'flex-order',
    'unsure',
    '<span style="display:inline-flex"><i style="order:2;font-style:normal">0</i><i style="font-style:normal">9</i></span>',
    '',
    { as: { pdf: 90 } },
  ),
  web(
    'flex-reverse',
    'unsure',
    '<span style="display:inline-flex;flex-direction:row-reverse"><b>0</b><b>9</b></span>',
    '',
    { as: { pdf: 90 } },
  ),
  web(
    'grid-order',
    'unsure',
    '<span style="display:inline-grid;grid-auto-flow:column"><b style="grid-column:2">0</b><b style="grid-column:1;grid-row:1">9</b></span>',
    '',
    { as: { pdf: 90 } },
  ),
  web('float-right', 'unsure', '<span style="float:right">0</span><span style="float:right">9</span>', '', {
    as: { pdf: 90 },
  }),
  web('sup', 90, '90<sup>1</sup>'),
  web('sup-before', 90, '<sup>1</sup>90'),
  web('sub', 90, '90<sub>1</sub>'),
  web('sup-class', 90, '90<a class="n">1</a>', '.n{vertical-align:super;font-size:65%}'),
  web('raised-relative', 90, '90<span style="position:relative;top:-6px">1</span>'),
  web('raised-position-small', 90, '90<span style="position:relative;top:-.5em;font-size:70%">1</span>'),
  web('small', 90, '90<small style="font-size:60%">1</small>'),
  web('struck', 90, '<s>95</s>90'),
  web('struck-alone', 'unsure', '<del>97</del>'),
  web('struck-line', 'unsure', '97', '.t{text-decoration:line-through}'),
  web(
    'struck-by-gradient',
    'unsure',
    '<span style="background:linear-gradient(transparent 45%,red 45%,red 55%,transparent 55%)">97</span>',
  ),
  web(
    'struck-by-border',
    'unsure',
    '<span style="position:relative">97<span style="position:absolute;left:0;right:0;top:50%;border-top:1px solid red"></span></span>',
  ),
  web('underlined', 90, '<u>90</u>'),
  web('columns', 'unsure', '<div style="columns:2;column-gap:2px;width:30px">9<br>0</div>'),
  web('wrapped', 'unsure', '<div style="width:9px;word-break:break-all">90</div>'),
  web('two-lines', 'unsure', '9<br>0'),
  web('vertical', 90, '<div style="writing-mode:vertical-rl;text-orientation:sideways">90</div>'),
  web('upright', 90, '<div style="writing-mode:vertical-rl;text-orientation:upright">90</div>'),
  web(
    'media-hidden',
    97,
    '9<span class="s">7</span><span class="p">0</span>',
    '.p{display:none}@media print{.p{display:inline}.s{display:none}}',
    { as: { pdf: 90 } },
  ),
  web('media-generated', 9, '9', '@media print{.t::after{content:"0"}}', { as: { pdf: 90 } }),
  web('input', 90, '<input value="90" size="4">'),
  web('input-typed', 90, '<input id="typed" size="4">'),
  web('select', 90, '<select><option>7</option><option selected>90</option></select>'),
  web('textarea', 90, '<textarea cols="4" rows="1">90</textarea>'),
  web('checkbox', 'unsure', '<input type="checkbox" checked>'),
  web('svg-text', 90, '<svg width="40" height="20"><text x="2" y="15">90</text></svg>'),
  web(
    'svg-over',
    'unsure',
    '<span style="position:relative">90<svg width="22" height="18" style="position:absolute;left:-2px;top:0"><rect width="22" height="18" fill="#fff"/><text y="14">77</text></svg></span>',
  ),
  web('canvas', 'unsure', '<canvas id="canvas" width="40" height="20"></canvas>'),
  web(
    'picture',
    'unsure',
    `<img width="30" height="16" src="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="16"><text y="14">90</text></svg>')}">`,
  ),
  web('mathml', 90, '<math><mn>90</mn></math>'),
  web('mathml-raised', 'unsure', '<math><msup><mn>90</mn><mn>1</mn></msup></math>'),
  web('ruby', 90, '<ruby>90<rt>1</rt></ruby>'),
  web('bdo', 90, '<bdo dir="rtl">09</bdo>'),
  web('rtl-cell', 90, '90', '.t{direction:rtl}'),
  web('minus-rtl', 'unsure', '<span dir="rtl">-90</span>'),
  web('marks-of-direction', 90, '\u200e90\u200e'),
  web('soft-hyphen', 90, '9&shy;0'),
  web('zero-width', 90, '9\u200b0'),
  web('nbsp', 90, '&nbsp;90&nbsp;'),
  web('letter-spacing', 90, '<span style="letter-spacing:3px">90</span>'),
  web('letters-over', 'unsure', '<span style="letter-spacing:-9px">97</span>'),
  web('shadow-twice', 90, '<span style="text-shadow:1px 1px 0 #999">90</span>'),
  web('stroke-outline', 90, '<span style="-webkit-text-stroke:.3px black">90</span>'),
  web('details', 90, '90<details><summary></summary>7</details>'),
  web('dialog', 90, '90<dialog>7</dialog>'),
  web('popover', 90, '90<div popover>7</div>'),
  web('first-letter', 90, '<div class="f">190</div>', '.f::first-letter{font-size:50%;vertical-align:super}'),
  web('first-line', 90, '<div class="f">90</div>', '.f::first-line{font-weight:bold}'),
  web('uppercase', 90, '<span style="text-transform:full-width">90</span>'),
  web('negative-indent', 90, '<div style="text-indent:-9999px">7</div>90'),
  web(
    'overflow-ellipsis',
    'unsure',
    '<div style="width:20px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">9077</div>',
  ),
  web(
    'watermark',
    'unsure',
    '90<span style="position:absolute;opacity:.4;font-size:40px;transform:rotate(-30deg)">5</span>',
    '.t{position:relative}',
  ),
  web('shadow-root', 90, '<span id="host"></span>'),
  web('slot', 90, '<span><template shadowrootmode="open"><slot></slot>0</template>9</span>'),
  web('highlight', 90, '<mark>90</mark>'),
  web('frame', 'unsure', '<iframe srcdoc="90" width="40" height="30"></iframe>'),
].map((one) => ({ ...one, ...(elsewhere[one.name] && { as: elsewhere[one.name] ?? {} }) }));

const scripts = `<script>
document.getElementById('typed')&&(document.getElementById('typed').value='90');
var c=document.getElementById('canvas');c&&c.getContext('2d').fillText('90',2,15);
var h=document.getElementById('host');h&&(h.attachShadow({mode:'open'}).innerHTML='90');
</script>`;

const tableOf = (table: PrintedTable, { cell, attributes = '' }: Phenomenon): string =>
  `<table>\n${table
    .map(
      ({ cells }) =>
        `<tr>${cells
          .map((one) => {
            const spans =
              (one.colspan > 1 ? ` colspan="${one.colspan}"` : '') +
              (one.rowspan > 1 ? ` rowspan="${one.rowspan}"` : '');
            return isTarget(one)
              ? `<td class="t"${spans} ${attributes}>${cell}</td>`
              : `<td${spans}>${one.lines.map(escaped).join('<br>')}</td>`;
          })
          .join('')}</tr>`,
    )
    .join('\n')}\n</table>`;

/** The report as a page of the web, with the cell of the case. */
export const webPage = (one: Phenomenon, scripted = true): string => {
  const body = blocks
    .map((block) => {
      if (block.kind === 'table') return tableOf(block.rows, one);
      if (block.kind === 'image') return '';
      const name = block.kind === 'title' ? 'h1' : block.kind === 'heading' ? 'h2' : 'p';
      return `<${name}>${escaped(block.text)}</${name}>`;
    })
    .join('\n');
  return `<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>年度报告</title>
<style>body{font:12px "Noto Sans CJK SC",sans-serif}table{border-collapse:collapse}td{border:1px solid;padding:2px}.t{font-size:14px}
${one.styles ?? ''}</style></head>
<body>
${body}
${scripted ? scripts : ''}</body></html>
`;
};
