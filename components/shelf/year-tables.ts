import { type CellYears, changeIn, shareIn, shownIn, totalsAmong } from '../../parser/export/over-years.ts';
import { formOf } from '../../parser/forms/registry.ts';
import { printed } from '../../parser/messages/figure.ts';
import { signed } from '../../parser/messages/relation-names.ts';
import type { Language } from '../../parser/messages/words.ts';
import { groupedLabel } from '../row-label.ts';
import { yearsWordsIn } from './words-in.ts';

/** The figures of several reports as tables: of a body with the years as columns, or of a year with a row for each body. Pure. */

export const measures = ['count', 'share', 'change'] as const;
export type YearMeasure = (typeof measures)[number];
export type YearLayout = 'bodies' | 'years';

/** Rows and columns of the form that are listed, by `rowKey` and `columnKey`. */
export type YearChoice = { rows: ReadonlySet<string>; columns: ReadonlySet<string> };

/** Two forms call a row by the same words where it is the same. */
export const rowKey = ({ table, rowLabel }: CellYears): string => `${table}\n${rowLabel.zh}`;
export const columnKey = ({ table, columnLabel }: CellYears): string => `${table}\n${columnLabel.zh}`;

/** What is looked at first of the newest form: the key figures, in their columns. */
export const firstChoice = (cells: readonly CellYears[]): YearChoice => {
  const forms = [...new Set(cells.map(({ form }) => form))];
  const overview = forms.map((form) => formOf(form)?.overview ?? null).findLast((one) => one !== null);
  const refs = new Set(overview?.figures.flatMap((figure) => figure.cells));
  const chosen = cells.filter(({ ref }) => refs.has(ref));
  const some = chosen.length > 0 ? chosen : cells.slice(0, 1);
  return { rows: new Set(some.map(rowKey)), columns: new Set(some.map(columnKey)) };
};

/** `text` as it is shown, `value` as it is exported. */
type YearCell = {
  text: string;
  value: number | string | null;
  measure: YearMeasure;
  state: 'number' | 'words' | 'differs' | 'none';
};

type YearLine = {
  key: string;
  authority: string;
  year: number | null;
  label: string;
  of: string;
  cells: YearCell[];
};

/** A table as it is shown. `heads`: each stands over a cell for each measure; `year` where it is one. */
export type YearTable = {
  key: string;
  title: string;
  heads: readonly { key: string; label: string; year: number | null }[];
  lines: readonly YearLine[];
};

type ListedCells = {
  cells: readonly CellYears[];
  years: readonly number[];
  choice: YearChoice;
  measures: readonly YearMeasure[];
  layout: YearLayout;
  /** Only this body, or this year; all without it. */
  body: string | null;
  year: number | null;
  language: Language;
};

export const labelOf = (cell: CellYears, language: Language): { row: string; column: string } => {
  const { rowLabel, columnLabel } = cell;
  return language === 'zh-CN'
    ? { row: groupedLabel(rowLabel, rowLabel.zh), column: columnLabel.zh }
    : { row: groupedLabel(rowLabel, rowLabel.en), column: columnLabel.en };
};

/** The cells that are chosen, each once, in the order of the form. */
const chosenOf = ({ cells, choice }: ListedCells): CellYears[] => {
  const byPlace = new Map<string, CellYears>();
  for (const cell of cells) {
    const place = placeOf(cell);
    if (choice.rows.has(rowKey(cell)) && choice.columns.has(columnKey(cell)) && !byPlace.has(place))
      byPlace.set(place, cell);
  }
  return [...byPlace.values()];
};

const placeOf = (cell: CellYears): string => `${rowKey(cell)}\n${cell.columnLabel.zh}`;

