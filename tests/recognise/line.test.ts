import { describe, expect, test } from 'vitest';
import { disclosure2021 } from '../../parser/forms/disclosure/edition-2021.ts';
import { lexiconFor } from '../../parser/recognise/lexicon.ts';
import { readLine } from '../../parser/recognise/line.ts';
import type { TableBlock } from '../../parser/source/blocks.ts';
import { keyedSheet } from '../../parser/table/keyed-sheet.ts';
import { body, tableOf } from '../grid/drawing.ts';

const lexicon = lexiconFor(disclosure2021.tables[2]);
const routes = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'];
const columns = ['upheld', 'corrected', 'other', 'pending', 'total'];
const outcomes = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
const three = (outcome: string): string => Array(3).fill(outcome).join(' | ');

/** The headings of table four as the form has them. */
const headings = `
  行政复议 5x1 | 行政诉讼 10x1
  ${outcomes.replace(/[^ |]+/g, '$& 1x2')} | 未经复议直接起诉 5x1 | 复议后起诉 5x1
  ${outcomes} | ${outcomes}`;
const numbers = (from: number, count = 15): string =>
  Array.from({ length: count }, (_, at) => from + at).join(' | ');

/** @param announced the routes that the wording before the table names. */
const read = (rows: string, options: { announced?: string[]; geometry?: TableBlock['geometry'] } = {}) => {
  const { announced = [], geometry = 'grid' } = options;
  const named = lexicon.rows.filter(({ label }) => announced.includes(label.id));
  return readLine(keyedSheet({ ...tableOf(body(rows)), geometry }), lexicon, named);
};

/** `route: figures`, in the order of the form; `?` behind what is in doubt. */
const lines = (...given: Parameters<typeof read>): string[] => {
  const { bindings } = read(...given);
  return routes.flatMap((route) => {
    const own = bindings.filter(({ row }) => row === route);
    const figures = columns.flatMap((id) =>
      own.flatMap(({ column, cell, doubt }) => (column === id ? [`${cell.text}${doubt ? '?' : ''}`] : [])),
    );
    return own.length === 0 ? [] : [`${route}: ${figures.join(' ')}`];
  });
};

const codes = (...given: Parameters<typeof read>): string[] => read(...given).issues.map(({ code }) => code);

const whole = [
  'reconsideration: 1 2 3 4 5',
  'litigation_direct: 6 7 8 9 10',
  'litigation_after_reconsideration: 11 12 13 14 15',
];

describe('one line of figures under three routes', () => {
  test('each under its outcome', () => {
    const { exact, specific, issues, unread } = read(`${headings}\n${numbers(1).replace('1 |', '1件 |')}`);
    expect([exact, specific, issues, unread.size]).toEqual([15, 12, [], 0]);
    expect(lines(`${headings}\n0 | ${numbers(2, 14)}`)).toEqual([
      'reconsideration: 0 2 3 4 5',
      ...whole.slice(1),
    ]);
  });

  test('behind a label of its own', () => {
    const labelled = headings.replace('行政复议 5x1', '类别 1x3 | 行政复议 5x1');
    expect(lines(`${labelled}\n件数 | 3 | ${numbers(2, 14)}`)).toEqual([
      'reconsideration: 3 2 3 4 5',
      ...whole.slice(1),
    ]);
  });

  test('one route below the other, and one to a table, which the wording before it may name', () => {
    const storey = (route: string, from: number): string =>
      `${route} 5x1\n${outcomes}\n${numbers(from, 5).replace(`${from}`, '0')}`;
    const stacked = [storey('行政复议', 1), storey('未经复议直接起诉', 6), storey('复议后起诉', 11)].join(
      '\n',
    );
    expect(lines(stacked)).toEqual(whole.map((line) => line.replace(/: \d+/, ': 0')));
    expect(
      lines(`${outcomes}\n0 | 2 | 3 | 4 | 5`, { announced: ['litigation_after_reconsideration'] }),
    ).toEqual(['litigation_after_reconsideration: 0 2 3 4 5']);
    // Nothing names it, or more than one route does.
    for (const announced of [[], ['reconsideration', 'litigation_direct']])
      expect(lines(`${outcomes}\n0 | 2 | 3 | 4 | 5`, { announced })).toEqual([]);
  });

  test('headings whose cells were never merged stand over the blanks to their right', () => {
    const unmerged = `行政复议 | | | | | 未经复议直接起诉 | | | | | 复议后起诉 | | | |\n${three(outcomes)}\n0 | ${numbers(2, 14)}`;
    expect(lines(unmerged)).toEqual(['reconsideration: 0 2 3 4 5', ...whole.slice(1)]);
  });

  test('a heading of two words, one over the other', () => {
    const split = `行政复议 5x1\n结果 | 结果 | 其他 | 尚未 | 总计 1x2\n维持 | 纠正 | 结果 | 审结\n0 | 2 | 3 | 4 | 5`;
    expect(lines(split)).toEqual(['reconsideration: 0 2 3 4 5']);
  });

  test('a row that nobody sees is none', () => {
    const block = tableOf(body(`${headings}\n9 | ${numbers(2, 14)}\n0 | ${numbers(2, 14)}`));
    const rows = block.rows.map((row, at) => (at === 3 ? { ...row, hidden: true as const } : row));
    const { bindings } = readLine(keyedSheet({ ...block, rows }), lexicon, []);
    expect(bindings[0]?.cell.text).toBe('0');
  });
});

