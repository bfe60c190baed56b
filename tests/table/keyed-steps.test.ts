import { describe, expect, test } from 'vitest';
import { type KeyedSheet, keyedSheet } from '../../parser/table/keyed-sheet.ts';
import { withoutOrdinals } from '../../parser/table/ordinals.ts';
import { pathsOver } from '../../parser/table/paths-over.ts';
import { withoutUnits } from '../../parser/table/unit-columns.ts';
import { drawn } from './sheets.ts';

const textsIn = ({ rows }: KeyedSheet): string[] =>
  rows.map(({ cells }) => cells.flatMap(({ text }) => (text === '' ? [] : [text])).join(' '));

const keyed = (rows: string): KeyedSheet => keyedSheet(drawn(rows));

test('a cell stands in every row that it covers, once', () => {
  const { rows } = keyed('甲组↓2 | 申请 | 5\n答复 | 9');
  expect(rows.map(({ cells }) => cells.map(({ text, own }) => `${text}${own ? '' : '↑'}`).join(' '))).toEqual(
    ['甲组 申请 5', '甲组↑ 答复 9'],
  );
});

describe('ordinals', () => {
  test('numbers before labels that count on, or stand under 序号, are taken out', () => {
    expect(
      textsIn(withoutOrdinals(keyed('甲组 | 1 | 申请 | 5\n甲组 | 2 | 答复 | 9\n甲组 | 3 | 结转 | 4'))),
    ).toEqual(['甲组 申请 5', '甲组 答复 9', '甲组 结转 4']);
    expect(textsIn(withoutOrdinals(keyed('序号 | 名称 | 件数\n7 | 申请 | 5')))).toEqual([
      '序号 名称 件数',
      '申请 5',
    ]);
  });

  test('other numbers before labels stay', () => {
    const sheet = keyed('30 | 申请 | 5\n7 | 答复 | 9\n12 | 结转 | 4');
    expect(withoutOrdinals(sheet)).toBe(sheet);
  });
});

describe('units', () => {
  test('a column that names the unit of each row is taken out, and its figures are counted in it', () => {
    const sheet = withoutUnits(
      keyed('项目 | 计量单位 | 本年\n主动公开 | 条 | 5\n收费 | 万元 | 9\n申请 | 件 | 4'),
    );
    expect(textsIn(sheet)).toEqual(['项目 计量单位 本年', '主动公开 5', '收费 9', '申请 4']);
    expect(
      sheet.rows.flatMap(({ cells }) => cells.flatMap(({ figure }) => ('unit' in figure ? figure.unit : []))),
    ).toEqual(['条', '万元', '件']);
  });

  test.each([
    ['names of bodies', '项目 | 单位 | 本年\n主动公开 | 甲局 | 5\n收费 | 乙局 | 9\n申请 | 丙局 | 4'],
    ['two units, which may be chance', '项目 | 单位 | 本年\n主动公开 | 条 | 5\n收费 | 元 | 9'],
  ])('%s under such a heading stay', (_, rows) => {
    const sheet = keyed(rows);
    expect(withoutUnits(sheet)).toBe(sheet);
  });
});

describe('what stands over each column', () => {
  const paths = (rows: string): string[] =>
    pathsOver(keyed(rows).rows).map((path) =>
      path.map(({ cell, own }) => `${cell.text}${own ? '' : '…'}`).join(' > '),
    );

  test('storeys of headings, from outside in', () => {
    expect(paths('行政复议→2 | 行政诉讼→2\n维持 | 合计 | 维持 | 合计')).toEqual([
      '行政复议 > 维持',
      '行政复议 > 合计',
      '行政诉讼 > 维持',
      '行政诉讼 > 合计',
    ]);
  });

  test('a heading that reaches down stands there once', () => {
    expect(paths('类别↓2 | 行政复议→2\n维持 | 合计')).toEqual(['类别', '行政复议 > 维持', '行政复议 > 合计']);
  });

  test('where cells were never merged, a heading reaches over the blanks to its right', () => {
    expect(paths('行政复议 | | 行政诉讼 | \n维持 | 合计 | 维持 | 合计')).toEqual([
      '行政复议 > 维持',
      '行政复议… > 合计',
      '行政诉讼 > 维持',
      '行政诉讼… > 合计',
    ]);
  });
});
