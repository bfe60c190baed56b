import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../parser/source/html/html.ts';
import { tables } from '../../parser/tables.ts';
import { tabulationSchema } from '../../parser/tabulation.ts';
import { runs, seed, seeded } from '../properties/seed.ts';
import { drawn } from '../table/sheets.ts';
import { accusedIn, relationsIn, scoreOf } from './found.ts';
import { invent, random } from './invented.ts';
import { layouts } from './layouts.ts';
import { plant } from './plant.ts';
import { drawLayout } from './random.ts';

describe('what adds up is found, all of it, and nothing else', () => {
  test.each(layouts.map((layout, at) => ({ ...layout, at })))('$name', ({ at, ...layout }) => {
    const { known, found, predicted, asserted } = scoreOf(invent(layout, at * 10 + 1));
    expect({ found, predicted, asserted }).toEqual({ found: known, predicted: known, asserted: 0 });
  });
});

const anySeed = fc.integer({ min: 0, max: 1_000_000 });

test(`a table without a mistake is accused of none (${seeded})`, () => {
  fc.assert(
    fc.property(anySeed, (one) => {
      expect(accusedIn(invent(drawLayout(one), one).table)).toEqual([]);
    }),
    runs(150),
  );
});

test(`where one digit is wrong, no line is accused that does not hold it (${seeded})`, () => {
  fc.assert(
    fc.property(anySeed, (one) => {
      const planted = plant(invent(drawLayout(one), one), random(one + seed));
      expect(planted?.accused ?? 0).toBe(0);
    }),
    runs(150),
  );
});

describe('how sure it is', () => {
  const strengths = (rows: string): string[] =>
    relationsIn(drawn(rows)).flatMap(({ lines }) =>
      lines.filter(({ outcome }) => outcome === 'violated').map(({ strength }) => strength),
    );
  const list = (...totals: string[]): string =>
    `乡镇 | ${totals.map((_, at) => `第${at + 1}项`).join(' | ')}\n东乡 | ${totals.map((_, at) => 1201 + at * 37).join(' | ')}\n西乡 | ${totals.map((_, at) => 2315 + at * 53).join(' | ')}\n南乡 | ${totals.map((_, at) => 4102 + at * 11).join(' | ')}\n合计 | ${totals.join(' | ')}`;

  test('two lines with totals of their own hold: asserted, whatever the difference', () => {
    expect(strengths(list('7618', '7719', '9020'))).toEqual(['asserted']);
  });

  test('one line holds, and one digit is wrong: asserted', () => {
    expect(strengths(list('7618', '7749'))).toEqual(['asserted']);
  });

  test('one line holds, and no slip explains the difference: a hint', () => {
    expect(strengths(list('7618', '8090'))).toEqual(['hint']);
  });

  test('a total without support: nothing is said', () => {
    expect(strengths(list('7648'))).toEqual([]);
  });

  test('a total no larger than its largest part may be an average', () => {
    expect(strengths(list('7618', '7719', '2611'))).toEqual(['hint']);
  });

  test('estimates, and a table of which not all is seen, are never asserted', () => {
    expect(strengths(`预计数→4\n${list('7618', '7719', '9020')}`)).toEqual(['hint']);
    const concealed = drawn(list('7618', '7719', '9020'));
    const [first] = concealed.rows;
    if (first) first.hiddenText = true;
    expect(accusedIn(concealed)).toEqual([]);
  });

  test('a part that does not parse makes its sum undetermined', () => {
    const [relation] = relationsIn(drawn(list('7618', '7719', '9020').replace('4124', '41,24')));
    expect(relation?.lines.find(({ at }) => at === 3)).toMatchObject({
      outcome: 'undetermined',
      reason: 'not_read',
    });
  });
});

test('a blank that is filled on other lines and could hold what is missing is no mistake of the total', () => {
  const [relation] = relationsIn(
    drawn(
      '事项 | 个人 | 单位 | 合计\n一 | 31 | 12 | 43\n二 | | 2 | 92\n三 | 27 | 18 | 45\n四 | 16 | 55 | 71',
    ),
  );
  expect(relation?.lines.find(({ at }) => at === 2)).toMatchObject({
    outcome: 'undetermined',
    reason: 'half_filled',
  });
});

