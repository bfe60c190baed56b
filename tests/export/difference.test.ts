import { describe, expect, test } from 'vitest';
import { differencesBetween, type TextTable } from '../../parser/export/difference.ts';

const columns = ['ref', 'value', 'raw', 'slot'];

/** Rows as lines of cells; they stand in their file from line 2 on, below the header. */
const table = (...rows: string[]): TextTable => ({
  name: 'facts',
  columns,
  rows: rows.map((cells, at) => ({ line: at + 2, cells: cells.split(' ') })),
});

const row = (cells: string): Record<string, string> =>
  Object.fromEntries(cells.split(' ').map((cell, at) => [columns[at] ?? '', cell]));

const [a, b, c] = ['a 1 1 s1', 'b 2 2 s2', 'c 3 3 s3'];

describe('two tables of the very same rows', () => {
  test('differ in nothing, in whatever order the rows stand, and however often one stands in both', () => {
    expect(differencesBetween(table(a, b, c), table(a, b, c))).toEqual([]);
    expect(differencesBetween(table(c, a, b), table(a, b, c))).toEqual([]);
    expect(differencesBetween(table(a, b, a), table(a, a, b))).toEqual([]);
    expect(differencesBetween(table(), table())).toEqual([]);
  });
});

describe('a row that is not in both', () => {
  test('was altered: each column of it that is another', () => {
    expect(differencesBetween(table(a, 'b 9 9 s2', c), table(a, b, c))).toEqual([
      { table: 'facts', line: 3, row: row(b), kind: 'altered', column: 'value', exported: '9', onPage: '2' },
      { table: 'facts', line: 3, row: row(b), kind: 'altered', column: 'raw', exported: '9', onPage: '2' },
    ]);
  });

  test('is the row that it is most like', () => {
    expect(differencesBetween(table('x 2 2 s2'), table('x 2 5 s5', 'b 2 2 s2', 'b 2 7 s2'))).toEqual([
      {
        table: 'facts',
        line: 2,
        row: row('b 2 2 s2'),
        kind: 'altered',
        column: 'ref',
        exported: 'x',
        onPage: 'b',
      },
      { table: 'facts', line: null, row: row('x 2 5 s5'), kind: 'missing' },
      { table: 'facts', line: null, row: row('b 2 7 s2'), kind: 'missing' },
    ]);
  });

  test('of two that it is as like the first', () => {
    expect(
      differencesBetween(table('x 1 1 s1'), table('y 1 1 s1', 'z 1 1 s1')).map((one) => [
        one.kind,
        one.row.ref,
      ]),
    ).toEqual([
      ['altered', 'y'],
      ['missing', 'z'],
    ]);
  });

  test('is another row where more than half of its columns differ', () => {
    expect(differencesBetween(table('b 2 8 s8'), table(b))).toMatchObject([
      { column: 'raw' },
      { column: 'slot' },
    ]);
    expect(differencesBetween(table('b 7 8 s8'), table(b))).toEqual([
      { table: 'facts', line: 2, row: row('b 7 8 s8'), kind: 'unknown' },
      { table: 'facts', line: null, row: row(b), kind: 'missing' },
    ]);
  });

  test('is missing', () => {
    expect(differencesBetween(table(a, c), table(a, b, c))).toEqual([
      { table: 'facts', line: null, row: row(b), kind: 'missing' },
    ]);
    expect(differencesBetween(table(a), table(a, a))).toEqual([
      { table: 'facts', line: null, row: row(a), kind: 'missing' },
    ]);
  });

  test('is doubled, though a row that is like it be missing', () => {
    expect(differencesBetween(table(a, a), table(a, 'a 1 1 s9'))).toEqual([
      { table: 'facts', line: 3, row: row(a), kind: 'doubled' },
      { table: 'facts', line: null, row: row('a 1 1 s9'), kind: 'missing' },
    ]);
  });

  test('of no page, where none is missing', () => {
    expect(differencesBetween(table(a, b), table(a))).toEqual([
      { table: 'facts', line: 3, row: row(b), kind: 'unknown' },
    ]);
  });

  test('each missing row is the original of one altered row only', () => {
    expect(differencesBetween(table('b 2 9 s2', 'b 2 8 s2'), table(b)).map(({ kind }) => kind)).toEqual([
      'altered',
      'unknown',
    ]);
  });

  test('is looked for among two hundred that are missing', () => {
    const missing = (count: number): string[] =>
      Array.from({ length: count }, (_, at) => `m${at} m${at} m${at} m${at}`);
    const kinds = (before: number): string[] => [
      ...new Set(differencesBetween(table('b 9 2 s2'), table(...missing(before), b)).map(({ kind }) => kind)),
    ];
    expect(kinds(199)).toEqual(['altered', 'missing']);
    expect(kinds(200)).toEqual(['unknown', 'missing']);
  });

  test('may be shorter than its header: what is not there is nothing', () => {
    expect(differencesBetween(table('b 2 2'), table('b 2 2 s2'))).toMatchObject([
      { kind: 'altered', column: 'slot', exported: '', onPage: 's2' },
    ]);
    expect(differencesBetween(table(), table('b 2'))).toEqual([
      { table: 'facts', line: null, row: { ref: 'b', value: '2', raw: '', slot: '' }, kind: 'missing' },
    ]);
  });

  test('cells are cells: two of them are not one', () => {
    const two = (...cells: string[]): TextTable => ({ name: 'facts', columns, rows: [{ line: 2, cells }] });
    expect(differencesBetween(two('ab', '', '1', '2'), two('a', 'b', '1', '2'))).toHaveLength(2);
  });
});

test('a table with other columns is not looked at row by row', () => {
  expect(differencesBetween({ ...table(a), columns: ['ref', 'valueraw', 'slot'] }, table(b))).toEqual([
    {
      table: 'facts',
      line: 1,
      row: {},
      kind: 'columns',
      exported: 'ref,valueraw,slot',
      onPage: 'ref,value,raw,slot',
    },
  ]);
});
