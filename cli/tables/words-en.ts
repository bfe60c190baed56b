import type { TableWords } from './words.ts';

export const en: TableWords = {
  about: 'read any statistical tables (pages, office files, CSV), find the totals in them and check them',
  format:
    'format: json, ndjson (one source a line), csv (one figure a line), xlsx or parquet; by default a summary for people',
  relations: 'with csv or parquet, also write the totals to this file',
  exitCodes: 'Exit codes: 0 nothing surely wrong, 1 a total fails, 2 something could not be read',
  noFigures: 'no table with figures',
  formAbout: 'forms of your own (see docs/forms.md)',
  draftAbout:
    'write the draft of a form (JSON) from the tables of a page, an office file or CSV; correct it, and read tables like them with --form',
  draftPage: 'a file, or - for standard input',
  draftTable: 'this table only, counted from 1; by default those in which something adds up',
  draftRows:
    'named writes every row, open only those that close the others, which each body fills in by code or number; open by default where rows have codes or numbers',
  draftExit: 'Exit codes: 0 written, 2 no table that could be a form',
  nothingToDraft: 'no table that could be a form: it needs figures, and rows and columns with Chinese labels',
  nothingOpen:
    'no table with open rows: rows need codes (201, 20103, …) or numbers (一、二、…), and each column a Chinese heading',
  more: (count) => `${count} more fail; --format json lists them all`,
  total: ({ sources, tables, violated }) =>
    `${sources} sources, ${tables} tables: ${violated} ${violated === 1 ? 'total fails' : 'totals fail'}`,
};