describe('several lines below the same headings', () => {
  const zero = `0 | ${numbers(2, 14)}`;

  test('the numbers of the columns are no line of the report', () => {
    expect(lines(`${headings}\n${numbers(1)}\n${zero}`)).toEqual([
      'reconsideration: 0 2 3 4 5',
      ...whole.slice(1),
    ]);
    expect(codes(`${headings}\n${numbers(1)}\n${zero}`)).toEqual([]);
  });

  test('the one that says so is the report’s, and the others are told', () => {
    const labelled = headings.replace('行政复议 5x1', '类别 1x3 | 行政复议 5x1');
    const two = `${labelled}\n本机关 | ${zero}\n合计 | 9 | ${numbers(2, 14)}`;
    expect(lines(two)[0]).toBe('reconsideration: 9 2 3 4 5');
    expect(read(two).issues).toEqual([
      {
        code: 'row_in_doubt',
        table: 'review_litigation',
        row: null,
        label: '本机关',
        slot: { table: 0, row: 3, column: 1 },
      },
    ]);
  });

  test('of two that are as whole nobody can say which is the report’s', () => {
    const two = `${headings}\n${zero}\n5 | ${numbers(2, 14)}`;
    expect(lines(two)[0]).toBe('reconsideration: 0? 2? 3? 4? 5?');
    expect(read(two).issues).toEqual(
      routes.map((row, at) => ({
        code: 'row_repeated',
        table: 'review_litigation',
        row,
        label: `5 ${numbers(2, 14).replaceAll(' | ', ' ')}`,
        slot: { table: 0, row: 4, column: at * 5 },
      })),
    );
  });

  test('one that is shorter is told', () => {
    const two = `${headings}\n${zero}\n5 | 6`;
    expect(lines(two)[0]).toBe('reconsideration: 0 2 3 4 5');
    expect(read(two).issues).toMatchObject([{ code: 'row_in_doubt', label: '5 6' }]);
  });

  test('a route that comes again is in doubt', () => {
    const storey = (from: number): string =>
      `行政复议 5x1\n${outcomes}\n${numbers(from, 5).replace(`${from}`, '0')}`;
    const twice = `${storey(1)}\n${storey(6)}`;
    expect(lines(twice)).toEqual(['reconsideration: 0? 2? 3? 4? 5?']);
    expect(read(twice).issues).toEqual([
      {
        code: 'row_repeated',
        table: 'review_litigation',
        row: 'reconsideration',
        label: '行政复议',
        slot: { table: 0, row: 4, column: 0 },
      },
    ]);
  });
});

