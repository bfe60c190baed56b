import { describe, expect, it } from 'vitest';
import { areaBetween, areaOf, measure } from '../../parser/table/measure.ts';
import { cellAt, layOut, type SheetCell } from '../../parser/table/sheet.ts';
import { drawn } from './sheets.ts';

const sheet = layOut(
  drawn(`乡镇 | 户数 | 金额
东乡 | 1203 | 0.10
西乡 | 31 | 0.20
南乡 | / | -1,000.05
合计 | 1234 | -999.75`),
);
const other = { ...layOut(drawn('指标 | 数值\n户数 | 1234.0\n金额 | 7')), index: 1 };

const at = (row: number, column: number): SheetCell => {
  const cell = cellAt(sheet, row, column);
  if (!cell) throw new Error('There is no such cell.');
  return cell;
};

describe('cells that a person has chosen', () => {
  it('add up to the last digit, and lead to the figures of the page that are the same', () => {
    const measured = measure([sheet, other], areaBetween(0, at(1, 2), at(3, 2)));
    expect(measured).toEqual({
      numbers: 3,
      others: 0,
      sum: '-999.75',
      least: '-1000.05',
      most: '0.2',
      equal: [{ slot: { table: 0, row: 4, column: 2 }, raw: '-999.75' }],
    });
    expect(measure([sheet, other], areaBetween(0, at(2, 1), at(1, 1))).equal).toEqual([
      { slot: { table: 0, row: 4, column: 1 }, raw: '1234' },
      { slot: { table: 1, row: 1, column: 1 }, raw: '1234.0' },
    ]);
  });

  it('that hold no number are counted, and are no zeros', () => {
    const { numbers, others, sum } = measure([sheet], areaBetween(0, at(1, 0), at(3, 1)));
    expect([numbers, others, sum]).toEqual([2, 4, '1234']);
    expect(measure([sheet], areaBetween(0, at(1, 0), at(3, 0)))).toEqual({
      numbers: 0,
      others: 3,
      sum: null,
      least: null,
      most: null,
      equal: [],
    });
  });

  it('a heading stands for its column, a label for its row, a figure for itself', () => {
    expect(areaOf(sheet, at(0, 1))).toEqual({ table: 0, rows: [1, 4], columns: [1, 1] });
    expect(areaOf(sheet, at(2, 0))).toEqual({ table: 0, rows: [2, 2], columns: [1, 2] });
    expect(areaOf(sheet, at(2, 2))).toEqual({ table: 0, rows: [2, 2], columns: [2, 2] });
  });
});
