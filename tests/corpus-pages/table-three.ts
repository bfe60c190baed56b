import {
  figure,
  label,
  type PageBlock,
  type PrintedCell,
  type PrintedRow,
  type PrintedTable,
  row,
  stacked,
  withoutSpans,
} from './printed.ts';
import { formFor, printedRows, type Report, tableOf } from './report.ts';

/**
 * - `standard`: as on the national form
 * - `group-label-twice`: 三、本年度办理结果 printed twice, a page break of the original frozen into the table
 * - `group-label-every-row`: group headings repeated on every row
 * - `group-in-label`: no group columns; headings and label in one cell
 * - `group-headings-as-rows`: （三）（四）（五） are rows of their own, with the subtotals of their leaves (L15)
 * - `characters-stacked`: one character a paragraph in group and column headings
 * - `eleven-columns`: 11 physical columns, 自然人 spanning two with an empty cell below it
 * - `empty-header-cells`: the header rows have empty cells in place of spans
 * - `no-spans`: no spans anywhere, empty cells in their place
 * - `header-cell-missing`, `first-header-cell-missing`: 其他, or 商业企业, is not in the header
 * - `cut-header-repeated`, `cut-without-header`: cut in two before （四）
 * - `last-row-apart`: cut in two before 四、结转下年度继续办理 (L12)
 */
export const tableThreeLayouts = [
  'standard',
  'group-label-twice',
  'group-label-every-row',
  'group-in-label',
  'group-headings-as-rows',
  'characters-stacked',
  'eleven-columns',
  'empty-header-cells',
  'no-spans',
  'header-cell-missing',
  'first-header-cell-missing',
  'cut-header-repeated',
  'cut-without-header',
  'last-row-apart',
] as const;
export type TableThreeLayout = (typeof tableThreeLayouts)[number];

const corner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** A row with the headings above its label, outermost first. `id` is null for a row that is not on the form. */
type StubRow = {
  readonly id: string | null;
  readonly groups: readonly string[];
  readonly label: string;
  readonly figures: readonly string[];
};

/** The rows of table three as this report prints them, extra rows among them. */
const stubRows = (report: Report): StubRow[] => {
  const table = tableOf(formFor(report), 'requests');
  const [band] = table.bands;
  if (!band) return [];
  const rows: StubRow[] = printedRows(report, table, band.rows).map((line) => ({
    id: line.id,
    groups: line.groups ?? [],
    label: line.zh,
    figures: band.columns.map((column) => report.facts[`${table.id}.${line.id}.${column.id}`] ?? ''),
  }));
  for (const extra of report.extraRows ?? []) {
    if (extra.table !== table.id) continue;
    const at = rows.findIndex((line) => line.id === extra.after);
    const groups = extra.groups ?? rows[at]?.groups ?? [];
    rows.splice(at + 1, 0, { id: null, groups, label: extra.label, figures: extra.figures });
  }
  return rows;
};

/** How many rows the heading at `depth` covers from row `at` on; 0 where an earlier row has printed it. */
const headingSpan = (
  rows: readonly StubRow[],
  at: number,
  depth: number,
  breaks: ReadonlySet<number>,
): number => {
  const path = (index: number) => {
    const groups = rows[index]?.groups ?? [];
    return groups.length > depth ? groups.slice(0, depth + 1).join('/') : null;
  };
  if (path(at) === null || (path(at - 1) === path(at) && !breaks.has(at))) return 0;
  let end = at + 1;
  while (end < rows.length && path(end) === path(at) && !breaks.has(end)) end++;
  return end - at;
};

