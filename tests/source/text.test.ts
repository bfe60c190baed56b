import { describe, expect, test } from 'vitest';
import { readText } from '../../parser/source/plain-text/text.ts';
import { outline } from './outline.ts';

/** `→` is the tab that opens a cell. */
const blocks = (text: string): string[] => outline(readText(text.replaceAll('→', '\t')));

describe('the export of a word processor', () => {
  test('a tab opens each cell, a blank line ends a row', () => {
    expect(blocks('→a\n→b\n→c\n\n→d\n→e\n→f\n')).toEqual(['table 0: a | b | c / d | e | f']);
  });

  test('several cells on one line', () => {
    expect(blocks('→a→b→c\n\n→d→→f\n')).toEqual(['table 0: a | b | c / d |  | f']);
  });

  test('a row-spanned cell comes again empty', () => {
    expect(blocks('→三、本年度\n→（一）\n→1\n\n→\n→（二）\n→2\n')).toEqual([
      'table 0: 三、本年度 | （一） | 1 /  | （二） | 2',
    ]);
  });

  test('a line without a tab goes on with its cell', () => {
    expect(blocks('→商业\n企业\n→科研\n机构\n')).toEqual(['table 0: 商业⏎企业 | 科研⏎机构']);
  });

  test('总⏎⏎计: an empty line inside a cell does not end the row', () => {
    expect(blocks('→其他\n→总\n\n计\n→末\n')).toEqual(['table 0: 其他 | 总⏎计 | 末']);
  });

  test('a paragraph behind a row is a paragraph, even a short one', () => {
    expect(blocks('→a\n→b\n\n说明\n\n后文\n')).toEqual(['table 0: a | b', '说明', '后文']);
  });

  test('a section heading may follow the last cell without a break', () => {
    expect(blocks('→1\n→2\n四、行政复议、行政诉讼情况\n→3\n→4\n')).toEqual([
      'table 0: 1 | 2',
      '## 四、行政复议、行政诉讼情况',
      'table 1: 3 | 4',
    ]);
  });

  test('a section number that opens a cell is a label', () => {
    expect(blocks('→一、本年新收\n→1\n\n→二、上年结转\n→2\n')).toEqual([
      'table 0: 一、本年新收 | 1 / 二、上年结转 | 2',
    ]);
  });

  test('text before, between and after the tables', () => {
    expect(blocks('某市报告\n\n  一、总体情况\n正文。\n→1\n\n→2\n\n以上。')).toEqual([
      '某市报告',
      '## 一、总体情况',
      '正文。',
      'table 0: 1 / 2',
      '以上。',
    ]);
  });

  test('all three kinds of line ends, and a byte order mark', () => {
    expect(blocks('\uFEFF题\r\n→a\r\n→b\r\n\r\n→c\r\n')).toEqual(['题', 'table 0: a | b / c']);
    expect(blocks('题\r→a\r→b\r\r→c\r')).toEqual(['题', 'table 0: a | b / c']);
  });

  test('cells have no geometry', () => {
    const [block] = readText('\ta\tb').blocks;
    expect(block).toMatchObject({
      kind: 'table',
      geometry: 'sequence',
      rows: [{ cells: [{ colspan: 1 }, { rowspan: 1 }] }],
    });
  });

  test('no text, no blocks', () => {
    expect(readText('')).toEqual({ title: null, metas: [], blocks: [] });
    expect(blocks(' \n\n\t\n')).toEqual(['table 0: ']);
  });
});

test.each([
  ['**90**', '90'],
  ['_90_', '90'],
  ['`90`', '90'],
  ['[90](a.html)', '90'],
  ['~~95~~90', '9\u03365\u033690'],
  ['<del>95</del><ins>90</ins>', '9\u03365\u033690'],
  ['&nbsp;&#57;0', '90'],
  ['90<!-- 7 -->', '90'],
  ['90<br>', '90'],
  ['90\\*', '90*'],
  ['9<br>0', '9\n0'],
  ['90<sup>1</sup>', '90<sup>1</sup>'],
  ['90<font color="white">7</font>', '90<font color="white">7'],
  ['![90](a.png)', '![90](a.png)'],
  ['9**7**', '9**7**'],
])('a cell of Markdown: %s', (cell, seen) => {
  const { blocks } = readText(`| 项目 | 数 |\n| --- | --- |\n| 总计 | ${cell} |\n| 其他 | 1 |`);
  const [table] = blocks;
  expect(table?.kind === 'table' && table.rows[1]?.cells[1]?.text).toBe(seen);
});
