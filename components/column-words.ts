/** Words about the reports that a column page links to. */
export type ColumnWords = {
  /** In place of the name of a body. */
  heading: string;
  title: (count: number) => string;
  hint: (most: number) => string;
  all: string;
  year: string;
  anyYear: string;
  check: (count: number) => string;
  stop: string;
  progress: (done: number, of: number) => string;
  done: (read: number, of: number) => string;
  select: (name: string) => string;
  columns: Record<'report' | 'result', string>;
  reading: string;
  open: string;
  openOf: (name: string) => string;
  keepAll: (count: number) => string;
  kept: (count: number, failed: number) => string;
  more: string;
  noMore: string;
  moreFound: (count: number) => string;
  back: string;
  /** Above a report that was read from a link. */
  from: (name: string) => string;
};
