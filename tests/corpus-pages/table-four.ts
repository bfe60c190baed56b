import {
  figure,
  label,
  type PageBlock,
  type PrintedCell,
  type PrintedRow,
  row,
  stacked,
  withoutSpans,
} from './printed.ts';
import { formFor, type Report, tableOf } from './report.ts';

/**
 * - `one`: as on the national form, 15 numbers in one line
 * - `one-empty-cells`: the same with empty cells in place of all spans
 * - `two`: 行政复议 apart from 行政诉讼; `three`: one table for each route (L13)
 * - `headings-vertical`: one character a paragraph (L05)
 * - `transposed`: rows are results, columns the three kinds (L13)
 * - `routes-as-rows`: rows are the three kinds, columns results
 * - `scattered-words`: each heading in two cells, one below the other: 结果 / 维持
 */
export const tableFourLayouts = [
  'one',
  'one-empty-cells',
  'two',
  'three',
  'headings-vertical',
  'transposed',
  'routes-as-rows',
  'scattered-words',
] as const;
export type TableFourLayout = (typeof tableFourLayouts)[number];

const routes = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'] as const;

/** Section four, without its heading. */
export const tableFour = (report: Report, layout: TableFourLayout): PageBlock[] => {
  const columns = tableOf(formFor(report), 'review_litigation').bands[0]?.columns ?? [];
  const figuresOf = (route: string): PrintedCell[] =>
    columns.map((column) => figure(report.facts[`review_litigation.${route}.${column.id}`] ?? ''));
  const outcomes = (rowspan = 1, wording = (text: string) => text): PrintedCell[] =>
    columns.map((column) => label(wording(column.zh), 1, rowspan));
  const table = (...rows: PrintedRow[]): PageBlock => ({ kind: 'table', rows });
  const onForm = (wording: (text: string) => string): PrintedRow[] => [
    row(label('行政复议', 5), label('行政诉讼', 10)),
    row(...outcomes(2, wording), label('未经复议直接起诉', 5), label('复议后起诉', 5)),
    row(...outcomes(1, wording), ...outcomes(1, wording)),
    row(...routes.flatMap(figuresOf)),
  ];
  switch (layout) {
    case 'one':
      return [table(...onForm((text) => text))];
    case 'one-empty-cells':
      return [{ kind: 'table', rows: withoutSpans(onForm((text) => text)) }];
    case 'headings-vertical':
      return [table(...onForm(stacked))];
    case 'two':
      return [
        table(row(label('行政复议', 5)), row(...outcomes()), row(...figuresOf(routes[0]))),
        table(
          row(label('行政诉讼', 10)),
          row(label('未经复议直接起诉', 5), label('复议后起诉', 5)),
          row(...outcomes(), ...outcomes()),
          row(...figuresOf(routes[1]), ...figuresOf(routes[2])),
        ),
      ];
    case 'three':
      return [
        table(row(label('行政复议', 5)), row(...outcomes()), row(...figuresOf(routes[0]))),
        table(
          row(label('行政诉讼', 5)),
          row(label('未经复议直接起诉', 5)),
          row(...outcomes()),
          row(...figuresOf(routes[1])),
        ),
        table(
          row(label('行政诉讼', 5)),
          row(label('复议后起诉', 5)),
          row(...outcomes()),
          row(...figuresOf(routes[2])),
        ),
      ];
    case 'transposed':
      return [
        table(
          row(label('结果', 1, 2), label('行政复议', 1, 2), label('行政诉讼', 2)),
          row(label('未经复议直接起诉'), label('复议后起诉')),
          ...columns.map((column, at) =>
            row(label(column.zh), ...routes.map((route) => figuresOf(route)[at] ?? figure(''))),
          ),
        ),
      ];
    case 'routes-as-rows':
      return [
        table(
          row(label('类别', 2), ...outcomes()),
          row(label('行政复议', 2), ...figuresOf(routes[0])),
          row(label('行政诉讼', 1, 2), label('未经复议直接起诉'), ...figuresOf(routes[1])),
          row(label('复议后起诉'), ...figuresOf(routes[2])),
        ),
      ];
    case 'scattered-words': {
      const half = (from: number, to?: number) =>
        columns.map((column) =>
          label(
            column.zh.length === 2
              ? column.zh.slice(from / 2, to === undefined ? undefined : to / 2)
              : column.zh.slice(from, to),
          ),
        );
      return [
        table(
          row(label('行政复议', 5), label('行政诉讼', 10)),
          row(label('', 5), label('未经复议直接起诉', 5), label('复议后起诉', 5)),
          row(...half(0, 2), ...half(0, 2), ...half(0, 2)),
          row(...half(2), ...half(2), ...half(2)),
          row(...routes.flatMap(figuresOf)),
        ),
      ];
    }
  }
};
