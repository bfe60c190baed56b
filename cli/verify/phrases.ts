import type { ExportedField } from '../../parser/export/exported.ts';
import type { Language } from '../../parser/messages/words.ts';

/** What `gouji verify` says. */
type VerifyPhrases = {
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

const fieldsZh: Partial<Record<string, string>> & Record<ExportedField, string> = {
  value: '数值',
  state: '状态',
  unit: '单位',
  raw: '原文',
  slot: '位置',
  authority: '机关',
  year: '年度',
  form: '表样',
  row: '行名',
  column: '栏名',
  caption: '表名',
  outcome: '结论',
  strength: '把握',
  printed: '印出的数',
  computed: '算得的数',
};

const zhCN: VerifyPhrases = {
  about: '用保存的网页逐行核实导出的数据：不缺、不重、不改',
  usage: '[选项] 导出文件 网页…',
  exportArgument:
    'gouji extract 写出的文件（CSV、JSON、NDJSON、XLSX、Parquet、SQLite）或数据集文件夹，或扩展导出的 CSV、JSON',
  pageArgument: '保存的网页或其他报告文件，也可以是文件夹',
  exitCodes:
    '退出码：0 每一行核实一致；1 有的行与网页不一致、缺少或重复，或文件已不是导出时的那一份；2 有未能读取的内容，或有报告没有对应的网页',
  notFound: (path) => `${path}：找不到或者不能读取这个文件，请核对路径`,
  unreadable: (path, at) =>
    at === null
      ? `${path}：不是 gouji extract 或扩展导出的文件`
      : `${path}：第 ${at} 处（CSV 为行，JSON 为报告）已损坏，无法核实`,
  newer: (path, schema) => `${path}：由更新的版本导出（${schema}），请先更新本工具`,
  empty: (path) => `${path}：没有数据，无法核实`,
  unknownBody: '机关、年度不详',
  unknownPage: '标题不详',
  ofTable: (table, label) => `表 ${table} ${label}`,
  otherVersion: (version) => `其中的合计由 ${version} 版认定，本次只核实数字`,
  noPage: '没有给出这份报告的网页，无法核实',
  allProven: (rows) => `${rows} 行全部与网页一致`,
  someUnproven: (proven, unproven) => `${unproven} 行与网页不一致，${proven} 行一致`,
  differs: (line, cell, field, exported, onPage) =>
    `第 ${line} 行 ${cell}，${fieldsZh[field] ?? field}：导出为“${exported}”，网页为“${onPage}”`,
  absent: (line, cell) => `第 ${line} 行 ${cell}：网页上没有找到这一格`,
  doubled: (line, cell) => `第 ${line} 行 ${cell}：多出一行，同样的行已经有了`,
  missing: (cell) => `缺少 ${cell}：网页有，导出没有`,
  columns: (table, exported, expected) => `${table} 的各列不对：导出为“${exported}”，应为“${expected}”`,
  othersProven: (count) => `，其余各表 ${count} 行也全部一致`,
  reportMissing: '这份报告整份没有导出',
  otherFile: (name) => `${name}：内容与数据不符`,
  more: (count) => `另有 ${count} 行不一致`,
  notExported: (count) => `网页另有 ${count} 格没有导出`,
  sameBytes: '文件与导出时逐字节相同',
  otherBytes: '文件与导出时不是同一份（校验值不同）',
  total: ({ reports, proven, unproven, noPage }) =>
    `共 ${reports} 份报告：${proven} 行核实一致，${unproven} 行不一致${noPage > 0 ? `，${noPage} 份没有对应的网页` : ''}`,
};

const rows = (count: number): string => (count === 1 ? 'one row' : `${count} rows`);

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

const en: VerifyPhrases = {
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

const phrases: Record<Language, VerifyPhrases> = { 'zh-CN': zhCN, en };

export const verifyPhrasesIn = (language: Language): VerifyPhrases => phrases[language];
