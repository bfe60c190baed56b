import { describe, expect, test } from 'vitest';
import type { TableBlock } from '../../parser/source/blocks.ts';
import { readHtml } from '../../parser/source/html/html.ts';
import { outline } from './outline.ts';

const blocks = (html: string): string[] => outline(readHtml(html));
const table = (html: string): TableBlock => {
  const found = readHtml(html).blocks.find((block) => block.kind === 'table');
  if (found?.kind !== 'table') throw new Error('No table was read');
  return found;
};

describe('text', () => {
  test('headings with their level, paragraphs, in order', () => {
    expect(blocks('<h1>题</h1><p>一</p><p>二<h2>节</h2>三<h6>末</h6>')).toEqual([
      '# 题',
      '一',
      '二',
      '## 节',
      '三',
      '###### 末',
    ]);
  });

  test('inline elements do not part a text, block elements do', () => {
    expect(blocks('本<b>年</b><font>新</font>收<div>甲<span>乙</span></div>丙<ul><li>丁<li>戊</ul>')).toEqual(
      ['本年新收', '甲乙', '丙', '丁', '戊'],
    );
  });

  test('br is a line break inside its paragraph or heading', () => {
    expect(blocks('<h1>某市<br>报告</h1><p>甲<br/>乙<br><br>丙</p>')).toEqual(['# 某市⏎报告', '甲⏎乙⏎丙']);
  });

  test('white space is collapsed; no-break spaces count as text only between text', () => {
    expect(blocks('<p>  甲 \n\t 乙 </p><p>&nbsp;&nbsp;丙&nbsp;丁&nbsp;</p><p>&nbsp;</p>')).toEqual([
      '甲 乙',
      '丙\u00A0丁',
    ]);
  });

  test('character references', () => {
    expect(blocks('<p>&lt;甲&gt; &amp; &#20057; &#x4E19; &ldquo;丁&rdquo;</p>')).toEqual([
      '<甲> & 乙 丙 “丁”',
    ]);
  });

  test('title and metas of the head', () => {
    const document = readHtml(
      '<title>\n 某市\n报告 </title><meta name="ArticleTitle" content=" 题 "><meta charset=utf-8><meta name=x><meta name="Y" content="z"><p>文',
    );
    expect(document.title).toBe('某市 报告');
    expect(document.metas).toEqual([
      { name: 'ArticleTitle', content: '题' },
      { name: 'Y', content: 'z' },
    ]);
    expect(outline(document)).toEqual(['文']);
  });

  test('no title is null, not empty', () => {
    expect(readHtml('<p>x').title).toBeNull();
  });

  test('a title inside a drawing is not the title of the page', () => {
    expect(readHtml('<title>页</title><svg><title>图</title></svg><p>x').title).toBe('页');
  });
});