export const yearTables = (listed: ListedCells): YearTable[] => {
  const { cells, layout, language } = listed;
  const words = yearsWordsIn(language);
  const chosen = chosenOf(listed);
  if (chosen.length === 0) return [];
  const own = new Map(cells.map((cell) => [`${cell.authority}\n${placeOf(cell)}`, cell]));
  const totalOf = totalsAmong(cells);
  const bodies = [...new Set(cells.map(({ authority }) => authority))].filter(
    (authority) => layout === 'years' || listed.body === null || authority === listed.body,
  );
  const years = listed.years.filter(
    (year) => layout === 'bodies' || listed.year === null || year === listed.year,
  );
  const columnsOf = new Map<string, Set<string>>();
  for (const { table, columnLabel } of chosen)
    columnsOf.set(table, (columnsOf.get(table) ?? new Set()).add(columnLabel.zh));
  /** With the column where more than one of the table is listed. */
  const named = (cell: CellYears): string => {
    const { row, column } = labelOf(cell, language);
    return (columnsOf.get(cell.table)?.size ?? 0) > 1 ? `${row} · ${column}` : row;
  };
  const measured = (authority: string, sample: CellYears, year: number): YearCell[] => {
    const cell = own.get(`${authority}\n${placeOf(sample)}`);
    return listed.measures.map((measure): YearCell => {
      if (!cell) return { text: '', value: null, measure, state: 'none' };
      if (measure === 'count') return countOf(shownIn(cell, year, words));
      const value = measure === 'share' ? shareIn(cell, totalOf(cell), year) : changeIn(cell, year);
      if (value === null) return { text: '', value: null, measure, state: 'none' };
      return measure === 'share'
        ? { text: percent(value), value: percent(value), measure, state: 'number' }
        : { text: value === 0 ? '0' : signed(value), value, measure, state: 'number' };
    });
  };
  if (layout === 'bodies')
    return bodies.map((authority) => ({
      key: authority,
      title: authority,
      heads: years.map((year) => ({ key: String(year), label: String(year), year })),
      lines: chosen
        .filter((sample) => own.has(`${authority}\n${placeOf(sample)}`))
        .map((sample) => ({
          key: placeOf(sample),
          authority,
          year: null,
          label: named(sample),
          of: sample.table,
          cells: years.flatMap((year) => measured(authority, sample, year)),
        })),
    }));
  const told = new Set(
    cells.flatMap(({ authority, prints }) => [...prints.keys()].map((year) => `${authority}\n${year}`)),
  );
  return years.map((year) => ({
    key: String(year),
    title: String(year),
    heads: chosen.map((sample) => ({ key: placeOf(sample), label: named(sample), year: null })),
    lines: bodies
      .filter((authority) => told.has(`${authority}\n${year}`))
      .map((authority) => ({
        key: authority,
        authority,
        year,
        label: authority,
        of: '',
        cells: chosen.flatMap((sample) => measured(authority, sample, year)),
      })),
  }));
};

const countOf = (values: readonly (number | string)[]): YearCell => {
  const [only] = values;
  const measure = 'count';
  if (only === undefined) return { text: '', value: null, measure, state: 'none' };
  if (values.length > 1)
    return { text: values.join(' | '), value: values.join(' | '), measure, state: 'differs' };
  return typeof only === 'number'
    ? { text: printed(only), value: only, measure, state: 'number' }
    : { text: only, value: only, measure, state: 'words' };
};

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** All tables as one: heading and rows, as they are exported and copied. */
export const flatTable = (
  tables: readonly YearTable[],
  shownMeasures: readonly YearMeasure[],
  language: Language,
): { heads: string[]; rows: (number | string | null)[][] } => {
  const words = yearsWordsIn(language);
  const [first] = tables;
  const byBody = first?.lines[0]?.year === null;
  const heads = [
    ...(byBody ? [words.body, words.figure] : [words.year, words.body]),
    ...(first?.heads ?? []).flatMap(({ label }) =>
      shownMeasures.map((measure) => (measure === 'count' ? label : `${label} ${words.measure[measure]}`)),
    ),
  ];
  const rows = tables.flatMap(({ lines }) =>
    lines.map(({ authority, year, label, cells }) => [
      ...(byBody ? [authority, label] : [year, authority]),
      ...cells.map(({ value }) => value),
    ]),
  );
  return { heads, rows };
};
