import { mapTables } from '../edit.ts';
import { renderText } from '../layouts.ts';
import { officialLayout, pageOf } from '../page.ts';
import { type PageBlock, stacked } from '../printed.ts';
import { inventReport, withEach, withoutRows } from '../report.ts';
import type { Dialect } from '../text.ts';
import { type CorpusCase, expecting, pageCase, reading, textCase } from './case.ts';

/** Plain-text dialects. */

const dialectCase = (slug: string, about: string, dialect: Dialect, seed: number): CorpusCase => {
  const report = inventReport(seed % 2 === 0 ? 'disclosure-2019' : 'disclosure-2021', seed);
  return textCase(slug, about, pageOf(report, officialLayout), dialect, expecting([reading(report)]));
};

const exported = inventReport('disclosure-2019', 400);
const blanks = withEach(inventReport('disclosure-2021', 409), '', (_, printed) => printed === '0');
const trimmed = withEach(inventReport('disclosure-2021', 414), '', (_, printed) => printed === '0');
const unevenRows = inventReport('disclosure-2021', 413, { authority: '青禾市生态环境局', year: 2023 });
const paged = inventReport('disclosure-2021', 415);
/** Pages of fifty lines, each with the head and the foot that a browser prints. */
const withEdges = (text: string): string => {
  const lines = text.split('\n');
  const pages = Math.ceil(lines.length / 50);
  return Array.from({ length: pages }, (_, at) =>
    [
      '2023/3/8 10:22      青禾市白石区人民政府',
      ...lines.slice(at * 50, at * 50 + 50),
      `https://www.baishi.example/zwgk/nb/t20230112_8001.html      ${at + 1}/${pages}`,
    ].join('\n'),
  ).join('\n');
};
/** Rows of which the labels, or the figures, cannot be told apart. */
const mergedLabels = [
  'requests.unavailable_not_held',
  'requests.unavailable_requires_creation',
  'requests.other_other',
];
const printedByBrowser = inventReport('disclosure-2021', 411, { authority: '青禾市生态环境局', year: 2023 });

/** The body on one line, year and name of the report on the next. */
const broken = inventReport('disclosure-2019', 412, { authority: '云岭县望溪镇人民政府' });
const titleOnTwoLines = (report: typeof broken): PageBlock[] =>
  pageOf(report, officialLayout).flatMap((block): PageBlock[] =>
    block.kind === 'title'
      ? [
          { kind: 'paragraph', text: report.authority },
          { kind: 'paragraph', text: block.text.slice(report.authority.length) },
        ]
      : [block],
  );