describe('what the page does not show is not read', () => {
  test.each([
    ['scripts', '<script>document.write("<table><tr><td>1</td></tr></table>")</script>'],
    ['styles', '<style>td::before { content: "1" }</style>'],
    ['comments', '<!-- <table><tr><td>1</td></tr></table> -->'],
    ['conditional comments', '<!--[if gte mso 9]><xml><w:View>1</w:View></xml><![endif]-->'],
    ['templates', '<template><table><tr><td>1</td></tr></table></template>'],
    ['noscript', '<noscript><p>1</p></noscript>'],
    ['frames', '<iframe src="x">1</iframe>'],
    ['hidden spans', '<span style="DISPLAY : none">1</span>'],
    ['hidden paragraphs', '<p hidden>1<b>2</b></p>'],
    ['hidden font elements, and all in them', '<font style="display:none">1<i>2</i></font>'],
  ])('%s', (_, html) => {
    expect(blocks(`<p>甲</p>${html}<p>乙</p>`)).toEqual(['甲', '乙']);
    expect(
      table(`<table><tr><td>丙${html}</td><td>丁</td></tr></table>`).rows[0]?.cells.map((cell) => cell.text),
    ).toEqual(['丙', '丁']);
  });

  test('what a control shows is text of its cell, and of nothing else', () => {
    const controls = [
      ['<textarea>9<b></textarea>', '9<b>'],
      ['<select><option>1<option selected>2</select>', '2'],
      ['<select><option>1<option>2</select>', '1'],
      ['<input value=90>', '90'],
      ['<input type=search value=90>', '90'],
    ] as const;
    for (const [html, shown] of controls) {
      expect(blocks(`<p>甲</p>${html}<p>乙</p>`)).toEqual(['甲', '乙']);
      expect(table(`<table><tr><td>${html}</td></tr></table>`).rows[0]?.cells[0]).toEqual({
        text: shown,
        colspan: 1,
        rowspan: 1,
      });
    }
  });

  test('hidden cells take no place, and what they hold is not passed over unsaid', () => {
    expect(
      outline(
        readHtml(
          '<table><tr><td hidden>a<p>b<td>c<th style="display:none" colspan=2><td>d<tr><td style="display:none"><td>e</table>',
        ),
      ),
    ).toEqual(['table 0: c | d (and hidden text) / e']);
  });

  test('hidden rows keep their place and are marked', () => {
    expect(
      blocks(
        '<table><tr><td>a<tr hidden><td>b<tr style="color:red; display:none"><td>c<tr style="display:table-row"><td>d</table>',
      ),
    ).toEqual(['table 0: a / (hidden) b / (hidden) c / d']);
  });
});

describe('tables', () => {
  test('rows of cells, th and td alike', () => {
    expect(blocks('<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>')).toEqual([
      'table 0: a | b / c',
    ]);
  });

  test('end tags may be missing', () => {
    expect(blocks('<table><tr><td><p>a<td><p>b<tr><td>c</table>d')).toEqual(['table 0: a | b / c', 'd']);
  });

  test('paragraphs and breaks are lines of a cell; an empty paragraph between characters is none', () => {
    expect(
      blocks(
        '<table><tr><td>商业<br>企业</td><td><p>总</p><p>&nbsp;</p><p>计</p></td><td><p>结<p>果<p>维<p>持</td></table>',
      ),
    ).toEqual(['table 0: 商业⏎企业 | 总⏎计 | 结⏎果⏎维⏎持']);
  });

  test('a figure over several spans is one figure', () => {
    expect(blocks('<table><tr><td><p><span>6229</span><span>.</span><span>95</span></p></table>')).toEqual([
      'table 0: 6229.95',
    ]);
  });

  test('spans as the HTML standard parses and clamps them', () => {
    const spans = (attribute: string) => {
      const cell = table(`<table><tr><td ${attribute}>a</table>`).rows[0]?.cells[0];
      return [cell?.colspan, cell?.rowspan];
    };
    expect(spans('colspan="3" rowspan="2"')).toEqual([3, 2]);
    expect(spans('colspan=" +4px" rowspan=" 5%"')).toEqual([4, 5]);
    expect(spans('colspan="0" rowspan="0"')).toEqual([1, 0]);
    expect(spans('colspan="-2" rowspan="-2"')).toEqual([1, 1]);
    expect(spans('colspan="" rowspan="two"')).toEqual([1, 1]);
    expect(spans('colspan="1001" rowspan="65535"')).toEqual([1000, 65534]);
    expect(spans('colspan="999999999999" rowspan="999999999999"')).toEqual([1000, 65534]);
  });

  test('row groups are numbered; tfoot rows are marked', () => {
    const { rows } = table(
      '<table><thead><tr><td>a<tfoot><tr><td>z<tbody><tr><td>b<tr><td>c<tbody><tr><td>d</table>',
    );
    const groups = rows.map((row) => row.group);
    expect(rows.map((row) => row.cells[0]?.text)).toEqual(['a', 'z', 'b', 'c', 'd']);
    expect(new Set(groups).size).toBe(4);
    expect(groups[2]).toBe(groups[3]);
    expect(rows.map((row) => row.foot ?? false)).toEqual([false, true, false, false, false]);
  });

  test('a caption is a paragraph above its table', () => {
    expect(blocks('<p>甲</p><table><caption>四、行政复议<br>情况</caption><tr><td>a</table>')).toEqual([
      '甲',
      '四、行政复议⏎情况',
      'table 0: a',
    ]);
  });

  test('an image in a cell marks the cell; every image is a block too', () => {
    expect(
      blocks('<p>甲<img src="a.png" alt="图 一"></p><table><tr><td><img src="b.png"><td>1</table>'),
    ).toEqual(['甲', '[a.png 图 一]', 'table 0:  [drawn] | 1', '[b.png]']);
  });

  test('text that the parser must move out of a table stands before it', () => {
    expect(blocks('<table>甲<tr><td>a</table>')).toEqual(['甲', 'table 0: a']);
  });

  test('no table is lost, however it is embedded', () => {
    expect(
      blocks('<p>甲<table><tr><td>a</table><div><center><table><tr><td>b</table></center></div>'),
    ).toEqual(['甲', 'table 0: a', 'table 1: b']);
  });
});

