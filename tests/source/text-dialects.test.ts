import { describe, expect, test } from 'vitest';
import { readText } from '../../parser/source/plain-text/text.ts';
import { outline } from './outline.ts';

/** `→` is a tab, `␌` a form feed. */
const blocks = (...lines: string[]): string[] =>
  outline(readText(lines.join('\n').replaceAll('→', '\t').replaceAll('␌', '\f')));

const geometries = (...lines: string[]): string[] =>
  readText(lines.join('\n').replaceAll('→', '\t')).blocks.flatMap((block) =>
    block.kind === 'table' ? [block.geometry] : [],
  );

test('radicals that a PDF names for characters number labels as these do', () => {
  expect(blocks('   （⼀）予以公开   88  39  51', '   （⼆）部分公开', '   他情形   0  3  1')).toEqual(
    blocks('   （一）予以公开   88  39  51', '   （二）部分公开', '   他情形   0  3  1'),
  );
});

/** Texts as Chromium gives them (`innerText`): the markup that they come from stands above each. */
describe('cells that hold blocks', () => {
  const read = (text: string): string[] => outline(readText(text));

  test('paragraphs: five line ends end a row, two a table', () => {
    // <p>前</p> <td><p>甲</p></td> … <p>后文</p>
    expect(read('前文\n\n甲\n\n\t\n\n乙\n\n\t\n\n丙\n\n\n\n\n1\n\n\t\n\n2\n\n\t\n\n3\n\n后文')).toEqual([
      '前文',
      'table 0: 甲 | 乙 | 丙 / 1 | 2 | 3',
      '后文',
    ]);
  });

  test('cells without anything, with an empty paragraph, with a space', () => {
    // <td></td>
    expect(read('甲\n\n\t\t\n\n丙\n\n\n\t\n\n2\n\n\t\n\n\n3\n\n\t\n\n4\n\n\t')).toEqual([
      'table 0: 甲 |  | 丙 /  | 2 |  / 3 | 4 | ',
    ]);
    // <td><p></p></td>, <td><p>&nbsp;</p></td>
    const blanks = '甲\n\n\t\n\n\t\n\n丙\n\n\n\n\n1\n\n\t\n\n\u00a0\n\n\t\n\n3';
    expect(read(blanks)).toEqual(['table 0: 甲 |  | 丙 / 1 |  | 3']);
    // The same, blanks at the ends of lines trimmed.
    expect(read(blanks.replaceAll('\u00a0', ''))).toEqual(['table 0: 甲 |  | 丙 / 1 |  | 3']);
    // A row of empty paragraphs
    expect(read('甲\n\n\t\n\n乙\n\n\n\n\n\t\n\n\n\n\n1\n\n\t\n\n2')).toEqual([
      'table 0: 甲 | 乙 /  |  / 1 | 2',
    ]);
  });

  test('several paragraphs, or lines of one, are one cell', () => {
    expect(read('乙\nb\n\n\t\n\n总\n\n计\n\n\n\n\n1\n\n\t\n\n2\n\n件')).toEqual([
      'table 0: 乙⏎b | 总⏎计 / 1 | 2⏎件',
    ]);
  });

  test('a section ends a table whose last cell is empty, a further title one that ends with a figure', () => {
    const table = '甲\n\n\t\n\n乙\n\n\n\n\n1\n\n\t';
    expect(read(`${table}\n\n三、收到情况\n\n丙`)).toEqual([
      'table 0: 甲 | 乙 / 1 | ',
      '## 三、收到情况',
      '丙',
    ]);
    expect(read(`${table}\n\n2\n\n第二十条第（五）项\n\n丙\n\n\t\n\n丁\n\n\n\n\n3\n\n\t\n\n4`)).toEqual([
      'table 0: 甲 | 乙 / 1 | 2',
      '第二十条第（五）项',
      'table 1: 丙 | 丁 / 3 | 4',
    ]);
  });

  test('divisions: three line ends end a row', () => {
    // <td><div>甲</div></td>
    expect(read('甲\n\t\n乙\n\t\n丙\n\n\n1\n\t\n2\n\t\n3')).toEqual(['table 0: 甲 | 乙 | 丙 / 1 | 2 | 3']);
  });

  test('a last cell whose line is gone is not blank', () => {
    expect(read('甲\n\n\t\n\n乙\n\n\n\n\n1\n\n\t\n\n\n三、收到情况')).toEqual([
      'table 0: 甲 | 乙 / 1',
      '## 三、收到情况',
    ]);
  });
});