describe('what is not sure', () => {
  test('too few figures: the routes are there, and none of them is read', () => {
    const short = `${headings}\n0 | ${numbers(2, 12)}`;
    expect(lines(short)).toEqual([]);
    const { issues, unread } = read(short);
    expect([...unread]).toEqual(routes);
    expect(issues.map((issue) => [issue.code, 'row' in issue ? issue.row : null])).toEqual(
      routes.map((row) => ['cells_dropped', row]),
    );
    expect(issues[0]).toMatchObject({ found: 13, expected: 15, label: '行政复议' });
  });

  test('an outcome that stands twice under a route', () => {
    const wrong = `行政复议 5x1\n结果维持 | 结果维持 | 其他结果 | 尚未审结 | 总计\n0 | 2 | 3 | 4 | 5`;
    expect(lines(wrong)).toEqual([]);
    expect(read(wrong)).toMatchObject({
      issues: [{ code: 'columns_unknown', slot: { table: 0, row: 1, column: 0 } }],
      exact: 5,
      specific: 5,
    });
    expect([...read(wrong).unread]).toEqual(routes);
  });

  test('wrong spans: the order in which headings are printed still tells, where there is a figure for each', () => {
    const long = headings.replace('行政复议 5x1', '行政复议 6x1');
    expect(lines(`${long}\n0 | ${numbers(2, 14)}`)).toEqual([
      'reconsideration: 0 2 3 4 5',
      ...whole.slice(1),
    ]);
    const lost = `行政复议 | 未经复议直接起诉 | 复议后起诉\n${three(outcomes)}\n0 | ${numbers(2, 14)}`;
    expect(lines(lost)).toEqual(['reconsideration: 0 2 3 4 5', ...whole.slice(1)]);
  });

  test('a further column whose cell may be any of those there', () => {
    const further = `行政复议 5x1 | 备注 1x2\n${outcomes}\n0 | 2 | 3 | 4 | 5`;
    expect([lines(further), codes(further)]).toEqual([[], ['cells_dropped']]);
    // Its own cell is there where it holds no figure; a figure there is no remark.
    expect(lines(`${further} | /`)).toEqual(['reconsideration: 0 2 3 4 5']);
    expect(read(`${further} | 6`).issues).toMatchObject([{ code: 'cells_dropped', found: 6, expected: 5 }]);
  });
});

describe('a source without columns', () => {
  const sequence = { geometry: 'sequence' } as const;
  const flat = `行政复议 | 未经复议直接起诉 | 复议后起诉\n${three(outcomes)}`;

  test('in the order of the form: figures are told by it', () => {
    expect(lines(`${flat}\n0 | ${numbers(2, 14)}`, sequence)).toEqual([
      'reconsideration: 0 2 3 4 5',
      ...whole.slice(1),
    ]);
    // The last heading and the figures may have become one row.
    expect(lines(`${flat} | 0 | ${numbers(2, 14)}`, sequence)).toEqual([
      'reconsideration: 0 2 3 4 5',
      ...whole.slice(1),
    ]);
    expect(lines(`${outcomes}\n0 | 2 | 3 | 4 | 5`, { ...sequence, announced: ['reconsideration'] })).toEqual([
      'reconsideration: 0 2 3 4 5',
    ]);
  });

  test('in another order nobody can say', () => {
    const turned = `未经复议直接起诉 | 行政复议 | 复议后起诉\n${three(outcomes)}\n0 | ${numbers(2, 14)}`;
    expect([lines(turned, sequence), codes(turned, sequence)]).toEqual([[], ['columns_unknown']]);
    const swapped = `${flat.replace('结果维持 | 结果纠正', '结果纠正 | 结果维持')}\n0 | ${numbers(2, 14)}`;
    expect([lines(swapped, sequence), codes(swapped, sequence)]).toEqual([[], ['columns_unknown']]);
  });

  test('each route with its own line', () => {
    const part = (route: string, from: number): string =>
      `${route}\n${outcomes}\n${numbers(from, 5).replace(`${from}`, '0')}`;
    expect(lines([part('行政复议', 1), part('复议后起诉', 6)].join('\n'), sequence)).toEqual([
      'reconsideration: 0 2 3 4 5',
      'litigation_after_reconsideration: 0 7 8 9 10',
    ]);
  });

  test('too few figures are given to none', () => {
    expect(codes(`${flat}\n0 | 2`, sequence)).toEqual(['cells_dropped', 'cells_dropped', 'cells_dropped']);
  });
});

test('a table without such headings holds nothing of it', () => {
  for (const rows of ['甲 | 乙\n1 | 2', '行政复议 5x1\n结果维持 | 结果纠正\n1 | 2', outcomes]) {
    const { bindings, issues, exact, unread } = read(rows);
    expect([bindings, issues, exact, unread.size], rows).toEqual([[], [], 0, 0]);
  }
});
