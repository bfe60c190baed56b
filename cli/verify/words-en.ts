import type { ExportedField } from '../../parser/export/exported.ts';
import { rows, type VerifyWords } from './words.ts';

const fieldsEn: Partial<Record<string, string>> & Record<ExportedField, string> = {
  value: 'value',
  state: 'state',
  unit: 'unit',
  raw: 'text',
  slot: 'place',
  authority: 'authority',
  year: 'year',
  form: 'form',
  row: 'row',
  column: 'column',
  caption: 'caption',
  outcome: 'outcome',
  strength: 'strength',
  printed: 'figure printed',
  computed: 'figure computed',
};

export const en: VerifyWords = {
  about: 'check exported data against the saved pages: every row once, none missing, doubled or altered',
  usage: '[options] EXPORT PAGE…',
  exportArgument:
    'what gouji extract has written (CSV, JSON, NDJSON, XLSX, Parquet, SQLite, or a folder of tables), or CSV or JSON of the extension',
  pageArgument: 'saved page or other file of the report, or a folder of them',
  exitCodes:
    'Exit codes: 0 every row matches its page, 1 a row differs, is missing or doubled, or the file is not the one that was exported from, 2 something could not be read or a report has no page',
  notFound: (path) => `${path}: not found or cannot be read. Check the path`,
  unreadable: (path, at) =>
    at === null
      ? `${path}: not a file that gouji extract or the extension has written`
      : `${path}: damaged at ${at} (line of CSV, report of JSON); nothing can be checked`,
  newer: (path, schema) => `${path}: written by a later version (${schema}); update this tool first`,
  empty: (path) => `${path}: no data, nothing to check`,
  unknownBody: 'unknown authority and year',
  unknownPage: 'a page without a title',
  ofTable: (table, label) => `table ${table} ${label}`,
  otherVersion: (version) => `version ${version} found what adds up in it; only the figures were checked`,
  noPage: 'no page of this report was given; nothing can be checked',
  allProven: (count) =>
    count === 1 ? 'one row, which matches the page' : `all ${count} rows match the page`,
  someUnproven: (proven, unproven) =>
    `${rows(unproven)} ${unproven === 1 ? 'differs' : 'differ'} from the page, ${rows(proven)} ${proven === 1 ? 'matches' : 'match'}`,
  differs: (line, cell, field, exported, onPage) =>
    `row ${line}, ${cell}, ${fieldsEn[field] ?? field}: exported "${exported}", on the page "${onPage}"`,
  absent: (line, cell) => `row ${line}, ${cell}: the page has no such cell`,
  doubled: (line, cell) => `row ${line}, ${cell}: there once more than on the page`,
  missing: (cell) => `missing: ${cell} is on the page and not in the export`,
  columns: (table, exported, expected) =>
    `${table} has other columns: exported "${exported}", must be "${expected}"`,
  othersProven: (count) => `; so ${count === 1 ? 'does' : 'do'} ${rows(count)} of the other tables`,
  reportMissing: 'no row of this report is in the export',
  otherFile: (name) => `${name}: does not match these data`,
  more: (count) => `${rows(count)} more`,
  notExported: (count) =>
    `${count === 1 ? 'one cell' : `${count} cells`} of the page ${count === 1 ? 'is' : 'are'} not in the export`,
  sameBytes: 'the file is byte for byte the one that was exported from',
  otherBytes: 'the file is not the one that was exported from (another hash)',
  total: ({ reports, proven, unproven, noPage }) =>
    `${reports} reports: ${rows(proven)} match, ${unproven} differ${noPage > 0 ? `, ${noPage} without a page` : ''}`,
};