export const textCases: CorpusCase[] = [
  textCase(
    'text-title-on-two-lines',
    'The title is broken: the body on one line, year and name of the report on the next.',
    titleOnTwoLines(broken),
    'tab-cells',
    expecting([reading(broken)]),
  ),
  pageCase(
    'title-on-two-lines',
    'A page with an empty <title>; the printed title is broken over two paragraphs.',
    titleOnTwoLines(broken),
    expecting([reading(broken)]),
    { markup: 'word' },
  ),
  textCase(
    'text-tab-cells',
    'L04, L06, L07, L11: a tab opens each cell, a blank line ends a row; a row-spanned cell comes again empty, a column-spanned one once; an empty line inside 总计; a heading follows the last cell without a break.',
    mapTables(
      pageOf(exported, { ...officialLayout, tableTwo: 'broken-headings' }).map((block) =>
        block.kind === 'paragraph' ? { ...block, text: `${block.text}[image: image7.png]FRTE B` } : block,
      ),
      (rows, at) =>
        at !== 2
          ? rows
          : rows.map((line) => ({
              cells: line.cells.map((cell) =>
                cell.rowspan > 1 && cell.lines.join('') === '总计'
                  ? { ...cell, lines: stacked('总计').replace('\n', '\n\n').split('\n') }
                  : cell,
              ),
            })),
    ),
    'tab-cells',
    expecting([reading(exported)]),
  ),
  dialectCase(
    'text-tab-rows',
    'A line a row, tabs between cells; merged cells leave empty ones.',
    'tab-rows',
    401,
  ),
  dialectCase(
    'text-tab-rows-merged-omitted',
    'L06: a line a row, tabs between cells; merged cells are printed once, so that rows differ in length.',
    'tab-rows-omitted',
    402,
  ),
  dialectCase('text-markdown-pipes', 'L07: Markdown tables; merged cells leave empty ones.', 'pipes', 403),
  dialectCase('text-cell-a-line', 'L09: one cell a line, nothing between rows.', 'cell-a-line', 404),
  dialectCase(
    'text-cell-a-line-blank-rows',
    'L09: one cell a line, a blank line between rows.',
    'cell-a-line-blank-rows',
    405,
  ),
  dialectCase(
    'text-cell-a-line-bars',
    'L09: one cell a line, a lone "|" between rows.',
    'cell-a-line-bars',
    406,
  ),
  dialectCase(
    'text-paragraph-cells',
    'What a browser makes of the text of a page (innerText) whose cells hold paragraphs: a tab on a line of its own between cells, five line ends between rows.',
    'paragraph-cells',
    417,
  ),
  dialectCase(
    'text-aligned',
    'Columns aligned by spaces as pdftotext -layout prints them: long labels go on above and below their figures, page numbers and form feeds stand between rows.',
    'aligned',
    407,
  ),
  textCase(
    'text-tab-rows-blanks',
    'Tab-separated rows with blank cells: their tabs keep the position.',
    pageOf(blanks, officialLayout),
    'tab-rows',
    expecting([reading(blanks)]),
  ),
  textCase(
    'text-markdown-pipes-blanks',
    'Markdown tables with blank cells.',
    pageOf(blanks, officialLayout),
    'pipes',
    expecting([reading(blanks)]),
  ),
  {
    slug: 'text-pdftotext',
    about:
      'A page printed to PDF by Chromium, its text taken by pdftotext -layout (poppler 22.12): the real thing.',
    file: 'source.txt',
    content: null,
    expected: expecting([reading(printedByBrowser)]),
  },
  {
    slug: 'text-pdftotext-uneven-rows',
    about:
      'As text-pdftotext, from a table with narrow columns: the figures of one row stand at different heights, the first beside a line of the label above the others.',
    file: 'source.txt',
    content: null,
    expected: expecting([reading(unevenRows)]),
  },
  {
    ...textCase(
      'text-tab-rows-ends-trimmed',
      'Tab-separated rows with blank cells, from which an editor took the blanks at the ends of lines.',
      pageOf(trimmed, officialLayout),
      'tab-rows',
      expecting([reading(trimmed)]),
    ),
    content: renderText(trimmed, 'tab-rows').replaceAll(/\t+$/gm, ''),
  },
  {
    slug: 'text-pdftotext-figure-beside-label',
    about:
      'As text-pdftotext-uneven-rows: the first figure stands alone at the end of a label, the others below, beside its second line or beside nothing.',
    file: 'source.txt',
    content: null,
    expected: expecting([reading(unevenRows)]),
  },
  {
    slug: 'refused-labels-merged-text',
    about:
      'As text-pdftotext-uneven-rows: two labels have run into one another, and the figures of the first stand below the second. Which figures are whose is not said.',
    file: 'source.txt',
    content: null,
    expected: expecting([reading(withoutRows(unevenRows, mergedLabels), { outcomes: {} })], {
      issues: ['cells_dropped', 'row_missing'],
    }),
  },
  {
    ...textCase(
      'text-cell-a-line-page-edges',
      'One cell a line, with heads and feet between cells as browsers print them: date, time and title; address and page of pages.',
      pageOf(paged, officialLayout),
      'cell-a-line',
      expecting([reading(paged)]),
    ),
    content: withEdges(renderText(paged, 'cell-a-line')),
  },
];