describe('a line a row, tabs between cells', () => {
  test('rows of one length stand in columns', () => {
    expect(blocks('总况', '', 'a→b→c', '→1→', '', '后文')).toEqual([
      '总况',
      'table 0: a | b | c /  | 1 | ',
      '后文',
    ]);
    expect(geometries('a→b→c', '→1→')).toEqual(['grid']);
  });

  test('rows of several lengths are sequences; a line without a tab is a row among them', () => {
    expect(blocks('a→b→c', '条', 'd→1')).toEqual(['table 0: a | b | c / 条 / d | 1']);
    expect(geometries('a→b→c', '条', 'd→1')).toEqual(['sequence']);
  });

  test('blank lines within a table do not end it', () => {
    expect(blocks('a→b', '', 'c→1', '', 'd→2')).toEqual(['table 0: a | b / c | 1 / d | 2']);
  });

  test('headings behind a blank line begin another table', () => {
    expect(blocks('a→b', 'c→1', '', 'd→e', 'f→2')).toEqual([
      'table 0: a | b / c | 1',
      'table 1: d | e / f | 2',
    ]);
  });

  test('a section or a sentence ends a table', () => {
    expect(blocks('a→b', 'c→1', '四、情况', 'd→e', 'f→2', '本年无。')).toEqual([
      'table 0: a | b / c | 1',
      '## 四、情况',
      'table 1: d | e / f | 2',
      '本年无。',
    ]);
  });

  test('a sentence behind a tab is a paragraph', () => {
    expect(blocks('→本年公开信息若干条。')).toEqual(['本年公开信息若干条。']);
  });
});

describe('Markdown', () => {
  test('the rule row is dropped, bars at the ends are none of the cells', () => {
    expect(blocks('| a | b |', '| --- | :-: |', '| c |  |', '', '后文')).toEqual([
      'table 0: a | b / c | ',
      '后文',
    ]);
  });

  test('without bars at the ends', () => {
    expect(blocks('a | b', '--- | ---', 'c | 1')).toEqual(['table 0: a | b / c | 1']);
  });

  test('a rule row begins another table', () => {
    expect(blocks('| a |', '|---|', '| b |', '| c |', '|---|', '| d |')).toEqual([
      'table 0: a / b',
      'table 1: c / d',
    ]);
  });

  test('escaped bars and line breaks within a cell', () => {
    expect(blocks('| 增\\|减 | 总<br>计 |', '|---|---|')).toEqual(['table 0: 增|减 | 总⏎计']);
  });

  test('headings', () => {
    expect(blocks('# 报告', '### 一、情况', '#无')).toEqual(['# 报告', '### 一、情况', '#无']);
  });

  test('words with bars between them on one line are no table', () => {
    expect(blocks('首页 | 政务公开 | 年报')).toEqual(['首页 | 政务公开 | 年报']);
  });
});

describe('one cell a line', () => {
  test('a new row begins with the wording that follows figures; headings are a row of their own', () => {
    expect(blocks('内容', '甲', '乙', '规章', '1', '2', '文件', '3', '4', '', '后文。')).toEqual([
      'table 0: 内容 | 甲 | 乙 / 规章 | 1 | 2 / 文件 | 3 | 4',
      '后文。',
    ]);
  });

  test('the heading of a group stays with its first row', () => {
    expect(blocks('三、结果', '（一）予以公开', '1', '2', '（二）部分公开', '3', '4')).toEqual([
      '## 三、结果',
      'table 0: （一）予以公开 | 1 | 2 / （二）部分公开 | 3 | 4',
    ]);
    expect(
      blocks('三、收到情况', '甲', '乙', '一、新收', '1', '2', '三、结果', '（一）公开', '3', '4'),
    ).toEqual(['## 三、收到情况', 'table 0: 甲 | 乙 / 一、新收 | 1 | 2 / 三、结果 | （一）公开 | 3 | 4']);
  });

  test('blank lines between rows', () => {
    expect(blocks('内容', '甲', '', '规章', '1', '', '文件', '2', '', '其他', '-')).toEqual([
      'table 0: 内容 | 甲 / 规章 | 1 / 文件 | 2 / 其他 | -',
    ]);
  });

  test('a blank line behind every cell divides nothing', () => {
    expect(
      blocks('内容', '', '甲', '', '乙', '', '规章', '', '1', '', '2', '', '文件', '', '3', '', '4'),
    ).toEqual(['table 0: 内容 | 甲 | 乙 / 规章 | 1 | 2 / 文件 | 3 | 4']);
  });

  test('lone bars between rows', () => {
    expect(blocks('内容', '甲', '|', '规章', '1', '|', '文件', '2', '|', '其他', '3')).toEqual([
      'table 0: 内容 | 甲 / 规章 | 1 / 文件 | 2 / 其他 | 3',
    ]);
  });

  test('a number or two on lines of their own are no table', () => {
    expect(blocks('说明', '1', '说明', '2')).toEqual(['说明', '1', '说明', '2']);
  });
});

