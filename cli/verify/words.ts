/** What `gouji verify` says. */
export type VerifyWords = {
  about: string;
  usage: string;
  exportArgument: string;
  pageArgument: string;
  exitCodes: string;
  notFound: (path: string) => string;
  unreadable: (path: string, at: number | null) => string;
  newer: (path: string, schema: string) => string;
  empty: (path: string) => string;
  unknownBody: string;
  /** A page of tables without a title. */
  unknownPage: string;
  /** @param label of a cell or a relation in the table of that number, counted from 1. */
  ofTable: (table: number, label: string) => string;
  /** What adds up was found by another version. */
  otherVersion: (version: string) => string;
  noPage: string;
  allProven: (rows: number) => string;
  someUnproven: (proven: number, unproven: number) => string;
  /** @param field a column, by its name in the export. */
  differs: (line: number, cell: string, field: string, exported: string, onPage: string) => string;
  absent: (line: number, cell: string) => string;
  doubled: (line: number, cell: string) => string;
  missing: (cell: string) => string;
  columns: (table: string, exported: string, expected: string) => string;
  /** Said behind the rows of figures. */
  othersProven: (rows: number) => string;
  reportMissing: string;
  otherFile: (name: string) => string;
  more: (count: number) => string;
  notExported: (count: number) => string;
  sameBytes: string;
  otherBytes: string;
  total: (count: { reports: number; proven: number; unproven: number; noPage: number }) => string;
};

export const rows = (count: number): string => (count === 1 ? 'one row' : `${count} rows`);
