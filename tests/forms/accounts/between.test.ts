import { describe, expect, test } from 'vitest';
import { relationRows } from '../../../parser/export/tables-rows.ts';
import { cellsOf, totalLines } from '../../../parser/findings/totals.ts';
import { relationWords } from '../../../parser/messages/relations.ts';
import { type RelationReading, type TableReading, tabulationSchema } from '../../../parser/tabulation.ts';
import { type Drawing, municipal, national, readingsOf } from './pages.ts';

/** What the tables of 部门决算公开 print of one another: the same within two hundredths, and beyond that a hint. */

const betweenIn = (tables: readonly TableReading[]): RelationReading[] =>
  tables.flatMap(({ relations }) =>
    relations.filter(({ parts }) => parts.some(({ table }) => table !== undefined)),
  );

const failing = (tables: readonly TableReading[]): RelationReading[] =>
  betweenIn(tables).filter(({ lines }) => lines.some(({ outcome }) => outcome === 'violated'));

const changed = (drawings: readonly Drawing[], at: number, from: string, to: string): Drawing[] =>
  drawings.map((drawing, own) => {
    if (own !== at) return drawing;
    expect(drawing.rows).toContain(from);
    return { ...drawing, rows: drawing.rows.replaceAll(from, to) };
  });

test.each([
  ['national', national],
  ['municipal', municipal],
] as const)('all of it holds: %s', (_, drawings) => {
  const found = betweenIn(readingsOf(drawings));
  expect(found.map(({ rule }) => rule?.replace('department-accounts.', ''))).toEqual([
    'receipts',
    'outlays',
    ...Array.from({ length: 5 }, () => 'functions'),
    'budget',
    'general',
    'basic',
  ]);
  expect(new Set(found.flatMap(({ lines }) => lines.map(({ outcome }) => outcome)))).toEqual(
    new Set(['satisfied']),
  );
});

describe('it accuses nobody', () => {
  test('two hundredths are rounding, three are a hint', () => {
    const [rounded] = betweenIn(readingsOf(changed(national, 2, '58.93', '58.95'))).filter(
      ({ lines }) => lines[0]?.rounding,
    );
    expect(rounded?.lines).toMatchObject([{ outcome: 'satisfied', printed: 58.93, computed: 58.95 }]);
    const [differs, ...others] = failing(readingsOf(changed(national, 2, '58.93', '58.96')));
    expect(others).toEqual([]);
    expect(differs).toMatchObject({ kind: 'equal', axis: 'cells', rule: 'department-accounts.functions' });
    expect(differs?.lines).toMatchObject([
      { outcome: 'violated', strength: 'hint', printed: 58.93, computed: 58.96, difference: -0.03 },
    ]);
  });

  test.each([
    ['58.91', []],
    ['58.90', ['department-accounts.functions']],
  ])('the other way round just so: %s', (figure, rules) => {
    expect(failing(readingsOf(changed(national, 2, '58.93', figure))).map(({ rule }) => rule)).toEqual(rules);
  });

  test('whatever differs is a hint', () => {
    const tables = readingsOf(changed(national, 4, '1046.35', '2046.35'));
    expect(failing(tables).map(({ rule, kind }) => ({ rule, kind }))).toEqual([
      { rule: 'department-accounts.basic', kind: 'sum' },
    ]);
    expect(failing(tables)[0]?.lines[0]?.strength).toBe('hint');
  });

  test.each([
    [
      'a figure that is missing',
      changed(national, 5, '人员经费合计→2 | 853.71', '人员经费合计→2 | '),
      'basic',
    ],
    ['a figure that does not parse', changed(national, 5, '853.71', '85.3.71'), 'basic'],
    [
      'another unit',
      national.map((drawing, at) =>
        at === 1 ? { ...drawing, above: ['收入决算表', '金额单位：元'] } : drawing,
      ),
      'receipts',
    ],
    ['a table that is not the form’s', changed(national, 2, '项目支出↓2', '其他↓2'), 'outlays'],
    ['a table that is not there', national.toSpliced(1, 1), 'receipts'],
  ])('%s: nothing is stated', (_, drawings, rule) => {
    const found = betweenIn(readingsOf(drawings));
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((one) => one.rule)).not.toContain(`department-accounts.${rule}`);
  });

  test('a table that comes again is that of another body', () => {
    const second = changed(national, 0, '1389.01', '2389.01').slice(0, 2);
    const tables = readingsOf([...national, ...second]);
    expect(failing(tables).map(({ id }) => id.split('.')[0])).toEqual(['t9']);
  });
});

describe('how it is told', () => {
  const tables = readingsOf(changed(national, 2, '58.93', '58.96'));
  const [relation] = failing(tables);
  const [line] = relation?.lines ?? [];
  const table = tables.find(({ relations }) => relation && relations.includes(relation));

  test('in the words of the form', () => {
    if (!relation || !line || !table) throw new Error('nothing differs');
    const zh = relationWords(table, 'zh-CN');
    expect(zh.equation(relation)).toBe('收入支出决算总表各功能分类支出 = 支出决算表同名的类级科目');
    expect(zh.failing(relation, line)).toBe('九、卫生健康支出为 58.93，另一张表为 58.96（差 −0.03）');
    expect(relationWords(table, 'en').failing(relation, line)).toBe(
      '九、卫生健康支出 is printed as 58.93, the other table has 58.96 (−0.03)',
    );
  });

  test('each figure leads to its cell, in its own table', () => {
    const total = totalLines(tables).find((one) => one.relation === relation);
    expect(total && cellsOf(total)).toEqual([
      { ref: 't0.r11.c5', slot: { table: 0, row: 11, column: 5 }, value: 58.93 },
      { ref: 't2.r15.c2', slot: { table: 2, row: 15, column: 2 }, value: 58.96 },
    ]);
  });

  test('as data', () => {
    const source = { path: 'accounts', sha256: '', bytes: 0, format: 'html' as const };
    const tabulation = { schema: 'gouji/tables/1' as const, source, tables, issues: [] };
    expect(tabulationSchema.parse(tabulation)).toEqual(tabulation);
    const rows = relationRows(tabulation).filter((row) => row[2] === relation?.id);
    expect(rows.map((row) => [row[5], row[6], row[9], row[14]])).toEqual([
      ['11:5', 't2:15:2', 'violated', 'hint'],
    ]);
  });
});
