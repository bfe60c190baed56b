import { mapCells, mapTables } from '../edit.ts';
import { officialLayout, pageOf } from '../page.ts';
import type { PrintedCell } from '../printed.ts';
import { inventReport, type Report } from '../report.ts';
import { type CorpusCase, expecting, pageCase, reading } from './case.ts';

/** Spans that are wrong or lost: headings and figures no longer stand under one another, but each in its order. */

const official = (report: Report) => pageOf(report, officialLayout);

/** The page with all cells of one table changed. */
const inCells = (report: Report, at: 0 | 1 | 2, change: (cell: PrintedCell) => PrintedCell) =>
  mapTables(official(report), (rows, table) =>
    table === at ? rows.map((line) => ({ ...line, cells: line.cells.map(change) })) : rows,
  );

const inGroup = inventReport('disclosure-2021', 801);
const among = inventReport('disclosure-2019', 802);
const tooShort = inventReport('disclosure-2021', 803);
const intoFigures = inventReport('disclosure-2019', 804);
const lost = inventReport('disclosure-2021', 805);

export const spanCases: CorpusCase[] = [
  pageCase(
    'table-three-group-span-too-short',
    'The colspan of 法人或其他组织 is one too short: in the grid 总计 stands before 其他. The figures are in the order of the form.',
    mapCells(official(inGroup), (cell) =>
      cell.lines.join('') === '法人或其他组织' ? { ...cell, colspan: 4 } : cell,
    ),
    expecting([reading(inGroup)], { issues: ['columns_broken'] }),
  ),
  pageCase(
    'table-three-colspans-lost',
    'All colspans of table three are lost: in the grid 总计 stands second among the organisations.',
    inCells(among, 1, (cell) => ({ ...cell, colspan: 1 })),
    expecting([reading(among)], { issues: ['columns_broken'] }),
  ),
  pageCase(
    'table-four-heading-span-too-short',
    'The rowspan of 结果纠正 is one too short: the headings of 行政诉讼 move to the left, below those of 行政复议.',
    inCells(tooShort, 2, (cell) =>
      cell.lines.join('') === '结果纠正' && cell.rowspan > 1 ? { ...cell, rowspan: 1 } : cell,
    ),
    expecting([reading(tooShort)]),
  ),
  pageCase(
    'table-four-heading-span-too-long',
    'The rowspan of 其他结果 reaches into the line of figures.',
    inCells(intoFigures, 2, (cell) =>
      cell.lines.join('') === '其他结果' && cell.rowspan > 1 ? { ...cell, rowspan: cell.rowspan + 1 } : cell,
    ),
    expecting([reading(intoFigures)]),
  ),
  pageCase(
    'table-four-spans-lost',
    'All spans of table four are lost: headings in their order, and a figure for each.',
    inCells(lost, 2, (cell) => ({ ...cell, colspan: 1, rowspan: 1 })),
    expecting([reading(lost)]),
  ),
];
