import type { ExportedField } from '../../parser/export/exported.ts';
import type { VerifyWords } from './words.ts';

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

export const zhCN: VerifyWords = {
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