describe('columns of a page', () => {
  test('labels around their figures, page numbers and page breaks between them', () => {
    expect(
      blocks(
        '          内容      甲      乙',
        '                    1.申请人无正当理由',
        '   （一）其他      逾期不补正、行政机       10     20',
        '                       关不再处理',
        '',
        '                  - 3 -',
        '␌                   2.其他                 30     40',
        '                    3.要求确认或重',
        '                       新出具',
        '                                            5       6',
      ),
    ).toEqual([
      'table 0: 内容 | 甲 | 乙 / （一）其他 | 1.申请人无正当理由⏎逾期不补正、行政机⏎关不再处理 | 10 | 20 / 2.其他 | 30 | 40 / 3.要求确认或重⏎新出具 | 5 | 6',
    ]);
  });

  test('the label of a group one space to the left', () => {
    expect(
      blocks(
        '      （六）其 2.申请人逾期未按收费通知要求缴',
        '       他处理 纳费用、行政机关不再处理其政府 57 37 31',
        '                    信息公开申请',
        '                       3.其他  5 2 53',
      ),
    ).toEqual([
      'table 0: （六）其 | 他处理 | 2.申请人逾期未按收费通知要求缴⏎纳费用、行政机关不再处理其政府⏎信息公开申请 | 57 | 37 | 31 / 3.其他 | 5 | 2 | 53',
    ]);
  });

  test('a bar between cells is no figure', () => {
    const rows = ['甲一  |  1  |    |  |  2', '', '乙二  |  |    |  |  3', '', '丙三  |  4  |    |  |  '];
    expect(blocks(...rows)).toEqual(rows.filter((row) => row !== '').map((row) => row.trim()));
  });

  test('cells parted by so many spaces stand in no columns: no blank goes back by chance', () => {
    // Three blanks less wide than figures: the fourth figure of the second row stands below the third of the first.
    expect(
      blocks(
        '甲乙    11    12    13    14    15',
        '丙丁                24    25',
        '戊己庚辛    31        33    34',
      ),
    ).toEqual(['table 0: 甲乙 | 11 | 12 | 13 | 14 | 15 / 丙丁 | 24 | 25 / 戊己庚辛 | 31 | 33 | 34']);
  });

  test('a blank goes back where its column is beyond doubt', () => {
    expect(
      blocks('甲       11      12      13', '乙       21              23', '丙       31      32      33'),
    ).toEqual(['table 0: 甲 | 11 | 12 | 13 / 乙 | 21 |  | 23 / 丙 | 31 | 32 | 33']);
  });

  test('and not where columns run into one another', () => {
    expect(blocks('甲  11 12 13', '乙      21      23', '丙     31 32 33')).toEqual([
      'table 0: 甲 | 11 | 12 | 13 / 乙 | 21 | 23 / 丙 | 31 | 32 | 33',
    ]);
  });

  test('a number at the end of a line of prose is no figure', () => {
    expect(blocks('根据政府信息公开条例（国令第 711', '号）编制，共公开 20', '件。')).toHaveLength(3);
  });

  test('page numbers are left out; a number that counts no page is not', () => {
    expect(blocks('甲', '1', '␌乙', '2', '␌丙', '9')).toEqual(['甲', '乙', '丙', '9']);
  });
});

test('several dialects in one text, prose between', () => {
  expect(
    blocks(
      '报告',
      '',
      'a→b',
      'c→1',
      '',
      '说明如下：',
      '| d | e |',
      '|---|---|',
      '| f | 2 |',
      '',
      '以上。',
      '规章',
      '3',
      '文件',
      '4',
      '5',
    ),
  ).toEqual([
    '报告',
    'table 0: a | b / c | 1',
    '说明如下：',
    'table 1: d | e / f | 2',
    '以上。',
    'table 2: 规章 | 3 / 文件 | 4 | 5',
  ]);
});

describe('a megabyte of one thing', () => {
  const mega = (unit: string) => unit.repeat(Math.ceil(1_000_000 / unit.length));
  const hostile = {
    tabs: '\t',
    'tab rows': 'a\tb\n\n',
    'cells and notes': '\ta\n\nb\n\n',
    bars: '|\n',
    pipes: '|a|\n|---|\n',
    'cells a line': '规章\n1\n\n',
    figures: '1\n',
    columns: '规章   1   2   3\n规章  3\n（一）a\n',
    'one long line': '规 1 1 1 1 ',
    pages: '1\n\f',
    sections: '一、\n',
    spaces: ' ',
  };
  test.each(Object.entries(hostile))(
    '%s',
    (_, unit) => {
      const before = process.cpuUsage();
      readText(mega(unit));
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
    },
    30_000,
  );
});

test('a broken label above its figures is not the rest of the label before', () => {
  const text = [
    '信息内容 上一年项目数量 本年增/减 处理决定数量',
    '行政许可 396 0 181',
    '其他对外管理服务事',
    '项',
    '10 0 153',
  ];
  const [block] = readText(text.join('\n')).blocks;
  const rows = block?.kind === 'table' ? block.rows.map(({ cells }) => cells.map((cell) => cell.text)) : [];
  expect(rows.slice(-2)).toEqual([
    ['行政许可', '396', '0', '181'],
    ['其他对外管理服务事\n项', '10', '0', '153'],
  ]);
});
