import { mapTables } from '../edit.ts';
import { officialLayout, pageOf } from '../page.ts';
import { figure, label, type PageBlock, type PrintedRow, type PrintedTable, row } from '../printed.ts';
import { inventReport, type Report } from '../report.ts';
import { type CorpusCase, expecting, pageCase, reading, textCase } from './case.ts';

/** More than one line of figures in table four. */

const tableFour = (report: Report, change: (rows: PrintedTable) => PrintedTable): PageBlock[] =>
  mapTables(pageOf(report, officialLayout), (rows, table) => (table === 2 ? change(rows) : rows));

const lineOf = (first: number): PrintedRow =>
  row(...Array.from({ length: 15 }, (_, at) => figure(`${first + at}`)));

/** Two lines with labels: that of the report, and one above it. */
const withLabels = (rows: PrintedTable, above: string, own: string): PrintedTable =>
  rows.flatMap(({ cells }, at) => {
    if (at === 0) return [{ cells: [label('类别', 1, 3), ...cells] }];
    if (at < 3) return [{ cells }];
    return [{ cells: [label(above), ...lineOf(880).cells] }, { cells: [label(own), ...cells] }];
  });

const twice = inventReport('disclosure-2019', 704);
const twiceText = inventReport('disclosure-2021', 771);
const years = inventReport('disclosure-2021', 772);
const summed = inventReport('disclosure-2021', 773);
const numbered = inventReport('disclosure-2019', 774);

/** The refs of table four in the order of its line. */
const refsOfLine = (report: Report): string[] =>
  Object.keys(report.facts).filter((ref) => ref.startsWith('review_litigation.'));

/** What is read of a report, two lines of which nobody can tell apart: raw text, no numbers. */
const inDoubt = (report: Report, printed: Readonly<Record<string, string>> = {}) =>
  reading(report, {
    facts: { ...report.facts, ...printed },
    values: Object.fromEntries(refsOfLine(report).map((ref) => [ref, null])),
    outcomes: {},
  });

const refused = { issues: ['row_repeated'], noIssues: ['cell_merged', 'row_in_doubt'] } as const;

const headed = inventReport('disclosure-2021', 775);
const summedApart = inventReport('disclosure-2019', 776);

/** The headings of table four in a table of their own, what stands below them in the next. */
const headingsApart = (blocks: readonly PageBlock[]): PageBlock[] => {
  const four = blocks.filter(({ kind }) => kind === 'table').at(-1);
  return blocks.flatMap((block): PageBlock[] =>
    block === four && block.kind === 'table'
      ? [
          { kind: 'table', rows: block.rows.slice(0, 3) },
          { kind: 'table', rows: block.rows.slice(3) },
        ]
      : [block],
  );
};

export const lineCases: CorpusCase[] = [
  pageCase(
    'table-four-second-line',
    'A second line of figures without a label below that of table four: neither is said to be the report’s, so neither is read.',
    tableFour(twice, (rows) => [...rows, lineOf(880)]),
    expecting([inDoubt(twice)], refused),
  ),
  textCase(
    'table-four-second-line-text',
    'The same as text with tabs between its cells.',
    tableFour(twiceText, (rows) => [...rows, lineOf(880)]),
    'tab-cells',
    expecting([inDoubt(twiceText)], refused),
  ),
  pageCase(
    'table-four-line-of-another-year',
    'Table four prints the line of 2023年 above that of 2024年: neither is read.',
    tableFour(years, (rows) => withLabels(rows, '2023年', '2024年')),
    expecting(
      [inDoubt(years, Object.fromEntries(refsOfLine(years).map((ref, at) => [ref, `${880 + at}`])))],
      refused,
    ),
  ),
  pageCase(
    'table-four-line-of-the-body-itself',
    'Table four prints 本级 above 合计: the line called 合计 is the report’s, the other is said to be unread.',
    tableFour(summed, (rows) => withLabels(rows, '本级', '合计')),
    expecting([reading(summed)], { issues: ['row_in_doubt'], noIssues: ['row_repeated'] }),
  ),
  pageCase(
    'table-four-column-numbers',
    'A line with the numbers of the columns, 1 to 15, above the figures of table four: it holds no figures of the report.',
    tableFour(numbered, (rows) => [...rows.slice(0, 3), lineOf(1), ...rows.slice(3)]),
    expecting([reading(numbered)], { noIssues: ['row_repeated', 'row_in_doubt'] }),
  ),
  pageCase(
    'table-four-headings-apart',
    'The headings of table four stand in a table of their own above its line of figures, so that they stay in view.',
    headingsApart(pageOf(headed, officialLayout)),
    expecting([reading(headed)], { noIssues: ['table_missing'] }),
  ),
  pageCase(
    'table-four-headings-apart-two-lines',
    'Below headings in a table of their own, the next has two lines: that called 合计 is the report’s.',
    headingsApart(tableFour(summedApart, (rows) => withLabels(rows, '本级', '合计'))),
    expecting([reading(summedApart)], {
      issues: ['row_in_doubt'],
      noIssues: ['row_repeated', 'table_missing'],
    }),
  ),
];
