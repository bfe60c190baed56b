import type { ExportedField } from '../parser/export/exported.ts';
import type { Language } from '../parser/messages/words.ts';

/** What `gouji verify` says. */
export type VerifyPhrases = {
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
  noPage: string;
  allProven: (rows: number) => string;
  someUnproven: (proven: number, unproven: number) => string;
  differs: (line: number, cell: string, field: ExportedField, exported: string, onPage: string) => string;
  absent: (line: number, cell: string) => string;
  more: (count: number) => string;
  notExported: (count: number) => string;
  sameBytes: string;
  otherBytes: string;
  total: (count: { reports: number; proven: number; unproven: number; noPage: number }) => string;
};

const fieldsZh: Record<ExportedField, string> = {
  value: '数值',
  state: '状态',
  unit: '单位',
  raw: '原文',
  slot: '位置',
  authority: '机关',
  year: '年度',
  form: '表样',
};

const zhCN: VerifyPhrases = {
  about: '用保存的网页逐行核实导出的数据',
  usage: '[选项] 导出文件 网页…',
  exportArgument: 'gouji extract 或书架导出的 CSV 或 JSON 文件',
  pageArgument: '保存的网页或其他报告文件，也可以是文件夹',
  exitCodes: '退出码：0 每一行都得到证实；1 有的行与网页不一致；2 有未能读取的内容，或有报告没有对应的网页',
  notFound: (path) => `${path}：读不到这个文件`,
  unreadable: (path, at) =>
    at === null
      ? `${path}：不是 gouji extract 或书架导出的 CSV 或 JSON`
      : `${path}：第 ${at} 处（CSV 为行，JSON 为报告）已损坏，无法核实`,
  newer: (path, schema) => `${path}：由更新的版本导出（${schema}），请先更新本工具`,
  empty: (path) => `${path}：没有数据，无从核实`,
  unknownBody: '机关、年度不详',
  noPage: '没有给出这份报告的网页，无法核实',
  allProven: (rows) => `${rows} 行全部与网页一致`,
  someUnproven: (proven, unproven) => `${unproven} 行与网页不一致，${proven} 行一致`,
  differs: (line, cell, field, exported, onPage) =>
    `第 ${line} 行 ${cell}，${fieldsZh[field]}：导出为“${exported}”，网页为“${onPage}”`,
  absent: (line, cell) => `第 ${line} 行 ${cell}：网页没有这一格`,
  more: (count) => `另有 ${count} 行不一致`,
  notExported: (count) => `网页另有 ${count} 格没有导出`,
  sameBytes: '文件与导出时逐字节相同',
  otherBytes: '文件与导出时不是同一份（校验值不同）',
  total: ({ reports, proven, unproven, noPage }) =>
    `共 ${reports} 份报告：${proven} 行得到证实，${unproven} 行不一致${noPage > 0 ? `，${noPage} 份没有对应的网页` : ''}`,
};

const rows = (count: number): string => (count === 1 ? 'one row' : `${count} rows`);

const fieldsEn: Record<ExportedField, string> = {
  value: 'value',
  state: 'state',
  unit: 'unit',
  raw: 'text',
  slot: 'place',
  authority: 'authority',
  year: 'year',
  form: 'form',
};

const en: VerifyPhrases = {
  about: 'prove exported data row by row from the saved page',
  usage: '[options] EXPORT PAGE…',
  exportArgument: 'CSV or JSON that gouji extract or the shelf has written',
  pageArgument: 'saved page or other file of the report, or a folder of them',
  exitCodes:
    'Exit codes: 0 every row proven, 1 a row differs from its page, 2 something could not be read or a report has no page',
  notFound: (path) => `${path}: cannot be read`,
  unreadable: (path, at) =>
    at === null
      ? `${path}: not CSV or JSON that gouji extract or the shelf has written`
      : `${path}: damaged at ${at} (line of CSV, report of JSON); nothing can be proven`,
  newer: (path, schema) => `${path}: written by a later version (${schema}); update this tool first`,
  empty: (path) => `${path}: no data, nothing to prove`,
  unknownBody: 'unknown authority and year',
  noPage: 'no page of this report was given; nothing can be proven',
  allProven: (count) => (count === 1 ? 'one row, as on the page' : `all ${count} rows are as on the page`),
  someUnproven: (proven, unproven) =>
    `${rows(unproven)} ${unproven === 1 ? 'differs' : 'differ'} from the page, ${rows(proven)} ${proven === 1 ? 'does' : 'do'} not`,
  differs: (line, cell, field, exported, onPage) =>
    `row ${line}, ${cell}, ${fieldsEn[field]}: exported "${exported}", on the page "${onPage}"`,
  absent: (line, cell) => `row ${line}, ${cell}: the page has no such cell`,
  more: (count) => `${rows(count)} more`,
  notExported: (count) =>
    `${count === 1 ? 'one cell' : `${count} cells`} of the page ${count === 1 ? 'is' : 'are'} not in the export`,
  sameBytes: 'the file is byte for byte the one that was exported from',
  otherBytes: 'the file is not the one that was exported from (another hash)',
  total: ({ reports, proven, unproven, noPage }) =>
    `${reports} reports: ${rows(proven)} proven, ${unproven} differing${noPage > 0 ? `, ${noPage} without a page` : ''}`,
};

const phrases: Record<Language, VerifyPhrases> = { 'zh-CN': zhCN, en };

export const verifyPhrasesIn = (language: Language): VerifyPhrases => phrases[language];
