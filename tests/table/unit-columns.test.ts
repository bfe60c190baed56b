import { describe, expect, test } from 'vitest';
import { keyedSheet } from '../../parser/table/keyed-sheet.ts';
import { withoutUnits } from '../../parser/table/unit-columns.ts';
import { body, tableOf } from '../grid/drawing.ts';

/** Each row as its cells, with the unit in which a figure is counted behind it. */
const taken = (rows: string): string[] =>
  withoutUnits(keyedSheet(tableOf(body(rows)))).rows.map(({ cells }) =>
    cells
      .map(({ text, figure }) =>
        figure.state === 'number' && figure.unit ? `${text}(${figure.unit})` : text,
      )
      .join(' '),
  );

describe('a column that names the unit of each row', () => {
  test.each(['计量单位', '单位', '计数单位'])(
    'under %s is taken out, and figures behind it are counted in it',
    (name) => {
      expect(
        taken(`统计指标 | ${name} | 县本级\n主动公开 | 条 | 12\n收费 | 万元 | 3.5\n申请 | 件 | 4人`),
      ).toEqual([
        `统计指标 ${name} 县本级`,
        '主动公开 12(条)',
        '收费 3.5(万元)',
        // A unit of its own stands nearer.
        '申请 4人(人)',
      ]);
    },
  );

  test('figures before it are not counted in it, and what is no figure stays as it is', () => {
    expect(
      taken(
        '序号 | 指标 | 单位 | 甲 | 乙\n1 | 公开 | 条 | 12 | /\n2 | 收费 | 元 | 3 | 无\n3 | 申请 | 件 | 4 |',
      ),
    ).toEqual(['序号 指标 单位 甲 乙', '1 公开 12(条) /', '2 收费 3(元) 无', '3 申请 4(件) ']);
  });

  test('a row without a unit is left as it is', () => {
    expect(
      taken('指标 | 单位 | 数\n一 | | \n公开 | 条 | 1\n收费 | 元 | 2\n申请 | 件 | 3').slice(1, 3),
    ).toEqual(['一  ', '公开 1(条)']);
  });

  const left = (rows: string): void => {
    const sheet = keyedSheet(tableOf(body(rows)));
    expect(withoutUnits(sheet)).toBe(sheet);
  };

  test('so few units are chance', () => {
    left('指标 | 单位 | 数\n公开 | 条 | 1\n收费 | 元 | 2');
  });

  test('other words under that heading are none: there it heads the bodies', () => {
    left('指标 | 单位 | 数\n公开 | 条 | 1\n收费 | 元 | 2\n申请 | 林业局 | 3');
  });

  test('units above the heading, or in another column, are not its', () => {
    left('公开 | 条 | 1\n收费 | 元 | 2\n申请 | 件 | 3\n指标 | 单位 | 数\n公开 | 条 | 1\n收费 | 元 | 2');
    left('指标 | 数 | 单位\n公开 | 条 | 1\n收费 | 元 | 2\n申请 | 件 | 3');
  });

  test('a heading that nobody sees heads nothing', () => {
    const block = tableOf(body('指标 | 单位 | 数\n公开 | 条 | 1\n收费 | 元 | 2\n申请 | 件 | 3'));
    const rows = block.rows.map((row, at) => (at === 0 ? { ...row, hidden: true as const } : row));
    const sheet = keyedSheet({ ...block, rows });
    expect(withoutUnits(sheet)).toBe(sheet);
  });
});
