import { describe, expect, test } from 'vitest';
import { isWorthSaying } from '../../../parser/findings/totals.ts';
import { openForms, openRuleOf } from '../../../parser/forms/registry.ts';
import { relationWords } from '../../../parser/messages/relations.ts';
import type { LineReading, RelationReading, TableReading } from '../../../parser/tabulation.ts';
import { type Drawing, municipal, national, readingsOf } from './pages.ts';

/** 部门决算公开 01–09: what the form says of its tables stands in place of what could be inferred, and only where they are sure to be its tables. */

const relationsOf = (tables: readonly TableReading[]): RelationReading[] =>
  tables.flatMap(({ relations }) => relations);

const linesOf = (tables: readonly TableReading[]): LineReading[] =>
  relationsOf(tables).flatMap(({ lines }) => lines);

const isAccused = ({ outcome, strength }: LineReading): boolean =>
  outcome === 'violated' && strength === 'asserted';

/** One table, changed. */
const changed = (drawing: Drawing | undefined, from: string | RegExp, to: string): Drawing => {
  if (!drawing) throw new Error('no such table');
  const rows = drawing.rows.replace(from, to);
  expect(rows, `${from} stands in it`).not.toBe(drawing.rows);
  return { ...drawing, rows };
};

const tableOf = (...drawings: Drawing[]): TableReading => {
  const [table] = readingsOf(drawings);
  if (!table) throw new Error('no figures');
  return table;
};

const rulesOf = ({ relations }: TableReading): Set<string> =>
  new Set(relations.map(({ rule = 'inferred' }) => rule.replace('department-accounts.', '')));

describe('the form', () => {
  test.each(openForms)('$id refers to what it names, and names nothing twice', ({ tables }) => {
    const isOnce = (ids: readonly string[]): void => expect(ids).toEqual([...new Set(ids)]);
    isOnce(tables.map(({ id }) => id));
    for (const { halves, sums } of tables) {
      isOnce(sums.map(({ id }) => id));
      for (const { columns, lines } of halves) {
        isOnce(columns.map(({ id }) => id));
        isOnce(lines.map(({ id }) => id));
      }
      for (const sum of sums) {
        const half = halves[sum.half];
        const columns = half?.columns.map(({ id }) => id) ?? [];
        const lines = half?.lines.map(({ id }) => id) ?? [];
        if (sum.over === 'rows')
          expect(columns).toEqual(expect.arrayContaining([sum.target, ...sum.parts.map(({ id }) => id)]));
        else if (sum.over === 'columns')
          expect(lines).toEqual(
            expect.arrayContaining([sum.target, ...(Array.isArray(sum.parts) ? sum.parts : [])]),
          );
        else if (sum.over === 'halves') {
          const other = halves[sum.other[0]];
          expect(lines).toContain(sum.own[0]);
          expect(columns).toContain(sum.own[1]);
          expect(other?.lines.map(({ id }) => id)).toContain(sum.other[1]);
          expect(other?.columns.map(({ id }) => id)).toContain(sum.other[2]);
        }
      }
    }
  });

  test('no two of its tables are called the same', () => {
    const titles = openForms.flatMap(({ tables }) =>
      tables.flatMap(({ title, aliases = [] }) => [title, ...aliases]),
    );
    expect(titles).toEqual([...new Set(titles)]);
  });
});

