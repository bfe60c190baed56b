import { describe, expect, test } from 'vitest';
import { boxhead } from '../../parser/table/boxhead.ts';
import { columns } from '../../parser/table/columns.ts';
import { headings } from '../../parser/table/headings.ts';
import { labelParts } from '../../parser/table/label-parts.ts';
import { notation } from '../../parser/table/notation.ts';
import { order } from '../../parser/table/order.ts';
import { cellFrom } from '../../parser/table/sheet.ts';
import { stub } from '../../parser/table/stub.ts';
import { tableOf } from '../../parser/table/table.ts';
import { textsAbove } from '../../parser/table/titles.ts';
import { drawn, laidOut, through } from './sheets.ts';

describe('notation', () => {
  test('a comma among others like it is a decimal sign', () => {
    const sheet = notation(laidOut('年 | 甲 | 乙\n1990 | 54,52 | 5,07\n1991 | 53,08 | 4,68'));
    expect(cellFrom(sheet, 1, 1)?.figure).toMatchObject({ value: 54.52 });
  });

  test('a table in the common way stays as it is', () => {
    const sheet = laidOut('甲 | 1,234\n乙 | 5,67');
    expect(notation(sheet)).toBe(sheet);
  });
});

describe('boxhead', () => {
  const kinds = (rows: string) => boxhead(laidOut(rows)).rows.join(' ');

  test('titles, headings, figures, a remark', () => {
    expect(
      kinds(`
        某县补贴表→3
        乡镇↓2 | 户数→2
        上年 | 本年
        东乡 | 1 | 2
        按性质分 | |
        西乡 | 3 | 4
        注：不含镇区→3`),
    ).toBe('title head head body bare body note');
  });

  test('years over figures, and columns that are numbered', () => {
    expect(kinds('指标 | 2019 | 2020 | 2021\n甲 | 12 | 13 | 14')).toBe('head body');
    expect(kinds('指标 | 上年 | 本年\n丙 | 1 | 2\n甲 | 12 | 13')).toBe('head body body');
    expect(kinds('指标 | 上年 | 本年\n栏次 | 1 | 2\n甲 | 12 | 13')).toBe('head head body');
    expect(kinds('指标 | 上年 | 本年\n栏 次 | | \n甲 | 12 | 13')).toBe('head bare body');
    expect(kinds('指标 | 一 | 二 | 三\n栏次 | 1 | 2 | 3\n甲 | 12 | 13 | 9')).toBe('head head body');
  });

  test('classes by size are headings, though one of them is a number', () => {
    expect(kinds(' | 合计 | 500 | 501–1000 | >1000\n甲 | 9 | 2 | 3 | 4\n乙 | 8 | 1 | 3 | 4')).toBe(
      'head body body',
    );
  });

  test('a boxhead repeated further down', () => {
    expect(kinds('项目 | 金额 | 人数\n甲 | 1 | 2\n项目 | 金额 | 人数\n乙 | 3 | 4')).toBe(
      'head body head body',
    );
  });

  test('words only', () => {
    expect(kinds('姓名 | 单位\n张三 | 县局\n李四 | 市局')).not.toContain('body');
  });
});

describe('headings', () => {
  const paths = (rows: string) => through(rows, boxhead, headings).headings.map((path) => path.join('/'));

  test('spans', () => {
    expect(paths('项目↓2 | 本期→2 | 合计↓2\n数量 | 金额\n甲 | 1 | 2 | 3')).toEqual([
      '项目',
      '本期/数量',
      '本期/金额',
      '合计',
    ]);
  });

  test('the numbers of columns are none, and codes stay codes below them', () => {
    const rows =
      '科目编码 | 科目名称 | 收入 | 支出\n栏次→2 | 1 | 2\n201 | 甲 | 12 | 9\n20101 | 乙 | 12 | 9\n项目→2 | 收入 | 支出\n栏次→2 | 1 | 2\n204 | 丙 | 3 | 1';
    expect(paths(rows)).toEqual(['科目编码', '科目名称', '收入', '支出']);
    expect(through(rows, boxhead, headings, columns).columns).toEqual([
      'code',
      'label',
      'figures',
      'figures',
    ]);
    expect(boxhead(laidOut(rows)).rows.join(' ')).toBe('head head body body head head body');
  });

  test('without spans a group reaches to the right as far as headings go on below', () => {
    expect(paths('年龄 | 合计 | 性别 | \n | | 男 | 女\n甲 | 3 | 1 | 2')).toEqual([
      '年龄',
      '合计',
      '性别/男',
      '性别/女',
    ]);
  });
});