const header = (report: Report, layout: TableThreeLayout, stub: number): PrintedRow[] => {
  const columns = tableOf(formFor(report), 'requests').bands[0]?.columns ?? [];
  const heading = (text: string) => (layout === 'characters-stacked' ? stacked(text) : text);
  const organisations = columns.slice(1, 6).map((column) => label(heading(column.zh)));
  const eleven = layout === 'eleven-columns';
  if (layout === 'header-cell-missing') organisations.pop();
  if (layout === 'first-header-cell-missing') organisations.shift();
  const rows = [
    row(label(corner, stub, 3), label('申请人情况', eleven ? 8 : 7)),
    row(
      eleven ? label('自然人', 2) : label(heading('自然人'), 1, 2),
      label('法人或其他组织', 5),
      label(heading('总计'), 1, 2),
    ),
    eleven ? row(label(''), label('商业企业', 2), ...organisations.slice(1)) : row(...organisations),
  ];
  return layout === 'empty-header-cells' ? [...withoutSpans(rows)] : rows;
};

const subtotalRows = (rows: readonly StubRow[]): StubRow[] =>
  rows.flatMap((line, at) => {
    const group = line.groups[1];
    if (group === undefined) return [line];
    const flat = { ...line, groups: line.groups.slice(0, 1) };
    if (rows[at - 1]?.groups[1] === group) return [flat];
    const leaves = rows.filter((leaf) => leaf.groups[1] === group);
    const sums = line.figures.map((_, column) =>
      String(leaves.reduce((sum, leaf) => sum + (Number(leaf.figures[column]) || 0), 0)),
    );
    return [{ id: null, groups: flat.groups, label: group, figures: sums }, flat];
  });

/** The subtotal rows that `group-headings-as-rows` adds: label → figures. */
export const subtotalsOf = (report: Report): Record<string, readonly string[]> =>
  Object.fromEntries(
    subtotalRows(stubRows(report))
      .filter((line) => line.id === null)
      .map((line) => [line.label, line.figures]),
  );

const body = (
  rows: readonly StubRow[],
  layout: TableThreeLayout,
  stub: number,
  breaks: ReadonlySet<number>,
): PrintedRow[] =>
  rows.map((line, at) => {
    const figures = line.figures.map((text, column) =>
      figure(text, layout === 'eleven-columns' && column === 1 ? 2 : 1),
    );
    if (layout === 'group-in-label') return row(label([...line.groups, line.label].join(' ')), ...figures);
    const headings: PrintedCell[] = line.groups.flatMap((group, depth) => {
      if (layout === 'group-label-every-row') return [label(group)];
      const span = headingSpan(rows, at, depth, breaks);
      if (span === 0) return [];
      return [label(layout === 'characters-stacked' ? stacked(group) : group, 1, span)];
    });
    return row(...headings, label(line.label, stub - line.groups.length), ...figures);
  });

/** Section three, without its heading. */
export const tableThree = (report: Report, layout: TableThreeLayout): PageBlock[] => {
  const all = layout === 'group-headings-as-rows' ? subtotalRows(stubRows(report)) : stubRows(report);
  const stub = layout === 'group-in-label' ? 1 : layout === 'group-headings-as-rows' ? 2 : 3;
  const top = header(report, layout, stub);
  const part = (rows: readonly StubRow[], headed: boolean, breaks: ReadonlySet<number>): PageBlock => {
    const lines: PrintedTable = [...(headed ? top : []), ...body(rows, layout, stub, breaks)];
    return { kind: 'table', rows: layout === 'no-spans' ? withoutSpans(lines) : lines };
  };
  const startOf = (id: string) => all.findIndex((line) => line.id === id);
  const fourth = startOf('unavailable_not_held');
  switch (layout) {
    case 'group-label-twice':
      return [part(all, true, new Set([fourth]))];
    case 'cut-header-repeated':
    case 'cut-without-header':
      return [
        part(all.slice(0, fourth), true, new Set()),
        part(all.slice(fourth), layout === 'cut-header-repeated', new Set()),
      ];
    case 'last-row-apart': {
      const last = startOf('carried_forward');
      return [part(all.slice(0, last), true, new Set()), part(all.slice(last), false, new Set())];
    }
    default:
      return [part(all, true, new Set())];
  }
};
