import type { StateWords } from '../../parser/export/over-years.ts';

/** Words of the page with the years as columns. */
export type YearsWords = StateWords & {
  title: string;
  hint: string;
  /** The link to it from the list. */
  open: string;
  loading: string;
  none: string;
  leftOut: (count: number) => string;
  layout: string;
  layouts: Record<'bodies' | 'years', string>;
  body: string;
  year: string;
  all: string;
  measures: string;
  measure: Record<'count' | 'share' | 'change', string>;
  measureTitle: Record<'count' | 'share' | 'change', string>;
  choose: (rows: number) => string;
  rows: string;
  columns: string;
  nothingChosen: string;
  figure: string;
  copy: string;
  copied: (tables: number) => string;
  copyFailed: string;
  save: string;
  saved: (name: string) => string;
  differs: string;
};
