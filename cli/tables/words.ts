/** What `gouji tables` says beside what it says of tables. */
export type TableWords = {
  about: string;
  format: string;
  relations: string;
  exitCodes: string;
  /** A source without any table that holds figures. */
  noFigures: string;
  more: (count: number) => string;
  formAbout: string;
  draftAbout: string;
  draftPage: string;
  draftTable: string;
  draftRows: string;
  draftExit: string;
  /** No table whose labels a form could name. */
  nothingToDraft: string;
  nothingOpen: string;
  total: (counts: { sources: number; tables: number; violated: number }) => string;
};
