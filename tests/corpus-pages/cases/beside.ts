import { mapTables } from '../edit.ts';
import { officialLayout, pageOf } from '../page.ts';
import { figure, label, type PageBlock, type PrintedCell, type PrintedTable } from '../printed.ts';
import { inventReport, type Report, withFacts } from '../report.ts';
import { type CorpusCase, expecting, pageCase, reading } from './case.ts';

/** Columns at the right that the form does not have, where a row is not whole. */

/** The three storeys of headings of table three or four get one more cell, and so does each row below. */
const withColumn = (rows: PrintedTable, heading: string, cell: PrintedCell): PrintedTable =>
  rows.map(({ cells }, at) => {
    if (at === 0) return { cells: [...cells, label(heading, 1, 3)] };
    return { cells: at < 3 ? cells : [...cells, cell] };
  });

const inTables = (
  report: Report,
  change: (rows: PrintedTable, at: number) => PrintedTable,
): readonly PageBlock[] => mapTables(pageOf(report, officialLayout), change);

/** The row with that label without the last but one of its figures. */
const losing = (rows: PrintedTable, isRow: (words: readonly string[]) => boolean): PrintedTable =>
  rows.map((line) =>
    isRow(line.cells.map((cell) => cell.lines.join('')))
      ? { cells: line.cells.filter((_, at) => at !== line.cells.length - 3) }
      : line,
  );

const lacking = (report: Report, start: string) =>
  reading(report, {
    facts: Object.fromEntries(Object.entries(report.facts).filter(([ref]) => !ref.startsWith(start))),
    outcomes: {},
  });

const lastYear = withFacts(inventReport('disclosure-2021', 740), { 'requests.granted.total': '' });
const remarks = inventReport('disclosure-2019', 741);

export const besideCases: CorpusCase[] = [
  pageCase(
    'refused-column-of-last-year',
    'Table three has a column 上年度 behind 总计, and 总计 is blank in one row. No row of it is read: a figure of last year could be taken for one of this.',
    inTables(lastYear, (rows, at) => (at === 1 ? withColumn(rows, '上年度', figure('889')) : rows)),
    expecting([lacking(lastYear, 'requests.')], { issues: ['cells_dropped'], noIssues: ['table_missing'] }),
  ),
  pageCase(
    'refused-cell-lost-beside-remarks',
    'A column 备注 in tables three and four, and a figure of a row is lost in each: with the blank remark there are as many cells as columns.',
    inTables(remarks, (rows, at) => {
      if (at === 0) return rows;
      const wider = withColumn(rows, '备注', label(''));
      return losing(wider, (words) => words.includes('（七）总计') || (at === 2 && words.length === 16));
    }),
    expecting(
      [
        reading(remarks, {
          facts: Object.fromEntries(
            Object.entries(remarks.facts).filter(
              ([ref]) => !/^(?:requests\.total_processed|review_litigation)\./.test(ref),
            ),
          ),
          outcomes: {},
        }),
      ],
      { issues: ['cells_dropped'], noIssues: ['table_missing'] },
    ),
  ),
];