describe.each([
  ['as the national form has it', national, 8],
  ['as cities print it', municipal, 7],
] as const)('%s', (_, drawings, filled) => {
  const tables = readingsOf(drawings);

  test('every table says what the form says, all of it holds', () => {
    expect(tables).toHaveLength(filled);
    expect(new Set(relationsOf(tables).map(({ cue }) => cue))).toEqual(new Set(['form']));
    expect(new Set(linesOf(tables).map(({ outcome }) => outcome))).toEqual(new Set(['satisfied']));
  });

  test('the page is worth speaking of', () => {
    expect(tables.every((table) => isWorthSaying([table], false))).toBe(true);
  });

  test('every rule of the form that its columns allow is stated', () => {
    const said = new Set(tables.flatMap((table) => [...rulesOf(table)]));
    const known = openForms.flatMap(({ tables: all }) =>
      all.flatMap(({ id, sums }) => sums.map((sum) => `${id}.${sum.id}`)),
    );
    const missing = known.filter((rule) => !said.has(rule));
    const absent = drawings === national ? /^capital\./ : /^(?:capital|funds)\./;
    expect(missing.filter((rule) => !absent.test(rule))).toEqual([]);
  });

  test('where one digit is wrong, no line is accused that does not hold it', () => {
    let [planted, found] = [0, 0];
    for (const drawing of drawings) {
      for (const { 0: figure, index } of drawing.rows.matchAll(/\d+\.\d\d/g)) {
        const digit = figure.length - 4;
        const wrong = `${figure.slice(0, digit)}${(Number(figure[digit]) + 4) % 10}${figure.slice(digit + 1)}`;
        const rows = `${drawing.rows.slice(0, index)}${wrong}${drawing.rows.slice(index + figure.length)}`;
        const [table] = readingsOf([{ ...drawing, rows }]);
        const own = table?.cells.find(({ raw }) => raw === wrong);
        planted++;
        const accused = (table?.relations ?? []).flatMap((relation) =>
          relation.lines.filter(isAccused).map((line) => cellsOf(relation, line)),
        );
        for (const cells of accused)
          expect(cells, `${wrong} for ${figure}`).toContain(`${own?.row} ${own?.column}`);
        if (accused.length > 0) found++;
      }
    }
    expect(found / planted).toBeGreaterThan(0.9);
  });
});

const cellsOf = ({ axis, target, parts }: RelationReading, { at }: LineReading): string[] =>
  [target, ...parts.map((part) => part.at)].map((one) =>
    typeof one !== 'number' ? one.join(' ') : axis === 'down' ? `${one} ${at}` : `${at} ${one}`,
  );

describe('what is called wrong', () => {
  test('a grand total without any other line, with the cell that mends it', () => {
    const table = tableOf(changed(national[0], '总 计 | 27 | 1496.69', '总 计 | 27 | 1469.69'));
    expect(table.relations.filter(({ lines }) => lines.some(isAccused)).map(({ rule }) => rule)).toEqual([
      'department-accounts.whole.receipts_total',
      'department-accounts.whole.balance',
    ]);
    expect(table.diagnoses.flatMap(({ alternatives }) => alternatives[0]?.changes ?? [])).toEqual([
      { ref: 't0.r29.c2', from: 1469.69, to: 1496.69 },
    ]);
  });

  test('the two sides of the balance, where each adds up', () => {
    const table = tableOf(
      changed(changed(national[0], '104.18', '108.18'), '总 计 | 27 | 1496.69', '总 计 | 27 | 1500.69'),
    );
    const failing = table.relations.filter(({ lines }) => lines.some(isAccused));
    expect(failing.map(({ kind, axis, rule }) => ({ kind, axis, rule }))).toEqual([
      { kind: 'equal', axis: 'cells', rule: 'department-accounts.whole.balance' },
    ]);
  });

  test('figures rounded one by one are not: that is said so', () => {
    const table = tableOf(changed(national[0], '本年收入合计 | 24 | 1389.01', '本年收入合计 | 24 | 1389.02'));
    expect(linesOf([table]).filter(({ rounding }) => rounding)).toHaveLength(2);
    expect(linesOf([table]).every(({ outcome }) => outcome === 'satisfied')).toBe(true);
  });

  test('a blank could hold what is missing: a hint, where no slip explains it', () => {
    const table = tableOf(changed(national[0], /104\.18/, ''));
    const failing = linesOf([table]).filter(({ outcome }) => outcome === 'violated');
    expect(failing.map(({ strength }) => strength)).toEqual(['hint']);
  });

  test('a figure that does not parse makes undetermined what needs it', () => {
    const table = tableOf(changed(national[0], '104.18', '104.1.8'));
    const [relation] = table.relations.filter(({ rule }) => rule?.endsWith('receipts_total'));
    expect(relation?.lines).toMatchObject([{ outcome: 'undetermined', reason: 'not_read' }]);
  });

  test('a row without its code, of which nobody knows where it belongs: nothing is said of rows by the form', () => {
    const table = tableOf(changed(national[1], '2010350 | 事业运行', ' | 事业运行'));
    expect([...rulesOf(table)].toSorted()).toEqual(['inferred', 'receipts.kinds']);
    expect(linesOf([table]).filter(isAccused)).toEqual([]);
  });

  test('a list that leaves a number out, or begins in the middle, may lack what is missing', () => {
    const { rows = '', above = [] } = national[0] ?? {};
    for (const line of [/^.*政府性基金预算财政拨款收入.*\n/m, /^.*城乡社区支出.*\n/m]) {
      expect(rows).toMatch(line);
      expect(linesOf([tableOf({ above, rows: rows.replace(line, '') })]).filter(isAccused)).toEqual([]);
    }
  });

  test('words where a figure would stand are no nought', () => {
    for (const drawing of [national[0], municipal[0]]) {
      const table = tableOf(changed(drawing, /(十一、城乡社区支出[^\n]*)80\.00/, '$1涉密'));
      expect(linesOf([table]).filter(isAccused)).toEqual([]);
    }
  });

  test('a line that a body may leave out could hold what is missing', () => {
    const table = tableOf(changed(national[0], /^使用非财政拨款结余.*\n/m, ''));
    expect(linesOf([table]).filter(isAccused)).toEqual([]);
  });

  test('a line between a total and its parts that the form does not know: the other half only', () => {
    const table = tableOf(changed(national[0], '年初结转和结余 | 26', '动用专项资金 | 26'));
    expect([...rulesOf(table)].toSorted()).toEqual(['inferred', 'whole.outlays', 'whole.outlays_total']);
    expect(linesOf([table]).filter(isAccused)).toEqual([]);
  });

  test('a code that is printed twice is none', () => {
    const table = tableOf(changed(national[1], '2010399', '2010350'));
    expect(rulesOf(table)).not.toContain('receipts.codes');
    expect(linesOf([table]).filter(isAccused)).toEqual([]);
  });

  test('a level that is left out leaves the others', () => {
    const rows = national[2]?.rows.split('\n').filter((line) => !/^\d{5} /.test(line)) ?? [];
    const table = tableOf({ above: national[2]?.above ?? [], rows: rows.join('\n') });
    expect([...rulesOf(table)].toSorted()).toEqual(['outlays.codes', 'outlays.kinds', 'outlays.total']);
    expect(new Set(linesOf([table]).map(({ outcome }) => outcome))).toEqual(new Set(['satisfied']));
  });

  test('a class of which the rows are not printed makes no mistake of the total', () => {
    const rows = national[2]?.rows.split('\n').filter((line) => !/^208/.test(line)) ?? [];
    const table = tableOf({ above: national[2]?.above ?? [], rows: rows.join('\n') });
    expect(linesOf([table]).filter(isAccused)).toEqual([]);
  });
});

