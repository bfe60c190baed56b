import type { Band, FormColumn } from '../../parser/forms/schema.ts';
import { figure, label, type PageBlock, type PrintedRow, row } from './printed.ts';
import { formFor, printedRows, type Report, tableOf } from './report.ts';

/**
 * - `banded`: one table, each band a title row and a header row (L01)
 * - `split-title-inside`, `split-title-above`: a table for each band, its title in the table or in a paragraph above it (L02)
 * - `first-band-missing`: one table that starts with a header row, the title of its first band left out (L03)
 * - `unequal-columns`: five physical columns, spanned differently by headings and figures
 * - `title-unspanned`: the title of a band stands alone in the first column
 * - `broken-headings`: line breaks inside headings (L04)
 */
export const tableTwoLayouts = [
  'banded',
  'split-title-inside',
  'split-title-above',
  'first-band-missing',
  'unequal-columns',
  'title-unspanned',
  'broken-headings',
] as const;
export type TableTwoLayout = (typeof tableTwoLayouts)[number];

const widths: Record<number, readonly number[]> = { 1: [3], 2: [1, 2], 3: [1, 1, 1] };
/** Of five physical columns, four are left for figures: headings span the second, figures the first. */
const unequalHeads: Record<number, readonly number[]> = { 1: [4], 2: [2, 2], 3: [1, 2, 1] };
const unequalFigures: Record<number, readonly number[]> = { 1: [4], 2: [2, 2], 3: [2, 1, 1] };

const brokenHeading = (text: string): string =>
  text.length > 4 ? `${text.slice(0, 3)}\n${text.slice(3)}` : text;

/** How the label of a column is printed; a case may print units, say. */
export type ColumnWording = (column: FormColumn) => string;

const bandRows = (
  report: Report,
  band: Band,
  layout: TableTwoLayout,
  wording: ColumnWording,
  titled: boolean,
): PrintedRow[] => {
  const table = tableOf(formFor(report), 'proactive_disclosure');
  const count = band.columns.length;
  const unequal = layout === 'unequal-columns';
  const heads = (unequal ? unequalHeads : widths)[count] ?? [];
  const figures = (unequal ? unequalFigures : widths)[count] ?? [];
  const full = unequal ? 5 : 4;
  const heading = (column: FormColumn) =>
    layout === 'broken-headings' ? brokenHeading(wording(column)) : wording(column);
  const lines: PrintedRow[] = [];
  if (titled) lines.push(row(label(band.title ?? '', layout === 'title-unspanned' ? 1 : full)));
  lines.push(
    row(label('信息内容'), ...band.columns.map((column, at) => label(heading(column), heads[at] ?? 1))),
  );
  for (const line of printedRows(report, table, band.rows)) {
    const printed = band.columns.map((column) => report.facts[`${table.id}.${line.id}.${column.id}`] ?? '');
    lines.push(row(label(line.zh), ...printed.map((text, at) => figure(text, figures[at] ?? 1))));
  }
  for (const extra of report.extraRows ?? [])
    if (extra.table === table.id && band.rows.some((line) => line.id === extra.after)) {
      const above = band.rows.find((line) => line.id === extra.after);
      const at = lines.findLastIndex((line) => line.cells[0]?.lines.join('') === above?.zh);
      const cells = extra.figures.map((text, column) => figure(text, figures[column] ?? 1));
      lines.splice(at < 0 ? lines.length : at + 1, 0, row(label(extra.label), ...cells));
    }
  return lines;
};

/** Section two, without its heading. */
export const tableTwo = (
  report: Report,
  layout: TableTwoLayout,
  wording: ColumnWording = (column) => column.zh,
): PageBlock[] => {
  const { bands } = tableOf(formFor(report), 'proactive_disclosure');
  if (layout === 'split-title-above')
    return bands.flatMap((band): PageBlock[] => [
      { kind: 'paragraph', text: band.title ?? '' },
      { kind: 'table', rows: bandRows(report, band, layout, wording, false) },
    ]);
  if (layout === 'split-title-inside')
    return bands.map((band) => ({ kind: 'table', rows: bandRows(report, band, layout, wording, true) }));
  const rows = bands.flatMap((band, at) =>
    bandRows(report, band, layout, wording, layout !== 'first-band-missing' || at > 0),
  );
  return [{ kind: 'table', rows }];
};
