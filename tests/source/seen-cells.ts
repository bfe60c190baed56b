/** Cells, and what a reader sees in them: the figure, 'blank' where it is nothing, null where no figure can be told. `right`: it must be read, and not only be called unreadable. */
export type SeenCell = {
  kind: string;
  cell: string;
  seen: number | 'blank' | null;
  right?: true;
  style?: string;
};

const kind = (
  name: string,
  cells: readonly (readonly [
    cell: string,
    seen: number | 'blank' | null,
    right?: 'right' | undefined,
    style?: string,
  ])[],
): SeenCell[] =>
  cells.map(([cell, seen, right, style]) => ({
    kind: name,
    cell,
    seen,
    ...(right && { right: true as const }),
    ...(style !== undefined && { style }),
  }));

const td = (inner: string, attributes = ''): string => `<td${attributes && ` ${attributes}`}>${inner}</td>`;

export const seenCells: readonly SeenCell[] = [
  ...kind('plain', [
    [td('90'), 90, 'right'],
    [td('<p><span style="font-size:12pt;font-family:宋体">90</span></p>'), 90, 'right'],
    [td('<span style="font-size:12pt">9</span><span style="font-size:12pt">0</span>'), 90, 'right'],
    [td('<b>9</b>0'), 90, 'right'],
    [td('<span style="position:relative;top:-2px">90</span>'), 90, 'right'],
    [td('90', 'style="vertical-align:top;background:#eee"'), 90, 'right'],
    [td('<div style="display:block">90</div>'), 90, 'right'],
    [td('<span style="display:none;display:inline">90</span>'), 90, 'right'],
    [td('90', 'style="color:#fff;background-color:#003366"'), 90, 'right'],
    [td('90<img src="x.gif" width="1" height="1">'), 90, 'right'],
    [td('<a href="#">90</a>'), 90, 'right'],
    [td('<ins>90</ins>'), 90, 'right'],
  ]),
  ...kind('raised or lowered', [
    [td('90<sup>1</sup>'), 90],
    [td('<sup>1</sup>90'), 90],
    [td('90<sub>1</sub>'), 90],
    [td('<sub>1</sub>90'), 90],
    [td('90<span style="vertical-align:super">1</span>'), 90],
    [td('90<span style="vertical-align:text-top;font-size:8pt">1</span>'), 90],
    [td('90<span style="vertical-align:4px">1</span>'), 90],
    [td('90<span style="position:relative;top:-5px">1</span>'), 90],
    [td('90<span style="position:relative;bottom:.5em">1</span>'), 90],
    [td('90<small>1</small>'), 90],
    [td('90<font size="1">1</font>'), 90],
    [td('<span style="font-size:16px">90</span><span style="font-size:9px">1</span>'), 90],
    [td('90<em class="up">1</em>'), 90, undefined, '.up{vertical-align:super;font-size:70%}'],
    [td('90<b id="mark">1</b>'), 90, undefined, 'td #mark{position:relative;top:-.4em}'],
    [td('90<i>1</i>'), 90, undefined, 'td > i{font:8px/1 serif;vertical-align:super}'],
    [td('<ruby>90<rt>1</rt></ruby>'), 90],
    [td('90<a href="#n"><span class="ref">1</span></a>'), 90, undefined, 'span.ref{vertical-align:super}'],
  ]),
  ...kind('struck out', [
    [td('<s>95</s>90'), 90, 'right'],
    [td('<del>95</del><ins>90</ins>'), 90, 'right'],
    [td('<strike>95</strike> 90'), 90, 'right'],
    [td('<span style="text-decoration:line-through">95</span>90'), 90, 'right'],
    [td('<span style="text-decoration-line:line-through">95</span>90'), 90, 'right'],
    [td('<span class="old">95</span>90'), 90, 'right', '.old{text-decoration:line-through red}'],
    [td('<u class="a old">95</u>90'), 90, 'right', '.a.old{text-decoration:underline line-through}'],
    [td('95', 'style="text-decoration:line-through"'), null],
    [td('95', 'class="gone"'), null, undefined, '.gone{text-decoration:line-through}'],
    [td('<s>95</s>'), null],
    [td('<div><s>95</s></div>'), null],
  ]),
  ...kind('not shown', [
    [td('9<span style="display:none">7</span>0'), 90, 'right'],
    [td('9<span style="DISPLAY : NONE !important">7</span>0'), 90, 'right'],
    [td('9<span style="display:/* */none">7</span>0'), 90, 'right'],
    [td('9<b hidden>7</b>0'), 90, 'right'],
    [td('9<label style="display:none">7</label>0'), 90, 'right'],
    [td('9<code class="h">7</code>0'), 90, 'right', '.h{display:none}'],
    [td('9<i class="h">7</i>0'), 90, 'right', 'td i.h{display:none} .h{display:inline}'],
    [td('<i class="h">90</i>'), 90, 'right', '.h{display:none} td .h{display:inline}'],
    [td('<i class="h">90</i>'), 90, undefined, '@media print{.h{display:none}} .h{display:inline!important}'],
    [td('9<span style="visibility:hidden">7</span>0'), null],
    [td('95', 'style="visibility:hidden"'), null],
    [td('9<span style="opacity:0">7</span>0'), null],
    [td('9<span style="font-size:0">7</span>0'), 90],
    [td('9<span style="font-size:1px">7</span>0'), 90],
    [td('9<span style="color:#fff">7</span>0'), 90],
    [td('9<font color="white">7</font>0'), 90],
    [td('9<span style="color:transparent">7</span>0'), 90],
    [td('9<span style="position:absolute;left:-9999px">7</span>0'), 90],
    [td('9<span style="position:absolute;clip:rect(0,0,0,0)">7</span>0'), 90],
    [
      td('90<span class="x">7</span>'),
      90,
      undefined,
      '.x{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}',
    ],
    [td('9<span style="display:inline-block;width:0;overflow:hidden">7</span>0'), 90],
    [td('90<details><summary></summary>7</details>'), 90],
    [td('90<dialog>7</dialog>'), 90, 'right'],
    [td('<div style="display:none">7</div>'), 'blank', 'right'],
    [td('95', 'class="w"'), null, undefined, '.w{color:#ffffff}'],
    [td('<div style="text-indent:-9999px">95</div>'), null],
    [td('9<rp>7</rp>0'), 90, 'right'],
  ]),
  ...kind('controls', [
    [td('<input value="90">'), 90, 'right'],
    [td('<input type="number" value="90">'), 90, 'right'],
    [td('<input type="search" value="90">'), 90, 'right'],
    [td('<input type="email" value="90">'), 90, 'right'],
    [td('<textarea>90</textarea>'), 90, 'right'],
    [td('<select><option>0<option selected>90<option>100</select>'), 90, 'right'],
    [td('<select><option>90<option>100</select>'), 90, 'right'],
    [td('<input>'), null],
    [td('<input type="password" value="95">'), null],
    [td('<input type="hidden" value="95">90'), 90, 'right'],
    [td('<select multiple><option selected>9<option selected>0</select>'), null],
  ]),
  ...kind('drawn or generated', [
    [td('<svg width="40" height="20"><text y="15">90</text></svg>'), null],
    [td('<math><mn>90</mn></math>'), null],
    [td('<canvas>95</canvas>'), null],
    [td('<img src="90.png" width="30" height="16">'), null],
    [td('9<img src="0.png" width="10" height="16">'), null],
    [td('<video>95</video>'), null],
    [td('<ol start="90"><li></li></ol>'), null],
    [td('', 'class="g"'), null, undefined, '.g::after{content:"90"}'],
    [td('9', 'class="g"'), null, undefined, '.g:after{content:"0"}'],
    [td('90', 'class="g"'), 90, 'right', '.g:after{content:"";display:block;clear:both}'],
    [td('', 'class="g" data-v="90"'), null, undefined, '.g::before{content:attr(data-v)}'],
    [td('', 'style="background:url(90.png)"'), null],
    [td('<span class="d"></span>'), null, undefined, '.d{background-image:url(9.png)}'],
  ]),
  ...kind('in another order', [
    [td('<bdo dir="rtl">09</bdo>'), 90],
    [td('<span style="unicode-bidi:bidi-override;direction:rtl">09</span>'), 90],
    [td('<span style="display:inline-flex;flex-direction:row-reverse"><i>0</i><i>9</i></span>'), 90],
    [td('<span style="display:inline-flex"><i style="order:2">0</i><i>9</i></span>'), 90],
    [td('<span style="float:right">0</span>9'), 90],
    [td('<span style="display:inline-block;transform:rotate(180deg)">06</span>'), null],
    [td('\u202E09\u202C'), 90],
    [td('\u200E90\u200E'), 90, 'right'],
    [td('\u202D90\u202C'), 90, 'right'],
    [td('9\u00AD0'), 90, 'right'],
    [td('9\u200B0'), 90, 'right'],
    [td('\u200F90'), 90, 'right'],
    [td('\u200F-90'), null],
  ]),
];

/** A page with the cell in a table of a report. */
export const pageWith = ({ cell, style }: SeenCell): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title>${style === undefined ? '' : `<style>${style}</style>`}</head><body><table>
<tr><td>一、本年新收政府信息公开申请数量</td>${cell}<td>2</td></tr></table></body></html>`;