describe('columns', () => {
  const kinds = (rows: string) => {
    const { columns: found, halves } = through(rows, boxhead, headings, columns);
    return `${found.join(' ')} ${halves.map(({ from, to }) => `${from}-${to}`).join(' ')}`;
  };

  test('codes, names, figures', () => {
    expect(kinds('科目编码 | 名称 | 合计\n201 | 甲 | 3\n20101 | 乙 | 3')).toBe('code label figures 0-3');
    expect(kinds(' | 名称 | 合计\n201 | 甲 | 3\n20101 | 乙 | 3')).toBe('code label figures 0-3');
  });

  test('ordinals, units, remarks', () => {
    expect(kinds('序号 | 指标 | 单位 | 数值 | 备注\n1 | 甲 | 吨 | 3 | 含乙\n2 | 丙 | 户 | 4 | ')).toBe(
      'ordinal label unit figures note 0-5',
    );
  });

  test('the numbers of rows, where a piece of a form begins in the middle', () => {
    const piece = (numbers: readonly number[]): string =>
      numbers.map((number, at) => `第${at}项 | ${number} | ${3 * at + 7}.25`).join('\n');
    const kinds = (rows: string): string => through(rows, boxhead, headings, columns).columns.join(' ');
    expect(kinds(piece([33, 34, 35, 36, 37]))).toBe('label ordinal figures');
    expect(kinds(piece([33, 34, 35, 36, 38, 39]))).toBe('label figures figures');
    expect(kinds(piece([33, 34, 35, 36]))).toBe('label figures figures');
  });

  test('years beside figures are labels', () => {
    expect(kinds('年份 | 数量\n2020 | 3\n2021 | 4')).toBe('label figures 0-2');
    expect(kinds(' | 数量\n2020 | 3\n2021 | 4')).toBe('label figures 0-2');
  });

  test('telephone numbers do not count', () => {
    expect(kinds('名称 | 电话\n甲局 | 62881229\n乙局 | 62536563')).toBe('label code 0-2');
  });

  test('two tables side by side', () => {
    expect(kinds('收入 | 金额 | 支出 | 金额\n甲 | 1 | 丙 | 3\n乙 | 2 | 丁 | 4')).toBe(
      'label figures label figures 0-2 2-4',
    );
  });
});

describe('stub and order', () => {
  const drawnOrder = (rows: string, half = 0) =>
    through(rows, boxhead, headings, columns, stub, order).stubs[half]?.flatMap((entry, row) =>
      entry ? [`${row}${entry.parent === null ? '' : `<${entry.parent}`} ${entry.path.join('/')}`] : [],
    );

  test('by codes', () => {
    expect(
      drawnOrder('编码 | 名称 | 数\n201 | 甲 | 3\n20101 | 乙 | 3\n2010101 | 丙 | 3\n合计→2 | 3'),
    ).toEqual(['1 甲', '2<1 乙', '3<2 丙', '4 合计']);
  });

  test('by depth', () => {
    expect(drawnOrder('项目 | 数\n甲 | 3\n·乙 | 1\n··丙 | 1\n·丁 | 2\n戊 | 9')).toEqual([
      '1 甲',
      '2<1 乙',
      '3<2 丙',
      '4<1 丁',
      '5 戊',
    ]);
  });

  test('by numbering, where 其中 begins the parts of the row above', () => {
    expect(
      drawnOrder(
        '项目 | 数\n一、甲 | 3\n（一）乙 | 1\n（二）丙 | 2\n二、丁 | 4\n其中：1.戊 | 1\n2.己 | 3\n三、庚 | 0',
      ),
    ).toEqual([
      '1 一、甲',
      '2<1 （一）乙',
      '3<1 （二）丙',
      '4 二、丁',
      '5<4 其中：1.戊',
      '6<4 2.己',
      '7 三、庚',
    ]);
  });

  test('groups beside several rows', () => {
    expect(drawnOrder('地区 | 类别 | 数\n东↓2 | 甲 | 1\n乙 | 2\n西 | 甲 | 3\n合计→2 | 6')).toEqual([
      '1 东/甲',
      '2 东/乙',
      '3 西/甲',
      '4 合计',
    ]);
  });

  test('each half has its own', () => {
    const rows = '收入 | 金额 | 支出 | 金额\n甲 | 1 | 丙 | 3\n乙 | 2 | 丁 | 4';
    expect(drawnOrder(rows, 1)).toEqual(['1 丙', '2 丁']);
  });
});

test.each([
  ['其中：1. 医疗保险费', { ofWhich: true, numbering: { rank: 3, ordinal: 1 }, words: '医疗保险费' }],
  ['二十六、其他支出', { numbering: { rank: 1, ordinal: 26 }, words: '其他支出' }],
  ['（二）减：退税', { numbering: { rank: 2, ordinal: 2 }, minus: true, words: '退税' }],
  ['#规模以上', { ofWhich: true, words: '规模以上' }],
  ['20103 办公厅', { code: '20103', words: '办公厅' }],
  ['2024年1月', { code: null, words: '2024年1月' }],
  ['..Mortgage', { indent: 2, words: 'Mortgage' }],
  ['1,234', { numbering: null, words: '1,234' }],
])('the parts of a label: %s', (label, parts) => {
  expect(labelParts(label)).toMatchObject(parts);
});

test('caption and unit come from the lines above, or from the first rows', () => {
  const blocks = [
    { kind: 'paragraph', text: '正文' } as const,
    { kind: 'heading', level: 2, text: '收入决算表' } as const,
    { kind: 'paragraph', text: '单位：万元' } as const,
    drawn('项目 | 数\n甲 | 1'),
  ];
  const table = tableOf(drawn('项目 | 数\n甲 | 1'), textsAbove(blocks, 3));
  expect([table.caption, table.unit]).toEqual(['收入决算表', '万元']);
  const inside = tableOf(drawn('某局经费表（万元）→2\n项目 | 数\n甲 | 1'));
  expect([inside.caption, inside.unit]).toEqual(['某局经费表（万元）', '万元']);
});

test('the body that reports and the number of a form stand beside the name of a table', () => {
  const named = tableOf(drawn('项目 | 金额\n甲 | 1\n乙 | 2'), [
    '金额单位：万元',
    '部门：甲市乙局',
    '公开01表',
    '收入支出决算总表',
  ]);
  expect(named.caption).toBe('收入支出决算总表');
  expect(named.unit).toBe('万元');
  expect(tableOf(drawn('项目 | 金额\n甲 | 1'), ['部门分布情况表']).caption).toBe('部门分布情况表');
});
