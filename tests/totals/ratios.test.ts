import { describe, expect, test } from 'vitest';
import { relationWords } from '../../parser/messages/relations.ts';
import { tables } from '../../parser/tables.ts';
import type { RelationReading } from '../../parser/tabulation.ts';
import { drawn } from '../table/sheets.ts';
import { relationsIn } from '../tables/found.ts';

/** Shares, growth, and what is equal on two sides: found, recomputed, and never called wrong. */

const without = (rows: string): RelationReading[] =>
  relationsIn(drawn(rows)).filter(({ kind }) => kind !== 'sum');

const outcomes = (relation: RelationReading | undefined): string =>
  (relation?.lines ?? []).map(({ outcome }) => outcome[0]).join('');

const shares =
  '类别 | 金额 | 占比（%）\n单项 | 31204.55 | 34.9\n组合 | 42910.10 | 48.0\n其他 | 15288.75 | 17.1\n合计 | 89403.40 | 100';

describe('shares', () => {
  test('of the total row', () => {
    const [share, ...more] = without(shares);
    expect(more).toEqual([]);
    expect(share).toMatchObject({ kind: 'share', target: 2, parts: [{ at: 1, weight: 1 }], whole: 4 });
    expect(outcomes(share)).toBe('ssss');
  });

  test('one that does not agree is a hint', () => {
    const [share] = without(shares.replace('48.0', '43.0'));
    expect(share?.lines[1]).toMatchObject({ outcome: 'violated', strength: 'hint', printed: 43 });
    expect(share?.lines[1]?.computed).toBeCloseTo(47.996, 3);
  });

  test('a column in percent of another', () => {
    const [share] = without(
      '科目 | 预算数 | 决算数 | 完成预算（%）\n教育 | 4120.5 | 3988.1 | 96.8\n卫生 | 2210.3 | 2301.7 | 104.1\n农林 | 1875.9 | 1502.2 | 80.1\n交通 | 964.4 | 951.3 | 98.6',
    );
    expect(share).toMatchObject({ kind: 'share', target: 3, parts: [{ at: 2 }, { at: 1 }] });
    expect(share).not.toHaveProperty('whole');
  });

  test('percentages that come from no column of the table are left alone', () => {
    expect(
      without(
        '地区 | 人数 | 合格率（%）\n甲 | 1204 | 91.2\n乙 | 981 | 88.7\n丙 | 1540 | 95.4\n丁 | 1122 | 90.9',
      ),
    ).toEqual([]);
  });
});

describe('growth', () => {
  const growth =
    '指标 | 本年 | 上年 | 增长（%）\n工业 | 5210.4 | 5005.2 | 4.1\n建筑 | 1288.3 | 1215.4 | 6.0\n商业 | 7731.9 | 7349.7 | 5.2\n农业 | 912.6 | 934.0 | -2.3';

  test('against the year before', () => {
    const [found] = without(growth);
    expect(found).toMatchObject({ kind: 'growth', target: 3, parts: [{ at: 1 }, { at: 2 }] });
    expect(outcomes(found)).toBe('ssss');
  });

  test('at prices that are not printed some do not agree: hints', () => {
    const [found] = without(growth.replace('| 6.0', '| 4.5'));
    expect(outcomes(found)).toBe('svss');
    expect(found?.lines.every(({ strength }) => strength === 'hint')).toBe(true);
  });
});

describe('what is equal', () => {
  test('总计 of both halves', () => {
    const rows =
      '收入 | 决算数 | 支出 | 决算数\n拨款 | 312.05 | 教育 | 402.11\n其他 | 210.77 | 卫生 | 120.71\n总计 | 522.82 | 总计 | 522.82';
    const [balance] = without(rows);
    expect(balance).toMatchObject({ kind: 'equal', axis: 'cells', target: [3, 1], parts: [{ at: [3, 3] }] });
    expect(outcomes(balance)).toBe('s');
    const [other] = without(rows.replace(/522\.82$/, '523.82'));
    expect(other?.lines[0]).toMatchObject({ outcome: 'violated', strength: 'hint', difference: -1 });
  });

  test('assets, and liabilities with net assets', () => {
    const [balance] = without(
      '项目 | 年末 | 年初\n现金 | 5120.3 | 4811.2\n房屋 | 8204.4 | 8011.9\n资产总计 | 13324.7 | 12823.1\n借款 | 4004.1 | 4120.7\n净资产 | 9320.6 | 8702.4\n负债和净资产总计 | 13324.7 | 12823.1',
    );
    expect(balance).toMatchObject({ kind: 'equal', axis: 'down', target: 3, parts: [{ at: 6 }] });
    expect(outcomes(balance)).toBe('ss');
  });
});

test('how they are worded', () => {
  const [table] = tables(
    { title: null, metas: [], blocks: [drawn(shares)] },
    { path: '', sha256: '', bytes: 0, format: 'html' },
  ).tables;
  if (!table) throw new Error('no table was read');
  const share = table.relations.find(({ kind }) => kind === 'share');
  if (!share) throw new Error('no share was found');
  expect(relationWords(table, 'zh-CN').equation(share)).toBe('占比（%） = 金额 ÷ 金额（合计）');
  expect(relationWords(table, 'en').equation(share)).toContain('÷');
});