describe('layouts', () => {
  test('a code in three columns, 合计 in the last row of the boxhead', () => {
    const rows = (national[1]?.rows ?? '')
      .split('\n')
      .slice(4, -1)
      .map((line) =>
        line.replace(/^(\d{3})(\d\d)?(\d\d)? /, (_, a: string, b = '', c = '') => `${a} | ${b} | ${c} `),
      );
    const table = tableOf({
      above: ['收入决算表', '公开02表'],
      rows: [
        '项目→4 | 本年收入合计↓2 | 财政拨款收入↓2 | 上级补助收入↓2 | 事业收入↓2 | 经营收入↓2 | 附属单位上缴收入↓2 | 其他收入↓2',
        '功能分类科目编码→3 | 科目名称',
        '类 | 款 | 项 | 合计 | 1389.01 | 1330.36 | | 46.25 | | | 12.40',
        ...rows,
      ].join('\n'),
    });
    expect([...rulesOf(table)].toSorted()).toEqual(['receipts.codes', 'receipts.kinds', 'receipts.total']);
    expect(new Set(linesOf([table]).map(({ outcome }) => outcome))).toEqual(new Set(['satisfied']));
  });

  test('titles inside the table', () => {
    const [first] = national;
    const table = tableOf({
      above: ['附件'],
      rows: `收入支出决算总表→6\n部门：甲市乙局→3 | 单位：万元→3\n${first?.rows}`,
    });
    expect(rulesOf(table)).toContain('whole.balance');
  });

  test('其中 under a kind of receipts is no kind of its own', () => {
    const table = tableOf(
      changed(municipal[0], '三、国有资本经营预算财政拨款收入 |  ', '其中：土地出让收入 | 71.00 '),
    );
    expect(rulesOf(table)).toContain('whole.receipts');
    expect(linesOf([table]).every(({ outcome }) => outcome === 'satisfied')).toBe(true);
  });

  test('blanks within words, and more in the line of the title', () => {
    const table = tableOf({
      ...changed(national[4], '项目支出', '项 目 支 出'),
      above: ['表五　2023年度一般公共预算财政拨款支出决算表（单位：万元）'],
    });
    expect(rulesOf(table)).toContain('general.basic_and_project');
  });
});

