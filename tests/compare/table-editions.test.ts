import { describe, expect, test } from 'vitest';
import { compareTables, type TablePair } from '../../parser/compare/table-editions.ts';
import { keptPage, villages } from '../shelf/pages.ts';

const between = (one: readonly string[], other: readonly string[]): TablePair[] =>
  compareTables(keptPage(one).tables, keptPage(other, { day: 2 }).tables);

const changes = (pairs: readonly TablePair[]) =>
  pairs.flatMap(({ cells }) =>
    cells.flatMap(({ rowPath, columnPath, one, other, how, difference }) =>
      how === null
        ? []
        : [[...rowPath, ...columnPath, one?.raw ?? null, other?.raw ?? null, how, difference]],
    ),
  );

describe('two editions of a page', () => {
  test('are the same where they print the same', () => {
    const pairs = between([villages()], [villages()]);
    expect(changes(pairs)).toEqual([]);
    expect(pairs.map(({ cells }) => cells.length)).toEqual([12]);
  });

  test('a figure that was changed stands with both numbers, and with nothing else', () => {
    expect(changes(between([villages()], [villages('7892')]))).toEqual([
      ['合计', '金额（元）', '7842', '7892', 'number', 50],
    ]);
  });

  test('a row that was put in shifts no other', () => {
    const more = '\n北乡 | 10 | 20 | 30';
    expect(changes(between([villages()], [villages('7842', more)]))).toEqual([
      ['北乡', '户数', null, '10', 'only_other', null],
      ['北乡', '人数', null, '20', 'only_other', null],
      ['北乡', '金额（元）', null, '30', 'only_other', null],
    ]);
    expect(changes(between([villages('7842', more)], [villages()])).map(([, , , , how]) => how)).toEqual([
      'only_one',
      'only_one',
      'only_one',
    ]);
  });

  test('a blank is no zero, and another unit of money no smaller sum', () => {
    expect(changes(between([villages()], [villages('')])).at(-1)).toEqual(
      expect.arrayContaining(['合计', '7842', '', 'state', null]),
    );
    const other = villages().replace('元', '万元');
    // Another heading is another column: nothing is said to be 10,000 times as much.
    expect(new Set(changes(between([villages()], [other])).map(([, , , , how]) => how))).toEqual(
      new Set(['only_one', 'only_other']),
    );
  });

  test('rows of one name are left out, and counted, where one edition has more of them', () => {
    const twice = '\n其他 | 1 | 2 | 3\n其他 | 4 | 5 | 6';
    const thrice = `${twice}\n其他 | 7 | 8 | 9`;
    const pairs = between([villages('7842', twice)], [villages('7842', thrice)]);
    expect(changes(pairs)).toEqual([]);
    expect(pairs.map(({ unsure }) => unsure)).toEqual([9]);
    expect(between([villages('7842', twice)], [villages('7842', twice)])[0]?.unsure).toBe(0);
  });
});

describe('tables of a page', () => {
  const schools =
    '学校 | 计划数 | 录取数\n一中 | 120 | 118\n二中 | 80 | 80\n三中 | 45 | 31\n总计 | 245 | 229';

  test('find each other wherever they stand', () => {
    const pairs = between([villages(), schools], [schools, villages()]);
    expect(pairs.map(({ one, other }) => [one?.index, other?.index])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(changes(pairs)).toEqual([]);
  });

  test('come and go', () => {
    expect(
      between([villages()], [villages(), schools]).map(({ one, other }) => [one?.index, other?.index]),
    ).toEqual([
      [0, 0],
      [undefined, 1],
    ]);
    expect(
      between([villages(), schools], [schools]).map(({ one, other }) => [one?.index, other?.index]),
    ).toEqual([
      [0, undefined],
      [1, 0],
    ]);
  });
});