describe('tables within tables', () => {
  test('layout: what stands around a nested table of several cells becomes paragraphs and headings, in order', () => {
    expect(
      blocks(
        '<table><tr><td>甲<table><tr><td>1<td>2</table>乙<h2>丙</h2><table><tr><td>3<td>4</table>丁</td></tr></table>戊',
      ),
    ).toEqual(['table 0: ', '甲', 'table 1: 1 | 2', '乙', '## 丙', 'table 2: 3 | 4', '丁', '戊']);
  });

  test('a box: the text of a table of one cell is also that of the cell around it', () => {
    expect(blocks('<table><tr><td>甲<table><tr><td>12</td></tr></table>乙<td>丙</table>')).toEqual([
      'table 0: 甲⏎12⏎乙 | 丙',
      'table 1: 12',
    ]);
  });

  test('boxes within boxes', () => {
    expect(blocks('<table><tr><td><table><tr><td><table><tr><td>12</table></table><td>丙</table>')).toEqual([
      'table 0: 12 | 丙',
      'table 1: 12',
      'table 2: 12',
    ]);
  });

  test('a box with an image passes its mark on', () => {
    expect(blocks('<table><tr><td><table><tr><td><img src=x></table><td>1</table>')[0]).toBe(
      'table 0:  [drawn] | 1',
    );
  });

  test('a box around a table of several cells is layout, not a text', () => {
    expect(
      blocks('<table><tr><td>甲<table><tr><td><table><tr><td>1<td>2</table></table>乙<h2>丙</h2></table>'),
    ).toEqual(['table 0: ', '甲', 'table 1:  [apart]', 'table 2: 1 | 2', '乙', '## 丙']);
  });

  test('other cells of a layout table keep their text', () => {
    expect(blocks('<table><tr><td>导航<td><table><tr><td>1<td>2</table><td>页脚</table>')).toEqual([
      'table 0: 导航 |  [apart] | 页脚',
      'table 1: 1 | 2',
    ]);
  });

  test('tables are numbered by their start tags', () => {
    const indices = readHtml(
      '<table><tr><td><table><tr><td>1<td>2</table></table><table><tr><td>3</table>',
    ).blocks.flatMap((block) => (block.kind === 'table' ? [block.index] : []));
    expect(indices).toEqual([0, 1, 2]);
  });
});

describe('any markup gives a document', () => {
  test.each([
    '',
    ' ',
    '<',
    '<table',
    '<td>x',
    '</table></td>',
    '<table><table><table>',
    '<tr><td>x</tr>',
    '\0',
    '<p'.repeat(50),
  ])('%j', (html) => {
    expect(Array.isArray(readHtml(html).blocks)).toBe(true);
  });

  test('depth costs no stack', () => {
    const depth = 3000;
    expect(blocks(`${'<div>'.repeat(depth)}甲`)).toEqual(['甲']);
    expect(blocks(`${'<table><tr><td>'.repeat(300)}甲`)).toHaveLength(300);
  });
});