describe('what is not the form', () => {
  const cues = (drawing: Drawing): Set<string> => new Set(tableOf(drawing).relations.map(({ cue }) => cue));

  test('a column that the form does not have: it is a table like others', () => {
    const { rows = '', above = [] } = national[4] ?? {};
    const wider = rows
      .split('\n')
      .map((line, at) => `${line} | ${at === 0 ? '完成预算的%' : at < 3 ? '' : '97.5'}`)
      .join('\n');
    expect(cues({ above, rows: wider })).not.toContain('form');
  });

  test('a column that is missing', () => {
    expect(cues(changed(national[4], '项目支出', '其他支出'))).not.toContain('form');
  });

  test('the same columns under another title', () => {
    expect(cues({ rows: national[4]?.rows ?? '', above: ['一般公共预算支出预算表'] })).not.toContain('form');
    expect(cues({ rows: national[4]?.rows ?? '', above: [] })).not.toContain('form');
  });

  test('a table that goes on in the next one is whole with it, and accuses nobody without it', () => {
    const lines = national[2]?.rows.split('\n') ?? [];
    const first = { above: national[2]?.above ?? [], rows: lines.slice(0, 12).join('\n') };
    const second = {
      above: ['- 12 -', '甲市乙局2023年度部门决算', '金额单位：万元'],
      rows: lines.slice(12).join('\n'),
    };
    const tables = readingsOf([first, second]);
    expect(tables[0] && [...rulesOf(tables[0])].toSorted()).toEqual([
      'outlays.codes',
      'outlays.kinds',
      'outlays.total',
    ]);
    expect(new Set(linesOf(tables).map(({ outcome }) => outcome))).toEqual(new Set(['satisfied']));
    const narrower = second.rows.replaceAll(/ \| [^|\n]*$/gm, '');
    const torn = readingsOf([first, { ...second, rows: narrower }]);
    expect(torn[0] && [...rulesOf(torn[0])].toSorted()).toEqual(['inferred', 'outlays.kinds']);
    expect(linesOf(torn).filter(isAccused)).toEqual([]);
    expect(rulesOf(tableOf(first))).toContain('outlays.codes');
  });
});

describe('in words', () => {
  const failing = tableOf(
    changed(changed(national[0], '总 计 | 54 | 1496.69', '总 计 | 54 | 1497.69'), '145.03', '146.03'),
  );
  const [balance] = failing.relations.filter(({ lines }) => lines.some(isAccused));
  const [line] = balance?.lines ?? [];

  test('the form is named, and what it says', () => {
    if (!balance || !line) throw new Error('nothing fails');
    const zh = relationWords(failing, 'zh-CN');
    expect(zh.equation(balance)).toBe('总计（收入·金额） = 总计（支出·金额）');
    expect(zh.why(balance)).toBe(
      '表样规定（部门决算公开表“收入支出决算总表”：收入方总计 = 支出方总计）；1 处中 0 处成立',
    );
    expect(zh.failing(balance, line)).toBe('总计（收入·金额）为 1496.69，另一处为 1497.69（差 −1）');
    expect(relationWords(failing, 'en').failing(balance, line)).toBe(
      '总计（收入·金额） is printed as 1496.69, the other is 1497.69 (−1)',
    );
  });

  test('rows of the second half are called by their own labels', () => {
    const outlays = failing.relations.find(({ rule }) => rule?.endsWith('whole.outlays_total'));
    expect(outlays && relationWords(failing, 'zh-CN').equation(outlays)).toBe(
      '总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
    );
  });

  test('a line left blank is named by the form', () => {
    const table = tableOf(
      changed(
        municipal[0],
        /使用非财政拨款结余[^|]*\| 3\.50 \| 结余分配 \| 2\.10/,
        '使用非财政拨款结余 | | 结余分配 | ',
      ),
    );
    const [total] = table.relations.filter(({ rule }) => rule?.endsWith('whole.receipts_total'));
    expect(total && relationWords(table, 'zh-CN').equation(total)).toBe(
      '总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余',
    );
  });

  test('a rule that no form has is none', () => {
    expect(openRuleOf('department-accounts.whole.nothing')).toBeNull();
  });
});