describe('bad input: no finding, no throw', () => {
  const count = (html: string): number[] =>
    tables(readHtml(html), { path: '', sha256: '', bytes: 0, format: 'html' }).tables.map(
      ({ relations }) => relations.length,
    );
  const cells = (number: number, cell: string): string => cell.repeat(number);

  test.each<[string, string]>([
    ['no table', '<p>1 2 3</p>'],
    ['an empty table', '<table></table>'],
    ['layout', '<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>3</td></tr></table>'],
    [
      'a span of 65,534',
      `<table><tr><td rowspan="65534" colspan="1000">1</td></tr>${cells(40, '<tr><td>2</td></tr>')}</table>`,
    ],
    ['65,534 cells in a row', `<table><tr>${cells(65_534, '<td>1</td>')}</tr></table>`],
    ['weather', '<table><tr><td>今天</td><td>3℃～8℃</td></tr><tr><td>明天</td><td>4℃～9℃</td></tr></table>'],
    [
      'numbers in words',
      '<table><tr><td>甲</td><td>三十</td></tr><tr><td>合计</td><td>六十</td></tr></table>',
    ],
  ])('%s', (_, html) => {
    expect(count(html).every((relations) => relations === 0)).toBe(true);
  });

  const read = (rows: readonly string[]) =>
    tables(
      { title: null, metas: [], blocks: [drawn(`户名 | 金额\n${rows.join('\n')}`)] },
      { path: '', sha256: '', bytes: 0, format: 'html' },
    );

  test('a figure of twelve decimals whose sum is far off', () => {
    expect(read(['甲 | 0.123456789012', '乙 | 20000', '丙 | 30000', '合计 | 90000']).tables).toHaveLength(1);
  });

  test('a table too long to be searched whole says so', () => {
    const rows = Array.from(
      { length: 6000 },
      (_, at) => `${at % 2 ? '小计' : `第${at}户`} | ${1000 + ((at * 7919) % 90_001)}`,
    );
    expect(read(rows).issues).toEqual([{ code: 'totals_left_out', table: 0 }]);
  });

  test('a table of more cells than are read says which rows were left out', () => {
    const rows = Array.from({ length: 9_999 }, () => Array.from({ length: 7 }, () => '7').join(' | '));
    const { tables: found, issues } = read(rows);
    expect(issues).toEqual([{ code: 'rows_left_out', table: 0, rows: 8572, of: 10_000 }]);
    expect(found.map((table) => table.rows)).toEqual([8572]);
  });
});

test('what is read is as the schema has it', () => {
  const blocks = layouts.map((layout, at) => ({ ...invent(layout, at).table, index: at }));
  const read = tables({ title: null, metas: [], blocks }, { path: '', sha256: '', bytes: 0, format: 'html' });
  expect(tabulationSchema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
});

describe('no accusation of what is no total, or none of these figures', () => {
  const accused = (rows: string): Set<string>[] => accusedIn(drawn(rows));

  test('rates beside amounts, under a heading of shares', () => {
    expect(
      accused(
        '类别 | 余额 | 准备 | 计提比例（%）\n一年内 | 31204.55 | 120.50 | 34.9\n二年内 | 42910.10 | 88.25 | 48.0\n其他 | 15288.75 | 10.75 | 17.2\n合计 | 89403.40 | 219.50 | 23.1',
      ),
    ).toEqual([]);
  });

  test('several lines that fail by no slip: there is something that is not printed', () => {
    const rows = Array.from({ length: 12 }, (_, at) => {
      const [a, b, c] = [4021 + at * 137, 2217 + at * 211, 1503 + at * 79];
      return `${2001 + at} | ${a} | ${b} | ${c} | ${a + b + c + (at > 8 ? 1234 + at : 0)}`;
    });
    expect(accused(`年份 | 煤 | 油 | 气 | 合计\n${rows.join('\n')}`)).toEqual([]);
  });

  test('part of a list, whose figures fall short by no slip', () => {
    expect(
      accused(
        '事项 | 上年 | 本年 | 前年\n申请总数 | 1631 | 312 | 204\n其中：\n犯罪 | 1093 | 44 | 147\n其他 | 538 | 18 | 57',
      ),
    ).toEqual([]);
  });

  test('a year over all columns, and (1,000) over each, are headings', () => {
    const [first] = relationsIn(
      drawn(
        ' | | 2005 | \n年龄 | 总计 | 男 | 女\n | (1,000) | (1,000) | (1,000)\n合计 | 64061 | 31412 | 32649\n少年 | 20301 | 10381 | 9920\n青年 | 43760 | 21031 | 22729',
      ),
    );
    expect(first?.lines.every(({ outcome }) => outcome === 'satisfied')).toBe(true);
    expect(first?.parts.map(({ at }) => at)).toEqual([4, 5]);
  });

  test('a row short of a cell, of which nobody knows in which columns the others stand', () => {
    const rows = Array.from({ length: 8 }, (_, at) => {
      const [a, b, c] = [1201 + at * 37, 2315 + at * 53, 4102 + at * 11];
      return at === 5
        ? `第${at}镇 | ${a} | ${b} | ${a + b + c + 9000}`
        : `第${at}镇 | ${a} | ${b} | ${c} | ${a + b + c}`;
    });
    expect(accused(`乡镇 | 甲 | 乙 | 丙 | 合计\n${rows.join('\n')}`)).toEqual([]);
  });

  test('1000 under Unit says in what a row counts', () => {
    const read = relationsIn(
      drawn(
        'Age | Unit | Total | Male | Female\nTotal | 1000 | 64061 | 31412 | 32649\nUnder 18 | 1000 | 20301 | 10381 | 9920\nOver 18 | 1000 | 43760 | 21031 | 22729',
      ),
    );
    expect(read.flatMap(({ lines }) => lines).filter(({ at }) => at === 1)).toHaveLength(
      read.filter(({ axis }) => axis === 'across').length,
    );
  });
});
