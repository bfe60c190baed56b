import { type Phenomenon, phenomenon, type Seen } from './phenomenon.ts';
import { webPage } from './web-pages.ts';

/** Pages as word processors and their editors in a content system save them: style blocks, classes, `mso-` declarations, conditional comments. */

const head = `.MsoNormal{mso-style-parent:"";margin:0cm;font-size:10.5pt;font-family:宋体}
@page{mso-page-border-surround-header:no}
@page Section0{size:595pt 841pt}
div.Section0{page:Section0}`;

const saved = (name: string, seen: Seen, content: string, styles = '', attributes = ''): Phenomenon =>
  phenomenon(name, seen, `<p class=MsoNormal align=center style='text-align:center'>${content}</p>`, {
    styles: `${head}\n${styles}`,
    attributes: `valign=center style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt' ${attributes}`,
  });

const run = (text: string, style = ''): string =>
  `<span lang=EN-US style='font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体;${style}'>${text}<o:p></o:p></span>`;

export const savedPages: readonly Phenomenon[] = [
  saved('plain', 90, run('90')),
  saved('runs', 90, `${run('9')}<span style='font-size:10.0pt'>0</span>`),
  saved('padded', 90, run('&nbsp;90&nbsp;')),
  saved('raise', 90, `${run('90')}<span style='position:relative;top:-5.0pt;mso-text-raise:5.0pt'>1</span>`),
  saved(
    'raise-by-class',
    90,
    `${run('90')}<span class=Ref>1</span>`,
    'span.Ref{mso-style-name:脚注引用;vertical-align:super}',
  ),
  saved('lowered', 90, `${run('90')}<sub>1</sub>`),
  saved(
    'reference',
    90,
    `${run('90')}<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a>`,
    'span.MsoFootnoteReference{vertical-align:super}',
  ),
  saved(
    'reference-digit',
    90,
    `${run('90')}<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference><![if !supportFootnotes]>1<![endif]></span></a>`,
    'span.MsoFootnoteReference{vertical-align:super}',
  ),
  saved('hide', 90, `${run('90')}<span style='display:none;mso-hide:all'>7</span>`),
  saved('hide-only-mso', 'unsure', `${run('97', 'mso-hide:all')}`),
  saved('hide-by-class', 90, `${run('90')}<span class=Gone>7</span>`, '.Gone{display:none;mso-hide:all}'),
  saved('hide-by-id', 90, `${run('90')}<span id=gone>7</span>`, '#gone{display:none}'),
  saved('hide-by-parent', 90, `${run('90')}<span><i>7</i></span>`, 'td.t p span > i{display:none}'),
  saved('hide-by-attribute', 90, `${run('90')}<i data-x="old">7</i>`, '[data-x^=o]{display:none}'),
  saved('struck', 90, `<s>${run('95')}</s>${run('90')}`),
  saved('struck-by-style', 90, `${run('95', 'text-decoration:line-through')}${run('90')}`),
  saved(
    'struck-by-class',
    'unsure',
    `<span class=Old>${run('97')}</span>`,
    '.Old{text-decoration:line-through;text-line-through:single}',
  ),
  saved(
    'deleted',
    90,
    `<del cite="mailto:a" datetime="2023-01-01T00:00">${run('97')}</del><ins cite="mailto:a" datetime="2023-01-01T00:00">${run('90')}</ins>`,
  ),
  saved('deleted-mso', 90, `<span class=msoDel><del cite="mailto:a">7</del></span>${run('90')}`),
  saved('white', 90, `${run('90')}${run('7', 'color:white;mso-themecolor:background1')}`),
  saved('white-by-rule', 'unsure', `<span class=W>97</span>`, '.W{color:#FEFEFE}'),
  saved('white-on-shade', 90, run('90', 'color:white'), '', "bgcolor='#1F3864'"),
  saved('conditional-comment', 90, `<!--[if gte mso 9]>7<![endif]-->${run('90')}`),
  saved('conditional-not', 90, `<![if !mso]>${run('90')}<![endif]>`),
  saved(
    'support-lists',
    'unsure',
    `<![if !supportLists]><span style='mso-list:Ignore'>9<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>${run('0')}`,
    '',
    '',
  ),
  saved(
    'tab-count',
    'unsure',
    `${run('9')}<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>${run('0')}`,
  ),
  saved('spacerun', 90, `<span style='mso-spacerun:yes'>&nbsp;</span>${run('90')}`),
  saved(
    'field',
    90,
    `<!--[if supportFields]><span style='mso-element:field-begin'></span>=SUM(ABOVE)<span style='mso-element:field-separator'></span><![endif]-->${run('90')}<!--[if supportFields]><span style='mso-element:field-end'></span><![endif]-->`,
  ),
  saved('no-proof', 90, `<span style='mso-no-proof:yes'>90</span>`),
  saved(
    'vml-picture',
    'unsure',
    `<!--[if gte vml 1]><v:shape><v:imagedata src="a.png"/></v:shape><![endif]--><![if !vml]><img width=30 height=14 src="a.png"><![endif]>`,
  ),
  saved(
    'text-box',
    97,
    `<span style='mso-ignore:vglayout;position:absolute;z-index:1;left:0;margin-left:3px'><table><tr><td>97</td></tr></table></span>`,
  ),
  saved(
    'comment-anchor',
    90,
    `<a style='mso-comment-reference:a_1;mso-comment-date:20230101T0000'>${run('90')}</a><span class=MsoCommentReference><span style='mso-special-character:comment'></span></span>`,
  ),
  saved(
    'symbol',
    97,
    `<span style='font-family:Symbol;mso-char-type:symbol;mso-symbol-font-family:Symbol'>97</span>`,
  ),
  saved('wingdings', 'unsure', `<span style='font-family:Wingdings'>97</span>`),
  saved('font-tag', 90, `<font size=2 face=宋体>90</font>`),
  saved('font-tiny', 90, `${run('90')}<font style='font-size:1pt'>7</font>`),
  saved('number-format', 90, run('90'), '', `x:num="89.6" style='mso-number-format:"0"'`),
  saved('bold-italic', 90, '<b style="mso-bidi-font-weight:normal"><i>90</i></b>'),
  saved('two-paragraphs', 'unsure', `${run('9')}</p><p class=MsoNormal>${run('0')}`),
  saved('empty-paragraph', 90, `${run('90')}</p><p class=MsoNormal><o:p>&nbsp;</o:p>`),
  saved('bidi', 90, `<span dir=LTR>90</span>`),
  saved('layout-grid', 90, `<span style='layout-grid-mode:line;text-justify:inter-ideograph'>90</span>`),
  saved('kerning', 90, run('90', 'mso-font-kerning:0pt;letter-spacing:.2pt')),
  saved(
    'combine',
    97,
    `<span style='text-combine:lines;mso-text-combine:lines;text-combine-upright:all'>97</span>`,
  ),
  saved('ruby', 90, `<ruby style='mso-ruby-align:center'>90<rt style='font-size:5pt'>1</rt></ruby>`),
  saved('size-worked-out', 90, `${run('90')}<i style="font-size:calc(1px*0)">7</i>`),
  saved('size-clamped', 90, `${run('90')}<i style="font-size:clamp(0px,0vw,2px)">7</i>`),
  saved('hide-escaped', 90, `${run('90')}<i style="d\\69splay:none">7</i>`),
  saved('faint-by-exponent', 90, `${run('90')}<i style="opacity:1e-3">7</i>`),
  saved('size-none-of-cell', 'unsure', '97', 'td.t,td.t *{font-size:0}'),
  saved('lines-without-height', 90, `${run('90')}<div style="line-height:0;overflow:hidden">7</div>`),
  saved(
    'cut-by-padding',
    'unsure',
    '<div style="overflow:hidden;width:20px;padding-left:20px;box-sizing:border-box">97</div>',
  ),
  saved(
    'border-through',
    'unsure',
    '<div style="height:9px;border-bottom:1px solid red;line-height:18px">97</div>',
  ),
  saved('lines-of-their-own', 'unsure', '<span style="display:block">9</span><span>0</span>'),
  saved('grid-stacked', 'unsure', '<div style="display:grid"><i>9</i><i>0</i></div>'),
  saved('gap-by-margin', 'unsure', '<span style="margin-right:2em">9</span><span>0</span>'),
  saved('gap-by-padding', 'unsure', '<span>9</span><span style="padding-left:30px">0</span>'),
  saved('border-between', 'unsure', '9<span style="border-left:1px solid">0</span>'),
  saved('boxed-whole', 90, '<span style="border:1px solid;padding:0 2em">90</span>'),
  saved('table-of-two', 'unsure', '<table><tr><td>9<td>0</table>'),
  saved('choice-disabled-first', 90, '<select><option disabled>7<option>90</select>'),
  saved('editor-video', 90, `<span style="white-space:normal;word-spacing:0">90</span><br/>`),
  saved('editor-zero-width', 90, '\ufeff90\u200b'),
  saved('editor-import', 90, `${run('90')}<i class="x">7</i>`, '@media screen{.x{display:none}}'),
  saved('editor-important', 90, `<b class="y" style="display:none">90</b>`, '.y{display:inline!important}'),
  saved('editor-nested-rule', 90, `90<u class="z">7</u>`, '.t{& .z{display:none}}'),
  saved('editor-not', 90, `90<u class="q">7</u>`, '.t u:not(.keep){display:none}'),
  saved('editor-layer', 90, `90<u class="l">7</u>`, '@layer a{.l{display:none}}'),
  saved('editor-supports', 90, `90<u class="m">7</u>`, '@supports (display:grid){.m{display:none}}'),
];

/** The report as a word processor or an editor saves it, with the cell of the case. */
export const savedPage = (one: Phenomenon): Uint8Array =>
  new TextEncoder().encode(
    webPage(one, false)
      .replace(
        '<html lang="zh">',
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">',
      )
      .replace(
        '<meta charset="utf-8">',
        '<meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">',
      ),
  );
